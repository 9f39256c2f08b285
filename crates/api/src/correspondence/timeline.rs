//! What was done with a receipt, from the ledger.

use crate::http::{ActingOfficer, Query};
use crate::ledger::{ReadTimeline, TimelinePage};
use crate::problem::{Problem, ReadProblems};
use actix_web::get;
use actix_web::web::{Data, Json, Path};
use daftar_application::Office;
use daftar_application::correspondence;
use daftar_domain::office::ReceiptId;
use uuid::Uuid;

/// Reads the ledger's record of a receipt: every act on it, in its order.
///
/// Whoever may read the receipt. Words that were written while it was classified higher than now are left out, and the
/// file that it was put on is named only to those who may see it.
#[utoipa::path(
    operation_id = "getReceiptTimeline", tag = "Receipts", params(ReadTimeline, ("id" = Uuid, Path)),
    responses((status = 200, description = "A page of its acts", body = TimelinePage), ReadProblems)
)]
#[get("/receipts/{id}/timeline")]
pub(crate) async fn get_receipt_timeline(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    query: Query<ReadTimeline>,
) -> Result<Json<TimelinePage>, Problem> {
    let page = correspondence::receipt_timeline(&office, &officer.0, ReceiptId(*id), &query.into()).await?;
    Ok(Json(page.into()))
}
