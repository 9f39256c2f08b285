//! A draft as it would be printed.

use crate::http::{ActingOfficer, Query};
use crate::office::words::Binary;
use crate::problem::{PrintProblems, Problem};
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use daftar_application::Office;
use daftar_application::drafting;
use daftar_domain::office::CommunicationId;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Which text is printed.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PreviewText {
    /// The number of the text; the latest where left out.
    #[param(minimum = 1)]
    text: Option<i32>,
}

/// Prints a draft as it would go out, as PDF/A.
///
/// Whoever may read its file. It has neither number nor date, and says on every page that it is a draft. Refused
/// with `draft-unprintable` where a character cannot be printed, and `draft-too-many-pages`; with
/// `template-fails` where the office's own template of the form does.
#[utoipa::path(
    operation_id = "previewCommunication", tag = "Drafts", params(PreviewText, ("id" = Uuid, Path)),
    responses(
        (status = 200, description = "The print", content_type = "application/pdf", body = inline(Binary)), PrintProblems
    )
)]
#[get("/communications/{id}/preview")]
pub(crate) async fn preview_communication(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    query: Query<PreviewText>,
) -> Result<HttpResponse, Problem> {
    let id = CommunicationId(*id);
    let print = drafting::preview_communication(&office, &officer.0, id, query.0.text).await?;
    Ok(printed(&print.pdf, "draft.pdf"))
}

/// A print, to be shown where it is.
pub(crate) fn printed(pdf: &[u8], name: &str) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/pdf"))
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")))
        .body(pdf.to_vec())
}
