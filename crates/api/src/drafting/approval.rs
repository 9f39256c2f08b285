//! Approving a draft.

use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, IdempotencyKey, IfMatch};
use crate::problem::{ActProblems, Problem};
use crate::signing::{GivenSignature, SigningPreparation, signature};
use actix_web::post;
use actix_web::web::{Data, Json, Path};
use daftar_application::Office;
use daftar_application::drafting::{self, Approve, OnDraft};
use daftar_domain::office::CommunicationId;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// The text that is approved.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text_number": 2}))]
pub(crate) struct ApproveCommunication {
    /// The number of the text that was read.
    text_number: i32,
    /// The signature under what `prepareApproval` showed; without it the office's key for the officer signs.
    #[validate(nested)]
    signature: Option<GivenSignature>,
}

/// Approves the text of a draft on the own desk, and signs that.
///
/// Section officers and above (posts that may authenticate orders) with custody of the file. Somebody else must have
/// written or vetted it (`draft-approved-alone`). 422 names what stands in its way, as `obstacles` of `getCommunication`
/// does; `draft-text-moved-on` where another text was read. Any edit afterwards makes the approval void.
#[utoipa::path(
    operation_id = "approveCommunication", tag = "Drafts", request_body = ApproveCommunication,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Approved", body = Act), ActProblems)
)]
#[post("/communications/{id}/approval")]
pub(crate) async fn approve_communication(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<ApproveCommunication>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = OnDraft {
        id: CommunicationId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let command = Approve {
        text: body.value.text_number,
    };
    let signature = signature(body.value.signature)?;
    let act = drafting::approve_communication(&office, &officer.0, on, command, signature.as_ref()).await?;
    Ok(ActReply::changed(act))
}

/// Shows what `approveCommunication` would sign, to the byte.
///
/// As `prepareNote`: the same body and `If-Match` as `approveCommunication`, nothing is changed, five minutes.
#[utoipa::path(
    operation_id = "prepareApproval", tag = "Drafts", request_body = ApproveCommunication,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "What will be signed", body = SigningPreparation), ActProblems)
)]
#[post("/communications/{id}/approval/preparation")]
pub(crate) async fn prepare_approval(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    body: Body<ApproveCommunication>,
) -> Result<Json<SigningPreparation>, Problem> {
    let on = OnDraft {
        id: CommunicationId(*id),
        version: version.0,
        once: None,
    };
    let command = Approve {
        text: body.value.text_number,
    };
    let prepared = drafting::prepare_approval(&office, &officer.0, on, command).await?;
    Ok(Json(prepared.into()))
}
