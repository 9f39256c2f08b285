//! Accounts and sessions.

mod officer;

pub use officer::SessionHolder;
