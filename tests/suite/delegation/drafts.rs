//! An assistant drafts and puts up; the officer signs.

use super::{assisting, draft, put_up, put_up_to};
use crate::files::{act, body, desk, open, read, to};
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn an_assistant_puts_his_draft_up_and_the_officer_alone_signs(app: TestApp) {
        let file = open(&app).await;
        let path = format!("/api/v1/files/{file}");
        let assistant = assisting(&app, Persona::SectionOfficer, Persona::LawClerk).await;
        assert_eq!(assistant.get("/api/v1/desk").await.expect(200).json, desk(&app, Persona::SectionOfficer, "").await);
        let seen = assistant.get(&path).await.expect(200);
        assert_eq!(seen.json["can"], json!(["draft", "put_up"]));

        let saved = draft(&assistant, &file, "The demand is within the budget.").await.expect(200);
        assert_eq!(saved.json["put_up_at"], json!(null));
        // Nobody sees it yet, and it is not the officer's own.
        assert_eq!(put_up_to(&app, Persona::SectionOfficer, &file).await, json!([]));
        let own = app.acting(Persona::SectionOfficer).get(&format!("{path}/draft-note")).await.expect(200);
        assert_eq!(own.json["version"], 0);

        let up = put_up(&assistant, &file, &saved).await.expect(200);
        assert_eq!((up.etag(), up.json["put_up_at"].is_string()), (saved.etag(), true));
        let told = put_up_to(&app, Persona::SectionOfficer, &file).await;
        assert_eq!(told[0]["by"]["id"], json!(app.people.of(Persona::LawClerk).person));
        assert_eq!((&told[0]["body"], &told[0]["version"]), (&saved.json["body"], &saved.json["version"]));
        assert_eq!((&told[0]["put_up_at"], told.as_array().unwrap().len()), (&up.json["put_up_at"], 1));
        assert_eq!(assistant.get(&format!("{path}/draft-note")).await.expect(200).json, up.json);

        let note = json!({"kind": "note", "body": body(&["The demand is within the budget.", "For orders."])});
        let _ = act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200);
        // What was put up is answered; its text stays with its author, who reads the note.
        assert_eq!(put_up_to(&app, Persona::SectionOfficer, &file).await, json!([]));
        let back = assistant.get(&format!("{path}/draft-note")).await.expect(200);
        assert_eq!((&back.json["body"], &back.json["put_up_at"]), (&saved.json["body"], &json!(null)));
        let notes = assistant.get(&format!("{path}/notes")).await.expect(200).json;
        let officer = app.people.of(Persona::SectionOfficer);
        assert_eq!(notes["items"][0]["author"]["person"]["id"], json!(officer.person));
        assert_eq!(notes["items"][0]["author"]["post"]["id"], json!(officer.post));
        let signed = app.acting(Persona::Auditor).get("/api/v1/ledger/entries?kind=note_submitted").await.expect(200);
        let signed = &signed.json["items"][0]["body"];
        assert_eq!((&signed["person"], &signed["charge"]), (&json!(officer.person), &json!(officer.charge)));
        let person = app.people.of(Persona::LawClerk).person.to_string();
        assert!(!signed.to_string().contains(&person), "the note names the officer alone");

        let discarded = assistant.if_match(&back.etag()).delete(&format!("{path}/draft-note")).await;
        assert_eq!(discarded.status, 204);
    }

    async fn whoever_writes_on_puts_it_up_again(app: TestApp) {
        let file = open(&app).await;
        let assistant = assisting(&app, Persona::SectionOfficer, Persona::LawClerk).await;
        let path = format!("/api/v1/files/{file}/draft-note");
        let missing = put_up(&assistant, &file, &assistant.get(&path).await).await;
        assert_eq!(missing.status, 404);
        let saved = draft(&assistant, &file, "First.").await.expect(200);
        let _ = put_up(&assistant, &file, &saved).await.expect(200);
        let more = json!({"body": body(&["First.", "Half a sen"])});
        let again = assistant.if_match(&saved.etag()).put(&path, &more).await.expect(200);
        assert_eq!((&again.json["put_up_at"], put_up_to(&app, Persona::SectionOfficer, &file).await), (&json!(null), json!([])));
        assert_eq!(put_up(&assistant, &file, &saved).await.expect(412).code(), "stale");
        let _ = put_up(&assistant, &file, &again).await.expect(200);
        assert_eq!(put_up_to(&app, Persona::SectionOfficer, &file).await[0]["body"], again.json["body"]);

        // What could not be signed is not put up.
        let empty = json!({"body": body(&[" "])});
        let empty = assistant.if_match(&again.etag()).put(&path, &empty).await.expect(200);
        assert_eq!(put_up(&assistant, &file, &empty).await.expect(422).code(), "note-empty");
        let unconditional = assistant.post(&format!("{path}/put-up"), &json!({})).await.expect(428);
        assert_eq!(unconditional.code(), "if-match-required");

        // The officer has nobody to put his own up to.
        let officer = app.acting(Persona::SectionOfficer);
        let own = draft(&officer, &file, "Mine.").await.expect(200);
        assert_eq!(put_up(&officer, &file, &own).await.expect(409).code(), "put-up-by-holder");
    }

    async fn two_assistants_see_nothing_of_each_other(app: TestApp) {
        let file = open(&app).await;
        let first = assisting(&app, Persona::SectionOfficer, Persona::LawClerk).await;
        let second = assisting(&app, Persona::SectionOfficer, Persona::Clerk).await;
        let one = draft(&first, &file, "By the first.").await.expect(200);
        let other = draft(&second, &file, "By the second.").await.expect(200);
        assert_ne!(one.json["body"], other.json["body"]);
        let _ = put_up(&second, &file, &other).await.expect(200);
        app.clock.advance(chrono::Duration::minutes(1));
        let _ = put_up(&first, &file, &one).await.expect(200);
        for assistant in [&first, &second] {
            let refused = assistant.get(&format!("/api/v1/files/{file}/draft-notes")).await.expect(403);
            assert_eq!(refused.code(), "assistants-only-draft");
        }
        let told = put_up_to(&app, Persona::SectionOfficer, &file).await;
        let by = |at: usize| told[at]["by"]["id"].clone();
        let person = |who| json!(app.people.of(who).person);
        assert_eq!((by(0), by(1)), (person(Persona::Clerk), person(Persona::LawClerk)), "the first first");
        assert_eq!(told.as_array().unwrap().len(), 2);
    }

    async fn a_file_that_left_the_desk_takes_no_drafts_and_keeps_those_that_it_has(app: TestApp) {
        let file = open(&app).await;
        let assistant = assisting(&app, Persona::SectionOfficer, Persona::LawClerk).await;
        let saved = draft(&assistant, &file, "Too late.").await.expect(200);
        let _ = put_up(&assistant, &file, &saved).await.expect(200);
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        let path = format!("/api/v1/files/{file}/draft-note");
        let refused = assistant.if_match(&saved.etag()).put(&path, &json!({"body": body(&["x"])})).await.expect(403);
        assert_eq!(refused.code(), "not-with-you");
        assert_eq!(put_up(&assistant, &file, &saved).await.expect(403).code(), "not-with-you");
        assert_eq!(assistant.get(&path).await.expect(200).json["body"], saved.json["body"]);
        assert_eq!(read_can(&app, &file).await, json!([]));
        // It is there again when the file is.
        let _ = act(&app, Persona::DeputySecretary, &file, "movements", to(&app, Persona::SectionOfficer)).await.expect(200);
        assert_eq!(put_up_to(&app, Persona::SectionOfficer, &file).await.as_array().unwrap().len(), 1);
        assert_eq!(assistant.if_match(&saved.etag()).delete(&path).await.status, 204);
    }
}

/// What the section officer's assistant can do with a file.
async fn read_can(app: &daftar_testing::TestApp, file: &str) -> serde_json::Value {
    assert!(!read(app, Persona::SectionOfficer, file).await["can"].is_null());
    let assistant = super::at_post_of(app, Persona::LawClerk, Persona::SectionOfficer);
    assistant.get(&format!("/api/v1/files/{file}")).await.expect(200).json["can"].clone()
}
