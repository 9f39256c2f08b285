//! The ledger: the tree over its entries, what proves them, and its pages for auditors.

mod authorities;
mod check;
mod checkpoints;
mod export;
mod integrate;
mod keys;
mod list;
mod proofs;
mod timeline;
mod verifications;
mod witnesses;

pub use daftar_persistence::ledger::{Cosignature, VerificationRow};

pub(crate) use authorities::root_and_lists;
pub use check::{
    CheckError, FileReport, Progress, check_archive, check_export, check_office, keys_in_archive, read_keys,
};
pub use checkpoints::{SignedCheckpoint, Status, checkpoints, latest_checkpoint, status};
pub use export::{ExportSettings, export_ledger};
pub use integrate::integrate;
pub use keys::{LedgerKey, LedgerKeys};
pub use list::{LedgerEntry, LedgerQuery, ledger_entries, ledger_entry};
pub use proofs::{Evidence, Inclusion, Placed, Proven, consistency, entry_bundle, evidence, inclusion, tile};
pub(crate) use proofs::{place, prove, proven};
pub use timeline::{TimelineEntry, TimelineQuery, TimelineWords};
pub(crate) use timeline::{hush, timeline};
pub use verifications::{ask_verification, last_verified, verifications, verify_when_asked};
pub use witnesses::{Asked, Messenger, Reply, Witness, WitnessStatus, Witnesses, ask_witness};
