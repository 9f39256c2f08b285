//! Checking an export, with nothing but its folder.

use super::{CheckError, Progress, read_keys};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use daftar_domain::ledger::audit::{Audit, Counts, Finding, Known, canonical, read_checkpoint};
use daftar_domain::ledger::tree::{Hash, is_consistent};
use daftar_domain::ledger::{Checkpoint, KeyUse, Signed, VerifierKey};
use daftar_domain::office::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Lines};
use std::marker::PhantomData;
use std::path::Path;
use uuid::Uuid;

#[derive(Deserialize)]
struct CheckpointLine {
    at: Timestamp,
    note: String,
}

#[derive(Deserialize)]
struct ConsistencyLine {
    from: u64,
    to: u64,
    proof: Vec<String>,
}

#[derive(Deserialize)]
struct DocumentLine {
    id: Uuid,
    sha256: String,
}

#[derive(Deserialize)]
struct NoteLine {
    id: Uuid,
    canonical: String,
}

/// Checks an export as docs/verification.md says.
///
/// # Errors
/// The first wrong thing, or why the folder could not be read.
pub fn check_export(folder: &Path, mut known: Known, progress: &mut Progress<'_>) -> Result<Counts, CheckError> {
    add_witnesses(folder, &mut known)?;
    let witnesses = known.witnesses.clone();
    let mut audit = Audit::new(known);
    let checkpoints = checkpoints(folder)?;
    let latest = checkpoints.last().map_or(0, |(checkpoint, _)| checkpoint.size);
    let mut due = checkpoints.iter().peekable();
    for body in TextLines::open(&folder.join("entries.jsonl"))? {
        audit.entry(&body?.1)?;
        while let Some((_, line)) = due.next_if(|(checkpoint, _)| checkpoint.size <= audit.size()) {
            audit.checkpoint(&line.note, line.at)?;
        }
        if audit.size().is_multiple_of(1024) {
            progress(audit.size(), latest);
        }
    }
    for (_, line) in due {
        audit.checkpoint(&line.note, line.at)?;
    }
    compare_latest(folder, &checkpoints, &witnesses)?;
    compare_keys(folder, &audit)?;
    check_consistency(folder, &checkpoints)?;
    for line in JsonLines::<DocumentLine>::open(&folder.join("documents.jsonl"))? {
        let line = line?;
        audit.document(line.id, &line.sha256)?;
    }
    let notes = folder.join("notes.jsonl");
    let with_notes = notes.exists();
    if with_notes {
        for line in JsonLines::<NoteLine>::open(&notes)? {
            let line = line?;
            audit.note(line.id, &line.canonical)?;
        }
    }
    progress(latest, latest);
    Ok(audit.finish(with_notes, true)?)
}

/// Lines by the witnesses of `witnesses.txt` must be good too.
fn add_witnesses(folder: &Path, known: &mut Known) -> Result<(), CheckError> {
    let named = std::fs::read_to_string(folder.join("witnesses.txt"))?;
    let named = read_keys(&named).map_err(|error| Finding::new("witnesses.txt", error.to_string()))?;
    for key in named {
        if key.usage() != KeyUse::Cosignature {
            let problem = format!("{} is not the key of a witness", key.name());
            return Err(Finding::new("witnesses.txt", problem).into());
        }
        if !known.witnesses.contains(&key) {
            known.witnesses.push(key);
        }
    }
    Ok(())
}

fn checkpoints(folder: &Path) -> Result<Vec<(Checkpoint, CheckpointLine)>, CheckError> {
    let lines = JsonLines::<CheckpointLine>::open(&folder.join("checkpoints.jsonl"))?;
    lines
        .map(|line| {
            let line = line?;
            Ok((read_checkpoint(&line.note)?.1, line))
        })
        .collect()
}

/// `checkpoint.txt` is the last one of the history; it may have other lines of witnesses, which must be good too.
fn compare_latest(
    folder: &Path,
    checkpoints: &[(Checkpoint, CheckpointLine)],
    witnesses: &[VerifierKey],
) -> Result<(), CheckError> {
    let wrong = |problem: String| CheckError::from(Finding::new("checkpoint.txt", problem));
    let latest = std::fs::read_to_string(folder.join("checkpoint.txt"))?;
    let (note, latest) = read_checkpoint(&latest)?;
    if checkpoints.last().is_none_or(|(last, _)| *last != latest) {
        return Err(wrong("it is not the last one of the history".to_owned()));
    }
    let mut false_ones = witnesses.iter().filter(|key| note.signed_by(key) == Signed::Falsely);
    false_ones.next().map_or(Ok(()), |key| {
        Err(wrong(format!("the line of the witness {} is false", key.name())))
    })
}

/// `keys.txt` names the keys that the ledger says were added, in their order.
fn compare_keys(folder: &Path, audit: &Audit) -> Result<(), CheckError> {
    let named = std::fs::read_to_string(folder.join("keys.txt"))?;
    let named = read_keys(&named).map_err(|error| Finding::new("keys.txt", error.to_string()))?;
    if named.as_slice() == audit.keys() {
        Ok(())
    } else {
        Err(Finding::new("keys.txt", "the ledger says that other keys were added").into())
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

fn hash_of(base64: &str) -> Option<Hash> {
    STANDARD.decode(base64).ok()?.try_into().ok()
}

/// The lines of a file, with their numbers.
struct TextLines {
    name: String,
    lines: Lines<BufReader<File>>,
    number: u64,
}

impl TextLines {
    fn open(path: &Path) -> Result<Self, CheckError> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = File::open(path).map_err(|error| Finding::new(name.clone(), error.to_string()))?;
        Ok(Self {
            name,
            lines: BufReader::new(file).lines(),
            number: 0,
        })
    }
}

impl Iterator for TextLines {
    type Item = Result<(u64, String), CheckError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.number += 1;
        let line = self.lines.next()?;
        Some(match line {
            Ok(line) => Ok((self.number, line)),
            Err(error) => Err(Finding::new(format!("{} line {}", self.name, self.number), error.to_string()).into()),
        })
    }
}

/// Lines of canonical JSON.
struct JsonLines<T> {
    lines: TextLines,
    of: PhantomData<T>,
}

impl<T> JsonLines<T> {
    fn open(path: &Path) -> Result<Self, CheckError> {
        Ok(Self {
            lines: TextLines::open(path)?,
            of: PhantomData,
        })
    }
}

impl<T: DeserializeOwned> Iterator for JsonLines<T> {
    type Item = Result<T, CheckError>;

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.lines.next()?;
        Some(line.and_then(|(number, line)| {
            let wrong = |problem: &str| Finding::new(format!("{} line {number}", self.lines.name), problem);
            let value = canonical(&line).map_err(wrong)?;
            Ok(serde_json::from_value(value).map_err(|_| wrong("it has not the form of its file"))?)
        }))
    }
}
