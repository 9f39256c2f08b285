//! What signatures on the note portion are worth.

use super::read::readable_note;
use crate::ledger::{Evidence, prove};
use crate::office::{Error, Office};
use daftar_domain::access::Officer;
use daftar_domain::filing::Note;
use daftar_domain::identity::Proof;
use daftar_domain::office::{NoteId, Timestamp};
use daftar_domain::signing::{self, Method, SignatureState};
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
pub(super) fn look_at(office: &Office, note: &Note, row: &SignatureRow) -> SignatureView {
    let evidence: Option<signing::Evidence> = serde_json::from_str(&row.evidence).ok();
    let proof = match &evidence {
        Some(signing::Evidence::ServerKey(evidence)) => evidence.proof,
        _ => Proof::Passkey,
    };
    SignatureView {
        method: row.method,
        proof,
        key: row.key,
        at: row.at,
        state: office
            .verified()
            .state(note.is_intact(), &row.evidence, &note.statement()),
        revoked_at: row.revoked_at,
    }
}

/// What proves an entry of the note portion, with its text, for whoever may read its file.
///
/// # Errors
/// `ledger-entry-pending` within the second before its act has a place in the ledger.
pub async fn note_evidence(office: &Office, officer: &Officer, id: NoteId) -> Result<Evidence, Error> {
    let note = readable_note(office, officer, id).await?;
    let ledger = office.database().ledger();
    let entry = ledger.entry_of_note(note.file.0, &note.digest).await?;
    let entry = entry.ok_or_else(|| Error::Internal(format!("the ledger does not know the note {id}")))?;
    prove(office, entry, Some(note.statement().text)).await
}
