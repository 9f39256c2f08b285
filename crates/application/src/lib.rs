//! Use cases: authorise → load → decide → save → record in the ledger → enqueue. No HTTP, no SQL.
//!
//! Every command runs through [`Office::act`]: one transaction, idempotent, retried when the database says that
//! it may well succeed the next time.

pub mod addresses;
pub mod certificates;
pub mod correspondence;
pub mod desk;
pub mod dispatch;
pub mod drafting;
pub mod enquiry;
pub mod filing;
pub mod identity;
pub mod jobs;
pub mod keys;
pub mod ledger;
pub mod mail;
pub mod office;
pub mod organisation;
pub mod signing;
pub mod templates;

pub use daftar_persistence::{Cursor, Page};
pub use office::{Clock, Error, FieldError, Idempotency, Office, OfficeParts, Subject, Work};
