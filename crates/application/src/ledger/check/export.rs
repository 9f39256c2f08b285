//! Checking an export, with nothing but its folder.

use super::signatures::verify_all;
use super::{CheckError, Progress, read_keys};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use daftar_domain::ledger::audit::{
    Audit, Counts, Finding, KeptSignature, Known, Proving, Read, Under, canonical, canonical_form, read_checkpoint,
};
use daftar_domain::ledger::tree::{Hash, is_consistent};
use daftar_domain::ledger::{Checkpoint, SignedNote, VerifierKey};
use daftar_domain::office::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::marker::PhantomData;
use std::path::Path;
use uuid::Uuid;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckpointLine {
    at: Timestamp,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsistencyLine {
    from: u64,
    to: u64,
    proof: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "a key that is not looked at must still be there")]
struct DocumentLine {
    id: Uuid,
    sha256: String,
    bytes: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteLine {
    id: Uuid,
    canonical: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftLine {
    communication: Uuid,
    text: u32,
    canonical: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignatureLine {
    pub(super) file: Uuid,
    note: Option<Uuid>,
    communication: Option<Uuid>,
    step: Option<u32>,
    pub(super) evidence: String,
    pub(super) statement: Option<String>,
}

impl SignatureLine {
    /// What it is under, if that is anything.
    pub(super) fn under(&self) -> Option<Under> {
        match (self.note, self.communication, self.step) {
            (Some(note), None, None) => Some(Under::Note(note)),
            (None, None, Some(step)) => Some(Under::Step(self.file, step)),
            (None, Some(communication), Some(act)) => Some(Under::Communication(communication, act)),
            _ => None,
        }
    }
}

/// Signatures that are verified at once.
const AT_ONCE: usize = 4096;

/// Checks an export as docs/verification.md says.
///
/// # Errors
/// The first wrong thing, or why the folder could not be read.
pub fn check_export(folder: &Path, mut known: Known, progress: &mut Progress<'_>) -> Result<Counts, CheckError> {
    for witness in keys(folder, "witnesses.txt")? {
        if !known.witnesses.contains(&witness) {
            known.witnesses.push(witness);
        }
    }
    let mut audit = Audit::new(known);
    let history = History::read(folder)?;
    let latest = history.latest.1.size;
    let mut due = history.checkpoints.iter().peekable();
    for body in TextLines::open(&folder.join("entries.jsonl"))? {
        audit.entry(&body?.1)?;
        while let Some(checkpoint) = due.next_if(|(checkpoint, _)| checkpoint.size <= audit.size()) {
            history.take(checkpoint, &mut audit)?;
        }
        if audit.size().is_multiple_of(1024) {
            progress(audit.size(), latest);
        }
    }
    for checkpoint in due {
        history.take(checkpoint, &mut audit)?;
    }
    history.compare_latest()?;
    compare_keys(folder, &audit)?;
    check_consistency(folder, &history.checkpoints)?;
    for line in JsonLines::<DocumentLine>::open(&folder.join("documents.jsonl"))? {
        let line = line?;
        audit.document(line.id, &line.sha256)?;
    }
    let notes = folder.join("notes.jsonl");
    let with_notes = notes.exists();
    if with_notes {
        let lines = JsonLines::<NoteLine>::open(&notes)?;
        for line in lines.holding_json() {
            let line = line?;
            audit.note(line.id, &line.canonical)?;
        }
    }
    take_texts(folder, &mut audit, with_notes)?;
    take_signatures(folder, &mut audit, with_notes)?;
    progress(latest, latest);
    Ok(audit.finish(Read {
        notes: with_notes,
        drafts: false,
        keys: false,
    })?)
}

/// Texts of drafts are words, and go with the notes. An export from before there were drafts has no such file; where it
/// lacks one that it should have, what the ledger speaks of is missing.
fn take_texts(folder: &Path, audit: &mut Audit, with_notes: bool) -> Result<(), CheckError> {
    let texts = folder.join("texts.jsonl");
    if !texts.exists() {
        return Ok(());
    }
    if !with_notes {
        return Err(Finding::new("texts.jsonl", "it stands where there are no notes").into());
    }
    let lines = JsonLines::<DraftLine>::open(&texts)?;
    for line in lines.holding_json() {
        let line = line?;
        audit.text(line.communication, line.text, &line.canonical)?;
    }
    Ok(())
}

/// Each signature is what its entry says; with notes, which are what was signed, each verifies too.
fn take_signatures(folder: &Path, audit: &mut Audit, with_notes: bool) -> Result<(), CheckError> {
    let lines = JsonLines::<SignatureLine>::open(&folder.join("signatures.jsonl"))?;
    let mut waiting: Vec<Proving> = Vec::new();
    for line in lines.holding_json() {
        let line = line?;
        let under = line.under();
        let under = under.ok_or_else(|| Finding::new("signatures.jsonl", "a signature is under nothing"))?;
        let kept = KeptSignature {
            under,
            file: line.file,
            evidence: &line.evidence,
            statement: line.statement.as_deref(),
        };
        waiting.push(audit.signature(&kept, with_notes)?);
        if waiting.len() == AT_ONCE {
            verify_all(&waiting)?;
            waiting.clear();
        }
    }
    Ok(verify_all(&waiting)?)
}

/// The history of checkpoints, and the latest one, which may have other lines.
struct History {
    checkpoints: Vec<(Checkpoint, CheckpointLine)>,
    latest: (SignedNote, Checkpoint),
}

impl History {
    fn read(folder: &Path) -> Result<Self, CheckError> {
        let lines = JsonLines::<CheckpointLine>::open(&folder.join("checkpoints.jsonl"))?;
        let read = |(line, number): (Result<CheckpointLine, CheckError>, u64)| {
            let line = line?;
            let place = |finding: Finding| Finding::new(format!("checkpoints.jsonl line {number}"), finding.problem);
            Ok((read_checkpoint(&line.note).map_err(place)?.1, line))
        };
        let checkpoints: Result<_, CheckError> = lines.zip(1..).map(read).collect();
        let latest = read_checkpoint(&text(folder, "checkpoint.txt")?);
        Ok(Self {
            checkpoints: checkpoints?,
            latest: latest.map_err(|finding| Finding::new("checkpoint.txt", finding.problem))?,
        })
    }

    /// Takes a checkpoint. The lines of `checkpoint.txt` are judged by the keys that are in force before what the latest
    /// one covers.
    fn take(&self, (checkpoint, line): &(Checkpoint, CheckpointLine), audit: &mut Audit) -> Result<(), Finding> {
        let (note, latest) = &self.latest;
        let is_latest = checkpoint == latest;
        if is_latest {
            let judged = audit.judge_lines(note);
            judged.map_err(|problem| Finding::new("checkpoint.txt", problem))?;
        }
        audit.checkpoint(&line.note, line.at)?;
        if is_latest {
            audit.demand(note);
        }
        Ok(())
    }

    /// `checkpoint.txt` is the last one of the history.
    fn compare_latest(&self) -> Result<(), Finding> {
        match self.checkpoints.last() {
            Some((last, _)) if *last == self.latest.1 => Ok(()),
            _ => Err(Finding::new("checkpoint.txt", "it is not the last one of the history")),
        }
    }
}

/// The text of a file of the export.
fn text(folder: &Path, name: &str) -> Result<String, Finding> {
    let text = std::fs::read_to_string(folder.join(name));
    text.map_err(|error| Finding::new(name, error.to_string()))
}

/// The verifier keys of a file of the export.
fn keys(folder: &Path, name: &str) -> Result<Vec<VerifierKey>, Finding> {
    read_keys(&text(folder, name)?).map_err(|error| Finding::new(name, error.to_string()))
}

/// `keys.txt` names the keys that the ledger says were added, in their order.
fn compare_keys(folder: &Path, audit: &Audit) -> Result<(), Finding> {
    if keys(folder, "keys.txt")?.as_slice() == audit.keys() {
        Ok(())
    } else {
        Err(Finding::new("keys.txt", "the ledger says that other keys were added"))
    }
}

/// Each proof is good between the checkpoints that it names, and each checkpoint follows from the one before it.
fn check_consistency(folder: &Path, checkpoints: &[(Checkpoint, CheckpointLine)]) -> Result<(), CheckError> {
    let mut pairs = checkpoints.windows(2);
    for line in JsonLines::<ConsistencyLine>::open(&folder.join("consistency.jsonl"))? {
        let line = line?;
        let wrong = |problem: &str| Finding::new(format!("the proof from {} to {}", line.from, line.to), problem);
        let Some([(from, _), (to, _)]) = pairs.next() else {
            return Err(wrong("there are no such checkpoints").into());
        };
        if (from.size, to.size) != (line.from, line.to) {
            return Err(wrong("the next checkpoints are others").into());
        }
        let proof: Option<Vec<Hash>> = line.proof.iter().map(|hash| hash_of(hash)).collect();
        let proof = proof.ok_or_else(|| wrong("it does not consist of hashes"))?;
        if !is_consistent(from.size, &from.root, to.size, &to.root, &proof) {
            return Err(wrong("it does not hold").into());
        }
    }
    match pairs.next() {
        None => Ok(()),
        Some(_) => Err(Finding::new("consistency.jsonl", "proofs are missing").into()),
    }
}

pub(super) fn hash_of(base64: &str) -> Option<Hash> {
    STANDARD.decode(base64).ok()?.try_into().ok()
}

/// The lines of a file, with their numbers.
struct TextLines {
    name: String,
    file: BufReader<File>,
    number: u64,
}

impl TextLines {
    fn open(path: &Path) -> Result<Self, CheckError> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = File::open(path).map_err(|error| Finding::new(name.clone(), error.to_string()))?;
        Ok(Self {
            name,
            file: BufReader::new(file),
            number: 0,
        })
    }
}

impl Iterator for TextLines {
    type Item = Result<(u64, String), CheckError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.number += 1;
        let mut line = Vec::new();
        let read = self.file.read_until(b'\n', &mut line);
        let wrong = |problem: String| Finding::new(format!("{} line {}", self.name, self.number), problem).into();
        match read {
            Ok(0) => None,
            Ok(_) if line.pop() != Some(b'\n') => Some(Err(wrong("it is not ended".to_owned()))),
            Ok(_) => Some(
                String::from_utf8(line)
                    .map(|line| (self.number, line))
                    .map_err(|error| wrong(error.to_string())),
            ),
            Err(error) => Some(Err(wrong(error.to_string()))),
        }
    }
}

/// Lines of canonical JSON.
struct JsonLines<T> {
    lines: TextLines,
    read: fn(&str) -> Result<Value, &'static str>,
    of: PhantomData<T>,
}

impl<T> JsonLines<T> {
    fn open(path: &Path) -> Result<Self, CheckError> {
        Ok(Self {
            lines: TextLines::open(path)?,
            read: canonical,
            of: PhantomData,
        })
    }

    /// The same lines, where a text in them is JSON in its turn, and judged by itself.
    fn holding_json(self) -> Self {
        Self {
            read: canonical_form,
            ..self
        }
    }
}

impl<T: DeserializeOwned> Iterator for JsonLines<T> {
    type Item = Result<T, CheckError>;

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.lines.next()?;
        Some(line.and_then(|(number, line)| {
            let wrong = |problem: &str| Finding::new(format!("{} line {number}", self.lines.name), problem);
            let value = (self.read)(&line).map_err(wrong)?;
            Ok(serde_json::from_value(value).map_err(|_| wrong("it has not the form of its file"))?)
        }))
    }
}
