//! Entries and their places.

use super::{a_day, bodies, check, known, latest, root, take_up, texts};
use daftar_domain::ledger::sha256_hex;
use daftar_testing::{Client, Persona, on_both};
use serde_json::{Value, json};
use std::collections::HashSet;

/// Every entry as the auditor reads it, page by page, the newest first.
async fn all(auditor: &Client) -> Vec<Value> {
    let mut entries = Vec::new();
    let mut address = "/api/v1/ledger/entries?limit=5".to_owned();
    loop {
        let page = auditor.get(&address).await.expect(200).json;
        entries.extend(page["items"].as_array().unwrap().iter().cloned());
        let Some(cursor) = page["next_cursor"].as_str() else {
            return entries;
        };
        address = format!("/api/v1/ledger/entries?limit=5&cursor={cursor}");
    }
}

on_both! {
    async fn entries_get_places_without_a_gap(app: TestApp) {
        let auditor = app.acting(Persona::Auditor);
        let empty = auditor.get("/api/v1/ledger/status").await.expect(200).json;
        assert_eq!((&empty["pending"], &empty["checkpoint"]), (&json!(0), &Value::Null));
        assert_eq!(app.anonymous().get("/checkpoint").await.expect(404).code(), "not-found");
        assert_eq!(take_up(&app).await, 0, "a ledger begins with its first act");

        let _ = a_day(&app).await;
        let waiting = all(&auditor).await;
        assert!(waiting.len() >= 15 && waiting.iter().all(|entry| entry["position"] == Value::Null));
        let status = auditor.get("/api/v1/ledger/status").await.expect(200).json;
        assert_eq!((&status["pending"], &status["checkpoint"]), (&json!(waiting.len()), &Value::Null));

        // One more: the first key.
        assert_eq!(take_up(&app).await, waiting.len() + 1);
        assert_eq!(take_up(&app).await, 0);
        let placed = all(&auditor).await;
        let mut positions: Vec<u64> = placed.iter().map(|entry| entry["position"].as_u64().unwrap()).collect();
        positions.sort_unstable();
        assert!(positions.into_iter().eq(0..placed.len() as u64));
        let first = placed.iter().find(|entry| entry["position"] == 0).unwrap();
        let key = app.office.ledger_keys().all()[0].verifier().to_string();
        assert_eq!((&first["kind"], &first["body"]["content"]["key"]), (&json!("ledger_key_added"), &json!(key)));
        assert_eq!((&first["person"], &first["post"]), (&Value::Null, &Value::Null));

        let bodies = bodies(&app).await;
        let checkpoint = latest(&app).await;
        assert_eq!((checkpoint.size, checkpoint.root), (bodies.len() as u64, root(&bodies)));
        let status = auditor.get("/api/v1/ledger/status").await.expect(200).json;
        assert_eq!((&status["pending"], &status["checkpoint"]["size"]), (&json!(0), &json!(bodies.len())));
        assert_eq!((&status["origin"], &status["keys"]), (&json!("daftar.test/ledger"), &json!([key])));
        let counts = check(&app, known(&app)).await.unwrap();
        assert_eq!((counts.entries, counts.waiting), (bodies.len() as u64, 0));
        // The docket of the letter, the note, the agreement, the docket of the part, the note upon the part.
        assert_eq!((counts.notes, counts.documents), (5, 1));
    }

    async fn the_digest_that_an_act_answers_finds_its_entry(app: TestApp) {
        let day = a_day(&app).await;
        let auditor = app.acting(Persona::Auditor);
        assert_eq!(day.receipts.len(), day.receipts.iter().collect::<HashSet<_>>().len());
        take_up(&app).await;
        let bodies = bodies(&app).await;
        for digest in &day.receipts {
            let found = auditor.get(&format!("/api/v1/ledger/entries?digest={digest}")).await.expect(200).json;
            let [entry] = found["items"].as_array().unwrap().as_slice() else { panic!("{found}") };
            let place = usize::try_from(entry["position"].as_u64().unwrap()).unwrap();
            assert_eq!(sha256_hex(&bodies[place]), *digest);
            let path = format!("/api/v1/ledger/entries/{}", entry["id"].as_str().unwrap());
            assert_eq!(auditor.get(&path).await.expect(200).json, *entry);
            assert_eq!(app.acting(Persona::Secretary).get(&path).await.status, 403);
        }
        let strange = "0".repeat(64);
        let none = auditor.get(&format!("/api/v1/ledger/entries?digest={strange}")).await.expect(200).json;
        assert_eq!(none["items"], json!([]));
        let nobody = "00000000-0000-7000-8000-000000000000";
        for path in ["", "/evidence", "/inclusion"] {
            auditor.get(&format!("/api/v1/ledger/entries/{nobody}{path}")).await.expect(404);
        }
    }

    async fn no_word_of_a_note_or_subject_is_in_a_body(app: TestApp) {
        let _ = a_day(&app).await;
        take_up(&app).await;
        let bodies = bodies(&app).await.concat();
        for word in ["A letter", "letter.pdf", "Submitted", "canal", "Aslam", "Upon the part", "directed", "Accountant"] {
            assert!(!bodies.contains(word), "{word}");
        }
        let openings = texts(&app, "SELECT opening FROM ledger_entries WHERE opening IS NOT NULL").await.concat();
        assert!(openings.contains("Release of funds for canals") && openings.contains("Aslam"), "{openings}");
    }
}
