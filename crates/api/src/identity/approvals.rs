//! What administrators do about other people's factors.

use crate::http::{
    Act, ActHeaders, ActReply, ActingOfficer, Body, CreateHeaders, Empty, IdempotencyKey, IfMatch, Query, limit,
};
use crate::office::{examples, words};
use crate::organisation::PersonRef;
use crate::problem::{ActProblems, CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{get, post};
use chrono::{DateTime, Utc};
use daftar_application::identity::{self, PasskeyLine};
use daftar_application::{Cursor, FieldError, Office};
use daftar_domain::identity::{PasskeyState, RevocationReason};
use daftar_domain::office::{PasskeyId, PersonId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// A passkey of somebody.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "person": examples::bilal(), "name": "Office laptop", "state": "pending",
    "created_at": "2026-03-02T05:00:00Z", "decided_at": null, "reason": null, "last_used_at": null,
    "backed_up": false, "version": 1,
}))]
pub(crate) struct Passkey {
    id: Uuid,
    /// Its owner.
    person: PersonRef,
    /// What its owner calls it.
    name: String,
    #[schema(value_type = words::PasskeyState)]
    state: PasskeyState,
    created_at: DateTime<Utc>,
    /// When it was approved, suspected or revoked.
    #[schema(required = true)]
    decided_at: Option<DateTime<Utc>>,
    /// Why it was revoked.
    #[schema(required = true, value_type = Option<words::RevocationReason>)]
    reason: Option<RevocationReason>,
    #[schema(required = true)]
    last_used_at: Option<DateTime<Utc>>,
    /// Whether the key has left its device.
    backed_up: bool,
    /// For `If-Match`.
    version: i64,
}

impl From<PasskeyLine> for Passkey {
    fn from(line: PasskeyLine) -> Self {
        let passkey = line.kept.passkey;
        Self {
            id: passkey.id.0,
            person: line.owner.into(),
            name: passkey.name,
            state: passkey.state,
            created_at: passkey.created_at,
            decided_at: passkey.decided_at,
            reason: passkey.reason,
            last_used_at: passkey.last_used_at,
            backed_up: line.kept.backed_up,
            version: passkey.version.0,
        }
    }
}

/// A page of passkeys, the oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PasskeyPage {
    items: Vec<Passkey>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Which passkeys are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PasskeyQuery {
    /// Only those of this state.
    #[param(value_type = Option<words::PasskeyState>)]
    state: Option<PasskeyState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 50 when nothing is said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

/// Why a factor is taken away.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "lost"}))]
pub(crate) struct TakeFactor {
    #[schema(value_type = words::GivenReason)]
    reason: RevocationReason,
}

impl TakeFactor {
    /// The reason, if it is one that somebody else can give.
    fn given(&self) -> Result<RevocationReason, Problem> {
        if RevocationReason::GIVEN.contains(&self.reason) {
            Ok(self.reason)
        } else {
            Err(Problem::fields(vec![FieldError::new("/reason", "invalid")]))
        }
    }
}

/// Lists passkeys of everybody.
///
/// Administrators: with `state` `pending` what waits for approval, with `suspected` what counted back and waits anew.
#[utoipa::path(
    operation_id = "listPasskeys", tag = "Organisation", params(PasskeyQuery),
    responses((status = 200, description = "A page of passkeys", body = PasskeyPage), ReadProblems)
)]
#[get("/passkeys")]
pub(crate) async fn list_passkeys(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<PasskeyQuery>,
) -> Result<Json<PasskeyPage>, Problem> {
    let PasskeyQuery {
        state,
        cursor,
        limit: asked,
    } = query.0;
    let (after, most) = (cursor.map(Cursor), limit(asked, 50, 200));
    let page = identity::list_passkeys(&office, &officer.0, state, after.as_ref(), most).await?;
    Ok(Json(PasskeyPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Approves a passkey of somebody else. From now on it signs its owner in, and signs.
///
/// Administrators, after they have made sure, in person or by telephone, that the owner enrolled it. Refused: 403
/// `own-passkey` for one's own; 409 `passkey-approved`, `passkey-revoked`. The owner is told.
#[utoipa::path(
    operation_id = "approvePasskey", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The passkey")), request_body = Empty,
    responses((status = 200, description = "Approved", body = Act), ActProblems)
)]
#[post("/passkeys/{id}/approval")]
pub(crate) async fn approve_passkey(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let act = identity::approve_passkey(&office, &officer.0, once.as_ref(), PasskeyId(*id), version.0).await?;
    Ok(ActReply::changed(act))
}

/// Revokes a passkey, for ever.
///
/// Administrators. Refused with 409 `passkey-revoked` the second time. The owner is told.
#[utoipa::path(
    operation_id = "revokePasskey", tag = "Organisation",
    params(ActHeaders, ("id" = Uuid, Path, description = "The passkey")), request_body = TakeFactor,
    responses((status = 200, description = "Revoked", body = Act), ActProblems)
)]
#[post("/passkeys/{id}/revocation")]
pub(crate) async fn revoke_passkey(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<TakeFactor>,
) -> Result<ActReply, Problem> {
    let (once, reason) = (key.of(&officer, &body), body.value.given()?);
    let id = PasskeyId(*id);
    let act = identity::revoke_passkey(&office, &officer.0, once.as_ref(), id, version.0, reason).await?;
    Ok(ActReply::changed(act))
}

/// Takes all second factors from somebody who lost them.
///
/// Administrators, never for themselves: 403 `own-factors`. Phone and codes on paper are gone, passkeys are revoked,
/// every session ends. The person signs in with the password alone, and must enrol anew where a second factor is
/// required. The person is told.
#[utoipa::path(
    operation_id = "resetFactors", tag = "Organisation",
    params(CreateHeaders, ("id" = Uuid, Path, description = "The person")), request_body = TakeFactor,
    responses((status = 200, description = "Reset", body = Act), CreateProblems)
)]
#[post("/persons/{id}/factor-reset")]
pub(crate) async fn reset_factors(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    key: IdempotencyKey,
    body: Body<TakeFactor>,
) -> Result<ActReply, Problem> {
    let (once, reason) = (key.of(&officer, &body), body.value.given()?);
    let act = identity::reset_factors(&office, &officer.0, once.as_ref(), PersonId(*id), reason).await?;
    Ok(ActReply::changed(act))
}
