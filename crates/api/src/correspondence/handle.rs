//! Accepting, returning, disposing of and reopening a receipt.

use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, Empty, IdempotencyKey, IfMatch};
use crate::office::words;
use crate::problem::{ActProblems, Problem};
use actix_web::post;
use actix_web::web::{Data, Path};
use daftar_application::Office;
use daftar_application::correspondence;
use daftar_domain::correspondence::{DisposalReason, ReturnReason};
use daftar_domain::office::ReceiptId;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Why a receipt goes back.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "not_our_subject", "remark": "یہ معاملہ ترقیاتی شعبے سے متعلق ہے۔"}))]
pub(crate) struct ReturnReceipt {
    /// The reason; `other` needs a remark.
    #[schema(value_type = words::ReceiptReturnReason)]
    reason: ReturnReason,
    /// More about it.
    #[schema(max_length = 1000)]
    remark: Option<String>,
}

/// Why a receipt needs no file.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "answered_otherwise", "remark": "Answered by telephone on 3 March 2026"}))]
pub(crate) struct DisposeReceipt {
    /// The reason; `other` needs a remark.
    #[schema(value_type = words::DisposalReason)]
    reason: DisposalReason,
    /// More about it.
    #[schema(max_length = 1000)]
    remark: Option<String>,
}

/// Why a disposed receipt is taken up again.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "مراسلہ نگار کی یاد دہانی موصول ہوئی۔"}))]
pub(crate) struct ReopenReceipt {
    /// The reason, in words.
    #[schema(min_length = 1, max_length = 1000)]
    reason: String,
}

/// Accepts a receipt that was marked to the acting post.
///
/// The post that it was marked to. From then on the registry cannot correct the entry, and the receipt can be put on a
/// file, marked on, or disposed of. Refused with `receipt-not-marked` where it does not wait for acceptance.
#[utoipa::path(
    operation_id = "acceptReceipt", tag = "Receipts",
    params(ActHeaders, ("id" = Uuid, Path, description = "The receipt")), request_body = Empty,
    responses((status = 200, description = "Accepted", body = Act), ActProblems)
)]
#[post("/receipts/{id}/acceptance")]
pub(crate) async fn accept_receipt(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let at = (ReceiptId(*id), version.0);
    let act = correspondence::accept_receipt(&office, &officer.0, once.as_ref(), at).await?;
    Ok(ActReply::changed(act))
}

/// Returns a misdirected receipt to the post that marked it.
///
/// The post that it was marked to, as long as it has not accepted it: then 409 `receipt-not-marked`. It is back on the
/// desk of whoever marked it. The reason `other` needs a remark: 422 `remark-needed`. Refused with `concerns-sender`
/// where that post is now held by the person whom the case is about (rule 6): accept it and mark it elsewhere.
#[utoipa::path(
    operation_id = "returnReceipt", tag = "Receipts",
    params(ActHeaders, ("id" = Uuid, Path, description = "The receipt")), request_body = ReturnReceipt,
    responses((status = 200, description = "Returned", body = Act), ActProblems)
)]
#[post("/receipts/{id}/return")]
pub(crate) async fn return_receipt(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<ReturnReceipt>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let (at, body) = ((ReceiptId(*id), version.0), body.value);
    let (reason, remark) = (body.reason, body.remark.as_deref());
    let act = correspondence::return_receipt(&office, &officer.0, once.as_ref(), at, reason, remark).await?;
    Ok(ActReply::changed(act))
}

/// Disposes of a receipt without a file.
///
/// The post on whose desk it lies, the registry included. It leaves the desk; `reopenReceipt` brings it back. Refused:
/// `receipt-not-accepted` (accept or return it first), `receipt-on-file`, `receipt-disposed`, and `remark-needed` with
/// the reason `other`.
#[utoipa::path(
    operation_id = "disposeReceipt", tag = "Receipts",
    params(ActHeaders, ("id" = Uuid, Path, description = "The receipt")), request_body = DisposeReceipt,
    responses((status = 200, description = "Disposed of", body = Act), ActProblems)
)]
#[post("/receipts/{id}/disposal")]
pub(crate) async fn dispose_receipt(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<DisposeReceipt>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let (at, body) = ((ReceiptId(*id), version.0), body.value);
    let (reason, remark) = (body.reason, body.remark.as_deref());
    let act = correspondence::dispose_receipt(&office, &officer.0, once.as_ref(), at, reason, remark).await?;
    Ok(ActReply::changed(act))
}

/// Takes a disposed receipt up again, on the desk that disposed of it.
///
/// The post that disposed of it; others get 403 `not-the-sender`. Refused with `receipt-not-disposed` in any other
/// state, and `reason-needed` without words.
#[utoipa::path(
    operation_id = "reopenReceipt", tag = "Receipts",
    params(ActHeaders, ("id" = Uuid, Path, description = "The receipt")), request_body = ReopenReceipt,
    responses((status = 200, description = "Reopened", body = Act), ActProblems)
)]
#[post("/receipts/{id}/reopening")]
pub(crate) async fn reopen_receipt(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<ReopenReceipt>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let at = (ReceiptId(*id), version.0);
    let act = correspondence::reopen_receipt(&office, &officer.0, once.as_ref(), at, &body.value.reason).await?;
    Ok(ActReply::changed(act))
}
