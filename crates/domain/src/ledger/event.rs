//! An official act, as the ledger keeps it.

use super::canonical::{canonical_json, sha256_hex};
use super::kind::{EventKind, SubjectKind};
use crate::office::{ChargeId, PersonId, PostId, Timestamp, vocabulary};
use serde::Serialize;
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
        /// E-mail.
        Mail = "mail",
        /// Files, notes, movements.
        Filing = "filing",
        /// Drafts for approval.
        Drafting = "drafting",
        /// Issued communications on their way.
        Dispatch = "dispatch",
        /// The address book.
        Addresses = "addresses",
        /// How forms are set.
        Templates = "templates",
        /// The ledger itself.
        Ledger = "ledger",
        /// Keys of the office and of its officers.
        Keys = "keys",
        /// The office's authorities, and officers' certificates.
        Certificates = "certificates",
    }
}

/// The version of the form of entries.
pub const VERSION: u64 = 2;

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
/// `content` holds ids, states, numbers and digests, never personal text: the ledger is shown to outsiders. What was
/// said in words goes into `words`: the entry holds a salted commitment to them, which shows later that they were not
/// changed and tells nobody what they are.
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
    /// Subjects, remarks, names, by what they are; `None` where the act has none.
    pub words: Option<Value>,
}

/// A place in a series that runs without gaps (rule 2): with it anybody can count the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Numbered {
    /// The series.
    pub series: String,
    /// The place in it, from 1.
    pub serial: i64,
}

/// Sixteen random bytes that keep a commitment to a few words from being guessed.
pub type Salt = [u8; 16];

/// An event as written: with actor and time, and the digest over all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The canonical form of the entry: the leaf of the ledger's tree.
    pub body: String,
    /// SHA-256 of `body`, hex: the officer's receipt for the act.
    pub digest: String,
    /// Salt and words in canonical form, kept beside the ledger: what the commitment in `body` is the SHA-256 of.
    pub opening: Option<String>,
}

impl Event {
    /// An act without words.
    pub fn new(module: Module, kind: EventKind, subject_kind: SubjectKind, subject: Uuid, content: Value) -> Self {
        Self {
            module,
            kind,
            subject_kind,
            subject,
            content,
            words: None,
        }
    }

    /// The same act, with what it said in words.
    #[must_use]
    pub fn saying(self, words: Value) -> Self {
        Self {
            words: Some(words),
            ..self
        }
    }

    /// The same act, with what the ledger says of the signature under it.
    #[must_use]
    pub fn signed(mut self, facts: Value) -> Self {
        if let Value::Object(content) = &mut self.content {
            content.insert("signature".to_owned(), facts);
        }
        self
    }

    /// Completes the event into a ledger entry. `id` is the entry's own id.
    pub fn entry(&self, id: Uuid, actor: Actor, at: Timestamp, salt: Salt) -> Entry {
        let opening = self
            .words
            .as_ref()
            .map(|words| canonical_json(&json!({ "salt": hex::encode(salt), "values": words })));
        let body = canonical_json(&json!({
            "v": VERSION,
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
            "commitment": opening.as_deref().map(sha256_hex),
        }));
        Entry {
            digest: sha256_hex(&body),
            body,
            opening,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    #[test]
    fn words_are_committed_to_and_not_told() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let event = Event::new(
            Module::Filing,
            EventKind::FileAmended,
            SubjectKind::File,
            Uuid::nil(),
            json!({}),
        );
        let silent = event.entry(Uuid::nil(), Actor::SYSTEM, now, [1; 16]);
        assert!(silent.opening.is_none());
        assert!(silent.body.contains("\"commitment\":null"));

        let event = event.saying(json!({"subject": "Leave of Mr Aslam"}));
        let [first, second] = [[1; 16], [2; 16]].map(|salt| event.entry(Uuid::nil(), Actor::SYSTEM, now, salt));
        assert!(!first.body.contains("Aslam"));
        assert_ne!(first.digest, second.digest, "the salt counts");
        let opening = first.opening.unwrap();
        assert_eq!(
            opening,
            format!(
                r#"{{"salt":"{}","values":{{"subject":"Leave of Mr Aslam"}}}}"#,
                "01".repeat(16)
            )
        );
        assert!(first.body.contains(&sha256_hex(&opening)));
    }
}
