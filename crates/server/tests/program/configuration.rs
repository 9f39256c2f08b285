//! `daftar config check`.

use super::process::Place;
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

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let place = Place::new();
    fs::create_dir(place.path().join("folder.toml")).unwrap();
    for file in ["missing.toml", "folder.toml"] {
        refused(&place, &["config", "check", "--config", file], &[], file);
        refused(&place, &["serve"], &[("DAFTAR_CONFIG", file)], file);
    }
}
