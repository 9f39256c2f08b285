//! The history of checkpoints: paged, and thinned within a minute.

use super::{bodies, check, known, many_acts, root, take_up};
use chrono::Duration;
use daftar_domain::ledger::TrustedKeys;
use daftar_domain::ledger::audit::read_checkpoint;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

/// The history, newest first, by pages of this length.
async fn history(app: &TestApp, limit: usize) -> Vec<Value> {
    let auditor = app.acting(Persona::Auditor);
    let mut found = Vec::new();
    let first = format!("/api/v1/ledger/checkpoints?limit={limit}");
    let mut address = first.clone();
    loop {
        let page = auditor.get(&address).await.expect(200).json;
        found.extend(page["items"].as_array().unwrap().iter().cloned());
        let Some(cursor) = page["next_cursor"].as_str() else {
            return found;
        };
        assert_eq!(page["items"].as_array().unwrap().len(), limit);
        address = format!("{first}&cursor={cursor}");
    }
}

/// The sizes of the history, newest first.
pub(super) async fn sizes(app: &TestApp) -> Vec<u64> {
    let history = history(app, 100).await;
    history.iter().map(|line| line["size"].as_u64().unwrap()).collect()
}

on_both! {
    async fn the_history_is_paged_and_every_line_of_it_is_true(app: TestApp) {
        for _ in 0..7 {
            app.clock.advance(Duration::minutes(1));
            many_acts(&app, 2).await;
            take_up(&app).await;
        }
        let bodies = bodies(&app).await;
        let all = history(&app, 100).await;
        assert_eq!(sizes(&app).await, [15, 13, 11, 9, 7, 5, 3]);
        for limit in [1, 2, 3, 7, 8] {
            assert_eq!(history(&app, limit).await, all, "{limit}");
        }
        for line in &all {
            let (note, checkpoint) = read_checkpoint(line["note"].as_str().unwrap()).unwrap();
            let key = app.office.ledger_keys().all()[0].verifier().clone();
            assert_eq!(TrustedKeys::given([key]).judge(&note), Ok(()));
            assert_eq!(json!(checkpoint.size), line["size"]);
            let size = usize::try_from(checkpoint.size).unwrap();
            assert_eq!((checkpoint.root, &line["root"]), (root(&bodies[..size]), &json!(hex::encode(checkpoint.root))));
            assert_eq!(line["cosignatures"], json!([]));
        }
        let auditor = app.acting(Persona::Auditor);
        let latest = auditor.get("/api/v1/ledger/status").await.expect(200).json["checkpoint"].clone();
        assert_eq!(latest, all[0]);
        let text = app.anonymous().get("/checkpoint").await.expect(200).bytes;
        assert_eq!(json!(String::from_utf8(text).unwrap()), latest["note"]);
        let wrong = auditor.get("/api/v1/ledger/checkpoints?cursor=nonsense").await;
        assert_eq!((wrong.status, wrong.code()), (400, "cursor-invalid"));
        let clerk = app.acting(Persona::Clerk);
        for path in ["checkpoints", "status"] {
            assert_eq!(clerk.get(&format!("/api/v1/ledger/{path}")).await.status, 403);
        }
    }

    async fn of_the_checkpoints_of_a_minute_the_last_is_kept(app: TestApp) {
        // The first covers the first key, and stays.
        many_acts(&app, 1).await;
        take_up(&app).await;
        for _ in 0..3 {
            app.clock.advance(Duration::seconds(15));
            many_acts(&app, 1).await;
            take_up(&app).await;
        }
        assert_eq!(sizes(&app).await, [5, 2]);
        app.clock.advance(Duration::seconds(15));
        many_acts(&app, 1).await;
        take_up(&app).await;
        assert_eq!(sizes(&app).await, [6, 5, 2], "another minute");
        app.clock.advance(Duration::seconds(59));
        many_acts(&app, 1).await;
        take_up(&app).await;
        assert_eq!(sizes(&app).await, [7, 5, 2]);
        check(&app, known(&app)).await.unwrap();
    }

    async fn no_checkpoint_is_earlier_than_the_one_before_it(app: TestApp) {
        many_acts(&app, 1).await;
        take_up(&app).await;
        // A machine whose clock was set back.
        app.clock.advance(Duration::hours(-5));
        many_acts(&app, 1).await;
        take_up(&app).await;
        let history = history(&app, 10).await;
        assert_eq!(history[0]["at"], history[1]["at"]);
        check(&app, known(&app)).await.unwrap();
    }
}
