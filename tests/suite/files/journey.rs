use super::{act, body, desk, open, read, to};
use chrono::Duration;
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    /// Section officer → deputy secretary → secretary → back, noting, agreeing, returning; closed and reopened.
    async fn a_file_over_four_desks(app: TestApp) {
        let file = open(&app).await;
        let note = json!({"kind": "note", "body": body(&["PUC is a request.", "Submitted for orders."]),
            "then": to(&app, Persona::DeputySecretary)});
        let signed = act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200);
        assert_eq!(signed.json["paragraphs"], json!({"first": 1, "last": 2}));
        assert_eq!(signed.json["entry"].as_str().unwrap().len(), 64);

        let waiting = desk(&app, Persona::DeputySecretary, "").await;
        assert_eq!(waiting["items"][0]["subject_id"], json!(file));
        assert_eq!((&waiting["items"][0]["action"], &waiting["items"][0]["unread"]), (&json!("for_orders"), &json!(true)));
        assert_eq!(waiting["counts"], json!({"all": 1, "overdue": 0, "today": 0, "unread": 1}));
        assert_eq!(desk(&app, Persona::SectionOfficer, "").await["counts"]["all"], 0);

        app.clock.advance(Duration::hours(3));
        let _ = act(&app, Persona::DeputySecretary, &file, "opening", json!({})).await.expect(200);
        let agreement = json!({"kind": "agreement", "then": to(&app, Persona::Secretary)});
        let agreed = act(&app, Persona::DeputySecretary, &file, "notes", agreement).await.expect(200);
        assert_eq!(agreed.json["paragraphs"], json!({"first": 3, "last": 3}));

        app.clock.advance(Duration::hours(5));
        let order = json!({"kind": "note", "body": body(&["Approved."]), "then": to(&app, Persona::OtherSectionOfficer)});
        let _ = act(&app, Persona::Secretary, &file, "notes", order).await.expect(200);
        let back = json!({"reason": "not_concerned", "remark": "Concerns Budget"});
        let _ = act(&app, Persona::OtherSectionOfficer, &file, "return", back).await.expect(200);
        let _ = act(&app, Persona::Secretary, &file, "movements", to(&app, Persona::SectionOfficer)).await.expect(200);
        let _ = act(&app, Persona::SectionOfficer, &file, "closure", json!({})).await.expect(200);
        let seen = read(&app, Persona::SectionOfficer, &file).await;
        assert_eq!((&seen["state"], &seen["holder"], &seen["last_paragraph"]), (&json!("closed"), &json!(null), &json!(4)));
        assert_eq!(seen["can"], json!(["reopen"]));
        let _ = act(&app, Persona::SectionOfficer, &file, "reopening", json!({"reason": "Audit objection"})).await.expect(200);

        let path = format!("/api/v1/files/{file}/movements");
        let history = app.acting(Persona::DeputySecretary).get(&path).await.expect(200).json;
        let kinds: Vec<&str> = history["items"].as_array().unwrap().iter().map(|step| step["kind"].as_str().unwrap()).collect();
        assert_eq!(
            kinds,
            ["opened", "forwarded", "forwarded", "forwarded", "returned", "forwarded", "closed", "reopened"]
        );
        assert_eq!(history["items"][1]["held_seconds"], 3 * 3600);
        assert_eq!(history["items"][2]["held_seconds"], 5 * 3600);
        assert_eq!(history["items"][4]["reason"], "not_concerned");
        assert_eq!(history["items"][7]["held_seconds"], json!(null));
        let ordinals: Vec<i64> = history["items"].as_array().unwrap().iter().map(|step| step["ordinal"].as_i64().unwrap()).collect();
        assert_eq!(ordinals, (1..=8).collect::<Vec<_>>());
    }

    async fn the_channel_goes_up_the_line_then_back_then_down(app: TestApp) {
        let file = open(&app).await;
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::LawOfficer)).await.expect(200);
        let _ = act(&app, Persona::LawOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        let path = format!("/api/v1/files/{file}/channel");
        let offered = app.acting(Persona::DeputySecretary).get(&path).await.expect(200).json;
        let offers: Vec<(String, String)> = offered["items"].as_array().unwrap().iter().map(|offer| {
            (offer["post"]["id"].as_str().unwrap().to_owned(), offer["why"].as_str().unwrap().to_owned())
        }).collect();
        let post = |who| app.people.of(who).post.to_string();
        assert_eq!(offers[0], (post(Persona::Secretary), "superior".to_owned()));
        assert_eq!(offers[1], (post(Persona::LawOfficer), "last_sender".to_owned()));
        assert!(offers[2..].contains(&(post(Persona::SectionOfficer), "subordinate".to_owned())));
        assert!(!offers.iter().any(|(offered, _)| *offered == post(Persona::DeputySecretary)));
    }

    async fn lists_show_the_section_what_was_sent_and_what_was_seen(app: TestApp) {
        let file = open(&app).await;
        let list = async |who: Persona, query: &str| {
            let page = app.acting(who).get(&format!("/api/v1/files{query}")).await.expect(200).json;
            page["items"].as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(list(Persona::SectionOfficer, "").await, [file.as_str()]);
        assert!(list(Persona::SectionOfficer, "?scope=sent").await.is_empty());
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::Secretary)).await.expect(200);
        assert_eq!(list(Persona::SectionOfficer, "?scope=sent").await, [file.as_str()]);
        assert_eq!(list(Persona::Secretary, "?scope=seen").await, [file.as_str()]);
        assert!(list(Persona::Secretary, "?scope=section").await.is_empty());
        assert_eq!(list(Persona::SectionOfficer, "?query=FUNDS%20release").await, [file.as_str()]);
        assert!(list(Persona::SectionOfficer, "?query=100%25").await.is_empty());
        let similar = app.acting(Persona::SectionOfficer).get("/api/v1/files/similar?subject=Funds%20to%20release").await;
        assert_eq!(similar.expect(200).json["items"][0]["id"], json!(file));
        let strange = app.acting(Persona::SectionOfficer).get("/api/v1/files?sort=up").await;
        assert_eq!((strange.status, strange.code()), (400, "query-invalid"));
    }

    async fn pages_of_a_list_continue_where_they_ended(app: TestApp) {
        let head = crate::files::head(&app).await;
        let officer = app.acting(Persona::SectionOfficer);
        for _ in 0..5 {
            app.clock.advance(Duration::minutes(1));
            let _ = officer.post("/api/v1/files", &crate::files::new_file(&head)).await.expect(201);
        }
        let mut seen = Vec::new();
        let mut address = "/api/v1/files?limit=2".to_owned();
        loop {
            let page = officer.get(&address).await.expect(200).json;
            seen.extend(page["items"].as_array().unwrap().iter().map(|line| line["number"].as_str().unwrap().to_owned()));
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            address = format!("/api/v1/files?limit=2&cursor={cursor}");
        }
        assert_eq!(seen, ["5", "4", "3", "2", "1"].map(|n| format!("F.8-{n}/2026-BUD")));
        let wrong = officer.get("/api/v1/files?cursor=nonsense").await;
        assert_eq!((wrong.status, wrong.code()), (400, "cursor-invalid"));
    }
}
