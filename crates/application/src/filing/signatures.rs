//! What signatures on the note portion are worth.

use super::read::readable_note;
use crate::office::{Error, Office};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_domain::access::Officer;
use daftar_domain::filing::Note;
use daftar_domain::identity::Proof;
use daftar_domain::office::{NoteId, Timestamp};
use daftar_domain::signing::{Evidence, Method, SignatureState, Statement, signature_state};
use daftar_persistence::signing::SignatureRow;
use uuid::Uuid;

/// A signature as the note portion shows it.
#[derive(Debug, Clone)]
pub struct SignatureView {
    /// What it was made with.
    pub method: Method,
    /// What the officer proved himself with.
    pub proof: Proof,
    /// The passkey or key.
    pub key: Uuid,
    /// When.
    pub at: Timestamp,
    /// What it is worth.
    pub state: SignatureState,
    /// When the passkey or key was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// Verifies the signature under an entry. Evidence that cannot be read is worth nothing.
pub(super) fn look_at(note: &Note, row: &SignatureRow) -> SignatureView {
    let evidence: Option<Evidence> = serde_json::from_str(&row.evidence).ok();
    let proof = match &evidence {
        Some(Evidence::ServerKey(evidence)) => evidence.proof,
        _ => Proof::Passkey,
    };
    SignatureView {
        method: row.method,
        proof,
        key: row.key,
        at: row.at,
        state: signature_state(note.is_intact(), evidence.as_ref(), &note.statement()),
        revoked_at: row.revoked_at,
    }
}

/// What proves an entry of the note portion.
#[derive(Debug, Clone)]
pub struct NoteEvidence {
    /// What was signed.
    pub statement: Statement,
    /// The evidence, canonical JSON; none under a docket.
    pub evidence: Option<String>,
    /// The body of the ledger's entry.
    pub entry: String,
}

impl NoteEvidence {
    /// The challenge of the statement, base64url.
    pub fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.statement.challenge())
    }
}

/// What proves an entry of the note portion, for whoever may read its file.
pub async fn note_evidence(office: &Office, officer: &Officer, id: NoteId) -> Result<NoteEvidence, Error> {
    let note = readable_note(office, officer, id).await?;
    let signatures = office.database().signing().under_notes(&[id]).await?;
    let entry = office
        .database()
        .ledger()
        .body_of_note(note.file.0, &note.digest)
        .await?;
    Ok(NoteEvidence {
        statement: note.statement(),
        evidence: signatures.get(&id).map(|row| row.evidence.clone()),
        entry: entry.ok_or_else(|| Error::Internal(format!("the ledger does not know the note {id}")))?,
    })
}
