//! Sessions: going on, being stolen, ending.

use super::{PASSWORD, cookie, give_password, refresh, sign_in, with_token};
use chrono::Duration;
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn a_refresh_token_is_good_once(app: TestApp) {
        give_password(&app, Persona::Clerk, false).await;
        let first = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        app.clock.advance(Duration::minutes(6));
        with_token(&app, &first).get("/api/v1/me").await.expect(401);
        let second = refresh(&app, &cookie(&first)).await.expect(200);
        with_token(&app, &second).get("/api/v1/me").await.expect(200);
        assert_ne!(cookie(&first), cookie(&second));
    }

    async fn a_lost_reply_is_repeated_and_a_stolen_token_ends_the_session(app: TestApp) {
        give_password(&app, Persona::Clerk, false).await;
        let first = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        let lost = refresh(&app, &cookie(&first)).await.expect(200);
        let repeated = refresh(&app, &cookie(&first)).await.expect(200);
        let third = refresh(&app, &cookie(&repeated)).await.expect(200);
        with_token(&app, &third).get("/api/v1/me").await.expect(200);
        // The reply that was not lost after all, in other hands.
        let thief = refresh(&app, &cookie(&lost)).await.expect(401);
        assert_eq!(thief.code(), "session-ended");
        with_token(&app, &third).get("/api/v1/me").await.expect(401);
        refresh(&app, &cookie(&third)).await.expect(401);
        let audit = app.acting(Persona::Auditor);
        let entries = audit.get("/api/v1/ledger/entries?module=identity").await.expect(200);
        assert_eq!(entries.json["items"][0]["kind"], "refresh_token_reused");
    }

    async fn a_spent_token_with_a_used_successor_ends_the_session(app: TestApp) {
        give_password(&app, Persona::Clerk, false).await;
        let first = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        let second = refresh(&app, &cookie(&first)).await.expect(200);
        let third = refresh(&app, &cookie(&second)).await.expect(200);
        refresh(&app, &cookie(&first)).await.expect(401);
        with_token(&app, &third).get("/api/v1/me").await.expect(401);
    }

    async fn idle_sessions_and_old_sessions_end(app: TestApp) {
        give_password(&app, Persona::Clerk, false).await;
        let idle = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        app.clock.advance(Duration::hours(4));
        refresh(&app, &cookie(&idle)).await.expect(401);
        let mut busy = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        for _ in 0..3 {
            app.clock.advance(Duration::hours(3));
            busy = refresh(&app, &cookie(&busy)).await.expect(200);
        }
        app.clock.advance(Duration::hours(3));
        refresh(&app, &cookie(&busy)).await.expect(401);
    }

    async fn refreshing_needs_our_own_scripts(app: TestApp) {
        give_password(&app, Persona::Clerk, false).await;
        let session = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        let bare = app.anonymous().with("Cookie", &format!("daftar_refresh={}", cookie(&session)));
        let refused = bare.send(bare.request("POST", "/api/v1/session/refresh")).await.expect(403);
        assert_eq!(refused.code(), "foreign-origin");
        let elsewhere = bare.with("X-Daftar", "1").with("Origin", "https://evil.example");
        elsewhere.send(elsewhere.request("POST", "/api/v1/session/refresh")).await.expect(403);
        let without = app.anonymous().with("X-Daftar", "1");
        without.send(without.request("POST", "/api/v1/session/refresh")).await.expect(401);
        refresh(&app, "invented").await.expect(401);
    }

    async fn signing_out_ends_one_session_or_all(app: TestApp) {
        give_password(&app, Persona::Clerk, false).await;
        let here = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        let there = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        let lines = with_token(&app, &here).get("/api/v1/sessions").await.expect(200);
        let lines = lines.json["items"].as_array().unwrap();
        let current: Vec<_> = lines.iter().filter(|line| line["current"] == true).collect();
        assert_eq!(current.len(), 1);
        assert_eq!(current[0]["address"], "10.0.0.1");

        with_token(&app, &here).delete("/api/v1/session").await.expect(204);
        with_token(&app, &here).get("/api/v1/me").await.expect(401);
        refresh(&app, &cookie(&here)).await.expect(401);
        with_token(&app, &there).get("/api/v1/me").await.expect(200);
        with_token(&app, &there).delete("/api/v1/sessions").await.expect(204);
        with_token(&app, &there).get("/api/v1/me").await.expect(401);
        app.acting(Persona::Clerk).get("/api/v1/me").await.expect(401);
        app.acting(Persona::LawClerk).get("/api/v1/me").await.expect(200);
    }

    async fn one_ends_ones_own_sessions_only(app: TestApp) {
        let mine = app.acting(Persona::Clerk).get("/api/v1/sessions").await.expect(200);
        let id = mine.json["items"][0]["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/sessions/{id}");
        app.acting(Persona::LawClerk).delete(&path).await.expect(404);
        app.acting(Persona::Clerk).delete(&path).await.expect(204);
        app.acting(Persona::Clerk).get("/api/v1/me").await.expect(401);
    }

    async fn the_language_is_remembered(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        clerk.patch("/api/v1/me", &json!({ "language": "ur" })).await.expect(204);
        assert_eq!(clerk.get("/api/v1/me").await.json["person"]["language"], "ur");
        let wrong = clerk.patch("/api/v1/me", &json!({ "language": "fr" })).await.expect(422);
        assert_eq!(wrong.json["errors"][0]["pointer"], "/language");
    }

    async fn one_sees_what_one_may_do(app: TestApp) {
        let me = app.acting(Persona::Administrator).get("/api/v1/me").await.expect(200);
        let may = [
            "read_organisation", "manage_organisation", "manage_heads", "read_addresses", "manage_addresses",
        ];
        assert_eq!(me.json["acting"]["permissions"], json!(may));
        assert_eq!(me.json["charges"][0]["roles"], json!(["administrator"]));
        let me = app.acting(Persona::Auditor).get("/api/v1/me").await.expect(200);
        assert_eq!(me.json["acting"]["permissions"], json!(["read_organisation", "read_ledger"]));
    }
}
