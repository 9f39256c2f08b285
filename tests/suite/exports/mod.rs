//! A whole file as one document and as an archive: made, fetched, checked, forgotten; and who gets what.

mod archive;
mod changed;
mod sight;

use crate::correspondence::{pdf, upload};
use crate::drafting::issue::{approved, issue};
use crate::files::{act, body, open};
use daftar_application::jobs;
use daftar_application::ledger::{CheckError, FileReport, check_archive};
use daftar_domain::ledger::TrustedKeys;
use daftar_testing::{Client, Persona, Reply, TestApp};
use serde_json::{Value, json};
use std::path::Path;

const SO: Persona = Persona::SectionOfficer;
const DS: Persona = Persona::DeputySecretary;

/// A file with a note, a scan, a letter that was approved and issued, on the desk of the section officer.
async fn full(app: &TestApp) -> String {
    let file = open(app).await;
    let note = json!({"kind": "note", "body": body(&["The demand may be met.", "منظوری کے لیے پیش ہے۔"])});
    let _ = act(app, SO, &file, "notes", note).await.expect(200);
    let scan = upload(app, SO, "بل 1.pdf", pdf("Bill")).await.expect(201).id();
    let paper = json!({"document_id": scan, "title": "The bill"});
    let _ = act(app, SO, &file, "papers", paper).await.expect(200);
    let letter = approved(app, &file).await;
    let _ = issue(app, &letter).await.expect(200);
    file
}

async fn ask(client: &Client, file: &str) -> Reply {
    client
        .post(&format!("/api/v1/files/{file}/exports"), &json!({"language": "en"}))
        .await
}

/// Does all jobs that are due.
async fn work(app: &TestApp) {
    while jobs::run_next(&app.office).await.unwrap() {}
}

/// The latest of somebody's exports of a file.
async fn latest(client: &Client, file: &str) -> Value {
    let list = client.get(&format!("/api/v1/files/{file}/exports")).await.expect(200);
    list.json["items"][0].clone()
}

/// The archive of a file, made for somebody.
async fn made(app: &TestApp, client: &Client, file: &str) -> Vec<u8> {
    let id = ask(client, file).await.expect(202).id();
    work(app).await;
    let export = latest(client, file).await;
    assert_eq!(
        (&export["id"], &export["state"]),
        (&json!(id), &json!("ready")),
        "{export}"
    );
    client
        .get(&format!("/api/v1/exports/{id}/archive"))
        .await
        .expect(200)
        .bytes
}

/// The keys that somebody trusts who was given the office's.
fn trusted(app: &TestApp) -> TrustedKeys {
    TrustedKeys::given([app.office.ledger_keys().all()[0].verifier().clone()])
}

/// What the program says of an archive.
fn check(app: &TestApp, archive: &[u8]) -> Result<FileReport, CheckError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.zip");
    std::fs::write(&path, archive).unwrap();
    checked(app, &path)
}

fn checked(app: &TestApp, path: &Path) -> Result<FileReport, CheckError> {
    check_archive(path, &trusted(app), &[])
}
