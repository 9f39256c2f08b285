//! Documents and receipts.

mod documents;
mod movements;
mod receipts;
mod register;
mod rows;
mod view;
mod visibility;

pub use documents::{DocumentRow, KeptBytes, NewDocument, SameBytes};
pub use movements::{MovementRow, NewMovement};
pub use receipts::{ForChange, Grant};
pub use register::{RegisterFilter, RegisterLine};
pub(crate) use register::{containing, kept};
pub use view::{CopyRow, FileRef, Found};
pub use visibility::{visible_documents, visible_receipts};

use crate::database::repository;

repository! {
    /// Incoming papers and the diary.
    Receipts, receipts
}

repository! {
    /// The bytes of papers, as uploaded.
    Documents, documents
}
