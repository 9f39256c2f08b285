//! The ledger under the running program: `daftar verify`, `daftar export-ledger`, the sequencer, keys.

use super::again::rows;
use super::people::{PASSWORD, add_account, add_administrator, begin, sign_in};
use super::process::{Ended, Place, Server};
use daftar_testing::Client;
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const PENDING: &str = "SELECT digest FROM ledger_entries WHERE position IS NULL";
/// How long a busy machine may need for what takes half a second.
const PATIENCE: Duration = Duration::from_secs(10);

/// Waits until every entry has its place.
async fn taken_up(place: &Place) {
    let since = Instant::now();
    while !rows(place, PENDING).await.is_empty() {
        assert!(since.elapsed() < PATIENCE, "entries still wait");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// An office at its first start, with its administrator signed in.
async fn found(place: &Place) -> (Server, Client) {
    let first_password = add_administrator(place);
    let server = place.serve(&[], &[]);
    let session = begin(&server.client(), &first_password).await;
    let client = server.client().with_token(&session.access);
    (server, client)
}

/// An official act; answers its entry's digest.
async fn act(client: &Client, number: usize) -> String {
    let person = json!({"user_name": format!("person.{number}"), "name_en": "New", "name_ur": "نیا", "language": "en"});
    let made = client.post("/api/v1/persons", &person).await.expect(201);
    made.json["entry"].as_str().unwrap().to_owned()
}

/// Runs a statement behind the program's back; answers how many rows it changed.
async fn run(place: &Place, sql: &str) -> u64 {
    let url = format!("sqlite://{}", place.data().join("daftar.db").display());
    let raw = sea_orm::Database::connect(url).await.unwrap();
    let changed = raw.execute_unprepared(sql).await.unwrap().rows_affected();
    raw.close().await.unwrap();
    changed
}

fn verify(place: &Place, arguments: &[&str]) -> Ended {
    place.run(&[&["verify"], arguments].concat(), &[])
}

/// What a good check prints.
fn whole(done: &Ended) -> &str {
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.out.starts_with("The ledger is whole: "), "{}", done.out);
    &done.out
}

/// A refusal with these words, and nothing in praise.
fn refused(done: &Ended, words: &str) {
    assert_eq!((done.code, done.out.as_str()), (Some(1), ""), "{}", done.err);
    assert!(done.err.contains(&format!("refused: {words}")), "{words}\n{}", done.err);
}

/// The verifier key that the ledger begins with.
async fn first_key(place: &Place) -> String {
    let bodies = rows(place, "SELECT body FROM ledger_entries WHERE position = 0").await;
    let body: Value = serde_json::from_str(&bodies[0]).unwrap();
    body["content"]["key"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn entries_get_their_places_and_the_ledger_is_whole() {
    let place = Place::new();
    let nothing = verify(&place, &[]);
    assert_eq!(
        (nothing.code, nothing.out.as_str()),
        (Some(1), ""),
        "there is no ledger yet: {}",
        nothing.err
    );
    assert!(!place.data().join("daftar.db").exists(), "looking makes nothing");

    let (server, client) = found(&place).await;
    let digest = act(&client, 1).await;
    taken_up(&place).await;
    let entry = rows(
        &place,
        &format!("SELECT kind FROM ledger_entries WHERE digest = '{digest}'"),
    )
    .await;
    assert_eq!(entry, ["person_created"]);
    // While the office works, and after it has closed.
    whole(&verify(&place, &[]));
    server.close();
    let done = verify(&place, &["--papers"]);
    let entries = rows(&place, "SELECT digest FROM ledger_entries").await.len();
    assert!(whole(&done).contains(&format!(" {entries} entries, ")), "{}", done.out);
    assert!(done.out.contains("with the office's own key on this machine"));
    let key = first_key(&place).await;
    assert!(whole(&verify(&place, &["--key", &key])).contains("with the key that was given"));
    let database = format!("sqlite://{}", place.data().join("daftar.db").display());
    whole(&verify(&place, &["--database", &database]));

    // An entry that nobody gave a place is told of, and is no fault.
    assert_eq!(add_account(&place, "second.admin").code, Some(0));
    assert!(whole(&verify(&place, &[])).contains(" that wait for their places"));
}

#[tokio::test]
async fn a_changed_ledger_is_refused() {
    let place = Place::new();
    let (server, client) = found(&place).await;
    act(&client, 1).await;
    taken_up(&place).await;
    server.close();
    whole(&verify(&place, &[]));
    let change = "UPDATE ledger_entries SET kind = 'post_created' WHERE position = 1";
    assert_eq!(run(&place, change).await, 1);
    refused(&verify(&place, &[]), "entry 1 (");
    let strange = first_key(&place).await.replace("ledger+", "other+");
    assert_eq!(
        verify(&place, &["--key", &strange]).code,
        Some(2),
        "its id is not that of its name"
    );
}

#[test]
fn what_makes_no_sense_is_refused_before_anything_is_read() {
    let place = Place::new();
    let wrong: [&[&str]; 5] = [
        &["--export", "a", "--database", "sqlite://b"],
        &["--export", "a", "--papers"],
        &["--key", "nonsense"],
        &["--witness", "nonsense"],
        &["elsewhere"],
    ];
    for arguments in wrong {
        let done = verify(&place, arguments);
        assert_eq!(
            (done.code, done.out.as_str()),
            (Some(2), ""),
            "{arguments:?}: {}",
            done.err
        );
    }
    let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    for arguments in [["--export", "missing"], ["--checkpoint", "missing"]] {
        let done = verify(&place, &[&arguments[..], &["--key", key]].concat());
        assert_eq!(
            (done.code, done.out.as_str()),
            (Some(1), ""),
            "{arguments:?}: {}",
            done.err
        );
        assert!(done.err.contains("missing"), "{}", done.err);
    }
}

#[tokio::test]
async fn an_old_copy_is_refused_by_who_kept_a_checkpoint() {
    let place = Place::new();
    let (server, client) = found(&place).await;
    act(&client, 1).await;
    taken_up(&place).await;
    server.close();
    let copy = place.path().join("copy.db");
    run(&place, &format!("VACUUM INTO '{}'", copy.display())).await;

    let server = place.serve(&[], &[]);
    let session = sign_in(&server.client(), PASSWORD).await.expect(200);
    let client = server
        .client()
        .with_token(session.json["access_token"].as_str().unwrap());
    act(&client, 2).await;
    taken_up(&place).await;
    let kept = place.path().join("kept.txt");
    fs::write(&kept, server.client().get("/checkpoint").await.expect(200).bytes).unwrap();
    server.close();
    let kept = kept.to_str().unwrap();
    whole(&verify(&place, &["--checkpoint", kept]));
    let old = format!("sqlite://{}", copy.display());
    whole(&verify(&place, &["--database", &old]));
    refused(
        &verify(&place, &["--database", &old, "--checkpoint", kept]),
        "the kept checkpoint of size ",
    );
}

#[tokio::test]
async fn an_export_is_checked_without_the_office() {
    let place = Place::new();
    let empty = place.run(&["export-ledger", "early"], &[]);
    assert_eq!(empty.code, Some(1));
    let (server, client) = found(&place).await;
    act(&client, 1).await;
    server.close();
    fs::create_dir(place.path().join("there")).unwrap();
    let there = place.run(&["export-ledger", "there"], &[]);
    assert_eq!((there.code, there.out.as_str()), (Some(1), ""));
    assert!(there.err.contains("there"), "{}", there.err);
    assert_eq!(
        fs::read_dir(place.path().join("there")).unwrap().count(),
        0,
        "nothing is mixed into it"
    );

    let done = place.run(&["export-ledger", "export", "--notes"], &[]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    let entries = rows(&place, "SELECT digest FROM ledger_entries WHERE position IS NOT NULL")
        .await
        .len();
    assert_eq!(done.out, format!("{entries} entries are in export\n"));
    let key = first_key(&place).await;
    let elsewhere = Place::new();
    let folder = place.path().join("export");
    let export = folder.to_str().unwrap();
    assert!(whole(&verify(&elsewhere, &["--export", export])).contains("which proves nothing about who made it"));
    assert!(whole(&verify(&elsewhere, &["--export", export, "--key", &key])).contains("with the key that was given"));
    changed_files(&elsewhere, &folder, export, &key);
}

/// Each of these changes to a file of an export alone is refused.
fn changed_files(elsewhere: &Place, folder: &Path, export: &str, key: &str) {
    let checkpoint = fs::read_to_string(folder.join("checkpoint.txt")).unwrap();
    let signature = checkpoint.trim_end().rsplit(' ').next().unwrap().to_owned();
    let (front, back) = signature.split_at(20);
    let turned = format!("{front}{}{}", if back.starts_with('A') { 'B' } else { 'A' }, &back[1..]);
    let nobody = "\u{2014} nobody.example/ledger AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";
    let unsigned = format!("{}\n\n{nobody}\n", checkpoint.split("\n\n").next().unwrap());
    let entries = fs::read_to_string(folder.join("entries.jsonl")).unwrap();
    let changes = [
        (
            "checkpoint.txt",
            checkpoint.replace(&signature, &turned),
            "checkpoint.txt: a signature of ",
        ),
        (
            "checkpoint.txt",
            unsigned,
            "checkpoint.txt: no trusted key has signed it",
        ),
        ("checkpoint.txt", "nonsense".to_owned(), "checkpoint.txt: "),
        ("entries.jsonl", entries.trim_end().to_owned(), "entries.jsonl line "),
        (
            "entries.jsonl",
            entries.replace('\n', "\r\n"),
            "entry 0: it is not canonical JSON",
        ),
        (
            "entries.jsonl",
            entries.replacen("\"v\":2", "\"v\":3", 1),
            "entry 0: its version is not known",
        ),
        ("keys.txt", format!("{key}\n{key}\n"), "keys.txt: "),
        ("witnesses.txt", "nonsense\n".to_owned(), "witnesses.txt: "),
    ];
    for (name, text, words) in changes {
        let path = folder.join(name);
        let kept = fs::read(&path).unwrap();
        fs::write(&path, text).unwrap();
        refused(&verify(elsewhere, &["--export", export, "--key", key]), words);
        fs::write(&path, kept).unwrap();
    }
    whole(&verify(elsewhere, &["--export", export, "--key", key]));
}

#[tokio::test]
async fn what_was_committed_before_a_kill_gets_its_place_at_the_next_start() {
    let place = Place::new();
    let (mut server, mut client) = found(&place).await;
    let mut tries = 0;
    let digest = loop {
        tries += 1;
        let digest = act(&client, tries).await;
        // SIGKILL: no last round of the sequencer.
        drop(server);
        if !rows(&place, PENDING).await.is_empty() {
            break digest;
        }
        assert!(tries < 10, "the sequencer was faster than the kill each time");
        server = place.serve(&[], &[]);
        let session = sign_in(&server.client(), PASSWORD).await.expect(200);
        client = server
            .client()
            .with_token(session.json["access_token"].as_str().unwrap());
    };
    assert!(whole(&verify(&place, &[])).contains(" that wait for their places"));
    let server = place.serve(&[], &[]);
    taken_up(&place).await;
    server.close();
    let placed = format!("SELECT kind FROM ledger_entries WHERE digest = '{digest}' AND position IS NOT NULL");
    assert_eq!(rows(&place, &placed).await, ["person_created"]);
    assert!(!whole(&verify(&place, &[])).contains("wait"));
}

#[tokio::test]
async fn a_key_is_rotated_by_its_file() {
    let place = Place::new();
    let (server, client) = found(&place).await;
    act(&client, 1).await;
    taken_up(&place).await;
    server.close();
    let path = place.data().join("secrets/ledger-keys");
    let before = fs::read_to_string(&path).unwrap();
    let (origin, seed) = before.trim_end().split_once('\n').unwrap();
    fs::write(&path, format!("{origin}\nretired {seed}\n{}\n", "ab".repeat(32))).unwrap();

    let server = place.serve(&[], &[]);
    let session = sign_in(&server.client(), PASSWORD).await.expect(200);
    let client = server
        .client()
        .with_token(session.json["access_token"].as_str().unwrap());
    act(&client, 2).await;
    taken_up(&place).await;
    act(&client, 3).await;
    taken_up(&place).await;
    server.close();
    let kinds = rows(
        &place,
        "SELECT kind FROM ledger_entries WHERE module = 'ledger' ORDER BY position",
    )
    .await;
    assert_eq!(kinds, ["ledger_key_added", "ledger_key_retired", "ledger_key_added"]);
    let key = first_key(&place).await;
    whole(&verify(&place, &[]));
    whole(&verify(&place, &["--key", &key]));
    let done = place.run(&["export-ledger", "export"], &[]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    let keys = fs::read_to_string(place.path().join("export/keys.txt")).unwrap();
    assert_eq!((keys.lines().count(), keys.lines().next()), (2, Some(key.as_str())));
    whole(&verify(&place, &["--export", "export", "--key", &key]));
    // The later key alone explains nothing of what came before it.
    let later = keys.lines().nth(1).unwrap();
    refused(
        &verify(&place, &["--export", "export", "--key", later]),
        "checkpoint of size ",
    );
}
