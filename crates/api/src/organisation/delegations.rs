//! Delegations: who assists at whose post.

use super::{PersonRef, PostRef};
use crate::http::{Act, ActReply, ActingOfficer, Body, CreateHeaders, IdempotencyKey, Query, limit};
use crate::office::{examples, words};
use crate::problem::{CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{delete, get, post};
use chrono::{DateTime, Utc};
use daftar_application::organisation::{self, DelegationDetail};
use daftar_application::{Cursor, Office};
use daftar_domain::office::{DelegationId, PersonId, PostId, truncate};
use daftar_domain::organisation::DelegationState;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Somebody who assists at a post for a time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "post": examples::section_officer(), "given_by": examples::bilal(),
    "assistant": examples::abbas(), "state": "running", "given_at": "2026-03-02T06:10:00Z",
    "from": "2026-03-02T06:10:00Z", "until": "2026-06-30T18:59:59Z", "ended_at": null, "ended_by": null,
}))]
pub(crate) struct Delegation {
    id: Uuid,
    post: PostRef,
    /// The officer whom he assists.
    given_by: PersonRef,
    assistant: PersonRef,
    /// `coming`, `running` or `ended`.
    #[schema(value_type = words::DelegationState)]
    state: DelegationState,
    given_at: DateTime<Utc>,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// When it ended before its time: somebody ended it, or the officer handed his charge over.
    #[schema(required = true)]
    ended_at: Option<DateTime<Utc>>,
    /// Who ended it; null where it ended with the charge or by itself.
    #[schema(required = true)]
    ended_by: Option<PersonRef>,
}

/// A page of delegations.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DelegationPage {
    items: Vec<Delegation>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Which delegations.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DelegationQuery {
    /// Another post than the acting one; for administrators.
    post_id: Option<Uuid>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 50 when nothing is said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

/// Who is to assist, and for how long.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"person_id": examples::ABBAS, "until": "2026-06-30T18:59:59Z"}))]
pub(crate) struct GiveDelegation {
    person_id: Uuid,
    /// From when on; at once where it is left out or has passed.
    from: Option<DateTime<Utc>>,
    /// Until when, within a year from now.
    until: DateTime<Utc>,
}

impl From<DelegationDetail> for Delegation {
    fn from(detail: DelegationDetail) -> Self {
        let delegation = detail.delegation;
        let ends_at = delegation.ends_at();
        Self {
            id: delegation.id.0,
            post: detail.post.into(),
            given_by: detail.giver.into(),
            assistant: detail.assistant.into(),
            state: detail.state,
            given_at: delegation.given_at,
            from: delegation.from,
            until: delegation.until,
            ended_at: (ends_at < delegation.until).then_some(ends_at),
            ended_by: detail.ended_by.map(Into::into),
        }
    }
}

/// Lets a person assist at the acting post for a time.
///
/// Whoever holds a post that deals with files, for this post. The assistant reads what the post reads, drafts notes and puts
/// them up (`putUpDraftNote`); everything else is refused to him with `assistants-only-draft`: whoever is to sign gets a
/// charge. It ends at `until`, when it is ended, and with the charge of the officer who gave it. Refused: 422
/// `person-unknown`, `assistant-is-giver`, `delegation-until-past`, `delegation-too-long`; 409 `person-deactivated`,
/// `already-assisting`, and `sides-conflict` where the person manages or audits the organisation.
#[utoipa::path(
    operation_id = "giveDelegation", tag = "Organisation", params(CreateHeaders), request_body = GiveDelegation,
    responses((status = 201, description = "Given", body = Act), CreateProblems)
)]
#[post("/delegations")]
pub(crate) async fn give_delegation(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<GiveDelegation>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let command = organisation::GiveDelegation {
        person: PersonId(body.value.person_id),
        from: body.value.from.map(truncate),
        until: truncate(body.value.until),
    };
    let act = organisation::give_delegation(&office, &officer.0, once.as_ref(), &command).await?;
    Ok(ActReply::created(act, "delegations"))
}

/// Lists who assists, will or did at a post, the latest first.
///
/// Its holder, for the acting post; administrators for any, with `post_id`. An assistant finds his own in `getMe`.
#[utoipa::path(
    operation_id = "listDelegations", tag = "Organisation", params(DelegationQuery),
    responses((status = 200, description = "A page of delegations", body = DelegationPage), ReadProblems)
)]
#[get("/delegations")]
pub(crate) async fn list_delegations(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<DelegationQuery>,
) -> Result<Json<DelegationPage>, Problem> {
    let DelegationQuery {
        post_id,
        cursor,
        limit: asked,
    } = query.0;
    let (post, after, most) = (post_id.map(PostId), cursor.map(Cursor), limit(asked, 50, 200));
    let page = organisation::list_delegations(&office, &officer.0, post, after.as_ref(), most).await?;
    Ok(Json(DelegationPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Reads a delegation.
///
/// The holder of its post, the assistant, and administrators.
#[utoipa::path(
    operation_id = "getDelegation", tag = "Organisation", params(("id" = Uuid, Path, description = "The delegation")),
    responses((status = 200, description = "The delegation", body = Delegation), ReadProblems)
)]
#[get("/delegations/{id}")]
pub(crate) async fn get_delegation(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<Delegation>, Problem> {
    let detail = organisation::get_delegation(&office, &officer.0, DelegationId(*id)).await?;
    Ok(Json(detail.into()))
}

/// Ends a delegation before its time.
///
/// The holder of its post, administrators, and the assistant himself, who lays it down. At his next request the assistant
/// does not act for the post any more (403 `acting-post-not-held`); drafts that he had put up stay readable to the holder.
/// 409 `delegation-ended` where it is over. A delegation changes in no other way, so there is no `If-Match`.
#[utoipa::path(
    operation_id = "endDelegation", tag = "Organisation",
    params(CreateHeaders, ("id" = Uuid, Path, description = "The delegation")),
    responses((status = 200, description = "Ended", body = Act), CreateProblems)
)]
#[delete("/delegations/{id}")]
pub(crate) async fn end_delegation(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    key: IdempotencyKey,
) -> Result<ActReply, Problem> {
    let once = key.with(&officer, &format!("end delegation {id}"));
    let act = organisation::end_delegation(&office, &officer.0, once.as_ref(), DelegationId(*id)).await?;
    Ok(ActReply::changed(act))
}
