//! Files: lists, opening, cover.

use super::views::{File, FileLinePage};
use crate::http::{
    Act, ActHeaders, ActReply, ActingOfficer, Body, CreateHeaders, Empty, IdempotencyKey, IfMatch, Query, limit,
    with_etag,
};
use crate::office::examples;
use crate::office::words;
use crate::problem::{ActProblems, CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, patch, post};
use chrono::NaiveDate;
use daftar_application::Cursor;
use daftar_application::Office;
use daftar_application::filing::{self, FileList, FileScope, NewFile, On};
use daftar_domain::filing::Amendment;
use daftar_domain::office::{Classification, FileId, HeadId, PersonId, Priority, ReceiptId, UnitId};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Which files a list shows.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = FileScope)]
pub(crate) enum Scope {
    /// Open files of a section, the latest moved first.
    #[default]
    Section,
    /// Files that the post sent away, the latest first.
    Sent,
    /// Files that the post laid aside, the next to come back first.
    Parked,
    /// Closed files of a section, the latest first.
    Closed,
    /// Every file that ever passed the post's desk, the latest first.
    Seen,
}

/// What a list of files is narrowed to.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListFiles {
    /// Which files; those of the section when left out.
    #[param(inline)]
    scope: Option<Scope>,
    /// Words of number or subject; all of them must be there.
    query: Option<String>,
    /// Another section than the own.
    unit_id: Option<Uuid>,
    /// Where the page before ended.
    cursor: Option<String>,
    /// Rows of a page, 1 to 200; 50 when left out.
    limit: Option<u64>,
}

/// The subject of a file that is about to be opened.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Similar {
    /// The subject as typed so far.
    subject: String,
}

/// What a new file takes.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "head_id": examples::HEAD, "subject": "Release of funds for the second quarter", "classification": "restricted",
    "priority": "priority", "due_on": "2026-03-16", "receipt_id": examples::RECEIPT,
}))]
pub(crate) struct OpenFile {
    /// The section; the own where left out.
    unit_id: Option<Uuid>,
    /// The main head.
    head_id: Uuid,
    /// The sub-head, where the numbering scheme or the index wants one.
    sub_head_id: Option<Uuid>,
    #[schema(example = "Release of funds for the second quarter", max_length = 500)]
    subject: String,
    #[schema(value_type = words::Classification)]
    classification: Classification,
    #[schema(value_type = words::Priority)]
    priority: Priority,
    /// The day by which the case is due.
    due_on: Option<NaiveDate>,
    /// The person whose own service the case is about.
    concerns_person_id: Option<Uuid>,
    /// A receipt on the own desk that is docketed on it at once.
    receipt_id: Option<Uuid>,
}

/// What is amended on a file; what is left out stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"subject": "دوسری سہ ماہی کے فنڈز کا اجراء", "priority": "immediate", "due_on": "2026-03-12"}))]
pub(crate) struct UpdateFile {
    #[schema(max_length = 500)]
    subject: Option<String>,
    /// Only upward.
    #[schema(value_type = Option<words::Classification>)]
    classification: Option<Classification>,
    #[schema(value_type = Option<words::Priority>)]
    priority: Option<Priority>,
    due_on: Option<NaiveDate>,
}

/// Lists files that the acting officer may see.
///
/// Officers. Shows nothing that the acting post may not open: files that passed its desk, and those of the own section
/// up to restricted. `scope` chooses the list, `query` searches number and subject.
#[utoipa::path(
    operation_id = "listFiles", tag = "Files", params(ListFiles),
    responses((status = 200, description = "A page of files", body = FileLinePage), ReadProblems)
)]
#[get("/files")]
pub(crate) async fn list_files(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<ListFiles>,
) -> Result<Json<FileLinePage>, Problem> {
    let list = FileList {
        scope: match query.0.scope.unwrap_or_default() {
            Scope::Section => FileScope::Section,
            Scope::Sent => FileScope::Sent,
            Scope::Parked => FileScope::Parked,
            Scope::Closed => FileScope::Closed,
            Scope::Seen => FileScope::Seen,
        },
        query: query.0.query,
        unit: query.0.unit_id.map(UnitId),
        cursor: query.0.cursor.map(Cursor),
        limit: limit(query.0.limit, 50, 200),
    };
    Ok(Json(filing::list_files(&office, &officer.0, &list).await?.into()))
}

/// Suggests files that may already deal with a subject: at most five, the likeliest first.
///
/// Officers. For asking while a subject is typed; shows only what the acting post may open.
#[utoipa::path(
    operation_id = "listSimilarFiles", tag = "Files", params(Similar),
    responses((status = 200, description = "Likely duplicates", body = FileLinePage), ReadProblems)
)]
#[get("/files/similar")]
pub(crate) async fn list_similar_files(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<Similar>,
) -> Result<Json<FileLinePage>, Problem> {
    let similar = filing::similar_files(&office, &officer.0, &query.0.subject).await?;
    Ok(Json(FileLinePage::whole(similar)))
}

/// Opens a file on the own desk under the next number of its series.
///
/// Officers, in their own section: others get 403 `other-unit`. The number comes from the section's numbering scheme
/// and has no gaps: a refused request costs none. Refused: `head-unknown` (closed, or of another section),
/// `sub-head-unknown`, `sub-head-required`, `opener-own-case`, `unknown-receipt`. With `receipt_id`, an accepted
/// receipt on the own desk is docketed in the same transaction. Send an `Idempotency-Key`: a lost answer must not cost
/// a second number.
#[utoipa::path(
    operation_id = "openFile", tag = "Files", request_body = OpenFile, params(CreateHeaders),
    responses((status = 201, description = "Opened; `number` is the file number", body = Act), CreateProblems)
)]
#[post("/files")]
pub(crate) async fn open_file(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<OpenFile>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let body = body.value;
    let new = NewFile {
        unit: body.unit_id.map(UnitId),
        head: HeadId(body.head_id),
        sub_head: body.sub_head_id.map(HeadId),
        subject: body.subject,
        classification: body.classification,
        priority: body.priority,
        due_on: body.due_on,
        concerns: body.concerns_person_id.map(PersonId),
        receipt: body.receipt_id.map(ReceiptId),
    };
    let act = filing::open_file(&office, &officer.0, once.as_ref(), &new).await?;
    Ok(ActReply::created(act, "files"))
}

/// Reads the cover of a file.
///
/// Officers whose post had it on its desk, and those of the owning section up to restricted; for others it does not
/// exist (404). `can` says what the acting post may do with it now; the `ETag` is what these acts want in `If-Match`.
/// Reading a file that is confidential or above is written to the access log. Reading is not opening: see
/// `recordOpening`.
#[utoipa::path(
    operation_id = "getFile", tag = "Files", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The file", body = File), ReadProblems)
)]
#[get("/files/{id}")]
pub(crate) async fn get_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let detail = filing::file_detail(&office, &officer.0, FileId(*id)).await?;
    let version = detail.file.version;
    Ok(with_etag(&File::at(detail, office.now()), version))
}

/// Amends subject, classification (only upward), priority and due date.
///
/// The post that has custody. A new priority or due date moves the time by which the file should have moved on.
/// Refused: `classification-lowered`, `due-date-past`, `due-date-far`, `file-parked`, `file-closed`.
#[utoipa::path(
    operation_id = "updateFile", tag = "Files", request_body = UpdateFile, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Amended", body = Act), ActProblems)
)]
#[patch("/files/{id}")]
pub(crate) async fn update_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<UpdateFile>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let amendment = Amendment {
        subject: body.value.subject,
        classification: body.value.classification,
        priority: body.value.priority,
        due_on: body.value.due_on,
    };
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    Ok(ActReply::changed(
        filing::update_file(&office, &officer.0, on, &amendment).await?,
    ))
}

/// Records that the holder looked at the file: from now on its sender cannot pull it back.
///
/// The post that has custody. Call it when the officer sees the file. The first call is an entry of the ledger and a
/// new version; any further one changes nothing and answers an empty `entry`.
#[utoipa::path(
    operation_id = "recordOpening", tag = "Files", request_body = Empty, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Recorded, or known before", body = Act), ActProblems)
)]
#[post("/files/{id}/opening")]
pub(crate) async fn record_opening(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    Ok(ActReply::changed(
        filing::record_opening(&office, &officer.0, on).await?,
    ))
}
