//! How somebody stands to a file or receipt decides more than his role: every operation on one × every standing.
//!
//! Unlike in the table of roles each request comes with the version that is current, on a case of its own, so that a
//! status says what really happens: 2xx done, 409 and 422 permitted and not possible now, 403 refused, 404 not there.

use super::requests::{Operation, Sample, draft_on, note_on, operations};
use super::table::Table;
use super::with_body;
use crate::correspondence::entry_with;
use crate::delegation::{at_post_of, give};
use crate::files::{act, new_file};
use crate::organisation::{act as change, new_post};
use daftar_testing::{Backend, Client, Persona, TestApp};
use serde_json::{Value, json};

const TABLE: Table = Table {
    path: "suite/access/standings.txt",
    about: "What everybody gets by how he stands to a file or receipt (see standings.rs). A change here is one of rights.",
    columns: &STANDINGS,
};

/// The standings. To a file: it is on his desk, unopened; he sent it there; it passed through his hands; it is of his section;
/// it is about him, of his section too; none. To a receipt: it is on his desk; he marked it there; he diarised it; he
/// has a copy; it is about him, in the diary of his registry; none. To both: he assists at the post on whose desk it is.
const STANDINGS: [&str; 7] = ["holder", "sender", "passed", "near", "own", "none", "assist"];

/// An office in which everybody stands somewhere.
struct Office {
    app: TestApp,
    /// Posts of the section and of the registry, held beside their own by the colleague and by the person concerned.
    near: String,
    own: String,
    own_registry: String,
}

impl Office {
    async fn set_up() -> Self {
        let app = TestApp::start(Backend::Sqlite, env!("CARGO_BIN_EXE_daftar-test-papers")).await;
        let section = app.people.of(Persona::SectionOfficer).unit.to_string();
        let registry = app.people.of(Persona::Clerk).unit.to_string();
        let near = held(&app, &section, "officer", Persona::LawOfficer).await;
        let own = held(&app, &section, "officer", Persona::OtherSectionOfficer).await;
        for officer in [Persona::Secretary, Persona::DeputySecretary] {
            give(&app, officer, Persona::LawClerk).await.expect(201);
        }
        let own_registry = held(&app, &registry, "registry", Persona::OtherSectionOfficer).await;
        Self {
            app,
            near,
            own,
            own_registry,
        }
    }

    fn as_of(&self, persona: Persona, post: &str) -> Client {
        self.app.acting(persona).with("Acting-Post", post)
    }

    /// Who stands so to a file.
    fn by_file(&self, standing: &str) -> Client {
        match standing {
            "holder" => self.app.acting(Persona::Secretary),
            "sender" => self.app.acting(Persona::DeputySecretary),
            "passed" => self.app.acting(Persona::SectionOfficer),
            "near" => self.as_of(Persona::LawOfficer, &self.near),
            "own" => self.as_of(Persona::OtherSectionOfficer, &self.own),
            "assist" => at_post_of(&self.app, Persona::LawClerk, Persona::Secretary),
            _ => self.app.acting(Persona::LawClerk),
        }
    }

    /// Who stands so to a receipt.
    fn by_receipt(&self, standing: &str) -> Client {
        match standing {
            "holder" => self.app.acting(Persona::DeputySecretary),
            "sender" => self.app.acting(Persona::SectionOfficer),
            "passed" => self.app.acting(Persona::Clerk),
            "near" => self.app.acting(Persona::Secretary),
            "own" => self.as_of(Persona::OtherSectionOfficer, &self.own_registry),
            "assist" => at_post_of(&self.app, Persona::LawClerk, Persona::DeputySecretary),
            _ => self.as_of(Persona::LawOfficer, &self.near),
        }
    }

    fn concerns(&self) -> Value {
        json!(self.app.people.of(Persona::OtherSectionOfficer).person)
    }

    /// A new case: a file with a note and a paper that went from desk to desk, and a receipt that did.
    async fn case(&self, sample: &Sample) -> Sample {
        let app = &self.app;
        let mut file = new_file(&sample.head);
        file["concerns_person_id"] = self.concerns();
        let officer = app.acting(Persona::SectionOfficer);
        let file = officer.post("/api/v1/files", &file).await.expect(201).id();
        let note = note_on(app, &file).await;
        let (communication, remark) = draft_on(app, &file).await;
        let paper = json!({"document_id": sample.document, "title": "A picture"});
        let _ = act(app, Persona::SectionOfficer, &file, "papers", paper)
            .await
            .expect(200);
        for (from, to) in [
            (Persona::SectionOfficer, Persona::DeputySecretary),
            (Persona::DeputySecretary, Persona::Secretary),
        ] {
            let _ = act(app, from, &file, "opening", json!({})).await;
            let onward = json!({"to_post_id": app.people.of(to).post, "action": "for_orders"});
            let _ = act(app, from, &file, "movements", onward).await.expect(200);
        }
        // What proves a note is there once its entry has its place.
        crate::ledger::take_up(app).await;
        let mut case = sample.clone();
        case.receipt = self.receipt().await;
        case.file = file;
        case.note = note;
        (case.communication, case.remark) = (communication, remark);
        case
    }

    async fn receipt(&self) -> String {
        let app = &self.app;
        let post = |who: Persona| json!(app.people.of(who).post);
        let mark = json!({"to_post_id": post(Persona::SectionOfficer), "action": "necessary_action",
            "copies": [{"post_id": post(Persona::Secretary), "action": "information"}]});
        let entry = entry_with(&json!({"concerns_person_id": self.concerns(), "mark": mark}));
        let mut now = app
            .acting(Persona::Clerk)
            .post("/api/v1/receipts", &entry)
            .await
            .expect(201);
        let path = format!("/api/v1/receipts/{}", now.id());
        let onward = json!({"to_post_id": post(Persona::DeputySecretary), "action": "report", "copies": []});
        for (who, step, body) in [
            (Persona::SectionOfficer, "acceptance", json!({})),
            (Persona::SectionOfficer, "markings", onward),
            (Persona::DeputySecretary, "acceptance", json!({})),
        ] {
            let client = app.acting(who).if_match(&now.etag());
            now = client.post(&format!("{path}/{step}"), &body).await.expect(200);
        }
        now.id()
    }
}

/// A new post that a persona holds beside his own.
async fn held(app: &TestApp, unit: &str, role: &str, by: Persona) -> String {
    let mut post = new_post(unit, &format!("{role}-{}", by.user_name().to_uppercase()), None);
    post["roles"] = json!([role]);
    let admin = app.acting(Persona::Administrator);
    let post = admin.post("/api/v1/posts", &post).await.expect(201).id();
    let body = json!({"person_id": app.people.of(by).person, "kind": "additional"});
    let _ = change(app, &format!("/api/v1/posts/{post}"), "charges", &body)
        .await
        .expect(201);
    post
}

/// The operations on one file, note, draft, receipt or document.
fn on_cases() -> Vec<Operation> {
    let on = |operation: &Operation| {
        ["files", "notes", "communications", "receipts", "documents"]
            .iter()
            .any(|kind| operation.path.starts_with(&format!("/api/v1/{kind}/{{id}}")))
    };
    operations().into_iter().filter(on).collect()
}

/// Who gets which status for one operation, each on a case of his own.
async fn answers(operation: &Operation) -> Vec<u16> {
    let office = Office::set_up().await;
    let sample = Sample::set_up(&office.app).await;
    let mut answers = Vec::new();
    for standing in STANDINGS {
        let case = office.case(&sample).await;
        let of_receipt = operation.path.starts_with("/api/v1/receipts/");
        let (client, holder, path) = if of_receipt {
            let holder = office.app.acting(Persona::DeputySecretary);
            (
                office.by_receipt(standing),
                holder,
                format!("/api/v1/receipts/{}", case.receipt),
            )
        } else if operation.path.starts_with("/api/v1/communications/") {
            // Its holder has opened the file: until then a draft is refused whatever he asks.
            let _ = act(&office.app, Persona::Secretary, &case.file, "opening", json!({})).await;
            let holder = office.app.acting(Persona::Secretary);
            let path = format!("/api/v1/communications/{}", case.communication);
            (office.by_file(standing), holder, path)
        } else {
            let holder = office.app.acting(Persona::Secretary);
            (office.by_file(standing), holder, format!("/api/v1/files/{}", case.file))
        };
        let current = holder.get(&path).await.expect(200).etag();
        let client = match (operation.wants_version, operation.id.as_str()) {
            (false, _) => client,
            (true, "putUpDraftNote") => with_a_draft(&client, &path).await,
            (true, _) if operation.path.ends_with("/draft-note") => client.if_match("\"0\""),
            (true, _) => client.if_match(&current),
        };
        answers.push(client.send(with_body(&client, operation, &case)).await.status);
    }
    answers
}

/// The client with the version of the draft that it has begun, if it may.
async fn with_a_draft(client: &Client, file: &str) -> Client {
    let text = json!({ "body": crate::files::body(&["Under examination."]) });
    let saved = client.if_match("\"0\"").put(&format!("{file}/draft-note"), &text).await;
    let version = saved.json["version"].as_i64().unwrap_or_default();
    client.if_match(&format!("\"{version}\""))
}

#[tokio::test]
async fn standings_first_third() {
    TABLE.check(on_cases(), (0, 3), answers).await;
}

#[tokio::test]
async fn standings_second_third() {
    TABLE.check(on_cases(), (1, 3), answers).await;
}

#[tokio::test]
async fn standings_last_third() {
    TABLE.check(on_cases(), (2, 3), answers).await;
}

#[test]
fn the_table_declares_no_operation_that_is_gone() {
    assert_eq!(TABLE.gone(&on_cases()), Vec::<String>::new());
}

/// Writes the table; only when asked to.
#[tokio::test]
async fn write_the_standings() {
    TABLE.write(on_cases(), answers).await;
}
