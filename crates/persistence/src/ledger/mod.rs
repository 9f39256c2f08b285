//! Ledger entries: appended in the act's own transaction, never changed.

mod append;
