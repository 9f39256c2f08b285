//! The heads of a section's file index.

use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, CreateHeaders, Empty, IdempotencyKey, IfMatch};
use crate::office::examples;
use crate::problem::{ActProblems, CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{get, patch, post};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::filing::{self, NewHead};
use daftar_domain::filing::HeadTitles;
use daftar_domain::office::{HeadId, UnitId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A head, or a sub-head under one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::HEAD, "parent_id": null, "code": "8", "title_en": "Releases", "title_ur": "اجرائے رقوم",
    "closed_at": null, "version": 1,
}))]
pub(crate) struct Head {
    id: Uuid,
    /// The head above, for a sub-head.
    #[schema(required = true)]
    parent_id: Option<Uuid>,
    /// What stands in the file number.
    #[schema(example = "8")]
    code: String,
    title_en: String,
    title_ur: String,
    /// When it was closed for new files.
    #[schema(required = true)]
    closed_at: Option<DateTime<Utc>>,
    version: i64,
}

/// The heads of a section.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HeadPage {
    items: Vec<Head>,
    /// Always null: the heads of a section are one page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// What a new head takes.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "8", "title_en": "Releases", "title_ur": "اجرائے رقوم"}))]
pub(crate) struct CreateHead {
    /// The head above, for a sub-head.
    parent_id: Option<Uuid>,
    /// 1 to 12 letters, digits, dots or hyphens.
    #[schema(example = "8", max_length = 12)]
    code: String,
    #[schema(example = "Releases", max_length = 300)]
    title_en: String,
    #[schema(example = "اجرائے رقوم", max_length = 300)]
    title_ur: String,
}

/// Better titles; what is left out stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"title_en": "Releases of funds", "title_ur": "اجرائے فنڈز"}))]
pub(crate) struct UpdateHead {
    #[schema(max_length = 300)]
    title_en: Option<String>,
    #[schema(max_length = 300)]
    title_ur: Option<String>,
}

impl From<daftar_domain::filing::Head> for Head {
    fn from(head: daftar_domain::filing::Head) -> Self {
        Self {
            id: head.id.0,
            parent_id: head.parent.map(Uuid::from),
            code: head.code,
            title_en: head.title_en,
            title_ur: head.title_ur,
            closed_at: head.closed_at,
            version: head.version.0,
        }
    }
}

/// Lists the heads of a section, closed ones included.
///
/// Everybody who acts for a post. A head is what `openFile` wants; one with `closed_at` takes no new files.
#[utoipa::path(
    operation_id = "listHeads", tag = "Heads", params(("id" = Uuid, Path, description = "The section")),
    responses((status = 200, description = "Its heads, by code", body = HeadPage), ReadProblems)
)]
#[get("/units/{id}/heads")]
pub(crate) async fn list_heads(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<HeadPage>, Problem> {
    let heads = filing::list_heads(&office, &officer.0, UnitId(*id)).await?;
    Ok(Json(HeadPage {
        items: heads.into_iter().map(Into::into).collect(),
        next_cursor: None,
    }))
}

/// Opens a head, or a sub-head, of a section.
///
/// Officers of the section, and administrators for every section; other sections: 403 `other-unit`. Refused:
/// `head-code-taken`, `head-code-wrong`, and `head-parent-wrong` where the head above is closed, a sub-head itself, or
/// of another section.
#[utoipa::path(
    operation_id = "createHead", tag = "Heads", request_body = CreateHead,
    params(CreateHeaders, ("id" = Uuid, Path, description = "The section")),
    responses((status = 201, description = "Opened", body = Act), CreateProblems)
)]
#[post("/units/{id}/heads")]
pub(crate) async fn create_head(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    key: IdempotencyKey,
    body: Body<CreateHead>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let new = NewHead {
        parent: body.value.parent_id.map(HeadId),
        code: body.value.code,
        title_en: body.value.title_en,
        title_ur: body.value.title_ur,
    };
    let act = filing::create_head(&office, &officer.0, once.as_ref(), UnitId(*id), &new).await?;
    Ok(ActReply::created(act, "heads"))
}

/// Gives a head better titles. Its code stays: it stands in file numbers.
///
/// Officers of the section, and administrators for every section. Closed heads are retitled too.
#[utoipa::path(
    operation_id = "updateHead", tag = "Heads", request_body = UpdateHead, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Retitled", body = Act), ActProblems)
)]
#[patch("/heads/{id}")]
pub(crate) async fn update_head(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<UpdateHead>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let titles = HeadTitles {
        en: body.value.title_en,
        ur: body.value.title_ur,
    };
    let act = filing::update_head(&office, &officer.0, HeadId(*id), version.0, once.as_ref(), &titles).await?;
    Ok(ActReply::changed(act))
}

/// Closes a head for new files.
///
/// Officers of the section, and administrators for every section. Files under it stay. Refused with `head-not-empty`
/// while it has open sub-heads, and `head-closed` the second time.
#[utoipa::path(
    operation_id = "closeHead", tag = "Heads", request_body = Empty, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Closed", body = Act), ActProblems)
)]
#[post("/heads/{id}/closure")]
pub(crate) async fn close_head(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = filing::close_head(&office, &officer.0, HeadId(*id), version.0, once.as_ref()).await?;
    Ok(ActReply::changed(act))
}
