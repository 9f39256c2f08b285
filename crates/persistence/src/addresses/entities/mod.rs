//! Rows of the address book.

pub mod contact;
pub mod group;
