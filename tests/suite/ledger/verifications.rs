//! The office's own check of its ledger.

use super::take_up;
use crate::files::{act, body, open};
use chrono::Duration;
use daftar_application::ledger::verify_when_asked;
use daftar_domain::ledger::VerificationState;
use daftar_testing::{Persona, TestApp, on_both};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

async fn runs(app: &TestApp) -> Vec<Value> {
    let page = app
        .acting(Persona::Auditor)
        .get("/api/v1/ledger/verifications")
        .await
        .expect(200);
    page.json["items"].as_array().unwrap().clone()
}

async fn ask(app: &TestApp) -> Value {
    let reply = app
        .acting(Persona::Auditor)
        .post("/api/v1/ledger/verifications", &json!({}))
        .await;
    reply.expect(202).json["id"].clone()
}

async fn figure(app: &TestApp) -> String {
    let reply = app.anonymous().get("/metrics").await.expect(200);
    let text = String::from_utf8(reply.bytes).unwrap();
    let line = text
        .lines()
        .find(|line| line.starts_with("daftar_ledger_whole "))
        .unwrap();
    line.trim_start_matches("daftar_ledger_whole ").to_owned()
}

on_both! {
    async fn an_auditor_asks_a_worker_checks_and_the_auditor_sees_it(app: TestApp) {
        let file = open(&app).await;
        let note = json!({"kind": "note", "body": body(&["Submitted."])});
        act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200);
        let entries = take_up(&app).await;
        assert_eq!(figure(&app).await, "-1");
        let id = ask(&app).await;
        assert_eq!(ask(&app).await, id, "while one has not ended there is no other");
        let waiting = runs(&app).await;
        assert_eq!(waiting.len(), 1);
        assert_eq!((&waiting[0]["state"], &waiting[0]["checked"]), (&json!("waiting"), &Value::Null));
        assert_eq!(waiting[0]["asked_by"]["id"], json!(app.people.of(Persona::Auditor).person));

        assert_eq!(verify_when_asked(&app.office, None).await.unwrap(), Some(VerificationState::Whole));
        assert_eq!(verify_when_asked(&app.office, None).await.unwrap(), None, "nobody has asked again");
        let done = runs(&app).await.remove(0);
        assert_eq!((&done["id"], &done["state"]), (&id, &json!("whole")));
        assert_eq!(done["checked"]["notes"], 1);
        assert_eq!(done["checked"]["entries"], json!(done["total"]));
        assert!(done["total"].as_u64().unwrap() >= u64::try_from(entries).unwrap());
        assert!(done["finished_at"].is_string());
        assert_eq!(figure(&app).await, "1");

        for persona in [Persona::SectionOfficer, Persona::Administrator] {
            let refused = app.acting(persona).post("/api/v1/ledger/verifications", &json!({})).await.expect(403);
            assert_eq!(refused.code(), "role-missing");
            app.acting(persona).get("/api/v1/ledger/verifications").await.expect(403);
        }
    }

    async fn what_is_wrong_is_named_to_the_auditor_and_to_whoever_watches(app: TestApp) {
        let file = open(&app).await;
        let note = json!({"kind": "note", "body": body(&["Submitted."])});
        act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200);
        take_up(&app).await;
        crate::files::signing::unguard(&app).await;
        let spoil = "UPDATE notes SET content = replace(content, 'Submitted.', 'Refused.')";
        app.database.raw.execute_unprepared(spoil).await.unwrap();
        ask(&app).await;
        assert_eq!(verify_when_asked(&app.office, None).await.unwrap(), Some(VerificationState::Wrong));
        let done = runs(&app).await.remove(0);
        assert_eq!((&done["state"], &done["checked"]), (&json!("wrong"), &Value::Null));
        assert!(done["place"].as_str().unwrap().starts_with("note "), "{done}");
        assert!(done["problem"].is_string());
        assert_eq!(figure(&app).await, "0");
    }

    async fn the_office_checks_itself_once_in_a_while(app: TestApp) {
        // Acts that wait for the first places are no sign of anything.
        open(&app).await;
        let day = Some(Duration::hours(24));
        assert_eq!(verify_when_asked(&app.office, day).await.unwrap(), Some(VerificationState::Whole));
        assert_eq!(verify_when_asked(&app.office, day).await.unwrap(), None);
        app.clock.advance(Duration::hours(24));
        assert_eq!(verify_when_asked(&app.office, day).await.unwrap(), Some(VerificationState::Whole));
        let done = runs(&app).await;
        assert_eq!(done.len(), 2);
        assert!(done.iter().all(|run| run["asked_by"] == Value::Null));
    }

    async fn a_run_that_its_worker_left_is_begun_anew_by_another(app: TestApp) {
        let id = ask(&app).await;
        let now = "2026-03-02T06:00:00Z";
        let taken = |until: &str| format!(
            "UPDATE ledger_verifications SET started_at = '{now}', locked_until = '{until}', done = 7"
        );
        app.database.raw.execute_unprepared(&taken("2199-01-01 00:00:00+00:00")).await.unwrap();
        assert_eq!(verify_when_asked(&app.office, None).await.unwrap(), None, "somebody is at it");
        assert_eq!(runs(&app).await[0]["state"], "running");
        app.database.raw.execute_unprepared(&taken("2001-01-01 00:00:00+00:00")).await.unwrap();
        assert_eq!(verify_when_asked(&app.office, None).await.unwrap(), Some(VerificationState::Whole));
        assert_eq!((&runs(&app).await[0]["id"], &runs(&app).await[0]["state"]), (&id, &json!("whole")));
    }
}
