//! What the changes of the table are about.

use super::super::{Day, bodies, texts};
use daftar_domain::ledger::{Checkpoint, KeyUse, SignerKey, sha256_hex};
use daftar_domain::signing::Method;
use daftar_persistence::signing::SignatureRow;
use daftar_testing::TestApp;
use sea_orm::DbBackend;
use serde_json::Value;

/// An entry: its place and its body.
pub(super) struct Entry {
    pub(super) at: usize,
    pub(super) id: String,
    pub(super) body: String,
    pub(super) parsed: Value,
}

/// A history as it was written.
pub(super) struct Facts {
    pub(super) entries: Vec<Entry>,
    /// The sizes of its checkpoints.
    pub(super) sizes: Vec<u64>,
    /// Their notes.
    pub(super) notes: Vec<String>,
    pub(super) file: String,
    pub(super) document: String,
    /// The signatures under notes and steps.
    pub(super) signed: Vec<SignatureRow>,
    /// The document beside that one.
    pub(super) other_document: String,
    pub(super) postgres: bool,
}

impl Facts {
    pub(super) async fn read(app: &TestApp, day: &Day) -> Self {
        let facts = Self {
            document: day.document.clone(),
            ..Self::of_all(app, &day.file).await
        };
        assert_eq!(facts.sizes.len(), 3);
        assert_ne!(facts.document, facts.other_document);
        facts
    }

    /// The history as it is now, about this file.
    pub(super) async fn of_all(app: &TestApp, file: &str) -> Self {
        let entry = |(at, body): (usize, String)| {
            let parsed: Value = serde_json::from_str(&body).unwrap();
            let id = parsed["id"].as_str().unwrap().to_owned();
            Entry { at, id, body, parsed }
        };
        let entries: Vec<Entry> = bodies(app).await.into_iter().enumerate().map(entry).collect();
        let notes = texts(app, "SELECT note FROM ledger_checkpoints ORDER BY size").await;
        let size = |note: &String| note.split('\n').nth(1).unwrap().parse().unwrap();
        let other = entries
            .iter()
            .rev()
            .find(|entry| entry.parsed["kind"] == "document_uploaded");
        let other = other.unwrap().parsed["subject"].as_str().unwrap().to_owned();
        Self {
            sizes: notes.iter().map(size).collect(),
            notes,
            file: file.to_owned(),
            document: other.clone(),
            other_document: other,
            entries,
            signed: app.office.database().signing().all_signatures(None, 100).await.unwrap(),
            postgres: app.database.raw.get_database_backend() == DbBackend::Postgres,
        }
    }

    /// The first entry of a kind.
    pub(super) fn of(&self, kind: &str) -> &Entry {
        self.entries.iter().find(|entry| entry.parsed["kind"] == kind).unwrap()
    }

    /// The entry of the note with two paragraphs on the main file.
    pub(super) fn note(&self) -> &Entry {
        let is =
            |entry: &&Entry| entry.parsed["kind"] == "note_submitted" && entry.parsed["subject"] == self.file.as_str();
        self.entries.iter().find(is).unwrap()
    }

    /// The signature made with this, and the entry that speaks of it; the latest such.
    pub(super) fn signed_with(&self, method: Method, step: bool) -> (&SignatureRow, &Entry) {
        let row = self
            .signed
            .iter()
            .rev()
            .find(|row| row.method == method && row.step.is_some() == step);
        let row = row.unwrap();
        let digest = sha256_hex(&row.evidence);
        let of = |entry: &&Entry| entry.parsed["content"]["signature"]["evidence"] == digest.as_str();
        (row, self.entries.iter().find(of).unwrap())
    }

    /// The signature under the first approval of a draft, and the entry that speaks of it.
    pub(super) fn approval(&self) -> (&SignatureRow, &Entry) {
        let entry = self.of("communication_approved");
        let evidence = &entry.parsed["content"]["signature"]["evidence"];
        let row = self
            .signed
            .iter()
            .find(|row| sha256_hex(&row.evidence) == evidence.as_str().unwrap());
        (row.unwrap(), entry)
    }

    /// Bytes as the database reads them in a statement.
    pub(super) fn bytes(&self, bytes: &[u8]) -> String {
        let hex = hex::encode(bytes);
        if self.postgres {
            format!(r"'\x{hex}'::bytea")
        } else {
            format!("x'{hex}'")
        }
    }

    /// An id as the database reads it in a statement.
    pub(super) fn id(&self, id: &str) -> String {
        if self.postgres {
            format!("'{id}'::uuid")
        } else {
            format!("x'{}'", id.replace('-', ""))
        }
    }

    /// The checkpoint of this number signed by somebody else under the office's name.
    pub(super) fn signed_by_a_stranger(&self, number: usize) -> String {
        let text = self.notes[number].split("\n\n").next().unwrap();
        let checkpoint: Checkpoint = format!("{text}\n").parse().unwrap();
        let stranger = SignerKey::from_seed(&checkpoint.origin, KeyUse::Note, &[66; 32]).unwrap();
        checkpoint.sign([&stranger]).to_string()
    }
}

/// A text as SQL writes it.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
