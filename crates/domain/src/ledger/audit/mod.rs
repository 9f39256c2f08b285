//! Checking a ledger from its first entry to its last, as docs/verification.md describes it. The rules are here, once,
//! for a database and for an export alike; where the lines come from is the caller's business.

mod body;
mod claims;
mod draft_facts;
mod drafts;
mod file;
mod issues;
mod json;
mod numbering;
mod signatures;
mod signers;

pub use draft_facts::texts_of;
pub use drafts::KeptCommunication;
pub use file::{FileAudit, FileCounts};
pub use issues::KeptIssue;
pub use json::{canonical, canonical_form};
pub use signatures::{KeptSignature, Proving, Under};
pub use signers::{KeptKey, KeyState};

use super::EventKind;
use super::checkpoint::{Checkpoint, TrustedKeys};
use super::signed_note::{Signed, SignedNote, VerifierKey};
use super::tree::{ChangedTiles, Edge, Hash, leaf_hash};
use crate::drafting::Wording;
use crate::office::Timestamp;
use body::{Body, is_digest};
use claims::Claims;
use drafts::Drafts;
use numbering::Numbering;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use signatures::Signatures;
use std::collections::HashSet;
use thiserror::Error;
use uuid::Uuid;

/// Leaves that are put into the tree at once.
const AT_ONCE: usize = 256;

/// The first thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{place}: {problem}")]
pub struct Finding {
    /// An entry, checkpoint, note …
    pub place: String,
    /// What is wrong with it.
    pub problem: String,
}

impl Finding {
    /// Something that is wrong somewhere.
    pub fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            problem: problem.into(),
        }
    }
}

/// What was checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Entries of the tree.
    pub entries: u64,
    /// Entries that have no place in it yet.
    pub waiting: u64,
    /// Checkpoints of the history.
    pub checkpoints: u64,
    /// Cosignatures of witnesses under them.
    pub cosignatures: u64,
    /// Notes and dockets.
    pub notes: u64,
    /// Texts of drafts whose digests the ledger has.
    pub texts: u64,
    /// Papers.
    pub documents: u64,
    /// Signatures under notes and acts.
    pub signatures: u64,
    /// Those of them that could not be verified, because what was signed was not read.
    pub unverified: u64,
}

/// A key of the office that came or went, not yet covered by a checkpoint.
struct KeyChange {
    added: bool,
    key: VerifierKey,
}

/// What an auditor brings along from outside.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The keys that he trusts.
    pub keys: TrustedKeys,
    /// Keys of witnesses: where they have signed, their lines must be good.
    pub witnesses: Vec<VerifierKey>,
    /// Keys of witnesses that must have signed the latest checkpoint.
    pub demanded: Vec<VerifierKey>,
    /// A checkpoint that he kept from before.
    pub kept: Option<Kept>,
}

/// A checkpoint that somebody kept, with the signatures under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    note: SignedNote,
    checkpoint: Checkpoint,
}

impl Kept {
    /// Reads it. What it is worth, only the ledger tells.
    ///
    /// # Errors
    /// When it is no checkpoint.
    pub fn read(note: &str) -> Result<Self, Finding> {
        let (note, checkpoint) = read_checkpoint(note)?;
        Ok(Self { note, checkpoint })
    }

    fn wrong(&self, problem: impl Into<String>) -> Finding {
        Finding::new(format!("the kept checkpoint of size {}", self.checkpoint.size), problem)
    }
}

/// What an auditor has read beside the entries, and wants to be complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read {
    /// What was written on note portions and in drafts, and what was signed.
    pub notes: bool,
    /// The communications with all their texts, as the office keeps them.
    pub drafts: bool,
    /// The keys of the office's officers.
    pub keys: bool,
}

/// A ledger that is being read from its beginning.
pub struct Audit {
    known: Known,
    edge: Edge,
    leaves: Vec<Hash>,
    ids: HashSet<Uuid>,
    changes: Vec<KeyChange>,
    keys: Vec<VerifierKey>,
    last: Option<(Checkpoint, Timestamp)>,
    /// The witnesses of those demanded that have not signed the last one.
    absent: Vec<VerifierKey>,
    claims: Claims,
    drafts: Drafts,
    signatures: Signatures,
    numbering: Numbering,
    counts: Counts,
}

impl Audit {
    /// Begins.
    pub fn new(known: Known) -> Self {
        Self {
            known,
            edge: Edge::default(),
            leaves: Vec::new(),
            ids: HashSet::new(),
            changes: Vec::new(),
            keys: Vec::new(),
            last: None,
            absent: Vec::new(),
            claims: Claims::default(),
            drafts: Drafts::default(),
            signatures: Signatures::default(),
            numbering: Numbering::default(),
            counts: Counts::default(),
        }
    }

    /// How many entries were read.
    pub fn size(&self) -> u64 {
        self.edge.size() + self.leaves.len() as u64
    }

    /// Takes the next entry. Answers tiles that are full or have grown, for whoever wants to compare them.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn entry(&mut self, body: &str) -> Result<ChangedTiles, Finding> {
        let at = self.size();
        if at == 0 {
            self.compare_kept()?;
        }
        self.read(body, at)?;
        self.counts.entries += 1;
        self.leaves.push(leaf_hash(body.as_bytes()));
        if self.leaves.len() < AT_ONCE && !self.is_kept_due() {
            return Ok(ChangedTiles::new());
        }
        let changed = self.flush();
        self.compare_kept()?;
        Ok(changed)
    }

    /// Takes an entry that has no place in the tree yet, after all those that have.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn waiting(&mut self, body: &str) -> Result<(), Finding> {
        self.counts.waiting += 1;
        self.read(body, self.size() + self.counts.waiting - 1)
    }

    fn read(&mut self, body: &str, at: u64) -> Result<(), Finding> {
        let wrong = |problem: &str| Finding::new(format!("entry {at}"), problem);
        let parsed = Body::read(body).map_err(wrong)?;
        if !self.ids.insert(parsed.id) {
            return Err(wrong("its id was there before"));
        }
        self.note_key(&parsed, at)?;
        self.numbering.take(parsed.subject, &parsed.content, at)?;
        self.signatures.take(&parsed, at)?;
        self.drafts.take(&parsed, at)?;
        self.claims.take(&parsed.kind, parsed.subject, &parsed.content, at)
    }

    fn note_key(&mut self, body: &Body, at: u64) -> Result<(), Finding> {
        let added = body.kind == EventKind::LedgerKeyAdded.as_str();
        if !added && body.kind != EventKind::LedgerKeyRetired.as_str() {
            // Before the first places are given, acts wait and there is no key yet.
            return if at == 0 && self.counts.waiting == 0 {
                Err(Finding::new("entry 0", "a ledger begins with its first key"))
            } else {
                Ok(())
            };
        }
        let key = body
            .content
            .get("key")
            .and_then(Value::as_str)
            .and_then(|key| key.parse().ok());
        let key = key.ok_or_else(|| Finding::new(format!("entry {at}"), "it names no key"))?;
        self.changes.push(KeyChange { added, key });
        Ok(())
    }

    /// Puts what was read into the tree.
    fn flush(&mut self) -> ChangedTiles {
        let leaves = std::mem::take(&mut self.leaves);
        self.edge.append(leaves)
    }

    fn is_kept_due(&self) -> bool {
        let kept = self.known.kept.as_ref();
        kept.is_some_and(|kept| kept.checkpoint.size == self.size())
    }

    /// The kept checkpoint is good by the keys that are in force at its size, and this ledger had its root.
    fn compare_kept(&self) -> Result<(), Finding> {
        let kept = self.known.kept.as_ref();
        let Some(kept) = kept.filter(|kept| kept.checkpoint.size == self.edge.size()) else {
            return Ok(());
        };
        self.judge_lines(&kept.note).map_err(|problem| kept.wrong(problem))?;
        if kept.checkpoint.root == self.edge.root() {
            Ok(())
        } else {
            Err(kept.wrong("this ledger had another root at that size: it was altered, or forked"))
        }
    }

    /// Takes the checkpoint of as many entries as were read so far.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn checkpoint(&mut self, note: &str, at: Timestamp) -> Result<ChangedTiles, Finding> {
        let changed = self.flush();
        let at_size =
            |finding: Finding| Finding::new(format!("checkpoint at {} entries", self.edge.size()), finding.problem);
        let (note, checkpoint) = read_checkpoint(note).map_err(at_size)?;
        let wrong = |problem: String| Finding::new(format!("checkpoint of size {}", checkpoint.size), problem);
        if let Some((last, before)) = &self.last {
            if checkpoint.origin != last.origin {
                return Err(wrong(format!(
                    "its origin is {}, not {}",
                    checkpoint.origin, last.origin
                )));
            }
            if checkpoint.size <= last.size || at < *before {
                return Err(wrong("it does not come after the one before it".to_owned()));
            }
        }
        if let Some(kept) = &self.known.kept
            && kept.checkpoint.origin != checkpoint.origin
        {
            let problem = format!(
                "it is of {}, this ledger of {}",
                kept.checkpoint.origin, checkpoint.origin
            );
            return Err(kept.wrong(problem));
        }
        if checkpoint.size != self.edge.size() {
            let problem = format!("the ledger has {} entries there", self.edge.size());
            return Err(wrong(problem));
        }
        if checkpoint.root != self.edge.root() {
            return Err(wrong("the entries have another root".to_owned()));
        }
        self.judge(&note).map_err(&wrong)?;
        self.counts.checkpoints += 1;
        self.last = Some((checkpoint, at));
        self.demand(&note);
        Ok(changed)
    }

    /// Looks which of the witnesses that are demanded have not signed the latest checkpoint: their lines may have come
    /// after it was written down.
    pub fn demand(&mut self, note: &SignedNote) {
        let demanded = self.known.demanded.iter();
        let absent = demanded.filter(|key| matches!(note.signed_by(key), Signed::Not));
        self.absent = absent.cloned().collect();
    }

    /// Judges the lines of a checkpoint by the keys that are in force now; answers how many witnesses have signed it.
    pub fn judge_lines(&self, note: &SignedNote) -> Result<u64, String> {
        self.known.keys.judge(note).map_err(|untrusted| untrusted.to_string())?;
        let mut cosignatures = 0;
        for witness in self.witnesses() {
            match note.signed_by(witness) {
                Signed::At(_) => cosignatures += 1,
                Signed::Not => {}
                Signed::Falsely => return Err(format!("the line of the witness {} is false", witness.name())),
            }
        }
        Ok(cosignatures)
    }

    /// All witnesses whose lines are looked at, each once.
    fn witnesses(&self) -> impl Iterator<Item = &VerifierKey> {
        let demanded = self.known.demanded.iter();
        let others = demanded.filter(|key| !self.known.witnesses.contains(key));
        self.known.witnesses.iter().chain(others)
    }

    /// Looks at the signatures, and learns which keys came and went.
    fn judge(&mut self, note: &SignedNote) -> Result<(), String> {
        self.counts.cosignatures += self.judge_lines(note)?;
        for change in self.changes.drain(..) {
            if change.added {
                self.known.keys.add(change.key.clone());
                self.keys.push(change.key);
            } else if !self.known.keys.retire(&change.key) {
                return Err(format!(
                    "the entries before it retire a key that was not trusted: {}",
                    change.key
                ));
            }
        }
        Ok(())
    }

    /// The keys that the ledger says were added, as far as checkpoints cover it.
    pub fn keys(&self) -> &[VerifierKey] {
        &self.keys
    }

    /// Takes an entry of a note portion in its canonical form.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn note(&mut self, id: Uuid, canonical_form: &str) -> Result<(), Finding> {
        self.counts.notes += 1;
        let note = self.claims.note(id, canonical_form)?;
        let signed = self.signatures.note(id, canonical_form, &note);
        signed.map_err(|problem| Finding::new(self.claims.note_place(id), problem))
    }

    /// Takes a text of a draft in the form that its digest is made of.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn text(&mut self, communication: Uuid, number: u32, canonical_form: &str) -> Result<(), Finding> {
        self.counts.texts += 1;
        self.drafts.text(communication, number, canonical_form)
    }

    /// Takes a text of a draft as the office keeps it, be it one that is still written in.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn wording(&mut self, communication: Uuid, wording: &Wording) -> Result<(), Finding> {
        self.counts.texts += u64::from(self.drafts.wording(communication, wording)?);
        Ok(())
    }

    /// Takes a communication as the office keeps it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn communication(&mut self, kept: &KeptCommunication) -> Result<(), Finding> {
        self.drafts.communication(kept)
    }

    /// Takes an issue as the office keeps it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn issue(&mut self, kept: &KeptIssue) -> Result<(), Finding> {
        self.drafts.issue(kept)
    }

    /// Takes a signature, after all notes. `whole` says whether what was signed was read. What is left to do is to verify
    /// what this answers.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn signature(&mut self, kept: &KeptSignature<'_>, whole: bool) -> Result<Proving, Finding> {
        self.counts.signatures += 1;
        self.counts.unverified += u64::from(!whole);
        if let Under::Note(note) = kept.under
            && whole
        {
            self.claims.must_have_seen(note)?;
        }
        self.signatures.kept(kept, whole)
    }

    /// Takes a key that the office keeps of an officer.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn key(&mut self, key: &KeptKey) -> Result<(), Finding> {
        self.signatures.key(key)
    }

    /// Takes a paper that the office keeps.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn document(&mut self, id: Uuid, sha256: &str) -> Result<(), Finding> {
        self.counts.documents += 1;
        self.claims.document(id, sha256)
    }

    /// Ends: everything must have a place in a checkpoint, and nothing that the ledger speaks of may be missing of what was
    /// read.
    ///
    /// # Errors
    /// What is missing.
    pub fn finish(mut self, read: Read) -> Result<Counts, Finding> {
        self.flush();
        let size = self.edge.size();
        if let Some(kept) = self.known.kept.as_ref().filter(|kept| kept.checkpoint.size > size) {
            let problem = format!("this ledger has {size} entries only: it is older, or was cut short");
            return Err(kept.wrong(problem));
        }
        let covered = self.last.as_ref().map_or(0, |(last, _)| last.size);
        if covered != size {
            let problem = format!("no checkpoint covers the entries after {covered}");
            return Err(Finding::new("the end of the ledger", problem));
        }
        if let Some(witness) = self.absent.first() {
            let problem = format!("the witness {} has not cosigned it", witness.name());
            return Err(Finding::new(format!("checkpoint of size {covered}"), problem));
        }
        self.numbering.finish()?;
        self.claims.finish(read.notes)?;
        self.drafts.finish(read.notes, read.drafts)?;
        self.signatures.finish(read.keys)?;
        Ok(self.counts)
    }
}

/// Takes a checkpoint and its signatures apart.
pub fn read_checkpoint(note: &str) -> Result<(SignedNote, Checkpoint), Finding> {
    let wrong = |problem: String| Finding::new("checkpoint", problem);
    let note: SignedNote = note
        .parse()
        .map_err(|error: super::NoteError| wrong(error.to_string()))?;
    let checkpoint = note.text.parse();
    let checkpoint = checkpoint.map_err(|error: super::NotACheckpoint| wrong(error.to_string()))?;
    Ok((note, checkpoint))
}

#[cfg(test)]
mod tests;
