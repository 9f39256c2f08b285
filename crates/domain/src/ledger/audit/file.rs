//! Checking one file outside the office, as docs/file-export.md describes it: its entries with their proofs, and what they
//! speak of. The rules of a whole ledger hold here too, as far as one file can show them.

use super::body::{Body, is_digest};
use super::claims::Claims;
use super::drafts::Drafts;
use super::numbering::Numbering;
use super::signatures::{KeptSignature, Proving, Signatures, Under};
use super::{Finding, read_checkpoint};
use crate::ledger::tree::{Hash, leaf_hash, root_of_inclusion};
use crate::ledger::{Checkpoint, EventKind, Signed, SubjectKind, TrustedKeys, VerifierKey};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use uuid::Uuid;

/// What was checked of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FileCounts {
    /// Entries of the ledger, each with its proof.
    pub entries: u64,
    /// Entries of the note portion.
    pub notes: u64,
    /// Texts of drafts whose digests the ledger has.
    pub texts: u64,
    /// Signatures, each verified.
    pub signatures: u64,
    /// Papers.
    pub documents: u64,
    /// Papers that the exporter could not see: what they are, nobody can tell.
    pub left_out: u64,
}

/// A file that is being read.
pub struct FileAudit {
    file: Uuid,
    checkpoint: Checkpoint,
    ids: HashSet<Uuid>,
    last: Option<u64>,
    claims: Claims,
    drafts: Drafts,
    signatures: Signatures,
    numbering: Numbering,
    /// The digests of papers, with the entries that speak of them.
    papers: BTreeMap<String, u64>,
    present: BTreeSet<String>,
    counts: FileCounts,
}

impl FileAudit {
    /// Begins, with a checkpoint that one of these keys must have signed, and each of these witnesses.
    ///
    /// # Errors
    /// What is wrong with the checkpoint.
    pub fn new(file: Uuid, note: &str, keys: &TrustedKeys, witnesses: &[VerifierKey]) -> Result<Self, Finding> {
        let (note, checkpoint) = read_checkpoint(note)?;
        let wrong = |problem: String| Finding::new("checkpoint.txt", problem);
        keys.judge(&note).map_err(|untrusted| wrong(untrusted.to_string()))?;
        for witness in witnesses {
            if !matches!(note.signed_by(witness), Signed::At(_)) {
                return Err(wrong(format!("the witness {} has not cosigned it", witness.name())));
            }
        }
        Ok(Self {
            file,
            checkpoint,
            ids: HashSet::new(),
            last: None,
            claims: Claims::default(),
            drafts: Drafts::default(),
            signatures: Signatures::default(),
            numbering: Numbering::default(),
            papers: BTreeMap::new(),
            present: BTreeSet::new(),
            counts: FileCounts::default(),
        })
    }

    /// The checkpoint that everything is proved against.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Takes an entry with its place and the proof that it is in the tree; entries come in the order of their places.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn entry(&mut self, position: u64, body: &str, proof: &[Hash]) -> Result<(), Finding> {
        let wrong = |problem: &str| Finding::new(format!("entry {position}"), problem);
        if self.last.is_some_and(|last| position <= last) {
            return Err(wrong("it does not come after the one before it"));
        }
        self.last = Some(position);
        let leaf = leaf_hash(body.as_bytes());
        if root_of_inclusion(&leaf, position, self.checkpoint.size, proof) != Some(self.checkpoint.root) {
            return Err(wrong("its proof does not lead to the root of the checkpoint"));
        }
        let body = Body::read(body).map_err(wrong)?;
        if !self.ids.insert(body.id) {
            return Err(wrong("its id was there before"));
        }
        self.counts.entries += 1;
        match SIGNERS
            .iter()
            .chain(&[EventKind::DocumentUploaded])
            .find(|kind| kind.as_str() == body.kind)
        {
            Some(EventKind::DocumentUploaded) => self.claims.take(&body.kind, body.subject, &body.content, position),
            Some(_) => self.signatures.take(&body, position),
            None => self.take(&body, position),
        }
    }

    /// Takes an act on the file itself.
    fn take(&mut self, body: &Body, position: u64) -> Result<(), Finding> {
        if body.subject != self.file || body.subject_kind != SubjectKind::File.as_str() {
            return Err(Finding::new(format!("entry {position}"), "it is not about this file"));
        }
        if body.kind == EventKind::PaperAdded.as_str() {
            self.learn_papers(body.content.get("documents"), position);
        }
        if body.kind == EventKind::CommunicationIssued.as_str() {
            let sha256 = body.content.get("sha256").and_then(Value::as_str).unwrap_or_default();
            self.papers.insert(sha256.to_owned(), position);
        }
        // Numbers of a series have gaps here: the others are other files'.
        self.numbering.take_note(body.subject, &body.content, position)?;
        self.signatures.take(body, position)?;
        self.drafts.take(body, position)?;
        self.claims.take(&body.kind, body.subject, &body.content, position)
    }

    fn learn_papers(&mut self, digests: Option<&Value>, position: u64) {
        let digests = digests.and_then(Value::as_array).into_iter().flatten();
        let digests = digests.filter_map(Value::as_str);
        self.papers.extend(digests.map(|digest| (digest.to_owned(), position)));
    }

    /// Takes an entry of the note portion in its canonical form.
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

    /// Takes a signature, after all notes. What is left to do is to verify what this answers.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn signature(&mut self, kept: &KeptSignature<'_>) -> Result<Proving, Finding> {
        self.counts.signatures += 1;
        if let Under::Note(note) = kept.under {
            self.claims.must_have_seen(note)?;
        }
        self.signatures.kept(kept, true)
    }

    /// Takes a paper whose bytes were read and have this digest.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn document(&mut self, id: Uuid, sha256: &str) -> Result<(), Finding> {
        self.counts.documents += 1;
        self.present.insert(sha256.to_owned());
        self.claims.document(id, sha256)
    }

    /// Takes the digest of a paper that was left out, since the exporter could not see it.
    ///
    /// # Errors
    /// When no paper of the file has it, or it is there.
    pub fn left_out(&mut self, sha256: &str) -> Result<(), Finding> {
        let wrong = |problem| Finding::new(format!("paper {sha256}"), problem);
        if !is_digest(sha256) || !self.papers.contains_key(sha256) {
            return Err(wrong("it is left out, and no entry speaks of it"));
        }
        if !self.present.insert(sha256.to_owned()) {
            return Err(wrong("it is left out, and it is there"));
        }
        self.counts.left_out += 1;
        Ok(())
    }

    /// Ends: nothing that the entries speak of may be missing.
    ///
    /// # Errors
    /// What is missing.
    pub fn finish(self) -> Result<FileCounts, Finding> {
        if let Some((sha256, at)) = self.papers.iter().find(|(sha256, _)| !self.present.contains(*sha256)) {
            return Err(Finding::new(
                format!("paper {sha256}"),
                format!("it is missing; entry {at} speaks of it"),
            ));
        }
        self.numbering.finish()?;
        self.claims.finish(true)?;
        self.drafts.finish(true, false)?;
        self.signatures.finish(false)?;
        Ok(self.counts)
    }
}

/// Entries by which a key is an officer's.
const SIGNERS: [EventKind; 2] = [EventKind::PasskeyApproved, EventKind::SigningKeyMade];
