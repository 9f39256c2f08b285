//! The address book: contacts outside the office, and groups of those whom many letters go to.

mod contact;
mod event;
mod group;
mod reach;
mod refusal;

pub use contact::{Contact, ContactFields};
pub use group::{Group, GroupFields, MOST_MEMBERS, Member};
pub use reach::Reach;
pub use refusal::AddressesRefusal;
