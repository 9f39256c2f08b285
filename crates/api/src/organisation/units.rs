//! Units.

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
use daftar_application::organisation::{self, LetterheadChange, NewUnit, UnitChange, UnitLine};
use daftar_application::{Cursor, Office};
use daftar_domain::office::UnitId;
use daftar_domain::organisation::UnitKind;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// A unit of the organisation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SECTION, "parent_id": examples::DEPARTMENT, "kind": "section", "code": "FD-BUDGET-1",
    "name_en": "Budget Section I", "name_ur": "بجٹ سیکشن اوّل", "file_number_template": null, "signs_with_passkeys": false,
    "place_en": "", "place_ur": "", "address_en": "Room 12, Civil Secretariat, Lower Mall",
    "address_ur": "کمرہ 12، سول سیکرٹریٹ، لوئر مال", "phone": "042-99210014", "email": "so.budget1@example.gov.pk",
    "closed_at": null, "version": 1, "posts": 4,
}))]
pub(crate) struct Unit {
    id: Uuid,
    /// The unit above; the top has none.
    #[schema(required = true)]
    parent_id: Option<Uuid>,
    #[schema(value_type = words::UnitKind)]
    kind: UnitKind,
    #[schema(example = "FD-BUDGET-1")]
    code: String,
    name_en: String,
    name_ur: String,
    /// How its files are numbered; null as the unit above does.
    #[schema(required = true)]
    file_number_template: Option<String>,
    /// Whether its officers, and those of the units below it, sign with their passkeys and with nothing else.
    signs_with_passkeys: bool,
    /// The town before the date of its letters; like the fields below, empty as in the nearest unit above that says it.
    #[schema(example = "Lahore")]
    place_en: String,
    place_ur: String,
    /// Street and building, as its letters say.
    address_en: String,
    address_ur: String,
    /// The telephone of the letterhead.
    phone: String,
    /// The electronic mail of the letterhead.
    email: String,
    #[schema(required = true)]
    closed_at: Option<DateTime<Utc>>,
    version: i64,
    /// Its posts that stand.
    posts: i64,
}

/// A page of units, by code.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UnitPage {
    items: Vec<Unit>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Which units are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct UnitQuery {
    /// Words in code or name.
    query: Option<String>,
    /// Closed ones too.
    #[serde(default)]
    include_closed: bool,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 200 when nothing is said.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<u64>,
}

/// What a new unit takes.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "parent_id": examples::DEPARTMENT, "kind": "section", "code": "FD-BUDGET-3", "name_en": "Budget Section III",
    "name_ur": "بجٹ سیکشن سوم", "file_number_template": "{section}/{head}-{serial}/{year}",
}))]
pub(crate) struct CreateUnit {
    /// The unit above; null makes a new top.
    parent_id: Option<Uuid>,
    #[schema(value_type = words::UnitKind)]
    kind: UnitKind,
    /// 1 to 40 letters, digits and `- . _ ( ) / &`; it stays for ever, file numbers show it.
    #[schema(max_length = 40, example = "FD-BUDGET-1")]
    code: String,
    #[schema(max_length = 200, example = "Budget Section I")]
    name_en: String,
    #[schema(max_length = 200, example = "بجٹ سیکشن اوّل")]
    name_ur: String,
    /// How its files are numbered.
    #[schema(max_length = 80, example = "{section}/{head}-{serial}/{year}")]
    file_number_template: Option<String>,
}

/// Changes to a unit. What is absent stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(clippy::option_option, reason = "the three cases of a PATCH")]
#[schema(example = json!({"name_en": "Budget and Resources Section", "name_ur": "بجٹ و وسائل سیکشن"}))]
pub(crate) struct UpdateUnit {
    /// The unit above; null makes it a top.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Uuid>)]
    parent_id: Option<Option<Uuid>>,
    #[schema(max_length = 200)]
    name_en: Option<String>,
    #[schema(max_length = 200)]
    name_ur: Option<String>,
    /// How its files are numbered; null as the unit above does.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 80)]
    file_number_template: Option<Option<String>>,
    /// Whether its officers, and those of the units below it, sign with their passkeys and with nothing else. Who has none
    /// yet cannot sign from then on.
    signs_with_passkeys: Option<bool>,
    /// The town before the date of its letters, in both languages or in none; like the fields below, empty as in the
    /// nearest unit above that says it.
    #[schema(max_length = 60)]
    place_en: Option<String>,
    #[schema(max_length = 60)]
    place_ur: Option<String>,
    /// Street and building, in both languages or in none.
    #[schema(max_length = 200)]
    address_en: Option<String>,
    #[schema(max_length = 200)]
    address_ur: Option<String>,
    /// The telephone of the letterhead.
    #[schema(max_length = 60)]
    phone: Option<String>,
    /// The electronic mail of the letterhead.
    #[schema(max_length = 254)]
    email: Option<String>,
}

impl From<UnitLine> for Unit {
    fn from(line: UnitLine) -> Self {
        let unit = line.unit;
        Self {
            id: unit.id.0,
            parent_id: unit.parent.map(Uuid::from),
            kind: unit.kind,
            code: unit.code,
            name_en: unit.name_en,
            name_ur: unit.name_ur,
            file_number_template: unit.file_number_template,
            signs_with_passkeys: unit.signs_with_passkeys,
            place_en: unit.letterhead.place_en,
            place_ur: unit.letterhead.place_ur,
            address_en: unit.letterhead.address_en,
            address_ur: unit.letterhead.address_ur,
            phone: unit.letterhead.phone,
            email: unit.letterhead.email,
            closed_at: unit.closed_at,
            version: unit.version.0,
            posts: line.posts,
        }
    }
}

/// Lists units.
///
/// Everybody who acts for a post. The whole tree is in the list: follow `parent_id`.
#[utoipa::path(
    operation_id = "listUnits", tag = "Organisation", params(UnitQuery),
    responses((status = 200, description = "A page of units", body = UnitPage), ReadProblems)
)]
#[get("/units")]
pub(crate) async fn list_units(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<UnitQuery>,
) -> Result<Json<UnitPage>, Problem> {
    let UnitQuery {
        query,
        include_closed,
        cursor,
        limit: asked,
    } = query.0;
    let (after, most) = (cursor.map(Cursor), limit(asked, 200, 1000));
    let page = organisation::list_units(
        &office,
        &officer.0,
        query.as_deref(),
        include_closed,
        after.as_ref(),
        most,
    )
    .await?;
    Ok(Json(UnitPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Reads a unit.
///
/// Everybody who acts for a post. Its `ETag` is what `updateUnit` and `closeUnit` want in `If-Match`.
#[utoipa::path(
    operation_id = "getUnit", tag = "Organisation", params(("id" = Uuid, Path, description = "The unit")),
    responses((status = 200, description = "The unit", body = Unit), ReadProblems)
)]
#[get("/units/{id}")]
pub(crate) async fn get_unit(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let line = organisation::get_unit(&office, &officer.0, UnitId(*id)).await?;
    let version = line.unit.version;
    Ok(with_etag(&Unit::from(line), version))
}

/// Adds a unit.
///
/// Administrators. The code is unique and never changes, for file numbers show it: 409 `code-taken`, 422 `code-shape`.
/// Also refused: `parent-unknown`, `unit-closed` for a parent that was closed, and `file-number-template-shape` for a
/// template without serial or year.
#[utoipa::path(
    operation_id = "createUnit", tag = "Organisation", params(CreateHeaders), request_body = CreateUnit,
    responses((status = 201, description = "Added", body = Act), CreateProblems)
)]
#[post("/units")]
pub(crate) async fn create_unit(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<CreateUnit>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let new = NewUnit {
        parent: body.value.parent_id.map(UnitId),
        kind: body.value.kind,
        code: body.value.code,
        name_en: body.value.name_en,
        name_ur: body.value.name_ur,
        file_number_template: body.value.file_number_template,
    };
    let act = organisation::create_unit(&office, &officer.0, once.as_ref(), &new).await?;
    Ok(ActReply::created(act, "units"))
}

/// Renames a unit, moves it in the tree, or changes how its files are numbered, its officers sign, or its letters say
/// where it is reached.
///
/// Administrators. Code and kind stay. A new template numbers files opened from now on; those that exist keep their
/// numbers. A new letterhead is printed from now on; what was issued keeps its own. Refused: `parent-cycle`,
/// `parent-unknown`, `file-number-template-shape`, `letterhead-unprintable`, and `unit-closed` for a unit that was closed.
#[utoipa::path(
    operation_id = "updateUnit", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The unit")), request_body = UpdateUnit,
    responses((status = 200, description = "Changed", body = Act), ActProblems)
)]
#[patch("/units/{id}")]
pub(crate) async fn update_unit(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<UpdateUnit>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let wanted = UnitChange {
        parent: body.value.parent_id.map(|parent| parent.map(UnitId)),
        name_en: body.value.name_en,
        name_ur: body.value.name_ur,
        file_number_template: body.value.file_number_template,
        signs_with_passkeys: body.value.signs_with_passkeys,
        letterhead: LetterheadChange {
            place_en: body.value.place_en,
            place_ur: body.value.place_ur,
            address_en: body.value.address_en,
            address_ur: body.value.address_ur,
            phone: body.value.phone,
            email: body.value.email,
        },
    };
    let act = organisation::update_unit(&office, &officer.0, once.as_ref(), UnitId(*id), version.0, &wanted).await?;
    Ok(ActReply::changed(act))
}

/// Closes a unit without posts and sub-units.
///
/// Administrators. Refused with `unit-not-empty` while it has posts or sub-units, `unit-has-files` where files are kept
/// under its name, and `unit-closed` the second time.
/// Its files stay.
#[utoipa::path(
    operation_id = "closeUnit", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The unit")), request_body = Empty,
    responses((status = 200, description = "Closed", body = Act), ActProblems)
)]
#[post("/units/{id}/closure")]
pub(crate) async fn close_unit(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = organisation::close_unit(&office, &officer.0, once.as_ref(), UnitId(*id), version.0).await?;
    Ok(ActReply::changed(act))
}
