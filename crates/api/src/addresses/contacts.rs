//! Contacts.

use super::EntryQuery;
use crate::http::{
    Act, ActHeaders, ActReply, ActingOfficer, Body, CreateHeaders, Empty, IdempotencyKey, IfMatch, Query, present,
    with_etag,
};
use crate::office::{examples, words};
use crate::organisation::UnitRef;
use crate::problem::{ActProblems, CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, patch, post};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::addresses::{self, ContactChange, ContactView};
use daftar_domain::drafting::OutsideKind;
use daftar_domain::office::ContactId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Somebody outside the office whose address a unit keeps.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!(examples::contact()))]
pub(crate) struct Contact {
    id: Uuid,
    /// The unit that keeps it: seen by its officers, and by those of the units below it.
    unit: UnitRef,
    #[schema(value_type = words::OutsideKind)]
    sort: OutsideKind,
    /// Name or designation: the first line.
    name: String,
    /// The lines below it.
    lines: Vec<String>,
    /// The first line in what is written in Urdu; empty where it is the same.
    name_ur: String,
    /// The lines below it in Urdu.
    lines_ur: Vec<String>,
    #[schema(required = true)]
    email: Option<String>,
    phone: String,
    /// When it was deactivated: it is not offered any more.
    #[schema(required = true)]
    deactivated_at: Option<DateTime<Utc>>,
    version: i64,
    /// Whether the acting post may change it.
    can_change: bool,
}

/// A page of contacts, by name.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ContactPage {
    items: Vec<Contact>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Whose address is to be kept.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "sort": "body", "name": "The Deputy Commissioner", "lines": ["Multan"], "name_ur": "ڈپٹی کمشنر",
    "lines_ur": ["ملتان"], "email": "dc@multan.example.gov.pk", "phone": "061-9200032",
}))]
pub(crate) struct CreateContact {
    #[schema(value_type = words::OutsideKind)]
    sort: OutsideKind,
    /// Name or designation: the first line.
    #[schema(max_length = 200)]
    name: String,
    /// The lines below it.
    #[serde(default)]
    #[schema(max_items = 8)]
    lines: Vec<String>,
    /// The first line in what is written in Urdu.
    #[serde(default)]
    #[schema(max_length = 200)]
    name_ur: String,
    /// The lines below it in Urdu.
    #[serde(default)]
    #[schema(max_items = 8)]
    lines_ur: Vec<String>,
    #[schema(max_length = 254)]
    email: Option<String>,
    #[serde(default)]
    #[schema(max_length = 60)]
    phone: String,
}

/// What is corrected. What is absent stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(clippy::option_option, reason = "the three cases of a PATCH")]
#[schema(example = json!({"lines": ["Multan Division", "Multan"], "phone": "061-9200033"}))]
pub(crate) struct UpdateContact {
    #[schema(value_type = Option<words::OutsideKind>)]
    sort: Option<OutsideKind>,
    #[schema(max_length = 200)]
    name: Option<String>,
    #[schema(max_items = 8)]
    lines: Option<Vec<String>>,
    /// The first line in what is written in Urdu; with its lines empty for the same.
    #[schema(max_length = 200)]
    name_ur: Option<String>,
    #[schema(max_items = 8)]
    lines_ur: Option<Vec<String>>,
    /// Null takes it away.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 254)]
    email: Option<Option<String>>,
    #[schema(max_length = 60)]
    phone: Option<String>,
}

impl From<ContactView> for Contact {
    fn from(view: ContactView) -> Self {
        let contact = view.contact;
        let urdu = contact.address.ur.unwrap_or_default();
        Self {
            id: contact.id.0,
            unit: view.owner.into(),
            sort: contact.address.sort,
            name: contact.address.name,
            lines: contact.address.lines,
            name_ur: urdu.name,
            lines_ur: urdu.lines,
            email: contact.address.email,
            phone: contact.phone,
            deactivated_at: contact.deactivated_at,
            version: contact.version.0,
            can_change: view.can_change,
        }
    }
}

impl From<CreateContact> for ContactChange {
    fn from(body: CreateContact) -> Self {
        Self {
            sort: Some(body.sort),
            name: Some(body.name),
            lines: Some(body.lines),
            name_ur: Some(body.name_ur),
            lines_ur: Some(body.lines_ur),
            email: Some(body.email),
            phone: Some(body.phone),
        }
    }
}

impl From<UpdateContact> for ContactChange {
    fn from(body: UpdateContact) -> Self {
        Self {
            sort: body.sort,
            name: body.name,
            lines: body.lines,
            name_ur: body.name_ur,
            lines_ur: body.lines_ur,
            email: body.email,
            phone: body.phone,
        }
    }
}

/// Lists contacts of the address book, by name.
///
/// Officers, registries and whoever assists them: those of the own unit and of the units above it. Administrators: those
/// of the unit at the top. What other units keep is neither found nor counted.
#[utoipa::path(
    operation_id = "listContacts", tag = "Addresses", params(EntryQuery),
    responses((status = 200, description = "A page of contacts", body = ContactPage), ReadProblems)
)]
#[get("/contacts")]
pub(crate) async fn list_contacts(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<EntryQuery>,
) -> Result<Json<ContactPage>, Problem> {
    let page = addresses::list_contacts(&office, &officer.0, &query.0.into()).await?;
    Ok(Json(ContactPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Reads a contact.
///
/// Whoever finds it in `listContacts`. Its `ETag` is what `updateContact` wants in `If-Match`.
#[utoipa::path(
    operation_id = "getContact", tag = "Addresses", params(("id" = Uuid, Path, description = "The contact")),
    responses((status = 200, description = "The contact", body = Contact), ReadProblems)
)]
#[get("/contacts/{id}")]
pub(crate) async fn get_contact(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let view = addresses::get_contact(&office, &officer.0, ContactId(*id)).await?;
    let version = view.contact.version;
    Ok(with_etag(&Contact::from(view), version))
}

/// Keeps an address in the book of the own unit.
///
/// Officers and registries; administrators for the unit at the top. Whoever assists an officer reads only. The warning
/// `same_contact` says that another entry has the same name and e-mail; it is kept all the same. Refused:
/// `draft-address-without-name`, `draft-address-too-long`, `draft-address-email-wrong` and `draft-forbidden-character`.
#[utoipa::path(
    operation_id = "createContact", tag = "Addresses", params(CreateHeaders), request_body = CreateContact,
    responses((status = 201, description = "Kept", body = Act), CreateProblems)
)]
#[post("/contacts")]
pub(crate) async fn create_contact(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<CreateContact>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = addresses::create_contact(&office, &officer.0, once.as_ref(), &body.value.into()).await?;
    Ok(ActReply::created(act, "contacts"))
}

/// Corrects a contact.
///
/// Officers and registries of the unit that keeps it; others who see it: 403 `other-unit`. Drafts and letters keep the
/// address as it was when it was chosen. The warning `same_contact` as in `createContact`; a deactivated one is refused
/// with `contact-deactivated`.
#[utoipa::path(
    operation_id = "updateContact", tag = "Addresses", request_body = UpdateContact,
    params(ActHeaders, ("id" = Uuid, Path, description = "The contact")),
    responses((status = 200, description = "Corrected", body = Act), ActProblems)
)]
#[patch("/contacts/{id}")]
pub(crate) async fn update_contact(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<UpdateContact>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let wanted = body.value.into();
    let id = ContactId(*id);
    let act = addresses::change_contact(&office, &officer.0, once.as_ref(), id, version.0, &wanted).await?;
    Ok(ActReply::changed(act))
}

/// Offers a contact no more.
///
/// Officers and registries of the unit that keeps it. Nothing is deleted: groups still name it, as one who is gone.
/// Refused with `contact-deactivated` the second time.
#[utoipa::path(
    operation_id = "deactivateContact", tag = "Addresses", request_body = Empty,
    params(ActHeaders, ("id" = Uuid, Path, description = "The contact")),
    responses((status = 200, description = "Deactivated", body = Act), ActProblems)
)]
#[post("/contacts/{id}/deactivation")]
pub(crate) async fn deactivate_contact(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = addresses::deactivate_contact(&office, &officer.0, once.as_ref(), ContactId(*id), version.0).await?;
    Ok(ActReply::changed(act))
}

/// Offers a contact again.
///
/// Officers and registries of the unit that keeps it. Refused with `contact-active` where it was not deactivated.
#[utoipa::path(
    operation_id = "reactivateContact", tag = "Addresses", request_body = Empty,
    params(ActHeaders, ("id" = Uuid, Path, description = "The contact")),
    responses((status = 200, description = "Offered again", body = Act), ActProblems)
)]
#[post("/contacts/{id}/reactivation")]
pub(crate) async fn reactivate_contact(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = addresses::reactivate_contact(&office, &officer.0, once.as_ref(), ContactId(*id), version.0).await?;
    Ok(ActReply::changed(act))
}
