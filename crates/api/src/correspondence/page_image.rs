//! Pictures of pages.

use crate::http::{ActingOfficer, Query};
use crate::office::words::Binary;
use crate::problem::{PictureProblems, Problem};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get};
use daftar_application::Office;
use daftar_application::correspondence;
use daftar_domain::office::DocumentId;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// The width of a picture where none is asked for: a thumbnail.
const USUAL_WIDTH: u32 = 320;

/// How wide the picture should be.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct ImageQuery {
    /// Pixels; rounded up to a width that is kept.
    #[param(minimum = 1, maximum = 1600, example = 320)]
    width: Option<u32>,
}

/// One page of a document as a PNG: drawn once, then kept.
///
/// Whoever may read the document. A page that the document has not is 404; a document whose pages cannot be drawn (a
/// password, broken bytes) is 422 `page-unreadable`. The width is rounded up to one that is kept.
#[utoipa::path(
    operation_id = "getPageImage", tag = "Documents",
    params(
        ("id" = Uuid, Path, description = "The document"),
        ("n" = u32, Path, description = "The page, from 1"),
        ImageQuery,
    ),
    responses(
        (status = 200, description = "The picture", body = Binary, content_type = "image/png"),
        (status = 304, description = "The client has this picture already"),
        PictureProblems,
    )
)]
#[get("/documents/{id}/pages/{n}/image")]
pub(crate) async fn get_page_image(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    path: Path<(Uuid, u32)>,
    query: Query<ImageQuery>,
) -> Result<HttpResponse, Problem> {
    let (id, page) = path.into_inner();
    let width = query.0.width.unwrap_or(USUAL_WIDTH);
    let (document, picture) = correspondence::page_image(&office, &officer.0, DocumentId(id), page, width).await?;
    let tag = format!("\"{}-{page}-{width}\"", document.digest);
    let known = request
        .headers()
        .get(IF_NONE_MATCH)
        .and_then(|known| known.to_str().ok());
    let fresh = known.is_none_or(|known| !known.contains(&tag));
    let mut response = if fresh {
        HttpResponse::Ok()
    } else {
        HttpResponse::NotModified()
    };
    // The picture never changes; whether the officer may see it is asked each time.
    response
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        .insert_header((CONTENT_TYPE, "image/png"));
    Ok(if fresh {
        response.body(picture)
    } else {
        response.finish()
    })
}
