use super::{act, body, open, read, to};
use daftar_testing::{Client, Persona, TestApp, on_both};
use serde_json::{Value, json};

/// A picture of one pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, b'I', b'D', b'A', b'T', 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0,
    1, 0x48, 0xAF, 0xA4, 0x71, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
];

async fn upload(client: &Client) -> String {
    let request = client.request("POST", "/api/v1/documents?file_name=scan.png");
    let request = request.header("Content-Type", "application/octet-stream").body(PNG);
    client.send(request).await.expect(201).id()
}

fn receipt(app: &TestApp, document: &str) -> Value {
    json!({"received_on": "2026-03-02", "mode": "post", "sender_name": "Accountant General", "subject": "Excess expenditure",
        "language": "en", "classification": "restricted", "priority": "routine", "document_ids": [document],
        "mark": {"to_post_id": app.people.of(Persona::SectionOfficer).post, "action": "necessary_action"}})
}

/// A receipt that the section officer has accepted.
async fn accepted(app: &TestApp) -> String {
    let clerk = app.acting(Persona::Clerk);
    let document = upload(&clerk).await;
    let id = clerk
        .post("/api/v1/receipts", &receipt(app, &document))
        .await
        .expect(201)
        .id();
    let officer = app.acting(Persona::SectionOfficer);
    let etag = officer.get(&format!("/api/v1/receipts/{id}")).await.expect(200).etag();
    let _ = officer
        .if_match(&etag)
        .post(&format!("/api/v1/receipts/{id}/acceptance"), &json!({}))
        .await
        .expect(200);
    id
}

async fn put_on(app: &TestApp, receipt: &str, file: &str) -> daftar_testing::Reply {
    let officer = app.acting(Persona::SectionOfficer);
    let etag = officer
        .get(&format!("/api/v1/receipts/{receipt}"))
        .await
        .expect(200)
        .etag();
    let command = json!({"file_id": file, "note": "For examination"});
    officer
        .if_match(&etag)
        .post(&format!("/api/v1/receipts/{receipt}/filing"), &command)
        .await
}

on_both! {
    async fn a_receipt_goes_on_a_file_and_can_be_referred_to(app: TestApp) {
        let mut new = crate::files::new_file(&crate::files::head(&app).await);
        new["classification"] = json!("unclassified");
        let file = app.acting(Persona::SectionOfficer).post("/api/v1/files", &new).await.expect(201).id();
        let id = accepted(&app).await;
        let filed = put_on(&app, &id, &file).await.expect(200);
        assert_eq!((&filed.json["id"], &filed.json["paragraphs"]), (&json!(id), &json!({"first": 1, "last": 1})));
        let officer = app.acting(Persona::SectionOfficer);
        let seen = officer.get(&format!("/api/v1/receipts/{id}")).await.expect(200).json;
        assert_eq!((&seen["state"], &seen["file"]["id"], &seen["docket_paragraph"]), (&json!("on_file"), &json!(file), &json!(1)));
        let cover = read(&app, Persona::SectionOfficer, &file).await;
        assert_eq!((&cover["classification"], &cover["last_page"]), (&json!("restricted"), &json!(1)), "rule 17");
        let papers = officer.get(&format!("/api/v1/files/{file}/papers")).await.expect(200).json;
        assert_eq!((&papers["items"][0]["receipt_id"], &papers["items"][0]["direction"]), (&json!(id), &json!("incoming")));
        let desk = crate::files::desk(&app, Persona::SectionOfficer, "?kind=receipt").await;
        assert_eq!(desk["items"], json!([]));

        let reference = json!({"kind": "page", "page": 1});
        let note = json!({"kind": "note", "then": to(&app, Persona::Secretary), "body": {"paragraphs": [
            {"dir": "ltr", "spans": [{"text": "PUC at p. 1/C", "reference": {"target": reference}}]}]}});
        let _ = act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200);
        // The next desk reads the paper through the file.
        let document = papers["items"][0]["documents"][0]["id"].as_str().unwrap();
        let path = format!("/api/v1/documents/{document}");
        assert_eq!(app.acting(Persona::Secretary).get(&path).await.status, 200);
        assert_eq!(app.acting(Persona::LawOfficer).get(&path).await.status, 404);
        let twice = put_on(&app, &id, &file).await;
        assert!(matches!(twice.status, 403 | 409), "{}", twice.status);
    }

    async fn a_file_is_opened_for_a_receipt(app: TestApp) {
        let head = crate::files::head(&app).await;
        let id = accepted(&app).await;
        let mut new = crate::files::new_file(&head);
        new["receipt_id"] = json!(id);
        let opened = app.acting(Persona::SectionOfficer).post("/api/v1/files", &new).await.expect(201);
        assert_eq!(opened.json["paragraphs"], json!({"first": 1, "last": 1}));
        let file = opened.id();
        assert_eq!(read(&app, Persona::SectionOfficer, &file).await["last_page"], 1);
        let note = json!({"kind": "note", "body": body(&["Examined."])});
        let signed = act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200);
        assert_eq!(signed.json["paragraphs"], json!({"first": 2, "last": 2}));
        new["receipt_id"] = json!("00000000-0000-7000-8000-000000000000");
        let unknown = app.acting(Persona::SectionOfficer).post("/api/v1/files", &new).await;
        assert_eq!((unknown.status, &unknown.json["errors"][0]["code"]), (422, &json!("unknown-receipt")));
    }

    async fn an_officer_adds_a_paper_that_he_uploaded(app: TestApp) {
        let file = open(&app).await;
        let document = upload(&app.acting(Persona::SectionOfficer)).await;
        let paper = json!({"document_id": document, "title": "Statement of releases"});
        let added = act(&app, Persona::SectionOfficer, &file, "papers", paper).await.expect(200);
        assert_eq!(added.json["paragraphs"], json!({"first": 1, "last": 1}));
        let foreign = upload(&app.acting(Persona::LawOfficer)).await;
        let refused = act(&app, Persona::SectionOfficer, &file, "papers", json!({"document_id": foreign, "title": "x"})).await;
        assert_eq!((refused.status, &refused.json["errors"][0]["code"]), (422, &json!("unknown-document")));
    }
}
