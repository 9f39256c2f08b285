//! What an assistant sees: what the post sees, but for his own case and that of his officer.

use super::{assisting, at_post_of, give};
use crate::correspondence::{entry_with, to as marked_to};
use crate::files::{act, desk, head, new_file, open, to};
use daftar_testing::{Client, Persona, on_both};
use serde_json::json;

/// How much of a file shows anywhere to somebody: its cover, lists, suggestions, the desk.
async fn traces(client: &Client, file: &str) -> Vec<bool> {
    let cover = client.get(&format!("/api/v1/files/{file}")).await.status == 200;
    let mut traces = vec![cover];
    for path in [
        "/api/v1/files",
        "/api/v1/files?scope=seen",
        "/api/v1/files/similar?subject=release%20of%20funds",
        "/api/v1/desk",
    ] {
        let shown = client.get(path).await.expect(200).json["items"].to_string();
        traces.push(shown.contains(file));
    }
    traces
}

on_both! {
    async fn an_assistant_sees_what_the_post_sees_and_not_what_he_saw_elsewhere(app: TestApp) {
        let mut secret = new_file(&head(&app).await);
        secret["classification"] = json!("secret");
        let file = app.acting(Persona::SectionOfficer).post("/api/v1/files", &secret).await.expect(201).id();
        let assistant = assisting(&app, Persona::SectionOfficer, Persona::LawOfficer).await;
        assert!(traces(&assistant, &file).await.into_iter().all(|seen| seen));
        // At his own post it does not exist.
        assert_eq!(app.acting(Persona::LawOfficer).get(&format!("/api/v1/files/{file}")).await.status, 404);
        let law = file_of_law(&app).await;
        assert_eq!(assistant.get(&format!("/api/v1/files/{law}")).await.status, 404);
        // A paper marked to the post: he reads it.
        let marked = entry_with(&json!({"mark": marked_to(&app, Persona::SectionOfficer)}));
        let receipt = app.acting(Persona::Clerk).post("/api/v1/receipts", &marked).await.expect(201).id();
        assistant.get(&format!("/api/v1/receipts/{receipt}")).await.expect(200);
    }

    async fn what_the_officer_has_not_opened_his_assistant_does_not_read(app: TestApp) {
        let file = open(&app).await;
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        let assistant = assisting(&app, Persona::DeputySecretary, Persona::LawClerk).await;
        let notes = format!("/api/v1/files/{file}/notes");
        assert_eq!(assistant.get(&notes).await.expect(403).code(), "file-not-opened");
        // Looking at the desk makes nothing old that the officer has not seen.
        let line = desk(&app, Persona::DeputySecretary, "").await["items"][0]["id"].clone();
        let refused = assistant.post("/api/v1/desk/reads", &json!({"ids": [line]})).await.expect(403);
        assert_eq!(refused.code(), "assistants-only-draft");
        assert_eq!(desk(&app, Persona::DeputySecretary, "").await["counts"]["unread"], 1);
        let _ = act(&app, Persona::DeputySecretary, &file, "opening", json!({})).await.expect(200);
        assistant.get(&notes).await.expect(200);
    }

    async fn no_assistant_finds_the_case_about_himself(app: TestApp) {
        let mut about = new_file(&head(&app).await);
        about["concerns_person_id"] = json!(app.people.of(Persona::LawClerk).person);
        let file = app.acting(Persona::SectionOfficer).post("/api/v1/files", &about).await.expect(201).id();
        let assistant = assisting(&app, Persona::SectionOfficer, Persona::LawClerk).await;
        assert!(traces(&assistant, &file).await.into_iter().all(|seen| !seen));
        assert_eq!(assistant.if_match("\"0\"").put(&format!("/api/v1/files/{file}/draft-note"), &json!({"body": {"paragraphs": []}})).await.status, 404);
        let marked = entry_with(&json!({
            "mark": marked_to(&app, Persona::SectionOfficer), "concerns_person_id": app.people.of(Persona::LawClerk).person,
        }));
        let receipt = app.acting(Persona::Clerk).post("/api/v1/receipts", &marked).await.expect(201).id();
        assert_eq!(assistant.get(&format!("/api/v1/receipts/{receipt}")).await.status, 404);
        // Another assistant sees both.
        let second = assisting(&app, Persona::SectionOfficer, Persona::Clerk).await;
        assert!(traces(&second, &file).await.into_iter().all(|seen| seen));
        second.get(&format!("/api/v1/receipts/{receipt}")).await.expect(200);
    }

    async fn no_assistant_finds_the_case_about_his_officer(app: TestApp) {
        // Opened by a colleague in the same section, about the section officer: the unit sees it, he and his do not.
        let officer = app.people.of(Persona::SectionOfficer);
        let unit = officer.unit.to_string();
        let post = crate::organisation::add_post(&app, &unit, "SO-NEAR").await.expect(201).id();
        let appoint = json!({"person_id": app.people.of(Persona::OtherSectionOfficer).person, "kind": "additional"});
        let _ = crate::organisation::act(&app, &format!("/api/v1/posts/{post}"), "charges", &appoint).await.expect(201);
        let colleague = app.acting(Persona::OtherSectionOfficer).with("Acting-Post", &post);
        let mut about = new_file(&head(&app).await);
        about["concerns_person_id"] = json!(officer.person);
        let file = colleague.post("/api/v1/files", &about).await.expect(201).id();
        let _ = give(&app, Persona::SectionOfficer, Persona::LawClerk).await.expect(201);
        let assistant = at_post_of(&app, Persona::LawClerk, Persona::SectionOfficer);
        for client in [&app.acting(Persona::SectionOfficer), &assistant] {
            assert!(traces(client, &file).await.into_iter().all(|seen| !seen));
        }
    }
}

/// A file on the desk of the law officer.
async fn file_of_law(app: &daftar_testing::TestApp) -> String {
    let unit = app.people.unit("LAW");
    let head = json!({"code": "3", "title_en": "Opinions", "title_ur": "آرا"});
    let officer = app.acting(Persona::LawOfficer);
    let head = officer
        .post(&format!("/api/v1/units/{unit}/heads"), &head)
        .await
        .expect(201)
        .id();
    officer.post("/api/v1/files", &new_file(&head)).await.expect(201).id()
}
