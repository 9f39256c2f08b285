//! Files over HTTP: the journey over four desks, races, parts, notes, references, visibility.

mod access;
mod handover;
mod journey;
mod notes;
mod numbers;
mod papers;
mod parts;
mod races;
mod rules;
mod sight;
mod signed;
pub(crate) mod signing;

use daftar_testing::{Client, Persona, Reply, TestApp};
use serde_json::{Value, json};

/// A head of the budget section, made once for a test.
pub(super) async fn head(app: &TestApp) -> String {
    let unit = app.people.unit("BUD");
    let body = json!({"code": "8", "title_en": "Releases", "title_ur": "اجرائے رقوم"});
    let officer = app.acting(Persona::SectionOfficer);
    officer
        .post(&format!("/api/v1/units/{unit}/heads"), &body)
        .await
        .expect(201)
        .id()
}

/// The body of a new file.
pub(super) fn new_file(head: &str) -> Value {
    json!({"head_id": head, "subject": "Release of funds", "classification": "restricted", "priority": "routine"})
}

/// A file on the desk of the section officer (Budget).
pub(super) async fn open(app: &TestApp) -> String {
    let head = head(app).await;
    app.acting(Persona::SectionOfficer)
        .post("/api/v1/files", &new_file(&head))
        .await
        .expect(201)
        .id()
}

/// A note of paragraphs.
pub(super) fn body(paragraphs: &[&str]) -> Value {
    let paragraphs: Vec<Value> = paragraphs
        .iter()
        .map(|text| json!({"dir": "auto", "spans": [{"text": text}]}))
        .collect();
    json!({"paragraphs": paragraphs})
}

/// Somebody's client at the file's present version.
pub(super) async fn at(app: &TestApp, who: Persona, file: &str) -> Client {
    let client = app.acting(who);
    let etag = client.get(&format!("/api/v1/files/{file}")).await.expect(200).etag();
    client.if_match(&etag)
}

/// Sends an act on a file at its present version.
pub(super) async fn act(app: &TestApp, who: Persona, file: &str, what: &str, body: Value) -> Reply {
    at(app, who, file)
        .await
        .post(&format!("/api/v1/files/{file}/{what}"), &body)
        .await
}

/// The command to forward to somebody.
pub(super) fn to(app: &TestApp, who: Persona) -> Value {
    json!({"to_post_id": app.people.of(who).post, "action": "for_orders"})
}

/// A file as somebody reads it.
pub(super) async fn read(app: &TestApp, who: Persona, file: &str) -> Value {
    app.acting(who)
        .get(&format!("/api/v1/files/{file}"))
        .await
        .expect(200)
        .json
}

/// What lies on somebody's desk.
pub(super) async fn desk(app: &TestApp, who: Persona, query: &str) -> Value {
    app.acting(who)
        .get(&format!("/api/v1/desk{query}"))
        .await
        .expect(200)
        .json
}
