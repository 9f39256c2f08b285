//! Sending a receipt to a post.

use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, IdempotencyKey, IfMatch};
use crate::office::examples;
use crate::office::words;
use crate::problem::{ActProblems, Problem};
use actix_web::post;
use actix_web::web::{Data, Path};
use chrono::NaiveDate;
use daftar_application::Office;
use daftar_application::correspondence::{self, CopyOrder, MarkOrder};
use daftar_domain::correspondence::ReceiptAction;
use daftar_domain::office::{PostId, ReceiptId};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A copy to a post.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CopyTo {
    /// The post that gets it.
    post_id: Uuid,
    /// What it is asked to do.
    #[schema(value_type = words::ReceiptAction)]
    action: ReceiptAction,
}

impl From<CopyTo> for CopyOrder {
    fn from(copy: CopyTo) -> Self {
        Self {
            post: PostId(copy.post_id),
            action: copy.action,
        }
    }
}

/// A marking.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "to_post_id": examples::SECTION_OFFICER, "action": "report",
    "copies": [{"post_id": examples::DEPUTY_SECRETARY, "action": "information"}],
    "due_on": "2026-03-16", "remark": "ایک ہفتے میں رپورٹ پیش کی جائے۔",
}))]
pub(crate) struct MarkReceipt {
    /// The post that is to deal with it.
    to_post_id: Uuid,
    /// What it is asked to do.
    #[schema(value_type = words::ReceiptAction)]
    action: ReceiptAction,
    /// Who else gets to read it.
    #[serde(default)]
    copies: Vec<CopyTo>,
    /// A new due date; the old one stays where none is given.
    due_on: Option<NaiveDate>,
    /// What is written beside it.
    #[schema(max_length = 1000)]
    remark: Option<String>,
}

/// Marks a receipt to a post, with copies to others. It waits there until it is accepted or returned.
///
/// The post on whose desk it lies: the registry after diarising, an officer after accepting. It leaves that desk and
/// waits, unread, on the receiver's; every copy is laid on a desk for information. Refused: 409 `receipt-not-accepted`,
/// `receipt-on-file`, `receipt-disposed`; 422 `marked-to-self`, `copied-twice`, `unknown-post`, `concerns-receiver`
/// (rule 6), `receiver-handles-no-papers` for a post that manages or audits the organisation. The warning `vacant_post`
/// says that nobody holds the receiving post now.
#[utoipa::path(
    operation_id = "markReceipt", tag = "Receipts",
    params(ActHeaders, ("id" = Uuid, Path, description = "The receipt")), request_body = MarkReceipt,
    responses((status = 200, description = "Marked", body = Act), ActProblems)
)]
#[post("/receipts/{id}/markings")]
pub(crate) async fn mark_receipt(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<MarkReceipt>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let body = body.value;
    let order = MarkOrder {
        to: PostId(body.to_post_id),
        action: body.action,
        copies: body.copies.into_iter().map(Into::into).collect(),
        due_on: body.due_on,
        remark: body.remark,
    };
    let at = (ReceiptId(*id), version.0);
    let act = correspondence::mark_receipt(&office, &officer.0, once.as_ref(), at, &order).await?;
    Ok(ActReply::changed(act))
}
