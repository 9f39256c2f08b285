//! What proves an act, and that the ledger only grew: checked as an outsider would.

use super::{a_day, bodies, many_acts, root, take_up, texts};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::Duration;
use daftar_domain::ledger::audit::read_checkpoint;
use daftar_domain::ledger::tree::{Hash, is_consistent, leaf_hash, root_of_inclusion};
use daftar_domain::ledger::{TrustedKeys, VerifierKey};
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

/// The hashes of a proof.
fn hashes(answer: &Value) -> Vec<Hash> {
    let proof = answer["proof"].as_array().unwrap().iter();
    proof
        .map(|hash| STANDARD.decode(hash.as_str().unwrap()).unwrap().try_into().unwrap())
        .collect()
}

/// The ids of entries, in the order of their places.
async fn ids(app: &TestApp) -> Vec<String> {
    let bodies = bodies(app).await;
    let id = |body: &String| {
        serde_json::from_str::<Value>(body).unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    bodies.iter().map(id).collect()
}

on_both! {
    async fn every_entry_is_proved_in_every_tree_that_has_it(app: TestApp) {
        let _ = a_day(&app).await;
        take_up(&app).await;
        let auditor = app.acting(Persona::Auditor);
        let bodies = bodies(&app).await;
        let size = bodies.len();
        for (place, id) in ids(&app).await.iter().enumerate() {
            let path = format!("/api/v1/ledger/entries/{id}/inclusion");
            let leaf = leaf_hash(bodies[place].as_bytes());
            let now = auditor.get(&path).await.expect(200).json;
            assert_eq!((&now["position"], &now["size"]), (&json!(place), &json!(size)));
            for old in place + 1..=size {
                let proof = auditor.get(&format!("{path}?size={old}")).await.expect(200).json;
                assert_eq!((&proof["position"], &proof["size"]), (&json!(place), &json!(old)));
                let found = root_of_inclusion(&leaf, place as u64, old as u64, &hashes(&proof));
                assert_eq!(found, Some(root(&bodies[..old])), "{place} in {old}");
                assert!(old < size || proof == now);
            }
            for wrong in [0, place, size + 1] {
                let refused = auditor.get(&format!("{path}?size={wrong}")).await.expect(422);
                assert_eq!(refused.json["errors"][0]["pointer"], "/size");
                assert_eq!(refused.json["errors"][0]["code"], "out-of-range");
            }
        }
    }

    async fn every_tree_begins_with_every_smaller_one(app: TestApp) {
        let _ = a_day(&app).await;
        take_up(&app).await;
        let auditor = app.acting(Persona::Auditor);
        let bodies = bodies(&app).await;
        let roots: Vec<Hash> = (0..=bodies.len()).map(|size| root(&bodies[..size])).collect();
        for to in 0..roots.len() {
            for from in 0..=to {
                let path = format!("/api/v1/ledger/consistency?from={from}&to={to}");
                let proof = auditor.get(&path).await.expect(200).json;
                assert_eq!((&proof["from"], &proof["to"]), (&json!(from), &json!(to)));
                assert!(is_consistent(from as u64, &roots[from], to as u64, &roots[to], &hashes(&proof)), "{from} {to}");
            }
        }
        for (query, pointer) in [("from=0&to=999", "/to"), ("from=3&to=2", "/from")] {
            let refused = auditor.get(&format!("/api/v1/ledger/consistency?{query}")).await.expect(422);
            assert_eq!((&refused.json["errors"][0]["pointer"], refused.json["errors"][0]["code"].as_str()), (&json!(pointer), Some("out-of-range")));
        }
        for query in ["from=-1&to=2", "from=1", "to=1", "", "from=1&to=99999999999999999999", "from=a&to=2"] {
            assert_eq!(auditor.get(&format!("/api/v1/ledger/consistency?{query}")).await.status, 400, "{query}");
        }
        let wide = format!("/api/v1/ledger/consistency?from=1&to={}", u64::MAX);
        assert_eq!(auditor.get(&wide).await.status, 422);
    }

    async fn proofs_reach_over_tiles(app: TestApp) {
        many_acts(&app, 600).await;
        take_up(&app).await;
        let auditor = app.acting(Persona::Auditor);
        let (bodies, ids) = (bodies(&app).await, ids(&app).await);
        let roots = |size: usize| root(&bodies[..size]);
        for (from, to) in [(1, 601), (255, 256), (256, 257), (256, 512), (300, 601), (511, 600), (512, 601), (600, 601)] {
            let proof = auditor.get(&format!("/api/v1/ledger/consistency?from={from}&to={to}")).await.expect(200).json;
            assert!(is_consistent(from as u64, &roots(from), to as u64, &roots(to), &hashes(&proof)), "{from} {to}");
        }
        for (place, size) in [(0, 601), (255, 256), (255, 601), (256, 257), (512, 513), (512, 601), (600, 601), (0, 257)] {
            let path = format!("/api/v1/ledger/entries/{}/inclusion?size={size}", ids[place]);
            let proof = hashes(&auditor.get(&path).await.expect(200).json);
            let found = root_of_inclusion(&leaf_hash(bodies[place].as_bytes()), place as u64, size as u64, &proof);
            assert_eq!(found, Some(roots(size)), "{place} in {size}");
        }
    }

    async fn evidence_proves_an_act_to_a_stranger(app: TestApp) {
        let day = a_day(&app).await;
        take_up(&app).await;
        let auditor = app.acting(Persona::Auditor);
        let key: VerifierKey = app.office.ledger_keys().all()[0].verifier().clone();
        for digest in &day.receipts {
            let found = auditor.get(&format!("/api/v1/ledger/entries?digest={digest}")).await.expect(200).json;
            let id = found["items"][0]["id"].as_str().unwrap();
            let evidence = auditor.get(&format!("/api/v1/ledger/entries/{id}/evidence")).await.expect(200).json;
            assert_eq!((&evidence["v"], &evidence["keys"]), (&json!(1), &json!([key.to_string()])));
            let body = evidence["entry"]["body"].as_str().unwrap();
            assert_eq!(daftar_domain::ledger::sha256_hex(body), *digest);
            let (note, checkpoint) = read_checkpoint(evidence["checkpoint"].as_str().unwrap()).unwrap();
            assert_eq!(TrustedKeys::given([key.clone()]).judge(&note), Ok(()));
            let place = evidence["entry"]["position"].as_u64().unwrap();
            let found = root_of_inclusion(&leaf_hash(body.as_bytes()), place, checkpoint.size, &hashes(&evidence));
            assert_eq!(found, Some(checkpoint.root));
            assert_eq!(app.acting(Persona::DeputySecretary).get(&format!("/api/v1/ledger/entries/{id}/evidence")).await.status, 403);
        }
    }

    async fn what_waits_for_its_place_cannot_be_proved_yet(app: TestApp) {
        let auditor = app.acting(Persona::Auditor);
        let pending = async |id: &str| {
            for path in ["evidence", "inclusion", "inclusion?size=1"] {
                let refused = auditor.get(&format!("/api/v1/ledger/entries/{id}/{path}")).await.expect(409);
                assert_eq!(refused.code(), "ledger-entry-pending", "{path}");
            }
        };
        let last = "SELECT body FROM ledger_entries ORDER BY id DESC LIMIT 1";
        let id = |bodies: Vec<String>| serde_json::from_str::<Value>(&bodies[0]).unwrap()["id"].as_str().unwrap().to_owned();
        many_acts(&app, 1).await;
        // Before there is any checkpoint, and then behind one.
        pending(&id(texts(&app, last).await)).await;
        take_up(&app).await;
        app.clock.advance(Duration::seconds(1));
        many_acts(&app, 1).await;
        let late = id(texts(&app, last).await);
        pending(&late).await;
        take_up(&app).await;
        auditor.get(&format!("/api/v1/ledger/entries/{late}/evidence")).await.expect(200);
    }
}
