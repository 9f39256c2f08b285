//! `daftar config check`.

use super::process::Place;
use daftar_domain::ledger::{KeyUse, SignerKey};
use daftar_testing::witness_key;
use serde_json::Value;
use std::fs;

#[test]
fn a_good_configuration_is_shown_without_secrets() {
    let place = Place::new();
    let file = "[server]\npublic_url = \"https://office.example.gov.pk\"\n\
        [database]\nurl = \"postgres://daftar:s3cret@db/daftar?sslmode=require&password=s3cret\"\nconnections = 8\n";
    fs::write(place.path().join("daftar.toml"), file).unwrap();
    let done = place.run(&["config", "check"], &[("DAFTAR__DATABASE__CONNECTIONS", "9")]);
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""));
    let shown: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(shown["server"]["public_url"], "https://office.example.gov.pk");
    assert_eq!(shown["database"]["connections"], 9, "the environment wins");
    assert_eq!(shown["jobs"]["in_server"], true, "defaults are shown too");
    assert!(
        shown["database"]["url"]
            .as_str()
            .unwrap()
            .contains("@db/daftar?sslmode=require")
    );
    assert!(!done.out.contains("s3cret"), "{}", done.out);
}

/// Checks a configuration in which something is wrong; it must be named.
fn refused(place: &Place, arguments: &[&str], variables: &[(&str, &str)], named: &str) {
    let done = place.run(arguments, variables);
    assert_eq!(done.code, Some(1), "{arguments:?} {variables:?}: {}", done.out);
    assert_eq!(done.out, "", "{arguments:?} {variables:?}");
    assert!(done.err.contains(named), "{named} is not in: {}", done.err);
}

#[test]
fn what_is_wrong_in_the_file_is_named() {
    let place = Place::new();
    let wrong = [
        ("[server]\nport = 80\n", "port"),
        ("[servr]\naddress = \"127.0.0.1:80\"\n", "servr"),
        ("[server]\nworkers = \"many\"\n", "server.workers"),
        ("[log]\nformat = \"xml\"\n", "log.format"),
        ("[jobs]\nin_server = \"perhaps\"\n", "jobs.in_server"),
        ("[server]\nworkers = = 3\n", "office.toml"),
    ];
    for (text, named) in wrong {
        fs::write(place.path().join("office.toml"), text).unwrap();
        refused(&place, &["config", "check", "--config", "office.toml"], &[], named);
    }
}

#[test]
fn what_is_wrong_in_the_environment_is_named() {
    let place = Place::new();
    let wrong = [
        ("DAFTAR__SERVER__PORT", "80", "port"),
        ("DAFTAR__SERVR__ADDRESS", "127.0.0.1:80", "servr"),
        ("DAFTAR__SERVER__ADDRESS", "localhost", "server.address"),
        (
            "DAFTAR__SERVER__PUBLIC_URL",
            "office.example.gov.pk",
            "server.public_url",
        ),
        ("DAFTAR__SERVER__HEAD_SECONDS", "0", "server.head_seconds"),
        ("DAFTAR__DATABASE__URL", "mysql://db/daftar", "database.url"),
        ("DAFTAR__DATABASE__CONNECTIONS", "1", "database.connections"),
        ("DAFTAR__LOG__FILTER", "daftar_api=loud", "log.filter"),
    ];
    for (name, value, named) in wrong {
        refused(&place, &["config", "check"], &[(name, value)], named);
    }
}

/// A configuration with witnesses, each with its address and key.
fn witnesses(of: &[(&str, &str)]) -> String {
    let table = |(url, key): &(&str, &str)| format!("[[ledger.witnesses]]\nurl = \"{url}\"\nkey = \"{key}\"\n");
    of.iter().map(table).collect()
}

#[test]
fn what_is_wrong_with_a_witness_is_named() {
    let place = Place::new();
    let (url, key) = (
        "https://witness.example/a",
        witness_key("witness.example").verifier().to_string(),
    );
    let office = SignerKey::from_seed("witness.example", KeyUse::Note, &[1; 32]).unwrap();
    let other = SignerKey::from_seed("witness.example", KeyUse::Cosignature, &[1; 32]).unwrap();
    let of_office = office.verifier().to_string();
    let wrong = [
        (
            witnesses(&[(url, "witness.example+key")]),
            "number 1: key: is no verifier key",
        ),
        (witnesses(&[(url, &of_office)]), "number 1: key: is for signing notes"),
        (
            witnesses(&[("witness.example", &key)]),
            "number 1: url: must start with",
        ),
        (
            witnesses(&[("ftp://witness.example", &key)]),
            "number 1: url: must start with",
        ),
        (
            witnesses(&[("https://witness.example/", &key)]),
            "number 1: url: must start with",
        ),
        (
            witnesses(&[("https://me@witness.example", &key)]),
            "number 1: url: must start with",
        ),
        (
            witnesses(&[("https://witness.example?a=b", &key)]),
            "number 1: url: must start with",
        ),
        (
            witnesses(&[("https://witness example", &key)]),
            "number 1: url: is none",
        ),
        (
            witnesses(&[(url, &key), ("https://b.example", &other.verifier().to_string())]),
            "number 2: its key has the name of number 1",
        ),
        (
            "[[ledger.witnesses]]\nurl = \"https://witness.example\"\n".to_owned(),
            "key",
        ),
        (
            "[ledger]\nwitness_seconds = 0\n".to_owned(),
            "ledger.witness_seconds: must be at least 1",
        ),
        ("[ledger]\nwitness_roots = \"missing.pem\"\n".to_owned(), "missing.pem"),
        (
            "[ledger]\nwitness_roots = \"office.toml\"\n".to_owned(),
            "there is no certificate in it",
        ),
    ];
    for (text, named) in wrong {
        fs::write(place.path().join("office.toml"), text).unwrap();
        refused(&place, &["config", "check", "--config", "office.toml"], &[], named);
    }
    let two = witnesses(&[
        (url, &key),
        ("http://10.0.0.7:8443", &witness_key("b.example").verifier().to_string()),
    ]);
    fs::write(place.path().join("office.toml"), two).unwrap();
    let done = place.run(&["config", "check", "--config", "office.toml"], &[]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    let shown: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(shown["ledger"]["witnesses"][0]["key"], key);
    assert_eq!(shown["ledger"]["witness_seconds"], 60);
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let place = Place::new();
    fs::create_dir(place.path().join("folder.toml")).unwrap();
    for file in ["missing.toml", "folder.toml"] {
        refused(&place, &["config", "check", "--config", file], &[], file);
        refused(&place, &["serve"], &[("DAFTAR_CONFIG", file)], file);
    }
}
