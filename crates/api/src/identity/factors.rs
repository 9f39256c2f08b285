//! What I can prove myself with: phone and codes on paper.

use super::origin::{must_be_ours, origin};
use super::passkeys::MyPasskey;
use super::session::{Session, cookie_of};
use super::who::FactorOwner;
use crate::app::ApiSettings;
use crate::http::Body;
use crate::office::{examples, words};
use crate::problem::{CreateProblems, FactorProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::identity;
use daftar_domain::identity::FactorReason;
use daftar_domain::identity::webauthn::PasskeysImpossible;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// What I can prove myself with, beside my password.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "totp_since": "2026-01-12T05:10:00Z", "recovery_codes_left": 9, "required": true,
    "required_because": "authenticates_orders", "passkeys_possible": true, "passkeys_impossible_because": null,
    "proved_until": null,
    "passkeys": [{
        "id": examples::SOMETHING, "name": "Office laptop", "state": "pending", "created_at": "2026-03-02T05:00:00Z",
        "decided_at": null, "last_used_at": null, "backed_up": false, "version": 1,
    }],
}))]
pub(crate) struct MyFactors {
    /// Since when my phone is confirmed; null where it is not.
    #[schema(required = true)]
    totp_since: Option<DateTime<Utc>>,
    /// Codes on paper that are unused.
    recovery_codes_left: u64,
    /// My passkeys, revoked ones too.
    passkeys: Vec<MyPasskey>,
    /// Whether I must have a second factor.
    required: bool,
    /// Why.
    #[schema(required = true, value_type = Option<words::FactorReason>)]
    required_because: Option<FactorReason>,
    /// Whether passkeys can be made for the office's address.
    passkeys_possible: bool,
    /// Why not.
    #[schema(required = true, value_type = Option<words::PasskeysImpossible>)]
    passkeys_impossible_because: Option<PasskeysImpossible>,
    /// Until when the proof of a factor in this session is fresh; null where it is not.
    #[schema(required = true)]
    proved_until: Option<DateTime<Utc>>,
}

/// A secret for a phone; it is shown this once.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    "uri": "otpauth://totp/daftar.example:bilal.hassan?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=daftar.example",
    "qr_svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
}))]
pub(crate) struct TotpOffer {
    /// In base32, for typing.
    secret: String,
    /// As phones understand it.
    uri: String,
    /// The address as a picture, SVG.
    qr_svg: String,
}

/// A code of the phone.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "492039"}))]
pub(crate) struct ConfirmTotp {
    #[validate(length(min = 1, max = 20))]
    #[schema(min_length = 1, max_length = 20)]
    code: String,
}

/// A phone that was confirmed.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "recovery_codes": ["7k2p-9xqm-0d4w-t8zc", "m3vh-51sj-kq6n-e0ya"], "session": null,
}))]
pub(crate) struct TotpConfirmed {
    /// Ten codes on paper, each good once in place of the phone; they are shown this once.
    recovery_codes: Vec<String>,
    /// The session that begins, where the token was of the kind `enrolment`; null otherwise.
    #[schema(required = true)]
    session: Option<Session>,
}

/// New codes on paper.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"recovery_codes": ["7k2p-9xqm-0d4w-t8zc", "m3vh-51sj-kq6n-e0ya"]}))]
pub(crate) struct RecoveryCodes {
    /// Ten codes, each good once; they are shown this once.
    recovery_codes: Vec<String>,
}

/// What I can prove myself with, and whether I must.
///
/// For whoever is signed in, and for a token of the kind `enrolment`.
#[utoipa::path(
    operation_id = "getMyFactors", tag = "Session",
    responses((status = 200, description = "My factors", body = MyFactors), ReadProblems)
)]
#[get("/me/factors")]
pub(crate) async fn get_my_factors(office: Data<Office>, owner: FactorOwner) -> Result<Json<MyFactors>, Problem> {
    let mine = identity::my_factors(&office, &owner.0).await?;
    Ok(Json(MyFactors {
        totp_since: mine.totp_since,
        recovery_codes_left: mine.recovery_codes,
        passkeys: mine.passkeys.into_iter().map(Into::into).collect(),
        required: mine.required.is_some(),
        required_because: mine.required,
        passkeys_possible: mine.impossible.is_none(),
        passkeys_impossible_because: mine.impossible,
        proved_until: mine.proved_until,
    }))
}

/// Offers a secret for my phone.
///
/// For whoever is signed in, and for a token of the kind `enrolment`. It counts once `confirmTotp` was given a code of
/// it, within fifteen minutes; an earlier phone stays good until then. Somebody who has a second factor must have proved
/// it within five minutes, by `proveFactor`: 403 `factor-proof-required`.
#[utoipa::path(
    operation_id = "offerTotp", tag = "Session",
    responses((status = 200, description = "The secret, shown this once", body = TotpOffer), CreateProblems)
)]
#[post("/me/totp")]
pub(crate) async fn offer_totp(office: Data<Office>, owner: FactorOwner) -> Result<Json<TotpOffer>, Problem> {
    let offer = identity::offer_totp(&office, &owner.0).await?;
    Ok(Json(TotpOffer {
        secret: offer.secret.expose_secret().to_owned(),
        uri: offer.uri.expose_secret().to_owned(),
        qr_svg: offer.picture.expose_secret().to_owned(),
    }))
}

/// Confirms my phone with a code that it shows.
///
/// For whoever is signed in, and for a token of the kind `enrolment`, which turns into a session by it. New codes on
/// paper come with it; earlier ones end. Refused: 422 `code-wrong`, 409 `totp-not-offered`; wrong codes count towards
/// 429 `too-many-attempts`. The ledger keeps it, and I am told by `listMyNotices`.
#[utoipa::path(
    operation_id = "confirmTotp", tag = "Session", request_body = ConfirmTotp,
    responses((status = 200, description = "Confirmed", body = TotpConfirmed), FactorProblems)
)]
#[put("/me/totp")]
pub(crate) async fn confirm_totp(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    owner: FactorOwner,
    body: Body<ConfirmTotp>,
) -> Result<HttpResponse, Problem> {
    must_be_ours(&request, &office)?;
    let origin = origin(&request, &settings);
    let confirmed = identity::confirm_totp(&office, &owner.0, &body.value.code, &origin).await?;
    let mut response = HttpResponse::Ok();
    if let Some(cookie) = confirmed
        .session
        .as_ref()
        .and_then(|started| cookie_of(started, &settings))
    {
        response.cookie(cookie);
    }
    Ok(response.json(TotpConfirmed {
        recovery_codes: confirmed.recovery_codes,
        session: confirmed.session.map(Into::into),
    }))
}

/// Removes my phone and my codes on paper.
///
/// For whoever is signed in and has proved a factor within five minutes: 403 `factor-proof-required`. Refused: 409
/// `totp-none`, and `last-factor` for somebody who must have a second factor and has no approved passkey.
#[utoipa::path(
    operation_id = "removeTotp", tag = "Session",
    responses((status = 204, description = "Removed"), CreateProblems)
)]
#[delete("/me/totp")]
pub(crate) async fn remove_totp(office: Data<Office>, owner: FactorOwner) -> Result<HttpResponse, Problem> {
    identity::remove_totp(&office, &owner.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gives me new codes on paper; the old ones end.
///
/// For whoever is signed in and has proved a factor within five minutes: 403 `factor-proof-required`. Refused with 409
/// `factor-none` where there is no factor that they could stand in for.
#[utoipa::path(
    operation_id = "renewRecoveryCodes", tag = "Session",
    responses((status = 200, description = "The codes, shown this once", body = RecoveryCodes), CreateProblems)
)]
#[post("/me/recovery-codes")]
pub(crate) async fn renew_recovery_codes(
    office: Data<Office>,
    owner: FactorOwner,
) -> Result<Json<RecoveryCodes>, Problem> {
    let recovery_codes = identity::renew_recovery_codes(&office, &owner.0).await?;
    Ok(Json(RecoveryCodes { recovery_codes }))
}
