//! `daftar verify`: the audit of the domain, fed from a database or from an export.

mod archive;
mod drafts;
mod export;
mod office;
mod rows;
mod signatures;

pub use archive::{FileReport, check_archive, keys_in_archive};
pub use export::check_export;
pub use office::check_office;

use daftar_domain::ledger::audit::Finding;
use daftar_domain::ledger::{NoteError, VerifierKey};
use thiserror::Error as ThisError;

/// How far a check is: so many entries of so many.
pub type Progress<'p> = dyn FnMut(u64, u64) + 'p;

/// Why a check did not come to a good end.
#[derive(Debug, ThisError)]
pub enum CheckError {
    /// Something is wrong with the ledger.
    #[error(transparent)]
    Found(#[from] Finding),
    /// It could not be read.
    #[error(transparent)]
    Unread(#[from] crate::office::Error),
}

impl From<daftar_persistence::Error> for CheckError {
    fn from(error: daftar_persistence::Error) -> Self {
        match error {
            // A row that no state of the office matches was written by somebody else.
            daftar_persistence::Error::Inconsistent { table, problem } => Self::Found(Finding::new(table, problem)),
            other => Self::Unread(other.into()),
        }
    }
}

impl From<std::io::Error> for CheckError {
    fn from(error: std::io::Error) -> Self {
        Self::Unread(crate::office::Error::Internal(error.to_string()))
    }
}

/// Reads verifier keys, a line each.
///
/// # Errors
/// When a line is none.
pub fn read_keys(text: &str) -> Result<Vec<VerifierKey>, NoteError> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::parse).collect()
}
