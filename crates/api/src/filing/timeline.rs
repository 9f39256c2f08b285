//! What was done with a file, from the ledger.

use crate::http::{ActingOfficer, Query};
use crate::ledger::{ReadTimeline, TimelinePage};
use crate::problem::{Problem, ReadProblems};
use actix_web::get;
use actix_web::web::{Data, Json, Path};
use daftar_application::Office;
use daftar_application::filing;
use daftar_domain::office::FileId;
use uuid::Uuid;

/// Reads the ledger's record of a file: every act on it, in its order.
///
/// Whoever may read the file. 403 `file-not-opened` for its holder until `recordOpening`. Each act comes with its
/// receipt (`digest`), with which an auditor finds and proves it. Other files are named only to those who may see them.
#[utoipa::path(
    operation_id = "getFileTimeline", tag = "Files", params(ReadTimeline, ("id" = Uuid, Path)),
    responses((status = 200, description = "A page of its acts", body = TimelinePage), ReadProblems)
)]
#[get("/files/{id}/timeline")]
pub(crate) async fn get_file_timeline(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    query: Query<ReadTimeline>,
) -> Result<Json<TimelinePage>, Problem> {
    let page = filing::file_timeline(&office, &officer.0, FileId(*id), &query.into()).await?;
    Ok(Json(page.into()))
}
