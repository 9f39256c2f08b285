use super::archive::members;
use super::{SO, check, full, made, trusted};
use daftar_application::ledger::{check_archive, keys_in_archive};
use daftar_domain::ledger::{KeyUse, SignerKey, TrustedKeys};
use daftar_testing::{TestApp, on_both};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

type Members = Vec<(String, Vec<u8>)>;
type Change = fn(&mut Members);

/// Writes members as an archive.
fn zipped(members: &Members) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Writes the manifest anew, as a forger would.
fn forged(mut members: Members) -> Members {
    let (name, manifest) = members.pop().unwrap();
    let mut manifest: Value = serde_json::from_slice(&manifest).unwrap();
    let lines = members
        .iter()
        .map(|(name, bytes)| json!({"name": name, "bytes": bytes.len(), "sha256": hex::encode(Sha256::digest(bytes))}));
    manifest["members"] = lines.collect();
    members.push((name, daftar_domain::ledger::canonical_json(&manifest).into_bytes()));
    members
}

fn of<'m>(members: &'m mut Members, name: &str) -> &'m mut Vec<u8> {
    &mut members.iter_mut().find(|(known, _)| known.starts_with(name)).unwrap().1
}

/// A text in the place of another, once.
fn instead(bytes: &mut Vec<u8>, old: &str, new: &str) {
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(old), "{old}");
    *bytes = text.replacen(old, new, 1).into_bytes();
}

/// Lines, each ended.
fn ended(lines: &[impl AsRef<str>]) -> Vec<u8> {
    let ended = lines.iter().flat_map(|line| [line.as_ref(), "\n"]);
    ended.collect::<String>().into_bytes()
}

/// Changes a line of a member.
fn line(members: &mut Members, name: &str, number: usize, change: impl Fn(&mut Value)) {
    let bytes = of(members, name);
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut value: Value = serde_json::from_str(&lines[number]).unwrap();
    change(&mut value);
    lines[number] = daftar_domain::ledger::canonical_json(&value);
    *bytes = ended(&lines);
}

fn without_line(members: &mut Members, name: &str, number: usize) {
    let bytes = of(members, name);
    let text = String::from_utf8(bytes.clone()).unwrap();
    let kept = text.lines().enumerate().filter(|(at, _)| *at != number);
    let kept: Vec<&str> = kept.map(|(_, line)| line).collect();
    *bytes = ended(&kept);
}

fn refusal(app: &TestApp, archive: &[u8], what: &str) -> String {
    match check(app, archive) {
        Ok(report) => panic!("{what} was not noticed: {report:?}"),
        Err(error) => error.to_string(),
    }
}

on_both! {
    async fn every_change_of_a_copy_is_refused(app: TestApp) {
        let file = full(&app).await;
        let archive = made(&app, &app.acting(SO), &file).await;
        let whole = members(&archive);
        check(&app, &zipped(&whole)).unwrap();
        // A changed byte in each member: the manifest says so, or the manifest itself is no more.
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            let bytes = &mut changed[at].1;
            if bytes.is_empty() {
                continue;
            }
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            refusal(&app, &zipped(&changed), &whole[at].0);
            let mut fewer = whole.clone();
            fewer.remove(at);
            refusal(&app, &zipped(&fewer), &format!("without {}", whole[at].0));
        }
        let mut more = whole.clone();
        more.insert(3, ("papers/9-more.pdf".to_owned(), b"more".to_vec()));
        refusal(&app, &zipped(&more), "a member more");
        refusal(&app, &zipped(&forged(more)), "a member more, and in the manifest");
        let mut behind = archive.clone();
        behind.extend_from_slice(b"behind");
        refusal(&app, &behind, "bytes behind the archive");
        refusal(&app, &[b"before".as_slice(), &archive].concat(), "bytes before the archive");
    }

    async fn who_writes_the_manifest_anew_is_refused_too(app: TestApp) {
        let file = full(&app).await;
        let archive = made(&app, &app.acting(SO), &file).await;
        let whole = members(&archive);
        check(&app, &zipped(&forged(whole.clone()))).unwrap();
        let changes: &[(&str, Change, &str)] = &[
            ("another note", |m| instead(of(m, "notes.jsonl"), "may be met", "is refused"), "it was changed"),
            ("a note less", |m| without_line(m, "notes.jsonl", 0), "is missing"),
            ("a note twice", |m| {
                let bytes = of(m, "notes.jsonl");
                let text = String::from_utf8(bytes.clone()).unwrap();
                bytes.extend_from_slice(format!("{}\n", text.lines().next().unwrap()).as_bytes());
            }, "twice"),
            ("another text of a draft", |m| instead(of(m, "texts.jsonl"), "funds are released", "funds are refused"), "it was changed"),
            ("a text less", |m| without_line(m, "texts.jsonl", 0), "is missing"),
            ("a signature less", |m| without_line(m, "signatures.jsonl", 0), "is missing"),
            ("other evidence", |m| line(m, "signatures.jsonl", 0, |value| {
                let evidence = value["evidence"].as_str().unwrap().replace("password", "totp");
                value["evidence"] = json!(evidence);
            }), "evidence"),
            ("another statement", |m| line(m, "signatures.jsonl", 1, |value| {
                let statement = value["statement"].as_str().unwrap().replace("\"ordinal\":1", "\"ordinal\":2");
                value["statement"] = json!(statement);
            }), "signed"),
            ("another entry", |m| instead(of(m, "entries.jsonl"), "file_opened", "file_closed"), "proof"),
            ("an entry less", |m| without_line(m, "entries.jsonl", 2), ""),
            ("exchanged proofs", |m| {
                let mut proofs = Vec::new();
                for at in [0, 1] {
                    line(m, "entries.jsonl", at, |_| {});
                    let text = String::from_utf8(of(m, "entries.jsonl").clone()).unwrap();
                    let value: Value = serde_json::from_str(text.lines().nth(at).unwrap()).unwrap();
                    proofs.push(value["proof"].clone());
                }
                line(m, "entries.jsonl", 0, |value| value["proof"] = proofs[1].clone());
                line(m, "entries.jsonl", 1, |value| value["proof"] = proofs[0].clone());
            }, "proof"),
            ("another paper", |m| {
                of(m, "papers/0001").push(b' ');
            }, "other bytes"),
            ("another paper and its line", |m| {
                of(m, "papers/0001").push(b' ');
                let bytes = of(m, "papers/0001").clone();
                line(m, "documents.jsonl", 0, |value| {
                    value["sha256"] = json!(hex::encode(Sha256::digest(&bytes)));
                    value["bytes"] = json!(bytes.len());
                });
            }, "it was changed"),
            ("a paper less, and its line", |m| {
                m.retain(|(name, _)| !name.starts_with("papers/0001"));
                without_line(m, "documents.jsonl", 0);
            }, "is missing"),
            ("a paper said to be left out", |m| {
                let (_, manifest) = m.last_mut().unwrap();
                let mut value: Value = serde_json::from_slice(manifest).unwrap();
                value["left_out"] = json!(["0".repeat(64)]);
                *manifest = value.to_string().into_bytes();
            }, "left out"),
            ("another checkpoint", |m| {
                let bytes = of(m, "checkpoint.txt");
                let text = String::from_utf8(bytes.clone()).unwrap();
                let mut lines: Vec<&str> = text.lines().collect();
                let more = (lines[1].parse::<u64>().unwrap() + 1).to_string();
                lines[1] = &more;
                *bytes = ended(&lines);
            }, ""),
            ("another file", |m| instead(of(m, "file.json"), "\"number\":\"F", "\"number\":\"G"), "another file"),
        ];
        for (what, change, says) in changes {
            let mut changed = whole.clone();
            change(&mut changed);
            assert_ne!(changed, whole, "{what}");
            let refused = refusal(&app, &zipped(&forged(changed)), what);
            assert!(refused.contains(says), "{what}: {refused}");
        }
    }

    async fn a_stranger_s_key_proves_nothing(app: TestApp) {
        let file = full(&app).await;
        let archive = made(&app, &app.acting(SO), &file).await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.zip");
        std::fs::write(&path, &archive).unwrap();
        let own = app.office.ledger_keys().all()[0].verifier();
        assert_eq!(keys_in_archive(&path).unwrap()[0], *own);
        check_archive(&path, &trusted(&app), &[]).unwrap();
        let stranger = SignerKey::from_seed(own.name(), KeyUse::Note, &[77; 32]).unwrap();
        let keys = TrustedKeys::given([stranger.verifier().clone()]);
        let refused = check_archive(&path, &keys, &[]).unwrap_err().to_string();
        assert!(refused.contains("no trusted key"), "{refused}");
        let witness = SignerKey::from_seed("stranger.example", KeyUse::Cosignature, &[8; 32]).unwrap();
        let refused = check_archive(&path, &trusted(&app), &[witness.verifier().clone()]).unwrap_err().to_string();
        assert!(refused.contains("has not cosigned"), "{refused}");
    }
}
