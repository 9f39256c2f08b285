//! A communication on its way: drafted, commented on, vetted, approved; and changed again, which voids the approval.

use super::remark::{Remark, RemarkKind, words};
use super::{Content, DraftingRefusal, Issued, Obstacle};
use crate::access::{Officer, Role};
use crate::filing::Author;
use crate::ledger::{Event, EventKind, Module, SubjectKind, canonical_json, sha256_hex};
use crate::office::{CommunicationId, FileId, PersonId, RemarkId, Timestamp, UnitId, Version, vocabulary};
use crate::signing::{Purpose, Statement};
use serde_json::{Value, json};

vocabulary! {
    /// Where a communication stands.
    CommunicationState {
        /// It is being written.
        Draft = "draft",
        /// Its text was approved, and was not changed since.
        Approved = "approved",
        /// Signed, numbered, issued: nothing about it changes any more.
        Issued = "issued",
        /// It was given up.
        Withdrawn = "withdrawn",
    }
}

/// One text of a communication. Whoever wrote it may go on writing in it, until somebody has said something about it, or
/// somebody else writes on: from then on it stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Its place among the texts of its communication, from 1.
    pub number: i32,
    /// What it says.
    pub content: Content,
    /// Who wrote it.
    pub author: Author,
    /// When it was last written in.
    pub written_at: Timestamp,
    /// 32 random hex digits: without them the digest of a few words could be guessed.
    pub nonce: String,
    /// Whether it stays as it is.
    pub sealed: bool,
}

impl Wording {
    /// What it says, as canonical JSON: the digest is of this.
    pub fn canonical(&self, of: CommunicationId) -> String {
        canonical_json(&json!({
            "v": 1,
            "nonce": self.nonce,
            "communication": of,
            "text": self.number,
            "content": self.content,
        }))
    }

    /// SHA-256 over what it says, hex: what an approval is an approval of.
    pub fn digest(&self, of: CommunicationId) -> String {
        sha256_hex(&self.canonical(of))
    }
}

/// An approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The number of the text.
    pub text: i32,
    /// Its digest.
    pub digest: String,
    /// Who approved.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

/// Where a communication stands, with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// It is being written. `voided` is the approval that was lost by an edit, until the next one.
    Draft {
        /// The approval that an edit voided.
        voided: Option<Approval>,
    },
    /// Approved.
    Approved(Approval),
    /// Issued.
    Issued(Issued),
    /// Given up.
    Withdrawn {
        /// By whom.
        by: Author,
        /// When.
        at: Timestamp,
    },
}

impl Stage {
    /// The state as lists show it.
    pub fn state(&self) -> CommunicationState {
        match self {
            Self::Draft { .. } => CommunicationState::Draft,
            Self::Approved(_) => CommunicationState::Approved,
            Self::Issued(_) => CommunicationState::Issued,
            Self::Withdrawn { .. } => CommunicationState::Withdrawn,
        }
    }
}

/// A communication, with its latest text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Communication {
    /// Its id.
    pub id: CommunicationId,
    /// The file that it travels on.
    pub file: FileId,
    /// The unit whose file that is: it writes.
    pub unit: UnitId,
    /// Its version.
    pub version: Version,
    /// Where it stands.
    pub stage: Stage,
    /// Its latest text.
    pub wording: Wording,
    /// Who opened it.
    pub opened_by: Author,
    /// When.
    pub opened_at: Timestamp,
    /// How many signed acts there are on it.
    pub acts: i32,
}

/// A communication after an act, with the act for the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The communication.
    pub communication: Communication,
    /// The act, where the ledger hears of it.
    pub event: Option<Event>,
}

/// A communication after a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remarked {
    /// The communication.
    pub communication: Communication,
    /// The remark.
    pub remark: Remark,
    /// The act for the ledger.
    pub event: Event,
}

/// What makes a new text or remark: given from outside, because rules know no chance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The id.
    pub id: CommunicationId,
    /// The nonce of its first text.
    pub nonce: String,
    /// The file.
    pub file: FileId,
    /// The file's unit.
    pub unit: UnitId,
}

impl Communication {
    /// Opens a draft on a file. `content` was [cleaned](Content::cleaned).
    pub fn open(opening: Opening, content: Content, by: &Officer, now: Timestamp) -> Drafted {
        let author = author(by);
        let communication = Self {
            id: opening.id,
            file: opening.file,
            unit: opening.unit,
            version: Version::FIRST,
            stage: Stage::Draft { voided: None },
            wording: Wording {
                number: 1,
                content,
                author,
                written_at: now,
                nonce: opening.nonce,
                sealed: false,
            },
            opened_by: author,
            opened_at: now,
            acts: 0,
        };
        let form = communication.wording.content.form;
        let event = communication.event(EventKind::CommunicationOpened, json!({ "form": form }));
        Drafted {
            event: Some(event),
            communication,
        }
    }

    /// Writes another text. The same hand goes on in its own text; another hand, and a text that somebody has spoken about,
    /// begin the next one. An approval is void from then on. Nothing happens where nothing changes.
    ///
    /// # Errors
    /// `draft-issued`, `draft-withdrawn`.
    pub fn revise(
        mut self,
        content: Content,
        nonce: String,
        by: &Officer,
        now: Timestamp,
    ) -> Result<Drafted, DraftingRefusal> {
        self.must_be_open()?;
        let written = author(by);
        if content == self.wording.content {
            return Ok(Drafted {
                communication: self,
                event: None,
            });
        }
        self.version = self.version.next();
        let own = self.wording.author.person == written.person && self.wording.author.post == written.post;
        if own && !self.wording.sealed {
            self.wording.content = content;
            self.wording.written_at = now;
            return Ok(Drafted {
                communication: self,
                event: None,
            });
        }
        let before = json!({ "text": self.wording.number, "digest": self.wording.digest(self.id) });
        let voided = self.void();
        self.wording = Wording {
            number: self.wording.number + 1,
            content,
            author: written,
            written_at: now,
            nonce,
            sealed: false,
        };
        let facts = json!({ "text": self.wording.number, "before": before, "voids": voided });
        let event = self.event(EventKind::CommunicationRevised, facts);
        Ok(Drafted {
            event: Some(event),
            communication: self,
        })
    }

    /// Makes an approval void; answers the number of the text that it was of.
    fn void(&mut self) -> Option<i32> {
        let Stage::Approved(approval) = &self.stage else {
            return None;
        };
        let text = approval.text;
        self.stage = Stage::Draft {
            voided: Some(approval.clone()),
        };
        Some(text)
    }

    /// Says something about the text as it is; with a verdict it was vetted.
    ///
    /// # Errors
    /// What is wrong with the words; `draft-text-moved-on` where another text was seen.
    pub fn remark(
        mut self,
        id: RemarkId,
        seen: i32,
        kind: RemarkKind,
        text: &str,
        by: &Officer,
        now: Timestamp,
    ) -> Result<Remarked, DraftingRefusal> {
        self.must_be_open()?;
        self.must_be_at(seen)?;
        let text = words(text, kind.needs_words())?;
        if let RemarkKind::Suggestion(suggestion) = &kind {
            suggestion.must_fit(&self.wording.content)?;
        }
        self.wording.sealed = true;
        self.version = self.version.next();
        let digest = self.wording.digest(self.id);
        let (event, verdict) = match &kind {
            RemarkKind::Vetting(verdict) => (EventKind::CommunicationVetted, Some(*verdict)),
            RemarkKind::Comment | RemarkKind::Suggestion(_) => (EventKind::CommunicationRemarked, None),
        };
        let facts = json!({ "remark": id, "text": seen, "digest": digest, "verdict": verdict });
        let event = self
            .event(event, facts)
            .saying(json!({ "remark": text, "suggestion": kind.suggestion() }));
        let remark = Remark {
            id,
            communication: self.id,
            on: seen,
            kind,
            text,
            author: author(by),
            at: now,
            decision: None,
        };
        Ok(Remarked {
            communication: self,
            remark,
            event,
        })
    }

    /// Accepts or refuses a suggested change. Accepted, it becomes the next text, or goes into the one that the officer is
    /// writing.
    ///
    /// # Errors
    /// `draft-suggestion-decided`, `draft-passage-changed`.
    pub fn decide(
        self,
        remark: Remark,
        accept: bool,
        nonce: String,
        by: &Officer,
        now: Timestamp,
    ) -> Result<Remarked, DraftingRefusal> {
        self.must_be_open()?;
        let suggestion = remark.open_suggestion()?;
        let content = if accept {
            suggestion.applied(&self.wording.content)?
        } else {
            self.wording.content.clone()
        };
        let before = self.version;
        let revised = self.revise(content, nonce, by, now)?;
        let mut communication = revised.communication;
        communication.version = before.next();
        let remark = remark.decided(accept, author(by), now);
        // Where a text begins, the one before is sealed, and an approval of it is void.
        let begun = |key: &str| revised.event.as_ref().and_then(|event| event.content.get(key));
        let facts = json!({
            "remark": remark.id,
            "accepted": accept,
            "text": communication.wording.number,
            "before": begun("before"),
            "voids": begun("voids"),
        });
        let event = communication.event(EventKind::SuggestionDecided, facts);
        Ok(Remarked {
            communication,
            remark,
            event,
        })
    }

    /// Approves the text as it is. `hands` are the persons who wrote or vetted any text of it.
    ///
    /// # Errors
    /// `draft-may-not-approve` (rule 9); `draft-approved-alone`; `draft-text-moved-on`; `draft-not-ready` where something
    /// stands in its way.
    pub fn approve(
        mut self,
        seen: i32,
        obstacles: &[Obstacle],
        hands: &[PersonId],
        by: &Officer,
        now: Timestamp,
    ) -> Result<Drafted, DraftingRefusal> {
        self.must_be_open()?;
        if matches!(self.stage, Stage::Approved(_)) {
            return Err(DraftingRefusal::Approved);
        }
        if !by.roles.has(Role::Authenticator) {
            return Err(DraftingRefusal::MayNotApprove);
        }
        self.must_be_at(seen)?;
        if !obstacles.is_empty() {
            return Err(DraftingRefusal::NotReady);
        }
        if hands.iter().all(|person| *person == by.person) {
            return Err(DraftingRefusal::ApprovedAlone);
        }
        self.wording.sealed = true;
        self.version = self.version.next();
        self.acts += 1;
        let digest = self.wording.digest(self.id);
        let facts = json!({ "ordinal": self.acts, "text": seen, "digest": digest });
        let event = self.event(EventKind::CommunicationApproved, facts);
        self.stage = Stage::Approved(Approval {
            text: seen,
            digest,
            by: author(by),
            at: now,
        });
        Ok(Drafted {
            event: Some(event),
            communication: self,
        })
    }

    /// Gives the draft up. Its texts stay.
    ///
    /// # Errors
    /// `draft-issued`, `draft-withdrawn`; what is wrong with the reason.
    pub fn withdraw(mut self, reason: &str, by: &Officer, now: Timestamp) -> Result<Drafted, DraftingRefusal> {
        self.must_be_open()?;
        let reason = words(reason, true)?;
        self.wording.sealed = true;
        self.version = self.version.next();
        let facts = json!({ "text": self.wording.number, "digest": self.wording.digest(self.id) });
        let event = self.event(EventKind::CommunicationWithdrawn, facts);
        self.stage = Stage::Withdrawn {
            by: author(by),
            at: now,
        };
        Ok(Drafted {
            event: Some(event.saying(json!({ "remark": reason }))),
            communication: self,
        })
    }

    /// What its officer signs with an approval: which text, by its digest, on which file.
    pub fn approval_statement(&self, by: &Officer, nonce: &str, at: Timestamp) -> Option<Statement> {
        let Stage::Approved(approval) = &self.stage else {
            return None;
        };
        let act = json!({
            "v": 1,
            "nonce": nonce,
            "act": EventKind::CommunicationApproved,
            "file": self.file,
            "communication": self.id,
            "ordinal": self.acts,
            "text": approval.text,
            "digest": approval.digest,
            "form": self.wording.content.form,
            "classification": self.wording.content.classification,
            "post": by.post,
            "person": by.person,
            "charge": by.charge,
            "at": at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        });
        Some(Statement::of(Purpose::Act, &act))
    }

    pub(super) fn must_be_open(&self) -> Result<(), DraftingRefusal> {
        match self.stage {
            Stage::Draft { .. } | Stage::Approved(_) => Ok(()),
            Stage::Issued(_) => Err(DraftingRefusal::Issued),
            Stage::Withdrawn { .. } => Err(DraftingRefusal::Withdrawn),
        }
    }

    fn must_be_at(&self, seen: i32) -> Result<(), DraftingRefusal> {
        if seen == self.wording.number {
            Ok(())
        } else {
            Err(DraftingRefusal::TextMovedOn)
        }
    }

    /// An act on it; it stands in the ledger under its file, whose timeline tells it.
    pub(super) fn event(&self, kind: EventKind, facts: Value) -> Event {
        let mut content = facts;
        if let Value::Object(facts) = &mut content {
            facts.insert("communication".to_owned(), json!(self.id));
        }
        Event::new(Module::Drafting, kind, SubjectKind::File, self.file.0, content)
    }
}

pub(super) fn author(by: &Officer) -> Author {
    Author {
        person: by.person,
        post: by.post,
        charge: by.charge,
    }
}
