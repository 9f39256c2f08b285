//! How a delegation ends, and what is left of it.

use super::{assistant, assisting, at_post_of, draft, give, put_up, put_up_to};
use crate::files::open;
use crate::organisation::act as change;
use chrono::Duration;
use daftar_application::Clock as _;
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn it_begins_and_ends_at_its_hour(app: TestApp) {
        let hours = |hours| app.clock.now() + Duration::hours(hours);
        let mut body = assistant(&app, app.people.of(Persona::LawClerk).person);
        (body["from"], body["until"]) = (json!(hours(2)), json!(hours(5)));
        let made = app.acting(Persona::SectionOfficer).post("/api/v1/delegations", &body).await.expect(201);
        let path = format!("/api/v1/delegations/{}", made.id());
        for (later, state, status) in [(0, "coming", 403), (2, "running", 200), (2, "running", 200), (1, "ended", 403)] {
            app.clock.advance(Duration::hours(later));
            let shown = app.acting(Persona::SectionOfficer).get(&path).await.expect(200);
            assert_eq!(shown.json["state"], state);
            let desk = at_post_of(&app, Persona::LawClerk, Persona::SectionOfficer).get("/api/v1/desk").await;
            assert_eq!(desk.status, status, "{state}");
            if status == 403 {
                assert_eq!(desk.code(), "acting-post-not-held");
            }
        }
        let late = app.acting(Persona::SectionOfficer).delete(&path).await.expect(409);
        assert_eq!(late.code(), "delegation-ended");
        let shown = app.acting(Persona::SectionOfficer).get(&path).await.expect(200).json;
        assert_eq!((&shown["ended_at"], &shown["ended_by"]), (&json!(null), &json!(null)), "by itself");
    }

    async fn it_ends_at_the_next_request_after_somebody_ended_it(app: TestApp) {
        let file = open(&app).await;
        for (who, persona) in [
            (app.acting(Persona::SectionOfficer), Persona::SectionOfficer),
            (app.acting(Persona::Administrator), Persona::Administrator),
            // Himself, at his own post or at this one.
            (app.acting(Persona::LawClerk), Persona::LawClerk),
            (at_post_of(&app, Persona::LawClerk, Persona::SectionOfficer), Persona::LawClerk),
        ] {
            let made = give(&app, Persona::SectionOfficer, Persona::LawClerk).await.expect(201);
            let path = format!("/api/v1/delegations/{}", made.id());
            let assistant = at_post_of(&app, Persona::LawClerk, Persona::SectionOfficer);
            assistant.get("/api/v1/desk").await.expect(200);
            let ended = who.delete(&path).await.expect(200);
            assert_eq!((ended.id(), ended.json["entry"].as_str().unwrap().len()), (made.id(), 64));
            assert_eq!(assistant.get("/api/v1/desk").await.expect(403).code(), "acting-post-not-held");
            assert_eq!(assistant.get(&format!("/api/v1/files/{file}")).await.status, 403);
            let shown = app.acting(Persona::SectionOfficer).get(&path).await.expect(200).json;
            let person = app.people.of(persona).person;
            assert_eq!((&shown["state"], &shown["ended_by"]["id"]), (&json!("ended"), &json!(person)));
            assert_eq!(app.acting(Persona::SectionOfficer).delete(&path).await.expect(409).code(), "delegation-ended");
            let told = app.acting(Persona::Auditor).get("/api/v1/ledger/entries?kind=delegation_ended").await.expect(200);
            let told = &told.json["items"][0]["body"];
            assert_eq!((&told["content"]["delegation"], &told["person"]), (&json!(made.id()), &json!(person)));
            let himself = persona == Persona::LawClerk;
            assert_eq!((told["charge"].is_null(), told["post"].is_null()), (himself, himself), "who lays it down acts for no post");
        }
    }

    async fn others_do_not_end_it_and_do_not_know_of_it(app: TestApp) {
        let made = give(&app, Persona::SectionOfficer, Persona::LawClerk).await.expect(201);
        let path = format!("/api/v1/delegations/{}", made.id());
        for other in [Persona::DeputySecretary, Persona::Secretary, Persona::Clerk, Persona::Auditor] {
            assert_eq!(app.acting(other).delete(&path).await.status, 404, "{other:?}");
            assert_eq!(app.acting(other).get(&path).await.status, 404, "{other:?}");
        }
        // Another assistant at the post knows of it, and that is all.
        let second = assisting(&app, Persona::SectionOfficer, Persona::Clerk).await;
        assert_eq!(second.delete(&path).await.expect(403).code(), "assistants-only-draft");
        // The same request twice ends it once.
        let officer = app.acting(Persona::SectionOfficer).with("Idempotency-Key", "end");
        let (first, again) = (officer.delete(&path).await.expect(200), officer.delete(&path).await.expect(200));
        assert_eq!(first.json, again.json);
    }

    async fn it_ends_with_the_charge_of_its_giver_and_what_was_put_up_stays_with_the_post(app: TestApp) {
        let file = open(&app).await;
        let made = give(&app, Persona::SectionOfficer, Persona::LawClerk).await.expect(201);
        let assistant = at_post_of(&app, Persona::LawClerk, Persona::SectionOfficer);
        let saved = draft(&assistant, &file, "Put up before the transfer.").await.expect(200);
        let _ = put_up(&assistant, &file, &saved).await.expect(200);
        let post = format!("/api/v1/posts/{}", app.people.of(Persona::SectionOfficer).post);
        let body = json!({"to_person_id": app.people.of(Persona::OtherSectionOfficer).person, "kind": "additional"});
        let _ = change(&app, &post, "transfer", &body).await.expect(200);
        assert_eq!(assistant.get("/api/v1/desk").await.expect(403).code(), "acting-post-not-held");

        let successor = at_post_of(&app, Persona::OtherSectionOfficer, Persona::SectionOfficer);
        let shown = successor.get(&format!("/api/v1/delegations/{}", made.id())).await.expect(200).json;
        assert_eq!((&shown["state"], &shown["ended_by"]), (&json!("ended"), &json!(null)));
        assert!(shown["ended_at"].is_string());
        let told = successor.get(&format!("/api/v1/files/{file}/draft-notes")).await.expect(200).json;
        assert_eq!(told["items"][0]["body"], saved.json["body"]);
        // He gives it anew, and the assistant finds his draft.
        let body = super::assistant(&app, app.people.of(Persona::LawClerk).person);
        let _ = successor.post("/api/v1/delegations", &body).await.expect(201);
        let draft = assistant.get(&format!("/api/v1/files/{file}/draft-note")).await.expect(200);
        assert_eq!(draft.etag(), saved.etag());
    }

    async fn whose_account_is_closed_assists_nobody_and_is_assisted_by_nobody(app: TestApp) {
        let file = open(&app).await;
        let assistant = assisting(&app, Persona::SectionOfficer, Persona::LawClerk).await;
        let person = |who| format!("/api/v1/persons/{}", app.people.of(who).person);
        let _ = change(&app, &person(Persona::LawClerk), "deactivation", &json!({})).await.expect(200);
        assert_eq!(assistant.get("/api/v1/desk").await.status, 401);
        assert_eq!(put_up_to(&app, Persona::SectionOfficer, &file).await, json!([]));
        // An account that is opened again assists nobody.
        let ended = app.acting(Persona::SectionOfficer).get("/api/v1/delegations").await.expect(200).json["items"][0].clone();
        let admin = app.people.of(Persona::Administrator).person;
        assert_eq!((&ended["state"], &ended["ended_by"]["id"]), (&json!("ended"), &json!(admin)));
        let _ = change(&app, &person(Persona::LawClerk), "reactivation", &json!({})).await.expect(200);
        let again = app.acting_as(app.people.of(Persona::LawClerk).person).await;
        assert_eq!(again.get("/api/v1/me").await.expect(200).json["charges"], json!([]));

        let second = assisting(&app, Persona::SectionOfficer, Persona::Clerk).await;
        let _ = change(&app, &person(Persona::SectionOfficer), "deactivation", &json!({})).await.expect(200);
        assert_eq!(second.get("/api/v1/desk").await.expect(403).code(), "acting-post-not-held");
    }
}
