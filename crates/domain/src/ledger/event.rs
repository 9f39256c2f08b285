//! An official act, as the ledger keeps it.

use super::canonical::digest_hex;
use super::kind::{EventKind, SubjectKind};
use crate::office::{ChargeId, PersonId, PostId, Timestamp, vocabulary};
use serde_json::{Value, json};
use uuid::Uuid;

vocabulary! {
    /// The capability that an act belongs to.
    Module {
        /// Accounts and sessions.
        Identity = "identity",
        /// Units, posts, persons, charges.
        Organisation = "organisation",
        /// Receipts and documents.
        Correspondence = "correspondence",
        /// Files, notes, movements.
        Filing = "filing",
        /// Keys of the office and of its officers.
        Keys = "keys",
    }
}

/// Who acted, for which post, under which charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// The human being; `None` for the system itself (seed, command line).
    pub person: Option<PersonId>,
    /// The post acted for.
    pub post: Option<PostId>,
    /// The charge that entitled the person to it.
    pub charge: Option<ChargeId>,
}

impl Actor {
    /// The system itself.
    pub const SYSTEM: Self = Self {
        person: None,
        post: None,
        charge: None,
    };
}

/// What a rule returns beside new state: one official act that happened.
///
/// `content` holds ids, states, numbers and digests, never personal text: the ledger is shown to outsiders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The capability.
    pub module: Module,
    /// What happened.
    pub kind: EventKind,
    /// The sort of thing that it happened to.
    pub subject_kind: SubjectKind,
    /// The thing that it happened to.
    pub subject: Uuid,
    /// Facts of the act.
    pub content: Value,
}

/// An event as written: with actor and time, and the digest over all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The canonical value that the digest covers.
    pub body: Value,
    /// SHA-256 of the canonical form of `body`, hex.
    pub digest: String,
}

impl Event {
    /// Completes the event into a ledger entry. `id` is the entry's own id.
    pub fn entry(&self, id: Uuid, actor: Actor, at: Timestamp) -> Entry {
        let body = json!({
            "v": 1,
            "id": id,
            "module": self.module,
            "kind": self.kind,
            "subject_kind": self.subject_kind,
            "subject": self.subject,
            "person": actor.person,
            "post": actor.post,
            "charge": actor.charge,
            "at": at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
            "content": self.content,
        });
        let digest = digest_hex(&body);
        Entry { body, digest }
    }
}
