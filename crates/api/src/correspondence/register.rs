//! The diary register, as a list and as CSV.

use crate::http::{ActingOfficer, Query, accept_language, limit};
use crate::office::examples;
use crate::office::words;
use crate::organisation::PostRef;
use crate::problem::{Problem, ReadProblems};
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY};
use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::{DateTime, NaiveDate, Utc};
use daftar_application::correspondence::{self, Line, RegisterFilter};
use daftar_application::{Cursor, Office};
use daftar_domain::correspondence::{Mode, StateWord};
use daftar_domain::office::UnitId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which lines of the register.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegisterQuery {
    /// Of one registry.
    registry_id: Option<Uuid>,
    /// Received on this day or later.
    from: Option<NaiveDate>,
    /// Received on this day or earlier.
    to: Option<NaiveDate>,
    /// In one state.
    #[param(value_type = Option<words::ReceiptState>)]
    state: Option<StateWord>,
    /// Received in one way.
    #[param(value_type = Option<words::Mode>)]
    mode: Option<Mode>,
    /// With all of these words in number, sender, reference or subject.
    #[param(max_length = 200)]
    query: Option<String>,
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
    /// How many lines; 50 where none is given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

/// Which lines to export.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExportQuery {
    /// Of one registry.
    registry_id: Option<Uuid>,
    /// Received on this day or later.
    from: Option<NaiveDate>,
    /// Received on this day or earlier.
    to: Option<NaiveDate>,
    /// In one state.
    #[param(value_type = Option<words::ReceiptState>)]
    state: Option<StateWord>,
    /// Received in one way.
    #[param(value_type = Option<words::Mode>)]
    mode: Option<Mode>,
    /// With all of these words in number, sender, reference or subject.
    #[param(max_length = 200)]
    query: Option<String>,
}

impl From<ExportQuery> for RegisterFilter {
    fn from(query: ExportQuery) -> Self {
        Self {
            registry: query.registry_id.map(UnitId),
            from: query.from,
            to: query.to,
            state: query.state,
            mode: query.mode,
            query: query.query,
        }
    }
}

/// A line of the diary register.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::RECEIPT, "diary_number": "FD-1182/2026", "received_on": "2026-03-02",
    "diarised_at": "2026-03-02T04:45:30Z", "mode": "by_hand", "sender_name": "محمد اسلم",
    "sender_office": "محکمہ آبپاشی", "reference_number": "SO(W)1-2/2026", "reference_date": "2026-02-26",
    "subject": "بھکر راجباہ کی پختگی کے لیے رقم کا اجراء", "classification": "unclassified", "priority": "priority",
    "state": "marked", "holder": examples::section_officer(),
    "file_number": null,
}))]
pub(crate) struct ReceiptLine {
    /// The receipt.
    id: Uuid,
    /// Its number.
    #[schema(example = "FD-1182/2026")]
    diary_number: String,
    /// The day that it arrived.
    received_on: NaiveDate,
    /// When it was diarised.
    diarised_at: DateTime<Utc>,
    /// How it arrived.
    #[schema(value_type = words::Mode)]
    mode: String,
    /// Who signed it.
    sender_name: String,
    /// The sender's office.
    #[schema(required = true)]
    sender_office: Option<String>,
    /// The sender's number.
    #[schema(required = true)]
    reference_number: Option<String>,
    /// The sender's date.
    #[schema(required = true)]
    reference_date: Option<NaiveDate>,
    /// What it is about.
    subject: String,
    /// How closely it is held.
    #[schema(value_type = words::Classification)]
    classification: String,
    /// How urgent it is.
    #[schema(value_type = words::Priority)]
    priority: String,
    /// Where it is.
    #[schema(value_type = words::ReceiptState)]
    state: String,
    /// The post that has it.
    #[schema(required = true)]
    holder: Option<PostRef>,
    /// The number of the file that it is on.
    #[schema(required = true)]
    file_number: Option<String>,
}

/// A page of the diary register, newest line first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReceiptLinePage {
    /// The lines.
    items: Vec<ReceiptLine>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

impl From<Line> for ReceiptLine {
    fn from(Line { line, holder }: Line) -> Self {
        Self {
            id: line.id,
            diary_number: line.diary_number,
            received_on: line.received_on,
            diarised_at: line.diarised_at,
            mode: line.mode,
            sender_name: line.sender_name,
            sender_office: line.sender_office,
            reference_number: line.reference_number,
            reference_date: line.reference_date,
            subject: line.subject,
            classification: line.classification,
            priority: line.priority,
            state: line.state,
            holder: holder.map(Into::into),
            file_number: line.file_number,
        }
    }
}

/// The diary register: what came in, newest first. For registries.
///
/// Registries. The register shows the receipts that the acting post may see; `query` searches number, sender, reference
/// and subject.
#[utoipa::path(
    operation_id = "listReceipts", tag = "Receipts",
    params(RegisterQuery),
    responses((status = 200, description = "A page of the register", body = ReceiptLinePage), ReadProblems)
)]
#[get("/receipts")]
pub(crate) async fn list_receipts(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<RegisterQuery>,
) -> Result<Json<ReceiptLinePage>, Problem> {
    let query = query.0;
    let (cursor, limit) = (query.cursor.map(Cursor), limit(query.limit, 50, 200));
    let filter = RegisterFilter {
        registry: query.registry_id.map(UnitId),
        from: query.from,
        to: query.to,
        state: query.state,
        mode: query.mode,
        query: query.query,
    };
    let page = correspondence::register(&office, &officer.0, &filter, cursor, limit).await?;
    Ok(Json(ReceiptLinePage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// The diary register as CSV for spreadsheets, whole: UTF-8 with byte order mark, formulas escaped.
///
/// Registries. The same filters as `listReceipts`, and the headings in the language of `Accept-Language`. It streams: a
/// register of any size comes in one answer.
#[utoipa::path(
    operation_id = "exportDiary", tag = "Receipts",
    params(ExportQuery),
    responses((status = 200, description = "The register", body = String, content_type = "text/csv"), ReadProblems)
)]
#[get("/receipts/register.csv")]
pub(crate) async fn export_diary(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<ExportQuery>,
) -> Result<HttpResponse, Problem> {
    let office = Office::clone(&office);
    let language = accept_language(&request);
    let text = correspondence::register_csv(office, officer.0, query.0.into(), language).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"diary.csv\""))
        .insert_header((CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
        .streaming(text))
}
