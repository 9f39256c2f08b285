//! Signing and issuing.

use super::preview::printed;
use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, Empty, IdempotencyKey, IfMatch, Query};
use crate::office::examples;
use crate::office::words::Binary;
use crate::problem::{ActProblems, PrintProblems, Problem};
use crate::signing::{GivenSignature, SigningPreparation, signature};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, post};
use daftar_application::Office;
use daftar_application::drafting::{self, OnDraft};
use daftar_domain::office::{CommunicationId, PreparationId};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// The signature under what is issued.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"signature": {"preparation_id": examples::SOMETHING}}))]
pub(crate) struct IssueCommunication {
    /// The signature under what `prepareIssue` showed; without it the office's key for the officer signs.
    #[validate(nested)]
    signature: Option<GivenSignature>,
}

/// Signs an approved communication, gives it its number and issues it.
///
/// The post that is named as its signatory, with custody of the file. The signed document (PAdES, PDF/A) becomes the office
/// copy in the file's correspondence; `number` is the number that stands on it, the next of its file, and `paragraphs` that
/// of the copy's docket. From then on nothing about it changes. Refused with `draft-not-approved` and `draft-not-signatory`;
/// with `issue-number-taken` where another communication of the file took the number that was shown: then nothing is issued
/// and no number is lost. The same holds for `draft-amended-ended`: another issue has ended what this one amends.
/// Where the office has the time of signatures stamped, the warning `no_time_stamp` says that this one could not be; or, where
/// a stamp is required, 503 `time-stamp-unavailable` that nothing was issued.
#[utoipa::path(
    operation_id = "issueCommunication", tag = "Drafts", request_body = IssueCommunication,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Issued", body = Act), ActProblems)
)]
#[post("/communications/{id}/issue")]
pub(crate) async fn issue_communication(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<IssueCommunication>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = OnDraft {
        id: CommunicationId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let signature = signature(body.value.signature)?;
    let act = drafting::issue_communication(&office, &officer.0, on, signature.as_ref()).await?;
    Ok(ActReply::changed(act))
}

/// Shows what `issueCommunication` would sign, to the byte.
///
/// As `prepareNote`: the same `If-Match` as `issueCommunication`, nothing is changed, five minutes. The statement names
/// number, date and `rendered`, the SHA-256 of the printed document before its signature.
#[utoipa::path(
    operation_id = "prepareIssue", tag = "Drafts", request_body = Empty, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "What will be signed", body = SigningPreparation), ActProblems)
)]
#[post("/communications/{id}/issue/preparation")]
pub(crate) async fn prepare_issue(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    _body: Body<Empty>,
) -> Result<Json<SigningPreparation>, Problem> {
    let on = OnDraft {
        id: CommunicationId(*id),
        version: version.0,
        once: None,
    };
    let prepared = drafting::prepare_issue(&office, &officer.0, on).await?;
    Ok(Json(prepared.into()))
}

/// Which preparation is read.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReadProof {
    /// The `id` that `prepareIssue` answered.
    preparation_id: Uuid,
}

/// Reads what `prepareIssue` prepared, as PDF/A: the document as it will go out, but for its signature.
///
/// Whoever prepared it, in the same session. Its SHA-256 is `rendered` of the statement: compare it, and show the
/// document, before anybody signs. 409 `signing-preparation-unknown` once it was signed, or five minutes have passed.
#[utoipa::path(
    operation_id = "getIssueProof", tag = "Drafts", params(ReadProof, ("id" = Uuid, Path)),
    responses(
        (status = 200, description = "The print", content_type = "application/pdf", body = inline(Binary)), PrintProblems
    )
)]
#[get("/communications/{id}/issue/proof")]
pub(crate) async fn get_issue_proof(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    query: Query<ReadProof>,
) -> Result<HttpResponse, Problem> {
    let preparation = PreparationId(query.0.preparation_id);
    let print = drafting::issue_proof(&office, &officer.0, CommunicationId(*id), preparation).await?;
    Ok(printed(&print.pdf, "letter.pdf"))
}
