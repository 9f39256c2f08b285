//! The same folder a second time.

use super::people::{PASSWORD, add_account, add_administrator, begin, go_on, sign_in};
use super::process::Place;
use daftar_testing::Client;
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

async fn units(client: &Client) -> Vec<String> {
    let list = client.get("/api/v1/units").await.expect(200);
    let items = list.json["items"].as_array().unwrap();
    items
        .iter()
        .map(|unit| unit["id"].as_str().unwrap().to_owned())
        .collect()
}

/// Some text from every row that a statement finds.
pub(crate) async fn rows(place: &Place, sql: &str) -> Vec<String> {
    let url = format!("sqlite://{}", place.data().join("daftar.db").display());
    let raw = sea_orm::Database::connect(url).await.unwrap();
    let found = raw
        .query_all_raw(Statement::from_string(DbBackend::Sqlite, sql))
        .await
        .unwrap();
    found.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

#[tokio::test]
async fn a_second_start_finds_the_office_as_it_was() {
    let place = Place::new();
    let first_password = add_administrator(&place);
    let first = place.serve(&[], &[]);
    let session = begin(&first.client(), &first_password).await;
    let known = units(&first.client().with_token(&session.access)).await;
    assert_eq!(known.len(), 1, "the government of the first administrator");
    let log = first.close();
    assert!(
        log.last().unwrap().contains("the office is closed"),
        "{}",
        log.join("\n")
    );
    let keys = place.data().join("secrets/token-keys");
    let kept = fs::read_to_string(&keys).unwrap();

    // The demonstration office is for an empty database only.
    let second = place.serve(&["--demo"], &[]);
    let client = second.client().with_token(&session.access);
    assert_eq!(units(&client).await, known);
    let next = go_on(&second.client(), &session).await;
    second
        .client()
        .with_token(&next.access)
        .get("/api/v1/me")
        .await
        .expect(200);
    sign_in(&second.client(), PASSWORD).await.expect(200);
    assert_eq!(fs::read_to_string(&keys).unwrap(), kept);
    assert_eq!(mode(&keys), 0o600);
    for folder in [place.data(), place.data().join("secrets")] {
        assert_eq!(mode(&folder), 0o700, "{}", folder.display());
    }
}

#[tokio::test]
async fn migrating_twice_changes_nothing() {
    let place = Place::new();
    let migrate = || {
        let done = place.run(&["migrate"], &[]);
        assert_eq!(done.code, Some(0), "{}", done.err);
    };
    migrate();
    add_administrator(&place);
    let look = async || {
        let mut seen = rows(
            &place,
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name",
        )
        .await;
        seen.extend(
            rows(
                &place,
                "SELECT version || ' ' || applied_at FROM seaql_migrations ORDER BY version",
            )
            .await,
        );
        seen.extend(rows(&place, "SELECT user_name FROM persons").await);
        seen
    };
    let before = look().await;
    assert!(before.len() > 20, "{before:?}");
    migrate();
    let after = look().await;
    let changed: Vec<&String> = after.iter().filter(|row| !before.contains(row)).collect();
    assert_eq!((after.len(), changed), (before.len(), Vec::new()));
}

#[tokio::test]
async fn an_account_that_cannot_be_added_is_refused_with_words() {
    let place = Place::new();
    add_administrator(&place);
    let refused = [
        ("Root.Admin", "Another person has this user name already."),
        ("two words", "user_name: A user name has 3 to 64 Latin letters"),
    ];
    for (name, words) in refused {
        let done = add_account(&place, name);
        assert_eq!((done.code, done.out.as_str()), (Some(1), ""), "{name}");
        assert!(done.err.contains(words), "{}", done.err);
        assert!(!done.err.contains("FieldError"), "{}", done.err);
    }
    assert_eq!(rows(&place, "SELECT user_name FROM persons").await, ["root.admin"]);
}
