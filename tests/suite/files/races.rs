use super::{act, at, body, desk, open, read, to};
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn two_forwards_at_once_one_wins(app: TestApp) {
        let file = open(&app).await;
        let first = at(&app, Persona::SectionOfficer, &file).await;
        let second = first.clone();
        let path = format!("/api/v1/files/{file}/movements");
        let (up, across) = (to(&app, Persona::DeputySecretary), to(&app, Persona::LawOfficer));
        let (a, b) = tokio::join!(first.post(&path, &up), second.post(&path, &across));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412]);
        let late = if a.status == 412 { &a } else { &b };
        assert_eq!(late.code(), "stale");
        let waiting = desk(&app, Persona::DeputySecretary, "").await["counts"]["all"].as_i64().unwrap()
            + desk(&app, Persona::LawOfficer, "").await["counts"]["all"].as_i64().unwrap();
        assert_eq!(waiting, 1, "exactly one post has custody");
    }

    async fn a_pull_back_and_an_opening_at_once_one_wins(app: TestApp) {
        let file = open(&app).await;
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        let sender = at(&app, Persona::SectionOfficer, &file).await;
        let receiver = at(&app, Persona::DeputySecretary, &file).await;
        let (pull, open) = (format!("/api/v1/files/{file}/pull-back"), format!("/api/v1/files/{file}/opening"));
        let nothing = json!({});
        let (pulled, opened) = tokio::join!(sender.post(&pull, &nothing), receiver.post(&open, &nothing));
        match (pulled.status, opened.status) {
            // The receiver had not seen it before: for him it is gone.
            (200, 404 | 412) | (412, 200) => {}
            other => panic!("{other:?}"),
        }
    }

    async fn a_post_is_not_abolished_while_something_is_sent_to_it(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let head = crate::files::head(&app).await;
        for n in 0..8 {
            let unit = app.people.unit("BUD").to_string();
            let made = crate::organisation::add_post(&app, &unit, &format!("SO-GONE-{n}")).await.expect(201);
            let abolition = format!("/api/v1/posts/{}/abolition", made.id());
            let admin = admin.if_match(&made.etag());
            let nothing = json!({});
            let abolished = if n % 2 == 0 {
                let new = crate::files::new_file(&head);
                let file = app.acting(Persona::SectionOfficer).post("/api/v1/files", &new).await.expect(201).id();
                let sender = at(&app, Persona::SectionOfficer, &file).await;
                let (path, to) = (format!("/api/v1/files/{file}/movements"), json!({"to_post_id": made.id(), "action": "for_orders"}));
                let (sent, abolished) = tokio::join!(sender.post(&path, &to), admin.post(&abolition, &nothing));
                assert_eq!(sent.status == 200, abolished.status != 200, "{sent:?} {abolished:?}");
                abolished
            } else {
                let clerk = app.acting(Persona::Clerk);
                let receipt = clerk.post("/api/v1/receipts", &crate::correspondence::entry("Sent")).await.expect(201);
                let path = format!("/api/v1/receipts/{}/markings", receipt.id());
                let to = json!({"to_post_id": made.id(), "action": "necessary_action"});
                let clerk = clerk.if_match(&receipt.etag());
                let (sent, abolished) = tokio::join!(clerk.post(&path, &to), admin.post(&abolition, &nothing));
                assert_eq!(sent.status == 200, abolished.status != 200, "{sent:?} {abolished:?}");
                abolished
            };
            assert!(matches!(abolished.status, 200 | 409), "{abolished:?}");
        }
    }

    async fn a_pull_back_before_the_receiver_looks(app: TestApp) {
        let file = open(&app).await;
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::LawOfficer)).await.expect(200);
        assert!(read(&app, Persona::SectionOfficer, &file).await["can"].as_array().unwrap().contains(&json!("pull_back")));
        let _ = act(&app, Persona::SectionOfficer, &file, "pull-back", json!({})).await.expect(200);
        assert_eq!(app.acting(Persona::LawOfficer).get(&format!("/api/v1/files/{file}")).await.status, 404);
        assert_eq!(desk(&app, Persona::LawOfficer, "").await["counts"]["all"], 0);
        assert_eq!(desk(&app, Persona::SectionOfficer, "").await["counts"]["all"], 1);

        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::LawOfficer)).await.expect(200);
        // Nothing is read before it is opened, so that "pulled back unread" is the truth.
        let receiver = app.acting(Persona::LawOfficer);
        for part in ["notes", "papers", "timeline"] {
            let refused = receiver.get(&format!("/api/v1/files/{file}/{part}")).await.expect(403);
            assert_eq!(refused.code(), "file-not-opened");
        }
        let _ = act(&app, Persona::LawOfficer, &file, "opening", json!({})).await.expect(200);
        receiver.get(&format!("/api/v1/files/{file}/notes")).await.expect(200);
        let late = act(&app, Persona::SectionOfficer, &file, "pull-back", json!({})).await;
        assert_eq!((late.status, late.code()), (409, "file-already-opened"));
    }

    async fn versions_are_asked_for_and_compared(app: TestApp) {
        let file = open(&app).await;
        let path = format!("/api/v1/files/{file}/movements");
        let bare = app.acting(Persona::SectionOfficer).post(&path, &to(&app, Persona::Secretary)).await;
        assert_eq!((bare.status, bare.code()), (428, "if-match-required"));
        let stale = app.acting(Persona::SectionOfficer).if_match("\"7\"").post(&path, &to(&app, Persona::Secretary)).await;
        assert_eq!((stale.status, stale.code()), (412, "stale"));
        let odd = app.acting(Persona::SectionOfficer).if_match("seven").post(&path, &to(&app, Persona::Secretary)).await;
        assert_eq!((odd.status, odd.code()), (400, "if-match-invalid"));
    }

    async fn a_repeated_request_signs_once(app: TestApp) {
        let file = open(&app).await;
        let client = at(&app, Persona::SectionOfficer, &file).await.with("Idempotency-Key", "once");
        let path = format!("/api/v1/files/{file}/notes");
        let note = json!({"kind": "note", "body": body(&["Put up."])});
        let first = client.post(&path, &note).await.expect(200);
        let again = client.post(&path, &note).await.expect(200);
        assert_eq!(first.json, again.json);
        let other = client.post(&path, &json!({"kind": "agreement"})).await;
        assert_eq!((other.status, other.code()), (422, "idempotency-mismatch"));
        assert_eq!(read(&app, Persona::SectionOfficer, &file).await["last_paragraph"], 1);
    }
}
