//! Witnesses over real HTTP, and over TLS of an office's own authority.

use super::people::add_administrator;
use super::process::{Ended, Place};
use daftar_testing::{Mood, TestWitness, WitnessServer, witness_key};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

const NAME: &str = "archives.example/witness";
/// What happens to a witness that answers is said at this level.
const LOUD: &[(&str, &str)] = &[("DAFTAR__LOG__FILTER", "info,daftar=debug")];

/// A place whose configuration names a witness at this address.
fn place_with(url: &str, more: &str) -> Place {
    let place = Place::new();
    configure(&place, url, more);
    place
}

fn configure(place: &Place, url: &str, more: &str) {
    let key = witness_key(NAME).verifier().to_string();
    let text =
        format!("[ledger]\nwitness_seconds = 1\n{more}\n[[ledger.witnesses]]\nurl = \"{url}\"\nkey = \"{key}\"\n");
    fs::write(place.path().join("daftar.toml"), text).unwrap();
}

fn witness() -> WitnessServer {
    WitnessServer::start(TestWitness::new(NAME, None))
}

fn export(place: &Place, name: &str) -> Ended {
    let done = place.run(&["export-ledger", name], LOUD);
    assert_eq!(done.code, Some(0), "{}", done.err);
    done
}

fn certificate(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/program/certificates")
        .join(name)
}

#[tokio::test]
async fn a_server_asks_its_witness_and_shows_the_cosignature() {
    let server = witness();
    let place = place_with(&server.url, "");
    add_administrator(&place);
    let mut office = place.serve(&[], LOUD);
    office.process.until("a witness has cosigned");
    let checkpoint = office.client().get("/checkpoint").await.expect(200);
    let text = String::from_utf8(checkpoint.bytes).unwrap();
    assert!(text.contains(&format!("\n\u{2014} {NAME} ")), "{text}");
    office.close();

    export(&place, "export");
    let key = witness_key(NAME).verifier().to_string();
    let folder = place.path().join("export");
    assert_eq!(
        fs::read_to_string(folder.join("witnesses.txt")).unwrap(),
        format!("{key}\n")
    );
    assert_eq!(fs::read_to_string(folder.join("checkpoint.txt")).unwrap(), text);
    for arguments in [&["verify"][..], &["verify", "--export", "export"]] {
        let done = place.run(arguments, &[]);
        assert_eq!(done.code, Some(0), "{}", done.err);
        assert!(done.out.contains(", 1 cosignatures,"), "{}", done.out);
    }

    // A false line by a witness whom the export itself names, in either of the files that have one.
    let line = text.lines().last().unwrap();
    let forged = forge(line);
    let falsely = || {
        let done = place.run(&["verify", "--export", "export"], &[]);
        assert_eq!(done.code, Some(1), "{}", done.out);
        assert!(
            done.err.contains(&format!("the line of the witness {NAME} is false")),
            "{}",
            done.err
        );
    };
    fs::write(folder.join("checkpoint.txt"), text.replace(line, &forged)).unwrap();
    falsely();
    fs::write(folder.join("checkpoint.txt"), &text).unwrap();
    let history = folder.join("checkpoints.jsonl");
    let lines = fs::read_to_string(&history).unwrap();
    fs::write(&history, lines.replace(line, &forged)).unwrap();
    falsely();
}

/// The same line with one letter of its signature changed.
fn forge(line: &str) -> String {
    let at = line.len() - 10;
    let letter = if &line[at..=at] == "A" { "B" } else { "A" };
    format!("{}{letter}{}", &line[..at], &line[at + 1..])
}

#[test]
fn a_worker_asks_where_the_server_does_no_jobs() {
    let server = witness();
    let place = place_with(&server.url, "");
    add_administrator(&place);
    let no_jobs = [LOUD, &[("DAFTAR__JOBS__IN_SERVER", "false")]].concat();
    let office = place.serve(&[], &no_jobs);
    let mut worker = place.start(&["worker"], LOUD);
    worker.until("a witness has cosigned");
    worker.tell_to_stop();
    assert_eq!(worker.end().0.code(), Some(0));
    let log = office.close().join("\n");
    assert!(!log.contains("a witness has cosigned"), "{log}");
}

#[test]
fn an_export_does_not_fail_with_its_witness() {
    let server = witness();
    let place = place_with(&server.url, "");
    add_administrator(&place);
    let moods = [
        (Mood::Elsewhere, "it answered 307"),
        (Mood::Endless, "its answer is longer than"),
        (Mood::Lossy, "unreachable"),
        (Mood::Babbling, "no good line by its key"),
        (Mood::False, "no good line by its key"),
        (Mood::Status(404), "it answered 404"),
        (Mood::Silent, "no answer within"),
        (Mood::Contrary, "A WITNESS HAS SEEN ANOTHER PAST"),
    ];
    for (mood, said) in moods {
        server.witness.becomes(mood);
        let name = format!("{mood:?}");
        let done = export(&place, &name);
        assert!(done.err.contains(said), "{mood:?}: {}", done.err);
        assert!(!done.err.contains("a witness has cosigned"), "{mood:?}: {}", done.err);
    }
    // Nothing of all that was kept; what the lossy one has seen is found out.
    server.witness.becomes(Mood::Honest);
    let done = export(&place, "honest");
    assert!(done.err.contains("a witness has cosigned"), "{}", done.err);
    let latest = fs::read_to_string(place.path().join("honest/checkpoint.txt")).unwrap();
    assert_eq!(latest.matches('\u{2014}').count(), 2, "{latest}");
    let before = fs::read_to_string(place.path().join("Contrary/checkpoint.txt")).unwrap();
    assert_eq!(before.matches('\u{2014}').count(), 1, "{before}");

    let alone = place_with("http://127.0.0.1:1", "");
    add_administrator(&alone);
    let done = export(&alone, "nobody");
    assert!(done.err.contains("unreachable"), "{}", done.err);
}

/// A witness behind TLS with a certificate of an authority that no browser knows.
fn behind_tls(witness: &TestWitness) -> String {
    let chain = CertificateDer::pem_file_iter(certificate("witness.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_file(certificate("witness-key.pem")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain.map(Result::unwrap).collect(), key)
        .unwrap();
    let config = Arc::new(config);
    let socket = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("https://{}", socket.local_addr().unwrap());
    let witness = witness.clone();
    thread::spawn(move || {
        for stream in socket.incoming().map_while(Result::ok) {
            let connection = ServerConnection::new(config.clone()).unwrap();
            // Whoever does not trust the certificate hangs up.
            drop(witness.serve(StreamOwned::new(connection, stream)));
        }
    });
    url
}

#[test]
fn a_witness_behind_tls_of_an_own_authority() {
    let witness = TestWitness::new(NAME, None);
    let url = behind_tls(&witness);
    let place = place_with(&url, "");
    add_administrator(&place);
    let done = export(&place, "untrusted");
    assert!(done.err.contains("unreachable"), "{}", done.err);
    assert!(done.err.contains("UnknownIssuer"), "{}", done.err);
    assert_eq!(witness.submissions().len(), 0);

    let roots = format!("witness_roots = \"{}\"", certificate("authority.pem").display());
    configure(&place, &url, &roots);
    let done = export(&place, "trusted");
    assert!(done.err.contains("a witness has cosigned"), "{}", done.err);
}
