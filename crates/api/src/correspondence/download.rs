//! Downloading the bytes of a paper, whole or in part.

use crate::http::{ActingOfficer, Served};
use crate::office::words::Binary;
use crate::problem::{DownloadProblems, Problem};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get};
use daftar_application::Office;
use daftar_application::correspondence;
use daftar_domain::office::DocumentId;
use uuid::Uuid;

/// The bytes of a document, as received. Always an attachment; ranges are served.
///
/// Whoever may read the document. Always an attachment under a sandboxing policy, so that a browser saves it and runs
/// nothing. The `ETag` is the digest of the bytes: `If-None-Match` gives 304, `Range` with one range 206; several
/// ranges are answered with the whole, and one beyond the end with 416 `range-not-satisfiable`.
#[utoipa::path(
    operation_id = "downloadDocument", tag = "Documents",
    params(
        ("id" = Uuid, Path, description = "The document"),
        ("Range" = Option<String>, Header, description = "One range of bytes", example = "bytes=0-1023"),
    ),
    responses(
        (status = 200, description = "The bytes", content(
            (Binary = "application/pdf"), (Binary = "image/jpeg"), (Binary = "image/png"), (Binary = "image/tiff"),
        )),
        (status = 206, description = "The bytes of the range", content(
            (Binary = "application/pdf"), (Binary = "image/jpeg"), (Binary = "image/png"), (Binary = "image/tiff"),
        )),
        (status = 304, description = "The client has these bytes already"),
        DownloadProblems,
    )
)]
#[get("/documents/{id}/content")]
pub(crate) async fn download_document(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let content = correspondence::document_content(&office, &officer.0, DocumentId(*id)).await?;
    let served = Served {
        sha256: &content.document.digest,
        size: content.size,
        file_name: &content.document.file_name,
        media_type: &content.document.media_type,
    };
    served.answer(&request, async |range| content.read(range).await).await
}
