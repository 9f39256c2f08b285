//! Dispatches, and the register of what was issued.

mod arrivals;
mod list;
mod mails;
mod places;
mod register;
mod replies;
mod rows;
mod writing;

pub use arrivals::{Arrival, IssuedLetter, NewProof};
pub use list::{DispatchFilter, DispatchLine};
pub use mails::MailedTo;
pub use places::{SeniorPost, Standing};
pub use register::{IssueFilter, IssueLine, IssueStates};
pub use replies::{ReplyLine, ReplyTo};
pub use writing::NewDispatches;

use crate::database::repository;

repository! {
    /// Issued communications on their way.
    Dispatches, dispatches
}
