//! Keys that come and go, and ledgers that are not continued.

use super::checkpoints::sizes;
use super::{check, known, many_acts, take_up, texts};
use chrono::Duration;
use daftar_application::Office;
use daftar_application::ledger::{LedgerKeys, integrate};
use daftar_domain::ledger::TrustedKeys;
use daftar_domain::ledger::audit::{Known, read_checkpoint};
use daftar_testing::{Persona, TestApp, on_both};
use sea_orm::ConnectionTrait as _;

/// The first key, as the test office has it.
const FIRST: [u8; 32] = [9; 32];

/// The same office after a start with other keys.
async fn with_keys(app: &TestApp, seeds: &[([u8; 32], bool)]) -> Office {
    app.beside_with(LedgerKeys::from_seeds("daftar.test/ledger", seeds).unwrap())
        .await
}

/// An act, and its place under these keys.
async fn act_under(app: &TestApp, office: &Office) {
    app.clock.advance(Duration::seconds(1));
    many_acts(app, 1).await;
    assert!(integrate(office).await.unwrap() > 0);
}

/// How many office keys have signed the checkpoint of a size.
async fn signers(app: &TestApp, size: u64) -> usize {
    let note = texts(app, &format!("SELECT note FROM ledger_checkpoints WHERE size = {size}")).await;
    read_checkpoint(&note[0]).unwrap().0.lines.len()
}

on_both! {
    async fn keys_are_rotated_in_the_ledger_itself(app: TestApp) {
        act_under(&app, &app.office).await;
        let both = with_keys(&app, &[(FIRST, false), ([10; 32], false)]).await;
        act_under(&app, &both).await;
        act_under(&app, &both).await;
        let second = with_keys(&app, &[(FIRST, true), ([10; 32], false)]).await;
        act_under(&app, &second).await;
        act_under(&app, &second).await;
        let third = with_keys(&app, &[(FIRST, true), ([10; 32], true), ([11; 32], false)]).await;
        act_under(&app, &third).await;
        act_under(&app, &third).await;
        act_under(&app, &third).await;

        // All within a minute; those that cover a change of keys are kept, of the others the last.
        let all = sizes(&app).await;
        assert_eq!(all, [13, 11, 7, 4, 2]);
        let kinds = texts(&app, "SELECT kind FROM ledger_entries WHERE module = 'ledger' ORDER BY position").await;
        let (added, retired) = ("ledger_key_added", "ledger_key_retired");
        assert_eq!(kinds, [added, added, retired, retired, added]);
        assert_eq!(signers(&app, 11).await, 2, "whoever trusts the retired key learns of its end from it");
        assert_eq!(signers(&app, 13).await, 1);

        let counts = check(&app, known(&app)).await.unwrap();
        assert_eq!((counts.entries, counts.checkpoints), (13, all.len() as u64));
        let later = Known { keys: TrustedKeys::given([third.ledger_keys().all()[2].verifier().clone()]), ..Known::default() };
        let refused = check(&app, later).await.unwrap_err();
        assert_eq!(refused.to_string(), "checkpoint of size 2: no trusted key has signed it");
    }

    async fn a_key_that_the_ledger_does_not_know_signs_nothing_that_counts(app: TestApp) {
        act_under(&app, &app.office).await;
        app.clock.advance(Duration::minutes(1));
        let thief = with_keys(&app, &[([66; 32], false)]).await;
        act_under(&app, &thief).await;
        let refused = check(&app, known(&app)).await.unwrap_err();
        assert_eq!(refused.to_string(), "checkpoint of size 4: no trusted key has signed it");
    }

    async fn a_ledger_that_was_altered_is_not_continued(app: TestApp) {
        app.clock.advance(Duration::minutes(1));
        many_acts(&app, 300).await;
        take_up(&app).await;
        let changes = [
            ("DELETE FROM ledger_tiles WHERE level = 0 AND place = 1", "tiles are missing"),
            ("DELETE FROM ledger_tiles WHERE level = 1", "tiles are missing"),
            ("UPDATE ledger_tiles SET hashes = (SELECT hashes FROM ledger_tiles WHERE level = 0 AND place = 0) WHERE level = 0 AND place = 1", "another root than its tiles"),
            ("UPDATE ledger_checkpoints SET root = 'ab' WHERE size = 301", "another root than its tiles"),
            ("UPDATE ledger_checkpoints SET size = 302 WHERE size = 301", "tiles are missing"),
            ("UPDATE ledger_checkpoints SET size = 299 WHERE size = 301", "another root than its tiles"),
            ("UPDATE ledger_checkpoints SET note = replace(note, '301', '302') WHERE size = 301", "another text than its tree"),
        ];
        for (change, says) in changes {
            let keep = ["ledger_tiles", "ledger_checkpoints"];
            let raw = &app.database.raw;
            for table in keep {
                raw.execute_unprepared(&format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}")).await.unwrap();
            }
            assert_eq!(raw.execute_unprepared(change).await.unwrap().rows_affected(), 1, "{change}");
            many_acts(&app, 1).await;
            let pending = async || app.acting(Persona::Auditor).get("/api/v1/ledger/status").await.json["pending"].clone();
            let before = pending().await;
            let error = integrate(&app.office).await.unwrap_err().to_string();
            assert!(error.contains(says) && error.contains("daftar verify"), "{change}: {error}");
            assert_eq!(pending().await, before, "nothing got a place");
            for table in keep {
                raw.execute_unprepared(&format!("DELETE FROM {table}")).await.unwrap();
                raw.execute_unprepared(&format!("INSERT INTO {table} SELECT * FROM kept_{table}")).await.unwrap();
                raw.execute_unprepared(&format!("DROP TABLE kept_{table}")).await.unwrap();
            }
        }
        assert_eq!(take_up(&app).await, changes.len());
        check(&app, known(&app)).await.unwrap();
    }
}
