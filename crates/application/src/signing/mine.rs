//! What a person has signed, from the ledger.

use crate::identity::Acting;
use crate::office::{Error, Office};
use daftar_domain::filing::{Note, NoteKind};
use daftar_domain::identity::Proof;
use daftar_domain::ledger::{EventKind, sha256_hex};
use daftar_domain::office::{FileId, NoteId, PostId, Timestamp};
use daftar_domain::signing::{Method, Purpose, SIGNED_KINDS, SignatureState, Statement};
use daftar_persistence::filing::FileName;
use daftar_persistence::ledger::{LedgerFilter, LedgerRow};
use daftar_persistence::organisation::PostRef;
use daftar_persistence::signing::SignatureRow;
use daftar_persistence::{Cursor, Page};
use serde::Deserialize;
use std::collections::HashMap;
use uuid::Uuid;

/// An act that a person signed.
#[derive(Debug, Clone)]
pub struct MySignature {
    /// Its entry in the ledger.
    pub row: LedgerRow,
    /// What was done.
    pub kind: EventKind,
    /// The post that was acted for, as it is called now.
    pub post: Option<PostRef>,
    /// The file, where the person may see it now.
    pub file: Option<FileName>,
    /// The entry of the note portion, if it was one.
    pub note: Option<SignedNoteFacts>,
    /// What it was signed with, as the ledger has it.
    pub signed: SignedFacts,
    /// What the signature is worth.
    pub state: SignatureState,
    /// When the passkey or key was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// What the ledger says of an entry of a note portion.
#[derive(Debug, Clone, Deserialize)]
pub struct SignedNoteFacts {
    /// The entry.
    pub id: NoteId,
    /// What it is.
    pub kind: NoteKind,
    /// Its place in the note portion.
    pub ordinal: i32,
    /// Its first and last paragraph.
    pub paragraphs: (i32, i32),
    /// Its digest.
    pub digest: String,
}

/// What the ledger says of a signature.
#[derive(Debug, Clone, Deserialize)]
pub struct SignedFacts {
    /// What it was made with.
    pub method: Method,
    /// The passkey or key.
    pub key: Uuid,
    /// What the person proved himself with.
    pub proof: Proof,
    /// The digest of its evidence.
    pub evidence: String,
}

#[derive(Deserialize)]
struct Body {
    content: Content,
}

#[derive(Deserialize)]
struct Content {
    note: Option<SignedNoteFacts>,
    signature: SignedFacts,
}

/// What the person of a session has signed, for whichever post, the latest first. Each signature is verified.
pub async fn my_signatures(
    office: &Office,
    acting: &Acting,
    after: Option<&Cursor>,
    limit: u64,
) -> Result<Page<MySignature>, Error> {
    let filter = LedgerFilter {
        person: Some(acting.holder.person),
        kinds: SIGNED_KINDS,
        after: after.map(Cursor::unpack).transpose()?,
        limit,
        ..LedgerFilter::default()
    };
    let Page { items, next } = office.database().ledger().page(&filter).await?;
    let entries = items.into_iter().map(|row| Ok((content(&row)?, row)));
    let entries: Vec<(Content, LedgerRow)> = entries.collect::<Result<_, Error>>()?;
    let known = Known::of(office, acting, &entries).await?;
    let told = entries
        .into_iter()
        .map(|(content, row)| known.tell(office, content, row));
    Ok(Page {
        items: told.collect::<Result<_, _>>()?,
        next,
    })
}

fn content(row: &LedgerRow) -> Result<Content, Error> {
    let body: Result<Body, _> = serde_json::from_str(&row.body);
    let body = body.map_err(|error| Error::Internal(format!("entry {}: {error}", row.id.0)))?;
    Ok(body.content)
}

/// What the office keeps of the acts of a page.
struct Known {
    /// By the digest of their evidence.
    signatures: HashMap<String, SignatureRow>,
    notes: HashMap<NoteId, Note>,
    files: HashMap<FileId, FileName>,
    posts: HashMap<PostId, PostRef>,
}

impl Known {
    async fn of(office: &Office, acting: &Acting, entries: &[(Content, LedgerRow)]) -> Result<Self, Error> {
        let database = office.database();
        let mut files: Vec<FileId> = entries.iter().map(|(_, row)| FileId(row.subject)).collect();
        files.sort_unstable();
        files.dedup();
        let notes: Vec<NoteId> = entries
            .iter()
            .filter_map(|(content, _)| Some(content.note.as_ref()?.id))
            .collect();
        let signatures = database.signing().by_person(acting.holder.person, &files).await?;
        let notes = database.filing().notes_among(&notes).await?;
        let mut visible = HashMap::new();
        for officer in &acting.holder.officers {
            let seen = database.filing().visible_among(&files, officer).await?;
            visible.extend(seen.into_iter().map(|file| (file.id, file)));
        }
        let posts = entries.iter().filter_map(|(_, row)| row.post);
        Ok(Self {
            signatures: signatures
                .into_iter()
                .map(|row| (sha256_hex(&row.evidence), row))
                .collect(),
            notes: notes.into_iter().map(|note| (note.id, note)).collect(),
            files: visible,
            posts: database.organisation().post_refs(posts).await?,
        })
    }

    fn tell(&self, office: &Office, content: Content, row: LedgerRow) -> Result<MySignature, Error> {
        let kind = row.kind.parse();
        let signature = self.signatures.get(&content.signature.evidence);
        Ok(MySignature {
            kind: kind.map_err(|error| Error::Internal(format!("entry {}: {error}", row.id.0)))?,
            post: row.post.and_then(|post| self.posts.get(&post).cloned()),
            file: self.files.get(&FileId(row.subject)).cloned(),
            state: self.state(office, &content, signature),
            revoked_at: signature.and_then(|row| row.revoked_at),
            note: content.note,
            signed: content.signature,
            row,
        })
    }

    /// What the office keeps must be what the ledger has the digests of; what is gone is worth nothing.
    fn state(&self, office: &Office, content: &Content, signature: Option<&SignatureRow>) -> SignatureState {
        let statement = match &content.note {
            Some(facts) => self.notes.get(&facts.id).map(|note| {
                let intact = note.is_intact() && note.digest == facts.digest;
                (intact, note.statement())
            }),
            None => signature.and_then(|row| row.statement.clone()).map(|text| {
                let purpose = Purpose::Act;
                (true, Statement { purpose, text })
            }),
        };
        match (statement, signature) {
            (Some((intact, statement)), Some(row)) => office.verified().state(intact, &row.evidence, &statement),
            _ => SignatureState::Invalid,
        }
    }
}
