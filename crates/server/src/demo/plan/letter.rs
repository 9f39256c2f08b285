//! The answer to a case's paper: what is drafted with the proposal, approved with the orders, and issued by the section.

use super::case::Case;
use super::deed::{LetterPlan, Recipient};
use crate::demo::catalogue::phrases::Phrases;
use crate::demo::catalogue::replies::{CONDITIONS, LETTERS, MEMORANDA, REQUESTS};
use crate::demo::staff::Staff;
use daftar_domain::drafting::{Outside, OutsideKind};
use daftar_domain::office::Language;

/// How long an answer may take, where one is asked for.
const REPLY_DAYS: u64 = 21;

impl Case {
    /// The answer to a paper. `number` varies the words, so that the same case always gets the same answer.
    pub(super) fn reply(&self, staff: &Staff, number: usize, cited: &str) -> LetterPlan {
        let to = self.recipient(staff);
        let first = match to {
            Recipient::Department(_) => &MEMORANDA,
            Recipient::Outside(_) => &LETTERS,
        };
        let mut facts = self.facts.clone();
        facts.set("cited", cited.to_owned());
        let pick = |phrases: &Phrases| {
            let texts = facts.choose(phrases);
            facts.fill(texts[number % texts.len()])
        };
        let asks = number % 3 == 1;
        let mut paragraphs = vec![pick(first), pick(&CONDITIONS)];
        if asks {
            paragraphs.push(pick(&REQUESTS));
        }
        LetterPlan {
            to,
            paragraphs,
            reply_in_days: asks.then_some(REPLY_DAYS),
        }
    }

    /// Whoever wrote: a department of this government, or somebody outside.
    fn recipient(&self, staff: &Staff) -> Recipient {
        let sender = self.sender();
        let filled = |text: &str| Some(self.facts.fill(text)).filter(|text| !text.is_empty());
        if let Some(code) = staff.department_called(sender.office) {
            return Recipient::Department(code.to_owned());
        }
        let office = filled(sender.office);
        let is_body = office.is_some();
        // A body is addressed by whoever signs for it, a citizen by his name.
        let name = filled(if is_body { sender.designation } else { sender.name });
        let name = match (self.facts.language, is_body, name) {
            (Language::English, true, Some(name)) => format!("The {name}"),
            (_, _, name) => name.unwrap_or_default(),
        };
        let lines = office.into_iter().chain(filled(sender.address)).collect();
        Recipient::Outside(Outside {
            sort: if is_body {
                OutsideKind::Body
            } else {
                OutsideKind::Individual
            },
            name,
            lines,
            email: None,
            ur: None,
        })
    }
}
