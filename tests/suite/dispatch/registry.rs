use super::{SO, issued, listed, on_dispatch, outside, to_post, told, work_off};
use crate::correspondence::{pdf, upload};
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

const CLERK: Persona = Persona::Clerk;

/// The present state of a dispatch.
async fn now(app: &TestApp, of: &Value) -> Value {
    let path = format!("/api/v1/dispatches/{}", of["id"].as_str().unwrap());
    app.acting(CLERK).get(&path).await.expect(200).json
}

fn by(channel: &str, on: &str) -> Value {
    json!({"channel": channel, "carrier": "Pakistan Post", "reference": "RGL-1", "on": on})
}

on_both! {
    async fn what_goes_outside_leaves_comes_back_and_leaves_again(app: TestApp) {
        let (file, _) = issued(&app, &json!({"form": "letter", "addressees": [outside("The Accountant General")]})).await;
        let list = listed(&app, CLERK, "state=waiting&channel=post&from=2026-03-02&until=2026-03-02&text=accountant").await;
        assert_eq!((list.len(), &list[0]["can"], &list[0]["subject"]), (1, &json!(["dispatch"]), &json!("Release of funds")));
        let first = &list[0];
        for (body, code) in [
            (by("email", "2026-03-02"), "dispatch-channel"),
            (by("inside", "2026-03-02"), "dispatch-channel"),
            (by("post", "2026-03-03"), "dispatch-day-in-future"),
            (by("post", "2026-03-01"), "dispatch-day-too-early"),
        ] {
            let refused = on_dispatch(&app, CLERK, first, "dispatching", body).await.expect(422);
            assert_eq!(refused.json["errors"][0]["code"], code);
        }
        let early = on_dispatch(&app, CLERK, first, "acknowledgement", json!({"on": "2026-03-02"})).await;
        assert_eq!((early.status, early.code()), (409, "dispatch-not-on-its-way"));
        let inside = on_dispatch(&app, CLERK, first, "retry", json!({})).await;
        assert_eq!((inside.status, inside.code()), (409, "dispatch-outside"));

        let path = format!("/api/v1/dispatches/{}/dispatching", first["id"].as_str().unwrap());
        assert_eq!(app.acting(CLERK).post(&path, &by("post", "2026-03-02")).await.status, 428);
        let client = app.acting(CLERK).if_match("\"1\"").with("Idempotency-Key", "once");
        let sent = client.post(&path, &by("post", "2026-03-02")).await.expect(200);
        let again = client.post(&path, &by("post", "2026-03-02")).await.expect(200);
        assert_eq!(sent.json, again.json);
        let stale = on_dispatch(&app, CLERK, first, "dispatching", by("post", "2026-03-02")).await;
        assert_eq!(stale.status, 412);
        let shown = now(&app, first).await;
        assert_eq!((&shown["state"], &shown["reference"], &shown["can"]), (&json!("dispatched"), &json!("RGL-1"), &json!(["acknowledge", "return"])));
        let twice = on_dispatch(&app, CLERK, &shown, "dispatching", by("post", "2026-03-02")).await;
        assert_eq!((twice.status, twice.code()), (409, "dispatch-on-its-way"));

        let nameless = on_dispatch(&app, CLERK, &shown, "return", json!({"on": "2026-03-02", "reason": " "})).await;
        assert_eq!(nameless.status, 422);
        let _ = on_dispatch(&app, CLERK, &shown, "return", json!({"on": "2026-03-02", "reason": "Gone away"})).await.expect(200);
        let back = now(&app, first).await;
        assert_eq!((&back["state"], &back["return_reason"], &back["can"]), (&json!("returned"), &json!("Gone away"), &json!(["dispatch"])));
        let _ = on_dispatch(&app, CLERK, &back, "dispatching", by("hand", "2026-03-02")).await.expect(200);
        let shown = now(&app, first).await;
        assert_eq!((&shown["channel"], &shown["return_reason"]), (&json!("hand"), &Value::Null));
        let _ = on_dispatch(&app, CLERK, &shown, "acknowledgement", json!({"on": "2026-03-02", "by_whom": "Yousaf"})).await.expect(200);
        let shown = now(&app, first).await;
        assert_eq!((&shown["state"], &shown["acknowledged_by"], &shown["can"]), (&json!("acknowledged"), &json!("Yousaf"), &json!([])));
        let all = ["letter_addressed", "letter_dispatched", "letter_returned", "letter_dispatched", "letter_acknowledged"];
        assert_eq!(told(&app, &file).await, all);
        let entries = format!("/api/v1/ledger/entries?subject_id={file}&kind=letter_acknowledged");
        let entry = app.acting(Persona::Auditor).get(&entries).await.expect(200).json["items"][0].clone();
        assert!(!entry["body"].to_string().contains("Yousaf"), "names are committed to, and not told");
    }

    async fn the_registry_gets_what_belongs_into_the_envelope_and_nobody_else_does(app: TestApp) {
        let enclosure = upload(&app, SO, "list.pdf", pdf("list")).await.expect(201).id();
        let changes = json!({
            "form": "letter", "addressees": [outside("The Accountant General")],
            "enclosures": [{"title": "List", "document": enclosure}],
        });
        let (_, id) = issued(&app, &changes).await;
        let one = listed(&app, CLERK, "").await.remove(0);
        let path = format!("/api/v1/dispatches/{}", one["id"].as_str().unwrap());
        let shown = app.acting(CLERK).get(&path).await.expect(200).json;
        assert_eq!(shown["documents"], json!([{"number": 1, "title": "Release of funds"}, {"number": 2, "title": "List"}]));
        let letter = app.acting(CLERK).get(&format!("{path}/documents/1")).await.expect(200);
        assert!(letter.bytes.starts_with(b"%PDF"));
        assert_eq!(app.acting(CLERK).get(&format!("{path}/documents/2")).await.expect(200).bytes, pdf("list"));
        assert_eq!(app.acting(CLERK).get(&format!("{path}/documents/3")).await.status, 404);
        for (who, status) in [(SO, 404), (Persona::LawClerk, 404), (Persona::Administrator, 404), (Persona::Auditor, 404)] {
            assert_eq!(app.acting(who).get(&path).await.status, status, "{who:?}");
            assert_eq!(app.acting(who).get(&format!("{path}/documents/1")).await.status, status, "{who:?}");
            let refused = on_dispatch(&app, who, &one, "dispatching", by("post", "2026-03-02")).await;
            assert_eq!(refused.status, status, "{who:?}");
        }
        assert!(listed(&app, Persona::LawClerk, "").await.is_empty());
        assert_eq!(app.acting(SO).get("/api/v1/dispatches").await.status, 403);
        let of_letter = format!("/api/v1/communications/{id}/dispatches");
        assert_eq!(app.acting(Persona::LawOfficer).get(&of_letter).await.status, 404);
    }

    async fn lists_are_paged_and_inside_ones_are_the_systems(app: TestApp) {
        let addressees: Vec<Value> = (0..5).map(|number| outside(&format!("Office {number}"))).collect();
        let _ = issued(&app, &json!({"addressees": [to_post(&app, Persona::LawOfficer)], "copies": addressees})).await;
        work_off(&app).await;
        let (mut cursor, mut seen) = (String::new(), Vec::new());
        loop {
            let page = app.acting(CLERK).get(&format!("/api/v1/dispatches?limit=2{cursor}")).await.expect(200).json;
            seen.extend(page["items"].as_array().unwrap().iter().map(|line| line["id"].clone()));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        let distinct: std::collections::HashSet<_> = seen.iter().map(ToString::to_string).collect();
        assert_eq!((seen.len(), distinct.len()), (6, 6));
        let inside = listed(&app, CLERK, "channel=inside").await.remove(0);
        let refused = on_dispatch(&app, CLERK, &inside, "dispatching", by("post", "2026-03-02")).await;
        assert_eq!((refused.status, refused.code()), (409, "dispatch-inside"));
    }
}
