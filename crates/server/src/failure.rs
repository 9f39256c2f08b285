//! Why the program ends with an error, in words for whoever started it.

use daftar_application::Error;
use std::path::PathBuf;

/// A failure of the program as a whole.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The configuration is wrong.
    #[error("the configuration is wrong: {0}")]
    Settings(#[from] config::ConfigError),
    /// A value of the configuration is wrong.
    #[error("the configuration is wrong: {key}: {problem}")]
    Setting {
        /// The key.
        key: &'static str,
        /// What is wrong with it.
        problem: String,
    },
    /// A file or folder could not be used.
    #[error("{path}: {source}")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The demonstration office was cut short while it was filled.
    #[error(
        "the demonstration office was not filled to its end; remove the folder {folder} \
         (and empty the database, if it lies elsewhere), then start again"
    )]
    Unfinished {
        /// The data folder.
        folder: PathBuf,
    },
    /// The network or the machine.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The database.
    #[error("the database failed: {0}")]
    Database(#[from] daftar_persistence::Error),
    /// The keys that seal the secrets of the database.
    #[error("the office's keys cannot be used: {0}")]
    Keys(#[from] daftar_application::keys::KeyError),
    /// Some secrets could not be sealed anew.
    #[error(
        "{unopened} secrets do not open with any key of this office, and were left as they are; the log names them"
    )]
    Unopened {
        /// How many.
        unopened: u64,
    },
    /// A use case.
    #[error("{}", in_words(.0))]
    Office(#[from] Error),
    /// The ledger is not what it should be.
    #[error("refused: {0}")]
    Refused(daftar_domain::ledger::audit::Finding),
    /// The documentation could not be written as JSON.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
}

/// A refusal in the words that the API has for it: whoever types a command knows no codes.
fn in_words(error: &Error) -> String {
    let words = |code: &str| {
        let text = daftar_api::problem::texts().find(|text| text.code == code);
        text.map_or_else(|| code.to_owned(), |text| text.title.0.to_owned())
    };
    match error {
        Error::Refused(refusal) => words(refusal.code),
        Error::Code(code) => words(code),
        Error::Fields(errors) => {
            let lines = errors
                .iter()
                .map(|error| format!("{}: {}", error.pointer.trim_start_matches('/'), words(error.code)));
            lines.collect::<Vec<_>>().join("\n")
        }
        other => other.to_string(),
    }
}

impl Failure {
    /// A failure of one file or folder.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        |source| Self::File { path, source }
    }
}
