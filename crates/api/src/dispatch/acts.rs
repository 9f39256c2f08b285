//! What a registry writes down about what goes out, and asking the office to try again.

use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, Empty, IdempotencyKey, IfMatch};
use crate::office::words;
use crate::problem::{ActProblems, Problem};
use actix_web::post;
use actix_web::web::{Data, Path};
use chrono::NaiveDate;
use daftar_application::dispatch::{self, OnDispatch};
use daftar_application::{Idempotency, Office};
use daftar_domain::dispatch::{Channel, SendingDraft};
use daftar_domain::office::DispatchId;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// That something leaves.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "channel": "post", "carrier": "پاکستان پوسٹ", "reference": "RGL-1180-2231", "on": "2026-03-03",
}))]
pub(crate) struct DispatchLetter {
    /// `post` or `hand`.
    #[schema(value_type = words::DispatchChannel)]
    channel: Channel,
    /// Who carries it.
    #[schema(max_length = 120)]
    carrier: Option<String>,
    /// The consignment number, or that in the peon book.
    #[schema(max_length = 120)]
    reference: Option<String>,
    /// On which day; not in the future, and not before it was issued.
    on: NaiveDate,
}

/// That the addressee has it.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"on": "2026-03-05", "by_whom": "Muhammad Yousaf, Diary Clerk"}))]
pub(crate) struct AcknowledgeDispatch {
    /// On which day; not in the future, and not before it left.
    on: NaiveDate,
    /// Who signed for it.
    #[schema(max_length = 120)]
    by_whom: Option<String>,
}

/// That it came back.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"on": "2026-03-06", "reason": "مکتوب الیہ اس پتے پر موجود نہیں"}))]
pub(crate) struct ReturnDispatch {
    /// On which day; not in the future, and not before it left.
    on: NaiveDate,
    /// Why, in the words of the carrier.
    #[schema(min_length = 1, max_length = 300)]
    reason: String,
}

fn on(id: Uuid, version: IfMatch, once: Option<&Idempotency>) -> OnDispatch<'_> {
    OnDispatch {
        id: DispatchId(id),
        version: version.0,
        once,
    }
}

/// Writes down that something leaves the office, by post or by hand.
///
/// The registry that serves the unit that issued it. What came back may leave again, on another way too. Refused with
/// `dispatch-inside` where the office itself delivers it, with `dispatch-being-mailed` while the office is about to mail
/// it, and with `dispatch-on-its-way` where it has left. A mail that is delayed is given up by this.
#[utoipa::path(
    operation_id = "dispatchLetter", tag = "Dispatch", request_body = DispatchLetter,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Dispatched", body = Act), ActProblems)
)]
#[post("/dispatches/{id}/dispatching")]
pub(crate) async fn dispatch_letter(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<DispatchLetter>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let draft = SendingDraft {
        channel: body.value.channel,
        carrier: body.value.carrier,
        reference: body.value.reference,
        on: body.value.on,
    };
    let act = dispatch::dispatch_letter(&office, &officer.0, on(*id, version, once.as_ref()), &draft).await?;
    Ok(ActReply::changed(act))
}

/// Writes down that an addressee outside has it.
///
/// The registry that serves the unit that issued it. Refused with `dispatch-not-on-its-way` where it has not left or is
/// back, and with `dispatch-inside` for an addressee inside, who acknowledges it by accepting the receipt.
#[utoipa::path(
    operation_id = "acknowledgeDispatch", tag = "Dispatch", request_body = AcknowledgeDispatch,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Acknowledged", body = Act), ActProblems)
)]
#[post("/dispatches/{id}/acknowledgement")]
pub(crate) async fn acknowledge_dispatch(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<AcknowledgeDispatch>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let of = on(*id, version, once.as_ref());
    let by_whom = body.value.by_whom.as_deref();
    let act = dispatch::acknowledge_dispatch(&office, &officer.0, of, body.value.on, by_whom).await?;
    Ok(ActReply::changed(act))
}

/// Writes down that it came back undelivered.
///
/// The registry that serves the unit that issued it. It may leave again (`dispatchLetter`). Refused as
/// `acknowledgeDispatch`.
#[utoipa::path(
    operation_id = "returnDispatch", tag = "Dispatch", request_body = ReturnDispatch,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "It is back", body = Act), ActProblems)
)]
#[post("/dispatches/{id}/return")]
pub(crate) async fn return_dispatch(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<ReturnDispatch>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let of = on(*id, version, once.as_ref());
    let act = dispatch::return_dispatch(&office, &officer.0, of, body.value.on, &body.value.reason).await?;
    Ok(ActReply::changed(act))
}

/// Has the office try again to deliver something inside.
///
/// The registry that serves the unit that issued it, or an administrator, who has perhaps made the post that was missing.
/// It is done a moment later; whether it arrived `getDispatch` tells. Refused with `dispatch-delivered` where it lies with
/// the addressee already, and with `dispatch-outside`.
#[utoipa::path(
    operation_id = "retryDispatch", tag = "Dispatch", request_body = Empty,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "It will be tried again", body = Act), ActProblems)
)]
#[post("/dispatches/{id}/retry")]
pub(crate) async fn retry_dispatch(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = dispatch::retry_dispatch(&office, &officer.0, on(*id, version, once.as_ref())).await?;
    Ok(ActReply::changed(act))
}
