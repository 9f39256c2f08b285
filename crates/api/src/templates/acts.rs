//! Templates, as they are changed.

use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, CreateHeaders, Empty, IdempotencyKey, IfMatch};
use crate::office::{examples, words};
use crate::problem::{ActProblems, CreateProblems, Problem};
use actix_web::post;
use actix_web::web::{Data, Path};
use daftar_application::Office;
use daftar_application::templates::{self, NewTemplate, NewVersion, OnTemplate};
use daftar_domain::drafting::Form;
use daftar_domain::office::{TemplateId, UnitId};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A template that is to be made.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"form": "letter", "unit": examples::SECTION, "source": examples::TEMPLATE}))]
pub(crate) struct CreateTemplate {
    #[schema(value_type = words::CommunicationForm)]
    form: Form,
    /// For this unit and those below it; left out for the whole office.
    unit: Option<Uuid>,
    /// Its words, in Typst; at most 100,000 bytes.
    #[schema(max_length = 100_000)]
    source: String,
}

/// A version that is to be saved.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"source": examples::TEMPLATE, "based_on": 1}))]
pub(crate) struct SaveTemplateVersion {
    /// Its words, in Typst; at most 100,000 bytes.
    #[schema(max_length = 100_000)]
    source: String,
    /// The number of the version that it began as; left out for the built-in template.
    based_on: Option<i32>,
}

/// A version that is to be put in force.
#[derive(Debug, Clone, Copy, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"number": 1}))]
pub(crate) struct PutTemplateInForce {
    /// Its number.
    number: i32,
}

/// Makes a template for a form, in the whole office or in a unit, with its first version.
///
/// Administrators. Nothing is set by it until `putTemplateInForce`; what does not compile may be saved. Refused with
/// `template-exists` where the office or the unit has one for the form, and with `template-unit-unknown`.
#[utoipa::path(
    operation_id = "createTemplate", tag = "Templates", params(CreateHeaders), request_body = CreateTemplate,
    responses((status = 201, description = "Made", body = Act), CreateProblems)
)]
#[post("/templates")]
pub(crate) async fn create_template(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<CreateTemplate>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let new = NewTemplate {
        form: body.value.form,
        unit: body.value.unit.map(UnitId),
        source: body.value.source,
    };
    let act = templates::create_template(&office, &officer.0, once.as_ref(), &new).await?;
    Ok(ActReply::created(act, "templates"))
}

/// Saves a further version of a template.
///
/// Administrators. What is in force stays in force. Refused with `template-unchanged` for the words of the latest version.
#[utoipa::path(
    operation_id = "saveTemplateVersion", tag = "Templates", request_body = SaveTemplateVersion,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Saved", body = Act), ActProblems)
)]
#[post("/templates/{id}/versions")]
pub(crate) async fn save_template_version(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<SaveTemplateVersion>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let new = NewVersion {
        source: body.value.source,
        based_on: body.value.based_on,
    };
    let on = OnTemplate {
        id: TemplateId(*id),
        seen: version.0,
        once: once.as_ref(),
    };
    let act = templates::save_version(&office, &officer.0, on, &new).await?;
    Ok(ActReply::changed(act))
}

/// Sets the form by a version from now on.
///
/// Administrators. First the version sets every sample of the form: in English, in Urdu and in both, as it goes out, as a
/// draft, secret and long, and amending another. It takes some seconds. What stood in force stays where one fails:
/// `template-broken` with line and column of each mistake, `template-hides` with what every print must show and this one
/// does not, `template-unprintable`, `template-too-many-pages`, `template-too-slow`, `template-too-large`. Refused
/// with `template-in-force` where it is. What is issued already stays as it is.
#[utoipa::path(
    operation_id = "putTemplateInForce", tag = "Templates", request_body = PutTemplateInForce,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "In force", body = Act), ActProblems)
)]
#[post("/templates/{id}/enforcement")]
pub(crate) async fn put_template_in_force(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<PutTemplateInForce>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = OnTemplate {
        id: TemplateId(*id),
        seen: version.0,
        once: once.as_ref(),
    };
    let act = templates::put_in_force(&office, &officer.0, on, body.value.number).await?;
    Ok(ActReply::changed(act))
}

/// Sets the form by no version of this template any more.
///
/// Administrators. From now on the template of a unit above sets it, or the office's, or the built-in one. Refused with
/// `template-not-in-force`.
#[utoipa::path(
    operation_id = "withdrawTemplate", tag = "Templates", request_body = Empty, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Withdrawn", body = Act), ActProblems)
)]
#[post("/templates/{id}/withdrawal")]
pub(crate) async fn withdraw_template(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = OnTemplate {
        id: TemplateId(*id),
        seen: version.0,
        once: once.as_ref(),
    };
    let act = templates::withdraw_template(&office, &officer.0, on).await?;
    Ok(ActReply::changed(act))
}
