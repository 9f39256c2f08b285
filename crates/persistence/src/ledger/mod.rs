//! Ledger entries: appended in the act's own transaction, never changed.

mod append;
mod list;

pub use list::{LedgerFilter, LedgerRow};
