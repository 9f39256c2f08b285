//! Whatever the office does and whenever places are given: the tree is the one of RFC 6962 over the bodies.

use super::{bodies, check, known, latest, many_acts, root, take_up, texts};
use crate::correspondence::{entry, marked};
use crate::files::{act, body, head, new_file, to};
use chrono::Duration;
use daftar_application::ledger::integrate;
use daftar_domain::ledger::tree::leaf_hash;
use daftar_testing::{Backend, Persona, TestApp};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

/// Something that may happen.
#[derive(Debug, Clone)]
enum Step {
    Diarise,
    Mark,
    Open,
    Note,
    Forward,
    AddUnit,
    /// Acts of the system, so many at once: enough to fill tiles.
    Many(usize),
    /// Time passes, in seconds.
    Wait(i64),
    /// One round of the sequencer.
    Integrate,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => Just(Step::Diarise),
        1 => Just(Step::Mark),
        1 => Just(Step::Open),
        3 => Just(Step::Note),
        1 => Just(Step::Forward),
        1 => Just(Step::AddUnit),
        1 => (1..300_usize).prop_map(Step::Many),
        1 => (1..90_i64).prop_map(Step::Wait),
        4 => Just(Step::Integrate),
    ]
}

/// What the steps need of those before them.
struct Working {
    app: TestApp,
    head: String,
    files: Vec<String>,
    units: usize,
}

impl Working {
    async fn take(&mut self, step: &Step) {
        let officer = self.app.acting(Persona::SectionOfficer);
        match step {
            Step::Diarise => {
                let clerk = self.app.acting(Persona::Clerk);
                let _ = clerk.post("/api/v1/receipts", &entry("A letter")).await.expect(201);
            }
            Step::Mark => {
                let _ = marked(&self.app, Persona::SectionOfficer).await;
            }
            Step::Open => {
                let made = officer.post("/api/v1/files", &new_file(&self.head)).await.expect(201);
                self.files.push(made.id());
            }
            Step::Note => {
                if let Some(file) = self.files.last() {
                    let note = json!({"kind": "note", "body": body(&["Submitted.", "For orders."])});
                    let _ = act(&self.app, Persona::SectionOfficer, file, "notes", note)
                        .await
                        .expect(200);
                }
            }
            Step::Forward => {
                if let Some(file) = self.files.pop() {
                    let up = to(&self.app, Persona::DeputySecretary);
                    let _ = act(&self.app, Persona::SectionOfficer, &file, "movements", up)
                        .await
                        .expect(200);
                }
            }
            Step::AddUnit => {
                self.units += 1;
                let parent = self.app.people.unit("FD").to_string();
                let code = format!("NEW-{}", self.units);
                let _ = crate::organisation::add_unit(&self.app, &parent, &code)
                    .await
                    .expect(201);
            }
            Step::Many(count) => many_acts(&self.app, *count).await,
            Step::Wait(seconds) => self.app.clock.advance(Duration::seconds(*seconds)),
            Step::Integrate => {
                let _ = integrate(&self.app.office).await.unwrap();
            }
        }
    }
}

/// Goes through the steps, and looks at the tree after each round of the sequencer.
async fn history(steps: &[Step]) {
    let app = TestApp::start(Backend::Sqlite, env!("CARGO_BIN_EXE_daftar-test-papers")).await;
    let head = head(&app).await;
    let mut working = Working {
        app,
        head,
        files: Vec::new(),
        units: 0,
    };
    let mut roots = Vec::new();
    for step in steps {
        working.take(step).await;
        if matches!(step, Step::Integrate) {
            let bodies = bodies(&working.app).await;
            let checkpoint = latest(&working.app).await;
            assert_eq!((checkpoint.size, checkpoint.root), (bodies.len() as u64, root(&bodies)));
            roots.push((bodies.len(), checkpoint.root));
        }
    }
    let app = &working.app;
    take_up(app).await;
    let bodies = bodies(app).await;
    for (size, once) in roots {
        assert_eq!(once, root(&bodies[..size]), "no tree was ever another one");
    }
    let position = "SELECT CAST(position AS TEXT) FROM ledger_entries ORDER BY ledger_entries.position";
    let positions: Vec<usize> = texts(app, position)
        .await
        .iter()
        .map(|text| text.parse().unwrap())
        .collect();
    assert!(positions.into_iter().eq(0..bodies.len()));
    let checkpoint = latest(app).await;
    assert_eq!((checkpoint.size, checkpoint.root), (bodies.len() as u64, root(&bodies)));
    let first: Value = serde_json::from_str(&bodies[0]).unwrap();
    assert_eq!(first["kind"], "ledger_key_added");
    let tile = app
        .anonymous()
        .get(&format!("/tile/0/{:03}.p/1", bodies.len() / 256))
        .await;
    if bodies.len() % 256 > 0 {
        assert_eq!(
            tile.expect(200).bytes,
            leaf_hash(bodies[bodies.len() / 256 * 256].as_bytes())
        );
    }
    assert_eq!(check(app, known(app)).await.unwrap().entries, bodies.len() as u64);
}

#[test]
fn the_tree_is_the_one_over_the_bodies() {
    let mut runner = TestRunner::new(Config {
        cases: 12,
        max_shrink_iters: 20,
        failure_persistence: None,
        ..Config::default()
    });
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let steps = prop::collection::vec(step(), 1..30);
    runner
        .run(&steps, |steps| {
            runtime.block_on(history(&steps));
            Ok(())
        })
        .unwrap();
}
