//! Everything that an assistant may not do, and the line that each attempt leaves.

use super::{assistant, assisting, draft, put_up};
use crate::correspondence::{entry_with, to as marked_to};
use crate::files::{act, body, new_file, open, to};
use daftar_testing::{Persona, TestApp, on_both};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};

async fn lines(app: &TestApp) -> i64 {
    let count = "SELECT count(*) FROM access_log WHERE outcome LIKE '%AssistantsOnlyDraft%'";
    let count = Statement::from_string(app.database.raw.get_database_backend(), count);
    let row = app.database.raw.query_one_raw(count).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

async fn entries(app: &TestApp) -> Value {
    let entries = app.acting(Persona::Auditor).get("/api/v1/ledger/entries?limit=1").await;
    entries.expect(200).json["items"][0]["id"].clone()
}

on_both! {
    async fn an_assistant_signs_sends_and_closes_nothing(app: TestApp) {
        let head = crate::files::head(&app).await;
        let officer = app.acting(Persona::SectionOfficer);
        let file = officer.post("/api/v1/files", &new_file(&head)).await.expect(201).id();
        let other = officer.post("/api/v1/files", &new_file(&head)).await.expect(201).id();

        let marked = entry_with(&json!({"mark": marked_to(&app, Persona::SectionOfficer)}));
        let receipt = app.acting(Persona::Clerk).post("/api/v1/receipts", &marked).await.expect(201);
        let assistant = assisting(&app, Persona::SectionOfficer, Persona::LawClerk).await;
        let text = body(&["Approved."]);
        let of_file = [
            ("notes", json!({"kind": "note", "body": text})),
            ("notes", json!({"kind": "order", "body": text})),
            ("notes", json!({"kind": "agreement"})),
            ("notes", json!({"kind": "agreement", "then": to(&app, Persona::DeputySecretary)})),
            ("notes/preparation", json!({"kind": "note", "body": text})),
            ("opening", json!({})),
            ("movements", to(&app, Persona::DeputySecretary)),
            ("return", json!({"reason": "discuss"})),
            ("return/preparation", json!({"reason": "discuss"})),
            ("pull-back", json!({})),
            ("parking", json!({"until": "2026-04-01"})),
            ("resumption", json!({})),
            ("closure", json!({})),
            ("closure/preparation", json!({})),
            ("reopening", json!({"reason": "A reply came"})),
            ("parts", json!({})),
            ("volumes", json!({})),
            ("links", json!({"file_id": other})),
            ("papers", json!({"document_id": file, "title": "A picture"})),
        ];
        let of_receipt = [
            ("acceptance", json!({})),
            ("return", json!({"reason": "wrong_officer"})),
            ("markings", marked_to(&app, Persona::DeputySecretary)),
            ("disposal", json!({"reason": "no_action_needed"})),
            ("reopening", json!({"reason": "A reply came"})),
            ("filing", json!({"file_id": file})),
        ];
        let at_all = [
            ("/api/v1/files".to_owned(), new_file(&head)),
            ("/api/v1/desk/reads".to_owned(), json!({"ids": []})),
            ("/api/v1/desk/seen-copies".to_owned(), json!({"receipt_ids": []})),
            ("/api/v1/delegations".to_owned(), super::assistant(&app, app.people.of(Persona::Clerk).person)),
        ];
        let tries = of_file
            .into_iter()
            .map(|(act, body)| (format!("/api/v1/files/{file}/{act}"), body))
            .chain(of_receipt.map(|(act, body)| (format!("/api/v1/receipts/{}/{act}", receipt.id()), body)))
            .chain(at_all);
        let before = entries(&app).await;
        for (path, body) in tries {
            // The version that is current: not that, but who he is stands in his way.
            let resource = path.split('/').take(5).collect::<Vec<_>>().join("/");
            let etag = match path.split('/').count() {
                ..=5 => "\"1\"".to_owned(),
                _ => assistant.get(&resource).await.expect(200).etag(),
            };
            let (logged, refused) = (lines(&app).await, assistant.if_match(&etag).post(&path, &body).await);
            assert_eq!((refused.status, refused.code()), (403, "assistants-only-draft"), "{path} {body}");
            assert_eq!(lines(&app).await, logged + 1, "{path}");
        }
        let amended = assistant.get(&format!("/api/v1/files/{file}")).await.expect(200).etag();
        let amended = assistant.if_match(&amended).patch(&format!("/api/v1/files/{file}"), &json!({"priority": "immediate"})).await;
        assert_eq!((amended.status, amended.code()), (403, "assistants-only-draft"));
        assert_eq!(entries(&app).await, before, "nothing of it happened");
        let seen = assistant.get(&format!("/api/v1/receipts/{}", receipt.id())).await.expect(200);
        assert_eq!(seen.json["can"], json!([]));
    }

    async fn a_signature_of_the_assistants_own_signs_nothing_at_the_post(app: TestApp) {
        // He may sign at his own post, on a file that is there; the same words at the officer's post he may not.
        let file = open(&app).await;
        let assistant = assisting(&app, Persona::SectionOfficer, Persona::DeputySecretary).await;
        let saved = draft(&assistant, &file, "Approved.").await.expect(200);
        let _ = put_up(&assistant, &file, &saved).await.expect(200);
        let named = json!({"kind": "note", "draft_version": saved.json["version"]});
        let etag = assistant.get(&format!("/api/v1/files/{file}")).await.expect(200).etag();
        let notes = format!("/api/v1/files/{file}/notes");
        let refused = assistant.if_match(&etag).post(&notes, &named).await.expect(403);
        assert_eq!(refused.code(), "assistants-only-draft");
        // Nor does the officer sign an assistant's row by its version: he signs his own words.
        let foreign = act(&app, Persona::SectionOfficer, &file, "notes", named).await.expect(409);
        assert_eq!(foreign.code(), "draft-changed");
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        let own = json!({"kind": "note", "body": body(&["Approved."])});
        let _ = act(&app, Persona::DeputySecretary, &file, "notes", own).await.expect(200);
    }
}
