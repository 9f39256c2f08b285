//! A sample, as a template prints it.

use crate::drafting::printed;
use crate::http::{ActingOfficer, Body};
use crate::office::words::Binary;
use crate::office::{examples, words};
use crate::problem::{CreateProblems, Problem};
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use daftar_application::Office;
use daftar_application::templates::{self, SampleOf, languages_of};
use daftar_domain::drafting::{Form, Languages};
use daftar_domain::templates::SampleKind;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

/// Words of a template, and what is to be printed with them.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"form": "letter", "language": "both", "sample": "issued", "source": examples::TEMPLATE}))]
pub(crate) struct PreviewTemplate {
    #[schema(value_type = words::CommunicationForm)]
    form: Form,
    #[schema(value_type = words::CommunicationLanguages)]
    language: Languages,
    #[schema(value_type = words::TemplateSample)]
    sample: SampleKind,
    /// In Typst; at most 100,000 bytes.
    #[schema(max_length = 100_000)]
    source: String,
}

/// Prints a sample with the words of a template, as PDF/A, and keeps nothing.
///
/// Administrators. Refused as in `putTemplateInForce`, but for `template-hides`.
#[utoipa::path(
    operation_id = "previewTemplate", tag = "Templates", request_body = PreviewTemplate,
    responses(
        (status = 200, description = "The print", content_type = "application/pdf", body = inline(Binary)),
        CreateProblems
    )
)]
#[post("/template-previews")]
pub(crate) async fn preview_template(
    office: Data<Office>,
    officer: ActingOfficer,
    body: Body<PreviewTemplate>,
) -> Result<HttpResponse, Problem> {
    let on = SampleOf {
        kind: body.value.sample,
        language: languages_of(body.value.language),
    };
    let print = templates::preview_template(&office, &officer.0, body.value.form, &body.value.source, on).await?;
    Ok(printed(&print.pdf, "sample.pdf"))
}
