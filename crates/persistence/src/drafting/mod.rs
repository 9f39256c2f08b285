//! Drafts for approval: communications, their texts, what is said about them.

mod communications;
mod list;
mod parties;
mod remarks;
mod rows;
mod texts;

pub use texts::TextLine;

use crate::database::repository;

repository! {
    /// Communications with everything that belongs to them.
    Drafting, drafting
}
