use super::{DS, SO, ask, check, full, latest, made, work};
use crate::correspondence::pdf;
use crate::ledger::take_up;
use chrono::Duration;
use daftar_application::jobs;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The members of an archive, by their names.
pub(super) fn members(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(archive)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut member = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            member.read_to_end(&mut bytes).unwrap();
            (member.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn hash(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

async fn kinds(app: &TestApp, file: &str) -> Vec<Value> {
    take_up(app).await;
    let path = format!("/api/v1/ledger/entries?module=filing&subject_id={file}&limit=100");
    let entries = app.acting(Persona::Auditor).get(&path).await.expect(200).json;
    entries["items"].as_array().unwrap().clone()
}

on_both! {
    async fn a_file_is_made_into_a_document_and_an_archive_that_proves_itself(app: TestApp) {
        let file = full(&app).await;
        let officer = app.acting(SO);
        let asked = ask(&officer, &file).await.expect(202);
        assert_eq!(asked.headers["location"].to_str().unwrap(), format!("/api/v1/files/{file}/exports"));
        assert_eq!(latest(&officer, &file).await["state"], "waiting");
        let id = asked.id();
        let early = officer.get(&format!("/api/v1/exports/{id}/book")).await;
        assert_eq!((early.status, early.code()), (409, "export-not-ready"));
        let again = ask(&officer, &file).await;
        assert_eq!((again.status, again.code()), (409, "export-under-way"));
        work(&app).await;
        let export = latest(&officer, &file).await;
        assert_eq!((&export["state"], &export["failure"]), (&json!("ready"), &json!(null)), "{export}");

        let book = officer.get(&format!("/api/v1/exports/{id}/book")).await.expect(200);
        assert!(book.bytes.starts_with(b"%PDF-1.7"));
        assert_eq!(export["book"], json!({"sha256": hash(&book.bytes), "bytes": book.bytes.len()}));
        assert!(export["pages"].as_i64().unwrap() >= 8, "{export}");
        let archive = officer.get(&format!("/api/v1/exports/{id}/archive")).await.expect(200);
        assert_eq!(archive.headers["content-type"], "application/zip");
        assert!(archive.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        assert_eq!(export["archive"], json!({"sha256": hash(&archive.bytes), "bytes": archive.bytes.len()}));
        let part = officer.with("Range", "bytes=0-1").get(&format!("/api/v1/exports/{id}/archive")).await.expect(206);
        assert_eq!(part.bytes, b"PK");

        let report = check(&app, &archive.bytes).unwrap();
        let counts = report.counts;
        // A note, two dockets; the note, the approval, the issue; the bill and the office copy.
        assert_eq!((counts.notes, counts.signatures, counts.documents, counts.left_out), (3, 3, 2, 0), "{report:?}");
        assert_eq!(counts.texts, 1);
        let members = members(&archive.bytes);
        let bytes_of = |name: &str| &members.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name}")).1;
        assert_eq!(bytes_of("papers/0001-0001/1-بل 1.pdf"), &pdf("Bill"));
        assert_eq!(bytes_of("book.pdf"), &book.bytes);
        assert!(bytes_of("certificates/root.der").starts_with(&[0x30]));
        let manifest: Value = serde_json::from_slice(bytes_of("manifest.json")).unwrap();
        assert_eq!(manifest["members"].as_array().unwrap().len(), members.len() - 1);
        assert_eq!(manifest["file"]["id"], json!(file));

        let entries = kinds(&app, &file).await;
        let about = |kind: &str| entries.iter().filter(|entry| entry["kind"] == kind).cloned().collect::<Vec<_>>();
        let (requested, exported) = (about("file_export_requested"), about("file_exported"));
        assert_eq!((requested.len(), exported.len()), (1, 1));
        assert_eq!(requested[0]["digest"], asked.json["entry"]);
        let content = &exported[0]["body"]["content"];
        assert_eq!(content["archive_sha256"], export["archive"]["sha256"]);
        assert_eq!(content["book_sha256"], export["book"]["sha256"]);
        assert_eq!(exported[0]["person"]["id"], json!(app.people.of(SO).person));
    }

    async fn the_same_request_is_done_once(app: TestApp) {
        let file = crate::files::open(&app).await;
        let client = app.acting(SO).with("Idempotency-Key", "export-1");
        let first = ask(&client, &file).await.expect(202);
        let second = ask(&client, &file).await.expect(202);
        assert_eq!(first.json, second.json);
        assert_eq!(kinds(&app, &file).await.iter().filter(|entry| entry["kind"] == "file_export_requested").count(), 1);
    }

    async fn an_export_is_kept_for_a_week_and_its_bytes_go_with_it(app: TestApp) {
        let file = full(&app).await;
        let officer = app.acting(SO);
        let archive = made(&app, &officer, &file).await;
        let id = latest(&officer, &file).await["id"].as_str().unwrap().to_owned();
        // The office's clock stands still in the past, the disk's does not: far beyond both everything is old. A live
        // export is not swept with the blobs that nobody names.
        app.clock.advance(Duration::days(40_000));
        assert_eq!(jobs::sweep_papers(&app.office).await.unwrap().set_aside, 0);
        app.clock.advance(Duration::days(-40_000));
        jobs::housekeeping(&app.office).await.unwrap();
        assert_eq!(officer.get(&format!("/api/v1/exports/{id}/archive")).await.expect(200).bytes, archive);
        // The archive was handed in as a paper meanwhile? No: its book was. Those bytes stay.
        let book = officer.get(&format!("/api/v1/exports/{id}/book")).await.expect(200).bytes;
        let handed_in = crate::correspondence::upload(&app, SO, "book.pdf", book.clone()).await.expect(201).id();
        let blobs = || walk(&app.papers().join("blobs"));
        let before = blobs();
        app.clock.advance(Duration::days(40_000));
        jobs::housekeeping(&app.office).await.unwrap();
        assert_eq!(blobs(), before - 1, "the archive is gone, and nothing else");
        app.clock.advance(Duration::days(-40_000));
        let kept = officer.get(&format!("/api/v1/documents/{handed_in}/content")).await.expect(200);
        assert_eq!(kept.bytes, book);
        assert_eq!(officer.get(&format!("/api/v1/exports/{id}/archive")).await.status, 404);
        assert_eq!(latest(&officer, &file).await, json!(null));
    }

    async fn a_file_that_moves_on_can_be_exported_by_who_sees_it(app: TestApp) {
        let file = full(&app).await;
        crate::drafting::hand_on(&app, &file, SO, DS).await;
        for who in [SO, DS] {
            let archive = made(&app, &app.acting(who), &file).await;
            check(&app, &archive).unwrap();
        }
    }
}

/// How many files there are below a folder.
fn walk(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| {
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path())
            } else {
                1
            }
        })
        .sum()
}
