//! Changing a password.

use super::{OTHER, PASSWORD, cookie, give_password, refresh, sign_in, with_token};
use daftar_testing::{Persona, Reply, on_both};
use serde_json::json;

fn error(reply: &Reply) -> (&str, &str) {
    let error = &reply.json["errors"][0];
    (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap())
}

on_both! {
    async fn a_new_password_ends_every_other_session(app: TestApp) {
        give_password(&app, Persona::Clerk, false).await;
        let here = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        let there = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        let change = json!({ "current_password": PASSWORD, "new_password": OTHER });
        let new = with_token(&app, &here).put("/api/v1/me/password", &change).await.expect(200);
        assert_eq!(new.json["token_kind"], "session");
        with_token(&app, &new).get("/api/v1/me").await.expect(200);
        refresh(&app, &cookie(&new)).await.expect(200);
        for old in [&here, &there] {
            with_token(&app, old).get("/api/v1/me").await.expect(401);
            refresh(&app, &cookie(old)).await.expect(401);
        }
        sign_in(&app, "clerk", PASSWORD).await.expect(401);
        sign_in(&app, "clerk", OTHER).await.expect(200);
    }

    async fn bad_passwords_are_refused_at_their_field(app: TestApp) {
        give_password(&app, Persona::Clerk, false).await;
        let session = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        let client = with_token(&app, &session);
        for (current, new, expected) in [
            (OTHER, OTHER, ("/current_password", "password-wrong")),
            (PASSWORD, "short", ("/new_password", "password-too-short")),
            (PASSWORD, "passwordpassword", ("/new_password", "password-too-weak")),
            (PASSWORD, "clerk-clerk-clerk", ("/new_password", "password-too-weak")),
            (PASSWORD, PASSWORD, ("/new_password", "password-same")),
        ] {
            let change = json!({ "current_password": current, "new_password": new });
            let refused = client.put("/api/v1/me/password", &change).await.expect(422);
            assert_eq!(error(&refused), expected, "{new}");
        }
        client.get("/api/v1/me").await.expect(200);
    }

    async fn a_first_password_must_be_changed_before_anything_else(app: TestApp) {
        give_password(&app, Persona::Clerk, true).await;
        let first = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        assert_eq!(first.json["token_kind"], "password_change");
        assert!(!first.headers.contains_key("set-cookie"));
        let client = with_token(&app, &first);
        for path in ["/api/v1/me", "/api/v1/sessions", "/api/v1/units", "/api/v1/posts"] {
            client.get(path).await.expect(401);
        }
        // Sessions that run, from before, wait for the change too.
        let waiting = app.acting(Persona::Clerk).get("/api/v1/me").await.expect(403);
        assert_eq!(waiting.code(), "password-change-required");
        let change = json!({ "current_password": PASSWORD, "new_password": OTHER });
        let full = client.put("/api/v1/me/password", &change).await.expect(200);
        assert_eq!(full.json["token_kind"], "session");
        with_token(&app, &full).get("/api/v1/me").await.expect(200);
        client.put("/api/v1/me/password", &change).await.expect(401);
    }

    async fn guessing_the_current_password_is_slowed_down(app: TestApp) {
        give_password(&app, Persona::Clerk, false).await;
        let session = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        app.clock.advance(chrono::Duration::seconds(1));
        let client = with_token(&app, &session);
        let guess = json!({ "current_password": "wrong", "new_password": OTHER });
        for _ in 0..5 {
            client.put("/api/v1/me/password", &guess).await.expect(422);
        }
        client.put("/api/v1/me/password", &guess).await.expect(429);
    }
}
