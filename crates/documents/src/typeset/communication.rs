//! The contract between the office and its templates; docs/templates.md explains it to those who write them.

use chrono::NaiveDate;
use daftar_domain::drafting::{AmendmentKind, Form, Text};
use daftar_domain::office::{Classification, Priority};
use serde::{Deserialize, Serialize};

/// Everything that a template may print. What is absent or empty is not printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Communication {
    /// Which form it takes.
    pub form: Form,
    /// In which language it is written.
    pub language: Languages,
    /// Who writes.
    #[serde(default)]
    pub letterhead: Letterhead,
    /// Its number; without one it is a draft.
    #[serde(default)]
    pub number: Option<String>,
    /// The day of its issue; without one it is a draft.
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// Marked on every page, unless it is unclassified.
    #[serde(default = "unclassified")]
    pub classification: Classification,
    /// Marked on the first page, unless it is routine.
    #[serde(default = "routine")]
    pub priority: Priority,
    /// To whom it is written, in order.
    #[serde(default)]
    pub addressees: Vec<Addressee>,
    /// What it answers.
    #[serde(default)]
    pub in_reply_to: Option<Reference>,
    /// The earlier issue that it corrects, supersedes or rescinds.
    #[serde(default)]
    pub amends: Option<Amended>,
    /// What it is about.
    #[serde(default)]
    pub subject: Words,
    /// What it says.
    #[serde(default)]
    pub text: Texts,
    /// How it greets; empty for what is usual in its form.
    #[serde(default)]
    pub salutation: Words,
    /// How it takes leave; empty for what is usual in its form.
    #[serde(default)]
    pub subscription: Words,
    /// Who signs.
    #[serde(default)]
    pub signatory: Option<Signatory>,
    /// The number under which the copies go out, where they have one of their own.
    #[serde(default)]
    pub endorsement_number: Option<String>,
    /// Who receives a copy, in order.
    #[serde(default)]
    pub copies: Vec<Words>,
    /// What goes with it.
    #[serde(default)]
    pub enclosures: Vec<Enclosure>,
    /// How a reader finds out whether it is genuine.
    #[serde(default)]
    pub verification: Option<Verification>,
    /// The file on which it was approved.
    #[serde(default)]
    pub file_number: Option<String>,
}

/// The language, or both side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Languages {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Urdu.
    #[serde(rename = "ur")]
    Urdu,
    /// English on the left, Urdu on the right.
    #[serde(rename = "both")]
    Both,
}

/// The same words in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Words {
    /// In English.
    pub en: String,
    /// In Urdu.
    pub ur: String,
}

/// The same lines in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Lines {
    /// In English.
    pub en: Vec<String>,
    /// In Urdu.
    pub ur: Vec<String>,
}

/// The same text in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Texts {
    /// In English.
    pub en: Text,
    /// In Urdu.
    pub ur: Text,
}

/// Who writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Letterhead {
    /// "Government of Pakistan".
    pub government: Words,
    /// The ministry, division or department.
    pub department: Words,
    /// The wing or section.
    pub section: Words,
    /// Where the office stands: street and building.
    pub address: Words,
    /// The town before the date.
    pub place: Words,
    /// Its telephone.
    pub phone: String,
    /// Its electronic mail.
    pub email: String,
}

/// To whom it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Addressee {
    /// Post, office and town, a line each.
    pub lines: Lines,
    /// How a demi-official letter calls the reader: the name after "My dear".
    pub name: Words,
}

/// The paper that is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Its number.
    pub number: String,
    /// Its date.
    #[serde(default)]
    pub date: Option<NaiveDate>,
}

/// The earlier issue that is amended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amended {
    /// What is done to it.
    pub how: AmendmentKind,
    /// Its number.
    pub number: String,
    /// The day that stands on it.
    pub date: NaiveDate,
}

/// Who signs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Signatory {
    /// By whose order, above the name: "By order of the Governor".
    pub by_order: Words,
    /// The name.
    pub name: Words,
    /// The post.
    pub post: Words,
    /// The unit, where the letterhead does not say it.
    pub unit: Words,
    /// For whom, below the post: "for Secretary".
    pub on_behalf_of: Words,
    /// The telephone.
    pub phone: String,
    /// The electronic mail.
    pub email: String,
}

/// A paper that goes with the communication.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Enclosure {
    /// What it is.
    pub title: Words,
    /// How many pages it has.
    pub pages: Option<u32>,
}

/// How a reader finds out whether the print is genuine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verification {
    /// The address behind the code square.
    pub url: String,
    /// The code that a reader can type.
    pub code: String,
}

fn unclassified() -> Classification {
    Classification::Unclassified
}

fn routine() -> Priority {
    Priority::Routine
}
