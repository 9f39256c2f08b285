//! The second step of signing in, a proof within a session, and signing in with a passkey alone.

use super::origin::{must_be_ours, origin};
use super::session::{Session, answer};
use super::webauthn::{PasskeyAssertion, PasskeyChallenge};
use super::who::HalfSignedIn;
use crate::app::ApiSettings;
use crate::http::{Body, SignedIn};
use crate::office::words;
use crate::problem::{CreateProblems, FactorProblems, Problem};
use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse, post};
use chrono::{DateTime, Utc};
use daftar_application::identity::{self, OfferedProof};
use daftar_application::{FieldError, Office};
use daftar_domain::identity::Proof;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// A second factor: one of the three.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "492039"}))]
pub(crate) struct SecondFactor {
    /// The code that the phone shows.
    #[validate(length(min = 1, max = 20))]
    #[schema(min_length = 1, max_length = 20)]
    code: Option<String>,
    /// A code on paper.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_length = 1, max_length = 50)]
    recovery_code: Option<String>,
    /// The answer of a passkey to `getSecondFactorChallenge`.
    #[validate(nested)]
    assertion: Option<PasskeyAssertion>,
}

/// A proof within a session: one of the four.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "492039"}))]
pub(crate) struct FactorProof {
    /// The code that the phone shows.
    #[validate(length(min = 1, max = 20))]
    #[schema(min_length = 1, max_length = 20)]
    code: Option<String>,
    /// A code on paper.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_length = 1, max_length = 50)]
    recovery_code: Option<String>,
    /// The answer of a passkey to `getFactorChallenge`.
    #[validate(nested)]
    assertion: Option<PasskeyAssertion>,
    /// The password; only of somebody who has no second factor.
    #[validate(length(min = 1, max = 1024))]
    #[schema(min_length = 1, max_length = 1024, format = Password)]
    password: Option<String>,
}

/// The answer of a passkey to `getPasskeySignInChallenge`.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"assertion": {
    "id": "Zk3v8Q1wT0yUu5f0hK9sRA", "client_data_json": "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0",
    "authenticator_data": "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAA", "signature": "MEUCIQDk",
}}))]
pub(crate) struct PasskeySignIn {
    #[validate(nested)]
    assertion: PasskeyAssertion,
}

/// What was proved within a session.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"factor": "totp", "factor_at": "2026-03-02T06:12:31Z"}))]
pub(crate) struct FactorProved {
    #[schema(value_type = words::Proof)]
    factor: Proof,
    factor_at: DateTime<Utc>,
}

/// The one proof that was offered.
fn the_one(
    code: Option<String>,
    recovery_code: Option<String>,
    assertion: Option<PasskeyAssertion>,
    password: Option<String>,
) -> Result<OfferedProof, Problem> {
    let assertion = assertion.map(|given| given.read("/assertion")).transpose()?;
    let offered = [
        code.map(OfferedProof::Code),
        recovery_code.map(OfferedProof::RecoveryCode),
        assertion.map(OfferedProof::Assertion),
        password.map(|password| OfferedProof::Password(SecretString::from(password))),
    ];
    let mut offered = offered.into_iter().flatten();
    match (offered.next(), offered.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(Problem::fields(vec![FieldError::new("", "one-proof")])),
    }
}

/// Asks for a passkey as second factor.
///
/// For a token of the kind `second_factor` alone. The answer of the authenticator goes to `finishSignIn`. Refused with
/// `passkeys-impossible` where the office's address allows none.
#[utoipa::path(
    operation_id = "getSecondFactorChallenge", tag = "Session",
    responses((status = 200, description = "What to ask the authenticator", body = PasskeyChallenge), CreateProblems)
)]
#[post("/session/second-factor/options")]
pub(crate) async fn second_factor_options(
    office: Data<Office>,
    half: HalfSignedIn,
) -> Result<Json<PasskeyChallenge>, Problem> {
    Ok(Json(identity::second_factor_options(&office, &half.0).await?.into()))
}

/// Finishes a sign-in with a second factor.
///
/// For a token of the kind `second_factor` alone, which is good once. A code of the phone works once, and so does one on
/// paper. Refused: 422 `code-wrong`, `recovery-code-wrong`, `passkey-unknown`, or what is wrong with the assertion, at
/// the field; 409 `challenge-unknown`. Wrong ones count, apart from wrong passwords, towards 429 `too-many-attempts`. A
/// passkey whose counter went back is refused with `passkey-counter-back` and is good for nothing until an
/// administrator approves it anew.
#[utoipa::path(
    operation_id = "finishSignIn", tag = "Session", request_body = SecondFactor,
    responses(
        (status = 200, description = "Signed in", body = Session,
            headers(("Set-Cookie" = String, description = "The refresh token"))),
        FactorProblems,
    )
)]
#[post("/session/second-factor")]
pub(crate) async fn finish_sign_in(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    half: HalfSignedIn,
    body: Body<SecondFactor>,
) -> Result<HttpResponse, Problem> {
    must_be_ours(&request, &office)?;
    let given = body.value;
    let offered = the_one(given.code, given.recovery_code, given.assertion, None)?;
    let started = identity::finish_sign_in(&office, &half.0, &offered, &origin(&request, &settings)).await?;
    Ok(answer(started, &settings))
}

/// Asks for a passkey within a session.
///
/// For whoever is signed in. The answer of the authenticator goes to `proveFactor`. Refused with `passkeys-impossible`
/// where the office's address allows none.
#[utoipa::path(
    operation_id = "getFactorChallenge", tag = "Session",
    responses((status = 200, description = "What to ask the authenticator", body = PasskeyChallenge), CreateProblems)
)]
#[post("/session/factor/options")]
pub(crate) async fn factor_options(office: Data<Office>, who: SignedIn) -> Result<Json<PasskeyChallenge>, Problem> {
    Ok(Json(identity::factor_options(&office, &who.0.holder).await?.into()))
}

/// Proves a factor again within a session.
///
/// For whoever is signed in, before what asks for a fresh proof: it is fresh for five minutes. A password counts only
/// where there is no second factor, otherwise it is refused with `password-not-enough`. All else as in `finishSignIn`.
#[utoipa::path(
    operation_id = "proveFactor", tag = "Session", request_body = FactorProof,
    responses((status = 200, description = "Proved", body = FactorProved), FactorProblems)
)]
#[post("/session/factor")]
pub(crate) async fn prove_factor(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    who: SignedIn,
    body: Body<FactorProof>,
) -> Result<Json<FactorProved>, Problem> {
    let given = body.value;
    let offered = the_one(given.code, given.recovery_code, given.assertion, given.password)?;
    let origin = origin(&request, &settings);
    let (factor, factor_at) = identity::prove_factor(&office, &who.0.holder, &offered, &origin).await?;
    Ok(Json(FactorProved { factor, factor_at }))
}

/// Asks whoever comes for a passkey.
///
/// Public. The answer of the authenticator goes to `signInWithPasskey`. Refused with `passkeys-impossible` where the
/// office's address allows none.
#[utoipa::path(
    operation_id = "getPasskeySignInChallenge", tag = "Session", security(()),
    responses((status = 200, description = "What to ask the authenticator", body = PasskeyChallenge), CreateProblems)
)]
#[post("/session/passkey/options")]
pub(crate) async fn passkey_sign_in_options(
    office: Data<Office>,
    request: HttpRequest,
) -> Result<Json<PasskeyChallenge>, Problem> {
    must_be_ours(&request, &office)?;
    Ok(Json(identity::passkey_sign_in_options(&office).await?.into()))
}

/// Signs in with a passkey alone.
///
/// Public: an approved passkey, unlocked by its owner, is two factors at once. Whatever is wrong is told alike: 401
/// `passkey-sign-in-failed`, for an unknown passkey, one that waits for approval, and a wrong answer. Many failures are
/// answered 429 `too-many-attempts`.
#[utoipa::path(
    operation_id = "signInWithPasskey", tag = "Session", security(()), request_body = PasskeySignIn,
    responses(
        (status = 200, description = "Signed in", body = Session,
            headers(("Set-Cookie" = String, description = "The refresh token"))),
        FactorProblems,
    )
)]
#[post("/session/passkey")]
pub(crate) async fn sign_in_with_passkey(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    body: Body<PasskeySignIn>,
) -> Result<HttpResponse, Problem> {
    must_be_ours(&request, &office)?;
    let given = body.value.assertion.read("/assertion")?;
    let started = identity::sign_in_with_passkey(&office, &given, &origin(&request, &settings)).await?;
    Ok(answer(started, &settings))
}
