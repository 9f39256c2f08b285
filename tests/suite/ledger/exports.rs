//! An export of the ledger says the same as the database that it was made from.

use super::{a_day, a_file, check, known, take_up};
use crate::files::{act, body, to};
use daftar_application::ledger::{ExportSettings, check_export, export_ledger};
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::json;
use std::fs;
use tempfile::TempDir;

async fn export(app: &TestApp, with_notes: bool) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let keys = app.office.ledger_keys().all().iter();
    let settings = ExportSettings {
        keys: keys.map(|key| key.verifier().clone()).collect(),
        witnesses: Vec::new(),
        with_notes,
    };
    export_ledger(&app.database.database, folder.path(), &settings)
        .await
        .unwrap();
    folder
}

on_both! {
    async fn an_export_is_as_good_as_its_database(app: TestApp) {
        let day = a_day(&app).await;
        // JSON writes the line feed as a letter, which the mark after it does not combine with.
        let marks = json!({"kind": "note", "body": body(&["Marks:\n\u{301}\t\u{303}\"\u{338}\\\u{308}", "اردوً"])});
        let _ = act(&app, Persona::SectionOfficer, &day.file, "notes", marks).await.expect(200);
        let back = json!({"reason": "discuss", "remark": "Submitted too early."});
        let up = to(&app, Persona::DeputySecretary);
        let _ = act(&app, Persona::SectionOfficer, &day.file, "movements", up).await.expect(200);
        let _ = act(&app, Persona::DeputySecretary, &day.file, "return", back).await.expect(200);
        take_up(&app).await;
        let in_database = check(&app, known(&app)).await.unwrap();
        let folder = export(&app, true).await;
        assert_eq!(check_export(folder.path(), known(&app), &mut |_, _| {}).unwrap(), in_database);

        let without = export(&app, false).await;
        let counts = check_export(without.path(), known(&app), &mut |_, _| {}).unwrap();
        assert_eq!((counts.entries, counts.notes, counts.texts), (in_database.entries, 0, 0));
        assert_eq!(in_database.texts, 1);
        assert!(!without.path().join("texts.jsonl").exists());
        assert_eq!((counts.signatures, counts.unverified), (in_database.signatures, in_database.signatures));
        let all: Vec<String> = fs::read_dir(without.path()).unwrap()
            .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
            .collect();
        assert!(!all.concat().contains("Submitted") && !all.concat().contains("I am directed"), "what officers wrote is in notes.jsonl, or with the signature of an act");
        let signatures = fs::read_to_string(folder.path().join("signatures.jsonl")).unwrap();
        assert!(signatures.contains("Submitted too early."));
    }

    async fn what_waits_is_in_the_next_export(app: TestApp) {
        let day = a_day(&app).await;
        take_up(&app).await;
        // A text that an entry with a place speaks of is there; one of which only those do that wait is not.
        let draft = crate::drafting::letter_on(&app, &day.file).await;
        let client = crate::drafting::at(&app.acting(Persona::SectionOfficer), &draft).await;
        let path = format!("/api/v1/communications/{draft}/withdrawal");
        let _ = client.post(&path, &json!({"remark": "Late."})).await.expect(200);
        let (file, late) = (a_file(&app).await, json!({"kind": "note", "body": body(&["Late."])}));
        let _ = act(&app, Persona::SectionOfficer, &file, "notes", late).await.expect(200);
        let _ = act(&app, Persona::SectionOfficer, &file, "closure", json!({})).await.expect(200);
        let early = export(&app, true).await;
        let before = check_export(early.path(), known(&app), &mut |_, _| {}).unwrap();
        take_up(&app).await;
        let late = export(&app, true).await;
        let after = check_export(late.path(), known(&app), &mut |_, _| {}).unwrap();
        assert_eq!((before.notes + 1, before.entries + 5), (after.notes, after.entries));
        assert_eq!(before.signatures + 2, after.signatures);
        assert_eq!((before.texts, after.texts), (1, 2));
    }
}
