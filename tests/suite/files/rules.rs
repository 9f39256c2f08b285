use super::{act, body, desk, head, new_file, open, read, to};
use chrono::Duration;
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn nobody_gets_his_own_case(app: TestApp) {
        let head = head(&app).await;
        let mut about = new_file(&head);
        about["concerns_person_id"] = json!(app.people.of(Persona::DeputySecretary).person);
        let officer = app.acting(Persona::SectionOfficer);
        let file = officer.post("/api/v1/files", &about).await.expect(201).id();
        let refused = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await;
        assert_eq!((refused.status, refused.code()), (422, "target-own-case"));
        assert_eq!(refused.json["errors"][0]["pointer"], "/to_post_id");
        let channel = officer.get(&format!("/api/v1/files/{file}/channel")).await.expect(200).json;
        let concerned = app.people.of(Persona::DeputySecretary).post.to_string();
        assert!(!channel["items"].as_array().unwrap().iter().any(|offer| offer["post"]["id"] == json!(concerned)));
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::Secretary)).await.expect(200);
        about["concerns_person_id"] = json!(app.people.of(Persona::SectionOfficer).person);
        let own = officer.post("/api/v1/files", &about).await;
        assert_eq!((own.status, own.code()), (422, "opener-own-case"));
    }

    async fn the_third_noting_officer_is_warned_about(app: TestApp) {
        let file = open(&app).await;
        let note = |to| json!({"kind": "note", "body": body(&["Examined."]), "then": to});
        for (who, next, warnings) in [
            (Persona::SectionOfficer, Persona::LawOfficer, json!([])),
            (Persona::LawOfficer, Persona::DeputySecretary, json!([])),
            (Persona::DeputySecretary, Persona::Secretary, json!(["many_noting_officers"])),
        ] {
            let signed = act(&app, who, &file, "notes", note(to(&app, next))).await.expect(200);
            assert_eq!(signed.json["warnings"], warnings, "{who:?}");
        }
        assert_eq!(read(&app, Persona::Secretary, &file).await["warnings"], json!(["many_noting_officers"]));
    }

    async fn a_parked_file_is_away_until_its_day_and_then_back(app: TestApp) {
        let file = open(&app).await;
        let past = act(&app, Persona::SectionOfficer, &file, "parking", json!({"until": "2026-03-02"})).await;
        assert_eq!((past.status, past.code()), (422, "park-date-past"));
        let _ = act(&app, Persona::SectionOfficer, &file, "parking", json!({"until": "2026-03-10", "remark": "Awaiting figures"}))
            .await
            .expect(200);
        assert_eq!(desk(&app, Persona::SectionOfficer, "").await["counts"]["all"], 0);
        let parked = app.acting(Persona::SectionOfficer).get("/api/v1/files?scope=parked").await.expect(200).json;
        assert_eq!((&parked["items"][0]["id"], &parked["items"][0]["parked_until"]), (&json!(file), &json!("2026-03-10")));
        let early = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::Secretary)).await;
        assert_eq!((early.status, early.code()), (409, "file-parked"));

        app.clock.advance(Duration::days(8));
        let waiting = desk(&app, Persona::SectionOfficer, "").await;
        assert_eq!((&waiting["items"][0]["brought_forward"], &waiting["counts"]["unread"]), (&json!(true), &json!(1)));
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::Secretary)).await.expect(200);
        let path = format!("/api/v1/files/{file}/movements");
        let history = app.acting(Persona::SectionOfficer).get(&path).await.expect(200).json;
        let kinds: Vec<_> = history["items"].as_array().unwrap().iter().map(|step| step["kind"].clone()).collect();
        assert_eq!(kinds, [json!("opened"), json!("parked"), json!("resumed"), json!("forwarded")]);
        assert_eq!((&history["items"][2]["by"], &history["items"][2]["at"]), (&json!(null), &json!("2026-03-09T19:00:00Z")));
    }

    async fn a_parked_file_is_resumed_by_hand(app: TestApp) {
        let file = open(&app).await;
        let _ = act(&app, Persona::SectionOfficer, &file, "parking", json!({"until": "2026-03-10"})).await.expect(200);
        let _ = act(&app, Persona::SectionOfficer, &file, "resumption", json!({})).await.expect(200);
        assert_eq!(desk(&app, Persona::SectionOfficer, "").await["items"][0]["brought_forward"], false);
        let again = act(&app, Persona::SectionOfficer, &file, "resumption", json!({})).await;
        assert_eq!((again.status, again.code()), (409, "file-not-parked"));
    }

    async fn ageing_turns_yellow_and_red_and_overdue(app: TestApp) {
        let file = open(&app).await;
        let colour = async || desk(&app, Persona::SectionOfficer, "").await["items"][0]["ageing"].clone();
        assert_eq!(colour().await, "green");
        app.clock.advance(Duration::hours(84));
        assert_eq!(colour().await, "yellow");
        app.clock.advance(Duration::hours(78));
        assert_eq!(colour().await, "red");
        assert_eq!(desk(&app, Persona::SectionOfficer, "?show=today").await["counts"]["today"], 1);
        app.clock.advance(Duration::hours(20));
        let late = desk(&app, Persona::SectionOfficer, "?show=overdue&kind=file&sort=arrival").await;
        assert_eq!((&late["items"][0]["subject_id"], &late["counts"]["overdue"]), (&json!(file), &json!(1)));
    }

    async fn reads_are_marked_in_bulk_and_only_on_the_own_desk(app: TestApp) {
        let file = open(&app).await;
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::Secretary)).await.expect(200);
        let item = desk(&app, Persona::Secretary, "?show=unread").await["items"][0]["id"].clone();
        let ids = json!({"ids": [item]});
        let _ = app.acting(Persona::LawOfficer).post("/api/v1/desk/reads", &ids).await.expect(204);
        assert_eq!(desk(&app, Persona::Secretary, "").await["counts"]["unread"], 1);
        let _ = app.acting(Persona::Secretary).post("/api/v1/desk/reads", &ids).await.expect(204);
        assert_eq!(desk(&app, Persona::Secretary, "").await["counts"]["unread"], 0);
    }

    async fn a_classification_is_only_raised_and_wrong_fields_are_named(app: TestApp) {
        let file = open(&app).await;
        let client = crate::files::at(&app, Persona::SectionOfficer, &file).await;
        let path = format!("/api/v1/files/{file}");
        let lowered = client.patch(&path, &json!({"classification": "unclassified"})).await;
        assert_eq!((lowered.status, lowered.code()), (422, "classification-lowered"));
        for (wrong, pointer) in [
            (json!({"subject": "x".repeat(10_000)}), "/subject"),
            (json!({"subject": "a\u{202E}b"}), "/subject"),
            (json!({"due_on": "20260-01-01"}), "/due_on"),
            (json!({"due_on": "2026-01-01"}), "/due_on"),
        ] {
            let refused = client.patch(&path, &wrong).await;
            assert_eq!((refused.status, &refused.json["errors"][0]["pointer"]), (422, &json!(pointer)), "{wrong}");
        }
        let _ = client.patch(&path, &json!({"classification": "secret", "priority": "immediate"})).await.expect(200);
        assert_eq!(read(&app, Persona::SectionOfficer, &file).await["classification"], "secret");
    }
}
