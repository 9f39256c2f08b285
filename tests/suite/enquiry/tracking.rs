use super::{SO, content, from, issued, track};
use crate::correspondence::{entry_with, to};
use crate::files::{act as on_file, open};
use chrono::Duration;
use daftar_testing::{Persona, TestApp, on_both};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

/// Number and code of a paper, as the registry reads them.
async fn acknowledged(app: &TestApp, id: &str) -> (String, String) {
    let paper = app
        .acting(Persona::Clerk)
        .get(&format!("/api/v1/receipts/{id}"))
        .await
        .expect(200)
        .json;
    let word = |name: &str| paper[name].as_str().unwrap().to_owned();
    (word("diary_number"), word("tracking_code"))
}

/// An act on a paper at its present version.
async fn act(app: &TestApp, who: Persona, id: &str, what: &str, body: Value) {
    let path = format!("/api/v1/receipts/{id}");
    let client = app.acting(who);
    let etag = client.get(&path).await.expect(200).etag();
    let _ = client
        .if_match(&etag)
        .post(&format!("{path}/{what}"), &body)
        .await
        .expect(200);
}

on_both! {
    async fn a_sender_follows_his_paper_to_the_answer(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let made = clerk.post("/api/v1/receipts", &entry_with(&json!({}))).await.expect(201);
        let id = made.id();
        let (number, code) = acknowledged(&app, &id).await;
        assert!(!made.json.to_string().contains(&code), "only who reads the paper reads the code");
        let asked = || async { track(&app.anonymous(), &number, &code).await.expect(200).json };
        let registry = json!({"en": "Registry, Finance", "ur": "رجسٹری، محکمہ خزانہ"});
        assert_eq!(asked().await, json!({
            "number": number, "received_on": "2026-03-02", "state": "under_consideration", "answered_on": null, "unit": registry,
        }));
        act(&app, Persona::Clerk, &id, "markings", to(&app, SO)).await;
        let section = json!({"en": "Budget Section", "ur": "بجٹ سیکشن"});
        assert_eq!(asked().await["unit"], section);
        act(&app, SO, &id, "acceptance", json!({})).await;
        let file = open(&app).await;
        act(&app, SO, &id, "filing", json!({"file_id": file})).await;
        assert_eq!((&asked().await["unit"], &asked().await["state"]), (&section, &json!("under_consideration")));
        app.clock.advance(Duration::days(3));
        let answer = content(&app, &json!({"in_reply_to": id}));
        let _ = issued(&app, &file, &answer).await;
        assert_eq!(asked().await, json!({
            "number": number, "received_on": "2026-03-02", "state": "answered", "answered_on": "2026-03-05", "unit": null,
        }));
        // The ledger, which others read, does not have the code.
        let entries = app.acting(Persona::Auditor).get("/api/v1/ledger/entries").await.expect(200);
        assert!(!String::from_utf8(entries.bytes).unwrap().contains(&code));
    }

    async fn a_paper_that_needs_no_answer_is_closed(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let id = clerk.post("/api/v1/receipts", &entry_with(&json!({}))).await.expect(201).id();
        let (number, code) = acknowledged(&app, &id).await;
        act(&app, Persona::Clerk, &id, "disposal", json!({"reason": "duplicate"})).await;
        let told = track(&app.anonymous(), &number, &code).await.expect(200).json;
        assert_eq!((&told["state"], &told["unit"]), (&json!("closed"), &Value::Null));
        assert!(!told.to_string().contains("duplicate"));
        act(&app, Persona::Clerk, &id, "reopening", json!({"reason": "A mistake"})).await;
        act(&app, Persona::Clerk, &id, "markings", to(&app, SO)).await;
        act(&app, SO, &id, "acceptance", json!({})).await;
        let file = open(&app).await;
        act(&app, SO, &id, "filing", json!({"file_id": file})).await;
        let _ = on_file(&app, SO, &file, "closure", json!({})).await.expect(200);
        assert_eq!(track(&app.anonymous(), &number, &code).await.expect(200).json["state"], "closed");
    }

    async fn who_has_a_paper_that_is_held_closely_is_not_told(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let body = entry_with(&json!({"classification": "confidential"}));
        let id = clerk.post("/api/v1/receipts", &body).await.expect(201).id();
        let (number, code) = acknowledged(&app, &id).await;
        act(&app, Persona::Clerk, &id, "markings", to(&app, SO)).await;
        let told = track(&app.anonymous(), &number, &code).await.expect(200).json;
        assert_eq!((&told["state"], &told["unit"]), (&json!("under_consideration"), &Value::Null));
        assert!(!told.to_string().contains("confidential"));
    }

    async fn a_paper_without_a_code_is_not_followed(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let id = clerk.post("/api/v1/receipts", &entry_with(&json!({}))).await.expect(201).id();
        let other = clerk.post("/api/v1/receipts", &entry_with(&json!({}))).await.expect(201).id();
        let (number, code) = acknowledged(&app, &id).await;
        let (_, of_other) = acknowledged(&app, &other).await;
        assert_ne!(code, of_other);
        let client = from(&app, "192.0.2.9");
        let _ = track(&client, &number, &of_other).await.expect(404);
        app.database.raw.execute_unprepared("UPDATE receipts SET tracking_code = NULL").await.unwrap();
        let paper = clerk.get(&format!("/api/v1/receipts/{id}")).await.expect(200).json;
        assert_eq!(paper["tracking_code"], Value::Null);
        for typed in [code.as_str(), "", "00000-00000"] {
            let refused = track(&client, &number, typed).await;
            assert!(refused.status == 404 || (typed.is_empty() && refused.status == 422), "{typed}");
        }
        // Whoever may not see the paper has no code from the office.
        assert_eq!(app.acting(Persona::LawClerk).get(&format!("/api/v1/receipts/{id}")).await.status, 404);
    }
}
