//! `daftar keys`.

use super::people::{add_administrator, begin};
use super::process::{Ended, Place};
use super::sealed::{entries, expect_hidden, hide, put, sealed};

/// A line of `daftar keys list`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) id: String,
    pub(crate) place: String,
    pub(crate) secrets: usize,
    pub(crate) current: bool,
}

/// What `daftar keys list` shows.
pub(crate) fn list(place: &Place, variables: &[(&str, &str)]) -> Vec<Key> {
    let done = ended_well(place.run(&["keys", "list"], variables));
    let lines = done.out.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        Key {
            id: words[0].to_owned(),
            place: words[1].to_owned(),
            secrets: words[2].parse().unwrap(),
            current: words.get(4) == Some(&"current"),
        }
    });
    lines.collect()
}

/// A command that did what it should.
pub(crate) fn ended_well(done: Ended) -> Ended {
    assert_eq!(done.code, Some(0), "{}\n{}", done.out, done.err);
    done
}

/// Looks that a command refuses, with these words.
pub(crate) fn refused(done: &Ended, words: &str) {
    assert_eq!(done.code, Some(1), "{}", done.out);
    assert!(done.err.contains(words), "{}", done.err);
}

#[tokio::test]
async fn the_key_is_replaced_beside_a_server_that_runs() {
    let place = Place::new();
    let first_password = add_administrator(&place);
    hide(&place, 250).await;
    // Its check of the ledger would find the key that is hidden here behind its back.
    let server = place.serve(&[], &[("DAFTAR__LEDGER__VERIFY_HOURS", "0")]);
    // With those of the authorities for certificates, which the server has made.
    let all = 250 + 2;
    let before = list(&place, &[]);
    assert_eq!((before.len(), before[0].secrets, before[0].current), (1, all, true));

    let done = ended_well(place.run(&["keys", "rotate"], &[]));
    assert!(done.out.contains(&format!("{all} secrets")), "{}", done.out);
    let after = list(&place, &[]);
    assert_eq!((after.len(), after[0].secrets, after[0].current), (2, all, true));
    assert_eq!((&after[1].id, after[1].secrets), (&before[0].id, 0));
    expect_hidden(&place, 250).await;

    refused(
        &place.run(&["keys", "retire", &after[0].id], &[]),
        "Make another one first",
    );
    ended_well(place.run(&["keys", "retire", &before[0].id], &[]));
    assert_eq!(list(&place, &[]).len(), 1);
    expect_hidden(&place, 250).await;
    assert_eq!(entries(&place, "key_encryption_key_rotated").await, 1);
    assert_eq!(entries(&place, "key_encryption_key_retired").await, 1);

    begin(&server.client(), &first_password).await;
    let figures = server.client().get("/metrics").await.expect(200);
    let text = String::from_utf8(figures.bytes).unwrap();
    assert!(text.lines().any(|line| line == "daftar_keys_usable 1"), "{text}");
    let log = server.close();
    assert!(!log.iter().any(|line| line.contains("\"ERROR\"")), "{}", log.join("\n"));
}

#[tokio::test]
async fn a_replacement_that_was_killed_is_finished_by_the_next() {
    let place = Place::new();
    add_administrator(&place);
    hide(&place, 3000).await;
    let old = list(&place, &[]).remove(0).id;
    let mut rotation = place.start(&["keys", "rotate"], &[]);
    rotation.until("sealed anew");
    rotation.kill();

    let halfway = list(&place, &[]);
    assert_eq!(halfway[1].id, old);
    assert!(halfway.iter().all(|key| key.secrets > 0), "{halfway:?}");
    assert_eq!(halfway[0].secrets + halfway[1].secrets, 3000);
    expect_hidden(&place, 3000).await;
    refused(&place.run(&["keys", "retire", &old], &[]), "still need this key");

    let done = ended_well(place.run(&["keys", "reseal"], &[]));
    assert!(done.out.contains(&halfway[0].id), "{}", done.out);
    expect_hidden(&place, 3000).await;
    assert_eq!(list(&place, &[])[1].secrets, 0);
    ended_well(place.run(&["keys", "retire", &old], &[]));
    assert_eq!(entries(&place, "key_encryption_key_rotated").await, 1);
}

#[tokio::test]
async fn a_secret_that_does_not_open_is_told_and_left_alone() {
    let place = Place::new();
    add_administrator(&place);
    hide(&place, 3).await;
    let texts = sealed(&place).await;
    put(&place, 1, &texts[2]).await;
    let done = place.run(&["keys", "rotate"], &[]);
    refused(&done, "1 secrets do not open");
    assert!(done.out.contains("2 secrets were sealed anew"), "{}", done.out);
    assert_eq!(sealed(&place).await[1], texts[2]);

    put(&place, 1, &texts[1]).await;
    ended_well(place.run(&["keys", "reseal"], &[]));
    expect_hidden(&place, 3).await;
}

#[tokio::test]
async fn all_signing_keys_can_be_given_up() {
    let place = Place::new();
    add_administrator(&place);
    hide(&place, 130).await;
    let done = ended_well(place.run(&["keys", "retire-signing-keys"], &[]));
    assert!(done.out.contains("130 signing keys"), "{}", done.out);
    assert_eq!(list(&place, &[])[0].secrets, 0, "their secrets are gone");
    assert_eq!(entries(&place, "signing_key_retired").await, 130);
    let again = ended_well(place.run(&["keys", "retire-signing-keys"], &[]));
    assert!(again.out.starts_with("0 "), "{}", again.out);
}
