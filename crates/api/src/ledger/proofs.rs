//! What proves an entry, and that the ledger only grows.

use crate::http::{ActingOfficer, Query};
use crate::office::examples;
use crate::problem::{Problem, ProofProblems};
use actix_web::get;
use actix_web::web::{Data, Json, Path};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use daftar_application::Office;
use daftar_application::ledger;
use daftar_domain::ledger::tree::Hash;
use daftar_domain::office::EntryId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// The proof that an entry is in the tree of a certain size (RFC 6962, 2.1.1).
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"position": 17, "size": 1042, "proof": [examples::HASH]}))]
pub(crate) struct LedgerInclusion {
    /// The entry's place in the tree, from 0.
    position: u64,
    /// How many entries the tree has.
    size: u64,
    /// The hashes of the proof in base64, from the leaf upward.
    proof: Vec<String>,
}

/// The proof that a larger tree begins with a smaller one (RFC 6962, 2.1.2).
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"from": 1000, "to": 1042, "proof": [examples::HASH]}))]
pub(crate) struct LedgerConsistency {
    /// The size of the smaller tree.
    from: u64,
    /// The size of the larger tree.
    to: u64,
    /// The hashes of the proof in base64.
    proof: Vec<String>,
}

/// Everything that an outsider needs to check one act (docs/verification.md, "Proving one act").
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "v": 1, "entry": {"position": 17, "body": "{\"at\":\"2026-03-03T06:20:15.000000Z\",…}"},
    "checkpoint": examples::CHECKPOINT, "proof": [examples::HASH], "keys": [examples::VERIFIER_KEY], "note": null,
    "signature": "{\"key\":\"0199b0a4-…\",\"method\":\"server_key\",…}",
    "signer": {"position": 4, "body": "{\"at\":\"2026-03-02T04:11:09.000000Z\",…}", "proof": [examples::HASH]},
}))]
pub(crate) struct LedgerEvidence {
    /// The version of this form.
    v: u8,
    entry: EvidentEntry,
    /// The latest checkpoint, a signed note.
    checkpoint: String,
    /// The proof that the entry is in the tree of the checkpoint, in base64.
    proof: Vec<String>,
    /// The verifier keys of the office, the oldest first. Trust one that you have from elsewhere.
    keys: Vec<String>,
    /// The canonical form of the act's note: what was signed, to the byte. Null for who may not read it, and where the act
    /// has no note.
    #[schema(required = true)]
    note: Option<String>,
    /// What proves the signature under the act, canonical JSON to the byte (docs/verification.md, "A signature"); null
    /// where nobody signs such an act.
    #[schema(required = true)]
    signature: Option<String>,
    /// The entry by which the key of the signature is the officer's.
    #[schema(required = true)]
    signer: Option<EvidentSigner>,
}

/// An entry as the tree holds it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EvidentEntry {
    /// Its place in the tree, from 0.
    position: u64,
    /// Its canonical form, to the byte.
    body: String,
}

/// The entry that made or approved a key.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EvidentSigner {
    /// Its place in the tree, from 0.
    position: u64,
    /// Its canonical form, to the byte.
    body: String,
    /// The proof that it is in the tree of the checkpoint, in base64.
    proof: Vec<String>,
}

impl From<ledger::Evidence> for LedgerEvidence {
    fn from(evidence: ledger::Evidence) -> Self {
        let signer = evidence.signer.map(|signer| EvidentSigner {
            position: signer.inclusion.position,
            body: signer.body,
            proof: base64(&signer.inclusion.proof),
        });
        Self {
            v: 1,
            entry: EvidentEntry {
                position: evidence.entry.inclusion.position,
                body: evidence.entry.body,
            },
            checkpoint: evidence.checkpoint,
            proof: base64(&evidence.entry.inclusion.proof),
            keys: evidence.keys,
            note: evidence.note,
            signature: evidence.signature,
            signer,
        }
    }
}

/// In the tree of which size.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct InclusionIn {
    /// How many entries the tree has; that of the latest checkpoint when left out.
    size: Option<u64>,
}

/// Between the trees of which sizes.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ConsistencyBetween {
    /// The size of the smaller tree.
    from: u64,
    /// The size of the larger tree, at most that of the latest checkpoint.
    to: u64,
}

/// Hashes in base64, as proofs have them.
pub(crate) fn base64(proof: &[Hash]) -> Vec<String> {
    proof.iter().map(|hash| STANDARD.encode(hash)).collect()
}

/// Gives what proves an act: its entry, the proof that it is in the tree, the signed checkpoint, the signature under it.
///
/// Auditors only; what was signed is not theirs to read, `getNoteEvidence` has it. `tests/verify/verify.py evidence` checks what this answers, and docs/verification.md says how. 409
/// `ledger-entry-pending` within the second before the entry has its place.
#[utoipa::path(
    operation_id = "getLedgerEvidence", tag = "Ledger", params(("id" = Uuid, Path)),
    responses((status = 200, description = "What proves the act", body = LedgerEvidence), ProofProblems)
)]
#[get("/ledger/entries/{id}/evidence")]
pub(crate) async fn get_ledger_evidence(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<LedgerEvidence>, Problem> {
    let evidence = ledger::evidence(&office, &officer.0, EntryId(*id)).await?;
    Ok(Json(evidence.into()))
}

/// Proves that an entry is in the tree of a certain size.
///
/// Auditors only. 409 `ledger-entry-pending` within the second before the entry has its place; 422 where the tree has
/// no such size, or the entry came later.
#[utoipa::path(
    operation_id = "getLedgerInclusion", tag = "Ledger", params(InclusionIn, ("id" = Uuid, Path)),
    responses((status = 200, description = "The proof", body = LedgerInclusion), ProofProblems)
)]
#[get("/ledger/entries/{id}/inclusion")]
pub(crate) async fn get_ledger_inclusion(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    query: Query<InclusionIn>,
) -> Result<Json<LedgerInclusion>, Problem> {
    let inclusion = ledger::inclusion(&office, &officer.0, EntryId(*id), query.0.size).await?;
    Ok(Json(LedgerInclusion {
        position: inclusion.position,
        size: inclusion.size,
        proof: base64(&inclusion.proof),
    }))
}

/// Proves that the tree of one size begins with the tree of a smaller one: that the ledger only grew.
///
/// Auditors only. 422 where the tree has no such sizes.
#[utoipa::path(
    operation_id = "getLedgerConsistency", tag = "Ledger", params(ConsistencyBetween),
    responses((status = 200, description = "The proof", body = LedgerConsistency), ProofProblems)
)]
#[get("/ledger/consistency")]
pub(crate) async fn get_ledger_consistency(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<ConsistencyBetween>,
) -> Result<Json<LedgerConsistency>, Problem> {
    let ConsistencyBetween { from, to } = query.0;
    let proof = ledger::consistency(&office, &officer.0, from, to).await?;
    Ok(Json(LedgerConsistency {
        from,
        to,
        proof: base64(&proof),
    }))
}
