//! Those outside the office, as they stand in an address block.

use super::{DraftingRefusal, Party};
use crate::office::{TextError, clean_line, vocabulary};
use serde::{Deserialize, Serialize};

const MOST_LINE: usize = 200;
const MOST_LINES: usize = 8;
const MOST_EMAIL: usize = 254;

vocabulary! {
    /// What sort of addressee stands outside the office.
    OutsideKind {
        /// Another government, a public body, a firm.
        Body = "body",
        /// A private person.
        Individual = "individual",
    }
}

impl OutsideKind {
    /// What sort of party that is.
    pub const fn party(self) -> Party {
        match self {
            Self::Body => Party::Body,
            Self::Individual => Party::Individual,
        }
    }
}

/// A name and the lines below it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressBlock {
    /// Name or designation: the first line.
    pub name: String,
    /// The lines below it: office, street, town.
    #[serde(default)]
    pub lines: Vec<String>,
}

/// Somebody outside the office, as he stands in the address block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outside {
    /// What he is.
    pub sort: OutsideKind,
    /// Name or designation: the first line.
    pub name: String,
    /// The lines below it: office, street, town.
    #[serde(default)]
    pub lines: Vec<String>,
    /// Where e-mail reaches him.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// How he stands in what is written in Urdu; without it, as everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ur: Option<AddressBlock>,
}

/// A part of an address that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressPart {
    /// The first line.
    Name,
    /// The lines below it.
    Lines,
    /// The first line in Urdu.
    NameUr,
    /// The lines below it in Urdu.
    LinesUr,
    /// The address of e-mail.
    Email,
}

impl Outside {
    /// Cleans what was written: NFC, no empty lines, nothing that misleads.
    ///
    /// # Errors
    /// Each part that is wrong, with what is wrong about it.
    pub fn checked(self) -> Result<Self, Vec<(AddressPart, DraftingRefusal)>> {
        let mut wrong = Vec::new();
        let own = AddressBlock {
            name: self.name,
            lines: self.lines,
        };
        let own = own.checked((AddressPart::Name, AddressPart::Lines), &mut wrong);
        let ur = self.ur.filter(|block| !block.is_blank());
        let ur = ur.map(|block| block.checked((AddressPart::NameUr, AddressPart::LinesUr), &mut wrong));
        let email = self.email.map(|email| email.trim().to_owned());
        let email = email.filter(|email| !email.is_empty());
        if email.as_deref().is_some_and(|email| !is_email(email)) {
            wrong.push((AddressPart::Email, DraftingRefusal::AddressEmailWrong));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Self {
            sort: self.sort,
            name: own.name,
            lines: own.lines,
            email,
            ur,
        })
    }

    /// As [`Outside::checked`], with the first thing that is wrong.
    pub(super) fn cleaned(self) -> Result<Self, DraftingRefusal> {
        self.checked().map_err(|wrong| {
            wrong
                .first()
                .map_or(DraftingRefusal::AddressWithoutName, |(_, refusal)| *refusal)
        })
    }
}

impl AddressBlock {
    /// Whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        std::iter::once(&self.name)
            .chain(&self.lines)
            .all(|line| line.trim().is_empty())
    }

    fn checked(
        self,
        (name_part, lines_part): (AddressPart, AddressPart),
        wrong: &mut Vec<(AddressPart, DraftingRefusal)>,
    ) -> Self {
        let name = match line(&self.name, MOST_LINE, DraftingRefusal::AddressTooLong) {
            Ok(name) if name.is_empty() => Err(DraftingRefusal::AddressWithoutName),
            other => other,
        };
        let name = name.unwrap_or_else(|refusal| {
            wrong.push((name_part, refusal));
            String::new()
        });
        let lines = clean_lines(&self.lines).unwrap_or_else(|refusal| {
            wrong.push((lines_part, refusal));
            Vec::new()
        });
        Self { name, lines }
    }
}

fn clean_lines(lines: &[String]) -> Result<Vec<String>, DraftingRefusal> {
    if lines.len() > MOST_LINES {
        return Err(DraftingRefusal::AddressTooLong);
    }
    let lines = lines
        .iter()
        .map(|text| line(text, MOST_LINE, DraftingRefusal::AddressTooLong));
    let mut cleaned = lines.collect::<Result<Vec<_>, _>>()?;
    cleaned.retain(|line| !line.is_empty());
    Ok(cleaned)
}

/// A line that may be empty.
pub(super) fn line(text: &str, most: usize, too_long: DraftingRefusal) -> Result<String, DraftingRefusal> {
    match clean_line(text, most) {
        Ok(line) => Ok(line),
        Err(TextError::Empty) => Ok(String::new()),
        Err(TextError::TooLong) => Err(too_long),
        Err(TextError::Forbidden) => Err(DraftingRefusal::ForbiddenCharacter),
    }
}

/// Whether a text can be an address of e-mail; whether somebody reads it, the mail will tell.
fn is_email(text: &str) -> bool {
    let harmless = |c: char| c.is_ascii_graphic() && !"<>()[],;:\\\"".contains(c);
    text.len() <= MOST_EMAIL
        && text.chars().all(harmless)
        && text
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && is_host(host))
}

fn is_host(host: &str) -> bool {
    let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    host.contains('.') && host.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn general(ur: Option<AddressBlock>) -> Outside {
        Outside {
            sort: OutsideKind::Body,
            name: " The Accountant  General ".to_owned(),
            lines: vec!["Lahore".to_owned(), "  ".to_owned()],
            email: Some(" ".to_owned()),
            ur,
        }
    }

    #[test]
    fn an_address_without_urdu_is_written_as_it_always_was() {
        let blank = AddressBlock {
            name: " ".to_owned(),
            lines: vec![String::new()],
        };
        let kept = general(Some(blank)).cleaned().unwrap();
        // Digests of signed drafts are over this.
        let written = json!({"sort": "body", "name": "The Accountant General", "lines": ["Lahore"]});
        assert_eq!(serde_json::to_value(kept).unwrap(), written);
    }

    #[test]
    fn urdu_lines_need_a_name_of_their_own() {
        let lines = AddressBlock {
            name: String::new(),
            lines: vec!["لاہور".to_owned()],
        };
        let refused = general(Some(lines)).checked().unwrap_err();
        assert_eq!(refused, [(AddressPart::NameUr, DraftingRefusal::AddressWithoutName)]);
    }

    #[test]
    fn everything_wrong_is_told_at_its_part() {
        let wrong = Outside {
            sort: OutsideKind::Individual,
            name: "x".repeat(201),
            lines: vec![String::new(); 9],
            email: Some("nobody".to_owned()),
            ur: Some(AddressBlock {
                name: "نام".to_owned(),
                lines: vec!["a\u{202E}b".to_owned()],
            }),
        };
        let expected = [
            (AddressPart::Name, DraftingRefusal::AddressTooLong),
            (AddressPart::Lines, DraftingRefusal::AddressTooLong),
            (AddressPart::LinesUr, DraftingRefusal::ForbiddenCharacter),
            (AddressPart::Email, DraftingRefusal::AddressEmailWrong),
        ];
        assert_eq!(wrong.checked().unwrap_err(), expected);
    }
}
