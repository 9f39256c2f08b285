//! What the ledger says of signatures, and whether each is kept, agrees with its act, and verifies.

use super::signers::{KeptKey, KeyState, Signers};
use super::{Body, Finding, canonical, is_digest};
use crate::identity::Proof;
use crate::ledger::{EventKind, sha256_hex};
use crate::office::Timestamp;
use crate::signing::{Evidence, Method, Purpose, SIGNED_KINDS, Statement};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::fmt;
use uuid::Uuid;

/// What statement and entry of an act both say of the step.
const STEP: &[&str] = &["ordinal", "from", "to", "action", "reason"];
/// What statement and entry of an approval both say of the communication.
const APPROVAL: &[&str] = &["communication", "ordinal", "text", "digest"];
/// What statement and entry of an issue both say of it.
const ISSUE: &[&str] = &[
    "communication",
    "ordinal",
    "text",
    "digest",
    "number",
    "date",
    "rendered",
    "amends",
];

/// What a signature is under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Under {
    /// A note.
    Note(Uuid),
    /// A step of a file, by its ordinal.
    Step(Uuid, u32),
    /// An act on a communication, by its ordinal.
    Communication(Uuid, u32),
}

impl fmt::Display for Under {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Note(note) => write!(f, "note {note}"),
            Self::Step(file, ordinal) => write!(f, "step {ordinal} of file {file}"),
            Self::Communication(id, ordinal) => write!(f, "act {ordinal} of communication {id}"),
        }
    }
}

/// A signature, as it is kept.
#[derive(Debug, Clone, Copy)]
pub struct KeptSignature<'k> {
    /// What it is under.
    pub under: Under,
    /// The file.
    pub file: Uuid,
    /// The evidence: canonical JSON.
    pub evidence: &'k str,
    /// What was signed, where that is no note.
    pub statement: Option<&'k str>,
}

/// What an entry says of the signature under its act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    method: Method,
    key: Uuid,
    proof: Proof,
    evidence: String,
}

/// A signature that the ledger speaks of.
struct Claim {
    at: u64,
    time: Timestamp,
    file: Uuid,
    /// Of the note, of the step, or of the act on a communication.
    ordinal: u32,
    person: Uuid,
    facts: Facts,
    /// What a statement must say of an act, or a note of its author.
    says: Value,
    /// The hash that was signed, once it is known.
    challenge: Option<[u8; 32]>,
    seen: bool,
}

/// What the ledger says.
#[derive(Default)]
pub(super) struct Signatures {
    claims: HashMap<Under, Claim>,
    signers: Signers,
}

/// A signature that is what its entry says, and has still to be verified: that is work for every core.
#[derive(Debug)]
pub struct Proving {
    place: String,
    evidence: Evidence,
    challenge: Option<[u8; 32]>,
    /// Who signed, by the ledger.
    pub person: Uuid,
    /// When, by the ledger.
    pub at: Timestamp,
    /// With what.
    pub method: Method,
    /// With which key.
    pub key: Uuid,
}

impl Proving {
    /// Verifies it over what was signed; what was not read cannot be.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn verify(&self) -> Result<(), Finding> {
        let verified = self
            .challenge
            .map(|challenge| self.evidence.verify_challenge(&challenge));
        verified
            .unwrap_or(Ok(()))
            .map_err(|refusal| self.wrong(refusal.to_string()))
    }

    /// Something that is wrong with it.
    pub fn wrong(&self, problem: impl Into<String>) -> Finding {
        Finding::new(self.place.clone(), problem)
    }
}

impl Signatures {
    /// Takes what an entry says.
    pub(super) fn take(&mut self, body: &Body, at: u64) -> Result<(), Finding> {
        self.signers.take(body, at)?;
        let wrong = |problem: &str| Finding::new(format!("entry {at}"), problem);
        let signature = body.content.get("signature");
        let kind = SIGNED_KINDS.iter().copied().find(|kind| kind.as_str() == body.kind);
        let (kind, signature) = match (kind, signature) {
            (None, None) => return Ok(()),
            (None, Some(_)) => return Err(wrong("it has a signature, and is no act that is signed")),
            (Some(_), None) => return Err(wrong("nobody has signed it")),
            (Some(kind), Some(signature)) => (kind, signature),
        };
        let facts = Facts::deserialize(signature).ok();
        let facts = facts.filter(|facts| json!(facts) == *signature && is_digest(&facts.evidence));
        let facts = facts.ok_or_else(|| wrong("its signature has not the form of one"))?;
        let person = body.person.ok_or_else(|| wrong("nobody has signed it"))?;
        let (under, ordinal) = under(kind, body).ok_or_else(|| wrong("its signature is under nothing"))?;
        let claim = Claim {
            at,
            time: body.at,
            file: body.subject,
            ordinal,
            person,
            facts,
            says: says(kind, body),
            challenge: None,
            seen: false,
        };
        match self.claims.insert(under, claim) {
            None => Ok(()),
            Some(_) => Err(wrong("what it signs was signed before")),
        }
    }

    /// Remembers what was signed with a note that is what its entry says.
    pub(super) fn note(&mut self, id: Uuid, text: &str, note: &Value) -> Result<(), &'static str> {
        let Some(claim) = self.claims.get_mut(&Under::Note(id)) else {
            return Ok(());
        };
        claim.challenge = Some(challenge(Purpose::Note, text));
        if agrees(note, &claim.says) {
            Ok(())
        } else {
            Err("its author is not who acted by its entry")
        }
    }

    /// Compares a kept signature with what the ledger says of it. `whole` says whether what was signed is there too.
    pub(super) fn kept(&mut self, kept: &KeptSignature<'_>, whole: bool) -> Result<Proving, Finding> {
        let unknown = || {
            Finding::new(
                format!("the signature under {}", kept.under),
                "the ledger does not know it",
            )
        };
        let claim = self.claims.get_mut(&kept.under).ok_or_else(unknown)?;
        let place = claim.place(kept.under);
        let wrong = |problem: &str| Finding::new(place.clone(), problem);
        if std::mem::replace(&mut claim.seen, true) {
            return Err(wrong("it stands here twice"));
        }
        if kept.file != claim.file {
            return Err(wrong("it is kept under another file"));
        }
        if sha256_hex(kept.evidence) != claim.facts.evidence {
            let problem = format!("its evidence is not what entry {} says: it was changed", claim.at);
            return Err(wrong(&problem));
        }
        let evidence: Option<Evidence> = serde_json::from_str(kept.evidence).ok();
        let evidence = evidence.filter(|evidence| evidence.canonical() == kept.evidence);
        let evidence = evidence.ok_or_else(|| wrong("its evidence is not what evidence looks like"))?;
        if evidence.facts() != json!(claim.facts) {
            return Err(wrong(
                "its evidence is of another method, key or proof than its entry says",
            ));
        }
        let key = KeptKey {
            id: claim.facts.key,
            method: claim.facts.method,
            person: claim.person,
            public_key: evidence
                .public_key_digest()
                .map_err(|refusal| wrong(&refusal.to_string()))?,
            state: KeyState::Known,
        };
        self.signers.judge(&key, claim.at, claim.time).map_err(wrong)?;
        claim.take_statement(kept, whole).map_err(wrong)?;
        if whole && claim.challenge.is_none() {
            return Err(wrong("what was signed is missing"));
        }
        Ok(Proving {
            place,
            evidence,
            challenge: claim.challenge,
            person: claim.person,
            at: claim.time,
            method: key.method,
            key: key.id,
        })
    }

    /// Compares a key of the office with what the ledger says of it.
    pub(super) fn key(&mut self, key: &KeptKey) -> Result<(), Finding> {
        self.signers.kept(key)
    }

    /// Whether no signature is missing, and with `keys` whether the office still has every key.
    pub(super) fn finish(self, keys: bool) -> Result<(), Finding> {
        let missing = self.claims.into_iter().filter(|(_, claim)| !claim.seen);
        if let Some((under, claim)) = missing.min_by_key(|(_, claim)| claim.at) {
            let problem = format!("it is missing; entry {} speaks of it", claim.at);
            return Err(Finding::new(claim.place(under), problem));
        }
        if keys { self.signers.finish() } else { Ok(()) }
    }
}

impl Claim {
    /// An act's statement is kept with its signature, a note's with the note.
    fn take_statement(&mut self, kept: &KeptSignature<'_>, whole: bool) -> Result<(), &'static str> {
        let of_an_act = !matches!(kept.under, Under::Note(_));
        match kept.statement {
            None if of_an_act && whole => Err("what was signed is missing"),
            None => Ok(()),
            Some(_) if !of_an_act || !whole => Err("a statement stands where none should"),
            Some(text) => {
                let statement = canonical(text).map_err(|_| "what was signed is not canonical JSON")?;
                if !agrees(&statement, &self.says) {
                    return Err("what was signed is another act than its entry says");
                }
                self.challenge = Some(challenge(Purpose::Act, text));
                Ok(())
            }
        }
    }

    fn place(&self, under: Under) -> String {
        let what = match under {
            Under::Note(_) => "note",
            Under::Step(..) => "step",
            Under::Communication(..) => return format!("the signature of {under}"),
        };
        format!("the signature of {what} {} of file {}", self.ordinal, self.file)
    }
}

fn challenge(purpose: Purpose, text: &str) -> [u8; 32] {
    let text = text.to_owned();
    Statement { purpose, text }.challenge()
}

/// What the signature of an act is under, and the ordinal of it.
fn under(kind: EventKind, body: &Body) -> Option<(Under, u32)> {
    let id_of = |holder: &Value, key: &str| holder.get(key)?.as_str()?.parse().ok();
    let ordinal_of = |holder: &Value| holder.get("ordinal")?.as_u64()?.try_into().ok();
    match kind {
        EventKind::NoteSubmitted => {
            let note = body.content.get("note")?;
            Some((Under::Note(id_of(note, "id")?), ordinal_of(note)?))
        }
        EventKind::CommunicationApproved | EventKind::CommunicationIssued => {
            let ordinal = ordinal_of(&body.content)?;
            let id = id_of(&body.content, "communication")?;
            Some((Under::Communication(id, ordinal), ordinal))
        }
        _ => {
            let ordinal = ordinal_of(&body.content)?;
            Some((Under::Step(body.subject, ordinal), ordinal))
        }
    }
}

/// What the entry says and the signed words must say too.
fn says(kind: EventKind, body: &Body) -> Value {
    let mut says = Map::from_iter([
        ("person".to_owned(), json!(body.person)),
        ("post".to_owned(), json!(body.post)),
        ("charge".to_owned(), json!(body.charge)),
    ]);
    let facts = match kind {
        EventKind::NoteSubmitted => return Value::Object(says),
        EventKind::CommunicationApproved => APPROVAL,
        EventKind::CommunicationIssued => ISSUE,
        _ => STEP,
    };
    says.insert("act".to_owned(), json!(kind));
    says.insert("file".to_owned(), json!(body.subject));
    let facts = facts.iter().map(|key| {
        let said = body.content.get(*key).cloned();
        ((*key).to_owned(), said.unwrap_or_default())
    });
    says.extend(facts);
    Value::Object(says)
}

/// Whether a value says all of this, whatever else it says.
fn agrees(value: &Value, says: &Value) -> bool {
    let says = says.as_object().into_iter().flatten();
    says.into_iter().all(|(key, said)| value.get(key) == Some(said))
}
