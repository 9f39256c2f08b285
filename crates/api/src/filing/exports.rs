//! A whole file as one document and as an archive.

use crate::http::{ActingOfficer, Body, CreateHeaders, IdempotencyKey, Served};
use crate::office::examples;
use crate::office::words::{self, Binary};
use crate::problem::{CreateProblems, ExportProblems, Problem, ReadProblems};
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::filing::{self, ExportPart, ExportRow};
use daftar_domain::filing::{ExportFailure, ExportState};
use daftar_domain::office::{ExportId, FileId, Language};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// What an export is asked for with.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"language": "ur"}))]
pub(crate) struct ExportFile {
    /// The language of the words around what officers wrote.
    #[schema(value_type = words::Language)]
    language: Language,
}

/// An export that a worker will make.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"id": examples::SOMETHING, "entry": examples::DIGEST}))]
pub(crate) struct ExportAccepted {
    id: Uuid,
    /// The digest of the ledger entry, hex: the officer's receipt for having asked.
    entry: String,
}

/// The bytes of an export.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"sha256": examples::DIGEST, "bytes": 2_481_022}))]
pub(crate) struct ExportBytes {
    sha256: String,
    bytes: i64,
}

/// An export of a file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "language": "ur", "state": "ready", "failure": null,
    "requested_at": "2026-03-03T06:20:15Z", "ready_at": "2026-03-03T06:20:58Z", "expires_at": "2026-03-10T06:20:58Z",
    "pages": 42, "book": {"sha256": examples::DIGEST, "bytes": 2_481_022},
    "archive": {"sha256": examples::DIGEST, "bytes": 9_310_470},
}))]
pub(crate) struct FileExport {
    id: Uuid,
    #[schema(value_type = words::Language)]
    language: Language,
    #[schema(value_type = words::ExportState)]
    state: ExportState,
    /// Why it could not be made; null unless `state` is `failed`.
    #[schema(required = true, value_type = Option<words::ExportFailure>)]
    failure: Option<ExportFailure>,
    requested_at: DateTime<Utc>,
    #[schema(required = true)]
    ready_at: Option<DateTime<Utc>>,
    /// Until when it is kept; null while it is not made.
    #[schema(required = true)]
    expires_at: Option<DateTime<Utc>>,
    /// How many pages the document has.
    #[schema(required = true)]
    pages: Option<i32>,
    /// The document: PDF/A.
    #[schema(required = true)]
    book: Option<ExportBytes>,
    /// The archive: ZIP.
    #[schema(required = true)]
    archive: Option<ExportBytes>,
}

/// Exports, the latest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileExportPage {
    items: Vec<FileExport>,
    /// Always null: they are kept for some days, and are one page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

impl From<ExportRow> for FileExport {
    fn from(row: ExportRow) -> Self {
        let bytes = |sha256: &str, bytes: i64| ExportBytes {
            sha256: sha256.to_owned(),
            bytes,
        };
        let made = row.made.as_ref();
        Self {
            id: row.id.0,
            language: row.language,
            state: row.state,
            failure: row.failure,
            requested_at: row.requested_at,
            ready_at: row.ready_at,
            expires_at: row.expires_at,
            pages: made.map(|made| made.exported.pages),
            book: made.map(|made| bytes(&made.exported.book, made.book_bytes)),
            archive: made.map(|made| bytes(&made.exported.archive, made.archive_bytes)),
        }
    }
}

/// Asks for a whole file as one document and as an archive that can be checked without the office.
///
/// An officer who may read the file and has opened it; no assistant. A worker makes it; `listFileExports` tells how far
/// it is. It holds what this officer may see, and nothing else. Refused: 409 `export-under-way` while his last one of
/// this file is still being made, 403 `file-not-opened`. The ledger records that he asked, and what was made.
#[utoipa::path(
    operation_id = "exportFile", tag = "Files", request_body = ExportFile,
    params(CreateHeaders, ("id" = Uuid, Path)),
    responses((status = 202, description = "Accepted; watch it in the list", body = ExportAccepted), CreateProblems)
)]
#[post("/files/{id}/exports")]
pub(crate) async fn export_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    key: IdempotencyKey,
    body: Body<ExportFile>,
) -> Result<HttpResponse, Problem> {
    let once = key.of(&officer, &body);
    let language = body.value.language;
    let file = FileId(*id);
    let (id, entry) = filing::request_export(&office, &officer.0, file, language, once.as_ref()).await?;
    Ok(HttpResponse::Accepted()
        .insert_header((LOCATION, format!("/api/v1/files/{file}/exports")))
        .json(ExportAccepted { id: id.0, entry }))
}

/// Lists one's own exports of a file.
///
/// An officer who may still read the file; no assistant. Those that he asked for at the acting post, the latest first.
/// Ask again while `state` is `waiting` or `making`. They are kept until `expires_at`.
#[utoipa::path(
    operation_id = "listFileExports", tag = "Files", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The exports", body = FileExportPage), ReadProblems)
)]
#[get("/files/{id}/exports")]
pub(crate) async fn list_file_exports(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<FileExportPage>, Problem> {
    let exports = filing::file_exports(&office, &officer.0, FileId(*id)).await?;
    Ok(Json(FileExportPage {
        items: exports.into_iter().map(FileExport::from).collect(),
        next_cursor: None,
    }))
}

/// The document of an export: the whole file as PDF/A.
///
/// The officer who asked for it, while he may still read the file; anybody else gets 404. 409 `export-not-ready` before it
/// is made. `If-None-Match` gives 304, `Range` with one range 206, and one beyond the end 416 `range-not-satisfiable`.
#[utoipa::path(
    operation_id = "downloadExportBook", tag = "Files",
    params(
        ("id" = Uuid, Path, description = "The export"),
        ("Range" = Option<String>, Header, description = "One range of bytes", example = "bytes=0-1023"),
    ),
    responses(
        (status = 200, description = "The document", body = Binary, content_type = "application/pdf"),
        (status = 206, description = "The bytes of the range", body = Binary, content_type = "application/pdf"),
        (status = 304, description = "The client has these bytes already"),
        ExportProblems,
    )
)]
#[get("/exports/{id}/book")]
pub(crate) async fn download_export_book(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    serve(&request, &office, &officer, *id, ExportPart::Book, "application/pdf").await
}

/// The archive of an export: original papers, notes, signatures and what proves them, as ZIP.
///
/// As `downloadExportBook`. What it holds and how it is checked is described in docs/file-export.md.
#[utoipa::path(
    operation_id = "downloadExportArchive", tag = "Files",
    params(
        ("id" = Uuid, Path, description = "The export"),
        ("Range" = Option<String>, Header, description = "One range of bytes", example = "bytes=0-1023"),
    ),
    responses(
        (status = 200, description = "The archive", body = Binary, content_type = "application/zip"),
        (status = 206, description = "The bytes of the range", body = Binary, content_type = "application/zip"),
        (status = 304, description = "The client has these bytes already"),
        ExportProblems,
    )
)]
#[get("/exports/{id}/archive")]
pub(crate) async fn download_export_archive(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    serve(&request, &office, &officer, *id, ExportPart::Archive, "application/zip").await
}

async fn serve(
    request: &HttpRequest,
    office: &Office,
    officer: &ActingOfficer,
    id: Uuid,
    part: ExportPart,
    media_type: &str,
) -> Result<HttpResponse, Problem> {
    let content = filing::export_content(office, &officer.0, ExportId(id), part).await?;
    let served = Served {
        sha256: &content.sha256,
        size: content.size,
        file_name: &content.file_name,
        media_type,
    };
    served.answer(request, async |range| content.read(range).await).await
}
