//! Signatures that are spoilt, and keys that are not the signer's.

use super::*;
use crate::ledger::sha256_hex;
use crate::office::PasskeyId;

/// A history whose last act is a closing.
fn closed() -> History {
    let mut history = history(3, 4, &[&key(1)]);
    let step = json!({"ordinal": 4, "from": null, "to": null, "action": null, "reason": null, "due_at": null});
    let mut act = json!({"act": "file_closed", "file": Uuid::from_u128(7), "person": OFFICER, "post": null,
        "charge": null, "remark": "Done."});
    act.as_object_mut().unwrap().extend(step.as_object().unwrap().clone());
    let statement = Statement::of(Purpose::Act, &act);
    let signed = evidence(&secret(), &statement);
    let mut content = step;
    content["signature"] = signed.facts();
    history.entries.push(his(5000, EventKind::FileClosed, 7, content));
    history.signatures.push(Row {
        under: Under::Step(Uuid::from_u128(7), 4),
        evidence: signed.canonical(),
        statement: Some(statement.text),
    });
    history.sign(4, &[&key(1)]);
    history
}

/// What is said of the closed history after a change, all signed anew by the office.
fn said(change: impl Fn(&mut History)) -> String {
    let mut spoilt = closed();
    change(&mut spoilt);
    spoilt.sign(4, &[&key(1)]);
    refused(&spoilt, trusting(1))
}

/// Puts other evidence under the second note, and its digest into the entry.
fn sign_otherwise(history: &mut History, otherwise: &Evidence) {
    let row = &mut history.signatures[1];
    let entry = &mut history.entries[7];
    let before: Evidence = serde_json::from_str(&row.evidence).unwrap();
    row.evidence = otherwise.canonical();
    let changed = entry.replace(&canonical_json(&before.facts()), &canonical_json(&otherwise.facts()));
    assert_ne!(*entry, changed);
    *entry = changed;
}

#[test]
fn every_signature_is_looked_at() {
    let file = Uuid::from_u128(7);
    let (note, step) = (
        format!("the signature of note 2 of file {file}: "),
        format!("the signature of step 4 of file {file}: "),
    );
    assert_eq!(closed().audit(trusting(1)).unwrap().signatures, 4);

    let text = said(|h| h.signatures[1].evidence = h.signatures[1].evidence.replace("totp", "password"));
    assert_eq!(
        text,
        format!("{note}its evidence is not what entry 7 says: it was changed")
    );
    let text = said(|h| h.signatures[1].evidence = h.signatures[0].evidence.clone());
    assert_eq!(
        text,
        format!("{note}its evidence is not what entry 7 says: it was changed")
    );
    let text = said(|h| drop(h.signatures.remove(1)));
    assert_eq!(text, format!("{note}it is missing; entry 7 speaks of it"));
    let text = said(|h| h.signatures.push(h.signatures[1].clone()));
    assert_eq!(text, format!("{note}it stands here twice"));
    let text = said(|h| h.signatures[1].under = Under::Note(Uuid::nil()));
    assert_eq!(
        text,
        format!("the signature under note {}: the ledger does not know it", Uuid::nil())
    );
    let text = said(|h| h.signatures[1].statement = Some("{}".to_owned()));
    assert_eq!(text, format!("{note}a statement stands where none should"));

    let text = said(|h| h.signatures[3].statement = None);
    assert_eq!(text, format!("{step}what was signed is missing"));
    let edit = |from: &'static str, to: &'static str| {
        said(move |h| {
            let statement = h.signatures[3].statement.as_mut().unwrap();
            *statement = statement.replace(from, to);
        })
    };
    assert_eq!(
        edit("Done.", "Void."),
        format!("{step}the officer's key did not sign this")
    );
    assert_eq!(
        edit("file_closed", "file_returned"),
        format!("{step}what was signed is another act than its entry says")
    );
    assert_eq!(
        edit("{\"act\"", "{ \"act\""),
        format!("{step}what was signed is not canonical JSON")
    );
}

#[test]
fn whoever_writes_the_ledger_anew_still_needs_the_officers_key() {
    let note = format!("the signature of note 2 of file {}: ", Uuid::from_u128(7));
    let text = said(|h| {
        // Another text, with digest and entry as if it had been signed.
        let changed = h.notes[2].1.replace("\"charge\":null", "\"charge\":null,\"extra\":1");
        let (before, after) = (sha256_hex(&h.notes[2].1), sha256_hex(&changed));
        h.notes[2].1 = changed;
        h.entries[10] = h.entries[10].replace(&before, &after);
    });
    let last = note.replace("note 2", "note 3");
    assert_eq!(text, format!("{last}the officer's key did not sign this"));

    let stranger = SigningKey::from_slice(&[6; 32]).unwrap();
    let statement = |h: &History| Statement {
        purpose: Purpose::Note,
        text: h.notes[1].1.clone(),
    };
    let text = said(|h| sign_otherwise(h, &evidence(&stranger, &statement(h))));
    assert_eq!(text, format!("{note}its key is not the one that the ledger has"));
    let unknown = |h: &History| match evidence(&stranger, &statement(h)) {
        Evidence::ServerKey(evidence) => Evidence::ServerKey(ServerKeyEvidence {
            key: SigningKeyId(Uuid::nil()),
            ..evidence
        }),
        passkey @ Evidence::Passkey(_) => passkey,
    };
    let text = said(|h| sign_otherwise(h, &unknown(h)));
    assert_eq!(text, format!("{note}the ledger does not know its key"));
    let text = said(|h| h.entries[7] = h.entries[7].replace(&OFFICER.to_string(), &Uuid::nil().to_string()));
    assert!(text.contains("its author is not who acted by its entry"), "{text}");
    let text = said(|h| h.entries[7] = h.entries[7].replace("\"signature\":", "\"signed\":"));
    assert_eq!(text, "entry 7: nobody has signed it");
    let text = said(|h| {
        h.entries
            .push(his(5001, EventKind::FileContinued, 7, json!({"ordinal": 5})));
        h.entries
            .push(his(5002, EventKind::FileClosed, 7, json!({"ordinal": 6})));
    });
    assert_eq!(
        text, "entry 13: nobody has signed it",
        "a file that goes on in its next volume is not signed, a closing is"
    );
    let text = said(|h| h.entries[7] = h.entries[7].replace("note_submitted", "paper_added"));
    assert_eq!(text, "entry 7: it has a signature, and is no act that is signed");
}

#[test]
fn the_keys_of_the_office_are_those_of_the_ledger() {
    let place = format!("officer's key {KEY}: ");
    let text = said(|h| h.keys.clear());
    assert_eq!(text, format!("{place}it is missing"));
    let text = said(|h| h.keys[0].public_key = [0; 32]);
    assert_eq!(text, format!("{place}its key is not the one that the ledger has"));
    let text = said(|h| h.keys[0].state = KeyState::Ended);
    assert_eq!(text, format!("{place}the ledger says otherwise whether it counts"));
    let text = said(|h| {
        h.keys.push(KeptKey {
            id: Uuid::nil(),
            ..kept_key()
        });
    });
    assert!(text.ends_with("the ledger does not know it"), "{text}");
}

/// An entry about a passkey, so many seconds after the beginning.
fn of_passkey(kind: EventKind, by: u128, second: i64) -> Body {
    let passkey = PasskeyId(KEY);
    let content = json!({"passkey": passkey, "public_key_sha256": "ab".repeat(32)});
    let event = Event::new(Module::Identity, kind, SubjectKind::Person, OFFICER, content);
    let actor = Actor {
        person: Some(PersonId(Uuid::from_u128(by))),
        ..Actor::SYSTEM
    };
    let body = event.entry(id(9), actor, at(second), [0; 16]).body;
    serde_json::from_str(&body).unwrap()
}

#[test]
fn a_passkey_counts_from_its_approval_to_its_end() {
    use EventKind::{PasskeyApproved, PasskeyEnrolled, PasskeyRevoked, PasskeySuspected};
    let passkey = KeptKey {
        method: crate::signing::Method::Passkey,
        public_key: [0xab; 32],
        ..kept_key()
    };
    let mut signers = signers::Signers::default();
    let mut read =
        |kind, by, position: i64| signers.take(&of_passkey(kind, by, position * 100), position.unsigned_abs());
    read(PasskeyEnrolled, 77, 1).unwrap();
    let own = read(PasskeyApproved, 77, 2).unwrap_err();
    assert_eq!(own.problem, "nobody but its owner has approved the passkey");
    read(PasskeyApproved, 99, 3).unwrap();
    read(PasskeySuspected, 77, 5).unwrap();
    read(PasskeyApproved, 99, 7).unwrap();
    read(PasskeyRevoked, 99, 9).unwrap();
    let at_place = |position: i64, second| signers.judge(&passkey, position.unsigned_abs(), at(second)).is_ok();
    for (position, good) in [(2, false), (4, true), (6, false), (8, true), (10, false)] {
        assert_eq!(at_place(position, position * 100), good, "{position}");
    }
    // What was done in the same moment may have got its place before.
    assert!(at_place(2, 290) && at_place(10, 950) && !at_place(10, 961));
    let foreign = KeptKey {
        person: Uuid::nil(),
        ..passkey
    };
    assert_eq!(
        signers.judge(&foreign, 4, at(400)),
        Err("its key is another's, by the ledger")
    );
}
