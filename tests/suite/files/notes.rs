use super::{act, at, body, open, read, to};
use daftar_testing::{Persona, on_both};
use sea_orm::ConnectionTrait;
use serde_json::json;

on_both! {
    async fn a_draft_is_its_authors_alone_and_used_up_by_signing(app: TestApp) {
        let file = open(&app).await;
        let path = format!("/api/v1/files/{file}/draft-note");
        let officer = app.acting(Persona::SectionOfficer);
        let none = officer.get(&path).await.expect(200);
        assert_eq!(none.json, json!({"body": {"paragraphs": []}, "version": 0, "saved_at": null, "put_up_at": null}));
        assert_eq!(none.etag(), "\"0\"");
        let text = json!({"body": body(&["Under examination", ""])});
        let saved = officer.if_match("\"0\"").put(&path, &text).await.expect(200);
        assert_eq!(officer.if_match("\"0\"").put(&path, &text).await.expect(412).code(), "stale");
        let saved = officer.if_match(&saved.etag()).put(&path, &text).await.expect(200);
        assert_eq!(saved.etag(), format!("\"{}\"", saved.json["version"]));
        assert_eq!(app.acting(Persona::DeputySecretary).get(&path).await.status, 404);
        let draft = json!({"kind": "note", "draft_version": saved.json["version"]});
        let signed = act(&app, Persona::SectionOfficer, &file, "notes", draft).await.expect(200);
        assert_eq!(signed.json["paragraphs"], json!({"first": 1, "last": 1}));
        assert_eq!(officer.get(&path).await.expect(200).json["version"], 0);
        let saved = officer.if_match("\"0\"").put(&path, &text).await.expect(200);
        assert_eq!(officer.if_match("\"1\"").delete(&path).await.expect(412).code(), "stale");
        assert_eq!(officer.if_match(&saved.etag()).delete(&path).await.status, 204);
        let empty = act(&app, Persona::SectionOfficer, &file, "notes", json!({"kind": "note"})).await;
        assert_eq!((empty.status, empty.code()), (422, "note-empty"));
    }

    async fn a_draft_that_another_window_changed_is_neither_signed_nor_removed(app: TestApp) {
        let file = open(&app).await;
        let path = format!("/api/v1/files/{file}/draft-note");
        let officer = app.acting(Persona::SectionOfficer);
        let one = json!({"body": body(&["Window one."])});
        let seen = officer.if_match("\"0\"").put(&path, &one).await.expect(200);
        let two = json!({"body": body(&["Window two, and more."])});
        let newer = officer.if_match(&seen.etag()).put(&path, &two).await.expect(200);
        for note in [
            json!({"kind": "note", "draft_version": seen.json["version"]}),
            json!({"kind": "note", "body": body(&["Window one."]), "draft_version": seen.json["version"]}),
        ] {
            let refused = act(&app, Persona::SectionOfficer, &file, "notes", note).await;
            assert_eq!((refused.status, refused.code()), (409, "draft-changed"));
        }
        assert_eq!(read(&app, Persona::SectionOfficer, &file).await["last_paragraph"], 0);
        // Without a draft that it names, an act leaves it as it is.
        for note in [json!({"kind": "note", "body": body(&["From elsewhere."])}), json!({"kind": "agreement"})] {
            let _ = act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200);
        }
        let kept = officer.get(&path).await.expect(200);
        assert_eq!((&kept.json["body"], kept.etag()), (&newer.json["body"], newer.etag()));
        let named = json!({"kind": "agreement", "draft_version": newer.json["version"]});
        let refused = act(&app, Persona::SectionOfficer, &file, "notes", named).await;
        assert_eq!((refused.status, refused.code()), (422, "agreement-with-text"));
    }

    async fn an_old_window_does_not_take_a_new_draft_for_its_own(app: TestApp) {
        let file = open(&app).await;
        let path = format!("/api/v1/files/{file}/draft-note");
        let officer = app.acting(Persona::SectionOfficer);
        let old = officer.if_match("\"0\"").put(&path, &json!({"body": body(&["First note."])})).await.expect(200);
        let note = json!({"kind": "note", "draft_version": old.json["version"]});
        let _ = act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200);
        app.clock.advance(chrono::Duration::seconds(1));
        let new = officer.if_match("\"0\"").put(&path, &json!({"body": body(&["Second note."])})).await.expect(200);
        let text = json!({"body": body(&["First note, late words."])});
        assert_eq!(officer.if_match(&old.etag()).put(&path, &text).await.expect(412).code(), "stale");
        assert_eq!(officer.get(&path).await.expect(200).etag(), new.etag());
    }

    async fn submitted_notes_are_never_changed_not_even_by_sql(app: TestApp) {
        let file = open(&app).await;
        let note = json!({"kind": "note", "body": body(&["Put up."])});
        let _ = act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200);
        let path = format!("/api/v1/files/{file}/notes");
        let before = app.acting(Persona::SectionOfficer).get(&path).await.expect(200).json;
        let backend = app.database.raw.get_database_backend();
        for sql in [
            "UPDATE notes SET content = '{}'",
            "DELETE FROM notes",
            "UPDATE movements SET remark = 'x'",
            "DELETE FROM movements",
        ] {
            let statement = sea_orm::Statement::from_string(backend, sql);
            assert!(app.database.raw.execute_raw(statement).await.is_err(), "{sql}");
        }
        assert_eq!(app.acting(Persona::SectionOfficer).get(&path).await.expect(200).json, before);
        for method in ["PUT", "PATCH", "DELETE"] {
            let client = app.acting(Persona::SectionOfficer);
            assert_eq!(client.send(client.request(method, &path)).await.status, 405, "{method}");
        }
    }

    async fn an_order_is_signed_by_a_post_that_may_authenticate(app: TestApp) {
        let file = open(&app).await;
        assert!(read(&app, Persona::SectionOfficer, &file).await["can"].as_array().unwrap().contains(&json!("order")));
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::LawOfficer)).await.expect(200);
        let can = read(&app, Persona::LawOfficer, &file).await["can"].clone();
        let can = can.as_array().unwrap();
        assert!(can.contains(&json!("write")) && !can.contains(&json!("order")), "{can:?}");
        let order = json!({"kind": "order", "body": body(&["Approved.", "Issue the release."])});
        for what in ["notes", "notes/preparation"] {
            let refused = act(&app, Persona::LawOfficer, &file, what, order.clone()).await;
            assert_eq!((refused.status, refused.code()), (403, "order-not-authorised"), "{what}");
        }
        assert_eq!(read(&app, Persona::LawOfficer, &file).await["last_paragraph"], 0);
        let _ = act(&app, Persona::LawOfficer, &file, "movements", to(&app, Persona::Secretary)).await.expect(200);
        let empty = act(&app, Persona::Secretary, &file, "notes", json!({"kind": "order"})).await;
        assert_eq!((empty.status, empty.code()), (422, "note-empty"));

        // As what was shown: the statement names it an order.
        let shown = act(&app, Persona::Secretary, &file, "notes/preparation", order.clone()).await.expect(200);
        assert!(shown.json["statement"].as_str().unwrap().contains("\"kind\":\"order\""));
        let signed = act(&app, Persona::Secretary, &file, "notes", order).await.expect(200);
        assert_eq!(signed.json["paragraphs"], json!({"first": 1, "last": 2}));
        let (path, text) = (format!("/api/v1/files/{file}/draft-note"), json!({"body": body(&["And at once."])}));
        let saved = app.acting(Persona::Secretary).if_match("\"0\"").put(&path, &text).await.expect(200);
        let draft = json!({"kind": "order", "draft_version": saved.json["version"]});
        let _ = act(&app, Persona::Secretary, &file, "notes", draft).await.expect(200);

        let notes = app.acting(Persona::Secretary).get(&format!("/api/v1/files/{file}/notes")).await.expect(200).json;
        assert_eq!((&notes["items"][0]["kind"], &notes["items"][1]["kind"]), (&json!("order"), &json!("order")));
        assert_eq!(notes["items"][0]["body"]["paragraphs"][0]["spans"][0]["text"], "Approved.");
        assert_eq!(notes["items"][0]["signature"]["state"], "valid");
        let entries = app.acting(Persona::Auditor).get("/api/v1/ledger/entries?kind=note_submitted").await.expect(200).json;
        assert_eq!(entries["items"][0]["body"]["content"]["note"]["kind"], "order");
    }

    async fn only_the_holder_writes(app: TestApp) {
        let file = open(&app).await;
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        let note = json!({"kind": "note", "body": body(&["Late"])});
        let refused = act(&app, Persona::SectionOfficer, &file, "notes", note).await;
        assert_eq!((refused.status, refused.code()), (403, "not-with-you"));
        let draft = app.acting(Persona::SectionOfficer).if_match("\"0\"");
        let refused = draft.put(&format!("/api/v1/files/{file}/draft-note"), &json!({"body": body(&["x"])})).await;
        assert_eq!(refused.status, 403);
    }

    async fn a_note_that_cannot_be_sent_is_not_signed(app: TestApp) {
        let file = open(&app).await;
        let nowhere = json!({"kind": "note", "body": body(&["Put up."]),
            "then": {"to_post_id": "00000000-0000-7000-8000-000000000000", "action": "for_orders"}});
        let refused = act(&app, Persona::SectionOfficer, &file, "notes", nowhere).await;
        assert_eq!((refused.status, &refused.json["errors"][0]["code"]), (422, &json!("unknown-post")));
        assert_eq!(read(&app, Persona::SectionOfficer, &file).await["last_paragraph"], 0);
    }

    async fn references_stay_within_what_is_there_for_the_author(app: TestApp) {
        let file = open(&app).await;
        let pointing = |target| json!({"kind": "note", "body": {"paragraphs": [
            {"dir": "ltr", "spans": [{"text": "See ", "bold": true}, {"text": "there", "reference": {"flag": "A", "target": target}}]}]}});
        for (target, code) in [
            (json!({"kind": "page", "page": 1}), "reference-page-unknown"),
            (json!({"kind": "paragraph", "paragraph": 9}), "reference-paragraph-unknown"),
            (json!({"kind": "file", "file_id": "00000000-0000-7000-8000-000000000000"}), "reference-file-unknown"),
            (json!({"kind": "rule", "text": " "}), "reference-wrong"),
        ] {
            let refused = act(&app, Persona::SectionOfficer, &file, "notes", pointing(target)).await;
            assert_eq!((refused.status, refused.code()), (422, code));
        }
        let spans: Vec<_> = (1..=6000).map(|page| json!({"text": "a", "reference": {"target": {"kind": "page", "page": page}}})).collect();
        for paragraph in [&spans[..400], &spans[..]] {
            let many = json!({"kind": "note", "body": {"paragraphs": [{"dir": "ltr", "spans": paragraph}]}});
            assert_eq!(act(&app, Persona::SectionOfficer, &file, "notes", many).await.status, 422);
        }
        let rule = json!({"kind": "rule", "text": "Rule 12, Rules of Business 1973"});
        let _ = act(&app, Persona::SectionOfficer, &file, "notes", pointing(rule)).await.expect(200);
        let notes = at(&app, Persona::SectionOfficer, &file).await.get(&format!("/api/v1/files/{file}/notes")).await.json;
        let span = &notes["items"][0]["body"]["paragraphs"][0]["spans"][1];
        assert_eq!(span["reference"]["target"]["kind"], "rule");
        assert_eq!(notes["items"][0]["author"]["post"]["id"], json!(app.people.of(Persona::SectionOfficer).post));
        assert_eq!(notes["next_cursor"], json!(null));
        let text = json!({"kind": "agreement", "body": body(&["I agree"])});
        let refused = act(&app, Persona::SectionOfficer, &file, "notes", text).await;
        assert_eq!((refused.status, refused.code()), (422, "agreement-with-text"));
    }
}
