//! Contacts: somebody outside the office whose address is kept.

use super::AddressesRefusal;
use super::event::event;
use crate::drafting::{AddressPart, Outside};
use crate::ledger::{Event, EventKind, SubjectKind};
use crate::office::{ContactId, Refusal, RefusalKind, Timestamp, UnitId, Version, clean_line};
use crate::organisation::TextRefusal;
use serde_json::json;

const LONGEST_PHONE: usize = 60;

/// Somebody outside the office whose address a unit keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// The unit that keeps it.
    pub unit: UnitId,
    /// How he stands in the address block.
    pub address: Outside,
    /// His telephone; empty where it is not known.
    pub phone: String,
    /// When it was deactivated: it is not offered any more.
    pub deactivated_at: Option<Timestamp>,
    /// How often it has changed.
    pub version: Version,
}

/// What can be said and changed about a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactFields {
    /// How he stands in the address block.
    pub address: Outside,
    /// His telephone.
    pub phone: String,
}

impl ContactFields {
    /// Checks what was filled in.
    ///
    /// # Errors
    /// All that is wrong, field by field.
    pub fn check(address: Outside, phone: &str) -> Result<Self, Vec<Refusal>> {
        let mut wrong = Vec::new();
        let address = address.checked().map_err(|parts| {
            wrong.extend(parts.into_iter().map(|(part, refusal)| at(field(part), refusal)));
        });
        let phone = match phone.trim() {
            "" => Ok(String::new()),
            phone => clean_line(phone, LONGEST_PHONE).map_err(|error| {
                wrong.push(at("/phone", TextRefusal::from(error)));
            }),
        };
        match (address, phone) {
            (Ok(address), Ok(phone)) => Ok(Self { address, phone }),
            _ => Err(wrong),
        }
    }
}

fn at(field: &'static str, refusal: impl Into<Refusal>) -> Refusal {
    Refusal {
        field: Some(field),
        kind: RefusalKind::Invalid,
        ..refusal.into()
    }
}

fn field(part: AddressPart) -> &'static str {
    match part {
        AddressPart::Name => "/name",
        AddressPart::Lines => "/lines",
        AddressPart::NameUr => "/name_ur",
        AddressPart::LinesUr => "/lines_ur",
        AddressPart::Email => "/email",
    }
}

impl Contact {
    /// Keeps an address.
    pub fn add(id: ContactId, unit: UnitId, fields: ContactFields) -> (Self, Event) {
        let contact = Self {
            id,
            unit,
            address: fields.address,
            phone: fields.phone,
            deactivated_at: None,
            version: Version::FIRST,
        };
        let event = contact.event(EventKind::ContactAdded);
        (contact, event)
    }

    /// Corrects what is kept. Drafts and letters that name it stay as they are: they have the address as it was.
    ///
    /// # Errors
    /// `contact-deactivated`.
    pub fn change(self, fields: ContactFields) -> Result<(Self, Event), AddressesRefusal> {
        if self.deactivated_at.is_some() {
            return Err(AddressesRefusal::ContactDeactivated);
        }
        let contact = Self {
            address: fields.address,
            phone: fields.phone,
            version: self.version.next(),
            ..self
        };
        let event = contact.event(EventKind::ContactChanged);
        Ok((contact, event))
    }

    /// Offers it no more. Nothing is deleted: what was sent to it names it.
    ///
    /// # Errors
    /// `contact-deactivated`.
    pub fn deactivate(self, now: Timestamp) -> Result<(Self, Event), AddressesRefusal> {
        match self.deactivated_at {
            Some(_) => Err(AddressesRefusal::ContactDeactivated),
            None => Ok(self.set(Some(now), EventKind::ContactDeactivated)),
        }
    }

    /// Offers it again.
    ///
    /// # Errors
    /// `contact-active`.
    pub fn reactivate(self) -> Result<(Self, Event), AddressesRefusal> {
        match self.deactivated_at {
            None => Err(AddressesRefusal::ContactActive),
            Some(_) => Ok(self.set(None, EventKind::ContactReactivated)),
        }
    }

    fn set(self, deactivated_at: Option<Timestamp>, kind: EventKind) -> (Self, Event) {
        let contact = Self {
            deactivated_at,
            version: self.version.next(),
            ..self
        };
        let event = contact.event(kind);
        (contact, event)
    }

    /// The fields as they are.
    pub fn fields(&self) -> ContactFields {
        ContactFields {
            address: self.address.clone(),
            phone: self.phone.clone(),
        }
    }

    fn event(&self, kind: EventKind) -> Event {
        let content = json!({ "unit": self.unit, "sort": self.address.sort, "version": self.version });
        let words = json!({ "address": self.address, "phone": self.phone });
        event(kind, SubjectKind::Contact, self.id.0, content).saying(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafting::OutsideKind;
    use uuid::Uuid;

    fn address(name: &str) -> Outside {
        Outside {
            sort: OutsideKind::Individual,
            name: name.to_owned(),
            lines: vec![],
            email: None,
            ur: None,
        }
    }

    #[test]
    fn what_is_wrong_stands_at_its_field() {
        let wrong = ContactFields::check(address(" "), "0\u{202E}42").unwrap_err();
        let told: Vec<_> = wrong.iter().map(|refusal| (refusal.field, refusal.code)).collect();
        assert_eq!(
            told,
            [
                (Some("/name"), "draft-address-without-name"),
                (Some("/phone"), "forbidden-character")
            ]
        );
    }

    #[test]
    fn the_ledger_holds_no_name() {
        let fields = ContactFields::check(address("Muhammad Aslam"), "0300-1234567").unwrap();
        let (contact, event) = Contact::add(ContactId(Uuid::nil()), UnitId(Uuid::nil()), fields);
        let content = event.content.to_string();
        assert!(!content.contains("Aslam") && !content.contains("0300"), "{content}");
        let now = Timestamp::UNIX_EPOCH;
        let (gone, _) = contact.clone().deactivate(now).unwrap();
        assert_eq!(
            gone.clone().deactivate(now).unwrap_err(),
            AddressesRefusal::ContactDeactivated
        );
        assert_eq!(
            gone.clone().change(contact.fields()).unwrap_err(),
            AddressesRefusal::ContactDeactivated
        );
        assert_eq!(contact.reactivate().unwrap_err(), AddressesRefusal::ContactActive);
        assert_eq!(gone.reactivate().unwrap().0.version, Version(3));
    }
}
