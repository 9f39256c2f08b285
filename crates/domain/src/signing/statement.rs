//! What is signed, to the byte.

use crate::ledger::{canonical_json, sha256_hex};
use crate::office::vocabulary;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

vocabulary! {
    /// What a statement is. A signature under one of a kind never counts for one of another.
    Purpose {
        /// An entry of a note portion.
        Note = "note",
        /// An act on a file without a note: its return, its closing.
        Act = "act",
    }
}

impl Purpose {
    /// What stands before the statement when it is hashed.
    const fn tag(self) -> &'static [u8] {
        match self {
            Self::Note => b"daftar.note/v1\0",
            Self::Act => b"daftar.act/v1\0",
        }
    }
}

/// A statement: what the officer is shown, and what his key signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What it is.
    pub purpose: Purpose,
    /// Canonical JSON.
    pub text: String,
}

impl Statement {
    /// Writes a value down as a statement.
    pub fn of(purpose: Purpose, value: &Value) -> Self {
        Self {
            purpose,
            text: canonical_json(value),
        }
    }

    /// SHA-256 of the text, hex.
    pub fn digest(&self) -> String {
        sha256_hex(&self.text)
    }

    /// The bytes that a key signs.
    pub fn message(&self) -> Vec<u8> {
        [self.purpose.tag(), self.text.as_bytes()].concat()
    }

    /// SHA-256 of [`Statement::message`]: the challenge that a passkey answers.
    pub fn challenge(&self) -> [u8; 32] {
        Sha256::digest(self.message()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_challenge_is_what_the_design_says() {
        let note = Statement::of(Purpose::Note, &json!({"b": 1, "a": "x"}));
        assert_eq!(note.text, "{\"a\":\"x\",\"b\":1}");
        let by_hand: [u8; 32] = Sha256::digest(b"daftar.note/v1\0{\"a\":\"x\",\"b\":1}").into();
        assert_eq!(note.challenge(), by_hand);
        let act = Statement {
            purpose: Purpose::Act,
            ..note.clone()
        };
        assert_eq!(act.digest(), note.digest());
        assert_ne!(act.challenge(), note.challenge());
    }
}
