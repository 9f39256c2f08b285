//! Uploading the bytes of a paper.

use super::document::Document;
use crate::http::{ActingOfficer, CreateHeaders, IdempotencyKey, Query};
use crate::office::words::Binary;
use crate::problem::{CreateProblems, Problem};
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse, post};
use daftar_application::Office;
use daftar_application::correspondence::{self, LARGEST_DOCUMENT, Upload};
use futures_util::StreamExt as _;
use serde::Deserialize;
use utoipa::IntoParams;

/// What an upload is called.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct UploadQuery {
    /// The name of the file; paths, control and direction characters are removed.
    #[param(example = "Letter of Irrigation.pdf", max_length = 1000)]
    file_name: String,
}

/// Uploads a PDF, JPEG, PNG or TIFF of up to 100 MB, as it is read.
///
/// Officers and registries. What it is, is known by its bytes, not by its name; a PDF with a password is taken, and
/// cannot be shown. Refused: 413 `document-too-large`, 415 `document-type-refused`, 422 `document-empty`, 400
/// `document-interrupted` when the bytes stop before their end. Only the uploading post sees it until `diariseReceipt`,
/// `correctReceipt` or `addPaper` names it. With an `Idempotency-Key`, the same bytes under the same name are kept
/// once.
#[utoipa::path(
    operation_id = "uploadDocument", tag = "Documents",
    params(UploadQuery, CreateHeaders),
    request_body(content = Binary, content_type = "application/octet-stream", description = "The bytes"),
    responses((status = 201, description = "The document was received", body = Document), CreateProblems)
)]
#[post("/documents")]
pub(crate) async fn upload_document(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<UploadQuery>,
    key: IdempotencyKey,
    body: Payload,
) -> Result<HttpResponse, Problem> {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    if header(CONTENT_TYPE).is_none_or(|kind| kind != "application/octet-stream") {
        return Err(Problem::of("document-media-type"));
    }
    if header(CONTENT_LENGTH).is_some_and(|length| length.parse().is_ok_and(|length: u64| length > LARGEST_DOCUMENT)) {
        return Err(Problem::of("document-too-large"));
    }
    let upload = Upload {
        file_name: query.0.file_name,
        key: key.text(),
    };
    // Actix's body may not cross threads; the use case does not ask for it.
    let bytes = body.map(|chunk| chunk.map_err(|error| error.to_string()));
    let view = correspondence::upload_document(&office, &officer.0, &upload, bytes).await?;
    let document = Document::from(view);
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, format!("/api/v1/documents/{}", document.id())))
        .json(document))
}
