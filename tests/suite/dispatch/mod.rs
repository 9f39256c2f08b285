//! What becomes of issued communications: receipts inside, the dispatch list, the register, answers and reminders.

mod crowd;
mod delivery;
mod held;
mod mail;
mod mail_back;
mod register;
mod registry;
mod replies;

use crate::drafting::issue::issue;
use crate::drafting::{act, approve, draft, hand_on, letter};
use crate::files::{head, new_file, open};
use daftar_application::jobs;
use daftar_testing::{Persona, Reply, TestApp};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};

const SO: Persona = Persona::SectionOfficer;
const DS: Persona = Persona::DeputySecretary;
const LAW: Persona = Persona::LawOfficer;

/// Somebody's post as an addressee.
fn to_post(app: &TestApp, who: Persona) -> Value {
    json!({"kind": "post", "post": app.people.of(who).post})
}

/// A unit as an addressee.
fn to_unit(app: &TestApp, code: &str) -> Value {
    json!({"kind": "unit", "unit": app.people.unit(code)})
}

/// Somebody outside as an addressee.
fn outside(name: &str) -> Value {
    json!({"kind": "outside", "sort": "body", "name": name, "lines": ["Lahore"]})
}

/// An office memorandum of the section officer with some fields of its own.
fn memorandum(app: &TestApp, changes: &Value) -> Value {
    let mut content = letter(app);
    content["form"] = json!("office_memorandum");
    for (name, value) in changes.as_object().unwrap() {
        content[name] = value.clone();
    }
    content
}

/// Has the deputy approve a draft of the section officer, and issues it.
async fn issued_on(app: &TestApp, file: &str, content: &Value) -> String {
    let id = draft(&app.acting(SO), file, content).await.expect(201).id();
    hand_on(app, file, SO, DS).await;
    let _ = approve(app, DS, &id).await.expect(200);
    hand_on(app, file, DS, SO).await;
    let _ = issue(app, &id).await.expect(200);
    id
}

/// Issues something on a new file of a classification; answers the file and the communication.
async fn issued(app: &TestApp, changes: &Value) -> (String, String) {
    let file = open(app).await;
    let id = issued_on(app, &file, &memorandum(app, changes)).await;
    (file, id)
}

/// A confidential file of the section officer.
async fn sealed_file(app: &TestApp) -> String {
    let mut file = new_file(&head(app).await);
    file["classification"] = json!("confidential");
    app.acting(SO).post("/api/v1/files", &file).await.expect(201).id()
}

/// Does all jobs that wait.
async fn work_off(app: &TestApp) {
    while jobs::run_next(&app.office).await.unwrap() {}
}

/// The dispatches of a communication, as its officer reads them.
async fn dispatches_of(app: &TestApp, id: &str) -> Vec<Value> {
    let path = format!("/api/v1/communications/{id}/dispatches");
    let page = app.acting(SO).get(&path).await.expect(200).json;
    page["items"].as_array().unwrap().clone()
}

/// What a registry or administrator finds in the dispatch list.
async fn listed(app: &TestApp, who: Persona, query: &str) -> Vec<Value> {
    let page = app
        .acting(who)
        .get(&format!("/api/v1/dispatches?{query}"))
        .await
        .expect(200)
        .json;
    page["items"].as_array().unwrap().clone()
}

/// What lies on somebody's desk of one sort.
async fn on_desk(app: &TestApp, who: Persona, kind: &str) -> Vec<Value> {
    let page = app.acting(who).get("/api/v1/desk").await.expect(200).json;
    let items = page["items"].as_array().unwrap().iter();
    items.filter(|item| item["kind"] == kind).cloned().collect()
}

/// A receipt as somebody reads it.
async fn receipt(app: &TestApp, who: Persona, id: &str) -> Value {
    app.acting(who)
        .get(&format!("/api/v1/receipts/{id}"))
        .await
        .expect(200)
        .json
}

/// The id of the only receipt on somebody's desk.
async fn only_receipt(app: &TestApp, who: Persona) -> String {
    let desk = on_desk(app, who, "receipt").await;
    assert_eq!(desk.len(), 1, "{desk:?}");
    let id = &desk[0]["subject_id"];
    id.as_str().or(desk[0]["id"].as_str()).unwrap().to_owned()
}

/// Somebody's step with a receipt at its present version.
async fn step(app: &TestApp, who: Persona, id: &str, what: &str, body: Value) -> Reply {
    let path = format!("/api/v1/receipts/{id}");
    let client = app.acting(who);
    let etag = client.get(&path).await.expect(200).etag();
    client.if_match(&etag).post(&format!("{path}/{what}"), &body).await
}

/// Somebody's act on a dispatch at a version.
async fn on_dispatch(app: &TestApp, who: Persona, of: &Value, what: &str, body: Value) -> Reply {
    let (id, version) = (of["id"].as_str().unwrap(), &of["version"]);
    let client = app.acting(who).if_match(&format!("\"{version}\""));
    client.post(&format!("/api/v1/dispatches/{id}/{what}"), &body).await
}

/// One figure of the database.
async fn count(app: &TestApp, from: &str) -> i64 {
    let raw = &app.database.raw;
    let sql = format!("SELECT count(*) FROM {from}");
    let statement = Statement::from_string(raw.get_database_backend(), sql);
    let row = raw.query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// The ledger's words for what happened to a file on its way out, the first first.
async fn told(app: &TestApp, file: &str) -> Vec<String> {
    let path = format!("/api/v1/ledger/entries?subject_id={file}&module=dispatch&limit=100");
    let entries = app.acting(Persona::Auditor).get(&path).await.expect(200).json;
    let kinds = entries["items"].as_array().unwrap().iter().rev();
    kinds.map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect()
}

/// Sends an act on a draft of somebody.
async fn on_draft(app: &TestApp, who: Persona, id: &str, what: &str, body: Value) -> Reply {
    act(app, who, id, what, body).await
}

/// A dispatch of a new file under a head at the step that an operation wants: id and version.
pub(crate) async fn on_its_way(app: &TestApp, head: &str, operation: &str) -> (String, String) {
    let file = app
        .acting(SO)
        .post("/api/v1/files", &new_file(head))
        .await
        .expect(201)
        .id();
    let changes = json!({"addressees": [to_post(app, DS)], "copies": [outside("The Accountant General")]});
    let communication = issued_on(app, &file, &memorandum(app, &changes)).await;
    let of = dispatches_of(app, &communication).await;
    let of = if operation == "retryDispatch" { &of[0] } else { &of[1] };
    let (id, mut version) = (of["id"].as_str().unwrap().to_owned(), "\"1\"".to_owned());
    if matches!(operation, "acknowledgeDispatch" | "returnDispatch") {
        let left = json!({"channel": "post", "on": "2026-03-02"});
        let sent = on_dispatch(app, Persona::Clerk, of, "dispatching", left).await;
        version = sent.expect(200).etag();
    }
    (id, version)
}
