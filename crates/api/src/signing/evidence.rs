//! What a signature is worth, and what proves it.

use crate::http::ActingOfficer;
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
use serde_json::Value;
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

/// Everything that an outsider needs to verify the signature under an entry of the note portion.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "v": 1, "note_id": examples::SOMETHING, "statement": "{\"at\":\"2026-03-03T06:20:15.000000Z\",…}",
    "digest": examples::DIGEST, "challenge": "nyDH6hcnyXzrmfHgQs9jOkWqwbT2jBfFjBo2QnJDvMo",
    "evidence": {"method": "server_key", "key": examples::SOMETHING, "proof": "totp"},
    "entry": "{\"at\":\"2026-03-03T06:20:15.000000Z\",…}",
}))]
pub(crate) struct NoteEvidence {
    /// The version of this form.
    v: u8,
    note_id: Uuid,
    /// What was signed, to the byte: canonical JSON.
    statement: String,
    /// SHA-256 of the statement, hex: what the ledger has.
    digest: String,
    /// The challenge that was signed, base64url.
    challenge: String,
    /// The evidence (docs/verification.md, "A signature"); null under a docket, which nobody signs.
    #[schema(value_type = Option<Object>, required = true)]
    evidence: Option<Value>,
    /// The body of the ledger's entry, to the byte; its digest of the evidence is `content.signature.evidence`.
    entry: String,
}

/// Gives what proves the signature under an entry of the note portion.
///
/// Whoever may read the file. `entry` is the ledger's leaf: `getLedgerEvidence` proves for auditors that it is in the
/// tree, and its digest is the officer's receipt.
#[utoipa::path(
    operation_id = "getNoteEvidence", tag = "Files", params(("id" = Uuid, Path)),
    responses((status = 200, description = "What proves the signature", body = NoteEvidence), ProofProblems)
)]
#[get("/notes/{id}/evidence")]
pub(crate) async fn get_note_evidence(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<NoteEvidence>, Problem> {
    let found = filing::note_evidence(&office, &officer.0, NoteId(*id)).await?;
    Ok(Json(NoteEvidence {
        v: 1,
        note_id: *id,
        digest: found.statement.digest(),
        challenge: found.challenge(),
        statement: found.statement.text,
        evidence: found.evidence.and_then(|evidence| serde_json::from_str(&evidence).ok()),
        entry: found.entry,
    }))
}
