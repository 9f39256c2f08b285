//! What became of a paper that somebody sent in, as he is told it.

use crate::correspondence::StateWord;
use crate::office::{Classification, vocabulary};
use chrono::NaiveDate;

vocabulary! {
    /// What became of a paper, in a word.
    ProgressWord {
        /// Somebody has it before him.
        UnderConsideration = "under_consideration",
        /// An answer went out.
        Answered = "answered",
        /// The case is closed without an answer.
        Closed = "closed",
    }
}

/// What became of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Somebody has it before him.
    UnderConsideration,
    /// An answer went out that day.
    Answered(NaiveDate),
    /// The case is closed without an answer.
    Closed,
}

impl Progress {
    /// In a word.
    pub const fn word(self) -> ProgressWord {
        match self {
            Self::UnderConsideration => ProgressWord::UnderConsideration,
            Self::Answered(_) => ProgressWord::Answered,
            Self::Closed => ProgressWord::Closed,
        }
    }
}

/// Where a paper is, as far as its sender's question needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whereabouts {
    /// Where the receipt stands.
    pub state: StateWord,
    /// Whether the file that it is on is closed.
    pub file_closed: bool,
    /// The day of the first answer.
    pub answered: Option<NaiveDate>,
}

/// What became of a paper. An answer is an answer, also while the file goes on.
pub fn progress(at: Whereabouts) -> Progress {
    match (at.answered, at.state) {
        (Some(day), _) => Progress::Answered(day),
        (None, StateWord::Disposed) => Progress::Closed,
        (None, StateWord::OnFile) if at.file_closed => Progress::Closed,
        (None, StateWord::InRegistry | StateWord::Marked | StateWord::Accepted | StateWord::OnFile) => {
            Progress::UnderConsideration
        }
    }
}

/// Whether the sender is told which office has his paper: who works on a case that is held closely is part of it.
pub fn tells_unit(classification: Classification, progress: Progress) -> bool {
    classification < Classification::Confidential && progress == Progress::UnderConsideration
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_told_as_one_of_three() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2);
        for state in StateWord::ALL.iter().copied() {
            for (file_closed, answered) in [(false, None), (true, None), (false, day), (true, day)] {
                let told = progress(Whereabouts {
                    state,
                    file_closed,
                    answered,
                });
                let closed = state == StateWord::Disposed || (state == StateWord::OnFile && file_closed);
                let expected = match answered {
                    Some(day) => Progress::Answered(day),
                    None if closed => Progress::Closed,
                    None => Progress::UnderConsideration,
                };
                assert_eq!(told, expected, "{state}");
            }
        }
    }

    #[test]
    fn where_a_paper_is_that_is_held_closely_nobody_is_told() {
        let considered = Progress::UnderConsideration;
        assert!(tells_unit(Classification::Restricted, considered));
        assert!(!tells_unit(Classification::Confidential, considered));
        assert!(!tells_unit(Classification::TopSecret, considered));
        assert!(!tells_unit(Classification::Unclassified, Progress::Closed));
    }
}
