//! The answer to a case: drafted when the section proposes, approved with the orders, issued when they are carried out.

use super::Journey;
use crate::demo::plan::deed::{Deed, Recipient};
use daftar_domain::office::Language;

/// Working minutes until the registry has put a letter into its envelope.
const ENVELOPE: u64 = 45;
/// Working minutes until the acknowledgement is back.
const BACK: u64 = 1_900;

impl Journey<'_> {
    /// The section puts a draft of the answer up with its proposal.
    pub(super) fn draft_answer(&mut self) {
        let Some(paper) = self.planned.papers.first().filter(|_| self.turns.letter) else {
            return;
        };
        let cited = cited(
            self.case.facts.language,
            paper.reference_number.as_deref(),
            paper.reference_date.map(|date| self.case.facts.date(date)),
        );
        let letter = self.case.reply(self.staff, self.file(), &cited);
        self.does(Deed::DraftLetter {
            file: self.file(),
            paper: self.start.paper,
            by: self.desk(0),
            letter: Box::new(letter),
        });
    }

    /// Whoever decides approves the draft with it.
    pub(super) fn approve_answer(&mut self, top: usize) {
        if self.turns.letter {
            self.does(Deed::ApproveLetter {
                file: self.file(),
                by: self.desk(top),
            });
        }
    }

    /// The section issues the answer. Outside it goes by post; a department inside takes it in after a while.
    pub(super) fn issue_answer(&mut self) {
        if !self.turns.letter {
            return;
        }
        let (file, section) = (self.file(), self.desk(0));
        self.does(Deed::IssueLetter { file, by: section });
        let inside = self.planned.steps.iter().find_map(|step| match &step.deed {
            Deed::DraftLetter { letter, .. } => match &letter.to {
                Recipient::Department(code) => Some(code.as_str()),
                Recipient::Outside(_) => None,
            },
            _ => None,
        });
        let before = self.clock;
        if let Some(department) = inside {
            if let (Some(clerk), Some(to)) = (self.staff.clerk(department), self.staff.reception(department)) {
                self.clock += ENVELOPE * 4;
                self.does(Deed::TakeIn {
                    file,
                    section,
                    clerk,
                    to,
                });
            }
        } else {
            self.clock += ENVELOPE;
            let by = self.clerk;
            self.does(Deed::SendLetter { file, section, by });
            if file % 2 == 0 {
                self.clock += BACK;
                self.does(Deed::AcknowledgeLetter { file, section, by });
            }
        }
        self.clock = before;
    }
}

/// How a letter is cited: by its number and its date, as far as it has them.
fn cited(language: Language, number: Option<&str>, date: Option<String>) -> String {
    let words = match language {
        Language::English => [
            number.map(|number| format!("No. {number}")),
            date.map(|date| format!("dated {date}")),
        ],
        Language::Urdu => [
            number.map(|number| format!("نمبر {number}")),
            date.map(|date| format!("مورخہ {date}")),
        ],
    };
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
