//! Charges: who holds which post.

use super::PersonRef;
use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, Empty, IdempotencyKey, IfMatch};
use crate::office::examples;
use crate::office::words;
use crate::problem::{ActProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{get, post};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::organisation;
use daftar_domain::office::{ChargeId, PersonId, PostId};
use daftar_domain::organisation::ChargeKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Somebody who holds or held a post.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::CHARGE, "kind": "substantive", "person": examples::bilal(), "from": "2024-01-15T04:00:00Z",
    "to": null, "remark": "Notification No. SO(E-I)2-3/2024 dated 12 January 2024",
}))]
pub(crate) struct Charge {
    id: Uuid,
    #[schema(value_type = words::ChargeKind)]
    kind: ChargeKind,
    person: PersonRef,
    from: DateTime<Utc>,
    /// Until when; null while it runs.
    #[schema(required = true)]
    to: Option<DateTime<Utc>>,
    /// What was remarked when it began: the number of the order.
    #[schema(required = true)]
    remark: Option<String>,
}

/// Who holds and held a post, the latest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChargePage {
    items: Vec<Charge>,
    /// Always null: the charges of a post are one page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Who takes a vacant post.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"person_id": examples::BILAL, "kind": "substantive"}))]
pub(crate) struct Appoint {
    person_id: Uuid,
    #[schema(value_type = words::ChargeKind)]
    kind: ChargeKind,
}

/// Who takes a post over.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "to_person_id": examples::AYESHA, "kind": "additional",
    "remark": "Notification No. SO(E-I)2-3/2026 dated 2 March 2026",
}))]
pub(crate) struct TransferCharge {
    to_person_id: Uuid,
    #[schema(value_type = words::ChargeKind)]
    kind: ChargeKind,
    /// Such as the number of the order.
    #[schema(max_length = 500, example = "Notification No. SO(E-I)2-3/2026 dated 2 March 2026")]
    remark: Option<String>,
}

/// Lists who holds and held a post.
///
/// Everybody who acts for a post. The charge without `to` runs.
#[utoipa::path(
    operation_id = "listCharges", tag = "Organisation", params(("id" = Uuid, Path, description = "The post")),
    responses((status = 200, description = "Its charges, the latest first", body = ChargePage), ReadProblems)
)]
#[get("/posts/{id}/charges")]
pub(crate) async fn list_charges(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<ChargePage>, Problem> {
    let charges = organisation::list_charges(&office, &officer.0, PostId(*id)).await?;
    let items = charges.into_iter().map(|past| Charge {
        id: past.charge.0,
        kind: past.kind,
        person: past.person.into(),
        from: past.from,
        to: past.to,
        remark: past.remark,
    });
    Ok(Json(ChargePage {
        items: items.collect(),
        next_cursor: None,
    }))
}

/// Puts a person in charge of a vacant post.
///
/// Administrators. The desk of the post is the new holder's at once. Refused: 409 `post-held` (use `transferCharge`),
/// `post-abolished`, `person-deactivated`, `self-appointed`, `sides-conflict` where the person would manage or audit the
/// organisation and handle papers too, `own-case-on-desk` (rule 6); 422 `person-unknown`. `If-Match` is the version of
/// the post; `id` and `version` of the act are the post's.
#[utoipa::path(
    operation_id = "appoint", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The post")), request_body = Appoint,
    responses((status = 201, description = "Appointed; the act is the post's", body = Act), ActProblems)
)]
#[post("/posts/{id}/charges")]
pub(crate) async fn appoint(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Appoint>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let (person, kind) = (PersonId(body.value.person_id), body.value.kind);
    let act = organisation::appoint(
        &office,
        &officer.0,
        once.as_ref(),
        (PostId(*id), version.0),
        person,
        kind,
    )
    .await?;
    Ok(ActReply::created(act, "posts"))
}

/// Hands a post over to a successor; its work stays with the post.
///
/// Administrators. One act ends the running charge and begins the next; files and receipts are not touched: the
/// successor sees the whole desk at once, the predecessor nothing at the next request. Refused: 409 `post-vacant` (use
/// `appoint`), `already-holder` for the same person under the same kind of charge, `post-abolished`,
/// `person-deactivated`, `self-appointed`, `sides-conflict`, `own-case-on-desk` (rule 6); 422 `person-unknown`.
/// `If-Match` is the version of the post: two administrators at once do not hand it over twice.
#[utoipa::path(
    operation_id = "transferCharge", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The post")), request_body = TransferCharge,
    responses((status = 200, description = "Handed over; the act is the post's", body = Act), ActProblems)
)]
#[post("/posts/{id}/transfer")]
pub(crate) async fn transfer_charge(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<TransferCharge>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let TransferCharge {
        to_person_id,
        kind,
        remark,
    } = body.value;
    let (post, person) = ((PostId(*id), version.0), PersonId(to_person_id));
    let act = organisation::transfer_charge(
        &office,
        &officer.0,
        once.as_ref(),
        post,
        person,
        kind,
        remark.as_deref(),
    )
    .await?;
    Ok(ActReply::changed(act))
}

/// Ends a charge; its post is vacant until somebody is appointed.
///
/// Administrators. What waits on the desk stays there. Refused with `charge-ended` the second time, and
/// `last-administrator` where nobody would be left to manage the organisation. `If-Match`, and the version in the answer,
/// are the post's.
#[utoipa::path(
    operation_id = "endCharge", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The charge")), request_body = Empty,
    responses((status = 200, description = "Ended; the version is the post's", body = Act), ActProblems)
)]
#[post("/charges/{id}/end")]
pub(crate) async fn end_charge(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = organisation::end_charge(&office, &officer.0, once.as_ref(), (ChargeId(*id), version.0)).await?;
    Ok(ActReply::changed(act))
}
