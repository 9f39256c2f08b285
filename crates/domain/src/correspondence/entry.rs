//! What the registry writes in the diary about a paper, checked field by field.

use super::refusal::ReceiptRefusal as R;
use super::vocabulary::Mode;
use crate::office::{Classification, Language, Line, Priority, Refusal, TextError, clean_line, clean_text};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// The longest subject, in characters.
const SUBJECT: usize = 500;
/// The longest name or office.
const NAME: usize = 200;
/// The longest address.
const ADDRESS: usize = 500;
/// The longest reference number.
const REFERENCE: usize = 120;
/// The longest list of enclosures.
const ENCLOSURES: usize = 1000;
/// No paper is older than the country.
const FIRST_YEAR: i32 = 1947;
/// A due date further away than this is a slip of the hand.
const LONGEST_DUE_DAYS: i64 = 5 * 366;

/// A diary entry as typed, before any check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiaryDraft {
    /// The day that the paper arrived.
    pub received_on: NaiveDate,
    /// How it arrived.
    pub mode: Mode,
    /// Who signed it.
    pub sender_name: String,
    /// The sender's office.
    pub sender_office: Option<String>,
    /// The sender's address.
    pub sender_address: Option<String>,
    /// The sender's number.
    pub reference_number: Option<String>,
    /// The sender's date.
    pub reference_date: Option<NaiveDate>,
    /// What it is about.
    pub subject: String,
    /// The language that it is written in.
    pub language: Language,
    /// How closely it is held.
    pub classification: Classification,
    /// How urgent it is.
    pub priority: Priority,
    /// The day by which it wants an answer.
    pub due_on: Option<NaiveDate>,
    /// What came with it, in words.
    pub enclosures: Option<String>,
    /// The number of a communication of this office that it answers, as the paper says it.
    pub in_reply_to_number: Option<String>,
}

/// A diary entry that passed every check; its fields mean what those of [`DiaryDraft`] mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiaryEntry {
    /// The day that the paper arrived.
    pub received_on: NaiveDate,
    /// How it arrived.
    pub mode: Mode,
    /// Who signed it.
    pub sender_name: Line,
    /// The sender's office.
    pub sender_office: Option<Line>,
    /// The sender's address, several lines.
    pub sender_address: Option<String>,
    /// The sender's number.
    pub reference_number: Option<Line>,
    /// The sender's date.
    pub reference_date: Option<NaiveDate>,
    /// What it is about.
    pub subject: Line,
    /// The language that it is written in.
    pub language: Language,
    /// How closely it is held.
    pub classification: Classification,
    /// How urgent it is.
    pub priority: Priority,
    /// The day by which it wants an answer.
    pub due_on: Option<NaiveDate>,
    /// What came with it, in words, several lines.
    pub enclosures: Option<String>,
    /// The number of a communication of this office that it answers, as the paper says it.
    pub in_reply_to_number: Option<Line>,
}

impl DiaryEntry {
    /// Checks a draft as of `today`. All that is wrong is told at once, so that the clerk corrects it at once.
    pub fn check(draft: DiaryDraft, today: NaiveDate) -> Result<Self, Vec<Refusal>> {
        let mut wrong = Vec::new();
        check_dates(&draft, today, &mut wrong);
        if let Some(due) = draft.due_on {
            wrong.extend(check_due(due, today).err().map(Refusal::from));
        }
        Self::clean(draft, wrong)
    }

    /// Cleans the texts; `wrong` holds what was found before.
    fn clean(draft: DiaryDraft, mut wrong: Vec<Refusal>) -> Result<Self, Vec<Refusal>> {
        let sender_name = line(&draft.sender_name, NAME, "/sender_name", &mut wrong);
        let sender_office = optional(draft.sender_office, NAME, clean_line, "/sender_office", &mut wrong);
        let sender_address = optional(draft.sender_address, ADDRESS, clean_text, "/sender_address", &mut wrong);
        let reference_number = optional(
            draft.reference_number,
            REFERENCE,
            clean_line,
            "/reference_number",
            &mut wrong,
        );
        let subject = line(&draft.subject, SUBJECT, "/subject", &mut wrong);
        let enclosures = optional(draft.enclosures, ENCLOSURES, clean_text, "/enclosures", &mut wrong);
        let in_reply_to_number = optional(
            draft.in_reply_to_number,
            REFERENCE,
            clean_line,
            "/in_reply_to_number",
            &mut wrong,
        );
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Self {
            received_on: draft.received_on,
            mode: draft.mode,
            sender_name,
            sender_office,
            sender_address,
            reference_number,
            reference_date: draft.reference_date,
            subject,
            language: draft.language,
            classification: draft.classification,
            priority: draft.priority,
            due_on: draft.due_on,
            enclosures,
            in_reply_to_number,
        })
    }

    /// What was written: the ledger commits to it without showing it.
    pub fn canonical(&self) -> Value {
        json!({
            "received_on": self.received_on,
            "mode": self.mode,
            "sender_name": self.sender_name,
            "sender_office": self.sender_office,
            "sender_address": self.sender_address,
            "reference_number": self.reference_number,
            "reference_date": self.reference_date,
            "subject": self.subject,
            "language": self.language,
            "classification": self.classification,
            "priority": self.priority,
            "due_on": self.due_on,
            "enclosures": self.enclosures,
            "in_reply_to_number": self.in_reply_to_number,
        })
    }

    fn into_draft(self) -> DiaryDraft {
        DiaryDraft {
            received_on: self.received_on,
            mode: self.mode,
            sender_name: self.sender_name,
            sender_office: self.sender_office,
            sender_address: self.sender_address,
            reference_number: self.reference_number,
            reference_date: self.reference_date,
            subject: self.subject,
            language: self.language,
            classification: self.classification,
            priority: self.priority,
            due_on: self.due_on,
            enclosures: self.enclosures,
            in_reply_to_number: self.in_reply_to_number,
        }
    }
}

/// Changes to a diary entry. `None` leaves a field as it is; for a field that may be empty,
/// `Some(None)` empties it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Correction {
    /// The day that the paper arrived.
    pub received_on: Option<NaiveDate>,
    /// How it arrived.
    pub mode: Option<Mode>,
    /// Who signed it.
    pub sender_name: Option<String>,
    /// The sender's office.
    pub sender_office: Option<Option<String>>,
    /// The sender's address.
    pub sender_address: Option<Option<String>>,
    /// The sender's number.
    pub reference_number: Option<Option<String>>,
    /// The sender's date.
    pub reference_date: Option<Option<NaiveDate>>,
    /// What it is about.
    pub subject: Option<String>,
    /// The language that it is written in.
    pub language: Option<Language>,
    /// How closely it is held.
    pub classification: Option<Classification>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// The day by which it wants an answer.
    pub due_on: Option<Option<NaiveDate>>,
    /// What came with it, in words.
    pub enclosures: Option<Option<String>>,
    /// The number of a communication of this office that it answers.
    pub in_reply_to_number: Option<Option<String>>,
}

impl Correction {
    /// The entry with the changes. A due date that has passed since may stay; a new one may not be past.
    pub(super) fn apply(self, entry: DiaryEntry, today: NaiveDate) -> Result<DiaryEntry, Vec<Refusal>> {
        let mut wrong = Vec::new();
        if let Some(Some(due)) = self.due_on {
            wrong.extend(check_due(due, today).err().map(Refusal::from));
        }
        let old = entry.into_draft();
        let draft = DiaryDraft {
            received_on: self.received_on.unwrap_or(old.received_on),
            mode: self.mode.unwrap_or(old.mode),
            sender_name: self.sender_name.unwrap_or(old.sender_name),
            sender_office: self.sender_office.unwrap_or(old.sender_office),
            sender_address: self.sender_address.unwrap_or(old.sender_address),
            reference_number: self.reference_number.unwrap_or(old.reference_number),
            reference_date: self.reference_date.unwrap_or(old.reference_date),
            subject: self.subject.unwrap_or(old.subject),
            language: self.language.unwrap_or(old.language),
            classification: self.classification.unwrap_or(old.classification),
            priority: self.priority.unwrap_or(old.priority),
            due_on: self.due_on.unwrap_or(old.due_on),
            enclosures: self.enclosures.unwrap_or(old.enclosures),
            in_reply_to_number: self.in_reply_to_number.unwrap_or(old.in_reply_to_number),
        };
        check_dates(&draft, today, &mut wrong);
        DiaryEntry::clean(draft, wrong)
    }
}

fn check_dates(draft: &DiaryDraft, today: NaiveDate, wrong: &mut Vec<Refusal>) {
    if draft.received_on > today {
        wrong.push(R::ReceivedInFuture.into());
    } else if draft.received_on.year() < FIRST_YEAR {
        wrong.push(R::ReceivedTooEarly.into());
    }
    if let Some(date) = draft.reference_date {
        if date > today {
            wrong.push(R::ReferenceInFuture.into());
        } else if date.year() < FIRST_YEAR {
            wrong.push(R::ReferenceTooEarly.into());
        }
    }
}

/// Whether a due date can be met and is meant.
pub(super) fn check_due(due: NaiveDate, today: NaiveDate) -> Result<(), R> {
    if due < today {
        Err(R::DueInPast)
    } else if (due - today).num_days() > LONGEST_DUE_DAYS {
        Err(R::DueTooFar)
    } else {
        Ok(())
    }
}

pub(super) fn text_refusal(error: TextError) -> R {
    match error {
        TextError::Empty => R::TextEmpty,
        TextError::TooLong => R::TextTooLong,
        TextError::Forbidden => R::TextForbidden,
    }
}

fn line(text: &str, most: usize, field: &'static str, wrong: &mut Vec<Refusal>) -> Line {
    clean_line(text, most).unwrap_or_else(|error| {
        wrong.push(text_refusal(error).at(field));
        String::new()
    })
}

/// A field that may be empty: nothing typed is nothing meant.
fn optional(
    text: Option<String>,
    most: usize,
    clean: impl Fn(&str, usize) -> Result<String, TextError>,
    field: &'static str,
    wrong: &mut Vec<Refusal>,
) -> Option<String> {
    match clean(&text?, most) {
        Ok(text) => Some(text),
        Err(TextError::Empty) => None,
        Err(error) => {
            wrong.push(text_refusal(error).at(field));
            None
        }
    }
}
