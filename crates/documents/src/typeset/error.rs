//! Why a communication could not be set.

use serde::{Deserialize, Serialize};

/// Something wrong in a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong, in Typst's words.
    pub message: String,
    /// What may help, in Typst's words.
    pub hint: Option<String>,
}

/// Why a communication could not be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum TypesetError {
    /// PDF/A wants every character to be shown, and no face has this one.
    #[error("no face shows {character:?} (U+{:04X})", u32::from(*character))]
    MissingGlyph {
        /// The first such character.
        character: char,
        /// Where it stands in the data, as a JSON pointer; `None` if the template itself printed it.
        place: Option<String>,
    },
    /// The template is wrong, or asks for what it may not have.
    #[error("{}", told(.0))]
    Template(Vec<Mistake>),
    /// More pages than [`MOST_PAGES`](super::MOST_PAGES), or more data than [`MOST_BYTES`](super::MOST_BYTES).
    #[error("it has more pages than can be set")]
    TooManyPages,
    /// A built-in template or a bundled face is wrong: nothing that the reader can mend.
    #[error("the communication could not be set: {0}")]
    Internal(String),
}

fn told(mistakes: &[Mistake]) -> String {
    let each = mistakes.iter().map(|mistake| {
        let Mistake {
            line, column, message, ..
        } = mistake;
        format!("line {line}, column {column}: {message}")
    });
    each.collect::<Vec<_>>().join("; ")
}
