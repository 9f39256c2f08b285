//! The sequencer: gives entries their places in the tree and signs what the tree has become.

use super::keys::LedgerKey;
use crate::office::{Error, Office};
use chrono::Timelike as _;
use daftar_domain::ledger::tree::{Edge, Hash, leaf_hash};
use daftar_domain::ledger::{Actor, Checkpoint, EventKind};
use daftar_domain::office::{EntryId, Timestamp};
use daftar_persistence::Tx;
use daftar_persistence::ledger::{CheckpointRow, Leaf};

/// Entries that get their places in one transaction.
const BATCH: u64 = 4096;

/// Gives the entries that wait their places in the tree, a batch at most; answers how many it were. None also while
/// another process is doing it.
///
/// Writers never wait for this: an entry is committed with its act, and its place follows.
///
/// # Errors
/// Beside those of the database: when the tiles do not have the root of the latest checkpoint, which is a ledger that
/// somebody has altered.
pub async fn integrate(office: &Office) -> Result<usize, Error> {
    if office.database().ledger().pending(1).await? == 0 {
        return Ok(0);
    }
    let tx = office.database().begin().await?;
    if !tx.leads_the_ledger().await? {
        return Ok(0);
    }
    let before = tx.ledger().latest_checkpoint().await?;
    let mut edge = edge(&tx, before.as_ref()).await?;
    let signed = checkpoint(office, &edge).to_string();
    if before.as_ref().is_some_and(|row| !row.note.starts_with(&signed)) {
        return Err(altered("its latest checkpoint has another text than its tree"));
    }
    let now = before.as_ref().map_or(office.now(), |row| row.at.max(office.now()));
    let introduced = introduce(office, &tx, now).await?;
    let leaves = leaves(&tx, &introduced).await?;
    // Another process was faster since the look at what waits.
    if leaves.is_empty() {
        return Ok(0);
    }
    let first = edge.size();
    let changed = edge.append(leaves.iter().map(|leaf| leaf_hash(leaf.body.as_bytes())));
    let ids: Vec<EntryId> = leaves.iter().map(|leaf| leaf.id).collect();
    tx.ledger().place(&ids, first).await?;
    tx.ledger().keep_tiles(&changed).await?;
    let retiring = |key: &LedgerKey| introduced.iter().any(|known| known.retires(key));
    let row = CheckpointRow {
        note: checkpoint(office, &edge)
            .sign(office.ledger_keys().signing(retiring))
            .to_string(),
        size: edge.size(),
        root: hex::encode(edge.root()),
        at: now,
    };
    let replaces = before
        .filter(|before| minute(before.at) == minute(now))
        .map(|before| before.size);
    tx.ledger()
        .add_checkpoint(&row, !introduced.is_empty(), replaces)
        .await?;
    tx.commit().await?;
    Ok(leaves.len())
}

fn checkpoint(office: &Office, edge: &Edge) -> Checkpoint {
    Checkpoint {
        origin: office.ledger_keys().origin().to_owned(),
        size: edge.size(),
        root: edge.root(),
    }
}

/// The right edge of the tree, which must be that of the latest checkpoint.
async fn edge(tx: &Tx, before: Option<&CheckpointRow>) -> Result<Edge, Error> {
    let size = before.map_or(0, |row| row.size);
    let tiles = tx.ledger().tiles(&Edge::tiles_of(size)).await?;
    let edge = Edge::read(size, &tiles).ok_or_else(|| altered("tiles are missing"))?;
    match before {
        Some(row) if row.root != hex::encode(edge.root()) => {
            Err(altered("its latest checkpoint has another root than its tiles"))
        }
        _ => Ok(edge),
    }
}

fn altered(what: &str) -> Error {
    Error::Internal(format!("the ledger was altered, {what}: run daftar verify"))
}

/// An event of a key that was written just now.
struct Introduced {
    entry: EntryId,
    key: Hash,
    kind: EventKind,
}

impl Introduced {
    fn retires(&self, key: &LedgerKey) -> bool {
        self.kind == EventKind::LedgerKeyRetired && self.key == key.verifier().public()
    }
}

/// Writes into the ledger what it does not yet know of the office's keys.
async fn introduce(office: &Office, tx: &Tx, now: Timestamp) -> Result<Vec<Introduced>, Error> {
    let mut introduced = Vec::new();
    for key in office.ledger_keys().all() {
        for event in key.events() {
            if tx.ledger().knows(event.subject, event.kind).await? {
                continue;
            }
            let prepared = office.prepared(&event);
            introduced.push(Introduced {
                entry: EntryId(prepared.0),
                key: key.verifier().public(),
                kind: event.kind,
            });
            tx.append_all(&[prepared], Actor::SYSTEM, now).await?;
        }
    }
    Ok(introduced)
}

/// The entries of this batch: those of keys first, so that a ledger begins with its key.
async fn leaves(tx: &Tx, introduced: &[Introduced]) -> Result<Vec<Leaf>, Error> {
    let keys: Vec<EntryId> = introduced.iter().map(|known| known.entry).collect();
    let mut leaves = tx.ledger().leaves_among(&keys).await?;
    let others = tx.ledger().waiting(BATCH).await?.into_iter();
    leaves.extend(others.filter(|leaf| !keys.contains(&leaf.id)));
    Ok(leaves)
}

/// The minute of a moment.
fn minute(at: Timestamp) -> Option<Timestamp> {
    at.with_second(0).and_then(|at| at.with_nanosecond(0))
}
