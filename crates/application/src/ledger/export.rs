//! `daftar export-ledger`: everything that an outsider needs, in a folder (docs/verification.md, "An export").

use super::checkpoints::note_with;
use crate::office::Error;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use daftar_domain::ledger::audit::texts_of;
use daftar_domain::ledger::tree::{Hash, ProofPlan, TileAt};
use daftar_domain::ledger::{VerifierKey, canonical_json};
use daftar_domain::office::{CommunicationId, DocumentId, NoteId};
use daftar_persistence::signing::SignatureRow;
use daftar_persistence::{Database, Tx};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use uuid::Uuid;

/// Rows that are read at once.
const PAGE: u64 = 4096;
/// Texts of drafts that are read at once: one may have as many words as seventy pages.
const TEXTS: u64 = 64;
/// Tiles that are remembered between proofs; those of neighbours are mostly the same.
const TILES: usize = 1024;

const README: &str = include_str!("export-readme.txt");

/// What goes into an export beside what the database has.
#[derive(Debug, Clone)]
pub struct ExportSettings {
    /// The verifier keys of the office, the oldest first.
    pub keys: Vec<VerifierKey>,
    /// The verifier keys of its witnesses.
    pub witnesses: Vec<VerifierKey>,
    /// Whether what officers wrote goes into it.
    pub with_notes: bool,
}

/// Writes the ledger, as it is at this moment, into a folder that exists; answers how many entries it has.
///
/// # Errors
/// When the database cannot be read or the folder cannot be written, and `ledger-empty` before the first act.
pub async fn export_ledger(database: &Database, folder: &Path, settings: &ExportSettings) -> Result<u64, Error> {
    let tx = database.snapshot().await?;
    let latest = tx.ledger().latest_checkpoint().await?;
    let latest = latest.ok_or(Error::Code("ledger-empty"))?;
    let export = Export {
        tx: &tx,
        folder,
        waiting: waiting(&tx).await?,
    };
    let texts = export.entries(latest.size).await?;
    export.checkpoints().await?;
    export.consistency().await?;
    export.documents().await?;
    export.signatures(settings.with_notes).await?;
    if settings.with_notes {
        export.notes().await?;
        export.texts(&texts).await?;
    }
    export.text("keys.txt", &lines(&settings.keys))?;
    export.text("witnesses.txt", &lines(&settings.witnesses))?;
    export.text("README.txt", README)?;
    Ok(latest.size)
}

fn lines(keys: &[VerifierKey]) -> String {
    let lines: Vec<String> = keys.iter().map(VerifierKey::to_string).collect();
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

fn failed(error: &std::io::Error) -> Error {
    Error::Internal(format!("the export cannot be written: {error}"))
}

/// What the entries speak of that have no place yet: the next export has it.
#[derive(Default)]
struct Waiting {
    /// Papers and notes.
    ids: HashSet<Uuid>,
    /// Steps of files, and acts on communications.
    steps: HashSet<(Uuid, i64)>,
}

async fn waiting(tx: &Tx) -> Result<Waiting, Error> {
    let mut waiting = Waiting::default();
    for row in tx.ledger().audited_waiting().await? {
        waiting.ids.insert(row.subject_id);
        let body: Value = serde_json::from_str(&row.body).unwrap_or_default();
        let note = body.pointer("/content/note/id").and_then(Value::as_str);
        waiting.ids.extend(note.and_then(|id| id.parse::<Uuid>().ok()));
        let step = body.pointer("/content/ordinal").and_then(Value::as_i64);
        let communication = body.pointer("/content/communication").and_then(Value::as_str);
        let of = communication.and_then(|id| id.parse().ok()).unwrap_or(row.subject_id);
        waiting.steps.extend(step.map(|step| (of, step)));
    }
    Ok(waiting)
}

impl Waiting {
    /// Whether the entry of a signature waits.
    fn has(&self, row: &SignatureRow) -> bool {
        let note = row.note.is_some_and(|note| self.ids.contains(&note.0));
        let of = row.communication.map_or(row.file.0, |communication| communication.0);
        let step = row.step.map(|step| (of, i64::from(step)));
        note || step.is_some_and(|step| self.steps.contains(&step))
    }
}

struct Export<'e> {
    tx: &'e Tx,
    folder: &'e Path,
    waiting: Waiting,
}

/// A file of lines.
struct Out(BufWriter<File>);

impl Out {
    fn line(&mut self, text: &str) -> Result<(), Error> {
        writeln!(self.0, "{text}").map_err(|error| failed(&error))
    }

    fn json(&mut self, value: &Value) -> Result<(), Error> {
        self.line(&canonical_json(value))
    }

    /// Ends it; what could not be written is told.
    fn close(mut self) -> Result<(), Error> {
        self.0.flush().map_err(|error| failed(&error))
    }
}

impl Export<'_> {
    fn out(&self, name: &str) -> Result<Out, Error> {
        let file = File::create_new(self.folder.join(name)).map_err(|error| failed(&error))?;
        Ok(Out(BufWriter::new(file)))
    }

    fn text(&self, name: &str, text: &str) -> Result<(), Error> {
        let mut out = self.out(name)?;
        out.0.write_all(text.as_bytes()).map_err(|error| failed(&error))?;
        out.close()
    }

    /// Answers the texts of drafts whose digests are in what it wrote.
    async fn entries(&self, size: u64) -> Result<HashSet<(Uuid, u32)>, Error> {
        let mut out = self.out("entries.jsonl")?;
        let mut texts = HashSet::new();
        let mut from = 0;
        while from < size {
            let leaves = self.tx.ledger().leaves(from, PAGE.min(size - from)).await?;
            if leaves.is_empty() {
                return Err(Error::Internal("entries are missing; run daftar verify".to_owned()));
            }
            from += leaves.len() as u64;
            for leaf in leaves {
                out.line(&leaf.body)?;
                texts.extend(texts_of(&leaf.body));
            }
        }
        out.close()?;
        Ok(texts)
    }

    async fn checkpoints(&self) -> Result<(), Error> {
        let mut out = self.out("checkpoints.jsonl")?;
        let mut last = (0, String::new());
        loop {
            let rows = self.tx.ledger().checkpoints_after(last.0, PAGE).await?;
            if rows.is_empty() {
                break;
            }
            let sizes: Vec<u64> = rows.iter().map(|row| row.size).collect();
            let cosignatures = self.tx.ledger().cosignatures(&sizes).await?;
            for row in rows {
                let note = note_with(&row, cosignatures.get(&row.size).map_or(&[], Vec::as_slice));
                let at = row.at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true);
                out.json(&json!({ "at": at, "note": note }))?;
                last = (row.size, note);
            }
        }
        self.text("checkpoint.txt", &last.1)?;
        out.close()
    }

    async fn consistency(&self) -> Result<(), Error> {
        let mut out = self.out("consistency.jsonl")?;
        let mut known: BTreeMap<TileAt, Vec<Hash>> = BTreeMap::new();
        let mut from = 0;
        loop {
            let rows = self.tx.ledger().checkpoints_after(from, PAGE).await?;
            if rows.is_empty() {
                return out.close();
            }
            for row in rows {
                if from > 0 {
                    let plan = ProofPlan::consistency(from, row.size);
                    let plan = plan.ok_or_else(|| Error::Internal("checkpoints are out of order".to_owned()))?;
                    let proof = self.proof(&plan, &mut known).await?;
                    out.json(&json!({ "from": from, "to": row.size, "proof": proof }))?;
                }
                from = row.size;
            }
        }
    }

    async fn proof(&self, plan: &ProofPlan, known: &mut BTreeMap<TileAt, Vec<Hash>>) -> Result<Vec<String>, Error> {
        if known.len() > TILES {
            known.clear();
        }
        let missing = plan.tiles().into_iter().filter(|tile| !known.contains_key(tile));
        let missing: Vec<TileAt> = missing.collect();
        known.extend(self.tx.ledger().tiles(&missing).await?);
        let hashes = plan.hashes(known);
        let hashes = hashes.ok_or_else(|| Error::Internal("tiles are missing; run daftar verify".to_owned()))?;
        Ok(hashes.iter().map(|hash| STANDARD.encode(hash)).collect())
    }

    async fn documents(&self) -> Result<(), Error> {
        let mut out = self.out("documents.jsonl")?;
        let mut after: Option<DocumentId> = None;
        loop {
            let page = self.tx.documents().all_bytes(after, PAGE).await?;
            let Some(last) = page.last() else { return out.close() };
            after = Some(DocumentId(last.id));
            for document in page.iter().filter(|document| !self.waiting.ids.contains(&document.id)) {
                out.json(&json!({ "id": document.id, "sha256": document.digest, "bytes": document.size }))?;
            }
        }
    }

    async fn notes(&self) -> Result<(), Error> {
        let mut out = self.out("notes.jsonl")?;
        let mut after: Option<NoteId> = None;
        loop {
            let page = self.tx.filing().all_notes(after, PAGE).await?;
            let Some(last) = page.last() else { return out.close() };
            after = Some(last.id);
            for note in page.iter().filter(|note| !self.waiting.ids.contains(&note.id.0)) {
                out.json(&json!({ "id": note.id, "canonical": canonical_json(&note.canonical()) }))?;
            }
        }
    }

    async fn texts(&self, spoken_of: &HashSet<(Uuid, u32)>) -> Result<(), Error> {
        let mut out = self.out("texts.jsonl")?;
        let mut after: Option<(CommunicationId, i32)> = None;
        loop {
            let page = self.tx.drafting().all_texts(after, TEXTS).await?;
            let Some((of, last)) = page.last() else {
                return out.close();
            };
            after = Some((*of, last.number));
            for (of, text) in &page {
                if u32::try_from(text.number).is_ok_and(|number| spoken_of.contains(&(of.0, number))) {
                    out.json(&json!({ "communication": of, "text": text.number, "canonical": text.canonical(*of) }))?;
                }
            }
        }
    }

    /// Evidence has no words of anybody; what was signed with an act has, and goes with the notes.
    async fn signatures(&self, with_statements: bool) -> Result<(), Error> {
        let mut out = self.out("signatures.jsonl")?;
        let mut after: Option<Uuid> = None;
        loop {
            let page = self.tx.signing().all_signatures(after, PAGE).await?;
            let Some(last) = page.last() else { return out.close() };
            after = Some(last.id);
            for row in page.iter().filter(|row| !self.waiting.has(row)) {
                out.json(&json!({
                    "file": row.file,
                    "note": row.note,
                    "communication": row.communication,
                    "step": row.step,
                    "evidence": row.evidence,
                    "statement": row.statement.as_deref().filter(|_| with_statements),
                }))?;
            }
        }
    }
}
