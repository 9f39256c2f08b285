//! Set-up links. The token stands in the fragment of the link's address, so that no server log ever has it.

use super::origin::{must_be_ours, origin};
use super::session::{Session, answer};
use crate::app::ApiSettings;
use crate::http::Body;
use crate::office::examples;
use crate::organisation::PersonRef;
use crate::problem::{CreateProblems, Problem};
use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse, post};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::identity;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// The token of a link.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"token": "mEc0qHn3T0yUu5f0hK9sR2bV8wXz1aD4"}))]
pub(crate) struct CheckSetUpLink {
    /// What stands after the `#`.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    token: String,
}

/// What a link opens.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "person": examples::ayesha(), "user_name": "ayesha.khan", "expires_at": "2026-03-05T06:00:00Z",
}))]
pub(crate) struct SetUpLinkCheck {
    person: PersonRef,
    /// The name to sign in with from then on.
    user_name: String,
    /// Until when the link works.
    expires_at: DateTime<Utc>,
}

/// A password chosen through a link.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "token": "mEc0qHn3T0yUu5f0hK9sR2bV8wXz1aD4", "new_password": "seven-kites-over-mochi-gate",
}))]
pub(crate) struct AcceptSetUpLink {
    /// What stands after the `#`.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    token: String,
    /// At least 12 characters, and not easily guessed.
    #[validate(length(max = 1024))]
    #[schema(min_length = 12, max_length = 256, format = Password)]
    new_password: String,
}

/// Looks at a set-up link without using it.
///
/// Public: the token is the proof. A link that was used, has expired, was replaced by a later one, or never was, is
/// answered alike: 404 `set-up-link-unknown`.
#[utoipa::path(
    operation_id = "checkSetUpLink", tag = "Session", security(()), request_body = CheckSetUpLink,
    responses((status = 200, description = "Whose account it opens", body = SetUpLinkCheck), CreateProblems)
)]
#[post("/set-up/check")]
pub(crate) async fn check_set_up_link(
    office: Data<Office>,
    body: Body<CheckSetUpLink>,
) -> Result<Json<SetUpLinkCheck>, Problem> {
    let opened = identity::check_set_up_link(&office, &body.value.token).await?;
    Ok(Json(SetUpLinkCheck {
        person: opened.person.into(),
        user_name: opened.user_name,
        expires_at: opened.expires_at,
    }))
}

/// Uses a set-up link: chooses a password and signs in.
///
/// Public: the token is the proof, and it works once. The new password is checked as in `changePassword`; a refused one
/// does not use up the link. All earlier sessions of the account end; the ledger keeps that the link was used. Who has a
/// second factor, or must have one, gets a token of the kind `second_factor` or `enrolment`, as from `signIn`.
#[utoipa::path(
    operation_id = "acceptSetUpLink", tag = "Session", security(()), request_body = AcceptSetUpLink,
    responses((status = 200, description = "The password is set", body = Session), CreateProblems)
)]
#[post("/set-up")]
pub(crate) async fn accept_set_up_link(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    body: Body<AcceptSetUpLink>,
) -> Result<HttpResponse, Problem> {
    must_be_ours(&request, &office)?;
    let AcceptSetUpLink { token, new_password } = body.value;
    let password = SecretString::from(new_password);
    let started = identity::accept_set_up_link(&office, &token, &password, &origin(&request, &settings)).await?;
    Ok(answer(started, &settings))
}
