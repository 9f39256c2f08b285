//! Passkeys: enrolled, approved by somebody else, used, suspected, revoked.

use super::{approve, enrol_passkey, enrol_phone, field, finish, half_signed_in, ledger_of, signed_in, with_passkey};
use crate::identity::with_token;
use chrono::Duration;
use daftar_testing::{Authenticator, Client, Lie, Persona, Reply, TestApp, on_both};
use serde_json::{Value, json};

async fn sign_in_challenge(app: &TestApp) -> Value {
    let client = app.anonymous();
    client
        .post("/api/v1/session/passkey/options", &json!({}))
        .await
        .expect(200)
        .json
}

async fn sign_in_with(app: &TestApp, assertion: Value) -> Reply {
    let body = json!({"assertion": assertion});
    app.anonymous().post("/api/v1/session/passkey", &body).await
}

async fn second_challenge(half: &Client) -> Value {
    half.post("/api/v1/session/second-factor/options", &json!({}))
        .await
        .expect(200)
        .json
}

on_both! {
    async fn a_passkey_is_good_only_once_somebody_else_has_approved_it(app: TestApp) {
        let client = signed_in(&app, Persona::SectionOfficer).await;
        let mut authenticator = Authenticator::new(1);
        let id = enrol_passkey(&client, &authenticator).await;
        let mine = client.get("/api/v1/me/factors").await.expect(200);
        assert_eq!(mine.json["passkeys"][0]["state"], "pending");
        let challenge = sign_in_challenge(&app).await;
        let waits = sign_in_with(&app, authenticator.assert(&challenge, None)).await.expect(401);
        assert_eq!(waits.code(), "passkey-sign-in-failed");

        let admin = app.acting(Persona::Administrator);
        let waiting = admin.get("/api/v1/passkeys?state=pending").await.expect(200);
        assert_eq!(waiting.json["items"][0]["person"]["name_en"], "SectionOfficer");
        assert_eq!(waiting.json["items"][0]["name"], "Laptop");
        for (persona, status) in [(Persona::SectionOfficer, 403), (Persona::Auditor, 403)] {
            let path = format!("/api/v1/passkeys/{id}/approval");
            app.acting(persona).if_match("\"1\"").post(&path, &json!({})).await.expect(status);
            app.acting(persona).get("/api/v1/passkeys").await.expect(status);
        }
        approve(&app, &id, "\"9\"").await.expect(412);
        approve(&app, &id, "\"1\"").await.expect(200);
        assert_eq!(approve(&app, &id, "\"2\"").await.expect(409).code(), "passkey-approved");

        let challenge = sign_in_challenge(&app).await;
        let session = sign_in_with(&app, authenticator.assert(&challenge, None)).await.expect(200);
        assert_eq!(session.json["person"]["name_en"], "SectionOfficer");
        let client = with_token(&app, &session);
        client.get("/api/v1/me").await.expect(200);
        let sessions = client.get("/api/v1/sessions").await.expect(200);
        let current = sessions.json["items"].as_array().unwrap().iter().find(|line| line["current"] == true);
        assert_eq!(current.unwrap()["authenticated_by"], "passkey");
        let mine = client.get("/api/v1/me/factors").await.expect(200);
        assert!(mine.json["passkeys"][0]["last_used_at"].is_string());
        assert!(mine.json["proved_until"].is_string());
        assert_eq!(ledger_of(&app, Persona::SectionOfficer).await, ["passkey_approved", "passkey_enrolled"]);
    }

    async fn nobody_approves_his_own(app: TestApp) {
        let client = app.acting(Persona::Administrator);
        let id = enrol_passkey(&client, &Authenticator::new(1)).await;
        assert_eq!(approve(&app, &id, "\"1\"").await.expect(403).code(), "own-passkey");
    }

    async fn a_passkey_is_a_second_factor_and_a_proof_within_a_session(app: TestApp) {
        let (client, mut authenticator, _) = with_passkey(&app, Persona::SectionOfficer, 1).await;
        let (half, asked) = half_signed_in(&app, Persona::SectionOfficer).await;
        assert_eq!(asked.json["factors"], json!(["passkey"]));
        let challenge = second_challenge(&half).await;
        assert_eq!(challenge["rp_id"], "daftar.test");
        assert_eq!(challenge["allowed"], json!([{"id": authenticator.id(), "transports": ["internal"]}]));
        let assertion = authenticator.assert(&challenge, None);
        let session = finish(&half, json!({"assertion": assertion})).await.expect(200);
        with_token(&app, &session).get("/api/v1/me").await.expect(200);

        // A session that has proved nothing yet touches no factor until it has.
        let path = "/api/v1/me/passkeys/options";
        client.post(path, &json!({})).await.expect(403);
        let challenge = client.post("/api/v1/session/factor/options", &json!({})).await.expect(200).json;
        let proof = json!({"assertion": authenticator.assert(&challenge, None)});
        let proved = client.post("/api/v1/session/factor", &proof).await.expect(200);
        assert_eq!(proved.json["factor"], "passkey");
        client.post(path, &json!({})).await.expect(200);
    }

    async fn a_challenge_is_answered_in_time_by_whom_it_was_asked_and_for_what(app: TestApp) {
        let (client, mut key, _) = with_passkey(&app, Persona::SectionOfficer, 1).await;
        let (half, _) = half_signed_in(&app, Persona::SectionOfficer).await;
        let refused = async |assertion: Value| {
            let reply = finish(&half, json!({"assertion": assertion})).await.expect(409);
            assert_eq!(reply.code(), "challenge-unknown");
        };
        // Asked for signing in, in another half session, within a session, by nobody.
        refused(key.assert(&sign_in_challenge(&app).await, None)).await;
        let (other, _) = half_signed_in(&app, Persona::SectionOfficer).await;
        refused(key.assert(&second_challenge(&other).await, None)).await;
        let again = client.post("/api/v1/session/factor/options", &json!({})).await.expect(200).json;
        refused(key.assert(&again, None)).await;
        app.clock.advance(Duration::minutes(1));
        // Too late.
        let challenge = second_challenge(&half).await;
        app.clock.advance(Duration::minutes(5));
        refused(key.assert(&challenge, None)).await;
    }

    async fn a_challenge_is_used_up_by_any_answer(app: TestApp) {
        let (_, mut key, _) = with_passkey(&app, Persona::SectionOfficer, 1).await;
        let (half, _) = half_signed_in(&app, Persona::SectionOfficer).await;
        let challenge = second_challenge(&half).await;
        finish(&half, json!({"assertion": key.assert(&challenge, Some(Lie::SignsElse))})).await.expect(422);
        let reply = finish(&half, json!({"assertion": key.assert(&challenge, None)})).await.expect(409);
        assert_eq!(reply.code(), "challenge-unknown");
    }

    async fn an_assertion_that_lies_is_refused_by_name(app: TestApp) {
        let (_, mut authenticator, _) = with_passkey(&app, Persona::SectionOfficer, 1).await;
        for (lie, code) in [
            (Lie::OtherOrigin, "passkey-other-origin"),
            (Lie::OtherHost, "passkey-other-host"),
            (Lie::NotPresent, "passkey-not-present"),
            (Lie::NotVerified, "passkey-not-verified"),
            (Lie::CrossOrigin, "passkey-cross-origin"),
            (Lie::SignsElse, "passkey-signature-wrong"),
        ] {
            let (half, _) = half_signed_in(&app, Persona::SectionOfficer).await;
            let assertion = authenticator.assert(&second_challenge(&half).await, Some(lie));
            let refused = finish(&half, json!({"assertion": assertion})).await.expect(422);
            assert_eq!(field(&refused), ("/assertion", code));
            app.clock.advance(Duration::minutes(15));
        }
        // Whoever is not known yet is told nothing.
        for lie in [Lie::OtherOrigin, Lie::NotVerified, Lie::SignsElse, Lie::OtherChallenge] {
            let assertion = authenticator.assert(&sign_in_challenge(&app).await, Some(lie));
            let refused = sign_in_with(&app, assertion).await.expect(401);
            assert_eq!(refused.code(), "passkey-sign-in-failed", "{lie:?}");
        }
    }

    async fn anothers_passkey_and_an_unknown_one_are_refused(app: TestApp) {
        with_passkey(&app, Persona::SectionOfficer, 1).await;
        let (_, mut of_secretary, _) = with_passkey(&app, Persona::Secretary, 2).await;
        let (half, _) = half_signed_in(&app, Persona::SectionOfficer).await;
        for authenticator in [&mut of_secretary, &mut Authenticator::new(9)] {
            let assertion = authenticator.assert(&second_challenge(&half).await, None);
            let refused = finish(&half, json!({"assertion": assertion})).await.expect(422);
            assert_eq!(field(&refused), ("/assertion", "passkey-unknown"));
        }
        let assertion = Authenticator::new(9).assert(&sign_in_challenge(&app).await, None);
        let unknown = sign_in_with(&app, assertion).await.expect(401);
        assert_eq!(unknown.code(), "passkey-sign-in-failed");
    }

    async fn a_passkey_that_counts_back_is_good_for_nothing_until_it_is_approved_anew(app: TestApp) {
        let (_, mut authenticator, id) = with_passkey(&app, Persona::SectionOfficer, 1).await;
        let (half, _) = half_signed_in(&app, Persona::SectionOfficer).await;
        let assertion = authenticator.assert(&second_challenge(&half).await, None);
        finish(&half, json!({"assertion": assertion})).await.expect(200);
        let (half, _) = half_signed_in(&app, Persona::SectionOfficer).await;
        let assertion = authenticator.assert(&second_challenge(&half).await, Some(Lie::CountsBack));
        let refused = finish(&half, json!({"assertion": assertion})).await.expect(422);
        assert_eq!(field(&refused), ("/assertion", "passkey-counter-back"));
        // The honest one is refused too, from now on.
        let assertion = authenticator.assert(&second_challenge(&half).await, None);
        let refused = finish(&half, json!({"assertion": assertion})).await.expect(422);
        assert_eq!(field(&refused), ("/assertion", "passkey-unknown"));
        let suspected = app.acting(Persona::Administrator).get("/api/v1/passkeys?state=suspected").await.expect(200);
        assert_eq!(suspected.json["items"][0]["id"], id);
        assert_eq!(ledger_of(&app, Persona::SectionOfficer).await[0], "passkey_suspected");
        approve(&app, &id, "\"3\"").await.expect(200);
        let session = sign_in_with(&app, authenticator.assert(&sign_in_challenge(&app).await, None)).await;
        session.expect(200);
    }

    async fn the_same_answer_at_once_wins_once(app: TestApp) {
        let (_, mut authenticator, _) = with_passkey(&app, Persona::SectionOfficer, 1).await;
        let assertion = authenticator.assert(&sign_in_challenge(&app).await, None);
        let both = futures_util::future::join(sign_in_with(&app, assertion.clone()), sign_in_with(&app, assertion)).await;
        let mut statuses = [both.0.status, both.1.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 401]);
    }

    async fn enrolment_refuses_what_lies_and_what_is_known(app: TestApp) {
        let client = app.acting(Persona::Clerk);
        let challenge = async || client.post("/api/v1/me/passkeys/options", &json!({})).await.expect(200).json;
        let enrol = async |name: &str, credential: Value| {
            client.post("/api/v1/me/passkeys", &json!({"name": name, "credential": credential})).await
        };
        let authenticator = Authenticator::new(1);
        for (lie, code) in [
            (Lie::OtherOrigin, "passkey-other-origin"),
            (Lie::OtherType, "passkey-other-type"),
            (Lie::NotVerified, "passkey-not-verified"),
            (Lie::Garbled, "passkey-malformed"),
        ] {
            let refused = enrol("Key", authenticator.register(&challenge().await, Some(lie))).await.expect(422);
            assert_eq!(field(&refused), ("/credential", code));
        }
        let foreign = authenticator.register(&challenge().await, Some(Lie::OtherChallenge));
        assert_eq!(enrol("Key", foreign).await.expect(409).code(), "challenge-unknown");
        let nameless = enrol(" ", authenticator.register(&challenge().await, None)).await.expect(422);
        assert_eq!(field(&nameless), ("/name", "passkey-name"));
        let asked = challenge().await;
        let made = enrol("Key", authenticator.register(&asked, None)).await.expect(201);
        assert_eq!(enrol("Key", authenticator.register(&asked, None)).await.expect(409).code(), "challenge-unknown");
        let asked = challenge().await;
        assert_eq!(asked["excluded"], json!([authenticator.id()]));
        assert_eq!(enrol("Key", authenticator.register(&asked, None)).await.expect(409).code(), "passkey-known");
        // Of others it stays theirs.
        let path = format!("/api/v1/me/passkeys/{}", made.id());
        let other = app.acting(Persona::LawClerk).if_match("\"1\"");
        other.patch(&path, &json!({"name": "Mine"})).await.expect(404);
        other.delete(&path).await.expect(404);
    }

    async fn one_renames_and_revokes_ones_own(app: TestApp) {
        let (client, mut authenticator, id) = with_passkey(&app, Persona::Clerk, 1).await;
        let path = format!("/api/v1/me/passkeys/{id}");
        client.patch(&path, &json!({"name": "New"})).await.expect(428);
        client.if_match("\"1\"").patch(&path, &json!({"name": "New"})).await.expect(412);
        client.if_match("\"2\"").patch(&path, &json!({"name": "New"})).await.expect(200);
        let refused = client.if_match("\"3\"").delete(&path).await.expect(403);
        assert_eq!(refused.code(), "factor-proof-required");
        let session = sign_in_with(&app, authenticator.assert(&sign_in_challenge(&app).await, None)).await.expect(200);
        let client = with_token(&app, &session);
        client.if_match("\"3\"").delete(&path).await.expect(200);
        let mine = client.get("/api/v1/me/factors").await.expect(200);
        assert_eq!((&mine.json["passkeys"][0]["state"], &mine.json["passkeys"][0]["name"]), (&json!("revoked"), &json!("New")));
        assert_eq!(client.if_match("\"4\"").delete(&path).await.expect(409).code(), "passkey-revoked");
        sign_in_with(&app, authenticator.assert(&sign_in_challenge(&app).await, None)).await.expect(401);
        let entries = ledger_of(&app, Persona::Clerk).await;
        assert_eq!(entries, ["passkey_revoked", "passkey_renamed", "passkey_approved", "passkey_enrolled"]);
    }

    async fn a_phone_and_a_passkey_are_both_asked_for(app: TestApp) {
        let (_, mut authenticator, _) = with_passkey(&app, Persona::Clerk, 1).await;
        let session = sign_in_with(&app, authenticator.assert(&sign_in_challenge(&app).await, None)).await.expect(200);
        enrol_phone(&app, &with_token(&app, &session)).await;
        let (_, asked) = half_signed_in(&app, Persona::Clerk).await;
        assert_eq!(asked.json["factors"], json!(["totp", "passkey", "recovery_code"]));
    }
}
