//! What a draft for approval says: form, to whom, subject, text, enclosures, who is to sign.

use super::amendment::{Amended, Amends};
use super::outside::{Outside, line};
use super::text::Text;
use super::{DraftingRefusal, Form, Party, address, permitted};
use crate::office::{Classification, DocumentId, PostId, Priority, ReceiptId, UnitId, vocabulary};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The most characters of a subject: what is longer is no subject, and breaks the registers it stands in.
pub const MOST_SUBJECT: usize = 300;
/// The most addressees, and the most copies.
pub const MOST_ADDRESSEES: usize = 200;
/// The most enclosures.
pub const MOST_ENCLOSURES: usize = 50;

vocabulary! {
    /// The languages that a communication is written in.
    Languages {
        /// English.
        English = "en",
        /// Urdu.
        Urdu = "ur",
        /// Both, side by side.
        Both = "both",
    }
}

impl Languages {
    /// Whether English is among them.
    pub const fn english(self) -> bool {
        matches!(self, Self::English | Self::Both)
    }

    /// Whether Urdu is among them.
    pub const fn urdu(self) -> bool {
        matches!(self, Self::Urdu | Self::Both)
    }
}

/// Something said in the languages of the communication; the other one is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual<T> {
    /// In English.
    #[serde(default)]
    pub en: T,
    /// In Urdu.
    #[serde(default)]
    pub ur: T,
}

/// To whom a communication goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Addressee {
    /// A post of this office.
    Post {
        /// The post.
        post: PostId,
    },
    /// A unit of this office; its registry receives it.
    Unit {
        /// The unit.
        unit: UnitId,
    },
    /// Somebody outside.
    Outside(Outside),
}

/// What goes along with a communication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enclosure {
    /// What it is called in the list of enclosures.
    pub title: String,
    /// Its bytes.
    pub document: DocumentId,
}

/// What a draft says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The form.
    pub form: Form,
    /// The languages.
    pub languages: Languages,
    /// How closely it is held; never more closely than its file.
    pub classification: Classification,
    /// How urgent it is.
    pub priority: Priority,
    /// To whom it is written.
    #[serde(default)]
    pub addressees: Vec<Addressee>,
    /// Who gets a copy.
    #[serde(default)]
    pub copies: Vec<Addressee>,
    /// The subject.
    #[serde(default)]
    pub subject: Bilingual<String>,
    /// The text.
    #[serde(default)]
    pub text: Bilingual<Text>,
    /// The incoming paper that it answers; it is on the same file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_reply_to: Option<ReceiptId>,
    /// The earlier issue that it corrects, supersedes or rescinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amends: Option<Amends>,
    /// What goes along.
    #[serde(default)]
    pub enclosures: Vec<Enclosure>,
    /// The post that is to sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatory: Option<PostId>,
    /// By when an answer is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_due_on: Option<NaiveDate>,
}

/// What stands in the way of approving a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// Where: a JSON pointer into the content.
    pub pointer: String,
    /// What.
    pub refusal: DraftingRefusal,
}

/// What an office knows of those whom a draft names; in the order in which it names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parties {
    /// Who writes.
    pub from: Party,
    /// Who is addressed; `None` for a post or unit that does not exist any more.
    pub addressees: Vec<Option<Party>>,
    /// Who gets copies.
    pub copies: Vec<Option<Party>>,
    /// Whether the post that is to sign exists and may authenticate (rule 9).
    pub signatory_may_sign: bool,
    /// Whether the paper that it answers is on its file.
    pub reply_on_file: bool,
    /// The unit whose file it is on.
    pub unit: UnitId,
    /// The issue that it amends; `None` where there is none.
    pub amended: Option<Amended>,
}

impl Content {
    /// Cleans what was written: NFC, nothing that misleads, sizes within bounds. A draft may be unfinished.
    ///
    /// # Errors
    /// The first thing that no draft may have.
    pub fn cleaned(self, file: Classification) -> Result<Self, DraftingRefusal> {
        if self.classification > file {
            return Err(DraftingRefusal::AboveFile);
        }
        if self.addressees.len() > MOST_ADDRESSEES || self.copies.len() > MOST_ADDRESSEES {
            return Err(DraftingRefusal::TooManyAddressees);
        }
        if self.enclosures.len() > MOST_ENCLOSURES {
            return Err(DraftingRefusal::TooManyEnclosures);
        }
        Ok(Self {
            addressees: clean_addressees(self.addressees)?,
            copies: clean_addressees(self.copies)?,
            subject: Bilingual {
                en: subject(&self.subject.en)?,
                ur: subject(&self.subject.ur)?,
            },
            text: Bilingual {
                en: self.text.en.cleaned()?,
                ur: self.text.ur.cleaned()?,
            },
            enclosures: clean_enclosures(self.enclosures)?,
            ..self
        })
    }

    /// What stands in the way of approval, in the order of the form: nothing, when it is ready.
    pub fn obstacles(&self, parties: &Parties) -> Vec<Obstacle> {
        let mut found = Vec::new();
        self.missing_words(&mut found);
        if self.addressees.is_empty() && !self.form.is_general() {
            found.push(obstacle("/addressees", DraftingRefusal::AddresseeMissing));
        }
        for (index, party) in parties.addressees.iter().enumerate() {
            let wrong = match party {
                None => Some(DraftingRefusal::AddresseeGone),
                Some(to) => address(self.form, parties.from, *to).err(),
            };
            found.extend(wrong.map(|refusal| obstacle(format!("/addressees/{index}"), refusal)));
        }
        let gone = parties.copies.iter().enumerate().filter(|(_, party)| party.is_none());
        found.extend(gone.map(|(index, _)| obstacle(format!("/copies/{index}"), DraftingRefusal::AddresseeGone)));
        match self.signatory {
            None => found.push(obstacle("/signatory", DraftingRefusal::SignatoryMissing)),
            Some(_) if !parties.signatory_may_sign => {
                found.push(obstacle("/signatory", DraftingRefusal::SignatoryMayNotSign));
            }
            Some(_) => {}
        }
        if self.in_reply_to.is_some() && !parties.reply_on_file {
            found.push(obstacle("/in_reply_to", DraftingRefusal::ReplyNotOnFile));
        }
        let amended = self
            .amends
            .and_then(|amends| amends.obstacle(parties.amended.as_ref(), parties.unit));
        found.extend(amended.map(|refusal| obstacle("/amends", refusal)));
        found
    }

    /// The forms that its addressees allow, the usual one first; rule 10 leaves some out.
    pub fn forms(&self, parties: &Parties) -> Vec<Form> {
        let named: Vec<Party> = parties.addressees.iter().flatten().copied().collect();
        let fits = |form: &&Form| named.iter().all(|to| address(**form, parties.from, *to).is_ok());
        let usual = named.first().map_or(&[][..], |to| permitted(parties.from, *to));
        let rest = Form::ALL.iter().filter(|form| !usual.contains(form));
        usual.iter().chain(rest).filter(fits).copied().collect()
    }

    fn missing_words(&self, found: &mut Vec<Obstacle>) {
        let sides = [
            ("en", self.languages.english(), &self.subject.en, &self.text.en),
            ("ur", self.languages.urdu(), &self.subject.ur, &self.text.ur),
        ];
        for (language, wanted, subject, text) in sides {
            // A press note and an endorsement carry a subject only where somebody gave them one.
            let untitled = matches!(self.form, Form::PressNote | Form::Endorsement | Form::DemiOfficial);
            if wanted && subject.is_empty() && !untitled {
                found.push(obstacle(
                    format!("/subject/{language}"),
                    DraftingRefusal::SubjectMissing,
                ));
            }
            if wanted && text.is_blank() {
                found.push(obstacle(format!("/text/{language}"), DraftingRefusal::TextMissing));
            }
        }
    }

    /// The subject for lists: that of the first language it is written in that has one.
    pub fn title(&self) -> &str {
        let (first, second) = if self.languages.english() {
            (&self.subject.en, &self.subject.ur)
        } else {
            (&self.subject.ur, &self.subject.en)
        };
        if first.is_empty() { second } else { first }
    }
}

fn obstacle(pointer: impl Into<String>, refusal: DraftingRefusal) -> Obstacle {
    Obstacle {
        pointer: pointer.into(),
        refusal,
    }
}

fn subject(text: &str) -> Result<String, DraftingRefusal> {
    line(text, MOST_SUBJECT, DraftingRefusal::SubjectTooLong)
}

fn clean_addressees(addressees: Vec<Addressee>) -> Result<Vec<Addressee>, DraftingRefusal> {
    let mut cleaned: Vec<Addressee> = Vec::with_capacity(addressees.len());
    for addressee in addressees {
        let addressee = match addressee {
            Addressee::Outside(outside) => Addressee::Outside(outside.cleaned()?),
            inside => inside,
        };
        if !cleaned.contains(&addressee) {
            cleaned.push(addressee);
        }
    }
    Ok(cleaned)
}

fn clean_enclosures(enclosures: Vec<Enclosure>) -> Result<Vec<Enclosure>, DraftingRefusal> {
    let clean = |enclosure: Enclosure| {
        let title = line(&enclosure.title, MOST_SUBJECT, DraftingRefusal::EnclosureTitle)?;
        if title.is_empty() {
            return Err(DraftingRefusal::EnclosureTitle);
        }
        Ok(Enclosure { title, ..enclosure })
    };
    enclosures.into_iter().map(clean).collect()
}
