//! What anybody may ask without an account, from outside: what is told, what is not, and to whom a question is too many.

mod amendments;
mod issues;
mod refused;
mod tracking;

use crate::drafting::{approve, draft, hand_on, issue::issue, letter};
use crate::ledger::texts;
use daftar_testing::{Client, Persona, Reply, TestApp};
use serde_json::{Value, json};

const SO: Persona = Persona::SectionOfficer;
const DS: Persona = Persona::DeputySecretary;

/// The letter with other values.
fn content(app: &TestApp, changes: &Value) -> Value {
    let mut content = letter(app);
    for (name, value) in changes.as_object().unwrap() {
        content[name] = value.clone();
    }
    content
}

/// What everybody may read.
fn press_note(app: &TestApp) -> Value {
    content(
        app,
        &json!({"form": "press_note", "classification": "unclassified", "addressees": []}),
    )
}

/// A draft of the section officer's that the deputy has approved; it is on the section officer's desk.
async fn approved(app: &TestApp, file: &str, content: &Value) -> String {
    let id = draft(&app.acting(SO), file, content).await.expect(201).id();
    hand_on(app, file, SO, DS).await;
    let _ = approve(app, DS, &id).await.expect(200);
    hand_on(app, file, DS, SO).await;
    id
}

/// What is printed on an issued document, and what the office calls it.
struct Issued {
    communication: String,
    issue: String,
    number: String,
    token: String,
    code: String,
}

/// Issues a document.
async fn issued(app: &TestApp, file: &str, content: &Value) -> Issued {
    let communication = approved(app, file, content).await;
    let done = issue(app, &communication).await.expect(200);
    let number = done.json["number"].as_str().unwrap().to_owned();
    let read = crate::drafting::read(app, SO, &communication).await;
    let of = format!("FROM issues WHERE number = '{number}'");
    Issued {
        issue: read["issue"]["id"].as_str().unwrap().to_owned(),
        communication,
        token: texts(app, &format!("SELECT token {of}")).await.remove(0),
        code: texts(app, &format!("SELECT code {of}")).await.remove(0),
        number,
    }
}

/// A client of somebody at an address of his own.
fn from(app: &TestApp, address: &str) -> Client {
    app.anonymous().with("X-Forwarded-For", address)
}

async fn by_code(client: &Client, number: &str, code: &str) -> Reply {
    let asked = json!({"number": number, "code": code});
    client.post("/api/v1/public/issue-searches", &asked).await
}

async fn by_token(client: &Client, token: &str) -> Reply {
    client.get(&format!("/api/v1/public/issues/{token}")).await
}

async fn track(client: &Client, number: &str, code: &str) -> Reply {
    let asked = json!({"number": number, "code": code});
    client.post("/api/v1/public/receipt-searches", &asked).await
}
