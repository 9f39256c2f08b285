//! The office's own check of its ledger.

use crate::http::{ActingOfficer, Query, limit};
use crate::office::{examples, words};
use crate::organisation::PersonRef;
use crate::problem::{CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, get, post};
use chrono::{DateTime, Utc};
use daftar_application::ledger::{self, VerificationRow};
use daftar_application::{Cursor, Office};
use daftar_domain::ledger::VerificationState;
use daftar_domain::ledger::audit::Counts;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// A run of the office's own check of its ledger.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "state": "whole", "asked_by": null, "asked_at": "2026-03-03T20:00:00Z",
    "started_at": "2026-03-03T20:00:01Z", "finished_at": "2026-03-03T20:00:03Z", "done": 1042, "total": 1042,
    "place": null, "problem": null,
    "checked": {"entries": 1042, "waiting": 0, "checkpoints": 40, "cosignatures": 12, "notes": 410, "texts": 60, "documents": 95, "signatures": 380},
}))]
pub(crate) struct LedgerVerification {
    id: Uuid,
    /// `waiting`, `running`; `whole` where everything agrees; `wrong` with the first wrong thing; `unread` where the check
    /// could not be carried through, which says nothing about the ledger.
    #[schema(value_type = words::VerificationState)]
    state: VerificationState,
    /// Who asked for it; null where the office did by itself.
    #[schema(required = true)]
    asked_by: Option<PersonRef>,
    asked_at: DateTime<Utc>,
    #[schema(required = true)]
    started_at: Option<DateTime<Utc>>,
    #[schema(required = true)]
    finished_at: Option<DateTime<Utc>>,
    /// How many entries were looked at.
    done: u64,
    /// How many there are.
    total: u64,
    /// Where the first wrong thing is: for experts, in English.
    #[schema(required = true)]
    place: Option<String>,
    /// What is wrong with it, or why the check could not be carried through: for experts, in English.
    #[schema(required = true)]
    problem: Option<String>,
    /// What was looked at; null unless everything agrees.
    #[schema(required = true)]
    checked: Option<LedgerCounts>,
}

/// What a verification looked at.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LedgerCounts {
    /// Entries of the tree.
    entries: u64,
    /// Entries that had no place in it yet.
    waiting: u64,
    /// Checkpoints of the history.
    checkpoints: u64,
    /// Cosignatures of witnesses under them.
    cosignatures: u64,
    /// Notes and dockets.
    notes: u64,
    /// Texts of drafts whose digests the ledger has.
    texts: u64,
    /// Papers.
    documents: u64,
    /// Signatures under notes and acts.
    signatures: u64,
}

/// A page of verifications, the latest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LedgerVerificationPage {
    items: Vec<LedgerVerification>,
    /// Where the next page starts; null on the last.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// That a verification was asked for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"id": examples::SOMETHING}))]
pub(crate) struct LedgerVerificationAccepted {
    /// Watch it in `listLedgerVerifications` under this id.
    id: Uuid,
}

/// Which verifications.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListLedgerVerifications {
    /// Where the page before ended.
    cursor: Option<String>,
    /// Rows of a page, 1 to 100; 20 when left out.
    limit: Option<u64>,
}

impl From<Counts> for LedgerCounts {
    fn from(counts: Counts) -> Self {
        Self {
            entries: counts.entries,
            waiting: counts.waiting,
            checkpoints: counts.checkpoints,
            cosignatures: counts.cosignatures,
            notes: counts.notes,
            texts: counts.texts,
            documents: counts.documents,
            signatures: counts.signatures,
        }
    }
}

impl From<VerificationRow> for LedgerVerification {
    fn from(row: VerificationRow) -> Self {
        let counts: Option<Counts> = row.counts.and_then(|counts| serde_json::from_str(&counts).ok());
        Self {
            id: row.id,
            state: row.state,
            asked_by: row.asked_by.map(|(id, name_en, name_ur)| PersonRef {
                id: id.0,
                name_en,
                name_ur,
            }),
            asked_at: row.asked_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
            done: row.done,
            total: row.total,
            place: row.place,
            problem: row.problem,
            checked: counts.map(Into::into),
        }
    }
}

/// Lists the runs of the office's own check of its ledger, the latest first.
///
/// Auditors only. The check looks at everything that `daftar verify` looks at: tree, checkpoints, signatures, notes, papers'
/// digests, numbers. It is the office's word about itself: whoever distrusts it checks an export on another machine.
#[utoipa::path(
    operation_id = "listLedgerVerifications", tag = "Ledger", params(ListLedgerVerifications),
    responses((status = 200, description = "A page of verifications", body = LedgerVerificationPage), ReadProblems)
)]
#[get("/ledger/verifications")]
pub(crate) async fn list_ledger_verifications(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<ListLedgerVerifications>,
) -> Result<Json<LedgerVerificationPage>, Problem> {
    let cursor = query.0.cursor.map(Cursor);
    let most = limit(query.0.limit, 20, 100);
    let page = ledger::verifications(&office, &officer.0, cursor.as_ref(), most).await?;
    Ok(Json(LedgerVerificationPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Asks for a run of the office's own check of its ledger. A worker does it; while one has not ended, asking again answers
/// that one.
///
/// Auditors only.
#[utoipa::path(
    operation_id = "verifyLedger", tag = "Ledger",
    responses((status = 202, description = "Asked for; watch it under its id", body = LedgerVerificationAccepted), CreateProblems)
)]
#[post("/ledger/verifications")]
pub(crate) async fn verify_ledger(office: Data<Office>, officer: ActingOfficer) -> Result<HttpResponse, Problem> {
    let id = ledger::ask_verification(&office, &officer.0).await?;
    Ok(HttpResponse::Accepted().json(LedgerVerificationAccepted { id }))
}
