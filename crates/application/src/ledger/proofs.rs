//! What proves an entry, and what others need to follow the tree.

use super::checkpoints::{keys, latest_checkpoint};
use crate::office::{Error, Office, permit};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::ledger::tree::{Hash, ProofPlan, TILE_WIDTH, TileAt, leaf_hash};
use daftar_domain::office::{CommunicationId, EntryId, FileId, NoteId};
use daftar_persistence::ledger::LedgerRow;
use daftar_persistence::signing::SignatureRow;
use serde_json::Value;

/// That an entry is in the tree of a certain size.
#[derive(Debug, Clone)]
pub struct Inclusion {
    /// The entry's place in the tree.
    pub position: u64,
    /// The size of the tree.
    pub size: u64,
    /// The hashes of the proof (RFC 6962, 2.1.1).
    pub proof: Vec<Hash>,
}

/// An entry with the proof that it is in the tree.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Its canonical form, to the byte.
    pub body: String,
    /// That it is in the tree of the checkpoint.
    pub inclusion: Inclusion,
}

/// Everything that an outsider needs to check one act.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The entry.
    pub entry: Placed,
    /// The checkpoint with all its lines.
    pub checkpoint: String,
    /// The verifier keys of the office, the oldest first.
    pub keys: Vec<String>,
    /// The note of the entry in its canonical form, for who may read it.
    pub note: Option<String>,
    /// What proves the signature under the act, canonical JSON; none where nobody signs such an act.
    pub signature: Option<String>,
    /// The entry by which the key of the signature is the officer's.
    pub signer: Option<Placed>,
}

/// What proves an entry, in the tree of the latest checkpoint; without the words of anybody, since auditors read no
/// files.
///
/// # Errors
/// `ledger-entry-pending` within the second before the entry has its place.
pub async fn evidence(office: &Office, officer: &Officer, id: EntryId) -> Result<Evidence, Error> {
    permit(officer, Action::ReadLedger, Standing::GENERAL, Some(id.0))?;
    prove(office, entry(office, id).await?, None).await
}

/// Puts together what proves an entry.
pub(crate) async fn prove(office: &Office, row: LedgerRow, note: Option<String>) -> Result<Evidence, Error> {
    let latest = latest_checkpoint(office).await?.ok_or(PENDING)?;
    let size = latest.row.size;
    let signature = signature(office, &row).await?;
    let signer = match &signature {
        Some(signature) => {
            let ledger = office.database().ledger();
            let entry = ledger.entry_of_key(signature.person.0, signature.key, row.id).await?;
            match entry {
                Some(entry) => Some(place(office, entry, size).await?),
                None => None,
            }
        }
        None => None,
    };
    Ok(Evidence {
        entry: place(office, row, size).await?,
        checkpoint: latest.note(),
        keys: keys(office),
        note,
        signature: signature.map(|signature| signature.evidence),
        signer,
    })
}

/// That an entry is in the tree of a checkpoint, without what it says.
#[derive(Debug, Clone)]
pub struct Proven {
    /// The hash of the entry as the tree has it: SHA-256 over a zero byte and its canonical form.
    pub leaf: Hash,
    /// Its place, the size of the tree and the hashes of the proof.
    pub inclusion: Inclusion,
    /// The root of the tree.
    pub root: Hash,
    /// The checkpoint with all its lines.
    pub checkpoint: String,
    /// The verifier keys of the office, the oldest first.
    pub keys: Vec<String>,
}

/// Proves an entry without showing it; nothing before it has its place.
pub(crate) async fn proven(office: &Office, row: &LedgerRow) -> Result<Option<Proven>, Error> {
    let Some(latest) = latest_checkpoint(office).await? else {
        return Ok(None);
    };
    if row.position.is_none_or(|position| position >= latest.row.size) {
        return Ok(None);
    }
    let root = hex::decode(&latest.row.root).ok().and_then(|root| root.try_into().ok());
    Ok(Some(Proven {
        leaf: leaf_hash(row.body.as_bytes()),
        inclusion: include(office, row, latest.row.size).await?,
        root: root.ok_or_else(|| Error::Internal("the root of a checkpoint is none".to_owned()))?,
        checkpoint: latest.note(),
        keys: keys(office),
    }))
}

/// The signature that an entry speaks of.
async fn signature(office: &Office, row: &LedgerRow) -> Result<Option<SignatureRow>, Error> {
    let body: Value = serde_json::from_str(&row.body).map_err(|error| Error::Internal(error.to_string()))?;
    if body.pointer("/content/signature").is_none() {
        return Ok(None);
    }
    let signing = office.database().signing();
    let note = body.pointer("/content/note/id").and_then(Value::as_str);
    if let Some(note) = note.and_then(|id| id.parse().ok()).map(NoteId) {
        return Ok(signing.under_notes(&[note]).await?.remove(&note));
    }
    let ordinal = body.pointer("/content/ordinal").and_then(Value::as_i64);
    let Some(ordinal) = ordinal.and_then(|ordinal| i32::try_from(ordinal).ok()) else {
        return Ok(None);
    };
    let communication = body.pointer("/content/communication").and_then(Value::as_str);
    match communication.and_then(|id| id.parse().ok()).map(CommunicationId) {
        Some(communication) => Ok(signing.under_communication(communication, ordinal).await?),
        None => Ok(signing.under_step(FileId(row.subject), ordinal).await?),
    }
}

/// An entry with the proof that it is in the tree of `size`.
///
/// # Errors
/// `ledger-entry-pending` before it has its place there.
pub(crate) async fn place(office: &Office, row: LedgerRow, size: u64) -> Result<Placed, Error> {
    Ok(Placed {
        inclusion: include(office, &row, size).await?,
        body: row.body,
    })
}

/// The proof that an entry is in the tree of `size`, by default the latest.
///
/// # Errors
/// `ledger-entry-pending`; a wrong field where the tree has not that size, or the entry came later.
pub async fn inclusion(office: &Office, officer: &Officer, id: EntryId, size: Option<u64>) -> Result<Inclusion, Error> {
    permit(officer, Action::ReadLedger, Standing::GENERAL, Some(id.0))?;
    let row = entry(office, id).await?;
    let latest = latest_checkpoint(office).await?.ok_or(PENDING)?.row.size;
    match size {
        Some(size) if size > latest || row.position.is_some_and(|position| position >= size) => Err(beyond("/size")),
        size => include(office, &row, size.unwrap_or(latest)).await,
    }
}

/// The proof that the tree of `to` begins with the tree of `from`.
pub async fn consistency(office: &Office, officer: &Officer, from: u64, to: u64) -> Result<Vec<Hash>, Error> {
    permit(officer, Action::ReadLedger, Standing::GENERAL, None)?;
    let latest = office
        .database()
        .ledger()
        .latest_checkpoint()
        .await?
        .map_or(0, |row| row.size);
    if to > latest {
        return Err(beyond("/to"));
    }
    let plan = ProofPlan::consistency(from, to).ok_or_else(|| beyond("/from"))?;
    hashes(office, &plan).await
}

/// A tile of the tree as C2SP tlog-tiles serves it; none that has not so many hashes yet. It is public: hashes of bodies
/// with random ids tell nothing.
pub async fn tile(office: &Office, at: TileAt, width: usize) -> Result<Option<Vec<u8>>, Error> {
    let tiles = office.database().ledger().tiles(&[at]).await?;
    let hashes = tiles.get(&at).and_then(|hashes| hashes.get(..width));
    Ok(hashes.map(<[Hash]>::concat))
}

/// A bundle of entries as C2SP tlog-tiles serves it, each after its length; none that has not so many entries yet.
pub async fn entry_bundle(
    office: &Office,
    officer: &Officer,
    index: u64,
    width: usize,
) -> Result<Option<Vec<u8>>, Error> {
    permit(officer, Action::ReadLedger, Standing::GENERAL, None)?;
    let Some(first) = index.checked_mul(TILE_WIDTH as u64) else {
        return Ok(None);
    };
    let leaves = office.database().ledger().leaves(first, width as u64).await?;
    if leaves.len() < width {
        return Ok(None);
    }
    let mut bundle = Vec::new();
    for leaf in leaves {
        let length = u16::try_from(leaf.body.len()).map_err(|_| Error::Internal("an entry is too long".to_owned()))?;
        bundle.extend(length.to_be_bytes());
        bundle.extend(leaf.body.as_bytes());
    }
    Ok(Some(bundle))
}

const PENDING: Error = Error::Code("ledger-entry-pending");

fn beyond(pointer: &'static str) -> Error {
    Error::field(pointer, "out-of-range")
}

async fn entry(office: &Office, id: EntryId) -> Result<LedgerRow, Error> {
    office.database().ledger().entry(id).await?.ok_or(Error::NotFound)
}

async fn include(office: &Office, row: &LedgerRow, size: u64) -> Result<Inclusion, Error> {
    let position = row.position.ok_or(PENDING)?;
    let plan = ProofPlan::inclusion(position, size).ok_or(PENDING)?;
    Ok(Inclusion {
        position,
        size,
        proof: hashes(office, &plan).await?,
    })
}

/// The hashes of a proof, out of the tiles.
pub(super) async fn hashes(office: &Office, plan: &ProofPlan) -> Result<Vec<Hash>, Error> {
    let tiles = office.database().ledger().tiles(&plan.tiles()).await?;
    let hashes = plan.hashes(&tiles);
    hashes.ok_or_else(|| Error::Internal("tiles of the ledger are missing; run daftar verify".to_owned()))
}
