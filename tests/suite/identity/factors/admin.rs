//! What administrators do about other people's factors.

use super::{approve, enrol_passkey, enrol_phone, field, half_signed_in, ledger_of, signed_in, with_passkey};
use crate::identity::{PASSWORD, sign_in};
use daftar_testing::{Authenticator, Persona, on_both};
use serde_json::json;

on_both! {
    async fn lost_factors_are_reset_by_somebody_else(app: TestApp) {
        let (client, _, _) = with_passkey(&app, Persona::SectionOfficer, 1).await;
        let phone = client.post("/api/v1/me/totp", &json!({})).await.expect(403);
        assert_eq!(phone.code(), "factor-proof-required");
        let clerk = signed_in(&app, Persona::Clerk).await;
        enrol_phone(&app, &clerk).await;
        let admin = app.acting(Persona::Administrator);
        for persona in [Persona::Clerk, Persona::SectionOfficer] {
            half_signed_in(&app, persona).await;
            let path = format!("/api/v1/persons/{}/factor-reset", app.people.of(persona).person);
            app.acting(Persona::Auditor).post(&path, &json!({"reason": "lost"})).await.expect(403);
            for wrong in ["by_owner", "whim"] {
                let refused = admin.post(&path, &json!({"reason": wrong})).await.expect(422);
                assert_eq!(field(&refused), ("/reason", "invalid"));
            }
            admin.post(&path, &json!({"reason": "lost"})).await.expect(200);
            app.acting(persona).get("/api/v1/me").await.expect(401);
            assert_eq!(sign_in(&app, persona.user_name(), PASSWORD).await.json["token_kind"], "session");
        }
        clerk.get("/api/v1/me").await.expect(401);
        assert_eq!(ledger_of(&app, Persona::Clerk).await, ["factors_reset", "totp_enrolled"]);
        let entries = ledger_of(&app, Persona::SectionOfficer).await;
        assert_eq!(entries, ["factors_reset", "passkey_revoked", "passkey_approved", "passkey_enrolled"]);
        let own = format!("/api/v1/persons/{}/factor-reset", app.people.of(Persona::Administrator).person);
        let refused = admin.post(&own, &json!({"reason": "lost"})).await.expect(403);
        assert_eq!(refused.code(), "own-factors");
    }

    async fn the_same_reset_twice_with_one_key_is_done_once(app: TestApp) {
        let path = format!("/api/v1/persons/{}/factor-reset", app.people.of(Persona::Clerk).person);
        let admin = app.acting(Persona::Administrator).with("Idempotency-Key", "once");
        let first = admin.post(&path, &json!({"reason": "lost"})).await.expect(200);
        let second = admin.post(&path, &json!({"reason": "lost"})).await.expect(200);
        assert_eq!(first.json["entry"], second.json["entry"]);
        assert_eq!(ledger_of(&app, Persona::Clerk).await, ["factors_reset"]);
    }

    async fn a_passkey_is_revoked_with_a_reason(app: TestApp) {
        let client = app.acting(Persona::Clerk);
        let id = enrol_passkey(&client, &Authenticator::new(1)).await;
        let path = format!("/api/v1/passkeys/{id}/revocation");
        let admin = app.acting(Persona::Administrator);
        admin.post(&path, &json!({"reason": "lost"})).await.expect(428);
        client.if_match("\"1\"").post(&path, &json!({"reason": "lost"})).await.expect(403);
        admin.if_match("\"1\"").post(&path, &json!({"reason": "not_recognised"})).await.expect(200);
        let again = admin.if_match("\"2\"").post(&path, &json!({"reason": "lost"})).await.expect(409);
        assert_eq!(again.code(), "passkey-revoked");
        assert_eq!(approve(&app, &id, "\"2\"").await.expect(409).code(), "passkey-revoked");
        let line = admin.get("/api/v1/passkeys?state=revoked").await.expect(200);
        assert_eq!(line.json["items"][0]["reason"], "not_recognised");
    }

    async fn the_list_is_paged_by_key(app: TestApp) {
        for number in 1..=3 {
            enrol_passkey(&app.acting(Persona::Clerk), &Authenticator::new(number)).await;
        }
        let admin = app.acting(Persona::Administrator);
        let mut seen = Vec::new();
        let mut path = "/api/v1/passkeys?limit=2".to_owned();
        loop {
            let page = admin.get(&path).await.expect(200);
            let items = page.json["items"].as_array().unwrap();
            seen.extend(items.iter().map(|item| item["id"].as_str().unwrap().to_owned()));
            match page.json["next_cursor"].as_str() {
                Some(cursor) => path = format!("/api/v1/passkeys?limit=2&cursor={cursor}"),
                None => break,
            }
        }
        assert_eq!(seen.len(), 3);
        assert!(seen.is_sorted());
        admin.get("/api/v1/passkeys?cursor=nonsense").await.expect(400);
    }
}
