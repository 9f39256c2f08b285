//! Drafts for approval: communications, their texts, what is said about them.

mod amendments;
mod communications;
mod issues;
mod list;
mod parties;
mod printing;
mod remarks;
mod rows;
mod texts;

pub use amendments::{AmendedLine, Amendment};
pub use issues::NewIssue;
pub use printing::{PrintedReceipt, UnitLine};
pub use texts::TextLine;

use crate::database::repository;

repository! {
    /// Communications with everything that belongs to them.
    Drafting, drafting
}
