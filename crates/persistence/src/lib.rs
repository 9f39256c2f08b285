//! Where the office is kept: entities, repositories, the transaction, on `SQLite` and `PostgreSQL`.
//!
//! SQL stands here and nowhere else. A repository borrows a connection: from a [`Tx`] for commands, from the
//! [`Database`]'s reader for reads. What really differs between the two databases sits behind one function each.

pub mod addresses;
pub mod certificates;
pub mod correspondence;
pub mod database;
pub mod desk;
pub mod dispatch;
pub mod drafting;
pub mod enquiry;
pub mod filing;
pub mod identity;
pub mod keys;
pub mod ledger;
pub mod mail;
pub mod organisation;
mod plumbing;
pub mod signing;
pub mod templates;

pub use database::{Cursor, CursorError, Page};
pub use database::{Database, DatabaseSettings, Error, Tx};
pub use plumbing::{Job, JobCounts, Lane, NewJob, Reserved};
