//! What somebody with the database's password could do is found by `daftar verify`, and it says where.
//!
//! One history; then each change alone, looked at and taken back.

mod changes;
mod drafts;
mod facts;
mod papers;
mod signatures;

use super::{a_day, check, known, latest, many_acts, take_up, texts};
use crate::correspondence::{pdf, upload};
use chrono::Duration;
use daftar_domain::ledger::audit::{Kept, Known};
use daftar_testing::{Backend, Persona, TestApp, on_both};
use facts::Facts;
use sea_orm::{ConnectionTrait as _, DbBackend};

/// The tables that the ledger speaks of.
const TABLES: [&str; 13] = [
    "ledger_entries",
    "ledger_tiles",
    "ledger_cosignatures",
    "ledger_checkpoints",
    "notes",
    "communications",
    "communication_texts",
    "issues",
    "issue_amendments",
    "documents",
    "signatures",
    "passkeys",
    "officer_keys",
];

/// Direct access to the database, as its owner has it.
struct Intruder<'a>(&'a TestApp);

impl<'a> Intruder<'a> {
    /// Lays copies of the tables aside.
    async fn enter(app: &'a TestApp) -> Self {
        let intruder = Self(app);
        let careless = match app.database.raw.get_database_backend() {
            DbBackend::Sqlite => "PRAGMA foreign_keys = OFF",
            _ => "SET session_replication_role = replica",
        };
        intruder.run(careless).await;
        // The database's own guards of rows that never change go first; on PostgreSQL a replica has none.
        if app.database.raw.get_database_backend() == DbBackend::Sqlite {
            for guard in texts(app, "SELECT name FROM sqlite_master WHERE type = 'trigger'").await {
                intruder.run(&format!("DROP TRIGGER {guard}")).await;
            }
        }
        for table in TABLES {
            intruder
                .run(&format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}"))
                .await;
        }
        intruder
    }

    /// Runs statements; answers how many rows the last one changed.
    async fn run(&self, sql: &str) -> u64 {
        let done = self.0.database.raw.execute_unprepared(sql).await;
        done.unwrap_or_else(|error| panic!("{sql}: {error}")).rows_affected()
    }

    /// Puts the tables back as they were on entering.
    async fn restore(&self) {
        for table in TABLES {
            self.run(&format!("DELETE FROM {table}")).await;
            self.run(&format!("INSERT INTO {table} SELECT * FROM kept_{table}"))
                .await;
        }
    }
}

/// A history over three minutes, with a checkpoint of each.
async fn history(app: &TestApp) -> Facts {
    let day = a_day(app).await;
    drafts::more_drafts(app, &day).await;
    signatures::signed_file(app).await;
    take_up(app).await;
    app.clock.advance(Duration::minutes(1));
    let _ = upload(app, Persona::Clerk, "another.pdf", pdf("Another letter"))
        .await
        .expect(201);
    many_acts(app, 3).await;
    take_up(app).await;
    app.clock.advance(Duration::minutes(1));
    many_acts(app, 5).await;
    take_up(app).await;
    Facts::read(app, &day).await
}

/// The latest checkpoint, as an auditor keeps it.
async fn keep(app: &TestApp) -> Kept {
    let reply = app.anonymous().get("/checkpoint").await.expect(200);
    Kept::read(std::str::from_utf8(&reply.bytes).unwrap()).unwrap()
}

/// An auditor with a checkpoint from before.
fn with_kept(app: &TestApp, kept: &Kept) -> Known {
    Known {
        kept: Some(kept.clone()),
        ..known(app)
    }
}

on_both! {
    async fn every_change_is_found(app: TestApp) {
        let facts = history(&app).await;
        let intruder = Intruder::enter(&app).await;
        let clean = check(&app, known(&app)).await.unwrap();
        let mut wrong = Vec::new();
        for change in changes::all(&facts) {
            intruder.run(&change.sql).await;
            match check(&app, known(&app)).await {
                Ok(_) => wrong.push(format!("{}\n    was not found, it should say {}", change.sql, change.says)),
                Err(error) if error.to_string() == change.says => {}
                Err(error) => wrong.push(format!("{}\n    should say {}\n    says       {error}", change.sql, change.says)),
            }
            intruder.restore().await;
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(clean.signatures, 10, "three notes, an agreement's among them, one by a passkey, a return, a closing, three approvals and an issue");
        assert_eq!(clean.texts, 4, "two that were approved, one that was issued and one that was given up");
        assert_eq!(check(&app, known(&app)).await.unwrap(), clean, "all was put back");
    }

    async fn a_kept_checkpoint_must_be_this_ledgers_and_signed(app: TestApp) {
        let facts = history(&app).await;
        let says = async |note: &str| {
            let kept = Kept::read(note).unwrap();
            check(&app, with_kept(&app, &kept)).await.map(|_| ()).map_err(|error| error.to_string())
        };
        let (size, note) = (facts.sizes[1], facts.notes[1].as_str());
        let place = format!("the kept checkpoint of size {size}");
        assert_eq!(says(note).await, Ok(()));
        let other = note.replacen("daftar.test", "daftar.best", 1);
        let origin = format!("{place}: it is of daftar.best/ledger, this ledger of daftar.test/ledger");
        assert_eq!(says(&other).await, Err(origin));
        let stranger = facts.signed_by_a_stranger(1);
        assert_eq!(says(&stranger).await, Err(format!("{place}: no trusted key has signed it")));
        let false_line = changes::with_a_bit_turned(note);
        let key = app.office.ledger_keys().all()[0].verifier();
        assert_eq!(says(&false_line).await, Err(format!("{place}: a signature of {key} is false")));
    }

    async fn an_old_copy_that_was_put_back_is_found_by_who_kept_a_checkpoint(app: TestApp) {
        let facts = history(&app).await;
        let intruder = Intruder::enter(&app).await;
        app.clock.advance(Duration::minutes(1));
        many_acts(&app, 4).await;
        take_up(&app).await;
        let (old, size, kept) = (*facts.sizes.last().unwrap(), latest(&app).await.size, keep(&app).await);
        assert_eq!(size, old + 4);
        check(&app, with_kept(&app, &kept)).await.unwrap();

        intruder.restore().await;
        check(&app, known(&app)).await.expect("a copy is good by itself");
        let refused = check(&app, with_kept(&app, &kept)).await.unwrap_err().to_string();
        let place = format!("the kept checkpoint of size {size}");
        assert_eq!(refused, format!("{place}: this ledger has {old} entries only: it is older, or was cut short"));

        // Work goes on upon the copy: a fork.
        app.clock.advance(Duration::minutes(1));
        many_acts(&app, 9).await;
        take_up(&app).await;
        check(&app, known(&app)).await.expect("a fork is good by itself");
        let refused = check(&app, with_kept(&app, &kept)).await.unwrap_err().to_string();
        assert_eq!(refused, format!("{place}: this ledger had another root at that size: it was altered, or forked"));
    }
}

/// What only a kept checkpoint shows: whoever has the keys too can write the end of the history anew.
#[tokio::test]
async fn the_end_cut_off_whole_is_found_by_who_kept_a_checkpoint() {
    let app = TestApp::start(Backend::Sqlite, env!("CARGO_BIN_EXE_daftar-test-papers")).await;
    let facts = history(&app).await;
    let kept = keep(&app).await;
    let [.., before, last] = facts.sizes[..] else { panic!() };
    let intruder = Intruder::enter(&app).await;
    // The tile of hashes goes back with them.
    let cut = format!(
        "DELETE FROM ledger_entries WHERE position >= {before}; DELETE FROM ledger_checkpoints WHERE size = {last}; \
         UPDATE ledger_tiles SET hashes = CAST(substr(hashes, 1, 32 * {before}) AS BLOB)"
    );
    intruder.run(&cut).await;
    check(&app, known(&app)).await.expect("nothing shows it");
    let refused = check(&app, with_kept(&app, &kept)).await.unwrap_err().to_string();
    let says = format!(
        "the kept checkpoint of size {last}: this ledger has {before} entries only: it is older, or was cut short"
    );
    assert_eq!(refused, says);
}
