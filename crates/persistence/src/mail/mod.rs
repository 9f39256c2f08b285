//! E-mail that came in for registries.

mod arrive;
mod mails;
mod rows;

pub use arrive::{MailRow, NewPaper, TakenPaper};
pub use mails::{MailFilter, MailLine, PaperRow, Registry};

use crate::database::repository;

repository! {
    /// E-mail that came in.
    Mails, mails
}
