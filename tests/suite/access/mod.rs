//! Every route × everybody, declared in one committed table.
//!
//! The routes come from the running application's own description; a route that is not in the table, or answers
//! somebody otherwise than the table says, fails. `DAFTAR_WRITE_MATRIX=1` writes the table anew, to be read and committed.
//!
//! Requests are made so that a permitted act stops short of changing anything where it can: acts on something that
//! exists come with an old version, so that 412 means "permitted", 403 "refused" and 404 "does not exist for him". On
//! a file 412 says no more than that he sees it: there standings.rs tells what he may do.

mod requests;
mod standings;

use daftar_testing::{Backend, Client, Persona, TestApp};
use requests::{Operation, Sample, operations};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const TABLE: &str = "suite/access/matrix.txt";

/// The line of one operation: who gets which status.
async fn line(operation: &Operation) -> String {
    let app = TestApp::start(Backend::Sqlite, env!("CARGO_BIN_EXE_daftar-test-papers")).await;
    let sample = Sample::set_up(&app).await;
    let mut line = format!("{:<24}", operation.id);
    for persona in Persona::ALL {
        let status = send(&app.acting(*persona), operation, &sample).await;
        write!(line, " {status:>5}").unwrap();
    }
    let status = send(&app.anonymous(), operation, &sample).await;
    write!(line, " {status:>5}").unwrap();
    line
}

async fn send(client: &Client, operation: &Operation, sample: &Sample) -> u16 {
    let mut client = client.clone();
    if operation.wants_version {
        client = client.if_match("\"999\"");
    }
    client.send(with_body(&client, operation, sample)).await.status
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

fn header() -> String {
    let names = [
        "clerk", "so", "so-2", "ds", "secy", "law", "law-c", "admin", "audit", "none",
    ];
    format!(
        "{:<24} {}",
        "# operation",
        names.map(|name| format!("{name:>5}")).join(" ")
    )
}

fn declared(table: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(table).unwrap_or_default();
    let lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| (line.split_whitespace().next().unwrap().to_owned(), line.to_owned()))
        .collect()
}

/// Checks the operations whose position is `part` modulo `parts`: nextest runs the parts side by side.
async fn check(part: usize, parts: usize) {
    let declared = declared(TABLE);
    let mut wrong = Vec::new();
    for operation in operations().iter().skip(part).step_by(parts) {
        let found = line(operation).await;
        match declared.get(&operation.id) {
            Some(line) if line.split_whitespace().eq(found.split_whitespace()) => {}
            Some(line) => wrong.push(format!("declared {line}\nfound    {found}")),
            None => wrong.push(format!("a route that nobody declared:\n{found}")),
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", header(), wrong.join("\n"));
}

#[tokio::test]
async fn routes_first_quarter() {
    check(0, 4).await;
}

#[tokio::test]
async fn routes_second_quarter() {
    check(1, 4).await;
}

#[tokio::test]
async fn routes_third_quarter() {
    check(2, 4).await;
}

#[tokio::test]
async fn routes_last_quarter() {
    check(3, 4).await;
}

#[test]
fn the_table_declares_no_route_that_is_gone() {
    let known: Vec<String> = operations().into_iter().map(|operation| operation.id).collect();
    let gone: Vec<String> = declared(TABLE).into_keys().filter(|id| !known.contains(id)).collect();
    assert!(gone.is_empty(), "{gone:?}");
}

/// Writes the table; only when asked to.
#[tokio::test]
async fn write_the_table() {
    if std::env::var_os("DAFTAR_WRITE_MATRIX").is_none() {
        return;
    }
    let mut table = String::from(
        "# Status that everybody gets for every operation (see mod.rs). Read a change here as a change of rights.\n",
    );
    writeln!(table, "{}", header()).unwrap();
    for operation in operations() {
        writeln!(table, "{}", line(&operation).await).unwrap();
    }
    std::fs::write(TABLE, table).unwrap();
}
