//! Connections, the transaction, pages and errors.

mod connect;
mod error;
mod page;
mod tx;

pub use connect::{Database, DatabaseSettings};
pub use error::Error;
pub(crate) use error::parse;
pub use page::{Cursor, CursorError, Page};
pub use tx::Tx;
pub(crate) use tx::repository;
