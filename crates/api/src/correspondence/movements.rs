//! The history of a receipt.

use crate::http::{ActingOfficer, Query, limit};
use crate::office::{Movement, MovementPage};
use crate::problem::{Problem, ReadProblems};
use actix_web::get;
use actix_web::web::{Data, Json, Path};
use daftar_application::Cursor;
use daftar_application::Office;
use daftar_application::correspondence::{self, Movement as Step};
use daftar_domain::office::ReceiptId;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Where the page starts.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct HistoryQuery {
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
    /// How many steps; 50 where none is given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

impl From<Step> for Movement {
    fn from(step: Step) -> Self {
        Self {
            id: step.id,
            ordinal: step.ordinal,
            kind: step.kind,
            from: step.from.map(Into::into),
            to: step.to.map(Into::into),
            by: step.by.map(Into::into),
            action: step.action,
            reason: step.reason,
            remark: step.remark,
            due_at: step.due_at,
            at: step.at,
            held_seconds: step.held_seconds,
        }
    }
}

/// The history of a receipt: where it went, why, and how long each desk held it.
///
/// Whoever may see the receipt. `held_seconds` is null while the post still has it.
#[utoipa::path(
    operation_id = "listReceiptMovements", tag = "Receipts",
    params(("id" = Uuid, Path, description = "The receipt"), HistoryQuery),
    responses((status = 200, description = "The steps, oldest first", body = MovementPage), ReadProblems)
)]
#[get("/receipts/{id}/movements")]
pub(crate) async fn list_receipt_movements(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    query: Query<HistoryQuery>,
) -> Result<Json<MovementPage>, Problem> {
    let cursor = query.0.cursor.map(Cursor);
    let limit = limit(query.0.limit, 50, 200);
    let page = correspondence::receipt_movements(&office, &officer.0, ReceiptId(*id), cursor, limit).await?;
    Ok(Json(MovementPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}
