//! The address book: contacts outside the office, and groups of those whom many letters go to.

mod common;
mod contacts;
mod groups;

pub use contacts::{
    ContactChange, ContactView, change_contact, create_contact, deactivate_contact, get_contact, list_contacts,
    reactivate_contact,
};
pub use groups::{
    GroupChange, GroupView, MemberView, change_group, create_group, deactivate_group, get_group, group_members,
    list_groups, reactivate_group,
};

use crate::office::Error;
use daftar_persistence::Cursor;
use daftar_persistence::addresses::EntryFilter;

/// Which entries are wanted.
#[derive(Debug, Clone)]
pub struct EntryList {
    /// Words of names and addresses, in either script.
    pub query: Option<String>,
    /// Deactivated ones too.
    pub include_deactivated: bool,
    /// Where the page before ended.
    pub cursor: Option<Cursor>,
    /// Rows of a page.
    pub limit: u64,
}

impl EntryList {
    fn filter(&self) -> Result<EntryFilter<'_>, Error> {
        Ok(EntryFilter {
            query: self.query.as_deref(),
            include_deactivated: self.include_deactivated,
            after: self.cursor.as_ref().map(Cursor::unpack).transpose()?,
            limit: self.limit,
        })
    }
}
