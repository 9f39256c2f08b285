//! The transaction: what a use case changes, it changes through one of these.

use super::error::Error;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend};

/// An open transaction. Dropped without [`Tx::commit`], it is rolled back.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
}

impl Tx {
    pub(crate) fn new(inner: DatabaseTransaction) -> Self {
        Self { inner }
    }

    /// The connection that the repositories borrow.
    pub(crate) fn connection(&self) -> &DatabaseTransaction {
        &self.inner
    }

    /// Makes everything that was done in it durable, together.
    pub async fn commit(self) -> Result<(), Error> {
        Ok(self.inner.commit().await?)
    }

    /// Undoes everything that was done in it.
    pub async fn rollback(self) -> Result<(), Error> {
        Ok(self.inner.rollback().await?)
    }

    /// Whether rows can be locked one by one; on `SQLite` the transaction already holds the only write lock.
    pub(crate) fn locks_rows(&self) -> bool {
        self.inner.get_database_backend() == DbBackend::Postgres
    }
}

/// Declares a repository that borrows its connection from a [`Tx`] or from the database's reader, and the
/// accessor of that name on both.
macro_rules! repository {
    ($(#[$doc:meta])* $name:ident, $accessor:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name<'a, C> {
            pub(crate) connection: &'a C,
        }

        impl $crate::database::Tx {
            $(#[$doc])*
            pub fn $accessor(&self) -> $name<'_, sea_orm::DatabaseTransaction> {
                $name { connection: self.connection() }
            }
        }

        impl $crate::database::Database {
            $(#[$doc])*
            pub fn $accessor(&self) -> $name<'_, sea_orm::DatabaseConnection> {
                $name { connection: self.reader() }
            }
        }
    };
}
pub(crate) use repository;
