//! My passkeys.

use super::webauthn::{PasskeyCredential, PasskeyRequest};
use super::who::FactorOwner;
use crate::http::{Act, ActReply, Body, IfMatch};
use crate::office::{examples, words};
use crate::problem::{ActProblems, CreateProblems, Problem};
use actix_web::web::{Data, Json, Path};
use actix_web::{delete, patch, post};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::identity::{self, KeptPasskey};
use daftar_domain::identity::PasskeyState;
use daftar_domain::office::PasskeyId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A passkey of mine.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "name": "Office laptop", "state": "approved", "created_at": "2026-03-02T05:00:00Z",
    "decided_at": "2026-03-02T06:30:00Z", "last_used_at": null, "backed_up": false, "version": 2,
}))]
pub(crate) struct MyPasskey {
    id: Uuid,
    #[schema(example = "Office laptop")]
    name: String,
    /// Only an approved one signs in, and signs.
    #[schema(value_type = words::PasskeyState)]
    state: PasskeyState,
    created_at: DateTime<Utc>,
    /// When it was approved, suspected or revoked.
    #[schema(required = true)]
    decided_at: Option<DateTime<Utc>>,
    #[schema(required = true)]
    last_used_at: Option<DateTime<Utc>>,
    /// Whether the key has left its device, for another of mine.
    backed_up: bool,
    /// For `If-Match`.
    version: i64,
}

impl From<KeptPasskey> for MyPasskey {
    fn from(kept: KeptPasskey) -> Self {
        let passkey = kept.passkey;
        Self {
            id: passkey.id.0,
            name: passkey.name,
            state: passkey.state,
            created_at: passkey.created_at,
            decided_at: passkey.decided_at,
            last_used_at: passkey.last_used_at,
            backed_up: kept.backed_up,
            version: passkey.version.0,
        }
    }
}

/// A new passkey.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Office laptop",
    "credential": {
        "client_data_json": "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0", "attestation_object": "o2NmbXRkbm9uZQ",
        "transports": ["internal", "hybrid"],
    },
}))]
pub(crate) struct EnrolPasskey {
    /// What I call it.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    #[validate(nested)]
    credential: PasskeyCredential,
}

/// Another name.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Laptop at home"}))]
pub(crate) struct RenamePasskey {
    #[schema(min_length = 1, max_length = 100)]
    name: String,
}

/// Asks an authenticator for a new passkey.
///
/// For whoever is signed in, and for a token of the kind `enrolment`. Its answer goes to `enrolPasskey`. Refused: 409
/// `passkeys-impossible` where the office's address allows none; 403 `factor-proof-required` for somebody who has a
/// second factor and has not proved it within five minutes, by `proveFactor`.
#[utoipa::path(
    operation_id = "getPasskeyRequest", tag = "Session",
    responses((status = 200, description = "What to ask the authenticator", body = PasskeyRequest), CreateProblems)
)]
#[post("/me/passkeys/options")]
pub(crate) async fn passkey_options(office: Data<Office>, owner: FactorOwner) -> Result<Json<PasskeyRequest>, Problem> {
    Ok(Json(identity::enrolment_options(&office, &owner.0).await?.into()))
}

/// Enrols a passkey. It is good for nothing until an administrator has approved it.
///
/// For whoever is signed in, and for a token of the kind `enrolment`. Refused: 409 `challenge-unknown`, `passkey-known`,
/// `too-many-passkeys`; 422 `passkey-name`, or what is wrong with the credential. The ledger keeps it, without its name.
#[utoipa::path(
    operation_id = "enrolPasskey", tag = "Session", request_body = EnrolPasskey,
    responses((status = 201, description = "Enrolled; it waits for approval", body = Act), CreateProblems)
)]
#[post("/me/passkeys")]
pub(crate) async fn enrol_passkey(
    office: Data<Office>,
    owner: FactorOwner,
    body: Body<EnrolPasskey>,
) -> Result<ActReply, Problem> {
    let EnrolPasskey { name, credential } = body.value;
    let act = identity::enrol_passkey(&office, &owner.0, &name, &credential.read()?).await?;
    Ok(ActReply::created(act, "me/passkeys"))
}

/// Gives my passkey another name.
///
/// One's own only; somebody else's is answered 404. Refused: 422 `passkey-name`, 409 `passkey-revoked`.
#[utoipa::path(
    operation_id = "renamePasskey", tag = "Session", request_body = RenamePasskey,
    params(("id" = Uuid, Path, description = "The passkey"), ("If-Match" = String, Header, description = "Its version")),
    responses((status = 200, description = "Renamed", body = Act), ActProblems)
)]
#[patch("/me/passkeys/{id}")]
pub(crate) async fn rename_passkey(
    office: Data<Office>,
    owner: FactorOwner,
    id: Path<Uuid>,
    version: IfMatch,
    body: Body<RenamePasskey>,
) -> Result<ActReply, Problem> {
    let id = PasskeyId(*id);
    let act = identity::rename_passkey(&office, &owner.0, id, version.0, &body.value.name).await?;
    Ok(ActReply::changed(act))
}

/// Revokes my passkey, for ever.
///
/// One's own only; somebody else's is answered 404. An approved one needs a factor that was proved within five minutes:
/// 403 `factor-proof-required`. Refused: 409 `passkey-revoked`, and `last-factor` for somebody who must have a second
/// factor and would have none.
#[utoipa::path(
    operation_id = "revokeMyPasskey", tag = "Session",
    params(("id" = Uuid, Path, description = "The passkey"), ("If-Match" = String, Header, description = "Its version")),
    responses((status = 200, description = "Revoked", body = Act), ActProblems)
)]
#[delete("/me/passkeys/{id}")]
pub(crate) async fn revoke_my_passkey(
    office: Data<Office>,
    owner: FactorOwner,
    id: Path<Uuid>,
    version: IfMatch,
) -> Result<ActReply, Problem> {
    let act = identity::revoke_my_passkey(&office, &owner.0, PasskeyId(*id), version.0).await?;
    Ok(ActReply::changed(act))
}
