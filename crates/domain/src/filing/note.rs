//! The note portion: signed, numbered, chained by digests, never changed (rules 1 and 2).

use super::file::looked_at;
use super::{File, FilingRefusal, NoteBody, NoteKind};
use crate::access::{Officer, Role};
use crate::ledger::{Event, EventKind, digest_hex};
use crate::office::{
    ChargeId, Classification, FileId, NoteId, PaperId, PersonId, PostId, ReceiptId, Timestamp, Warning,
};
use crate::signing::{Purpose, Statement};
use serde_json::{Value, json};

/// The grade from which an officer counts as a secretary (rule 7).
pub const SECRETARY_GRADE: i16 = 20;
/// How many officers below the secretary note on a case without a warning (rule 7).
pub const NOTING_OFFICERS: usize = 2;

/// Who wrote an entry, as he stood then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author {
    /// The human being.
    pub person: PersonId,
    /// The post acted for.
    pub post: PostId,
    /// The charge that entitled to it.
    pub charge: ChargeId,
}

/// The entry for a paper that came to the correspondence, or for a part that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Docket {
    /// The receipt that it is, if it came through a registry.
    pub receipt: Option<ReceiptId>,
    /// The paper of the correspondence portion.
    pub paper: Option<PaperId>,
    /// The receipt's diary number.
    pub diary_number: Option<String>,
    /// What it is.
    pub subject: String,
    /// Its first page in the correspondence.
    pub page_first: Option<i32>,
    /// Its last page.
    pub page_last: Option<i32>,
    /// What was written beside it.
    pub remark: Option<String>,
}

/// What an entry of the note portion says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteContent {
    /// A minute.
    Text(NoteBody),
    /// A signature only.
    Agreement,
    /// A minute that decides.
    Order(NoteBody),
    /// A paper arrived.
    Docket(Docket),
}

impl NoteContent {
    /// The kind of entry.
    pub fn kind(&self) -> NoteKind {
        match self {
            Self::Text(_) => NoteKind::Note,
            Self::Agreement => NoteKind::Agreement,
            Self::Order(_) => NoteKind::Order,
            Self::Docket(_) => NoteKind::Docket,
        }
    }
}

/// What makes an entry of the note portion this one: given before it is shown to its signer, and never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteStamp {
    /// Its id.
    pub id: NoteId,
    /// 32 random hex digits: without them the digest of a few words could be guessed.
    pub nonce: String,
    /// When.
    pub at: Timestamp,
}

/// A submitted entry of the note portion. There is no way to change one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The file.
    pub file: FileId,
    /// Its place in the note portion, from 1 without gaps.
    pub ordinal: i32,
    /// Its first paragraph number.
    pub paragraph_first: i32,
    /// Its last paragraph number.
    pub paragraph_last: i32,
    /// What it says.
    pub content: NoteContent,
    /// Who signed it.
    pub author: Author,
    /// How closely the file was held at that time.
    pub classification: Classification,
    /// When.
    pub at: Timestamp,
    /// What keeps its digest from being guessed.
    pub nonce: String,
    /// The digest of the entry before it.
    pub previous: Option<String>,
    /// The digests of the papers that it speaks of.
    pub attachments: Vec<String>,
    /// SHA-256 of the canonical form, hex.
    pub digest: String,
}

impl Note {
    /// The value that the digest covers: everything that the signature stands for.
    pub fn canonical(&self) -> Value {
        json!({
            "v": 2,
            "nonce": self.nonce,
            "file": self.file,
            "ordinal": self.ordinal,
            "kind": self.content.kind(),
            "paragraphs": self.paragraphs(),
            "docket": self.docket(),
            "previous": self.previous,
            "attachments": self.attachments,
            "post": self.author.post,
            "person": self.author.person,
            "charge": self.author.charge,
            "classification": self.classification,
            "at": self.at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        })
    }

    /// What its author signs.
    pub fn statement(&self) -> Statement {
        Statement::of(Purpose::Note, &self.canonical())
    }

    /// Whether the digest still covers what the entry says.
    pub fn is_intact(&self) -> bool {
        digest_hex(&self.canonical()) == self.digest
    }

    /// Whether the number of its last paragraph is that of the last one that it has.
    pub fn has_its_paragraphs(&self) -> bool {
        let count = self.paragraphs().len();
        (self.paragraph_first..=self.paragraph_last).count() == count
    }

    /// The entry as the ledger keeps it: enough to find it, to number it, and to see that it was not changed.
    pub(super) fn facts(&self) -> Value {
        json!({
            "id": self.id,
            "kind": self.content.kind(),
            "ordinal": self.ordinal,
            "paragraphs": [self.paragraph_first, self.paragraph_last],
            "digest": self.digest,
        })
    }

    fn paragraphs(&self) -> Vec<Value> {
        match &self.content {
            NoteContent::Text(body) | NoteContent::Order(body) => (self.paragraph_first..)
                .zip(&body.paragraphs)
                .map(|(number, paragraph)| json!({"number": number, "dir": paragraph.dir, "spans": paragraph.spans}))
                .collect(),
            NoteContent::Agreement | NoteContent::Docket(_) => vec![json!({"number": self.paragraph_first})],
        }
    }

    fn docket(&self) -> Option<Value> {
        match &self.content {
            NoteContent::Docket(docket) => Some(json!({
                "receipt": docket.receipt,
                "paper": docket.paper,
                "diary_number": docket.diary_number,
                "subject": docket.subject,
                "page_first": docket.page_first,
                "page_last": docket.page_last,
                "remark": docket.remark,
            })),
            NoteContent::Text(_) | NoteContent::Agreement | NoteContent::Order(_) => None,
        }
    }
}

/// What an officer signs on the note portion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Minute {
    /// A note with text.
    Note(NoteBody),
    /// Agreement with what was proposed: a signature only.
    Agreement,
    /// A note that decides (rule 9).
    Order(NoteBody),
}

impl Minute {
    /// The text, where there is one.
    pub fn body(&self) -> Option<&NoteBody> {
        match self {
            Self::Note(body) | Self::Order(body) => Some(body),
            Self::Agreement => None,
        }
    }
}

/// A minute that was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The file with it.
    pub file: File,
    /// The entry.
    pub note: Note,
    /// The act for the ledger.
    pub event: Event,
    /// Rule 7.
    pub warnings: Vec<Warning>,
}

impl File {
    /// Signs a minute: its paragraphs get the next numbers of the file, for good. `attachments`
    /// are the digests of the papers that its references point into.
    pub fn submit(
        self,
        stamp: NoteStamp,
        minute: Minute,
        attachments: Vec<String>,
        by: &Officer,
        now: Timestamp,
    ) -> Result<Signed, FilingRefusal> {
        let file = self.at(now);
        let (content, count) = match minute {
            Minute::Agreement => (NoteContent::Agreement, 1),
            Minute::Note(body) => {
                let (body, count) = file.text(body)?;
                (NoteContent::Text(body), count)
            }
            Minute::Order(body) => {
                may_order(by)?;
                let (body, count) = file.text(body)?;
                (NoteContent::Order(body), count)
            }
        };
        let kind = content.kind();
        let (mut file, note) = file.minute(stamp, content, count, attachments, by, now)?;
        if kind.is_text() {
            file.noted(by);
        }
        let event = file.event(EventKind::NoteSubmitted, json!({ "note": note.facts() }));
        let warnings = file.warnings();
        Ok(Signed {
            file,
            note,
            event,
            warnings,
        })
    }

    /// Whether a draft can be put up to the officer whom its author assists: it says what could be signed.
    pub fn put_up(&self, draft: &NoteBody, by: &Officer) -> Result<(), FilingRefusal> {
        if by.assisting.is_none() {
            return Err(FilingRefusal::PutUpByHolder);
        }
        self.text(draft.clone()).map(|_| ())
    }

    /// A text as it is signed on this file, and how many numbers it takes.
    fn text(&self, body: NoteBody) -> Result<(NoteBody, i32), FilingRefusal> {
        let body = body.signed(self.last_paragraph, self.last_page)?;
        let count = i32::try_from(body.paragraphs.len()).map_err(|_| FilingRefusal::NoteTooLong)?;
        Ok((body, count))
    }

    /// Adds an entry to the note portion under the next numbers. Working on the file counts as looking at it.
    pub(super) fn minute(
        mut self,
        stamp: NoteStamp,
        content: NoteContent,
        paragraphs: i32,
        attachments: Vec<String>,
        by: &Officer,
        now: Timestamp,
    ) -> Result<(Self, Note), FilingRefusal> {
        let (holding, _) = self.custody.clone().on_desk_of(by.post)?;
        let mut note = Note {
            id: stamp.id,
            nonce: stamp.nonce,
            file: self.id,
            ordinal: self.notes + 1,
            paragraph_first: self.last_paragraph + 1,
            paragraph_last: self.last_paragraph + paragraphs,
            content,
            author: Author {
                person: by.person,
                post: by.post,
                charge: by.charge,
            },
            classification: self.classification,
            at: stamp.at,
            previous: self.last_digest.take(),
            attachments,
            digest: String::new(),
        };
        note.digest = digest_hex(&note.canonical());
        self.custody = super::Custody::WithPost {
            holding: looked_at(holding, now),
            before: None,
        };
        self.notes = note.ordinal;
        self.last_paragraph = note.paragraph_last;
        self.last_digest = Some(note.digest.clone());
        self.version = self.version.next();
        Ok((self, note))
    }

    /// Remembers a noting officer below the secretary, as far as rule 7 asks.
    fn noted(&mut self, by: &Officer) {
        let counts = by.grade < SECRETARY_GRADE && !self.noting_posts.contains(&by.post);
        if counts && self.noting_posts.len() <= NOTING_OFFICERS {
            self.noting_posts.push(by.post);
        }
    }
}

/// Rule 9: only section officers and above authenticate orders; which posts those are is written at the post.
pub(super) fn may_order(by: &Officer) -> Result<(), FilingRefusal> {
    if by.roles.has(Role::Authenticator) {
        Ok(())
    } else {
        Err(FilingRefusal::OrderNotAuthorised)
    }
}

/// Rule 7: more than two officers below the secretary have noted on the case.
pub fn many_noting_officers(noting_posts: &[PostId]) -> bool {
    noting_posts.len() > NOTING_OFFICERS
}
