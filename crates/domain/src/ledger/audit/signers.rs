//! Whose keys sign, and since when: what the entries say of passkeys and of the keys that the office keeps for officers.

use super::{Body, Finding};
use crate::ledger::EventKind;
use crate::office::Timestamp;
use crate::signing::Method;
use chrono::TimeDelta;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use uuid::Uuid;

/// Acts of one moment may get their places the other way round, and a transaction may wait for others: what is less apart
/// than this has no order.
const MOMENT: TimeDelta = TimeDelta::minutes(1);

/// What a key is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// Nobody has approved it.
    Waiting,
    /// It was approved, or made by the office itself.
    Known,
    /// It signs no more.
    Ended,
}

/// A key as the office keeps it.
#[derive(Debug, Clone, Copy)]
pub struct KeptKey {
    /// Its id.
    pub id: Uuid,
    /// What sort of key it is.
    pub method: Method,
    /// Whose it is.
    pub person: Uuid,
    /// SHA-256 of its public half.
    pub public_key: [u8; 32],
    /// What it is good for.
    pub state: KeyState,
}

/// A moment from which a key signs, or signs no more.
struct Change {
    position: u64,
    at: Timestamp,
    good: bool,
}

/// A key that the ledger speaks of.
struct Signer {
    method: Method,
    person: Uuid,
    public_key: Option<[u8; 32]>,
    changes: Vec<Change>,
    ended: bool,
    seen: bool,
}

/// The keys that the ledger speaks of.
#[derive(Default)]
pub(super) struct Signers(HashMap<Uuid, Signer>);

/// What an entry says of a key: which sort, under which name its id stands, and whether it signs from then on.
fn said(kind: &str) -> Option<(Method, &'static str, Option<bool>)> {
    let is = |known: EventKind| known.as_str() == kind;
    match () {
        () if is(EventKind::PasskeyEnrolled) => Some((Method::Passkey, "passkey", None)),
        () if is(EventKind::PasskeyApproved) => Some((Method::Passkey, "passkey", Some(true))),
        () if is(EventKind::PasskeySuspected) => Some((Method::Passkey, "passkey", Some(false))),
        () if is(EventKind::PasskeyRevoked) => Some((Method::Passkey, "passkey", Some(false))),
        () if is(EventKind::SigningKeyMade) => Some((Method::ServerKey, "key", Some(true))),
        () if is(EventKind::SigningKeyRetired) => Some((Method::ServerKey, "key", Some(false))),
        () => None,
    }
}

/// The digest of the public half: the key of a passkey is long, so the ledger has its digest; that of an officer's key is
/// there itself.
fn public_key(method: Method, content: &Value) -> Option<[u8; 32]> {
    let text = |key: &str| content.get(key).and_then(Value::as_str);
    match method {
        Method::Passkey => hex::decode(text("public_key_sha256")?).ok()?.try_into().ok(),
        Method::ServerKey => Some(Sha256::digest(hex::decode(text("public_key")?).ok()?).into()),
    }
}

impl Signers {
    /// Takes what an entry says.
    pub(super) fn take(&mut self, body: &Body, position: u64) -> Result<(), Finding> {
        let Some((method, name, good)) = said(&body.kind) else {
            return Ok(());
        };
        let wrong = |problem: &str| Finding::new(format!("entry {position}"), problem);
        let id = body.content.get(name).and_then(Value::as_str);
        let id: Option<Uuid> = id.and_then(|id| id.parse().ok());
        let id = id.ok_or_else(|| wrong("it names no key"))?;
        let signer = self.0.entry(id).or_insert(Signer {
            method,
            person: body.subject,
            public_key: None,
            changes: Vec::new(),
            ended: false,
            seen: false,
        });
        if (signer.method, signer.person) != (method, body.subject) {
            return Err(wrong("its key was another's before"));
        }
        if good != Some(false) {
            let key = public_key(method, &body.content).ok_or_else(|| wrong("it names no public key"))?;
            if *signer.public_key.get_or_insert(key) != key {
                return Err(wrong("its key had another public half before"));
            }
        }
        let by_another = body.person.is_some_and(|person| person != body.subject);
        if good == Some(true) && method == Method::Passkey && !by_another {
            return Err(wrong("nobody but its owner has approved the passkey"));
        }
        signer.ended |= good == Some(false) && body.kind != EventKind::PasskeySuspected.as_str();
        let at = body.at;
        signer.changes.extend(good.map(|good| Change { position, at, good }));
        Ok(())
    }

    /// Whether a key is this person's, has this public half, and signed at this place: what is wrong with it, if not.
    pub(super) fn judge(&self, key: &KeptKey, position: u64, at: Timestamp) -> Result<(), &'static str> {
        let signer = self.0.get(&key.id).ok_or("the ledger does not know its key")?;
        signer.is(key)?;
        if signer.signs(position, at) {
            Ok(())
        } else {
            Err("its key did not count then: it was not yet approved, or no more")
        }
    }

    /// Compares a key of the office with what the ledger says of it.
    pub(super) fn kept(&mut self, key: &KeptKey) -> Result<(), Finding> {
        let wrong = |problem: &str| Finding::new(key_place(key.method, key.id), problem);
        let signer = self.0.get_mut(&key.id);
        let signer = signer.ok_or_else(|| wrong("the ledger does not know it"))?;
        signer.seen = true;
        signer.is(key).map_err(wrong)?;
        if signer.state() == key.state {
            Ok(())
        } else {
            Err(wrong("the ledger says otherwise whether it counts"))
        }
    }

    /// Whether the office still has every key.
    pub(super) fn finish(self) -> Result<(), Finding> {
        match self.0.into_iter().find(|(_, signer)| !signer.seen) {
            Some((id, signer)) => Err(Finding::new(key_place(signer.method, id), "it is missing")),
            None => Ok(()),
        }
    }
}

impl Signer {
    fn is(&self, key: &KeptKey) -> Result<(), &'static str> {
        if (self.method, self.person) != (key.method, key.person) {
            Err("its key is another's, by the ledger")
        } else if self.public_key != Some(key.public_key) {
            Err("its key is not the one that the ledger has")
        } else {
            Ok(())
        }
    }

    fn signs(&self, position: u64, at: Timestamp) -> bool {
        let before = self.changes.iter().rev().find(|change| change.position < position);
        let of_the_moment = || self.changes.iter().any(|change| (change.at - at).abs() < MOMENT);
        let was_good = self.changes.iter().any(|change| change.good);
        before.is_some_and(|change| change.good) || (was_good && of_the_moment())
    }

    fn state(&self) -> KeyState {
        let was_good = self.changes.iter().any(|change| change.good);
        match (self.ended, was_good) {
            (true, _) => KeyState::Ended,
            (false, true) => KeyState::Known,
            (false, false) => KeyState::Waiting,
        }
    }
}

fn key_place(method: Method, id: Uuid) -> String {
    match method {
        Method::Passkey => format!("passkey {id}"),
        Method::ServerKey => format!("officer's key {id}"),
    }
}
