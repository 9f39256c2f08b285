use super::{act, at, draft, hand_on, kinds, letter, letter_on, paragraph, read, revise, reworded};
use crate::correspondence::{pdf, upload};
use crate::files::{act as on_file, open, to};
use daftar_testing::{Persona, on_both};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::json;

const SO: Persona = Persona::SectionOfficer;
const DS: Persona = Persona::DeputySecretary;

on_both! {
    async fn one_hand_writes_in_one_text_and_another_hand_begins_the_next(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let saved = revise(&app, SO, &id, &reworded(&app, "Again.")).await.expect(200);
        assert_eq!((&saved.json["text_number"], &saved.json["approval_voided"]), (&json!(1), &json!(false)));
        let saved = revise(&app, SO, &id, &reworded(&app, "And again.")).await.expect(200);
        assert_eq!(saved.json["text_number"], 1);
        hand_on(&app, &file, SO, DS).await;
        let saved = revise(&app, DS, &id, &reworded(&app, "Otherwise.")).await.expect(200);
        assert_eq!(saved.json["text_number"], 2);
        let saved = revise(&app, DS, &id, &reworded(&app, "Quite otherwise.")).await.expect(200);
        assert_eq!(saved.json["text_number"], 2);

        let path = format!("/api/v1/communications/{id}/texts");
        let texts = app.acting(DS).get(&path).await.expect(200).json;
        let texts: Vec<_> = texts["items"].as_array().unwrap().iter()
            .map(|text| (text["number"].clone(), text["sealed"].clone(), text["written"]["post"]["id"].clone())).collect();
        let post = |who| json!(app.people.of(who).post);
        assert_eq!(texts, [(json!(2), json!(false), post(DS)), (json!(1), json!(true), post(SO))]);
        let first = app.acting(SO).get(&format!("{path}/1")).await.expect(200).json;
        assert_eq!(first["content"]["text"]["en"]["blocks"][0], paragraph("And again."));
        assert_eq!(first["digest"].as_str().unwrap().len(), 64);
        assert_eq!(app.acting(SO).get(&format!("{path}/3")).await.status, 404);
        assert_eq!(kinds(&app, &file).await, ["communication_opened", "communication_revised"]);
    }

    async fn nothing_happens_where_nothing_changes(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let before = read(&app, SO, &id).await;
        let saved = revise(&app, SO, &id, &letter(&app)).await.expect(200);
        assert_eq!(saved.json["version"], before["version"]);
        assert_eq!(read(&app, SO, &id).await, before);
    }

    async fn two_windows_do_not_overwrite_each_other(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let path = format!("/api/v1/communications/{id}/content");
        let window = at(&app.acting(SO), &id).await;
        let first = json!({"content": reworded(&app, "From the first window.")});
        let _ = window.put(&path, &first).await.expect(200);
        let second = json!({"content": reworded(&app, "From the second window.")});
        assert_eq!(window.put(&path, &second).await.expect(412).code(), "stale");
        assert_eq!(app.acting(SO).put(&path, &second).await.status, 428);
        assert_eq!(read(&app, SO, &id).await["content"], first["content"]);
    }

    async fn the_same_key_opens_one_draft(app: TestApp) {
        let file = open(&app).await;
        let client = app.acting(SO).with("Idempotency-Key", "one-draft");
        let first = draft(&client, &file, &letter(&app)).await.expect(201);
        let again = draft(&client, &file, &letter(&app)).await.expect(201);
        assert_eq!(first.json, again.json);
        let other = draft(&client, &file, &reworded(&app, "Another.")).await;
        assert_eq!(other.status, 422);
        let path = format!("/api/v1/files/{file}/communications");
        let list = app.acting(SO).get(&path).await.expect(200).json;
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
        assert_eq!(list["items"][0]["subject"], "Release of funds");
    }

    async fn sealed_texts_are_never_changed_not_even_by_sql(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let said = json!({"text_number": 1, "kind": "comment", "remark": "Please be brief."});
        let _ = act(&app, SO, &id, "remarks", said).await.expect(200);
        for sql in ["UPDATE communication_texts SET content = '{}'", "DELETE FROM communication_texts"] {
            let statement = Statement::from_string(app.database.raw.get_database_backend(), sql);
            assert!(app.database.raw.execute_raw(statement).await.is_err(), "{sql}");
        }
        assert_eq!(read(&app, SO, &id).await["content"], letter(&app));
    }

    async fn what_no_draft_may_say_is_refused_by_name(app: TestApp) {
        let file = open(&app).await;
        let with = |change: &dyn Fn(&mut serde_json::Value)| {
            let mut content = letter(&app);
            change(&mut content);
            content
        };
        let uneven = json!({"type": "table", "header": true, "rows": [[{"content": []}], []]});
        for (content, status, code) in [
            (with(&|c| c["classification"] = json!("secret")), 422, "draft-above-file"),
            (with(&|c| c["subject"]["en"] = json!("x".repeat(301))), 422, "draft-subject-too-long"),
            (with(&|c| c["subject"]["en"] = json!("Release\u{202e} of funds")), 422, "draft-forbidden-character"),
            (with(&|c| c["text"]["en"]["blocks"] = json!([uneven])), 422, "draft-table-uneven"),
            (with(&|c| c["text"]["en"]["blocks"] = json!([paragraph(&"x".repeat(200_001))])), 422, "draft-text-too-long"),
            (with(&|c| c["addressees"][0]["email"] = json!("no address")), 422, "draft-address-email-wrong"),
            (with(&|c| c["addressees"][0]["name"] = json!(" ")), 422, "draft-address-without-name"),
            (with(&|c| c["in_reply_to"] = json!("00000000-0000-7000-8000-000000000000")), 422, "draft-reply-not-on-file"),
        ] {
            let refused = draft(&app.acting(SO), &file, &content).await;
            let code_of = refused.json["errors"][0]["code"].as_str().unwrap_or_else(|| refused.code());
            assert_eq!((refused.status, code_of), (status, code));
        }
        for (content, status, code) in [
            (with(&|c| c["text"]["en"]["blocks"] = json!([{"type": "image", "src": "x"}])), 422, "fields-invalid"),
            (with(&|c| c["html"] = json!("<b>")), 400, "json-unknown-field"),
            (with(&|c| c["form"] = json!("telegram")), 422, "fields-invalid"),
        ] {
            let refused = draft(&app.acting(SO), &file, &content).await;
            assert_eq!((refused.status, refused.code()), (status, code), "{content}");
        }
        assert_eq!(kinds(&app, &file).await, Vec::<String>::new());
    }

    async fn an_enclosure_is_an_own_upload_or_a_paper_of_the_file(app: TestApp) {
        let file = open(&app).await;
        let own = upload(&app, SO, "own.pdf", pdf("Own")).await.expect(201).id();
        let others = upload(&app, DS, "other.pdf", pdf("Somebody else's")).await.expect(201).id();
        let paper = upload(&app, SO, "paper.pdf", pdf("A paper")).await.expect(201).id();
        let body = json!({"document_id": paper, "title": "A paper"});
        let _ = on_file(&app, SO, &file, "papers", body).await.expect(200);
        let enclosing = |document: &str| {
            let mut content = letter(&app);
            content["enclosures"] = json!([{"title": "Statement", "document": document}]);
            content
        };
        let refused = draft(&app.acting(SO), &file, &enclosing(&others)).await.expect(422);
        assert_eq!(refused.json["errors"][0]["pointer"], "/content/enclosures/0");
        assert_eq!(refused.json["errors"][0]["code"], "draft-enclosure-unknown");
        let id = draft(&app.acting(SO), &file, &enclosing(&own)).await.expect(201).id();
        let detail = read(&app, SO, &id).await;
        assert_eq!(detail["documents"][0]["id"], json!(own));
        let _ = revise(&app, SO, &id, &enclosing(&paper)).await.expect(200);

        // Whoever reads the file reads what its drafts enclose, and nobody else does.
        let content = format!("/api/v1/documents/{own}/content");
        assert_eq!(app.acting(DS).get(&content).await.status, 404);
        let _ = on_file(&app, SO, &file, "movements", to(&app, DS)).await.expect(200);
        assert_eq!(app.acting(DS).get(&content).await.status, 200);
        assert_eq!(app.acting(Persona::LawOfficer).get(&content).await.status, 404);
        // A paper of another file is not enclosed here, though its reader sees it.
        let head = app.acting(DS).get(&format!("/api/v1/files/{file}")).await.expect(200).json["head"]["id"].clone();
        let other = crate::files::new_file(head.as_str().unwrap());
        let other = app.acting(SO).post("/api/v1/files", &other).await.expect(201).id();
        let _ = on_file(&app, SO, &other, "movements", to(&app, DS)).await.expect(200);
        let _ = on_file(&app, DS, &other, "opening", json!({})).await.expect(200);
        let refused = draft(&app.acting(DS), &other, &enclosing(&paper)).await.expect(422);
        assert_eq!(refused.json["errors"][0]["code"], "draft-enclosure-unknown");
    }
}
