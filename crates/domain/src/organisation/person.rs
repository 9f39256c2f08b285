//! Persons: human beings with an account.

use super::event::event;
use super::fields::{Fields, LONGEST_NAME};
use super::{Charge, OrganisationRefusal, end_charge};
use crate::identity::{fold_user_name, user_name};
use crate::ledger::{Event, EventKind, SubjectKind};
use crate::office::{Language, PersonId, Refusal, Timestamp, Version};
use serde_json::json;

/// A human being with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// His id.
    pub id: PersonId,
    /// The name that he signs in with.
    pub user_name: String,
    /// His name in English.
    pub name_en: String,
    /// His name in Urdu.
    pub name_ur: String,
    /// His e-mail address.
    pub email: Option<String>,
    /// The language that he reads.
    pub language: Language,
    /// When his account was closed.
    pub deactivated_at: Option<Timestamp>,
    /// How often he has changed.
    pub version: Version,
}

/// What can be said and changed about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFields {
    /// The name that he signs in with.
    pub user_name: String,
    /// His name in English.
    pub name_en: String,
    /// His name in Urdu.
    pub name_ur: String,
    /// His e-mail address.
    pub email: Option<String>,
    /// The language that he reads.
    pub language: Language,
}

impl PersonFields {
    /// Checks what was filled in.
    pub fn check(
        name: &str,
        name_en: &str,
        name_ur: &str,
        email: Option<&str>,
        language: Language,
    ) -> Result<Self, Vec<Refusal>> {
        let mut fields = Fields::default();
        let user_name = user_name(name).unwrap_or_else(|refusal| {
            fields.refuse(refusal);
            fold_user_name(name)
        });
        let email = fields.optional_line("/email", email, 254);
        if email.as_deref().is_some_and(|email| !shaped_like_email(email)) {
            fields.refuse(OrganisationRefusal::EmailShape);
        }
        let checked = Self {
            user_name,
            name_en: fields.line("/name_en", name_en, LONGEST_NAME),
            name_ur: fields.line("/name_ur", name_ur, LONGEST_NAME),
            email,
            language,
        };
        fields.finish(checked)
    }
}

/// Only a letter sent there proves an address; this catches the slip of the pen.
pub(super) fn shaped_like_email(email: &str) -> bool {
    let Some((local, domain)) = email.split_once('@') else {
        return email.is_empty();
    };
    let clean = |part: &str| !part.is_empty() && !part.contains(['@', ' ', ',', ';', '<', '>']);
    clean(local) && clean(domain) && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
}

impl Person {
    /// Opens an account. It has no password yet: the person chooses one through a set-up link.
    pub fn create(id: PersonId, fields: PersonFields) -> (Self, Event) {
        let person = Self {
            id,
            user_name: fields.user_name,
            name_en: fields.name_en,
            name_ur: fields.name_ur,
            email: fields.email,
            language: fields.language,
            deactivated_at: None,
            version: Version::FIRST,
        };
        let event = person.event(EventKind::PersonCreated);
        (person, event)
    }

    /// Changes names, address or language. The user name stays.
    pub fn change(self, fields: PersonFields) -> Result<(Self, Event), OrganisationRefusal> {
        self.must_be_active()?;
        let person = Self {
            name_en: fields.name_en,
            name_ur: fields.name_ur,
            email: fields.email,
            language: fields.language,
            version: self.version.next(),
            ..self
        };
        let event = person.event(EventKind::PersonChanged);
        Ok((person, event))
    }

    /// Closes the account and ends every charge that the person holds.
    pub fn deactivate(
        self,
        by: Option<PersonId>,
        charges: Vec<Charge>,
        now: Timestamp,
    ) -> Result<(Self, Vec<Charge>, Vec<Event>), OrganisationRefusal> {
        self.must_be_active()?;
        if by == Some(self.id) {
            return Err(OrganisationRefusal::OwnAccount);
        }
        let mut ended = Vec::with_capacity(charges.len());
        let mut events = Vec::with_capacity(charges.len() + 1);
        for charge in charges {
            let (charge, event) = end_charge(charge, now)?;
            ended.push(charge);
            events.push(event);
        }
        let person = Self {
            deactivated_at: Some(now),
            version: self.version.next(),
            ..self
        };
        events.push(person.event(EventKind::PersonDeactivated));
        Ok((person, ended, events))
    }

    /// Opens the account again, without charges.
    pub fn reactivate(self) -> Result<(Self, Event), OrganisationRefusal> {
        if self.deactivated_at.is_none() {
            return Err(OrganisationRefusal::PersonActive);
        }
        let person = Self {
            deactivated_at: None,
            version: self.version.next(),
            ..self
        };
        let event = person.event(EventKind::PersonReactivated);
        Ok((person, event))
    }

    /// The fields as they are.
    pub fn fields(&self) -> PersonFields {
        PersonFields {
            user_name: self.user_name.clone(),
            name_en: self.name_en.clone(),
            name_ur: self.name_ur.clone(),
            email: self.email.clone(),
            language: self.language,
        }
    }

    /// Refuses when the account was closed.
    pub fn must_be_active(&self) -> Result<(), OrganisationRefusal> {
        match self.deactivated_at {
            Some(_) => Err(OrganisationRefusal::PersonDeactivated),
            None => Ok(()),
        }
    }

    fn event(&self, kind: EventKind) -> Event {
        let personal = json!({
            "user_name": self.user_name,
            "name_en": self.name_en,
            "name_ur": self.name_ur,
            "email": self.email,
        });
        let content = json!({
            "language": self.language,
            "version": self.version,
        });
        event(kind, SubjectKind::Person, self.id.0, content).saying(personal)
    }
}
