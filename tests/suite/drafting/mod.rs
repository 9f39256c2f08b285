//! Drafts for approval over HTTP: texts, remarks, approval, what an edit makes void, and who may what.

mod approval;
pub(crate) mod issue;
mod remarks;
mod sight;
mod texts;
mod time_stamps;

use crate::files::{act as on_file, to};
use daftar_testing::{Client, Persona, Reply, TestApp};
use serde_json::{Value, json};

/// A paragraph.
pub(crate) fn paragraph(text: &str) -> Value {
    json!({"type": "paragraph", "align": "start", "content": [{"text": text}]})
}

/// A letter to a public body in English that nothing stands in the way of.
pub(crate) fn letter(app: &TestApp) -> Value {
    json!({
        "form": "letter", "languages": "en", "classification": "restricted", "priority": "routine",
        "addressees": [{
            "kind": "outside", "sort": "body", "name": "The Accountant General, Punjab", "lines": ["Lahore"],
            "email": "ag@example.org",
        }],
        "copies": [],
        "subject": {"en": "Release of funds", "ur": ""},
        "text": {"en": {"blocks": [paragraph("I am directed to say that funds are released."), paragraph("Second.")]}, "ur": {"blocks": []}},
        "enclosures": [],
        "signatory": app.people.of(Persona::SectionOfficer).post,
    })
}

/// Opens a draft.
pub(crate) async fn draft(client: &Client, file: &str, content: &Value) -> Reply {
    let path = format!("/api/v1/files/{file}/communications");
    client.post(&path, &json!({ "content": content })).await
}

/// The draft of [`letter`] by the section officer.
pub(crate) async fn letter_on(app: &TestApp, file: &str) -> String {
    let officer = app.acting(Persona::SectionOfficer);
    draft(&officer, file, &letter(app)).await.expect(201).id()
}

/// A draft as somebody reads it.
pub(crate) async fn read(app: &TestApp, who: Persona, id: &str) -> Value {
    let path = format!("/api/v1/communications/{id}");
    app.acting(who).get(&path).await.expect(200).json
}

/// Somebody's client at the draft's present version.
pub(crate) async fn at(client: &Client, id: &str) -> Client {
    let path = format!("/api/v1/communications/{id}");
    client.if_match(&client.get(&path).await.expect(200).etag())
}

/// Sends an act on a draft at its present version.
pub(crate) async fn act(app: &TestApp, who: Persona, id: &str, what: &str, body: Value) -> Reply {
    let client = at(&app.acting(who), id).await;
    client.post(&format!("/api/v1/communications/{id}/{what}"), &body).await
}

/// Writes on in a draft at its present version.
pub(crate) async fn revise(app: &TestApp, who: Persona, id: &str, content: &Value) -> Reply {
    let client = at(&app.acting(who), id).await;
    let body = json!({ "content": content });
    client.put(&format!("/api/v1/communications/{id}/content"), &body).await
}

/// The letter with another first paragraph.
pub(crate) fn reworded(app: &TestApp, text: &str) -> Value {
    let mut content = letter(app);
    content["text"]["en"]["blocks"][0] = paragraph(text);
    content
}

/// Sends a file on, and opens it there.
pub(crate) async fn hand_on(app: &TestApp, file: &str, from: Persona, onto: Persona) {
    let _ = on_file(app, from, file, "movements", to(app, onto)).await.expect(200);
    let _ = on_file(app, onto, file, "opening", json!({})).await.expect(200);
}

/// Approves the latest text.
pub(crate) async fn approve(app: &TestApp, who: Persona, id: &str) -> Reply {
    let number = read(app, who, id).await["text_number"].clone();
    act(app, who, id, "approval", json!({ "text_number": number })).await
}

/// What the ledger says of the file, by kind.
async fn kinds(app: &TestApp, file: &str) -> Vec<String> {
    let path = format!("/api/v1/ledger/entries?subject_id={file}&module=drafting");
    let entries = app.acting(Persona::Auditor).get(&path).await.expect(200).json;
    let kinds = entries["items"].as_array().unwrap().iter();
    kinds
        .rev()
        .map(|entry| entry["kind"].as_str().unwrap().to_owned())
        .collect()
}
