//! Setting a mail aside, and bringing it back.

use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, Empty, IdempotencyKey, IfMatch};
use crate::office::words;
use crate::problem::{ActProblems, Problem};
use actix_web::post;
use actix_web::web::{Data, Path};
use daftar_application::Office;
use daftar_application::mail;
use daftar_domain::mail::SetAsideReason;
use daftar_domain::office::MailId;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Why a mail is not diarised.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "duplicate", "remark": "یہی درخواست کل بذریعہ ڈاک موصول ہو چکی ہے۔"}))]
pub(crate) struct SetMailAside {
    /// The reason; `other` needs a remark.
    #[schema(value_type = words::MailSetAsideReason)]
    reason: SetAsideReason,
    /// More about it.
    #[schema(max_length = 1000)]
    remark: Option<String>,
}

/// Sets a mail aside: it is not for the diary.
///
/// Registries, what came in for them and waits. It stays, and `bringMailBack` lets it wait again. Refused with
/// `mail-diarised`, `mail-set-aside`, `mail-is-report`, and `remark-needed` with the reason `other`.
#[utoipa::path(
    operation_id = "setMailAside", tag = "Mail", params(ActHeaders, ("id" = Uuid, Path)), request_body = SetMailAside,
    responses((status = 200, description = "Set aside", body = Act), ActProblems)
)]
#[post("/mails/{id}/setting-aside")]
pub(crate) async fn set_mail_aside(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<SetMailAside>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let why = (body.value.reason, body.value.remark);
    let act = mail::set_mail_aside(&office, &officer.0, MailId(*id), version.0, once.as_ref(), why).await?;
    Ok(ActReply::changed(act))
}

/// Lets a mail wait again that was set aside.
///
/// Registries, what came in for them. Refused with `mail-not-set-aside`, `mail-diarised` and `mail-is-report`.
#[utoipa::path(
    operation_id = "bringMailBack", tag = "Mail", params(ActHeaders, ("id" = Uuid, Path)), request_body = Empty,
    responses((status = 200, description = "It waits again", body = Act), ActProblems)
)]
#[post("/mails/{id}/bringing-back")]
pub(crate) async fn bring_mail_back(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = mail::bring_mail_back(&office, &officer.0, MailId(*id), version.0, once.as_ref()).await?;
    Ok(ActReply::changed(act))
}
