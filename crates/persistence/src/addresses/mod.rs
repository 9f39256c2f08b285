//! The address book: contacts, groups, and whose entries an officer sees.

mod contacts;
pub mod entities;
mod groups;
mod members;
mod reach;
mod search;

use crate::database::repository;
pub use groups::GroupLine;
pub use members::MemberLine;
pub use search::EntryFilter;

repository! {
    /// Contacts and groups.
    Addresses, addresses
}
