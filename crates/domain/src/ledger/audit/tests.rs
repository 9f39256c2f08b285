//! Histories are made as the domain makes them, and then spoilt.

mod drafts;
mod issues;
mod signing;

use super::*;
use crate::identity::Proof;
use crate::ledger::{Actor, Event, KeyUse, Module, SignerKey, SubjectKind, canonical_json, digest_hex};
use crate::office::{PersonId, SigningKeyId};
use crate::signing::{Evidence, Purpose, ServerKeyEvidence, Statement};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use proptest::prelude::*;
use serde_json::json;

const ORIGIN: &str = "office.example/ledger";

fn key(seed: u8) -> SignerKey {
    SignerKey::from_seed(ORIGIN, KeyUse::Note, &[seed; 32]).unwrap()
}

fn at(second: i64) -> Timestamp {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::seconds(second)
}

/// Who signs, and with which key.
const OFFICER: Uuid = Uuid::from_u128(77);
const KEY: Uuid = Uuid::from_u128(78);

fn secret() -> SigningKey {
    SigningKey::from_slice(&[5; 32]).unwrap()
}

fn point(secret: &SigningKey) -> String {
    hex::encode(secret.verifying_key().to_encoded_point(false).as_bytes())
}

/// The evidence of the officer's signature under a statement.
fn evidence(secret: &SigningKey, statement: &Statement) -> Evidence {
    let signature: Signature = secret.sign(&statement.message());
    Evidence::ServerKey(ServerKeyEvidence {
        key: SigningKeyId(KEY),
        public_key: point(secret),
        proof: Proof::Totp,
        proved_at: at(0),
        signature: URL_SAFE_NO_PAD.encode(signature.to_der().as_bytes()),
    })
}

fn body(n: u128, kind: EventKind, subject: u128, content: Value) -> String {
    by(Actor::SYSTEM, n, kind, subject, content)
}

/// The officer's act.
fn his(n: u128, kind: EventKind, subject: u128, content: Value) -> String {
    let officer = Actor {
        person: Some(PersonId(OFFICER)),
        ..Actor::SYSTEM
    };
    by(officer, n, kind, subject, content)
}

fn by(actor: Actor, n: u128, kind: EventKind, subject: u128, content: Value) -> String {
    let event = Event::new(
        Module::Filing,
        kind,
        SubjectKind::File,
        Uuid::from_u128(subject),
        content,
    );
    event.entry(id(n), actor, at(0), [0; 16]).body
}

/// An id with the marks of a version 7.
fn id(n: u128) -> Uuid {
    uuid::Builder::from_u128(n)
        .with_variant(uuid::Variant::RFC4122)
        .with_version(uuid::Version::SortRand)
        .into_uuid()
}

/// Everything that an auditor reads.
#[derive(Debug, Clone)]
struct History {
    entries: Vec<String>,
    checkpoints: Vec<(u64, String)>,
    notes: Vec<(Uuid, String)>,
    documents: Vec<(Uuid, String)>,
    signatures: Vec<Row>,
    keys: Vec<KeptKey>,
}

/// A signature as a database has it.
#[derive(Debug, Clone)]
struct Row {
    under: Under,
    evidence: String,
    statement: Option<String>,
}

/// The officer's key as the office keeps it.
fn kept_key() -> KeptKey {
    KeptKey {
        id: KEY,
        method: crate::signing::Method::ServerKey,
        person: OFFICER,
        public_key: evidence(&secret(), &Statement::of(Purpose::Note, &json!({})))
            .public_key_digest()
            .unwrap(),
        state: KeyState::Known,
    }
}

/// A history of one file with so many notes, each with a paper that was diarised, signed every `step` entries.
fn history(notes: u32, step: usize, signers: &[&SignerKey]) -> History {
    let mut entries = vec![body(
        1,
        EventKind::LedgerKeyAdded,
        1,
        json!({"key": key(1).verifier().to_string()}),
    )];
    let made = json!({"key": KEY, "public_key": point(&secret())});
    entries.push(his(2, EventKind::SigningKeyMade, 77, made));
    let (mut texts, mut documents, mut previous) = (Vec::new(), Vec::new(), None);
    let mut signatures = Vec::new();
    for n in 1..=notes {
        let id = Uuid::from_u128(1000 + u128::from(n));
        let note = json!({"file": Uuid::from_u128(7), "ordinal": n, "paragraphs": [{"number": n}], "previous": previous,
                "person": OFFICER, "post": null, "charge": null});
        let signed = evidence(&secret(), &Statement::of(Purpose::Note, &note));
        let digest = digest_hex(&note);
        let facts = json!({"id": id, "kind": "note", "ordinal": n, "paragraphs": [n, n], "digest": digest});
        let sha256 = hex::encode([n.to_be_bytes()[3]; 32]);
        let subject = 2000 + u128::from(n);
        entries.push(body(
            subject,
            EventKind::DocumentUploaded,
            subject,
            json!({"sha256": sha256}),
        ));
        entries.push(body(
            3000 + u128::from(n),
            EventKind::ReceiptDiarised,
            3000 + u128::from(n),
            json!({"numbered": {"series": "diary/FD/2026", "serial": n}}),
        ));
        entries.push(his(
            4000 + u128::from(n),
            EventKind::NoteSubmitted,
            7,
            json!({"note": facts, "signature": signed.facts()}),
        ));
        signatures.push(Row {
            under: Under::Note(id),
            evidence: signed.canonical(),
            statement: None,
        });
        texts.push((id, canonical_json(&note)));
        documents.push((Uuid::from_u128(subject), sha256));
        previous = Some(digest);
    }
    let mut history = History {
        entries,
        checkpoints: Vec::new(),
        notes: texts,
        documents,
        signatures,
        keys: vec![kept_key()],
    };
    history.sign(step, signers);
    history
}

impl History {
    fn sign(&mut self, step: usize, signers: &[&SignerKey]) {
        self.checkpoints.clear();
        let sizes = (0..self.entries.len())
            .step_by(step)
            .skip(1)
            .chain([self.entries.len()]);
        for size in sizes {
            let mut edge = Edge::default();
            edge.append(self.entries[..size].iter().map(|body| leaf_hash(body.as_bytes())));
            let checkpoint = Checkpoint {
                origin: ORIGIN.to_owned(),
                size: size as u64,
                root: edge.root(),
            };
            let note = checkpoint.sign(signers.iter().copied()).to_string();
            self.checkpoints.push((size as u64, note));
        }
    }

    fn audit(&self, known: Known) -> Result<Counts, Finding> {
        let mut audit = Audit::new(known);
        let mut checkpoints = self.checkpoints.iter().zip(0..).peekable();
        for body in &self.entries {
            audit.entry(body)?;
            while let Some(((_, note), second)) = checkpoints.next_if(|((size, _), _)| *size <= audit.size()) {
                audit.checkpoint(note, at(second))?;
            }
        }
        for ((_, note), second) in checkpoints {
            audit.checkpoint(note, at(second))?;
        }
        for (id, text) in &self.notes {
            audit.note(*id, text)?;
        }
        for (id, sha256) in &self.documents {
            audit.document(*id, sha256)?;
        }
        for row in &self.signatures {
            let kept = KeptSignature {
                under: row.under,
                file: Uuid::from_u128(7),
                evidence: &row.evidence,
                statement: row.statement.as_deref(),
            };
            audit.signature(&kept, true)?.verify()?;
        }
        for key in &self.keys {
            audit.key(key)?;
        }
        audit.finish(Read {
            notes: true,
            drafts: true,
            keys: true,
        })
    }
}

fn trusting(seed: u8) -> Known {
    Known {
        keys: TrustedKeys::given([key(seed).verifier().clone()]),
        ..Known::default()
    }
}

fn refused(history: &History, known: Known) -> String {
    history.audit(known).unwrap_err().to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_honest_history_is_accepted_and_a_spoilt_one_is_not(
        notes in 1_u32..40, step in 1_usize..30, pick in any::<prop::sample::Index>(), how in 0_u8..5,
    ) {
        let honest = history(notes, step, &[&key(1)]);
        let counts = honest.audit(trusting(1)).unwrap();
        prop_assert_eq!(counts.entries, u64::from(notes) * 3 + 2);
        prop_assert_eq!(counts.signatures, u64::from(notes));
        prop_assert_eq!(counts.notes, u64::from(notes));

        let mut spoilt = honest.clone();
        let at = pick.index(spoilt.entries.len());
        match how {
            0 => { spoilt.entries.remove(at); }
            1 => { spoilt.entries[at] = spoilt.entries[at].replacen("2027", "2026", 1); }
            2 => { let other = (at + 1) % spoilt.entries.len(); spoilt.entries.swap(at, other); }
            3 => { let twice = spoilt.entries[at].clone(); spoilt.entries.insert(at, twice); }
            _ => { let row = pick.index(spoilt.notes.len()); spoilt.notes[row].1 = spoilt.notes[row].1.replacen("null", "\"\"", 1) + " "; }
        }
        prop_assert!(spoilt.audit(trusting(1)).is_err());
    }
}

#[test]
fn whoever_signs_anew_what_he_changed_is_found_by_what_others_kept() {
    let honest = history(5, 4, &[&key(1)]);
    let kept = Kept::read(&honest.checkpoints[2].1).unwrap();
    let keeping = || Known {
        kept: Some(kept.clone()),
        ..trusting(1)
    };
    assert!(honest.audit(keeping()).is_ok());

    let mut forked = honest.clone();
    forked.entries[4] = forked.entries[4].replacen("2027", "2026", 1);
    forked.sign(4, &[&key(1)]);
    assert!(forked.audit(trusting(1)).is_ok(), "alone he cannot know");
    assert!(
        refused(&forked, keeping()).contains("kept checkpoint of size 12"),
        "{}",
        refused(&forked, keeping())
    );

    let older = history(2, 4, &[&key(1)]);
    assert!(refused(&older, keeping()).contains("older"));
}

#[test]
fn trust_follows_the_keys_that_the_ledger_names() {
    let (first, second) = (key(1), key(2));
    assert!(refused(&history(3, 4, &[&second]), trusting(1)).contains("no trusted key"));

    let mut rotated = history(3, 4, &[&first]);
    rotated.entries.push(body(
        9001,
        EventKind::LedgerKeyAdded,
        2,
        json!({"key": second.verifier().to_string()}),
    ));
    rotated.entries.push(body(
        9002,
        EventKind::LedgerKeyRetired,
        1,
        json!({"key": first.verifier().to_string()}),
    ));
    rotated.sign(100, &[&first, &second]);
    rotated.entries.push(body(9003, EventKind::FileLookedAt, 7, json!({})));
    let upto = |signer: &SignerKey| {
        let mut all = rotated.clone();
        all.sign(100, &[signer]);
        let mut both = rotated.checkpoints.clone();
        both.extend(all.checkpoints);
        History {
            checkpoints: both,
            ..rotated.clone()
        }
    };
    assert!(upto(&second).audit(trusting(1)).is_ok());
    assert!(
        refused(&upto(&first), trusting(1)).contains("no trusted key"),
        "a retired key still signs"
    );
    let mut unannounced = rotated.clone();
    unannounced.sign(100, &[&second]);
    assert!(refused(&unannounced, trusting(1)).contains("no trusted key"));
}

#[test]
fn the_first_wrong_thing_is_named() {
    let honest = history(4, 5, &[&key(1)]);
    let spoil = |change: &dyn Fn(&mut History)| {
        let mut spoilt = honest.clone();
        change(&mut spoilt);
        refused(&spoilt, trusting(1))
    };
    let text = spoil(&|h| h.notes[1].1 = h.notes[1].1.replace("\"ordinal\":2", "\"ordinal\":3"));
    assert!(text.contains("it was changed"), "{text}");
    let text = spoil(&|h| drop(h.notes.remove(2)));
    assert!(text.contains("missing; entry 10"), "{text}");
    let text = spoil(&|h| drop(h.documents.remove(0)));
    assert!(text.contains("missing; entry 2 "), "{text}");
    let text = spoil(&|h| h.documents[3].1 = "00".repeat(32));
    assert!(text.contains("entry 11"), "{text}");
    let text = spoil(&|h| h.notes.push((Uuid::nil(), "{}".to_owned())));
    assert!(text.contains("does not know it"), "{text}");
    let text = spoil(&|h| h.checkpoints[0].1 = h.checkpoints[0].1.replacen("5\n", "6\n", 1));
    assert!(text.contains("checkpoint of size 6"), "{text}");
    let text = spoil(&|h| drop(h.checkpoints.pop()));
    assert!(text.contains("no checkpoint covers"), "{text}");
    let text = spoil(&|h| drop(h.entries.remove(0)));
    assert!(text.contains("entry 0: a ledger begins"), "{text}");
    // Gaps, signed by the office itself.
    let text = spoil(&|h| {
        drop(h.entries.remove(6));
        h.sign(100, &[&key(1)]);
    });
    assert!(
        text.contains("number 3 of the series diary/FD/2026 stands where 2 should"),
        "{text}"
    );
    let text = spoil(&|h| {
        drop((h.entries.remove(7), h.notes.remove(1), h.signatures.remove(1)));
        h.sign(100, &[&key(1)]);
    });
    assert!(text.contains("the note is number 3 where 2 should follow"), "{text}");
}

#[test]
fn an_entry_is_spelled_in_one_way() {
    let good = body(
        9,
        EventKind::LedgerKeyAdded,
        7,
        json!({"key": key(1).verifier().to_string()}),
    );
    let read = |body: &str| {
        Audit::new(trusting(1))
            .entry(body)
            .map(|_| ())
            .map_err(|finding| finding.problem)
    };
    assert_eq!(read(&good), Ok(()));
    let (own, subject) = (id(9).to_string(), Uuid::from_u128(7).to_string());
    let digest = "ab".repeat(32);
    for (from, to) in [
        (own.as_str(), own.replacen("-7", "-4", 1)),
        (&own, own.replace('-', "")),
        (&subject, format!("{{{subject}}}")),
        (".000000Z", "Z".to_owned()),
        (".000000Z", ".000000+00:00".to_owned()),
        ("\"commitment\":null", "\"commitment\":\"ab\"".to_owned()),
        (
            "\"commitment\":null",
            format!("\"commitment\":\"{}\"", digest.to_uppercase()),
        ),
        ("\"person\":null", "\"person\":\"\"".to_owned()),
    ] {
        let changed = good.replacen(from, &to, 1);
        assert_ne!(changed, good, "{from}");
        assert_eq!(
            read(&changed),
            Err("it has not the form of an entry".to_owned()),
            "{changed}"
        );
    }
    let committed = good.replacen("\"commitment\":null", &format!("\"commitment\":\"{digest}\""), 1);
    assert_eq!(read(&committed), Ok(()));
    let list = body(9, EventKind::UnitCreated, 7, json!([]));
    assert_eq!(read(&list), Err("it has not the form of an entry".to_owned()));
}

#[test]
fn json_that_is_not_canonical_is_refused() {
    for wrong in [
        "{\"b\":1,\"a\":2}",
        "{\"a\":1,\"a\":1}",
        "{\"a\": 1}",
        "{\"a\":\"e\u{301}\"}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":1}\n",
        "",
    ] {
        assert!(canonical(wrong).is_err(), "{wrong:?}");
    }
    assert!(canonical("{\"a\":\"é\",\"b\":[1,null]}").is_ok());
}
