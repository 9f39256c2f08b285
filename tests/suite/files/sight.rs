use super::{act, at, body, open, to};
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn what_an_officer_may_not_see_does_not_exist_for_him(app: TestApp) {
        let file = open(&app).await;
        let nobody = "00000000-0000-7000-8000-000000000000";
        let law = app.acting(Persona::LawOfficer);
        for path in ["", "/notes", "/papers", "/movements", "/timeline", "/channel", "/access", "/draft-note", "/draft-notes", "/exports"] {
            let hidden = law.get(&format!("/api/v1/files/{file}{path}")).await;
            let missing = law.get(&format!("/api/v1/files/{nobody}{path}")).await;
            assert_eq!((hidden.status, missing.status), (404, 404), "{path}");
            assert_eq!((hidden.code(), &hidden.json["title"]), (missing.code(), &missing.json["title"]), "{path}");
        }
        for (path, body) in [
            ("notes", json!({"kind": "note", "body": body(&["x"])})),
            ("movements", to(&app, Persona::Secretary)),
            ("return", json!({"reason": "discuss"})),
            ("pull-back", json!({})),
            ("parking", json!({"until": "2026-04-01"})),
            ("closure", json!({})),
            ("exports", json!({"language": "en"})),
            ("links", json!({"file_id": nobody})),
        ] {
            let hidden = law.if_match("\"1\"").post(&format!("/api/v1/files/{file}/{path}"), &body).await;
            assert_eq!(hidden.status, 404, "{path}");
        }
        assert_eq!(law.get("/api/v1/files?query=funds&scope=seen").await.expect(200).json["items"], json!([]));
        assert_eq!(law.get("/api/v1/files/similar?subject=release%20of%20funds").await.expect(200).json["items"], json!([]));
        let clerk = app.acting(Persona::Clerk).get(&format!("/api/v1/files/{file}")).await;
        assert_eq!(clerk.status, 404);
    }

    async fn a_confidential_file_is_for_its_chain_alone(app: TestApp) {
        let head = crate::files::head(&app).await;
        let mut secret = crate::files::new_file(&head);
        secret["classification"] = json!("confidential");
        let file = app.acting(Persona::SectionOfficer).post("/api/v1/files", &secret).await.expect(201).id();
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::Secretary)).await.expect(200);
        let path = format!("/api/v1/files/{file}");
        assert_eq!(app.acting(Persona::DeputySecretary).get(&path).await.status, 404);
        assert_eq!(app.acting(Persona::SectionOfficer).get(&path).await.status, 200);
        // A link tells nobody what he may not see.
        let open = crate::files::new_file(&head);
        let other = app.acting(Persona::SectionOfficer).post("/api/v1/files", &open).await.expect(201).id();
        let _ = act(&app, Persona::SectionOfficer, &other, "links", json!({"file_id": file})).await.expect(200);
        let _ = act(&app, Persona::SectionOfficer, &other, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        assert_eq!(crate::files::read(&app, Persona::DeputySecretary, &other).await["links"], json!([]));
    }

    async fn the_ledger_has_every_act_and_no_words_of_it(app: TestApp) {
        let file = open(&app).await;
        let note = json!({"kind": "note", "body": body(&["Canary words of the note"]), "then": to(&app, Persona::Secretary)});
        let _ = act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200);
        let auditor = app.acting(Persona::Auditor);
        let entries = auditor.get(&format!("/api/v1/ledger/entries?module=filing&subject_id={file}")).await.expect(200);
        let kinds: Vec<_> = entries.json["items"].as_array().unwrap().iter().map(|entry| entry["kind"].clone()).collect();
        assert_eq!(kinds, [json!("file_forwarded"), json!("note_submitted"), json!("file_opened")]);
        let text = String::from_utf8(entries.bytes.clone()).unwrap();
        assert!(!text.contains("Canary") && !text.contains("Release of funds"));
        assert_eq!(entries.json["items"][0]["person"]["id"], json!(app.people.of(Persona::SectionOfficer).person));
        let one = auditor.get("/api/v1/ledger/entries?limit=1&kind=note_submitted&from=2026-03-02&to=2026-03-02").await;
        assert_eq!(one.expect(200).json["items"].as_array().unwrap().len(), 1);
        for wrong in ["kind=a%00b", "from=-20000-01-01", "to=2026-13-01", "module=all", "cursor=x"] {
            assert_eq!(auditor.get(&format!("/api/v1/ledger/entries?{wrong}")).await.status, 400, "{wrong}");
        }
        assert_eq!(app.acting(Persona::SectionOfficer).get("/api/v1/ledger/entries").await.status, 403);
        let odd = app.acting(Persona::SectionOfficer).get("/api/v1/files?query=zz%00zz&scope=seen").await;
        assert_eq!(odd.expect(200).json["items"], json!([]));
        assert_eq!(at(&app, Persona::Secretary, &file).await.get(&format!("/api/v1/files/{file}")).await.status, 200);
    }
}
