use super::{LAW, SO, issued_on, listed, memorandum, only_receipt, outside, sealed_file, step, to_post, work_off};
use crate::files::{head, new_file, open};
use chrono::Duration;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

/// What somebody finds in the issue register.
async fn found(app: &TestApp, who: Persona, query: &str) -> Vec<Value> {
    let page = app
        .acting(who)
        .get(&format!("/api/v1/issues?{query}"))
        .await
        .expect(200)
        .json;
    page["items"].as_array().unwrap().clone()
}

on_both! {
    async fn the_register_finds_what_was_issued(app: TestApp) {
        let file = open(&app).await;
        let first = json!({"addressees": [to_post(&app, LAW)], "reply_due_on": "2026-03-10"});
        let _ = issued_on(&app, &file, &memorandum(&app, &first)).await;
        app.clock.advance(Duration::days(1));
        let second = json!({"form": "letter", "addressees": [outside("The Accountant General")], "subject": {"en": "=Arrears"}});
        let second = issued_on(&app, &file, &memorandum(&app, &second)).await;
        work_off(&app).await;

        let all = found(&app, SO, "").await;
        assert_eq!(all.len(), 2);
        assert_eq!((&all[0]["communication_id"], &all[0]["form"], &all[0]["issued_on"]), (&json!(second), &json!("letter"), &json!("2026-03-03")));
        assert_eq!((&all[0]["reply"], &all[1]["reply"]), (&Value::Null, &json!("awaited")));
        assert_eq!((&all[1]["addressees"][0]["state"], &all[1]["unit"]["code"]), (&json!("delivered"), &json!("BUD")));
        assert_eq!(all[1]["signed_by"]["id"], json!(app.people.of(SO).post));
        for (query, count) in [
            ("from=2026-03-03", 1), ("until=2026-03-02", 1), ("form=letter", 1), ("state=delivered", 1), ("state=failed", 0),
            ("text=arrears", 1), ("text=ACCOUNTANT", 1), ("text=release", 1), ("awaiting_reply=any", 1),
            ("awaiting_reply=overdue", 0), ("text=%25", 0),
        ] {
            assert_eq!(found(&app, SO, query).await.len(), count, "{query}");
        }
        let unit = app.people.unit("BUD");
        assert_eq!(found(&app, SO, &format!("unit={unit}")).await.len(), 2);
        assert_eq!(found(&app, Persona::Clerk, &format!("unit={unit}")).await.len(), 2, "its registry serves it");
        assert!(found(&app, LAW, &format!("unit={unit}")).await.is_empty());
        assert!(found(&app, Persona::LawClerk, "").await.is_empty());
        assert_eq!(app.acting(Persona::Auditor).get("/api/v1/issues").await.status, 403);

        let page = app.acting(SO).get("/api/v1/issues?limit=1").await.expect(200).json;
        let next = format!("limit=1&cursor={}", page["next_cursor"].as_str().unwrap());
        assert_eq!(found(&app, SO, &next).await[0]["id"], all[1]["id"]);
        assert_eq!(app.acting(SO).get("/api/v1/issues?cursor=nonsense").await.status, 400);

        app.clock.advance(Duration::days(10));
        assert_eq!(found(&app, SO, "awaiting_reply=overdue").await[0]["reply"], "overdue");
        let sheet = app.acting(SO).get("/api/v1/issues/register.csv").await.expect(200);
        let text = String::from_utf8(sheet.bytes).unwrap();
        assert!(text.starts_with("\u{FEFF}number,issued_on,"), "{text}");
        assert!(text.contains(",'=Arrears,") && text.contains("overdue"), "{text}");
        assert_eq!(text.lines().count(), 3);
    }

    async fn what_is_closely_held_has_no_subject_for_others(app: TestApp) {
        let file = sealed_file(&app).await;
        let changes = json!({"classification": "confidential", "addressees": [outside("The Accountant General")], "form": "letter"});
        let _ = issued_on(&app, &file, &memorandum(&app, &changes)).await;
        let own = found(&app, SO, "text=release").await;
        assert_eq!((own.len(), &own[0]["subject"]), (1, &json!("Release of funds")));
        let clerk = found(&app, Persona::Clerk, "").await;
        assert_eq!((clerk.len(), &clerk[0]["subject"], &clerk[0]["communication_id"]), (1, &Value::Null, &Value::Null));
        assert!(found(&app, Persona::Clerk, "text=release").await.is_empty());
        assert_eq!(found(&app, Persona::Clerk, "text=accountant").await.len(), 1);
        let sheet = app.acting(Persona::Clerk).get("/api/v1/issues/register.csv").await.expect(200);
        assert!(!String::from_utf8(sheet.bytes).unwrap().contains("Release"));
    }

    async fn nobody_finds_the_case_about_himself_in_the_register(app: TestApp) {
        let mut file = new_file(&head(&app).await);
        file["concerns_person_id"] = json!(app.people.of(Persona::Clerk).person);
        let file = app.acting(SO).post("/api/v1/files", &file).await.expect(201).id();
        let changes = json!({"addressees": [to_post(&app, LAW)], "copies": [outside("The Accountant General")]});
        let _ = issued_on(&app, &file, &memorandum(&app, &changes)).await;
        work_off(&app).await;
        assert_eq!(found(&app, SO, "").await.len(), 1);
        assert!(found(&app, Persona::Clerk, "").await.is_empty());
        assert!(listed(&app, Persona::Clerk, "").await.is_empty());
        let got = only_receipt(&app, LAW).await;
        let _ = step(&app, LAW, &got, "acceptance", json!({})).await.expect(200);
    }
}
