//! Entries of the ledger, for auditors.

use crate::http::{ActingOfficer, Query, limit};
use crate::office::{examples, words};
use crate::organisation::{PersonRef, PostRef};
use crate::problem::{Problem, ReadProblems};
use actix_web::get;
use actix_web::web::{Data, Json, Path};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use daftar_application::ledger::{self, LedgerQuery};
use daftar_application::{Cursor, FieldError, Office};
use daftar_domain::ledger::{EventKind, Module};
use daftar_domain::office::EntryId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// What a page of the ledger shows.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListLedgerEntries {
    /// Only this capability's acts.
    #[param(value_type = Option<words::LedgerModule>, inline)]
    module: Option<Module>,
    /// Only acts on this file, receipt, post …
    subject_id: Option<Uuid>,
    /// Only acts of this kind.
    #[param(value_type = Option<words::EventKind>, inline)]
    kind: Option<EventKind>,
    /// Only the entry with this digest, 64 hex digits: what an officer holds as the receipt of an act.
    digest: Option<String>,
    /// From this day on.
    from: Option<NaiveDate>,
    /// Up to and with this day.
    to: Option<NaiveDate>,
    /// Where the page before ended.
    cursor: Option<String>,
    /// Rows of a page, 1 to 500; 100 when left out.
    limit: Option<u64>,
}

/// An entry of the ledger.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "at": "2026-03-03T06:20:15Z", "module": "filing", "kind": "file_forwarded",
    "subject_kind": "file", "subject_id": examples::FILE, "person": examples::bilal(),
    "post": examples::section_officer(), "digest": examples::DIGEST, "position": 1041,
    "body": {"kind": "file_forwarded", "subject": examples::FILE, "content": {"to": examples::DEPUTY_SECRETARY}},
}))]
pub(crate) struct LedgerEntry {
    id: Uuid,
    at: DateTime<Utc>,
    #[schema(value_type = words::LedgerModule, example = "filing")]
    module: String,
    #[schema(value_type = words::EventKind, example = "file_forwarded")]
    kind: String,
    #[schema(value_type = words::SubjectKind, example = "file")]
    subject_kind: String,
    subject_id: Uuid,
    /// Who did it; null for the system itself.
    #[schema(required = true)]
    person: Option<PersonRef>,
    /// For which post.
    #[schema(required = true)]
    post: Option<PostRef>,
    /// SHA-256 of the canonical form of `body` (RFC 8785), hex.
    digest: String,
    /// Everything that the digest covers.
    #[schema(value_type = Object)]
    body: Value,
    /// Its place in the ledger's tree, from 0; null until it has one, within a second.
    #[schema(required = true)]
    position: Option<u64>,
}

/// A page of the ledger.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LedgerEntryPage {
    items: Vec<LedgerEntry>,
    /// Where the next page starts; null on the last.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

impl From<ledger::LedgerEntry> for LedgerEntry {
    fn from(entry: ledger::LedgerEntry) -> Self {
        let row = entry.row;
        Self {
            id: row.id.0,
            at: row.at,
            module: row.module,
            kind: row.kind,
            subject_kind: row.subject_kind,
            subject_id: row.subject,
            person: row.person.map(|(id, name_en, name_ur)| PersonRef {
                id: id.0,
                name_en,
                name_ur,
            }),
            post: entry.post.map(Into::into),
            digest: row.digest,
            body: serde_json::from_str(&row.body).unwrap_or(Value::Null),
            position: row.position,
        }
    }
}

/// Lists entries of the ledger, newest first.
///
/// Auditors only. An entry is written in the transaction of its act and never changes; its `body` holds ids, states,
/// numbers and digests, never the text of a note. `digest` can be verified from `body`, and `getLedgerEvidence` proves
/// that the entry is in the tree which the office has signed.
#[utoipa::path(
    operation_id = "listLedgerEntries", tag = "Ledger", params(ListLedgerEntries),
    responses((status = 200, description = "A page of the ledger", body = LedgerEntryPage), ReadProblems)
)]
#[get("/ledger/entries")]
pub(crate) async fn list_ledger_entries(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<ListLedgerEntries>,
) -> Result<Json<LedgerEntryPage>, Problem> {
    check(&query.0)?;
    let query = LedgerQuery {
        module: query.0.module,
        subject: query.0.subject_id,
        kind: query.0.kind,
        digest: query.0.digest,
        from: query.0.from,
        to: query.0.to,
        cursor: query.0.cursor.map(Cursor),
        limit: limit(query.0.limit, 100, 500),
    };
    let page = ledger::ledger_entries(&office, &officer.0, &query).await?;
    Ok(Json(LedgerEntryPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Reads one entry of the ledger.
///
/// Auditors only.
#[utoipa::path(
    operation_id = "getLedgerEntry", tag = "Ledger", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The entry", body = LedgerEntry), ReadProblems)
)]
#[get("/ledger/entries/{id}")]
pub(crate) async fn get_ledger_entry(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<LedgerEntry>, Problem> {
    let entry = ledger::ledger_entry(&office, &officer.0, EntryId(*id)).await?;
    Ok(Json(entry.into()))
}

/// The ledger covers the years of the office.
fn check(query: &ListLedgerEntries) -> Result<(), Problem> {
    let day = |day: &NaiveDate| (1900..=2200).contains(&day.year());
    let wrong = [
        ("/from", query.from.as_ref().is_none_or(day)),
        ("/to", query.to.as_ref().is_none_or(day)),
    ];
    match wrong.into_iter().find(|(_, right)| !right) {
        None => Ok(()),
        Some((pointer, _)) => Err(Problem::of("query-invalid").with(vec![FieldError::new(pointer, "invalid")])),
    }
}
