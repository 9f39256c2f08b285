//! A statement that was shown to its officer and waits for his signature.

use super::{SigningRefusal, Statement};
use crate::access::Officer;
use crate::filing::NoteStamp;
use crate::office::{FileId, NoteId, PreparationId, SessionId, Timestamp};
use chrono::TimeDelta;

/// How long a statement waits.
const MINUTES: i64 = 5;

/// What the office remembers of a statement until it is signed: enough to write it down again to the byte, and not the
/// words of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preparation {
    /// Its id.
    pub id: PreparationId,
    /// Who was shown it, in which session.
    pub session: SessionId,
    /// On which file.
    pub file: FileId,
    /// The id that the note gets.
    pub note: NoteId,
    /// What keeps the statement from being guessed, 32 hex digits.
    pub nonce: String,
    /// The time that stands in the statement.
    pub at: Timestamp,
    /// The challenge of the statement.
    pub challenge: [u8; 32],
    /// When it was signed.
    pub used_at: Option<Timestamp>,
}

impl Preparation {
    /// What the statement is stamped with.
    pub fn stamp(&self) -> NoteStamp {
        NoteStamp {
            id: self.note,
            nonce: self.nonce.clone(),
            at: self.at,
        }
    }

    /// When it ends unsigned.
    pub fn expires_at(&self) -> Timestamp {
        self.at + TimeDelta::minutes(MINUTES)
    }

    /// Refuses what was prepared for somebody else or another file.
    pub fn must_be_of_session(&self, officer: &Officer, file: FileId) -> Result<(), SigningRefusal> {
        if self.session == officer.session && self.file == file {
            Ok(())
        } else {
            Err(SigningRefusal::PreparationUnknown)
        }
    }

    /// Refuses what has waited too long.
    pub fn must_not_have_expired(&self, now: Timestamp) -> Result<(), SigningRefusal> {
        if now < self.expires_at() {
            Ok(())
        } else {
            Err(SigningRefusal::PreparationUnknown)
        }
    }

    /// Refuses a statement that is not the one which was shown.
    pub fn must_be_of(&self, statement: &Statement) -> Result<(), SigningRefusal> {
        if self.challenge == statement.challenge() {
            Ok(())
        } else {
            Err(SigningRefusal::PreparedOtherwise)
        }
    }
}
