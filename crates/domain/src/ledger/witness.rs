//! Talking with a witness (C2SP tlog-witness): what it is sent, what its answers are worth, when it is asked again.

use super::signed_note::{Signed, SignedNote, VerifierKey};
use super::tree::Hash;
use crate::office::vocabulary;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fmt;
use std::time::Duration;

/// The longest time after which a witness that failed is asked again, unless it is asked more seldom anyway.
const LONGEST: Duration = Duration::from_hours(1);

vocabulary! {
    /// Why a witness has not cosigned.
    WitnessProblem {
        /// It did not answer.
        Unreachable = "unreachable",
        /// It answered, but with no cosignature of its key.
        Refused = "refused",
        /// It has seen a longer ledger: an old copy of the office was put back.
        Ahead = "ahead",
        /// It has seen another ledger of this name: entries that it saw were changed or removed.
        Forked = "forked",
    }
}

impl WitnessProblem {
    /// Whether the witness says that the office's past is not what it was: nothing that passes by itself.
    pub fn accuses(self) -> bool {
        matches!(self, Self::Ahead | Self::Forked)
    }
}

/// A checkpoint for a witness, with the proof that it follows from what the witness has seen.
#[derive(Debug, Clone, Copy)]
pub struct Submission<'s> {
    /// The size that the witness has cosigned last; 0 before the first.
    pub old: u64,
    /// The proof of consistency from there.
    pub proof: &'s [Hash],
    /// The note that the office signed.
    pub note: &'s str,
}

impl fmt::Display for Submission<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        for hash in self.proof {
            writeln!(f, "{}", STANDARD.encode(hash))?;
        }
        write!(f, "\n{}", self.note)
    }
}

/// The first good line by a witness's key in its answer, as it is kept; lines by others say nothing.
pub fn cosignature(text: &str, key: &VerifierKey, answer: &str) -> Option<String> {
    answer.lines().find_map(|line| {
        let note = SignedNote {
            text: text.to_owned(),
            lines: vec![line.parse().ok()?],
        };
        let good = matches!(note.signed_by(key), Signed::At(_));
        good.then(|| note.lines.iter().map(ToString::to_string).collect())
    })
}

/// The size in the answer of a witness that expects a proof from elsewhere.
pub fn seen_size(answer: &str) -> Option<u64> {
    let digits = answer.strip_suffix('\n').unwrap_or(answer);
    let size: u64 = digits.parse().ok()?;
    (size.to_string() == digits).then_some(size)
}

/// What follows when a witness expects a proof from elsewhere: the size to prove from, or the problem.
///
/// # Errors
/// When no proof can help.
pub fn after_conflict(old: u64, size: u64, seen: Option<u64>) -> Result<u64, WitnessProblem> {
    match seen {
        Some(seen) if seen > size => Err(WitnessProblem::Ahead),
        Some(seen) if seen != old => Ok(seen),
        // It agreed about the size; then it is the root that differs.
        _ if old == size => Err(WitnessProblem::Forked),
        _ => Err(WitnessProblem::Refused),
    }
}

/// How long a witness is left alone that failed so many times in a row: twice as long each time, up to an hour.
pub fn patience(every: Duration, failures: u32) -> Duration {
    let longest = every.max(LONGEST);
    every.saturating_mul(2_u32.saturating_pow(failures)).min(longest)
}

#[cfg(test)]
mod tests {
    use super::super::signed_note::{KeyUse, SignerKey};
    use super::*;

    const TEXT: &str = "office.example/ledger\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";

    fn witness(seed: u8) -> SignerKey {
        SignerKey::from_seed("witness.example", KeyUse::Cosignature, &[seed; 32]).unwrap()
    }

    #[test]
    fn a_submission_is_written_as_the_protocol_says() {
        let note = "o\n3\nroot\n\n\u{2014} o AAAA\n";
        let submission = Submission {
            old: 2,
            proof: &[[0; 32]],
            note,
        };
        let written = "old 2\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\no\n3\nroot\n\n\u{2014} o AAAA\n";
        assert_eq!(submission.to_string(), written);
        let first = Submission {
            old: 0,
            proof: &[],
            note: "note",
        };
        assert_eq!(first.to_string(), "old 0\n\nnote");
    }

    #[test]
    fn only_a_good_line_of_the_right_key_is_taken() {
        let (ours, other) = (witness(1), witness(2));
        let good = ours.sign(TEXT, 7).to_string();
        let foreign = other.sign(TEXT, 7).to_string();
        let of_another_text = ours.sign(&TEXT.replace('3', "4"), 7).to_string();
        let answer = format!("nonsense\n{foreign}\n{of_another_text}\n{good}\n");
        assert_eq!(cosignature(TEXT, ours.verifier(), &answer), Some(good));
        for wrong in ["", "nonsense", &foreign, &of_another_text] {
            assert_eq!(cosignature(TEXT, ours.verifier(), wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_size_has_one_spelling() {
        assert_eq!(seen_size("17\n"), Some(17));
        assert_eq!(seen_size("0"), Some(0));
        for wrong in [
            "",
            "\n",
            "+1\n",
            "01\n",
            "1\n\n",
            " 1",
            "-1",
            "99999999999999999999",
            "x",
        ] {
            assert_eq!(seen_size(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_conflict_leads_to_another_proof_or_to_a_problem() {
        assert_eq!(after_conflict(0, 9, Some(5)), Ok(5));
        assert_eq!(after_conflict(5, 9, Some(9)), Ok(9), "the answer before was lost");
        assert_eq!(after_conflict(5, 9, Some(0)), Ok(0), "the witness has forgotten");
        assert_eq!(after_conflict(5, 9, Some(10)), Err(WitnessProblem::Ahead));
        assert_eq!(after_conflict(9, 9, Some(9)), Err(WitnessProblem::Forked));
        assert_eq!(after_conflict(9, 9, None), Err(WitnessProblem::Forked));
        assert_eq!(after_conflict(5, 9, None), Err(WitnessProblem::Refused));
        assert_eq!(after_conflict(5, 9, Some(5)), Err(WitnessProblem::Refused));
    }

    #[test]
    fn patience_doubles_up_to_an_hour() {
        let seconds = |every, failures| patience(Duration::from_secs(every), failures).as_secs();
        assert_eq!([0, 1, 2, 5].map(|failures| seconds(60, failures)), [60, 120, 240, 1920]);
        assert_eq!([6, 40, u32::MAX].map(|failures| seconds(60, failures)), [3600; 3]);
        assert_eq!(seconds(7200, 3), 7200, "never more often than without failures");
    }
}
