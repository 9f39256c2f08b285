//! Changes of the organisation pass one at a time: its rules span rows (no cycles, one holder), and it changes
//! seldom.

use super::Organisation;
use crate::database::Error;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};

/// Any number that all nodes agree on.
const QUEUE: i64 = 0x0064_6166_7461_7232;

impl Organisation<'_, DatabaseTransaction> {
    /// Waits until no other transaction changes the organisation. On `SQLite` there is only one writer anyway.
    pub async fn queue(&self) -> Result<(), Error> {
        if self.connection.get_database_backend() == DbBackend::Postgres {
            let lock = Statement::from_string(DbBackend::Postgres, format!("SELECT pg_advisory_xact_lock({QUEUE})"));
            self.connection.execute_raw(lock).await?;
        }
        Ok(())
    }
}
