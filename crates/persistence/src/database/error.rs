//! What can go wrong between the office and its database.

use sea_orm::{DbErr, RuntimeErr, SqlErr, sqlx};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::str::FromStr;
use thiserror::Error as ThisError;

/// A failure of the database, or a row that no state of the domain matches.
#[derive(Debug, ThisError)]
pub enum Error {
    /// The database said no, or could not be reached.
    #[error(transparent)]
    Database(DbErr),
    /// A unique constraint was violated: somebody else was first.
    #[error("unique constraint violated: {0}")]
    Unique(String),
    /// The row was changed since it was read.
    #[error("the row was changed by somebody else")]
    Stale,
    /// A row that no state of the domain matches.
    #[error("inconsistent {table}: {problem}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// What is wrong with the row.
        problem: String,
    },
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(name)) => Self::Unique(name),
            _ => Self::Database(error),
        }
    }
}

impl Error {
    /// Whether the same transaction may well succeed when run again: serialisation failure or
    /// deadlock on `PostgreSQL`, a busy database on `SQLite`.
    pub fn is_passing(&self) -> bool {
        let Self::Database(DbErr::Exec(RuntimeErr::SqlxError(e)) | DbErr::Query(RuntimeErr::SqlxError(e))) = self
        else {
            return false;
        };
        let sqlx::Error::Database(e) = &**e else { return false };
        matches!(e.code().as_deref(), Some("40001" | "40P01" | "5" | "517"))
    }
}

/// Reads a word of the domain's vocabulary out of a column.
pub(crate) fn parse<T: FromStr>(table: &'static str, word: &str) -> Result<T, Error> {
    word.parse().map_err(|_| Error::Inconsistent {
        table,
        problem: format!("unknown word '{word}'"),
    })
}

/// Reads what a column keeps as JSON.
pub(crate) fn from_json<T: DeserializeOwned>(table: &'static str, text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| no_json(table, &error))
}

/// Writes what a column keeps as JSON.
pub(crate) fn to_json<T: Serialize>(table: &'static str, value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| no_json(table, &error))
}

fn no_json(table: &'static str, error: &serde_json::Error) -> Error {
    Error::Inconsistent {
        table,
        problem: error.to_string(),
    }
}
