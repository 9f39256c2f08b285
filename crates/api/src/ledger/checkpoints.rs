//! The history of checkpoints, and how the ledger is doing.

use crate::http::{ActingOfficer, Query, limit};
use crate::office::{examples, words};
use crate::problem::{Problem, ReadProblems};
use actix_web::get;
use actix_web::web::{Data, Json};
use chrono::{DateTime, Utc};
use daftar_application::ledger;
use daftar_application::{Cursor, Office};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A checkpoint: size and root of the ledger's tree, signed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "size": 1042, "root": examples::DIGEST, "at": "2026-03-03T06:20:16Z", "note": examples::CHECKPOINT,
    "cosignatures": [{"witness": "archives.example/witness", "at": "2026-03-03T06:21:00Z"}],
}))]
pub(crate) struct LedgerCheckpoint {
    /// How many entries the tree has.
    size: u64,
    /// The root of the tree, hex.
    root: String,
    /// When it was signed.
    at: DateTime<Utc>,
    /// The signed note (C2SP tlog-checkpoint), with the lines of witnesses.
    note: String,
    /// Which witnesses have seen it.
    cosignatures: Vec<LedgerCosignature>,
}

/// A witness outside the office has seen a checkpoint, and that it follows from those which it saw before.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LedgerCosignature {
    /// The name of the witness's key.
    witness: String,
    /// When its line came.
    at: DateTime<Utc>,
}

/// A page of checkpoints.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LedgerCheckpointPage {
    items: Vec<LedgerCheckpoint>,
    /// Where the next page starts; null on the last.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// How the ledger is doing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "origin": "office.example/ledger", "keys": [examples::VERIFIER_KEY], "pending": 0,
    "checkpoint": {
        "size": 1042, "root": examples::DIGEST, "at": "2026-03-03T06:20:16Z", "note": examples::CHECKPOINT,
        "cosignatures": [],
    },
    "witnesses": [{
        "name": "archives.example/witness", "key": examples::WITNESS_KEY, "size": 1040, "at": "2026-03-03T06:20:00Z",
        "problem": null,
    }],
}))]
pub(crate) struct LedgerStatus {
    /// The office's name for its ledger.
    origin: String,
    /// The verifier keys of the office, the oldest first.
    keys: Vec<String>,
    /// Entries that have no place in the tree yet, counted up to ten thousand. More than a few for more than a second
    /// means that nobody gives places.
    pending: u64,
    /// The latest checkpoint; null before the first act.
    #[schema(required = true)]
    checkpoint: Option<LedgerCheckpoint>,
    /// The witnesses that the office is configured with.
    witnesses: Vec<LedgerWitness>,
}

/// Somebody outside the office who cosigns its checkpoints, and how it goes with him.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LedgerWitness {
    /// The name of the witness's key.
    name: String,
    /// The witness's verifier key.
    key: String,
    /// The largest size that the witness has cosigned; 0 before the first.
    size: u64,
    /// When that cosignature came.
    #[schema(required = true)]
    at: Option<DateTime<Utc>>,
    /// Why it did not cosign when it was asked last: it did not answer (`unreachable`); it answered without a good
    /// cosignature (`refused`); it has seen a longer ledger, so an old copy of the office was put back (`ahead`); what it
    /// has seen is not the beginning of this ledger (`forked`). Null when all is well.
    #[schema(required = true, value_type = Option<words::WitnessProblem>)]
    problem: Option<&'static str>,
}

/// Which checkpoints.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListLedgerCheckpoints {
    /// Where the page before ended.
    cursor: Option<String>,
    /// Rows of a page, 1 to 500; 50 when left out.
    limit: Option<u64>,
}

impl From<ledger::SignedCheckpoint> for LedgerCheckpoint {
    fn from(signed: ledger::SignedCheckpoint) -> Self {
        let cosignature = |line: &daftar_application::ledger::Cosignature| LedgerCosignature {
            witness: line.witness.clone(),
            at: line.at,
        };
        Self {
            note: signed.note(),
            cosignatures: signed.cosignatures.iter().map(cosignature).collect(),
            size: signed.row.size,
            root: signed.row.root,
            at: signed.row.at,
        }
    }
}

impl From<ledger::WitnessStatus> for LedgerWitness {
    fn from(status: ledger::WitnessStatus) -> Self {
        Self {
            name: status.key.name().to_owned(),
            key: status.key.to_string(),
            size: status.size,
            at: status.at,
            problem: status.problem.map(daftar_domain::ledger::WitnessProblem::as_str),
        }
    }
}

/// Lists the checkpoints of the ledger, newest first.
///
/// Auditors only. The office signs one whenever entries got their places; of those of one minute the last is kept, and
/// every one that a witness has seen.
#[utoipa::path(
    operation_id = "listLedgerCheckpoints", tag = "Ledger", params(ListLedgerCheckpoints),
    responses((status = 200, description = "A page of checkpoints", body = LedgerCheckpointPage), ReadProblems)
)]
#[get("/ledger/checkpoints")]
pub(crate) async fn list_ledger_checkpoints(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<ListLedgerCheckpoints>,
) -> Result<Json<LedgerCheckpointPage>, Problem> {
    let cursor = query.0.cursor.map(Cursor);
    let page = ledger::checkpoints(&office, &officer.0, cursor.as_ref(), limit(query.0.limit, 50, 500)).await?;
    Ok(Json(LedgerCheckpointPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Says how the ledger is doing: its keys, its latest checkpoint, what waits for a place, its witnesses.
///
/// Auditors only.
#[utoipa::path(
    operation_id = "getLedgerStatus", tag = "Ledger",
    responses((status = 200, description = "How the ledger is doing", body = LedgerStatus), ReadProblems)
)]
#[get("/ledger/status")]
pub(crate) async fn get_ledger_status(
    office: Data<Office>,
    officer: ActingOfficer,
) -> Result<Json<LedgerStatus>, Problem> {
    let status = ledger::status(&office, &officer.0).await?;
    Ok(Json(LedgerStatus {
        origin: status.origin,
        keys: status.keys,
        pending: status.pending,
        checkpoint: status.latest.map(Into::into),
        witnesses: status.witnesses.into_iter().map(Into::into).collect(),
    }))
}
