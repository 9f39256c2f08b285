//! Who must have a second factor, and comes in only by enrolling one.

use super::{Phone, confirm, enrol_passkey, field, finish, half_signed_in, strict_office};
use crate::identity::{OTHER, PASSWORD, cookie, give_password, refresh, sign_in, with_token};
use daftar_testing::{Authenticator, Persona};
use serde_json::json;

#[tokio::test]
async fn whoever_must_have_a_factor_enrols_one_before_anything_else() {
    let app = strict_office().await;
    for (persona, why) in [
        (Persona::Administrator, "administrator"),
        (Persona::Auditor, "auditor"),
        (Persona::SectionOfficer, "authenticates_orders"),
    ] {
        give_password(&app, persona, false).await;
        let reply = sign_in(&app, persona.user_name(), PASSWORD).await.expect(200);
        assert_eq!(reply.json["token_kind"], "enrolment");
        assert!(!reply.headers.contains_key("set-cookie"));
        let client = with_token(&app, &reply);
        client.get("/api/v1/me").await.expect(401);
        let factors = client.get("/api/v1/me/factors").await.expect(200);
        assert_eq!(factors.json["required_because"], why);
        let offer = client.post("/api/v1/me/totp", &json!({})).await.expect(200);
        let phone = Phone::reading(&offer);
        let confirmed = confirm(&app, &client, &phone).await.expect(200);
        let session = &confirmed.json["session"];
        assert_eq!(session["token_kind"], "session");
        let full = app.anonymous().with_token(session["access_token"].as_str().unwrap());
        full.get("/api/v1/me").await.expect(200);
        refresh(&app, &cookie(&confirmed)).await.expect(200);
        // The token for enrolling is spent.
        client.get("/api/v1/me/factors").await.expect(401);
        let last = full.delete("/api/v1/me/totp").await.expect(409);
        assert_eq!(last.code(), "last-factor");
        let (half, _) = half_signed_in(&app, persona).await;
        finish(&half, json!({"code": phone.code(&app)})).await.expect(200);
    }
    give_password(&app, Persona::Clerk, false).await;
    assert_eq!(sign_in(&app, "clerk", PASSWORD).await.json["token_kind"], "session");
}

#[tokio::test]
async fn a_passkey_that_waits_does_not_let_in_and_a_phone_does() {
    let app = strict_office().await;
    give_password(&app, Persona::SectionOfficer, false).await;
    let reply = sign_in(&app, "so.budget", PASSWORD).await.expect(200);
    let client = with_token(&app, &reply);
    enrol_passkey(&client, &Authenticator::new(1)).await;
    client.get("/api/v1/me").await.expect(401);
    assert_eq!(
        sign_in(&app, "so.budget", PASSWORD).await.json["token_kind"],
        "enrolment"
    );
    let phone = Phone::reading(&client.post("/api/v1/me/totp", &json!({})).await.expect(200));
    confirm(&app, &client, &phone).await.expect(200);
    let (_, asked) = half_signed_in(&app, Persona::SectionOfficer).await;
    assert_eq!(asked.json["factors"], json!(["totp", "recovery_code"]));
}

#[tokio::test]
async fn a_session_that_came_by_a_password_alone_ends_where_more_is_needed() {
    let app = strict_office().await;
    // The persona's session was begun without any factor: as if the post had been given to him since.
    let refused = app.acting(Persona::SectionOfficer).get("/api/v1/me").await.expect(403);
    assert_eq!(refused.code(), "second-factor-required");
    app.acting(Persona::Clerk).get("/api/v1/me").await.expect(200);
    // And a password is none, however often it is proved.
    give_password(&app, Persona::SectionOfficer, false).await;
    let proof = json!({"password": PASSWORD});
    app.acting(Persona::SectionOfficer)
        .post("/api/v1/session/factor", &proof)
        .await
        .expect(403);
}

#[tokio::test]
async fn a_first_password_leads_to_enrolment() {
    let app = strict_office().await;
    give_password(&app, Persona::Administrator, true).await;
    let first = sign_in(&app, "administrator", PASSWORD).await.expect(200);
    assert_eq!(first.json["token_kind"], "password_change");
    with_token(&app, &first).get("/api/v1/me/factors").await.expect(401);
    let change = json!({"current_password": PASSWORD, "new_password": OTHER});
    let changed = with_token(&app, &first)
        .put("/api/v1/me/password", &change)
        .await
        .expect(200);
    assert_eq!(changed.json["token_kind"], "enrolment");
    let wrong = with_token(&app, &changed)
        .put("/api/v1/me/totp", &json!({"code": ""}))
        .await
        .expect(422);
    assert_eq!(field(&wrong).0, "/code");
}
