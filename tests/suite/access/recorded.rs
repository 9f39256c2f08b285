//! Whoever changes something leaves an entry in the ledger, and whoever was not allowed to leaves a line in the access
//! log: for every operation of the application's own description.

use super::prepared::Workshop;
use super::requests::{Operation, PNG, Sample, operations};
use super::send;
use daftar_application::jobs;
use daftar_testing::{Backend, Persona, TestApp};
use sea_orm::{ConnectionTrait as _, Statement};

/// What changes something and leaves no entry, each with the reason.
const SILENT: &[(&str, &str)] = &[
    (
        "markDeskRead",
        "that a post has seen a line of its desk is nobody else's business",
    ),
    ("saveDraftNote", "a draft is its author's alone until it is signed"),
    ("discardDraftNote", "the same"),
    (
        "putUpDraftNote",
        "a draft that was put up says nothing until the officer signs something, which has an entry",
    ),
    ("signIn", "sessions come and go; what is done in one has entries"),
    ("signOut", "the same"),
    ("refreshSession", "the same"),
    ("revokeSession", "the same, for one of one's own"),
    ("checkSetUpLink", "changes nothing; the token is no part of an address"),
    ("signInWithPasskey", "sessions come and go"),
    (
        "finishSignIn",
        "the same; only a code on paper that is used up has an entry",
    ),
    (
        "proveFactor",
        "the same: what is proved lasts minutes, and in this session alone",
    ),
    (
        "getPasskeySignInChallenge",
        "a challenge is a question; what it lets in or enrols is the answer",
    ),
    ("getSecondFactorChallenge", "the same"),
    ("getFactorChallenge", "the same"),
    ("getPasskeyRequest", "the same"),
    (
        "offerTotp",
        "the earlier phone stays the good one until a code confirms the offer",
    ),
    (
        "acknowledgeNotices",
        "what somebody has read about his own account is nobody else's business",
    ),
    (
        "verifyLedger",
        "asks the office to read; that a check ran, and what it found, is kept beside the ledger that it checks",
    ),
    ("previewTemplate", "prints a sample and keeps nothing"),
    ("prepareNote", "shows what would be signed; signing it has an entry"),
    ("prepareReturn", "the same"),
    ("prepareClosure", "the same"),
    ("prepareApproval", "the same"),
    ("prepareIssue", "the same"),
    (
        "findPublicIssue",
        "anybody asks, and nothing is changed; the code is no part of an address",
    ),
    ("trackReceipt", "the same"),
];

/// The operations that may change something.
fn mutating() -> Vec<Operation> {
    operations()
        .into_iter()
        .filter(|operation| operation.method != "GET")
        .collect()
}

async fn count(app: &TestApp, table: &str) -> i64 {
    let count = format!("SELECT count(*) FROM {table}");
    let count = Statement::from_string(app.database.raw.get_database_backend(), count);
    let row = app.database.raw.query_one_raw(count).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

async fn start() -> TestApp {
    TestApp::start(Backend::Sqlite, env!("CARGO_BIN_EXE_daftar-test-papers")).await
}

#[tokio::test]
async fn every_change_leaves_an_entry() {
    let app = start().await;
    let base = Sample::set_up(&app).await;
    let mut wrong = Vec::new();
    for (number, operation) in mutating().iter().enumerate() {
        let workshop = Workshop {
            app: &app,
            base: &base,
            number,
        };
        let ready = workshop.ready(operation).await;
        let before = count(&app, "ledger_entries").await;
        let request = ready.client.request(&operation.method, &ready.address);
        let request = match &ready.body {
            Some(body) => request.json(body),
            None if operation.takes_bytes => request
                .header("Content-Type", "application/octet-stream")
                .body([PNG, number.to_string().as_bytes()].concat()),
            None => request,
        };
        let reply = ready.client.send(request).await;
        // An import is recorded by the job that does it.
        while jobs::run_next(&app.office).await.unwrap() {}
        let entries = count(&app, "ledger_entries").await - before;
        let silent = SILENT.iter().any(|(id, _)| *id == operation.id);
        if !(200..300).contains(&reply.status) {
            wrong.push(format!(
                "{}: {} {}",
                operation.id,
                reply.status,
                String::from_utf8_lossy(&reply.bytes)
            ));
        } else if entries == 0 && !silent {
            wrong.push(format!("{} leaves no entry and is not listed", operation.id));
        } else if entries > 0 && silent {
            wrong.push(format!("{} is listed and leaves {entries}", operation.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_list_names_no_operation_that_is_gone() {
    let known = mutating();
    for (id, reason) in SILENT {
        assert!(
            known.iter().any(|operation| operation.id == *id) && !reason.is_empty(),
            "{id}"
        );
    }
}

/// One's own account is not asked about: nobody is denied it.
fn is_own(operation: &Operation) -> bool {
    ["session", "sessions", "me", "set-up"].contains(&operation.path.split('/').nth(3).unwrap_or_default())
}

#[tokio::test]
async fn every_denial_leaves_a_line_in_the_access_log() {
    let app = start().await;
    let sample = Sample::set_up(&app).await;
    let (mut wrong, mut denied) = (Vec::new(), 0);
    for operation in mutating().iter().filter(|operation| !is_own(operation)) {
        for persona in Persona::ALL {
            let before = (count(&app, "access_log").await, count(&app, "ledger_entries").await);
            let status = send(&app.acting(*persona), operation, &sample).await;
            let after = (count(&app, "access_log").await, count(&app, "ledger_entries").await);
            // Whose session was ended by an earlier request would be denied nothing from then on.
            assert_ne!(status, 401, "{} by {persona:?}", operation.id);
            if status != 403 {
                continue;
            }
            denied += 1;
            if after != (before.0 + 1, before.1) {
                wrong.push(format!("{} by {persona:?}: {before:?} became {after:?}", operation.id));
            }
        }
    }
    assert!(denied > 100, "{denied} denials");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
