//! What the ledger says of notes and papers, and whether they are still what it says.

use super::numbering::{NoteFacts, note_of};
use super::{Finding, canonical};
use crate::ledger::{EventKind, sha256_hex};
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// A note that the ledger speaks of.
struct NoteClaim {
    file: Uuid,
    at: u64,
    facts: NoteFacts,
    seen: bool,
}

/// A paper that the ledger speaks of.
struct DocumentClaim {
    at: u64,
    sha256: String,
    seen: bool,
}

/// What the ledger says.
#[derive(Default)]
pub(super) struct Claims {
    notes: HashMap<Uuid, NoteClaim>,
    documents: HashMap<Uuid, DocumentClaim>,
    /// The digests of notes by file and ordinal, for the chain.
    chain: HashMap<(Uuid, u32), String>,
    /// File, ordinal and what the note names as its previous one.
    links: Vec<(Uuid, Uuid, u32, Option<String>)>,
}

/// The parts of a canonical note that are compared with its entry.
#[derive(Deserialize)]
struct Note {
    file: Uuid,
    ordinal: u32,
    paragraphs: Vec<Paragraph>,
    previous: Option<String>,
}

#[derive(Deserialize)]
struct Paragraph {
    number: u32,
}

fn document_place(id: Uuid) -> String {
    format!("document {id}")
}

impl Claims {
    /// Takes what an entry says.
    pub(super) fn take(&mut self, kind: &str, subject: Uuid, content: &Value, at: u64) -> Result<(), Finding> {
        if let Some(facts) = note_of(content, at)? {
            self.chain.insert((subject, facts.ordinal), facts.digest.clone());
            let claim = NoteClaim {
                file: subject,
                at,
                facts,
                seen: false,
            };
            if self.notes.insert(claim.facts.id, claim).is_some() {
                return Err(Finding::new(format!("entry {at}"), "its note was there before"));
            }
        }
        if kind == EventKind::DocumentUploaded.as_str() {
            let sha256 = content.get("sha256").and_then(Value::as_str);
            let sha256 = sha256.ok_or_else(|| Finding::new(format!("entry {at}"), "it names no bytes"))?;
            let claim = DocumentClaim {
                at,
                sha256: sha256.to_owned(),
                seen: false,
            };
            if self.documents.insert(subject, claim).is_some() {
                return Err(Finding::new(format!("entry {at}"), "its paper was there before"));
            }
        }
        Ok(())
    }

    /// How a note is named: by its file and ordinal, if the ledger knows it.
    pub(super) fn note_place(&self, id: Uuid) -> String {
        match self.notes.get(&id) {
            Some(claim) => claim.place(),
            None => format!("note {id}"),
        }
    }

    /// Refuses a note that the ledger speaks of and nobody has shown.
    pub(super) fn must_have_seen(&self, id: Uuid) -> Result<(), Finding> {
        let missing = self.notes.get(&id).filter(|claim| !claim.seen);
        missing.map_or(Ok(()), |claim| Err(claim.missing()))
    }

    /// Compares a note with what the ledger says of it; answers what it says.
    pub(super) fn note(&mut self, id: Uuid, canonical_form: &str) -> Result<Value, Finding> {
        let place = self.note_place(id);
        let wrong = |problem: &str| Finding::new(place.clone(), problem);
        let claim = self
            .notes
            .get_mut(&id)
            .ok_or_else(|| wrong("the ledger does not know it"))?;
        if std::mem::replace(&mut claim.seen, true) {
            return Err(wrong("it stands here twice"));
        }
        if sha256_hex(canonical_form) != claim.facts.digest {
            let problem = format!("it is not what entry {} says: it was changed", claim.at);
            return Err(wrong(&problem));
        }
        let value = canonical(canonical_form).map_err(wrong)?;
        let note = Note::deserialize(&value);
        let note = note.map_err(|_| wrong("it has not the form of a note"))?;
        let numbers = (note.paragraphs.first(), note.paragraphs.last());
        let numbers = (
            numbers.0.map(|paragraph| paragraph.number),
            numbers.1.map(|paragraph| paragraph.number),
        );
        let (first, last) = claim.facts.paragraphs;
        if (note.file, note.ordinal, numbers) != (claim.file, claim.facts.ordinal, (Some(first), Some(last))) {
            return Err(wrong("it is not the note of its entry"));
        }
        self.links.push((id, note.file, note.ordinal, note.previous));
        Ok(value)
    }

    /// Compares a paper with what the ledger says of it.
    pub(super) fn document(&mut self, id: Uuid, sha256: &str) -> Result<(), Finding> {
        let wrong = |problem: String| Finding::new(document_place(id), problem);
        let claim = self.documents.get_mut(&id);
        let claim = claim.ok_or_else(|| wrong("the ledger does not know it".to_owned()))?;
        if std::mem::replace(&mut claim.seen, true) {
            return Err(wrong("it stands here twice".to_owned()));
        }
        if claim.sha256 == sha256 {
            Ok(())
        } else {
            Err(wrong(format!("it is not what entry {} says: it was changed", claim.at)))
        }
    }

    /// Whether every note follows the one before it, and nothing is missing.
    pub(super) fn finish(self, with_notes: bool) -> Result<(), Finding> {
        for (id, file, ordinal, previous) in &self.links {
            if previous.as_ref() != self.chain.get(&(*file, ordinal.wrapping_sub(1))) {
                let place = self.note_place(*id);
                return Err(Finding::new(place, "it does not follow the note before it"));
            }
        }
        let note = self.notes.values().find(|claim| with_notes && !claim.seen);
        if let Some(claim) = note {
            return Err(claim.missing());
        }
        match self.documents.iter().find(|(_, claim)| !claim.seen) {
            Some((id, claim)) => Err(Finding::new(document_place(*id), missing(claim.at))),
            None => Ok(()),
        }
    }
}

fn missing(at: u64) -> String {
    format!("it is missing; entry {at} speaks of it")
}

impl NoteClaim {
    fn missing(&self) -> Finding {
        Finding::new(self.place(), missing(self.at))
    }

    fn place(&self) -> String {
        format!("note {} of file {}", self.facts.ordinal, self.file)
    }
}
