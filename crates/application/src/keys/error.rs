//! What can go wrong with keys.

use crate::office::Error;
use daftar_domain::office::EncryptionKeyId;
use std::path::Path;
use thiserror::Error as ThisError;

/// A failure of the keys that seal secrets.
#[derive(Debug, ThisError)]
pub enum KeyError {
    /// A file of keys, or the file with the token's PIN, cannot be used.
    #[error("{path}: {problem}")]
    File {
        /// The file.
        path: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The token or HSM does not answer, or not as it should.
    #[error("the token '{token}' cannot be used: {problem}")]
    Token {
        /// Its label.
        token: String,
        /// What is wrong.
        problem: String,
    },
    /// There is no key to seal with.
    #[error("there is no key of the kind '{0}'")]
    None(&'static str),
    /// No key with this id is here.
    #[error("the key {0} is not here")]
    Unknown(EncryptionKeyId),
    /// The text is no sealed secret, was changed, or was sealed for something else.
    #[error("the secret of {0} does not open")]
    Unopened(String),
}

impl KeyError {
    /// A failure of one file.
    pub(super) fn file(path: &Path, problem: &(impl ToString + ?Sized)) -> Self {
        Self::File {
            path: path.display().to_string(),
            problem: problem.to_string(),
        }
    }
}

impl From<KeyError> for Error {
    /// A secret that does not open is a fault of the data; a key that cannot be reached may be back in a moment.
    fn from(error: KeyError) -> Self {
        if matches!(error, KeyError::Unopened(_)) {
            return Self::Internal(error.to_string());
        }
        tracing::error!(%error, "the office's keys cannot be used");
        Self::Code("keys-unavailable")
    }
}
