//! Checking the office's own database.

use super::{CheckError, Progress, drafts, rows, signatures};
use crate::ledger::checkpoints::note_with;
use crate::office::Error;
use daftar_documents::{BlobStore, Digest};
use daftar_domain::filing::Note;
use daftar_domain::ledger::audit::{Audit, Counts, Finding, Known, Read};
use daftar_domain::ledger::canonical_json;
use daftar_domain::ledger::tree::{ChangedTiles, Edge, TileAt};
use daftar_domain::office::{DocumentId, NoteId};
use daftar_persistence::ledger::{AuditedRow, CheckpointRow};
use daftar_persistence::{Database, Tx};
use std::collections::VecDeque;

/// Rows that are read at once.
const PAGE: u64 = 4096;
/// Checkpoints that are read at once.
const CHECKPOINTS: u64 = 512;

/// Checks everything that the ledger says against the database, as it is at this moment; with `papers` also the bytes of
/// every paper on disk.
///
/// # Errors
/// The first wrong thing, or why the database could not be read.
pub async fn check_office(
    database: &Database,
    papers: Option<&BlobStore>,
    known: Known,
    progress: &mut Progress<'_>,
) -> Result<Counts, CheckError> {
    let snapshot = database.snapshot().await?;
    let ledger = snapshot.ledger();
    let latest = ledger.latest_checkpoint().await?.map_or(0, |row| row.size);
    let mut reading = Reading {
        tx: &snapshot,
        checkpoints: VecDeque::new(),
        last: 0,
    };
    let mut audit = Audit::new(known);
    let mut page = ledger.audited(0, PAGE).await?;
    while !page.is_empty() {
        progress(audit.size(), latest);
        let end = audit.size() + page.len() as u64;
        let due = reading.checkpoints_up_to(end).await?;
        // The next page is read while this one is checked: two cores.
        let checking = tokio::task::spawn_blocking(move || check_page(audit, &page, due));
        let (next, checked) = tokio::join!(ledger.audited(end, PAGE), checking);
        let (checked, tiles) = checked.map_err(|error| Error::Internal(error.to_string()))??;
        (audit, page) = (checked, next?);
        compare_tiles(&snapshot, tiles).await?;
    }
    let hashes = Edge::hashes_of(audit.size());
    // Checkpoints of more entries than there are.
    for (row, note) in reading.checkpoints_up_to(u64::MAX).await? {
        audit.checkpoint(&note, row.at)?;
    }
    rows::take_waiting(&mut audit, &ledger.audited_waiting().await?)?;
    take_notes(&snapshot, &mut audit).await?;
    drafts::take(&snapshot, &mut audit).await?;
    signatures::take_signatures(&snapshot, &mut audit).await?;
    signatures::take_keys(&snapshot, &mut audit).await?;
    take_documents(&snapshot, &mut audit, papers).await?;
    progress(latest, latest);
    let counts = audit.finish(Read {
        notes: true,
        drafts: true,
        keys: true,
    })?;
    // Each hash of the tree was compared: what is more than those is nobody's.
    if snapshot.ledger().bytes_of_tiles().await? != hashes * 32 {
        return Err(Finding::new("tiles", "they hold more than the hashes of the entries").into());
    }
    Ok(counts)
}

fn check_page(
    mut audit: Audit,
    page: &[AuditedRow],
    mut due: VecDeque<(CheckpointRow, String)>,
) -> Result<(Audit, ChangedTiles), Finding> {
    let tiles = rows::take(&mut audit, page, &mut due)?;
    Ok((audit, tiles))
}

/// The history of checkpoints, read page by page.
struct Reading<'t> {
    tx: &'t Tx,
    checkpoints: VecDeque<(CheckpointRow, String)>,
    last: u64,
}

impl Reading<'_> {
    /// The checkpoints of the next entries, up to a size.
    async fn checkpoints_up_to(&mut self, size: u64) -> Result<VecDeque<(CheckpointRow, String)>, CheckError> {
        while self.checkpoints.back().is_none_or(|(row, _)| row.size <= size) {
            let rows = self.tx.ledger().checkpoints_after(self.last, CHECKPOINTS).await?;
            let Some(last) = rows.last().map(|row| row.size) else {
                break;
            };
            let sizes: Vec<u64> = rows.iter().map(|row| row.size).collect();
            let lines = self.tx.ledger().cosignatures(&sizes).await?;
            let with_lines = rows.into_iter().map(|row| {
                let note = note_with(&row, lines.get(&row.size).map_or(&[], Vec::as_slice));
                (row, note)
            });
            self.checkpoints.extend(with_lines);
            self.last = last;
        }
        let due = self.checkpoints.iter().take_while(|(row, _)| row.size <= size).count();
        Ok(self.checkpoints.drain(..due).collect())
    }
}

/// Proofs are made from tiles: they must be those of the entries.
async fn compare_tiles(tx: &Tx, tiles: ChangedTiles) -> Result<(), CheckError> {
    let places: Vec<TileAt> = tiles.keys().copied().collect();
    let kept = tx.ledger().tiles(&places).await?;
    for (tile, hashes) in tiles {
        let same = kept.get(&tile).and_then(|kept| kept.get(..hashes.len()));
        if same != Some(hashes.as_slice()) {
            let place = format!("tile {} of level {}", tile.index, tile.level);
            return Err(Finding::new(place, "its hashes are not those of the entries").into());
        }
    }
    Ok(())
}

async fn take_notes(tx: &Tx, audit: &mut Audit) -> Result<(), CheckError> {
    let mut after: Option<NoteId> = None;
    loop {
        let notes = tx.filing().all_notes(after, PAGE).await?;
        let Some(last) = notes.last() else { return Ok(()) };
        after = Some(last.id);
        for note in &notes {
            audit.note(note.id.0, &canonical_json(&note.canonical()))?;
            compare_note(note)?;
        }
    }
}

/// What the row holds beside what its canonical form is made from.
fn compare_note(note: &Note) -> Result<(), Finding> {
    if note.is_intact() && note.has_its_paragraphs() {
        return Ok(());
    }
    let place = format!("note {} of file {}", note.ordinal, note.file);
    Err(Finding::new(place, "its row is not what its canonical form says"))
}

async fn take_documents(tx: &Tx, audit: &mut Audit, papers: Option<&BlobStore>) -> Result<(), CheckError> {
    let mut after: Option<DocumentId> = None;
    loop {
        let documents = tx.documents().all_bytes(after, PAGE).await?;
        let Some(last) = documents.last() else { return Ok(()) };
        after = Some(DocumentId(last.id));
        for document in &documents {
            audit.document(document.id, &document.digest)?;
            if let Some(papers) = papers {
                compare_bytes(papers, document.id, &document.digest).await?;
            }
        }
    }
}

/// Hashes a paper on disk.
async fn compare_bytes(papers: &BlobStore, id: uuid::Uuid, digest: &str) -> Result<(), CheckError> {
    let wrong = |problem: &str| Finding::new(format!("document {id}"), problem);
    let named: Digest = digest.parse().map_err(|_| wrong("its digest is none"))?;
    match papers.hash(named).await? {
        None => Err(wrong("its bytes are missing from the store of papers").into()),
        Some(found) if found != named => Err(wrong("its bytes on disk were changed").into()),
        Some(_) => Ok(()),
    }
}
