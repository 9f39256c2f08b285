//! Checkpoints with the lines of witnesses, and how the ledger is doing.

use super::witnesses::{WitnessStatus, witness_statuses};
use crate::office::{Error, Office, permit};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_persistence::ledger::{CheckpointRow, Cosignature};
use daftar_persistence::{Cursor, Page};

/// How far entries without a place are counted.
const MOST_PENDING: u64 = 10_000;

/// A checkpoint as outsiders get it.
#[derive(Debug, Clone)]
pub struct SignedCheckpoint {
    /// Size, root, time and the note that the office signed.
    pub row: CheckpointRow,
    /// The lines of witnesses.
    pub cosignatures: Vec<Cosignature>,
}

impl SignedCheckpoint {
    /// The signed note with all its lines.
    pub fn note(&self) -> String {
        note_with(&self.row, &self.cosignatures)
    }
}

/// A signed note with the lines of witnesses under it.
pub(super) fn note_with(row: &CheckpointRow, cosignatures: &[Cosignature]) -> String {
    let lines = cosignatures.iter().map(|cosignature| format!("{}\n", cosignature.line));
    [row.note.clone()].into_iter().chain(lines).collect()
}

/// How the ledger is doing.
#[derive(Debug, Clone)]
pub struct Status {
    /// The office's name for its ledger.
    pub origin: String,
    /// The keys that sign or signed checkpoints, the oldest first.
    pub keys: Vec<String>,
    /// The latest checkpoint; none before the first entry has a place.
    pub latest: Option<SignedCheckpoint>,
    /// Entries without a place, counted up to ten thousand.
    pub pending: u64,
    /// The witnesses that the office is configured with.
    pub witnesses: Vec<WitnessStatus>,
}

/// The latest checkpoint. It is public: it tells how many acts there are, and nothing about them.
pub async fn latest_checkpoint(office: &Office) -> Result<Option<SignedCheckpoint>, Error> {
    let Some(row) = office.database().ledger().latest_checkpoint().await? else {
        return Ok(None);
    };
    Ok(with_cosignatures(office, vec![row]).await?.pop())
}

/// A page of the history of checkpoints, newest first.
pub async fn checkpoints(
    office: &Office,
    officer: &Officer,
    cursor: Option<&Cursor>,
    limit: u64,
) -> Result<Page<SignedCheckpoint>, Error> {
    permit(officer, Action::ReadLedger, Standing::GENERAL, None)?;
    let before = cursor.map(Cursor::unpack).transpose()?;
    let page = office.database().ledger().checkpoints(before, limit).await?;
    Ok(Page {
        items: with_cosignatures(office, page.items).await?,
        next: page.next,
    })
}

/// How the ledger is doing.
pub async fn status(office: &Office, officer: &Officer) -> Result<Status, Error> {
    permit(officer, Action::ReadLedger, Standing::GENERAL, None)?;
    Ok(Status {
        origin: office.ledger_keys().origin().to_owned(),
        keys: keys(office),
        latest: latest_checkpoint(office).await?,
        pending: office.database().ledger().pending(MOST_PENDING).await?,
        witnesses: witness_statuses(office).await?,
    })
}

/// The verifier keys of the office, the oldest first.
pub(super) fn keys(office: &Office) -> Vec<String> {
    let keys = office.ledger_keys().all().iter();
    keys.map(|key| key.verifier().to_string()).collect()
}

async fn with_cosignatures(office: &Office, rows: Vec<CheckpointRow>) -> Result<Vec<SignedCheckpoint>, Error> {
    let sizes: Vec<u64> = rows.iter().map(|row| row.size).collect();
    let mut lines = office.database().ledger().cosignatures(&sizes).await?;
    let signed = |row: CheckpointRow| SignedCheckpoint {
        cosignatures: lines.remove(&row.size).unwrap_or_default(),
        row,
    };
    Ok(rows.into_iter().map(signed).collect())
}
