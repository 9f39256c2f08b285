//! How a run of the office's own check of its ledger goes.

use crate::office::{Timestamp, vocabulary};

vocabulary! {
    /// How a verification stands.
    VerificationState {
        /// Nobody has begun it.
        Waiting = "waiting",
        /// It is under way.
        Running = "running",
        /// Everything agrees.
        Whole = "whole",
        /// Something does not: the ledger, a note, a signature or a number is not what was signed.
        Wrong = "wrong",
        /// It could not be carried through, which says nothing about the ledger.
        Unread = "unread",
    }
}

impl VerificationState {
    /// Whether nothing more comes of it.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Whole | Self::Wrong | Self::Unread)
    }
}

/// Whether the office checks its ledger by itself now: `every` has passed since the last check was asked for.
pub fn is_due(last: Option<Timestamp>, every: Option<chrono::Duration>, now: Timestamp) -> bool {
    every.is_some_and(|every| last.is_none_or(|last| now - last >= every))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Duration};

    #[test]
    fn the_office_checks_itself_every_so_often_or_never() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let day = Some(Duration::hours(24));
        assert!(is_due(None, day, now));
        assert!(!is_due(Some(now - Duration::hours(23)), day, now));
        assert!(is_due(Some(now - Duration::hours(24)), day, now));
        assert!(!is_due(None, None, now));
        assert!(VerificationState::Wrong.is_final());
        assert!(!VerificationState::Running.is_final());
    }
}
