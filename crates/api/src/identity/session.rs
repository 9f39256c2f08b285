//! Signing in, going on, signing out.

use super::cookie::{brought, kept, removed};
use super::origin::{must_be_ours, must_be_scripted, origin};
use crate::app::ApiSettings;
use crate::http::{Body, SignedIn};
use crate::office::examples;
use crate::office::words;
use crate::organisation::PersonRef;
use crate::problem::{PasswordProblems, Problem, ReadProblems};
use actix_web::cookie::Cookie;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, post};
use daftar_application::Office;
use daftar_application::identity::{self, SessionStart, TokenKind};
use daftar_domain::identity::Proof;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// Name and password.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"user_name": "ayesha.khan", "password": "shalimar-bagh-at-dawn-1642"}))]
pub(crate) struct SignIn {
    /// The user name, in small letters or capitals.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "ayesha.khan")]
    user_name: String,
    /// The password.
    #[validate(length(min = 1, max = 1024))]
    #[schema(min_length = 1, max_length = 1024, format = Password)]
    password: String,
}

/// A session that runs. The refresh token comes as a cookie that scripts cannot read.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "access_token": "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSJ9.eyJzdWIiOiIwMTk1Nzlh", "token_kind": "session",
    "expires_in": 300, "person": examples::ayesha(), "factors": [],
}))]
pub(crate) struct Session {
    /// To be sent as `Authorization: Bearer …`, and kept in memory only.
    access_token: String,
    /// With `password_change` the token is good for changing the first password, with `second_factor` for proving one,
    /// with `enrolment` for enrolling one, and for nothing else.
    #[schema(value_type = words::TokenKind)]
    token_kind: TokenKind,
    /// Seconds until the access token expires.
    #[schema(example = 300)]
    expires_in: i64,
    /// Who is signed in.
    person: PersonRef,
    /// With `second_factor`, the ways to prove one; empty otherwise.
    #[schema(value_type = Vec<words::Proof>)]
    factors: Vec<Proof>,
}

impl From<SessionStart> for Session {
    fn from(started: SessionStart) -> Self {
        Self {
            access_token: started.access_token,
            token_kind: started.kind,
            expires_in: started.expires_in,
            person: started.person.into(),
            factors: started.factors,
        }
    }
}

/// The cookie of a session; none where something must be done first.
pub(super) fn cookie_of(started: &SessionStart, settings: &ApiSettings) -> Option<Cookie<'static>> {
    started.refresh.as_ref().map(|refresh| kept(settings, refresh))
}

/// A session as an answer, with its cookie.
pub(super) fn answer(started: SessionStart, settings: &ApiSettings) -> HttpResponse {
    let cookie = cookie_of(&started, settings);
    let mut response = HttpResponse::Ok();
    if let Some(cookie) = cookie {
        response.cookie(cookie);
    }
    response.json(Session::from(started))
}

/// Signs in with user name and password.
///
/// Public. The access token lives five minutes; the refresh token comes as a cookie that only `refreshSession` reads. A
/// wrong name, a wrong password and a closed account are told alike: 401 `sign-in-failed`. After several failures for
/// an account or an address the answer is 429 `too-many-attempts`; `Retry-After` says how long to wait. With
/// `token_kind` `password_change` the token is good for `changePassword` alone, with `second_factor` for `finishSignIn`,
/// with `enrolment` for enrolling a first second factor by `offerTotp` and `confirmTotp`; every other operation answers
/// 401.
#[utoipa::path(
    operation_id = "signIn", tag = "Session", security(()), request_body = SignIn,
    responses(
        (status = 200, description = "Signed in, or asked for one thing more", body = Session,
            headers(("Set-Cookie" = String, description = "The refresh token"))),
        PasswordProblems,
    )
)]
#[post("/session")]
pub(crate) async fn sign_in(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    body: Body<SignIn>,
) -> Result<HttpResponse, Problem> {
    must_be_ours(&request, &office)?;
    let SignIn { user_name, password } = body.value;
    let password = SecretString::from(password);
    let started = identity::sign_in(&office, &user_name, &password, &origin(&request, &settings)).await?;
    Ok(answer(started, &settings))
}

/// Goes on with a session: exchanges the refresh cookie for a new one and an access token.
///
/// Needs the cookie of `signIn` and the header `X-Daftar: 1`, and comes from our own pages only: otherwise 403
/// `foreign-origin`. A refresh token is good once. One that comes a second time, after its successor was used, ends the
/// whole session; 401 `session-ended` is the answer then, and when the session ended otherwise.
#[utoipa::path(
    operation_id = "refreshSession", tag = "Session", security(()),
    params(
        ("X-Daftar" = String, Header, description = "1"),
        ("daftar_refresh" = Option<String>, Cookie, description = "The refresh token; `__Host-daftar_refresh` over https"),
    ),
    responses(
        (status = 200, description = "The session goes on", body = Session,
            headers(("Set-Cookie" = String, description = "The next refresh token"))),
        ReadProblems,
    )
)]
#[post("/session/refresh")]
pub(crate) async fn refresh_session(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    must_be_scripted(&request, &office)?;
    let token = brought(&request, &settings).ok_or_else(|| Problem::of("session-ended"))?;
    let started = identity::refresh_session(&office, &token).await?;
    Ok(answer(started, &settings))
}

/// Signs out.
///
/// Whoever is signed in ends the session of the request, and its refresh cookie is taken away. The access token is
/// refused from the next request on.
#[utoipa::path(
    operation_id = "signOut", tag = "Session",
    responses((status = 204, description = "Signed out"), ReadProblems)
)]
#[delete("/session")]
pub(crate) async fn sign_out(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    who: SignedIn,
) -> Result<HttpResponse, Problem> {
    let holder = who.0.holder;
    identity::sign_out(&office, holder.person, holder.session).await?;
    Ok(HttpResponse::NoContent().cookie(removed(&settings)).finish())
}
