//! Why a communication could not be set.

/// Why a communication could not be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
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
    #[error("line {line}, column {column}: {message}")]
    Template {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong, in Typst's words.
        message: String,
    },
    /// More pages than [`MOST_PAGES`](super::MOST_PAGES), or more data than [`MOST_BYTES`](super::MOST_BYTES).
    #[error("it has more pages than can be set")]
    TooManyPages,
    /// A built-in template or a bundled face is wrong: nothing that the reader can mend.
    #[error("the communication could not be set: {0}")]
    Internal(String),
}
