//! Signing in, and being slowed down.

use super::{OTHER, PASSWORD, cookie, give_password, refresh, sign_in, sign_in_from, with_token};
use chrono::Duration;
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn an_officer_signs_in_in_capitals_and_is_told_nothing_when_wrong(app: TestApp) {
        give_password(&app, Persona::SectionOfficer, false).await;
        let reply = sign_in(&app, "SO.Budget", PASSWORD).await.expect(200);
        assert_eq!(reply.json["token_kind"], "session");
        assert_eq!(reply.json["expires_in"], 300);
        assert_eq!(reply.json["person"]["name_en"], "SectionOfficer");
        let set = reply.headers["set-cookie"].to_str().unwrap();
        for part in ["HttpOnly", "SameSite=Strict", "Path=/api/v1/session"] {
            assert!(set.contains(part), "{set}");
        }
        let me = with_token(&app, &reply).get("/api/v1/me").await.expect(200);
        assert_eq!(me.json["person"]["user_name"], "so.budget");

        let wrong = sign_in(&app, "so.budget", OTHER).await.expect(401);
        let nobody = sign_in(&app, "nobody", OTHER).await.expect(401);
        let without_password = sign_in(&app, "secretary", OTHER).await.expect(401);
        for reply in [&wrong, &nobody, &without_password] {
            assert_eq!(reply.code(), "sign-in-failed");
            assert_eq!(reply.json["title"], wrong.json["title"]);
            assert_eq!(reply.json["errors"], json!([]));
        }
    }

    async fn guessing_one_account_is_slowed_down_and_success_forgives(app: TestApp) {
        give_password(&app, Persona::SectionOfficer, false).await;
        for n in 0..5 {
            sign_in_from(&app, &format!("10.0.0.{n}"), "so.budget", OTHER).await.expect(401);
        }
        let slowed = sign_in_from(&app, "10.0.0.9", "so.budget", PASSWORD).await.expect(429);
        assert_eq!(slowed.code(), "too-many-attempts");
        assert_eq!(slowed.headers["retry-after"], "15");
        sign_in_from(&app, "10.0.0.9", "so.admin", OTHER).await.expect(401);
        app.clock.advance(Duration::seconds(15));
        sign_in_from(&app, "10.0.0.9", "so.budget", PASSWORD).await.expect(200);
        app.clock.advance(Duration::seconds(1));
        sign_in_from(&app, "10.0.0.9", "so.budget", OTHER).await.expect(401);
        sign_in_from(&app, "10.0.0.9", "so.budget", PASSWORD).await.expect(200);
    }

    async fn a_deactivated_person_neither_signs_in_nor_goes_on(app: TestApp) {
        give_password(&app, Persona::SectionOfficer, false).await;
        let session = sign_in(&app, "so.budget", PASSWORD).await.expect(200);
        let admin = app.acting(Persona::Administrator);
        let path = format!("/api/v1/persons/{}", app.people.of(Persona::SectionOfficer).person);
        let etag = admin.get(&path).await.expect(200).etag();
        admin.if_match(&etag).post(&format!("{path}/deactivation"), &json!({})).await.expect(200);
        with_token(&app, &session).get("/api/v1/me").await.expect(401);
        refresh(&app, &cookie(&session)).await.expect(401);
        let again = sign_in(&app, "so.budget", PASSWORD).await.expect(401);
        assert_eq!(again.code(), "sign-in-failed");
    }

    async fn pages_of_other_sites_cannot_sign_anybody_in(app: TestApp) {
        give_password(&app, Persona::SectionOfficer, false).await;
        let body = json!({ "user_name": "so.budget", "password": PASSWORD });
        let elsewhere = app.anonymous().with("Origin", "https://evil.example");
        let refused = elsewhere.post("/api/v1/session", &body).await.expect(403);
        assert_eq!(refused.code(), "foreign-origin");
        let elsewhere = app.anonymous().with("Sec-Fetch-Site", "cross-site");
        elsewhere.post("/api/v1/session", &body).await.expect(403);
        let ours = app.anonymous().with("Origin", &app.base).with("Sec-Fetch-Site", "same-origin");
        ours.post("/api/v1/session", &body).await.expect(200);
        let proxied = app.anonymous().with("Origin", "https://daftar.test");
        proxied.post("/api/v1/session", &body).await.expect(200);
    }

    async fn the_keys_are_public_and_verify(app: TestApp) {
        let keys = app.anonymous().get("/.well-known/jwks.json").await.expect(200);
        let key = &keys.json["keys"][0];
        assert_eq!((key["kty"].as_str(), key["crv"].as_str()), (Some("OKP"), Some("Ed25519")));
        assert!(key["d"].is_null());
    }
}
