//! Groups.

use super::EntryQuery;
use super::contacts::Contact;
use crate::http::{
    Act, ActHeaders, ActReply, ActingOfficer, Body, CreateHeaders, Empty, IdempotencyKey, IfMatch, Query, limit,
    with_etag,
};
use crate::office::examples;
use crate::organisation::{PostRef, UnitRef};
use crate::problem::{ActProblems, CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, patch, post};
use chrono::{DateTime, Utc};
use daftar_application::addresses::{self, GroupChange, GroupView, MemberView};
use daftar_application::{Cursor, Office};
use daftar_domain::addresses::Member;
use daftar_domain::office::{ContactId, GroupId, PostId, UnitId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Those to whom many letters go together.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "unit": examples::section(), "name": "All Deputy Commissioners",
    "name_ur": "تمام ڈپٹی کمشنر", "members": 41, "deactivated_at": null, "version": 3, "can_change": true,
}))]
pub(crate) struct AddressGroup {
    id: Uuid,
    /// The unit that keeps it: seen by its officers, and by those of the units below it.
    unit: UnitRef,
    name: String,
    /// Its name in Urdu; empty where it is the same.
    name_ur: String,
    /// How many members it has.
    members: i64,
    /// When it was deactivated: it is not offered any more.
    #[schema(required = true)]
    deactivated_at: Option<DateTime<Utc>>,
    version: i64,
    /// Whether the acting post may change it.
    can_change: bool,
}

/// A page of groups, by name.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AddressGroupPage {
    items: Vec<AddressGroup>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// What sort of member it is.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MemberKind {
    /// Somebody outside.
    Contact,
    /// A post of this office.
    Post,
    /// A unit of this office.
    Unit,
}

/// A member that a group is to have.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WantedMember {
    kind: MemberKind,
    id: Uuid,
}

/// A member of a group, with what it is called now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "kind": "contact", "id": examples::SOMETHING, "gone": false, "contact": examples::contact(), "post": null,
    "unit": null,
}))]
pub(crate) struct AddressGroupMember {
    kind: MemberKind,
    id: Uuid,
    /// Deactivated, abolished or closed since: nothing is sent there.
    gone: bool,
    #[schema(required = true)]
    contact: Option<Contact>,
    #[schema(required = true)]
    post: Option<PostRef>,
    #[schema(required = true)]
    unit: Option<UnitRef>,
}

/// A page of members, in their order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AddressGroupMemberPage {
    items: Vec<AddressGroupMember>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Where a list of members goes on.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct MemberQuery {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 200 when nothing is said.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u64>,
}

/// A group that is to be made.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Finance, budget side", "name_ur": "خزانہ، بجٹ", "members": [
        {"kind": "post", "id": examples::DEPUTY_SECRETARY}, {"kind": "unit", "id": examples::REGISTRY},
    ],
}))]
pub(crate) struct CreateAddressGroup {
    #[schema(max_length = 200)]
    name: String,
    #[serde(default)]
    #[schema(max_length = 200)]
    name_ur: String,
    /// In the order in which letters name them.
    #[schema(max_items = 2000)]
    members: Vec<WantedMember>,
}

/// What is to change. What is absent stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Finance, budget wing", "name_ur": "خزانہ، بجٹ ونگ"}))]
pub(crate) struct UpdateAddressGroup {
    #[schema(max_length = 200)]
    name: Option<String>,
    #[schema(max_length = 200)]
    name_ur: Option<String>,
    /// All of them, in the order in which letters name them.
    #[schema(max_items = 2000)]
    members: Option<Vec<WantedMember>>,
}

impl From<WantedMember> for Member {
    fn from(wanted: WantedMember) -> Self {
        match wanted.kind {
            MemberKind::Contact => Self::Contact(ContactId(wanted.id)),
            MemberKind::Post => Self::Post(PostId(wanted.id)),
            MemberKind::Unit => Self::Unit(UnitId(wanted.id)),
        }
    }
}

impl From<GroupView> for AddressGroup {
    fn from(view: GroupView) -> Self {
        let group = view.group;
        Self {
            id: group.id.0,
            unit: view.owner.into(),
            name: group.name,
            name_ur: group.name_ur,
            members: view.members,
            deactivated_at: group.deactivated_at,
            version: group.version.0,
            can_change: view.can_change,
        }
    }
}

impl From<MemberView> for AddressGroupMember {
    fn from(view: MemberView) -> Self {
        let (kind, id) = match view.member {
            Member::Contact(id) => (MemberKind::Contact, id.0),
            Member::Post(id) => (MemberKind::Post, id.0),
            Member::Unit(id) => (MemberKind::Unit, id.0),
        };
        Self {
            kind,
            id,
            gone: view.gone,
            contact: view.contact.map(Into::into),
            post: view.post.map(Into::into),
            unit: view.unit.map(Into::into),
        }
    }
}

fn members(wanted: Vec<WantedMember>) -> Vec<Member> {
    wanted.into_iter().map(Into::into).collect()
}

/// Lists groups of the address book, by name.
///
/// Officers, registries and whoever assists them: those of the own unit and of the units above it. Administrators: those
/// of the unit at the top.
#[utoipa::path(
    operation_id = "listAddressGroups", tag = "Addresses", params(EntryQuery),
    responses((status = 200, description = "A page of groups", body = AddressGroupPage), ReadProblems)
)]
#[get("/address-groups")]
pub(crate) async fn list_address_groups(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<EntryQuery>,
) -> Result<Json<AddressGroupPage>, Problem> {
    let page = addresses::list_groups(&office, &officer.0, &query.0.into()).await?;
    Ok(Json(AddressGroupPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Reads a group.
///
/// Whoever finds it in `listAddressGroups`. Its `ETag` is what `updateAddressGroup` wants in `If-Match`.
#[utoipa::path(
    operation_id = "getAddressGroup", tag = "Addresses", params(("id" = Uuid, Path, description = "The group")),
    responses((status = 200, description = "The group", body = AddressGroup), ReadProblems)
)]
#[get("/address-groups/{id}")]
pub(crate) async fn get_address_group(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let view = addresses::get_group(&office, &officer.0, GroupId(*id)).await?;
    let version = view.group.version;
    Ok(with_etag(&AddressGroup::from(view), version))
}

/// Lists the members of a group, in their order.
///
/// Whoever finds the group in `listAddressGroups`. Contacts that the acting post does not see are left out. Who is gone
/// is a member still: deactivated contacts, abolished posts and closed units.
#[utoipa::path(
    operation_id = "listAddressGroupMembers", tag = "Addresses",
    params(MemberQuery, ("id" = Uuid, Path, description = "The group")),
    responses((status = 200, description = "A page of members", body = AddressGroupMemberPage), ReadProblems)
)]
#[get("/address-groups/{id}/members")]
pub(crate) async fn list_address_group_members(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    query: Query<MemberQuery>,
) -> Result<Json<AddressGroupMemberPage>, Problem> {
    let (after, most) = (query.0.cursor.map(Cursor), limit(query.0.limit, 200, 500));
    let page = addresses::group_members(&office, &officer.0, GroupId(*id), after.as_ref(), most).await?;
    Ok(Json(AddressGroupMemberPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Makes a group in the book of the own unit.
///
/// Officers and registries; administrators for the unit at the top. A member that is named twice is one. Refused:
/// `address-group-too-large` above 2,000 members, and `address-group-member-unknown` for a post or unit that does not
/// exist, or a contact that not everybody sees who sees the group.
#[utoipa::path(
    operation_id = "createAddressGroup", tag = "Addresses", params(CreateHeaders), request_body = CreateAddressGroup,
    responses((status = 201, description = "Made", body = Act), CreateProblems)
)]
#[post("/address-groups")]
pub(crate) async fn create_address_group(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<CreateAddressGroup>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let new = GroupChange {
        name: Some(body.value.name),
        name_ur: Some(body.value.name_ur),
        members: Some(members(body.value.members)),
    };
    let act = addresses::create_group(&office, &officer.0, once.as_ref(), &new).await?;
    Ok(ActReply::created(act, "address-groups"))
}

/// Renames a group, or gives it other members.
///
/// Officers and registries of the unit that keeps it; others who see it: 403 `other-unit`. Refused as in
/// `createAddressGroup`, and with `address-group-deactivated`.
#[utoipa::path(
    operation_id = "updateAddressGroup", tag = "Addresses", request_body = UpdateAddressGroup,
    params(ActHeaders, ("id" = Uuid, Path, description = "The group")),
    responses((status = 200, description = "Changed", body = Act), ActProblems)
)]
#[patch("/address-groups/{id}")]
pub(crate) async fn update_address_group(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<UpdateAddressGroup>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let wanted = GroupChange {
        name: body.value.name,
        name_ur: body.value.name_ur,
        members: body.value.members.map(members),
    };
    let id = GroupId(*id);
    let act = addresses::change_group(&office, &officer.0, once.as_ref(), id, version.0, &wanted).await?;
    Ok(ActReply::changed(act))
}

/// Offers a group no more.
///
/// Officers and registries of the unit that keeps it. Refused with `address-group-deactivated` the second time.
#[utoipa::path(
    operation_id = "deactivateAddressGroup", tag = "Addresses", request_body = Empty,
    params(ActHeaders, ("id" = Uuid, Path, description = "The group")),
    responses((status = 200, description = "Deactivated", body = Act), ActProblems)
)]
#[post("/address-groups/{id}/deactivation")]
pub(crate) async fn deactivate_address_group(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = addresses::deactivate_group(&office, &officer.0, once.as_ref(), GroupId(*id), version.0).await?;
    Ok(ActReply::changed(act))
}

/// Offers a group again.
///
/// Officers and registries of the unit that keeps it. Refused with `address-group-active` where it was not deactivated.
#[utoipa::path(
    operation_id = "reactivateAddressGroup", tag = "Addresses", request_body = Empty,
    params(ActHeaders, ("id" = Uuid, Path, description = "The group")),
    responses((status = 200, description = "Offered again", body = Act), ActProblems)
)]
#[post("/address-groups/{id}/reactivation")]
pub(crate) async fn reactivate_address_group(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = addresses::reactivate_group(&office, &officer.0, once.as_ref(), GroupId(*id), version.0).await?;
    Ok(ActReply::changed(act))
}
