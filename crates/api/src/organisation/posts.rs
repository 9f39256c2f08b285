//! Posts.

use super::{PersonRef, UnitRef};
use crate::http::{
    Act, ActHeaders, ActReply, ActingOfficer, Body, CreateHeaders, Empty, IdempotencyKey, IfMatch, Query, limit,
    present, with_etag,
};
use crate::office::examples;
use crate::office::words;
use crate::problem::{ActProblems, CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, patch, post};
use chrono::{DateTime, Utc};
use daftar_application::organisation::{self, NewPost, PostChange, PostFilter, PostLine};
use daftar_application::{Cursor, Office};
use daftar_domain::access::Role;
use daftar_domain::office::{PostId, UnitId};
use daftar_domain::organisation::ChargeKind;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// A place in a unit.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SECTION_OFFICER, "code": "SO-BUDGET-1", "unit": examples::section(),
    "title_en": "Section Officer (Budget-I)", "title_ur": "سیکشن آفیسر (بجٹ اوّل)", "grade": 17,
    "reports_to": examples::DEPUTY_SECRETARY, "roles": ["officer"],
    "holder": {
        "person": examples::bilal(), "charge_id": examples::CHARGE, "kind": "substantive",
        "since": "2024-01-15T04:00:00Z",
    },
    "abolished_at": null, "version": 2,
}))]
pub(crate) struct Post {
    id: Uuid,
    #[schema(example = "SO-BUDGET-1")]
    code: String,
    unit: UnitRef,
    title_en: String,
    title_ur: String,
    /// BPS, 1 to 22.
    #[schema(example = 17)]
    grade: i16,
    /// The post that it reports to.
    #[schema(required = true)]
    reports_to: Option<Uuid>,
    #[schema(value_type = Vec<words::Role>)]
    roles: Vec<Role>,
    /// Who holds it; null where it is vacant.
    #[schema(required = true)]
    holder: Option<PostHolder>,
    #[schema(required = true)]
    abolished_at: Option<DateTime<Utc>>,
    version: i64,
}

/// Who holds a post.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PostHolder {
    person: PersonRef,
    charge_id: Uuid,
    #[schema(value_type = words::ChargeKind)]
    kind: ChargeKind,
    since: DateTime<Utc>,
}

/// A page of posts, by code.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PostPage {
    items: Vec<Post>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Which posts are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PostQuery {
    /// Words in code, title, unit, or the holder's name.
    query: Option<String>,
    /// Of one unit.
    unit_id: Option<Uuid>,
    /// With a role.
    #[param(value_type = Option<words::Role>)]
    role: Option<Role>,
    /// Vacant ones, or held ones.
    vacant: Option<bool>,
    /// Abolished ones too.
    #[serde(default)]
    include_abolished: bool,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 50 when nothing is said.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<u64>,
}

/// What a new post takes.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "unit_id": examples::SECTION, "code": "SO-BUDGET-3", "title_en": "Section Officer (Budget-III)",
    "title_ur": "سیکشن آفیسر (بجٹ سوم)", "grade": 17, "reports_to": examples::DEPUTY_SECRETARY, "roles": ["officer"],
}))]
pub(crate) struct CreatePost {
    /// Its unit; a post stays there.
    unit_id: Uuid,
    /// 1 to 40 letters, digits and `- . _ ( ) / &`; it stays.
    #[schema(max_length = 40, example = "SO-BUDGET-1")]
    code: String,
    #[schema(max_length = 200, example = "Section Officer (Budget-I)")]
    title_en: String,
    #[schema(max_length = 200, example = "سیکشن آفیسر (بجٹ اوّل)")]
    title_ur: String,
    /// BPS.
    #[schema(minimum = 1, maximum = 22, example = 17)]
    grade: i64,
    /// The post that it reports to.
    reports_to: Option<Uuid>,
    /// At least one; an auditor or administrator is nothing else.
    #[schema(value_type = Vec<words::Role>)]
    roles: Vec<Role>,
}

/// Changes to a post. What is absent stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(clippy::option_option, reason = "the three cases of a PATCH")]
#[schema(example = json!({"grade": 18, "roles": ["officer", "authenticator"]}))]
pub(crate) struct UpdatePost {
    #[schema(max_length = 200)]
    title_en: Option<String>,
    #[schema(max_length = 200)]
    title_ur: Option<String>,
    /// BPS.
    #[schema(minimum = 1, maximum = 22)]
    grade: Option<i64>,
    /// The post that it reports to; null to none.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Uuid>)]
    reports_to: Option<Option<Uuid>>,
    #[schema(value_type = Option<Vec<words::Role>>)]
    roles: Option<Vec<Role>>,
}

impl From<PostLine> for Post {
    fn from(line: PostLine) -> Self {
        let post = line.post;
        Self {
            id: post.id.0,
            code: post.code,
            unit: line.unit.into(),
            title_en: post.title_en,
            title_ur: post.title_ur,
            grade: post.grade,
            reports_to: post.reports_to.map(Uuid::from),
            roles: post.roles.0.into_iter().collect(),
            holder: line.holder.map(|holder| PostHolder {
                person: holder.person.into(),
                charge_id: holder.charge.0,
                kind: holder.kind,
                since: holder.since,
            }),
            abolished_at: post.abolished_at,
            version: post.version.0,
        }
    }
}

/// Lists posts with whoever holds them.
///
/// Everybody who acts for a post: this is how the next desk is found. Abolished posts are left out unless asked for.
#[utoipa::path(
    operation_id = "listPosts", tag = "Organisation", params(PostQuery),
    responses((status = 200, description = "A page of posts", body = PostPage), ReadProblems)
)]
#[get("/posts")]
pub(crate) async fn list_posts(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<PostQuery>,
) -> Result<Json<PostPage>, Problem> {
    let query = query.0;
    let (after, most) = (query.cursor.map(Cursor), limit(query.limit, 50, 1000));
    let filter = PostFilter {
        query: query.query,
        unit: query.unit_id.map(UnitId),
        role: query.role,
        vacant: query.vacant,
        include_abolished: query.include_abolished,
    };
    let page = organisation::list_posts(&office, &officer.0, &filter, after.as_ref(), most).await?;
    Ok(Json(PostPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Reads a post.
///
/// Everybody who acts for a post. The version counts changes of the holder too; it is what `updatePost` and
/// `abolishPost` want in `If-Match`.
#[utoipa::path(
    operation_id = "getPost", tag = "Organisation", params(("id" = Uuid, Path, description = "The post")),
    responses((status = 200, description = "The post", body = Post), ReadProblems)
)]
#[get("/posts/{id}")]
pub(crate) async fn get_post(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let line = organisation::get_post(&office, &officer.0, PostId(*id)).await?;
    let version = line.post.version;
    Ok(with_etag(&Post::from(line), version))
}

/// Creates a post.
///
/// Administrators. The new post is vacant: `appoint` puts somebody in charge. Refused: 409 `code-taken`, `unit-closed`;
/// 422 `unit-unknown`, `superior-unknown`, `grade-out-of-range`, `roles-empty`, and `roles-conflict` where an auditor
/// or administrator is to be something else as well.
#[utoipa::path(
    operation_id = "createPost", tag = "Organisation", params(CreateHeaders), request_body = CreatePost,
    responses((status = 201, description = "Created", body = Act), CreateProblems)
)]
#[post("/posts")]
pub(crate) async fn create_post(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<CreatePost>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let new = NewPost {
        unit: UnitId(body.value.unit_id),
        code: body.value.code,
        title_en: body.value.title_en,
        title_ur: body.value.title_ur,
        grade: body.value.grade,
        reports_to: body.value.reports_to.map(PostId),
        roles: body.value.roles.into_iter().collect(),
    };
    let act = organisation::create_post(&office, &officer.0, once.as_ref(), &new).await?;
    Ok(ActReply::created(act, "posts"))
}

/// Changes title, grade, roles or superior of a post.
///
/// Administrators. Code and unit stay: the files of a post belong there. New roles act at the holder's next request.
/// Refused: `superior-cycle`, `superior-unknown`, `roles-empty`, `roles-conflict`, `grade-out-of-range`,
/// `last-administrator` where nobody would be left to manage the organisation, `post-has-work` and `sides-conflict`
/// where papers lie on the desk, or its holder handles papers elsewhere, and the new roles handle none; and
/// `post-abolished` for a post that was abolished.
#[utoipa::path(
    operation_id = "updatePost", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The post")), request_body = UpdatePost,
    responses((status = 200, description = "Changed", body = Act), ActProblems)
)]
#[patch("/posts/{id}")]
pub(crate) async fn update_post(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<UpdatePost>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let wanted = PostChange {
        title_en: body.value.title_en,
        title_ur: body.value.title_ur,
        grade: body.value.grade,
        reports_to: body.value.reports_to.map(|superior| superior.map(PostId)),
        roles: body.value.roles.map(|roles| roles.into_iter().collect()),
    };
    let act = organisation::update_post(&office, &officer.0, once.as_ref(), PostId(*id), version.0, &wanted).await?;
    Ok(ActReply::changed(act))
}

/// Abolishes a vacant post without work and subordinates.
///
/// Administrators. Refused with `post-held` while somebody holds it, `post-has-work` while anything waits on its desk,
/// `post-has-subordinates` while posts report to it, and `post-abolished` the second time. What was done for the post
/// stays in every history.
#[utoipa::path(
    operation_id = "abolishPost", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The post")), request_body = Empty,
    responses((status = 200, description = "Abolished", body = Act), ActProblems)
)]
#[post("/posts/{id}/abolition")]
pub(crate) async fn abolish_post(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = organisation::abolish_post(&office, &officer.0, once.as_ref(), PostId(*id), version.0).await?;
    Ok(ActReply::changed(act))
}
