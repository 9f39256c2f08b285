//! Connections, the transaction, pages and errors.

mod connect;
mod error;
mod page;
mod tx;

pub use connect::{Database, DatabaseSettings};
pub use error::Error;
pub(crate) use error::{from_json, parse, to_json};
pub use page::{Cursor, CursorError, Page};
pub use tx::Tx;
pub(crate) use tx::repository;

/// The most words of a search that count. Each becomes a condition: without an end to them one question could bring the
/// server down.
pub(crate) const MOST_WORDS: usize = 8;
