//! Signing: what is shown is what is signed, with what, and what proves it.

use super::{act, body, open, to};
use crate::identity::factors::{enrol_phone, field, signed_in, with_passkey};
use crate::ledger::take_up;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::Duration;
use daftar_application::jobs;
use daftar_domain::identity::webauthn::key_digest as sha256_of;
use daftar_domain::ledger::audit::read_checkpoint;
use daftar_domain::ledger::sha256_hex;
use daftar_domain::ledger::tree::{Hash, leaf_hash, root_of_inclusion};
use daftar_domain::office::PreparationId;
use daftar_domain::signing::{Evidence, LeastProof, Purpose, Statement};
use daftar_testing::{Backend, Client, Lie, Persona, Reply, TestApp, on_both};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

pub(super) fn note(text: &str) -> Value {
    json!({"kind": "note", "body": body(&[text])})
}

/// What is shown before signing, and the body that signs it.
pub(crate) async fn prepare(client: &Client, file: &str, what: &str, act: &Value) -> (Reply, Value) {
    let client = current(client, file).await;
    let shown = client
        .post(&format!("/api/v1/files/{file}/{what}/preparation"), act)
        .await
        .expect(200);
    let mut signing = act.clone();
    signing["signature"] = json!({"preparation_id": shown.json["id"]});
    (shown, signing)
}

/// The client at the file's present version.
async fn current(client: &Client, file: &str) -> Client {
    let etag = client.get(&format!("/api/v1/files/{file}")).await.expect(200).etag();
    client.if_match(&etag)
}

pub(crate) async fn sign(client: &Client, file: &str, what: &str, signing: &Value) -> Reply {
    let client = current(client, file).await;
    client.post(&format!("/api/v1/files/{file}/{what}"), signing).await
}

pub(crate) fn with_assertion(mut signing: Value, assertion: Value) -> Value {
    signing["signature"]["assertion"] = assertion;
    signing
}

async fn notes(app: &TestApp, file: &str) -> Vec<Value> {
    let path = format!("/api/v1/files/{file}/notes");
    let page = app.acting(Persona::SectionOfficer).get(&path).await.expect(200);
    page.json["items"].as_array().unwrap().clone()
}

/// The statement that a reply shows, with its digest and challenge recomputed as a browser does.
fn statement(shown: &Reply, purpose: Purpose) -> Statement {
    let statement = Statement {
        purpose,
        text: shown.json["statement"].as_str().unwrap().to_owned(),
    };
    assert_eq!(shown.json["purpose"], purpose.as_str());
    assert_eq!(shown.json["digest"], statement.digest());
    assert_eq!(shown.json["challenge"], URL_SAFE_NO_PAD.encode(statement.challenge()));
    statement
}

/// The evidence in a bundle, which is canonical.
fn evidence_in(bundle: &Value) -> Evidence {
    let text = bundle["signature"].as_str().unwrap();
    let evidence: Evidence = serde_json::from_str(text).unwrap();
    assert_eq!(evidence.canonical(), text);
    evidence
}

/// An entry of a bundle, when its proof leads to the root of the bundle's checkpoint.
fn proved(bundle: &Value, entry: &Value, proof: &Value) -> Value {
    let (_, checkpoint) = read_checkpoint(bundle["checkpoint"].as_str().unwrap()).unwrap();
    let hash = |hash: &Value| STANDARD.decode(hash.as_str().unwrap()).unwrap().try_into().unwrap();
    let proof: Vec<Hash> = proof.as_array().unwrap().iter().map(hash).collect();
    let (body, position) = (entry["body"].as_str().unwrap(), entry["position"].as_u64().unwrap());
    let root = root_of_inclusion(&leaf_hash(body.as_bytes()), position, checkpoint.size, &proof);
    assert_eq!(root, Some(checkpoint.root));
    serde_json::from_str(body).unwrap()
}

/// Takes away the database's own guards of rows that never change, as its owner could.
pub(crate) async fn unguard(app: &TestApp) {
    let statements = match app.database.raw.get_database_backend() {
        sea_orm::DbBackend::Sqlite => ["DROP TRIGGER notes_stay_update", "DROP TRIGGER signatures_stay_update"],
        _ => [
            "DROP TRIGGER notes_stay ON notes",
            "DROP TRIGGER signatures_stay ON signatures",
        ],
    };
    for statement in statements {
        app.database.raw.execute_unprepared(statement).await.unwrap();
    }
}

/// An office in which a signature needs a second factor.
async fn strict_office() -> TestApp {
    let reader = env!("CARGO_BIN_EXE_daftar-test-papers");
    TestApp::start_with(Backend::Sqlite, reader, LeastProof::SecondFactor).await
}

on_both! {
    async fn the_offices_key_signs_at_once_and_anybody_can_verify_it(app: TestApp) {
        let file = open(&app).await;
        act(&app, Persona::SectionOfficer, &file, "notes", note("Submitted.")).await.expect(200);
        let signed = notes(&app, &file).await.remove(0);
        assert_eq!(signed["signature"]["method"], "server_key");
        assert_eq!(signed["signature"]["proof"], "password");
        assert_eq!(signed["signature"]["state"], "valid");
        assert_eq!(signed["signature"]["revoked_at"], Value::Null);

        let path = format!("/api/v1/notes/{}/evidence", signed["id"].as_str().unwrap());
        let waits = app.acting(Persona::SectionOfficer).get(&path).await.expect(409);
        assert_eq!(waits.code(), "ledger-entry-pending");
        take_up(&app).await;
        let proof = app.acting(Persona::SectionOfficer).get(&path).await.expect(200).json;
        let statement = Statement {
            purpose: Purpose::Note,
            text: proof["note"].as_str().unwrap().to_owned(),
        };
        assert!(statement.text.contains("Submitted."));
        assert_eq!(signed["digest"], statement.digest());
        let evidence = evidence_in(&proof);
        evidence.verify(&statement).unwrap();
        let entry = proved(&proof, &proof["entry"], &proof["proof"]);
        assert_eq!(entry["content"]["note"]["digest"], signed["digest"]);
        assert_eq!(entry["content"]["signature"]["evidence"], sha256_hex(&evidence.canonical()));
        let signer = proved(&proof, &proof["signer"], &proof["signer"]["proof"]);
        assert_eq!(signer["kind"], "signing_key_made");
        assert_eq!((&signer["subject"], &signer["content"]["key"]), (&entry["person"], &signed["signature"]["key_id"]));

        // An auditor has the same, without the words.
        let id = entry["id"].as_str().unwrap();
        let audited = app.acting(Persona::Auditor).get(&format!("/api/v1/ledger/entries/{id}/evidence")).await.expect(200);
        let mut silent = proof.clone();
        silent["note"] = Value::Null;
        assert_eq!(audited.json, silent);
        assert_eq!(app.acting(Persona::LawOfficer).get(&path).await.status, 404);
        assert_eq!(app.anonymous().get(&path).await.status, 401);
    }

    async fn what_is_shown_is_what_is_signed(app: TestApp) {
        let file = open(&app).await;
        let officer = app.acting(Persona::SectionOfficer);
        let mut text = note("The claim is in order.");
        text["then"] = to(&app, Persona::DeputySecretary);
        let (shown, signing) = prepare(&officer, &file, "notes", &text).await;
        let before = statement(&shown, Purpose::Note);
        assert_eq!(shown.json["methods"], json!(["server_key"]));
        assert_eq!(shown.json["proof_needed"], false);
        assert_eq!(notes(&app, &file).await.len(), 0, "showing changes nothing");
        app.clock.advance(Duration::minutes(3));
        let done = sign(&officer, &file, "notes", &signing).await.expect(200);
        assert_eq!(done.json["paragraphs"], json!({"first": 1, "last": 1}));
        let signed = notes(&app, &file).await.remove(0);
        assert_eq!(signed["digest"], before.digest(), "minutes later it is the same to the byte");
        assert_eq!(signed["signature"]["state"], "valid");
    }

    async fn a_preparation_is_good_once_for_its_officer_its_file_its_words_and_five_minutes(app: TestApp) {
        let file = open(&app).await;
        let officer = app.acting(Persona::SectionOfficer);
        let refused = async |signing: &Value| {
            let reply = sign(&officer, &file, "notes", signing).await.expect(409);
            reply.code().to_owned()
        };
        let (_, signing) = prepare(&officer, &file, "notes", &note("First.")).await;
        let mut altered = signing.clone();
        altered["body"] = body(&["Second."]);
        assert_eq!(refused(&altered).await, "signing-prepared-otherwise");
        assert_eq!(refused(&signing).await, "signing-preparation-unknown", "it was used up");

        let (_, late) = prepare(&officer, &file, "notes", &note("First.")).await;
        app.clock.advance(Duration::minutes(5));
        assert_eq!(refused(&late).await, "signing-preparation-unknown");

        let (_, signing) = prepare(&officer, &file, "notes", &note("First.")).await;
        let unknown = json!({"kind": "note", "body": body(&["First."]), "signature": {"preparation_id": uuid::Uuid::nil()}});
        assert_eq!(refused(&unknown).await, "signing-preparation-unknown");
        sign(&officer, &file, "notes", &signing).await.expect(200);
        assert_eq!(refused(&signing).await, "signing-preparation-unknown");

        let (_, foreign) = prepare(&officer, &file, "notes", &note("Second.")).await;
        act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await;
        let ds = app.acting(Persona::DeputySecretary);
        let reply = sign(&ds, &file, "notes", &foreign).await;
        assert_ne!(reply.status, 200);
        assert_eq!(notes(&app, &file).await.len(), 1);
    }

    async fn the_same_request_twice_signs_once(app: TestApp) {
        let file = open(&app).await;
        let officer = app.acting(Persona::SectionOfficer);
        let (_, signing) = prepare(&officer, &file, "notes", &note("Once.")).await;
        let client = current(&officer, &file).await.with("Idempotency-Key", "sign-once");
        let path = format!("/api/v1/files/{file}/notes");
        let first = client.post(&path, &signing).await.expect(200);
        app.clock.advance(Duration::minutes(10));
        let client = app.acting(Persona::SectionOfficer).if_match("\"1\"").with("Idempotency-Key", "sign-once");
        let again = client.post(&path, &signing).await.expect(200);
        assert_eq!(first.json, again.json);
        assert_eq!(notes(&app, &file).await.len(), 1);
    }

    async fn what_was_prepared_is_forgotten_when_nobody_can_ask_for_it_again(app: TestApp) {
        let file = open(&app).await;
        let (shown, _) = prepare(&app.acting(Persona::SectionOfficer), &file, "notes", &note("Never.")).await;
        let id = PreparationId(shown.json["id"].as_str().unwrap().parse().unwrap());
        let kept = async || app.office.database().signing().preparation(id).await.unwrap().is_some();
        app.clock.advance(Duration::hours(24));
        jobs::housekeeping(&app.office).await.unwrap();
        assert!(kept().await);
        app.clock.advance(Duration::minutes(1));
        jobs::housekeeping(&app.office).await.unwrap();
        assert!(!kept().await);
    }

    async fn a_return_and_a_closing_are_signed_too(app: TestApp) {
        let file = open(&app).await;
        act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        let ds = app.acting(Persona::DeputySecretary);
        let back = json!({"reason": "discuss", "remark": "Please see me."});
        let (shown, signing) = prepare(&ds, &file, "return", &back).await;
        assert!(statement(&shown, Purpose::Act).text.contains("Please see me."));
        sign(&ds, &file, "return", &signing).await.expect(200);
        let officer = app.acting(Persona::SectionOfficer);
        let (shown, signing) = prepare(&officer, &file, "closure", &json!({})).await;
        let closing = statement(&shown, Purpose::Act);
        sign(&officer, &file, "closure", &signing).await.expect(200);
        let path = format!("/api/v1/ledger/entries?subject_id={file}");
        let entries = app.acting(Persona::Auditor).get(&path).await.expect(200).json;
        for kind in ["file_returned", "file_closed"] {
            let entry = entries["items"].as_array().unwrap().iter().find(|entry| entry["kind"] == kind).unwrap();
            assert_eq!(entry["body"]["content"]["signature"]["method"], "server_key", "{kind}");
            assert!(!entry.to_string().contains("see me"));
        }
        let kept = app.office.database().signing().all_signatures(None, 10).await.unwrap();
        let kept = kept.iter().find(|row| row.statement.as_deref() == Some(closing.text.as_str())).unwrap();
        let evidence: Evidence = serde_json::from_str(&kept.evidence).unwrap();
        evidence.verify(&closing).unwrap();
    }

    async fn a_note_or_evidence_that_was_changed_shows(app: TestApp) {
        let file = open(&app).await;
        for text in ["One.", "Two."] {
            act(&app, Persona::SectionOfficer, &file, "notes", note(text)).await.expect(200);
        }
        let states = async || -> Vec<String> {
            let notes = notes(&app, &file).await;
            notes.iter().map(|note| note["signature"]["state"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(states().await, ["valid", "valid"]);
        unguard(&app).await;
        let spoil = "UPDATE notes SET content = replace(content, 'One.', 'Won.') WHERE ordinal = 1";
        app.database.raw.execute_unprepared(spoil).await.unwrap();
        assert_eq!(states().await, ["invalid", "valid"]);
        let spoil = "UPDATE signatures SET evidence = replace(evidence, '\"signature\":\"M', '\"signature\":\"N')";
        app.database.raw.execute_unprepared(spoil).await.unwrap();
        assert_eq!(states().await, ["invalid", "invalid"]);
    }

    async fn a_passkey_signs_what_was_shown(app: TestApp) {
        let file = open(&app).await;
        let (officer, mut authenticator, id) = with_passkey(&app, Persona::SectionOfficer, 1).await;
        let (shown, signing) = prepare(&officer, &file, "notes", &note("Approved.")).await;
        assert_eq!(shown.json["methods"], json!(["passkey", "server_key"]));
        assert_eq!(shown.json["passkeys"], json!({"rp_id": "daftar.test", "credentials": [authenticator.id()]}));
        let signing = with_assertion(signing, authenticator.assert(&shown.json, None));
        sign(&officer, &file, "notes", &signing).await.expect(200);
        let signed = notes(&app, &file).await.remove(0);
        assert_eq!(signed["signature"]["method"], "passkey");
        assert_eq!(signed["signature"]["key_id"], id);
        assert_eq!(signed["signature"]["state"], "valid");
        take_up(&app).await;
        let path = format!("/api/v1/notes/{}/evidence", signed["id"].as_str().unwrap());
        let proof = officer.get(&path).await.expect(200).json;
        evidence_in(&proof).verify(&statement(&shown, Purpose::Note)).unwrap();
        let signer = proved(&proof, &proof["signer"], &proof["signer"]["proof"]);
        assert_eq!((&signer["kind"], &signer["content"]["passkey"]), (&json!("passkey_approved"), &json!(id)));
        let key = sha256_of(&authenticator.public_key());
        assert_eq!(signer["content"]["public_key_sha256"], key, "what was approved is this key");

        // Lost later: what it signed before stays what it is, and says so.
        app.clock.advance(Duration::minutes(1));
        let mine = officer.get("/api/v1/me/factors").await.expect(200);
        let version = format!("\"{}\"", mine.json["passkeys"][0]["version"]);
        let revoke = app.acting(Persona::Administrator).if_match(&version);
        revoke.post(&format!("/api/v1/passkeys/{id}/revocation"), &json!({"reason": "lost"})).await.expect(200);
        let signed = notes(&app, &file).await.remove(0);
        assert_eq!(signed["signature"]["state"], "valid");
        assert!(signed["signature"]["revoked_at"].is_string());
    }

    async fn an_authenticator_that_lies_signs_nothing(app: TestApp) {
        let file = open(&app).await;
        let (officer, mut authenticator, _) = with_passkey(&app, Persona::SectionOfficer, 1).await;
        for (lie, code) in [
            (Lie::OtherChallenge, "passkey-other-challenge"),
            (Lie::OtherOrigin, "passkey-other-origin"),
            (Lie::CrossOrigin, "passkey-cross-origin"),
            (Lie::OtherHost, "passkey-other-host"),
            (Lie::OtherType, "passkey-other-type"),
            (Lie::NotPresent, "passkey-not-present"),
            (Lie::NotVerified, "passkey-not-verified"),
            (Lie::SignsElse, "passkey-signature-wrong"),
            (Lie::Garbled, "passkey-malformed"),
            (Lie::CountsBack, "passkey-counter-back"),
        ] {
            let (shown, signing) = prepare(&officer, &file, "notes", &note("Approved.")).await;
            let signing = with_assertion(signing, authenticator.assert(&shown.json, Some(lie)));
            let reply = sign(&officer, &file, "notes", &signing).await.expect(422);
            assert_eq!(field(&reply).1, code, "{lie:?}");
        }
        assert_eq!(notes(&app, &file).await.len(), 0);
        let entries = app.acting(Persona::Auditor).get("/api/v1/ledger/entries?kind=note_submitted").await.expect(200);
        assert_eq!(entries.json["items"], json!([]));
        // It counted back: nobody signs with it until it is approved anew.
        let (shown, signing) = prepare(&officer, &file, "notes", &note("Approved.")).await;
        assert_eq!(shown.json["methods"], json!(["server_key"]));
        let signing = with_assertion(signing, authenticator.assert(&shown.json, None));
        sign(&officer, &file, "notes", &signing).await.expect(422);
    }

    async fn an_answer_to_one_note_signs_no_other(app: TestApp) {
        let file = open(&app).await;
        let (officer, mut authenticator, _) = with_passkey(&app, Persona::SectionOfficer, 1).await;
        let (first, _) = prepare(&officer, &file, "notes", &note("Refused.")).await;
        let (_, second) = prepare(&officer, &file, "notes", &note("Approved.")).await;
        let swapped = with_assertion(second, authenticator.assert(&first.json, None));
        let reply = sign(&officer, &file, "notes", &swapped).await.expect(422);
        assert_eq!(field(&reply), ("/signature/assertion", "passkey-other-challenge"));
    }
}

#[tokio::test]
async fn where_a_second_factor_is_asked_for_it_unlocks_the_offices_key_for_five_minutes() {
    let app = strict_office().await;
    let file = open(&app).await;
    let officer = signed_in(&app, Persona::SectionOfficer).await;
    let submit = async |officer: &Client| sign(officer, &file, "notes", &note("Submitted.")).await;
    assert_eq!(submit(&officer).await.expect(403).code(), "signing-factor-needed");
    let path = format!("/api/v1/files/{file}/notes/preparation");
    let refused = current(&officer, &file)
        .await
        .post(&path, &note("Submitted."))
        .await
        .expect(403);
    assert_eq!(refused.code(), "signing-factor-needed");

    let (phone, _) = enrol_phone(&app, &officer).await;
    app.clock.advance(Duration::minutes(6));
    let officer = app.acting(Persona::SectionOfficer);
    assert_eq!(submit(&officer).await.expect(403).code(), "signing-proof-needed");
    let (shown, _) = prepare(&officer, &file, "notes", &note("Submitted.")).await;
    assert_eq!(
        (&shown.json["methods"], &shown.json["proof_needed"]),
        (&json!(["server_key"]), &json!(true))
    );
    officer
        .post("/api/v1/session/factor", &json!({"code": phone.code(&app)}))
        .await
        .expect(200);
    submit(&officer).await.expect(200);
    let signed = notes(&app, &file).await.remove(0);
    assert_eq!(signed["signature"]["proof"], "totp");
    app.clock.advance(Duration::minutes(5));
    let officer = app.acting(Persona::SectionOfficer);
    assert_eq!(submit(&officer).await.expect(403).code(), "signing-proof-needed");
    assert_eq!(notes(&app, &file).await.len(), 1);
}

#[tokio::test]
async fn a_unit_can_ask_for_passkeys() {
    let app = strict_office().await;
    let file = open(&app).await;
    let (officer, mut authenticator, _) = with_passkey(&app, Persona::SectionOfficer, 1).await;
    // Said of the department, it holds for its sections.
    let admin = app.acting(Persona::Administrator);
    let path = format!("/api/v1/units/{}", app.people.unit("FD"));
    let unit = admin.get(&path).await.expect(200);
    assert_eq!(unit.json["signs_with_passkeys"], false);
    let wanted = json!({"signs_with_passkeys": true});
    let ask = admin.if_match(&unit.etag());
    ask.patch(&path, &wanted).await.expect(200);
    let unit = admin.get(&path).await.expect(200);
    assert_eq!(unit.json["signs_with_passkeys"], true);
    let kept = json!({"name_en": "Finance Department"});
    let renamed = admin.if_match(&unit.etag());
    renamed.patch(&path, &kept).await.expect(200);
    let entries = app
        .acting(Persona::Auditor)
        .get("/api/v1/ledger/entries?kind=unit_changed")
        .await
        .expect(200);
    assert_eq!(entries.json["items"][0]["body"]["content"]["signs_with_passkeys"], true);
    let refused = sign(&officer, &file, "notes", &note("Submitted.")).await.expect(403);
    assert_eq!(refused.code(), "signing-passkey-needed");
    let (shown, signing) = prepare(&officer, &file, "notes", &note("Submitted.")).await;
    assert_eq!(shown.json["methods"], json!(["passkey"]));
    let signing = with_assertion(signing, authenticator.assert(&shown.json, None));
    sign(&officer, &file, "notes", &signing).await.expect(200);

    let unit = admin.get(&path).await.expect(200);
    let ease = admin.if_match(&unit.etag());
    ease.patch(&path, &json!({"signs_with_passkeys": false}))
        .await
        .expect(200);
    let (shown, _) = prepare(&officer, &file, "notes", &note("Submitted.")).await;
    assert_eq!(shown.json["methods"], json!(["passkey", "server_key"]));
}
