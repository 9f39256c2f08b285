//! What a signature is worth, and what proves it.

use crate::http::ActingOfficer;
use crate::ledger::LedgerEvidence;
use crate::office::{examples, words};
use crate::problem::{Problem, ProofProblems};
use actix_web::get;
use actix_web::web::{Data, Json, Path};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::filing::{self, SignatureView};
use daftar_domain::identity::Proof;
use daftar_domain::office::NoteId;
use daftar_domain::signing::{Method, SignatureState};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The signature under an entry of the note portion, verified just now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "method": "server_key", "proof": "totp", "key_id": examples::SOMETHING, "signed_at": "2026-03-03T06:20:15Z",
    "state": "valid", "revoked_at": null,
}))]
pub(crate) struct NoteSignature {
    /// The officer's own passkey, or the key that the office keeps for him.
    #[schema(value_type = words::SigningMethod)]
    method: Method,
    /// What the officer proved himself with for it.
    #[schema(value_type = words::Proof)]
    proof: Proof,
    /// The passkey or key.
    key_id: Uuid,
    /// When.
    signed_at: DateTime<Utc>,
    /// `valid`; `invalid` where the entry, the evidence or the ledger does not agree with it.
    #[schema(value_type = words::SignatureState)]
    state: SignatureState,
    /// When the passkey or key was revoked; a signature from before stays valid.
    #[schema(required = true)]
    revoked_at: Option<DateTime<Utc>>,
}

impl From<SignatureView> for NoteSignature {
    fn from(view: SignatureView) -> Self {
        Self {
            method: view.method,
            proof: view.proof,
            key_id: view.key,
            signed_at: view.at,
            state: view.state,
            revoked_at: view.revoked_at,
        }
    }
}

/// Gives what proves an entry of the note portion and the signature under it.
///
/// Whoever may read the file. The form is that of `getLedgerEvidence`, with the note; `tests/verify/verify.py evidence`
/// checks it, and docs/verification.md says how. 409 `ledger-entry-pending` within the second before the act has its place
/// in the ledger.
#[utoipa::path(
    operation_id = "getNoteEvidence", tag = "Files", params(("id" = Uuid, Path)),
    responses((status = 200, description = "What proves the note", body = LedgerEvidence), ProofProblems)
)]
#[get("/notes/{id}/evidence")]
pub(crate) async fn get_note_evidence(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<LedgerEvidence>, Problem> {
    let evidence = filing::note_evidence(&office, &officer.0, NoteId(*id)).await?;
    Ok(Json(evidence.into()))
}
