//! Phones and codes on paper.

use super::{PASSWORD, Phone, codes, confirm, enrol_phone, field, finish, half_signed_in, ledger_of, signed_in};
use crate::identity::{OTHER, cookie, give_password, refresh, sign_in, with_token};
use chrono::Duration;
use daftar_testing::{Persona, on_both};
use futures_util::future::join;
use serde_json::json;

on_both! {
    async fn a_phone_is_enrolled_and_then_asked_for(app: TestApp) {
        let client = signed_in(&app, Persona::Clerk).await;
        let before = client.get("/api/v1/me/factors").await.expect(200);
        assert_eq!((&before.json["totp_since"], &before.json["required"]), (&json!(null), &json!(false)));
        let offer = client.post("/api/v1/me/totp", &json!({})).await.expect(200);
        assert!(offer.json["uri"].as_str().unwrap().starts_with("otpauth://totp/daftar.test:clerk?secret="));
        assert!(offer.json["qr_svg"].as_str().unwrap().contains("<svg"));
        // Offered is not confirmed.
        assert_eq!(sign_in(&app, "clerk", PASSWORD).await.json["token_kind"], "session");
        let phone = Phone::reading(&offer);
        let wrong = client.put("/api/v1/me/totp", &json!({"code": "000000"})).await.expect(422);
        assert_eq!(field(&wrong), ("/code", "code-wrong"));
        let confirmed = confirm(&app, &client, &phone).await.expect(200);
        assert_eq!(codes(&confirmed).len(), 10);
        assert!(confirmed.json["session"].is_null());
        let after = client.get("/api/v1/me/factors").await.expect(200);
        assert_eq!(after.json["recovery_codes_left"], 10);
        assert!(after.json["totp_since"].is_string());
        assert!(after.json["proved_until"].is_string());

        let (half, asked) = half_signed_in(&app, Persona::Clerk).await;
        assert_eq!(asked.json["factors"], json!(["totp", "recovery_code"]));
        half.get("/api/v1/me").await.expect(401);
        let session = finish(&half, json!({"code": phone.code(&app)})).await.expect(200);
        assert_eq!((&session.json["token_kind"], &session.json["factors"]), (&json!("session"), &json!([])));
        with_token(&app, &session).get("/api/v1/me").await.expect(200);
        refresh(&app, &cookie(&session)).await.expect(200);
        // The half session has ended with it, whatever code comes.
        app.clock.advance(Duration::seconds(30));
        finish(&half, json!({"code": phone.code(&app)})).await.expect(401);
        assert_eq!(ledger_of(&app, Persona::Clerk).await, ["totp_enrolled"]);
    }

    async fn a_code_works_once(app: TestApp) {
        let client = signed_in(&app, Persona::Clerk).await;
        let (phone, _) = enrol_phone(&app, &client).await;
        let code = phone.code(&app);
        let (first, _) = half_signed_in(&app, Persona::Clerk).await;
        let (second, _) = half_signed_in(&app, Persona::Clerk).await;
        finish(&first, json!({"code": code})).await.expect(200);
        let again = finish(&second, json!({"code": code})).await.expect(422);
        assert_eq!(field(&again), ("/code", "code-wrong"));
        app.clock.advance(Duration::seconds(30));
        finish(&second, json!({"code": phone.code(&app)})).await.expect(200);
    }

    async fn two_requests_at_once_cannot_both_win_with_a_code(app: TestApp) {
        let client = signed_in(&app, Persona::Clerk).await;
        let (phone, paper) = enrol_phone(&app, &client).await;
        let mut wins = Vec::new();
        for proof in [json!({"code": phone.code(&app)}), json!({"recovery_code": paper[0]})] {
            let (first, _) = half_signed_in(&app, Persona::Clerk).await;
            let (second, _) = half_signed_in(&app, Persona::Clerk).await;
            let (one, two) = join(finish(&first, proof.clone()), finish(&second, proof)).await;
            let mut both = [one.status, two.status];
            both.sort_unstable();
            wins.push(both);
        }
        assert_eq!(wins, [[200, 422], [200, 422]]);
    }

    async fn a_code_on_paper_works_once_however_it_is_typed(app: TestApp) {
        let client = signed_in(&app, Persona::Clerk).await;
        let (_, paper) = enrol_phone(&app, &client).await;
        let (half, _) = half_signed_in(&app, Persona::Clerk).await;
        let typed = paper[3].to_uppercase().replace('-', " ");
        let session = finish(&half, json!({"recovery_code": typed})).await.expect(200);
        let (half, _) = half_signed_in(&app, Persona::Clerk).await;
        let again = finish(&half, json!({"recovery_code": paper[3]})).await.expect(422);
        assert_eq!(field(&again), ("/recovery_code", "recovery-code-wrong"));
        finish(&half, json!({"recovery_code": paper[4]})).await.expect(200);
        let client = with_token(&app, &session);
        assert_eq!(client.get("/api/v1/me/factors").await.json["recovery_codes_left"], 8);

        // New codes end the old ones.
        let new = client.post("/api/v1/me/recovery-codes", &json!({})).await.expect(200);
        assert_eq!(codes(&new).len(), 10);
        let (half, _) = half_signed_in(&app, Persona::Clerk).await;
        finish(&half, json!({"recovery_code": paper[5]})).await.expect(422);
        finish(&half, json!({"recovery_code": codes(&new)[5]})).await.expect(200);
        let entries = ledger_of(&app, Persona::Clerk).await;
        let expected = ["recovery_code_used", "recovery_codes_renewed", "recovery_code_used", "recovery_code_used", "totp_enrolled"];
        assert_eq!(entries, expected);
    }

    async fn guessing_codes_is_slowed_down_and_the_password_does_not_clear_the_count(app: TestApp) {
        let client = signed_in(&app, Persona::Clerk).await;
        let (phone, _) = enrol_phone(&app, &client).await;
        for _ in 0..5 {
            let (half, _) = half_signed_in(&app, Persona::Clerk).await;
            finish(&half, json!({"code": "000000"})).await.expect(422);
        }
        let (half, _) = half_signed_in(&app, Persona::Clerk).await;
        let slowed = finish(&half, json!({"code": phone.code(&app)})).await.expect(429);
        assert_eq!(slowed.code(), "too-many-attempts");
        client.post("/api/v1/session/factor", &json!({"code": phone.code(&app)})).await.expect(429);
        app.clock.advance(Duration::seconds(30));
        finish(&half, json!({"code": phone.code(&app)})).await.expect(200);
    }

    async fn factors_are_touched_only_after_a_fresh_proof(app: TestApp) {
        signed_in(&app, Persona::Clerk).await;
        let (phone, _) = enrol_phone(&app, &app.acting(Persona::Clerk)).await;
        app.clock.advance(Duration::minutes(5));
        let client = app.acting(Persona::Clerk);
        let asked = [
            ("POST", "/api/v1/me/totp"), ("DELETE", "/api/v1/me/totp"), ("POST", "/api/v1/me/recovery-codes"),
            ("POST", "/api/v1/me/passkeys/options"),
        ];
        for (method, path) in asked {
            let stale = client.send(client.request(method, path)).await.expect(403);
            assert_eq!(stale.code(), "factor-proof-required", "{path}");
        }
        let weak = client.post("/api/v1/session/factor", &json!({"password": PASSWORD})).await.expect(422);
        assert_eq!(field(&weak), ("/password", "password-not-enough"));
        for none_or_two in [json!({}), json!({"code": "1", "recovery_code": "2"})] {
            let refused = client.post("/api/v1/session/factor", &none_or_two).await.expect(422);
            assert_eq!(field(&refused).1, "one-proof");
        }
        let proved = client.post("/api/v1/session/factor", &json!({"code": phone.code(&app)})).await.expect(200);
        assert_eq!(proved.json["factor"], "totp");
        client.post("/api/v1/me/passkeys/options", &json!({})).await.expect(200);

        // Another phone takes the place of the first only once it has shown a code.
        let offer = client.post("/api/v1/me/totp", &json!({})).await.expect(200);
        let other = Phone::reading(&offer);
        app.clock.advance(Duration::seconds(30));
        client.post("/api/v1/session/factor", &json!({"code": phone.code(&app)})).await.expect(200);
        confirm(&app, &client, &other).await.expect(200);
        client.post("/api/v1/session/factor", &json!({"code": phone.code(&app)})).await.expect(422);
        client.post("/api/v1/session/factor", &json!({"code": other.code(&app)})).await.expect(200);

        client.delete("/api/v1/me/totp").await.expect(204);
        assert_eq!(client.delete("/api/v1/me/totp").await.expect(409).code(), "totp-none");
        let none = client.post("/api/v1/me/recovery-codes", &json!({})).await.expect(409);
        assert_eq!(none.code(), "factor-none");
        assert_eq!(sign_in(&app, "clerk", PASSWORD).await.json["token_kind"], "session");
        assert_eq!(ledger_of(&app, Persona::Clerk).await, ["totp_removed", "totp_enrolled", "totp_enrolled"]);
    }

    async fn an_offer_expires_and_is_confirmed_once(app: TestApp) {
        let client = app.acting(Persona::Clerk);
        let nothing = client.put("/api/v1/me/totp", &json!({"code": "000000"})).await.expect(409);
        assert_eq!(nothing.code(), "totp-not-offered");
        let phone = Phone::reading(&client.post("/api/v1/me/totp", &json!({})).await.expect(200));
        app.clock.advance(Duration::minutes(15));
        let client = app.acting(Persona::Clerk);
        confirm(&app, &client, &phone).await.expect(409);
        let phone = Phone::reading(&client.post("/api/v1/me/totp", &json!({})).await.expect(200));
        let code = json!({"code": phone.code(&app)});
        let (one, two) = join(client.put("/api/v1/me/totp", &code), client.put("/api/v1/me/totp", &code)).await;
        let mut both = [one.status, two.status];
        both.sort_unstable();
        assert_eq!(both, [200, 409]);
    }

    async fn somebody_without_a_factor_proves_his_password_again(app: TestApp) {
        let client = signed_in(&app, Persona::Clerk).await;
        let wrong = client.post("/api/v1/session/factor", &json!({"password": OTHER})).await.expect(422);
        assert_eq!(field(&wrong), ("/password", "password-wrong"));
        let proved = client.post("/api/v1/session/factor", &json!({"password": PASSWORD})).await.expect(200);
        assert_eq!(proved.json["factor"], "password");
        // It is no second factor, though.
        assert!(client.get("/api/v1/me/factors").await.json["proved_until"].is_null());
    }

    async fn a_new_password_is_no_way_round_the_second_factor(app: TestApp) {
        let client = signed_in(&app, Persona::Clerk).await;
        let (phone, _) = enrol_phone(&app, &client).await;
        let path = format!("/api/v1/persons/{}/set-up-link", app.people.of(Persona::Clerk).person);
        let admin = app.acting(Persona::Administrator);
        let issued = admin.send(admin.request("POST", &path)).await.expect(201);
        let token = issued.json["url_path"].as_str().unwrap().strip_prefix("/set-up#").unwrap();
        let set = json!({"token": token, "new_password": OTHER});
        let half = app.anonymous().post("/api/v1/set-up", &set).await.expect(200);
        assert_eq!(half.json["token_kind"], "second_factor");
        with_token(&app, &half).get("/api/v1/me").await.expect(401);
        let session = finish(&with_token(&app, &half), json!({"code": phone.code(&app)})).await.expect(200);

        // In a session that has proved it the change goes on without asking again.
        let change = json!({"current_password": OTHER, "new_password": PASSWORD});
        let changed = with_token(&app, &session).put("/api/v1/me/password", &change).await.expect(200);
        assert_eq!(changed.json["token_kind"], "session");

        // A first password that must be changed leads to the second factor too.
        give_password(&app, Persona::Clerk, true).await;
        let first = sign_in(&app, "clerk", PASSWORD).await.expect(200);
        assert_eq!(first.json["token_kind"], "password_change");
        let change = json!({"current_password": PASSWORD, "new_password": OTHER});
        let half = with_token(&app, &first).put("/api/v1/me/password", &change).await.expect(200);
        assert_eq!(half.json["token_kind"], "second_factor");
    }
}
