//! What anybody may ask: issues by what is printed on them, papers by the code of their sender, and who asked too often.

mod attempts;
mod issues;
mod receipts;

pub use issues::{AskedIssue, IssueRow};
pub use receipts::TrackedRow;

use crate::database::repository;

repository! {
    /// What anybody may ask.
    Enquiry, enquiry
}
