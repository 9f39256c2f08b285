//! Templates and their versions, as they are read.

use crate::http::{ActingOfficer, Query, limit, with_etag};
use crate::office::{examples, words};
use crate::organisation::{PersonRef, UnitRef};
use crate::problem::{Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get};
use chrono::{DateTime, Utc};
use daftar_application::templates::{self, TemplateFilter, TemplateView, VersionView};
use daftar_application::{Cursor, Error, Office};
use daftar_domain::drafting::Form;
use daftar_domain::office::TemplateId;
use daftar_domain::templates::Source;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// How a form is set, in the whole office or in a unit and those below it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "form": "letter", "unit": examples::section(), "in_force": 2, "latest": 3,
    "changed_at": "2026-03-03T06:15:00Z", "version": 5,
}))]
pub(crate) struct Template {
    id: Uuid,
    #[schema(value_type = words::CommunicationForm)]
    form: Form,
    /// The unit; none for the whole office.
    #[schema(required = true)]
    unit: Option<UnitRef>,
    /// The number of the version in force; none where nothing is set by this template.
    #[schema(required = true)]
    in_force: Option<i32>,
    /// The number of the latest version.
    latest: i32,
    changed_at: DateTime<Utc>,
    version: i64,
}

/// A page of templates, the oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TemplatePage {
    items: Vec<Template>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// A version of a template, without its words.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "number": 2, "based_on": 1, "sha256": examples::DIGEST, "saved_by": examples::bilal(),
    "saved_at": "2026-03-03T06:15:00Z",
}))]
pub(crate) struct TemplateVersionLine {
    number: i32,
    /// The version that it began as; none for the built-in template.
    #[schema(required = true)]
    based_on: Option<i32>,
    /// SHA-256 of its words, hex.
    sha256: String,
    #[schema(required = true)]
    saved_by: Option<PersonRef>,
    saved_at: DateTime<Utc>,
}

/// A page of versions, the latest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TemplateVersionPage {
    items: Vec<TemplateVersionLine>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// A version of a template with its words.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "number": 2, "based_on": 1, "sha256": examples::DIGEST, "saved_by": examples::bilal(),
    "saved_at": "2026-03-03T06:15:00Z", "source": examples::TEMPLATE,
}))]
pub(crate) struct TemplateVersion {
    #[serde(flatten)]
    line: TemplateVersionLine,
    /// Its words, in Typst.
    source: String,
}

/// The template that comes with the program.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"form": "letter", "sha256": examples::DIGEST, "source": examples::TEMPLATE}))]
pub(crate) struct BuiltInTemplate {
    #[schema(value_type = words::CommunicationForm)]
    form: Form,
    /// SHA-256 of its words, hex.
    sha256: String,
    /// Its words, in Typst.
    source: String,
}

/// Which templates are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct TemplateQuery {
    /// Of this form alone.
    #[param(value_type = Option<words::CommunicationForm>)]
    form: Option<Form>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 100 when nothing is said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

/// Where a list of versions goes on.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct VersionQuery {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 50 when nothing is said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

impl From<TemplateView> for Template {
    fn from(view: TemplateView) -> Self {
        let template = view.template;
        Self {
            id: template.id.0,
            form: template.form,
            unit: view.unit.map(Into::into),
            in_force: template.in_force,
            latest: template.latest,
            changed_at: template.changed_at,
            version: template.version.0,
        }
    }
}

impl From<VersionView> for TemplateVersionLine {
    fn from(view: VersionView) -> Self {
        let version = view.version;
        Self {
            number: version.number,
            based_on: version.based_on,
            sha256: version.sha256,
            saved_by: view.by.map(Into::into),
            saved_at: version.at,
        }
    }
}

/// Lists the templates of the office's own, the oldest first.
///
/// Administrators. A form without one in force is set by the built-in template.
#[utoipa::path(
    operation_id = "listTemplates", tag = "Templates", params(TemplateQuery),
    responses((status = 200, description = "A page of templates", body = TemplatePage), ReadProblems)
)]
#[get("/templates")]
pub(crate) async fn list_templates(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<TemplateQuery>,
) -> Result<Json<TemplatePage>, Problem> {
    let cursor = query.0.cursor.map(Cursor);
    let filter = TemplateFilter::new(query.0.form, cursor.as_ref(), limit(query.0.limit, 100, 200));
    let filter = filter.map_err(Error::from)?;
    let page = templates::list_templates(&office, &officer.0, &filter).await?;
    Ok(Json(TemplatePage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Reads a template.
///
/// Administrators. Its `ETag` is what `saveTemplateVersion`, `putTemplateInForce` and `withdrawTemplate` want in
/// `If-Match`.
#[utoipa::path(
    operation_id = "getTemplate", tag = "Templates", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The template", body = Template), ReadProblems)
)]
#[get("/templates/{id}")]
pub(crate) async fn get_template(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let view = templates::get_template(&office, &officer.0, TemplateId(*id)).await?;
    let version = view.template.version;
    Ok(with_etag(&Template::from(view), version))
}

/// Lists the versions of a template, the latest first.
///
/// Administrators. Versions never change and none is ever removed.
#[utoipa::path(
    operation_id = "listTemplateVersions", tag = "Templates", params(VersionQuery, ("id" = Uuid, Path)),
    responses((status = 200, description = "A page of versions", body = TemplateVersionPage), ReadProblems)
)]
#[get("/templates/{id}/versions")]
pub(crate) async fn list_template_versions(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    query: Query<VersionQuery>,
) -> Result<Json<TemplateVersionPage>, Problem> {
    let (after, most) = (query.0.cursor.map(Cursor), limit(query.0.limit, 50, 200));
    let page = templates::list_versions(&office, &officer.0, TemplateId(*id), after.as_ref(), most).await?;
    Ok(Json(TemplateVersionPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Reads a version of a template with its words.
///
/// Administrators.
#[utoipa::path(
    operation_id = "getTemplateVersion", tag = "Templates",
    params(("id" = Uuid, Path), ("number" = i32, Path, description = "Its place among the versions, from 1")),
    responses((status = 200, description = "The version", body = TemplateVersion), ReadProblems)
)]
#[get("/templates/{id}/versions/{number}")]
pub(crate) async fn get_template_version(
    office: Data<Office>,
    officer: ActingOfficer,
    path: Path<(Uuid, i32)>,
) -> Result<Json<TemplateVersion>, Problem> {
    let (id, number) = path.into_inner();
    let (view, source) = templates::get_version(&office, &officer.0, TemplateId(id), number).await?;
    Ok(Json(TemplateVersion {
        line: view.into(),
        source,
    }))
}

/// Reads the template of a form that comes with the program.
///
/// Administrators. What one begins from who writes another.
#[utoipa::path(
    operation_id = "getBuiltInTemplate", tag = "Templates",
    params(("form" = words::CommunicationForm, Path, description = "The form")),
    responses((status = 200, description = "The template", body = BuiltInTemplate), ReadProblems)
)]
#[get("/built-in-templates/{form}")]
pub(crate) async fn get_built_in_template(
    office: Data<Office>,
    officer: ActingOfficer,
    form: Path<Form>,
) -> Result<Json<BuiltInTemplate>, Problem> {
    let source = templates::built_in(&office, &officer.0, *form).await?;
    let checked = Source::check(&source).map_err(Error::refused)?;
    Ok(Json(BuiltInTemplate {
        form: *form,
        sha256: checked.digest(),
        source,
    }))
}
