//! The ledger from outside: places, tiles, proofs, checkpoints; and that what was altered is found.

mod checkpoints;
mod exports;
mod places;
mod proofs;
mod random;
mod signatures;
mod tampering;
mod tiles;
mod verifications;
mod writers;

use crate::correspondence::{entry_with, pdf, upload};
use crate::files::{act, body, open, to};
use daftar_application::ledger::{CheckError, check_office, integrate};
use daftar_domain::ledger::audit::{Counts, Known, read_checkpoint};
use daftar_domain::ledger::tree::{Hash, empty_root, leaf_hash, node_hash};
use daftar_domain::ledger::{Actor, Checkpoint, Event, EventKind, Module, SubjectKind, TrustedKeys};
use daftar_testing::{Persona, TestApp};
use sea_orm::ConnectionTrait as _;
use sea_orm::Statement;
use serde_json::{Value, json};
use uuid::Uuid;

/// Gives everything that waits its place, as the program's sequencer does; answers how many it were.
pub(crate) async fn take_up(app: &TestApp) -> usize {
    let mut placed = 0;
    loop {
        match integrate(&app.office).await.unwrap() {
            0 => return placed,
            some => placed += some,
        }
    }
}

/// Texts from the first column of what a query finds.
pub(crate) async fn texts(app: &TestApp, sql: &str) -> Vec<String> {
    let query = Statement::from_string(app.database.raw.get_database_backend(), sql);
    let rows = app.database.raw.query_all_raw(query).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// The bodies of all entries that have places, in their order.
async fn bodies(app: &TestApp) -> Vec<String> {
    let sql = "SELECT body FROM ledger_entries WHERE position IS NOT NULL ORDER BY position";
    texts(app, sql).await
}

/// The root over bodies, word for word as RFC 6962 (2.1) defines it.
fn root(bodies: &[String]) -> Hash {
    match bodies {
        [] => empty_root(),
        [one] => leaf_hash(one.as_bytes()),
        many => {
            let mut left = 1;
            while left * 2 < many.len() {
                left *= 2;
            }
            node_hash(&root(&many[..left]), &root(&many[left..]))
        }
    }
}

/// The latest checkpoint, as everybody reads it.
async fn latest(app: &TestApp) -> Checkpoint {
    let reply = app.anonymous().get("/checkpoint").await.expect(200);
    read_checkpoint(std::str::from_utf8(&reply.bytes).unwrap()).unwrap().1
}

/// What an auditor brings who was given the office's first key.
pub(crate) fn known(app: &TestApp) -> Known {
    let key = app.office.ledger_keys().all()[0].verifier().clone();
    Known {
        keys: TrustedKeys::given([key]),
        ..Known::default()
    }
}

/// What `daftar verify` says of the office, without papers.
pub(crate) async fn check(app: &TestApp, known: Known) -> Result<Counts, CheckError> {
    check_office(&app.database.database, None, known, &mut |_, _| {}).await
}

/// Acts of the system itself, so many in one transaction.
async fn many_acts(app: &TestApp, count: usize) {
    let subject: Uuid = app.office.new_id();
    let event = |number| {
        let content = json!({ "number": number });
        Event::new(
            Module::Organisation,
            EventKind::UnitChanged,
            SubjectKind::Unit,
            subject,
            content,
        )
    };
    let events: Vec<Event> = (0..count).map(event).collect();
    let done = app.office.act_as(Actor::SYSTEM, None, async |work| {
        work.record_all(&events).await?;
        Ok(())
    });
    done.await.unwrap();
}

/// What a day in the office left behind.
struct Day {
    file: String,
    document: String,
    /// The digests that the acts answered.
    receipts: Vec<String>,
}

/// A day in the office: the organisation changes; a letter comes, is marked and put on a file; the file is noted upon,
/// goes up and comes back; a part travels alone and comes home.
async fn a_day(app: &TestApp) -> Day {
    let mut receipts = Vec::new();
    let mut done = |reply: Value| receipts.push(reply["entry"].as_str().expect("an act answers its entry").to_owned());
    let unit = app.people.unit("BUD").to_string();
    let _ = crate::organisation::add_post(app, &unit, "SO-NEW").await.expect(201);
    let document = upload(app, Persona::Clerk, "letter.pdf", pdf("A letter"))
        .await
        .expect(201)
        .id();
    let file = open(app).await;
    let mark = crate::correspondence::to(app, Persona::SectionOfficer);
    let letter = entry_with(&json!({ "document_ids": [document], "mark": mark }));
    let letter = app
        .acting(Persona::Clerk)
        .post("/api/v1/receipts", &letter)
        .await
        .expect(201);
    done(letter.json.clone());
    let path = format!("/api/v1/receipts/{}", letter.id());
    let officer = app.acting(Persona::SectionOfficer);
    let taken = officer
        .if_match(&letter.etag())
        .post(&format!("{path}/acceptance"), &json!({}))
        .await
        .expect(200);
    done(taken.json.clone());
    let put = json!({ "file_id": file });
    done(
        officer
            .if_match(&taken.etag())
            .post(&format!("{path}/filing"), &put)
            .await
            .expect(200)
            .json,
    );

    let up = to(app, Persona::DeputySecretary);
    let note = json!({"kind": "note", "body": body(&["A letter came.", "Submitted."]), "then": up});
    done(
        act(app, Persona::SectionOfficer, &file, "notes", note)
            .await
            .expect(200)
            .json,
    );
    let agreement = json!({"kind": "agreement", "then": to(app, Persona::SectionOfficer)});
    let _ = act(app, Persona::DeputySecretary, &file, "opening", json!({}))
        .await
        .expect(200);
    done(
        act(app, Persona::DeputySecretary, &file, "notes", agreement)
            .await
            .expect(200)
            .json,
    );
    let part = act(app, Persona::SectionOfficer, &file, "parts", json!({}))
        .await
        .expect(201)
        .id();
    let words = json!({"kind": "note", "body": body(&["Upon the part."])});
    done(
        act(app, Persona::SectionOfficer, &part, "notes", words)
            .await
            .expect(200)
            .json,
    );
    done(
        act(app, Persona::SectionOfficer, &part, "merge", json!({}))
            .await
            .expect(200)
            .json,
    );
    let letter = crate::drafting::letter_on(app, &file).await;
    crate::drafting::hand_on(app, &file, Persona::SectionOfficer, Persona::DeputySecretary).await;
    let approving = crate::drafting::at(&app.acting(Persona::DeputySecretary), &letter).await;
    let path = format!("/api/v1/communications/{letter}/approval");
    done(approving.post(&path, &json!({"text_number": 1})).await.expect(200).json);
    crate::drafting::hand_on(app, &file, Persona::DeputySecretary, Persona::SectionOfficer).await;
    let change = json!({"priority": "immediate", "subject": "Release of funds for canals"});
    let amended = crate::files::at(app, Persona::SectionOfficer, &file).await;
    done(
        amended
            .patch(&format!("/api/v1/files/{file}"), &change)
            .await
            .expect(200)
            .json,
    );
    Day {
        file,
        document,
        receipts,
    }
}

/// A new file under the head that is there.
async fn a_file(app: &TestApp) -> String {
    let officer = app.acting(Persona::SectionOfficer);
    let unit = app.people.unit("BUD");
    let heads = officer
        .get(&format!("/api/v1/units/{unit}/heads"))
        .await
        .expect(200)
        .json;
    let head = heads["items"][0]["id"].as_str().unwrap();
    officer
        .post("/api/v1/files", &crate::files::new_file(head))
        .await
        .expect(201)
        .id()
}
