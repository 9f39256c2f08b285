//! Counting questions, and comparing what was typed with what was printed.

use crate::office::{Error, Office};
use daftar_domain::enquiry::{ENQUIRIES, neighbourhood};
use daftar_domain::identity::Throttle;
use daftar_domain::ledger::Actor;
use daftar_domain::office::PrintedCode;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

/// The longest number that is looked for; a longer one was never given.
const LONGEST: usize = 200;

/// A counted question; in vain, until it has found something.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Question(Uuid);

/// Counts a question from an address, or refuses it because too many were in vain.
///
/// It is counted before anything is looked for, so that a hundred guesses at once are a hundred questions.
pub(super) async fn asked(office: &Office, address: &str) -> Result<Question, Error> {
    let address = neighbourhood(address);
    office
        .act_as(Actor::SYSTEM, None, async |work| {
            let enquiry = work.tx.enquiry();
            let failures = enquiry.failures(&address, work.now).await?;
            if let Throttle::Wait(wait) = ENQUIRIES.judge(failures, work.now) {
                let retry_after = wait.num_seconds().unsigned_abs().max(1);
                return Err(Error::Throttled { retry_after });
            }
            let id = work.new_id();
            enquiry.count(id, &address, work.now).await?;
            Ok(Question(id))
        })
        .await
}

/// That a question was not in vain: nobody keeps who asked after what.
pub(super) async fn found(office: &Office, question: Question) -> Result<(), Error> {
    Ok(office.database().forget_enquiry(question.0).await?)
}

/// A number or token as it is looked for: spaces around it and other hyphens make no difference. What cannot be one is
/// looked for all the same, without what no database takes.
pub(super) fn looked_for(typed: &str) -> String {
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = |letter: char| {
        if "\u{2010}\u{2011}\u{2013}".contains(letter) {
            '-'
        } else {
            letter
        }
    };
    let letters = typed.chars().filter(|letter| !letter.is_control());
    letters.map(plain).take(LONGEST).collect()
}

/// Whether the code that was typed is the one that was printed, in a time that does not tell how much of it is right.
/// What is missing on either side is replaced, and compared like the rest.
pub(super) fn is_right(typed: Option<PrintedCode>, printed: Option<&str>) -> bool {
    let dummy = PrintedCode::of([0; 32]).to_string();
    let given = typed.map_or_else(|| dummy.clone(), |code| code.to_string());
    let kept = printed.unwrap_or(&dummy);
    let same: bool = given.as_bytes().ct_eq(kept.as_bytes()).into();
    same & typed.is_some() & printed.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_printed_code_is_right() {
        let code = PrintedCode::of([3; 32]);
        let printed = code.to_string();
        assert!(is_right(Some(code), Some(&printed)));
        assert!(!is_right(Some(PrintedCode::of([4; 32])), Some(&printed)));
        assert!(!is_right(None, Some(&printed)));
        assert!(!is_right(Some(code), None));
        // Nothing is not the same as nothing.
        assert!(!is_right(None, None));
        let dummy = PrintedCode::of([0; 32]);
        assert!(!is_right(Some(dummy), None));
        assert!(!is_right(None, Some(&dummy.to_string())));
    }
}
