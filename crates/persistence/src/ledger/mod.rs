//! Ledger entries: appended in the act's own transaction, never changed; and the tree over them.

mod append;
mod audited;
mod checkpoints;
mod list;
mod sequence;
mod tiles;
mod timeline;
mod verifications;
mod witnesses;

pub use audited::AuditedRow;
pub use checkpoints::{CheckpointRow, Cosignature};
pub use list::{LedgerFilter, LedgerRow};
pub use sequence::Leaf;
pub use timeline::{TimelineFilter, TimelineRow};
pub use verifications::{VerificationEnd, VerificationRow};
pub use witnesses::WitnessRow;
