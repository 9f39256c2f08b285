//! Every route × everybody, declared in one committed table.
//!
//! The routes come from the running application's own description (table.rs says how a table is kept).
//!
//! Requests are made so that a permitted act stops short of changing anything where it can: acts on something that
//! exists come with an old version, so that 412 means "permitted", 403 "refused" and 404 "does not exist for him". On
//! a file 412 says no more than that he sees it: there standings.rs tells what he may do.

mod prepared;
mod recorded;
mod requests;
mod standings;
mod table;

use daftar_testing::{Backend, Client, Persona, TestApp};
use requests::{Operation, Sample, operations};
use table::Table;

const TABLE: Table = Table {
    path: "suite/access/matrix.txt",
    about: "Status that everybody gets for every operation (see mod.rs). Read a change here as a change of rights.",
    columns: &[
        "clerk", "so", "so-2", "ds", "secy", "law", "law-c", "admin", "audit", "assist", "none",
    ],
};

/// Who gets which status for one operation.
async fn answers(operation: &Operation) -> Vec<u16> {
    let app = TestApp::start(Backend::Sqlite, env!("CARGO_BIN_EXE_daftar-test-papers")).await;
    let mut sample = Sample::set_up(&app).await;
    if operation.path.starts_with("/api/v1/dispatches/{id}") {
        sample.dispatch = crate::dispatch::on_its_way(&app, &sample.head, &operation.id).await.0;
    }
    let assistant = app.acting_as(sample.assistant).await;
    let mut answers = Vec::new();
    for persona in Persona::ALL {
        answers.push(send(&app.acting(*persona), operation, &sample).await);
    }
    answers.push(send(&assistant, operation, &sample).await);
    answers.push(send(&app.anonymous(), operation, &sample).await);
    answers
}

async fn send(client: &Client, operation: &Operation, sample: &Sample) -> u16 {
    let mut client = client.clone();
    if operation.wants_version {
        client = client.if_match("\"999\"");
    }
    client.send(with_body(&client, operation, sample)).await.status
}

/// What a client is answered to every operation.
pub(crate) async fn every_operation(app: &TestApp, client: &Client) -> Vec<(String, u16)> {
    // Nothing that exists: who is let in by mistake finds nothing, and is found out all the same.
    let sample = Sample::nothing(app);
    let mut answers = Vec::new();
    for operation in operations() {
        let status = send(client, &operation, &sample).await;
        answers.push((operation.id, status));
    }
    answers
}

/// The request of an operation, with words or bytes where it takes them.
fn with_body(client: &Client, operation: &Operation, sample: &Sample) -> reqwest::RequestBuilder {
    let request = client.request(&operation.method, &sample.address(operation));
    match sample.body(operation) {
        Some(body) => request.json(&body),
        None if operation.takes_bytes => request
            .header("Content-Type", "application/octet-stream")
            .body(requests::PNG),
        None => request,
    }
}

#[tokio::test]
async fn routes_first_quarter() {
    TABLE.check(operations(), (0, 4), answers).await;
}

#[tokio::test]
async fn routes_second_quarter() {
    TABLE.check(operations(), (1, 4), answers).await;
}

#[tokio::test]
async fn routes_third_quarter() {
    TABLE.check(operations(), (2, 4), answers).await;
}

#[tokio::test]
async fn routes_last_quarter() {
    TABLE.check(operations(), (3, 4), answers).await;
}

#[test]
fn the_table_declares_no_route_that_is_gone() {
    assert_eq!(TABLE.gone(&operations()), Vec::<String>::new());
}

/// Writes the table; only when asked to.
#[tokio::test]
async fn write_the_table() {
    TABLE.write(operations(), answers).await;
}
