//! Witnesses: what they are sent, what their answers are worth, and that nothing waits for them.

use chrono::Duration;
use daftar_application::ledger::{
    Asked, ExportSettings, Messenger, Reply, Witness, ask_witness, check_export, check_office, export_ledger, integrate,
};
use daftar_domain::ledger::audit::{Counts, Known};
use daftar_domain::ledger::{Actor, Event, EventKind, Module, SubjectKind, TrustedKeys, VerifierKey, WitnessProblem};
use daftar_testing::{Mood, Persona, TestApp, TestWitness, on_both};
use serde_json::{Value, json};

/// Adds acts; answers the size of the tree.
async fn grow(app: &TestApp, acts: usize) -> u64 {
    for _ in 0..acts {
        let event = Event::new(
            Module::Identity,
            EventKind::SessionsEnded,
            SubjectKind::Person,
            app.office.new_id(),
            json!({}),
        );
        let record = async |work: &daftar_application::Work<'_>| work.record(&event).await;
        app.office.act_as(Actor::SYSTEM, None, record).await.unwrap();
    }
    while integrate(&app.office).await.unwrap() > 0 {}
    let latest = app.office.database().ledger().latest_checkpoint().await.unwrap();
    latest.unwrap().size
}

fn office_key(app: &TestApp) -> VerifierKey {
    app.office.ledger_keys().all()[0].verifier().clone()
}

fn first(app: &TestApp) -> &Witness {
    &app.office.witnesses().all[0]
}

/// The office's first witness, who has seen nothing.
fn witness(app: &TestApp) -> TestWitness {
    TestWitness::new(first(app).key.name(), Some(office_key(app)))
}

async fn ask(app: &TestApp, messenger: &impl Messenger) -> Asked {
    ask_witness(&app.office, first(app), messenger, false).await.unwrap()
}

/// Why a witness did not cosign.
async fn problem(app: &TestApp, messenger: &impl Messenger) -> WitnessProblem {
    match ask(app, messenger).await {
        Asked::Failed(problem, why) => {
            assert!(!why.is_empty());
            problem
        }
        other => panic!("{other:?}"),
    }
}

/// How it goes with the first witness, as the API says it.
async fn status(app: &TestApp) -> Value {
    let status = app
        .acting(Persona::Auditor)
        .get("/api/v1/ledger/status")
        .await
        .expect(200);
    assert_eq!(status.json["witnesses"].as_array().unwrap().len(), 2);
    status.json["witnesses"][0].clone()
}

/// Checks the whole ledger with the key of the first witness.
async fn audit(app: &TestApp) -> Counts {
    let known = Known {
        keys: TrustedKeys::given([office_key(app)]),
        witnesses: vec![first(app).key.clone()],
        ..Known::default()
    };
    let checked = check_office(app.office.database(), None, known, &mut |_, _| {}).await;
    checked.unwrap()
}

/// The first line of a submission.
fn old(submission: &str) -> &str {
    submission.lines().next().unwrap()
}

/// A messenger to whom something happens on the way.
struct OnTheWay<'w, F> {
    witness: &'w TestWitness,
    before: F,
}

impl<F: AsyncFn()> Messenger for OnTheWay<'_, F> {
    async fn add_checkpoint(&self, url: &str, submission: String) -> Reply {
        (self.before)().await;
        self.witness.add_checkpoint(url, submission).await
    }
}

/// Checks the whole ledger, whose latest checkpoint the first witness must have cosigned.
async fn demand(app: &TestApp) -> Result<(), String> {
    let known = Known {
        keys: TrustedKeys::given([office_key(app)]),
        demanded: vec![first(app).key.clone()],
        ..Known::default()
    };
    let checked = check_office(app.office.database(), None, known, &mut |_, _| {}).await;
    checked.map(|_| ()).map_err(|error| error.to_string())
}

on_both! {
    async fn whoever_names_a_witness_wants_its_line_under_the_latest_checkpoint(app: TestApp) {
        let witness = witness(&app);
        let size = grow(&app, 3).await;
        let lacks = |size: u64| Err(format!("checkpoint of size {size}: the witness first.witness.test has not cosigned it"));
        assert_eq!(demand(&app).await, lacks(size));
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(size));
        assert_eq!(demand(&app).await, Ok(()));
        app.clock.advance(Duration::minutes(2));
        let grown = grow(&app, 1).await;
        assert_eq!(demand(&app).await, lacks(grown), "an earlier line is not enough");
        let folder = tempfile::tempdir().unwrap();
        let settings = ExportSettings { keys: vec![office_key(&app)], witnesses: vec![first(&app).key.clone()], with_notes: true };
        export_ledger(app.office.database(), folder.path(), &settings).await.unwrap();
        let export = |demanded: Vec<VerifierKey>| {
            let known = Known { keys: TrustedKeys::given([office_key(&app)]), demanded, ..Known::default() };
            check_export(folder.path(), known, &mut |_, _| {}).map(|_| ()).map_err(|error| error.to_string())
        };
        assert_eq!(export(Vec::new()), Ok(()));
        assert_eq!(export(vec![first(&app).key.clone()]), lacks(grown));
        // The line may have come after the history was written down.
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(grown));
        let latest = app.anonymous().get("/checkpoint").await.expect(200);
        std::fs::write(folder.path().join("checkpoint.txt"), latest.bytes).unwrap();
        assert_eq!(export(vec![first(&app).key.clone()]), Ok(()));
    }

    async fn a_witness_cosigns_what_follows_from_what_it_has_seen(app: TestApp) {
        let witness = witness(&app);
        assert_eq!(ask(&app, &witness).await, Asked::NotNow, "there is no ledger yet");
        let size = grow(&app, 3).await;
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(size));
        assert!(witness.submissions()[0].starts_with("old 0\n\ndaftar.test/ledger\n4\n"));
        let checkpoint = app.anonymous().get("/checkpoint").await.expect(200);
        let text = String::from_utf8(checkpoint.bytes).unwrap();
        assert!(text.contains("\n\u{2014} first.witness.test "), "{text}");
        assert_eq!(ask(&app, &witness).await, Asked::NotNow, "there is nothing new");

        app.clock.advance(Duration::seconds(30));
        let grown = grow(&app, 5).await;
        assert_eq!(ask(&app, &witness).await, Asked::NotNow, "it was asked half a minute ago");
        app.clock.advance(Duration::seconds(30));
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(grown));
        assert_eq!(old(&witness.submissions()[1]), "old 4");
        assert_eq!(witness.submissions().len(), 2);

        let name = "first.witness.test";
        let said = status(&app).await;
        assert_eq!((&said["name"], &said["size"], &said["problem"]), (&json!(name), &json!(grown), &Value::Null));
        assert_eq!(said["at"], json!("2026-03-02T04:01:00Z"));
        assert_eq!(said["key"], first(&app).key.to_string());
        let auditor = app.acting(Persona::Auditor);
        let history = auditor.get("/api/v1/ledger/checkpoints").await.expect(200);
        for (at, size) in [grown, size].into_iter().enumerate() {
            let row = &history.json["items"][at];
            assert_eq!((&row["size"], &row["cosignatures"][0]["witness"]), (&json!(size), &json!(name)));
        }
        assert_eq!(audit(&app).await.cosignatures, 2);
    }

    async fn a_slow_witness_finds_its_checkpoint_still_there(app: TestApp) {
        let witness = witness(&app);
        let size = grow(&app, 2).await;
        // The sequencer replaces checkpoints of one minute, but not the one that is on its way.
        let growing = OnTheWay { witness: &witness, before: async || { grow(&app, 2).await; } };
        assert_eq!(ask(&app, &growing).await, Asked::Cosigned(size));
        assert_eq!(status(&app).await["size"], json!(size));
        assert_eq!(audit(&app).await.cosignatures, 1);
    }

    async fn one_process_asks_a_witness_at_a_time(app: TestApp) {
        let witness = witness(&app);
        let size = grow(&app, 2).await;
        let second = &app.office.witnesses().all[1];
        let other = TestWitness::new(second.key.name(), None);
        let meanwhile = OnTheWay { witness: &witness, before: async || {
            assert_eq!(ask(&app, &witness).await, Asked::NotNow, "somebody is at it");
            let asked = ask_witness(&app.office, second, &other, false).await.unwrap();
            assert_eq!(asked, Asked::Cosigned(size), "the other one is not held up");
            grow(&app, 1).await;
        } };
        assert_eq!(ask(&app, &meanwhile).await, Asked::Cosigned(size));
        assert_eq!(witness.submissions().len(), 1);

        // All at the same moment.
        app.clock.advance(Duration::seconds(60));
        let asked = futures_util::future::join_all((0..6).map(|_| ask(&app, &witness))).await;
        let cosigned = asked.iter().filter(|asked| **asked == Asked::Cosigned(size + 1));
        assert_eq!(cosigned.count(), 1, "{asked:?}");
        assert_eq!(witness.submissions().len(), 2);
    }

    async fn whoever_dies_while_he_asks_is_followed_by_another(app: TestApp) {
        let witness = witness(&app);
        let size = grow(&app, 2).await;
        let dying = OnTheWay { witness: &witness, before: async || std::future::pending().await };
        let given_up = tokio::time::timeout(std::time::Duration::from_millis(500), ask(&app, &dying)).await;
        assert!(given_up.is_err());
        assert_eq!(ask(&app, &witness).await, Asked::NotNow);
        app.clock.advance(Duration::seconds(60));
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(size));
    }

    async fn a_hurry_waits_for_no_turn_and_accuses_nobody(app: TestApp) {
        let witness = witness(&app);
        grow(&app, 2).await;
        // While one process asks, an export shows the witness a larger checkpoint.
        let overtaken = OnTheWay { witness: &witness, before: async || {
            if witness.seen() == 0 {
                let size = grow(&app, 3).await;
                let asked = ask_witness(&app.office, first(&app), &witness, true).await.unwrap();
                assert_eq!(asked, Asked::Cosigned(size));
            }
        } };
        assert_eq!(ask(&app, &overtaken).await, Asked::NotNow);
        let said = status(&app).await;
        assert_eq!((&said["size"], &said["problem"]), (&json!(6), &Value::Null));
    }

    async fn a_lost_answer_is_asked_for_again(app: TestApp) {
        let witness = witness(&app);
        let size = grow(&app, 2).await;
        witness.becomes(Mood::Lossy);
        assert_eq!(problem(&app, &witness).await, WitnessProblem::Unreachable);
        assert_eq!((witness.seen(), &status(&app).await["size"]), (size, &json!(0)));
        witness.becomes(Mood::Honest);
        app.clock.advance(Duration::seconds(120));
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(size));
        assert_eq!(witness.submissions().iter().map(|sent| old(sent)).collect::<Vec<_>>(), ["old 0", "old 0", "old 3"]);

        // The same with a ledger that has grown meanwhile, and with a witness that has lost its memory.
        app.clock.advance(Duration::seconds(60));
        grow(&app, 4).await;
        witness.becomes(Mood::Lossy);
        assert_eq!(problem(&app, &witness).await, WitnessProblem::Unreachable);
        witness.becomes(Mood::Honest);
        app.clock.advance(Duration::seconds(120));
        let size = grow(&app, 4).await;
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(size));
        witness.remembers(0, daftar_domain::ledger::tree::empty_root());
        app.clock.advance(Duration::seconds(60));
        let size = grow(&app, 1).await;
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(size));
        assert_eq!(audit(&app).await.cosignatures, 3);
    }

    async fn a_witness_that_has_seen_another_past_is_heard(app: TestApp) {
        let size = grow(&app, 4).await;
        let other_root = [1; 32];
        // Longer, as long with another root, and shorter with another root.
        for (seen, said) in [(size + 1, "ahead"), (size, "forked"), (size - 2, "forked")] {
            let witness = witness(&app);
            witness.remembers(seen, other_root);
            let problem = problem(&app, &witness).await;
            assert_eq!(problem.as_str(), said, "{seen}");
            assert!(problem.accuses());
            assert_eq!(status(&app).await["problem"], said);
            app.clock.advance(Duration::hours(1));
        }
        assert_eq!(audit(&app).await.cosignatures, 0);
    }

    async fn an_answer_that_is_no_cosignature_is_not_kept(app: TestApp) {
        let witness = witness(&app);
        let size = grow(&app, 3).await;
        let moods = [Mood::False, Mood::Stranger, Mood::Babbling, Mood::Status(403), Mood::Status(404), Mood::Status(500)];
        for mood in moods {
            witness.becomes(mood);
            assert_eq!(problem(&app, &witness).await, WitnessProblem::Refused, "{mood:?}");
            let said = status(&app).await;
            assert_eq!((&said["size"], &said["problem"]), (&json!(0), &json!("refused")), "{mood:?}");
            app.clock.advance(Duration::hours(1));
        }
        witness.becomes(Mood::Contrary);
        assert_eq!(problem(&app, &witness).await, WitnessProblem::Ahead);
        let checkpoint = app.anonymous().get("/checkpoint").await.expect(200);
        assert_eq!(String::from_utf8(checkpoint.bytes).unwrap().matches('\u{2014}').count(), 1);

        witness.becomes(Mood::Honest);
        app.clock.advance(Duration::hours(1));
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(size));
        assert_eq!(status(&app).await["problem"], Value::Null);
    }

    async fn a_witness_that_fails_is_asked_less_and_less_often(app: TestApp) {
        let witness = witness(&app);
        grow(&app, 1).await;
        witness.becomes(Mood::Status(503));
        for minutes in [2, 4, 8, 16, 32, 60, 60] {
            assert_eq!(problem(&app, &witness).await, WitnessProblem::Refused);
            app.clock.advance(Duration::minutes(minutes) - Duration::seconds(1));
            assert_eq!(ask(&app, &witness).await, Asked::NotNow, "before {minutes} minutes");
            app.clock.advance(Duration::seconds(1));
        }
        witness.becomes(Mood::Honest);
        let size = grow(&app, 1).await;
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(size));
        // After a success the count begins anew.
        grow(&app, 1).await;
        app.clock.advance(Duration::minutes(1));
        witness.becomes(Mood::Status(503));
        assert_eq!(problem(&app, &witness).await, WitnessProblem::Refused);
        app.clock.advance(Duration::minutes(2));
        assert_eq!(problem(&app, &witness).await, WitnessProblem::Refused);
    }

    async fn a_clock_that_went_wrong_stops_no_witness(app: TestApp) {
        let witness = witness(&app);
        app.clock.advance(Duration::days(1000));
        let size = grow(&app, 1).await;
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(size));
        app.clock.advance(Duration::days(-1000));
        let size = grow(&app, 1).await;
        assert_eq!(ask(&app, &witness).await, Asked::Cosigned(size));
        grow(&app, 1).await;
        assert_eq!(ask(&app, &witness).await, Asked::NotNow, "now it is asked as ever");
    }

    async fn a_witness_that_knows_another_office_does_not_cosign(app: TestApp) {
        grow(&app, 1).await;
        let theirs = daftar_domain::ledger::SignerKey::from_seed(
            "daftar.test/ledger", daftar_domain::ledger::KeyUse::Note, &[8; 32],
        );
        let witness = TestWitness::new(first(&app).key.name(), Some(theirs.unwrap().verifier().clone()));
        assert_eq!(problem(&app, &witness).await, WitnessProblem::Refused);
        assert_eq!(witness.seen(), 0);
    }
}
