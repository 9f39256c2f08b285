//! Names in certificates.

use super::PkiError;
use der::asn1::ObjectIdentifier;
use der::{Any, Decode as _, Encode as _};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};

const ORGANISATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
const UNIT: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.11");
const TITLE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.12");
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");

/// The longest value that X.520 allows in a name, in characters.
const LONGEST: usize = 64;

/// Whose certificate it is: an officer, in one of his posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject<'a> {
    /// The person's name.
    pub person: &'a str,
    /// The post's title.
    pub title: &'a str,
    /// The unit of the post.
    pub unit: &'a str,
    /// The office.
    pub office: &'a str,
}

impl Subject<'_> {
    pub(super) fn name(&self) -> Result<Name, PkiError> {
        name(&[
            (ORGANISATION, self.office),
            (UNIT, self.unit),
            (TITLE, self.title),
            (COMMON_NAME, self.person),
        ])
    }
}

/// Which of the office's authorities it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Root,
    Issuing,
}

/// The name of one of the office's authorities: `<office> Root CA`. To an Urdu name Urdu is added: strict readers refuse
/// names that change direction (RFC 3454, section 6).
pub(super) fn authority(office: &str, sort: Sort) -> Result<Name, PkiError> {
    let sort = match (sort, is_urdu(office)) {
        (Sort::Root, false) => "Root CA",
        (Sort::Root, true) => "روٹ سی اے",
        (Sort::Issuing, false) => "Issuing CA",
        (Sort::Issuing, true) => "اجرائی سی اے",
    };
    let room = LONGEST.saturating_sub(sort.chars().count() + 1);
    let common_name = format!("{} {sort}", cut(office, room));
    name(&[(ORGANISATION, office), (COMMON_NAME, &common_name)])
}

/// Every value is a `UTF8String`: names are Urdu as well as English. What is too long for the standard is cut.
fn name(parts: &[(ObjectIdentifier, &str)]) -> Result<Name, PkiError> {
    let mut sequence = RdnSequence::default();
    for (oid, value) in parts {
        let value = cut(value, LONGEST);
        if value.is_empty() {
            continue;
        }
        let mut part = RelativeDistinguishedName::default();
        part.insert(AttributeTypeAndValue {
            oid: *oid,
            value: Any::encode_from(&value.to_owned())?,
        })?;
        sequence.push(part);
    }
    Ok(Name::from_der(&sequence.to_der()?)?)
}

/// Whether a name is written from the right: it begins with a letter of Arabic script.
fn is_urdu(name: &str) -> bool {
    let first = name.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(
        |letter| matches!(letter, '\u{600}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'),
    )
}

fn cut(text: &str, longest: usize) -> &str {
    let end = text.char_indices().nth(longest).map_or(text.len(), |(at, _)| at);
    text[..end].trim()
}

/// The first value of a kind in a name, as text.
fn value(name: &Name, oid: ObjectIdentifier) -> Option<String> {
    let found = name.iter().find(|part| part.oid == oid)?;
    String::from_utf8(found.value.value().to_vec()).ok()
}

pub(super) fn common_name(name: &Name) -> Option<String> {
    value(name, COMMON_NAME)
}

pub(super) fn title(name: &Name) -> Option<String> {
    value(name, TITLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_between_characters_to_what_the_standard_allows() {
        let long = "محکمہ".repeat(20);
        let common = common_name(&authority(&long, Sort::Root).unwrap()).unwrap();
        assert_eq!(common.chars().count(), LONGEST);
        assert!(common.ends_with(" روٹ سی اے"), "{common}");
        let common = common_name(&authority("Irrigation Department", Sort::Issuing).unwrap()).unwrap();
        assert_eq!(common, "Irrigation Department Issuing CA");
    }

    #[test]
    fn what_is_empty_is_left_out() {
        let subject = Subject {
            person: "Ayesha Khan",
            title: "Section Officer",
            unit: "",
            office: "Irrigation Department",
        };
        let name = subject.name().unwrap();
        assert_eq!(name.len(), 3);
        assert_eq!(title(&name).as_deref(), Some("Section Officer"));
    }
}
