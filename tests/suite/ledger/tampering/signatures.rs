//! Signatures: rows changed by hand, and forgeries by whoever rules database and server, and has the ledger's keys.

use super::super::a_file;
use super::changes::{Change, change};
use super::facts::{Entry, Facts, quoted};
use super::{Intruder, a_day, check, known, take_up};
use crate::files::signing::{prepare, sign, with_assertion};
use crate::files::{act, body, to};
use crate::identity::factors::with_passkey;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_domain::ledger::{canonical_json, digest_hex, sha256_hex};
use daftar_domain::signing::{Evidence, Method, Statement};
use daftar_persistence::signing::SignatureRow;
use daftar_testing::{Authenticator, Client, Persona, TestApp, on_both};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};

/// A file with a note by a passkey that goes up, comes back, and is closed; answers its owner and what he signs with.
pub(super) async fn signed_file(app: &TestApp) -> (Client, Authenticator) {
    let file = a_file(app).await;
    let (officer, mut authenticator, _) = with_passkey(app, Persona::SectionOfficer, 1).await;
    let note = json!({"kind": "note", "body": body(&["Signed by hand."])});
    let (shown, signing) = prepare(&officer, &file, "notes", &note).await;
    let signing = with_assertion(signing, authenticator.assert(&shown.json, None));
    let _ = sign(&officer, &file, "notes", &signing).await.expect(200);
    let up = to(app, Persona::DeputySecretary);
    let _ = act(app, Persona::SectionOfficer, &file, "movements", up)
        .await
        .expect(200);
    let back = json!({"reason": "discuss", "remark": "Please see me."});
    let _ = act(app, Persona::DeputySecretary, &file, "return", back)
        .await
        .expect(200);
    let done = json!({"remark": "All is done."});
    let (shown, signing) = prepare(&officer, &file, "closure", &done).await;
    let signing = with_assertion(signing, authenticator.assert(&shown.json, None));
    let _ = sign(&officer, &file, "closure", &signing).await.expect(200);
    (officer, authenticator)
}

/// How a signature is named.
fn place(entry: &Entry) -> String {
    let content = &entry.parsed["content"];
    let file = entry.parsed["subject"].as_str().unwrap();
    match (content["note"]["ordinal"].as_u64(), content["communication"].as_str()) {
        (Some(ordinal), _) => format!("the signature of note {ordinal} of file {file}"),
        (None, Some(id)) => format!("the signature of act {} of communication {id}", content["ordinal"]),
        (None, None) => format!("the signature of step {} of file {file}", content["ordinal"]),
    }
}

/// Evidence with one bit of its signature turned.
fn bit_turned(evidence: &str) -> String {
    let mut value: Value = serde_json::from_str(evidence).unwrap();
    let mut signature = URL_SAFE_NO_PAD.decode(value["signature"].as_str().unwrap()).unwrap();
    signature[20] ^= 1;
    value["signature"] = json!(URL_SAFE_NO_PAD.encode(signature));
    canonical_json(&value)
}

/// A foreign key's good evidence for a statement, in the place of the true one.
fn signed_by_a_stranger(evidence: &str, statement: &Statement) -> String {
    let mut value: Value = serde_json::from_str(evidence).unwrap();
    if value["method"] == "passkey" {
        let mut stranger = Authenticator::new(99);
        let answer = stranger.answer(&statement.challenge(), None);
        value["public_key"] = json!(URL_SAFE_NO_PAD.encode(stranger.public_key()));
        value["client_data_json"] = json!(URL_SAFE_NO_PAD.encode(answer.client_data_json));
        value["authenticator_data"] = json!(URL_SAFE_NO_PAD.encode(answer.authenticator_data));
        value["signature"] = json!(URL_SAFE_NO_PAD.encode(answer.signature));
    } else {
        let stranger = SigningKey::from_slice(&[99; 32]).unwrap();
        let signature: Signature = stranger.sign(&statement.message());
        value["public_key"] = json!(hex::encode(stranger.verifying_key().to_encoded_point(false).as_bytes()));
        value["signature"] = json!(URL_SAFE_NO_PAD.encode(signature.to_der().as_bytes()));
    }
    let forged: Evidence = serde_json::from_value(value).unwrap();
    forged.verify(statement).unwrap();
    forged.canonical()
}

/// Rows of signatures are those that the ledger speaks of.
pub(super) fn rows(facts: &Facts) -> Vec<Change> {
    let signed = [
        facts.signed_with(Method::Passkey, false),
        facts.signed_with(Method::ServerKey, false),
        facts.signed_with(Method::Passkey, true),
        facts.signed_with(Method::ServerKey, true),
        facts.approval(),
    ];
    let mut changes: Vec<Change> = signed.iter().flat_map(|signed| of_row(facts, *signed)).collect();
    let note = &signed[0].0;
    let docket = facts.of("paper_added");
    let docket = docket.parsed["content"]["note"]["id"].as_str().unwrap();
    let unknown = |under: &str| format!("the signature under {under}: the ledger does not know it");
    let columns = "file_id, movement_ordinal, person_id, method, key_id, statement, evidence, at";
    let added = |note_id: &str, columns: &str| {
        format!(
            "INSERT INTO signatures (id, note_id, {columns}) SELECT {}, {note_id}, {columns} FROM signatures WHERE id = {}",
            facts.id(&facts.document),
            facts.id(&note.id.to_string())
        )
    };
    let step = columns.replace("movement_ordinal, ", "");
    changes.extend([
        change(added(&facts.id(docket), columns), unknown(&format!("note {docket}"))),
        change(
            added("NULL", &step)
                .replace("(id,", "(movement_ordinal, id,")
                .replace("SELECT ", "SELECT 999, "),
            unknown(&format!("step 999 of file {}", note.file)),
        ),
        change(
            added("NULL", columns),
            format!("signature {}: it is under nothing", facts.document),
        ),
        change(
            format!(
                "UPDATE signatures SET note_id = {} WHERE id = {}",
                facts.id(docket),
                facts.id(&note.id.to_string())
            ),
            unknown(&format!("note {docket}")),
        ),
    ]);
    changes
}

fn of_row(facts: &Facts, (row, entry): (&SignatureRow, &Entry)) -> Vec<Change> {
    let place = place(entry);
    let id = facts.id(&row.id.to_string());
    let set = |assignment: &str, problem: &str| {
        let sql = format!("UPDATE signatures SET {assignment} WHERE id = {id}");
        change(sql, format!("{place}: {problem}"))
    };
    let altered = format!("its evidence is not what entry {} says: it was changed", entry.at);
    let evidence = |text: &str| set(&format!("evidence = {}", quoted(text)), &altered);
    let other = facts.signed.iter().find(|other| other.id != row.id).unwrap();
    let columns = "its row is not what its entry says";
    let other_method = if row.method == Method::Passkey {
        "server_key"
    } else {
        "passkey"
    };
    let mut changes = vec![
        evidence(&bit_turned(&row.evidence)),
        evidence(&other.evidence),
        evidence(&format!("{} ", row.evidence)),
        set(&format!("method = '{other_method}'"), columns),
        set("key_id = person_id", columns),
        set("person_id = key_id", columns),
        set("at = (SELECT max(at) FROM ledger_checkpoints)", columns),
        change(
            format!("DELETE FROM signatures WHERE id = {id}"),
            format!("{place}: it is missing; entry {} speaks of it", entry.at),
        ),
    ];
    if row.step.is_some() {
        let words = match row.communication {
            Some(_) => "'\"form\":\"letter\"', '\"form\":\"order\"'",
            None => "'\"remark\":\"', '\"remark\":\"Not '",
        };
        let problem = match row.method {
            Method::Passkey => "the passkey did not sign this: passkey-other-challenge",
            Method::ServerKey => "the officer's key did not sign this",
        };
        changes.extend([
            set(&format!("statement = replace(statement, {words})"), problem),
            set(
                "statement = replace(statement, '\"post\":\"', '\"post\":\"0')",
                "what was signed is another act than its entry says",
            ),
            set("statement = statement || ' '", "what was signed is not canonical JSON"),
            set("statement = NULL", "what was signed is missing"),
        ]);
        if let Some(communication) = row.communication {
            let elsewhere = format!("UPDATE signatures SET communication_id = file_id WHERE id = {id}");
            let under = format!("the signature under act 1 of communication {}", row.file);
            let steps = format!("UPDATE signatures SET communication_ordinal = 9 WHERE id = {id}");
            let unknown = "the ledger does not know it";
            changes.extend([
                set("file_id = person_id", "it is kept under another file"),
                change(elsewhere, format!("{under}: {unknown}")),
                change(
                    steps,
                    format!("the signature under act 9 of communication {communication}: {unknown}"),
                ),
                change(
                    format!(
                        "UPDATE signatures SET communication_id = NULL, communication_ordinal = NULL WHERE id = {id}"
                    ),
                    format!("signature {}: it is under nothing", row.id),
                ),
            ]);
        }
    } else {
        changes.extend([
            set("statement = '{}'", "a statement stands where none should"),
            set("file_id = person_id", "it is kept under another file"),
        ]);
    }
    changes
}

/// Keys of officers are those that the ledger knows.
pub(super) fn keys(facts: &Facts) -> Vec<Change> {
    let passkey = facts.signed_with(Method::Passkey, false).0.key.to_string();
    let key = facts.signed_with(Method::ServerKey, true).0.key.to_string();
    let (other_key, another) = (
        "its key is not the one that the ledger has",
        "its key is another's, by the ledger",
    );
    let state = "the ledger says otherwise whether it counts";
    let foreign = |table: &str, id: &str, columns: &str| {
        format!(
            "INSERT INTO {table} (id, {columns}) SELECT {}, {columns} FROM {table} WHERE id = {}",
            facts.id(&facts.document),
            facts.id(id)
        )
    };
    let mut changes = Vec::new();
    for (table, id, name, key, ended) in [
        ("passkeys", &passkey, "passkey", "'AQID'", "state = 'revoked'"),
        ("officer_keys", &key, "officer's key", "'04'", "retired_at = created_at"),
    ] {
        let place = format!("{name} {id}");
        let set = |assignment: &str, problem: &str| {
            let sql = format!("UPDATE {table} SET {assignment} WHERE id = {}", facts.id(id));
            change(sql, format!("{place}: {problem}"))
        };
        changes.extend([
            set(&format!("public_key = {key}"), other_key),
            set("person_id = id", another),
            set(ended, state),
            change(
                format!("DELETE FROM {table} WHERE id = {}", facts.id(id)),
                format!("{place}: it is missing"),
            ),
        ]);
    }
    let pending = format!(
        "UPDATE passkeys SET state = 'pending' WHERE id = {}",
        facts.id(&passkey)
    );
    changes.push(change(pending, format!("passkey {passkey}: {state}")));
    let columns = "person_id, public_key, sign_count, name, transports, backup_eligible, backed_up, state, created_at, version, credential_id";
    let slipped_in =
        foreign("passkeys", &passkey, columns).replace("version, credential_id FROM", "version, 'AAAA' FROM");
    changes.push(change(
        slipped_in,
        format!("passkey {}: the ledger does not know it", facts.document),
    ));
    changes
}

/// What somebody forges who also has the keys of the ledger: he changes what has no place yet, and the office signs it.
struct Forger<'f> {
    intruder: &'f Intruder<'f>,
    facts: &'f Facts,
}

impl Forger<'_> {
    /// Puts something else into the body of an entry, with the digest of that.
    async fn rewrite(&self, entry: &Entry, from: &str, to: &str) {
        let body = entry.body.replace(from, to);
        assert_ne!(body, entry.body);
        let sql = format!(
            "UPDATE ledger_entries SET body = {}, digest = '{}' WHERE id = {}",
            quoted(&body),
            sha256_hex(&body),
            self.facts.id(&entry.id)
        );
        assert_eq!(self.intruder.run(&sql).await, 1);
    }

    /// Puts other evidence under an act.
    async fn sign_otherwise(&self, (row, entry): (&SignatureRow, &Entry), evidence: &str) {
        let sql = format!(
            "UPDATE signatures SET evidence = {} WHERE id = {}",
            quoted(evidence),
            self.facts.id(&row.id.to_string())
        );
        assert_eq!(self.intruder.run(&sql).await, 1);
        self.rewrite(entry, &sha256_hex(&row.evidence), &sha256_hex(evidence))
            .await;
    }

    /// Writes another text into the note of a signature, with all its digests.
    async fn write_otherwise(&self, app: &TestApp, (row, entry): (&SignatureRow, &Entry)) {
        let id = self.facts.id(&row.note.unwrap().to_string());
        let sql = format!("UPDATE notes SET content = replace(content, 'Signed', 'Dictated') WHERE id = {id}");
        assert_eq!(self.intruder.run(&sql).await, 1);
        let notes = app.office.database().filing().all_notes(None, 100).await.unwrap();
        let note = notes.iter().find(|note| Some(note.id) == row.note).unwrap();
        let digest = digest_hex(&note.canonical());
        assert_ne!(digest, note.digest);
        self.intruder
            .run(&format!("UPDATE notes SET digest = '{digest}' WHERE id = {id}"))
            .await;
        self.rewrite(entry, &note.digest, &digest).await;
    }
}

/// What was signed, as it is kept.
async fn statement_of(app: &TestApp, row: &SignatureRow) -> Statement {
    let notes = app.office.database().filing().all_notes(None, 100).await.unwrap();
    let note = notes.iter().find(|note| Some(note.id) == row.note);
    note.unwrap().statement()
}

on_both! {
    async fn the_ledgers_keys_are_not_enough_to_sign_for_an_officer(app: TestApp) {
        let _ = a_day(&app).await;
        let (officer, mut authenticator) = signed_file(&app).await;
        take_up(&app).await;
        // A note by each method waits for its place; what is changed before is signed by the office like the truth.
        let file = a_file(&app).await;
        let words = |text: &str| json!({"kind": "note", "body": body(&[text])});
        let mut by_hand = words("Signed by hand.");
        by_hand["then"] = to(&app, Persona::DeputySecretary);
        let (shown, signing) = prepare(&officer, &file, "notes", &by_hand).await;
        let signing = with_assertion(signing, authenticator.assert(&shown.json, None));
        let _ = sign(&officer, &file, "notes", &signing).await.expect(200);
        let by_office = words("Signed by the office.");
        let _ = act(&app, Persona::DeputySecretary, &file, "notes", by_office).await.expect(200);

        let intruder = Intruder::enter(&app).await;
        take_up(&app).await;
        check(&app, known(&app)).await.unwrap();
        let facts = Facts::of_all(&app, &file).await;
        let forger = Forger { intruder: &intruder, facts: &facts };
        let methods = [(Method::Passkey, 1), (Method::ServerKey, 2)];
        for (method, ordinal) in methods {
            let signed = facts.signed_with(method, false);
            let place = format!("the signature of note {ordinal} of file {file}");
            let says = async |problem: &str| {
                take_up(&app).await;
                let refused = check(&app, known(&app)).await.unwrap_err().to_string();
                assert_eq!(refused, format!("{place}: {problem}"), "{method:?}");
                intruder.restore().await;
            };
            let (wrong, other) = match method {
                Method::Passkey => ("the passkey did not sign this: passkey-signature-wrong", "the passkey did not sign this: passkey-other-challenge"),
                Method::ServerKey => ("the officer's key did not sign this", "the officer's key did not sign this"),
            };
            intruder.restore().await;
            forger.sign_otherwise(signed, &bit_turned(&signed.0.evidence)).await;
            says(wrong).await;
            let statement = statement_of(&app, signed.0).await;
            forger.sign_otherwise(signed, &signed_by_a_stranger(&signed.0.evidence, &statement)).await;
            says("its key is not the one that the ledger has").await;
            forger.write_otherwise(&app, signed).await;
            says(other).await;
            // The evidence of another statement by the same key.
            let same_key = facts.signed.iter().find(|row| row.key == signed.0.key && row.id != signed.0.id);
            forger.sign_otherwise(signed, &same_key.unwrap().evidence).await;
            says(other).await;
            forger.rewrite(signed.1, "\"signature\":", "\"signed\":").await;
            take_up(&app).await;
            let refused = check(&app, known(&app)).await.unwrap_err().to_string();
            assert_eq!(refused, format!("entry {}: nobody has signed it", signed.1.at));
            intruder.restore().await;
        }
        take_up(&app).await;
        check(&app, known(&app)).await.unwrap();
    }
}
