//! What was done with a post, from the ledger.

use crate::http::{ActingOfficer, Query};
use crate::ledger::{ReadTimeline, TimelinePage};
use crate::problem::{Problem, ReadProblems};
use actix_web::get;
use actix_web::web::{Data, Json, Path};
use daftar_application::Office;
use daftar_application::organisation;
use daftar_domain::office::PostId;
use uuid::Uuid;

/// Reads the ledger's record of a post: how it was made and changed, and who took charge of it.
///
/// Everybody who acts for a post.
#[utoipa::path(
    operation_id = "getPostTimeline", tag = "Organisation", params(ReadTimeline, ("id" = Uuid, Path)),
    responses((status = 200, description = "A page of its acts", body = TimelinePage), ReadProblems)
)]
#[get("/posts/{id}/timeline")]
pub(crate) async fn get_post_timeline(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    query: Query<ReadTimeline>,
) -> Result<Json<TimelinePage>, Problem> {
    let page = organisation::post_timeline(&office, &officer.0, PostId(*id), &query.into()).await?;
    Ok(Json(page.into()))
}
