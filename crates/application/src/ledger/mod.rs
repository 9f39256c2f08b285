//! The ledger: the tree over its entries, what proves them, and its pages for auditors.

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

pub use check::{CheckError, Progress, check_export, check_office, read_keys};
pub use checkpoints::{SignedCheckpoint, Status, checkpoints, latest_checkpoint, status};
pub use export::{ExportSettings, export_ledger};
pub use integrate::integrate;
pub use keys::{LedgerKey, LedgerKeys};
pub use list::{LedgerEntry, LedgerQuery, ledger_entries, ledger_entry};
pub use proofs::{Evidence, Inclusion, Placed, Proven, consistency, entry_bundle, evidence, inclusion, tile};
pub(crate) use proofs::{prove, proven};
pub use timeline::{TimelineEntry, TimelineQuery, TimelineWords};
pub(crate) use timeline::{hush, timeline};
pub use verifications::{ask_verification, last_verified, verifications, verify_when_asked};
pub use witnesses::{Asked, Messenger, Reply, Witness, WitnessStatus, Witnesses, ask_witness};
