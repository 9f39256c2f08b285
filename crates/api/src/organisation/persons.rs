//! Persons.

use super::PostRef;
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
use daftar_application::identity;
use daftar_application::organisation::{self, PersonChange, PersonLine};
use daftar_application::{Cursor, Office};
use daftar_domain::office::{Language, PersonId};
use daftar_domain::organisation::{ChargeKind, PersonFields};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// A human being with an account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::BILAL, "user_name": "bilal.hassan", "name_en": "Bilal Hassan", "name_ur": "بلال حسن",
    "email": null, "language": "ur", "deactivated_at": null, "version": 1,
    "charges": [{
        "id": examples::CHARGE, "kind": "substantive", "since": "2024-01-15T04:00:00Z",
        "post": examples::section_officer(),
    }],
}))]
pub(crate) struct Person {
    id: Uuid,
    #[schema(example = "ayesha.khan")]
    user_name: String,
    name_en: String,
    name_ur: String,
    #[schema(required = true)]
    email: Option<String>,
    #[schema(value_type = words::Language)]
    language: Language,
    #[schema(required = true)]
    deactivated_at: Option<DateTime<Utc>>,
    version: i64,
    /// What the person holds, the own post first.
    charges: Vec<PersonCharge>,
}

/// A charge of a person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PersonCharge {
    id: Uuid,
    #[schema(value_type = words::ChargeKind)]
    kind: ChargeKind,
    since: DateTime<Utc>,
    post: PostRef,
}

/// A page of persons, by English name.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PersonPage {
    items: Vec<Person>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Which persons are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PersonQuery {
    /// Words in user name, name, or e-mail address.
    query: Option<String>,
    /// Active ones, or deactivated ones.
    active: Option<bool>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 50 when nothing is said.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<u64>,
}

/// What a new account takes. It has no password: a set-up link gives the first one.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "user_name": "ayesha.khan", "name_en": "Ayesha Khan", "name_ur": "عائشہ خان",
    "email": "ayesha.khan@finance.example", "language": "ur",
}))]
pub(crate) struct CreatePerson {
    /// 3 to 64 Latin letters, digits, dots, hyphens and underscores; it stays.
    #[schema(min_length = 3, max_length = 64, example = "ayesha.khan")]
    user_name: String,
    #[schema(max_length = 200, example = "Ayesha Khan")]
    name_en: String,
    #[schema(max_length = 200, example = "عائشہ خان")]
    name_ur: String,
    #[schema(max_length = 254)]
    email: Option<String>,
    #[schema(value_type = words::Language)]
    language: Language,
}

/// Changes to a person. What is absent stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(clippy::option_option, reason = "the three cases of a PATCH")]
#[schema(example = json!({"name_ur": "عائشہ خان درانی", "language": "ur"}))]
pub(crate) struct UpdatePerson {
    #[schema(max_length = 200)]
    name_en: Option<String>,
    #[schema(max_length = 200)]
    name_ur: Option<String>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 254)]
    email: Option<Option<String>>,
    #[schema(value_type = Option<words::Language>)]
    language: Option<Language>,
}

/// A set-up link; it is shown this once.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"url_path": "/set-up#mEc0qHn3T0yUu5f0hK9sR2bV8wXz1aD4", "expires_at": "2026-03-05T06:00:00Z"}))]
pub(crate) struct SetUpLink {
    /// To be put behind the office's address.
    #[schema(example = "/set-up#mEc0…")]
    url_path: String,
    expires_at: DateTime<Utc>,
}

impl From<PersonLine> for Person {
    fn from(line: PersonLine) -> Self {
        let person = line.person;
        let charges = line.charges.into_iter().map(|held| PersonCharge {
            id: held.charge.0,
            kind: held.kind,
            since: held.since,
            post: held.post.into(),
        });
        Self {
            id: person.id.0,
            user_name: person.user_name,
            name_en: person.name_en,
            name_ur: person.name_ur,
            email: person.email,
            language: person.language,
            deactivated_at: person.deactivated_at,
            version: person.version.0,
            charges: charges.collect(),
        }
    }
}

/// Lists persons with what they hold.
///
/// Everybody who acts for a post. Deactivated persons are in the list unless `active` is true.
#[utoipa::path(
    operation_id = "listPersons", tag = "Organisation", params(PersonQuery),
    responses((status = 200, description = "A page of persons", body = PersonPage), ReadProblems)
)]
#[get("/persons")]
pub(crate) async fn list_persons(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<PersonQuery>,
) -> Result<Json<PersonPage>, Problem> {
    let PersonQuery {
        query,
        active,
        cursor,
        limit: asked,
    } = query.0;
    let (after, most) = (cursor.map(Cursor), limit(asked, 50, 1000));
    let page = organisation::list_persons(&office, &officer.0, query.as_deref(), active, after.as_ref(), most).await?;
    Ok(Json(PersonPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Reads a person.
///
/// Everybody who acts for a post. Its `ETag` is what the acts on a person want in `If-Match`.
#[utoipa::path(
    operation_id = "getPerson", tag = "Organisation", params(("id" = Uuid, Path, description = "The person")),
    responses((status = 200, description = "The person", body = Person), ReadProblems)
)]
#[get("/persons/{id}")]
pub(crate) async fn get_person(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let line = organisation::get_person(&office, &officer.0, PersonId(*id)).await?;
    let version = line.person.version;
    Ok(with_etag(&Person::from(line), version))
}

/// Opens an account.
///
/// Administrators. The account has neither password nor post: go on with `issueSetUpLink` and `appoint`. Refused: 409
/// `user-name-taken`; 422 `user-name-shape`, `email-shape`. The ledger keeps digests of names and address, not the
/// words.
#[utoipa::path(
    operation_id = "createPerson", tag = "Organisation", params(CreateHeaders), request_body = CreatePerson,
    responses((status = 201, description = "Opened", body = Act), CreateProblems)
)]
#[post("/persons")]
pub(crate) async fn create_person(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<CreatePerson>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let new = PersonFields {
        user_name: body.value.user_name,
        name_en: body.value.name_en,
        name_ur: body.value.name_ur,
        email: body.value.email,
        language: body.value.language,
    };
    let act = organisation::create_person(&office, &officer.0, once.as_ref(), &new).await?;
    Ok(ActReply::created(act, "persons"))
}

/// Changes names, e-mail address or language of a person.
///
/// Administrators. The user name stays. Refused with `email-shape`, and `person-deactivated` for a closed account.
#[utoipa::path(
    operation_id = "updatePerson", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The person")), request_body = UpdatePerson,
    responses((status = 200, description = "Changed", body = Act), ActProblems)
)]
#[patch("/persons/{id}")]
pub(crate) async fn update_person(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<UpdatePerson>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let wanted = PersonChange {
        name_en: body.value.name_en,
        name_ur: body.value.name_ur,
        email: body.value.email,
        language: body.value.language,
    };
    let id = PersonId(*id);
    let act = organisation::update_person(&office, &officer.0, once.as_ref(), id, version.0, &wanted).await?;
    Ok(ActReply::changed(act))
}

/// Closes an account: ends the person's charges and sessions. What the person did stays.
///
/// Administrators. The posts become vacant and keep their desks; where the person assisted, that ends too. The person's next request is answered 401. Refused:
/// `person-deactivated` the second time, `own-account` for oneself, `last-administrator` where nobody would be left to
/// manage the organisation.
#[utoipa::path(
    operation_id = "deactivatePerson", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The person")), request_body = Empty,
    responses((status = 200, description = "Closed", body = Act), ActProblems)
)]
#[post("/persons/{id}/deactivation")]
pub(crate) async fn deactivate_person(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = organisation::deactivate_person(&office, &officer.0, once.as_ref(), PersonId(*id), version.0).await?;
    Ok(ActReply::changed(act))
}

/// Opens a closed account again, without charges.
///
/// Administrators. The old password is good again, the old charges are not: `appoint` gives new ones. Refused with
/// `person-active` where the account is open.
#[utoipa::path(
    operation_id = "reactivatePerson", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The person")), request_body = Empty,
    responses((status = 200, description = "Open again", body = Act), ActProblems)
)]
#[post("/persons/{id}/reactivation")]
pub(crate) async fn reactivate_person(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = organisation::reactivate_person(&office, &officer.0, once.as_ref(), PersonId(*id), version.0).await?;
    Ok(ActReply::changed(act))
}

/// Issues a link through which the person chooses a password. Earlier links stop working.
///
/// Administrators, who never choose or know a password. The link works once, for 72 hours, and is shown in this answer
/// alone: hand it over in person or by a way that you trust. Refused with `person-deactivated` for a closed account.
#[utoipa::path(
    operation_id = "issueSetUpLink", tag = "Organisation", params(("id" = Uuid, Path, description = "The person")),
    responses((status = 201, description = "Issued; the link is shown this once", body = SetUpLink), CreateProblems)
)]
#[post("/persons/{id}/set-up-link")]
pub(crate) async fn issue_set_up_link(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let link = identity::issue_set_up_link(&office, &officer.0, PersonId(*id)).await?;
    Ok(HttpResponse::Created().json(SetUpLink {
        url_path: format!("/set-up#{}", link.token),
        expires_at: link.expires_at,
    }))
}
