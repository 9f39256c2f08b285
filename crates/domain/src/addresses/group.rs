//! Groups: those to whom many letters go together, such as all Deputy Commissioners.

use super::AddressesRefusal;
use super::event::event;
use crate::ledger::{Event, EventKind, SubjectKind};
use crate::office::{ContactId, GroupId, PostId, Refusal, RefusalKind, Timestamp, UnitId, Version, clean_line};
use crate::organisation::TextRefusal;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashSet;

/// The most members of a group.
pub const MOST_MEMBERS: usize = 2000;
const LONGEST_NAME: usize = 200;

/// A member of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Member {
    /// Somebody outside.
    Contact(ContactId),
    /// A post of this office.
    Post(PostId),
    /// A unit of this office.
    Unit(UnitId),
}

/// Those to whom many letters go together, in the order in which letters name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// The unit that keeps it.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Its name in Urdu; empty for the same.
    pub name_ur: String,
    /// When it was deactivated: it is not offered any more.
    pub deactivated_at: Option<Timestamp>,
    /// How often it has changed.
    pub version: Version,
}

/// What can be said and changed about a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupFields {
    /// Its name.
    pub name: String,
    /// Its name in Urdu.
    pub name_ur: String,
}

impl GroupFields {
    /// Checks what was filled in.
    ///
    /// # Errors
    /// All that is wrong, field by field.
    pub fn check(name: &str, name_ur: &str) -> Result<Self, Vec<Refusal>> {
        let mut wrong = Vec::new();
        let mut line = |field: &'static str, text: &str| {
            clean_line(text, LONGEST_NAME).unwrap_or_else(|error| {
                wrong.push(Refusal {
                    field: Some(field),
                    kind: RefusalKind::Invalid,
                    ..TextRefusal::from(error).into()
                });
                String::new()
            })
        };
        let fields = Self {
            name: line("/name", name),
            name_ur: match name_ur.trim() {
                "" => String::new(),
                name_ur => line("/name_ur", name_ur),
            },
        };
        if wrong.is_empty() { Ok(fields) } else { Err(wrong) }
    }
}

/// The members in their order, each once.
///
/// # Errors
/// `address-group-too-large`.
fn members(wanted: Vec<Member>) -> Result<Vec<Member>, AddressesRefusal> {
    let mut seen = HashSet::new();
    let mut members = wanted;
    members.retain(|member| seen.insert(*member));
    if members.len() > MOST_MEMBERS {
        return Err(AddressesRefusal::TooManyMembers);
    }
    Ok(members)
}

impl Group {
    /// Makes a group of some members.
    ///
    /// # Errors
    /// `address-group-too-large`.
    pub fn make(
        id: GroupId,
        unit: UnitId,
        fields: GroupFields,
        wanted: Vec<Member>,
    ) -> Result<(Self, Vec<Member>, Event), AddressesRefusal> {
        let members = members(wanted)?;
        let group = Self {
            id,
            unit,
            name: fields.name,
            name_ur: fields.name_ur,
            deactivated_at: None,
            version: Version::FIRST,
        };
        let event = group.event(EventKind::AddressGroupMade, Some(members.len()));
        Ok((group, members, event))
    }

    /// Renames it, or gives it other members; `None` leaves them.
    ///
    /// # Errors
    /// `address-group-deactivated`, `address-group-too-large`.
    pub fn change(
        self,
        fields: GroupFields,
        wanted: Option<Vec<Member>>,
    ) -> Result<(Self, Option<Vec<Member>>, Event), AddressesRefusal> {
        if self.deactivated_at.is_some() {
            return Err(AddressesRefusal::GroupDeactivated);
        }
        let members = wanted.map(members).transpose()?;
        let group = Self {
            name: fields.name,
            name_ur: fields.name_ur,
            version: self.version.next(),
            ..self
        };
        let event = group.event(EventKind::AddressGroupChanged, members.as_ref().map(Vec::len));
        Ok((group, members, event))
    }

    /// Offers it no more.
    ///
    /// # Errors
    /// `address-group-deactivated`.
    pub fn deactivate(self, now: Timestamp) -> Result<(Self, Event), AddressesRefusal> {
        match self.deactivated_at {
            Some(_) => Err(AddressesRefusal::GroupDeactivated),
            None => Ok(self.set(Some(now), EventKind::AddressGroupDeactivated)),
        }
    }

    /// Offers it again.
    ///
    /// # Errors
    /// `address-group-active`.
    pub fn reactivate(self) -> Result<(Self, Event), AddressesRefusal> {
        match self.deactivated_at {
            None => Err(AddressesRefusal::GroupActive),
            Some(_) => Ok(self.set(None, EventKind::AddressGroupReactivated)),
        }
    }

    fn set(self, deactivated_at: Option<Timestamp>, kind: EventKind) -> (Self, Event) {
        let group = Self {
            deactivated_at,
            version: self.version.next(),
            ..self
        };
        let event = group.event(kind, None);
        (group, event)
    }

    /// How many members it has is a fact of the act where it sets them.
    fn event(&self, kind: EventKind, members: Option<usize>) -> Event {
        let content = json!({ "unit": self.unit, "members": members, "version": self.version });
        let words = json!({ "name": self.name, "name_ur": self.name_ur });
        event(kind, SubjectKind::AddressGroup, self.id.0, content).saying(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn make(count: u128) -> Result<(Group, Vec<Member>, Event), AddressesRefusal> {
        let fields = GroupFields::check("All Deputy Commissioners", "").unwrap();
        let post = |n: u128| Member::Post(PostId(Uuid::from_u128(n)));
        let twice = (0..count).chain(0..count).map(post).collect();
        Group::make(GroupId(Uuid::nil()), UnitId(Uuid::nil()), fields, twice)
    }

    #[test]
    fn a_member_is_one_once_and_2000_are_the_most() {
        let (group, members, event) = make(2000).unwrap();
        assert_eq!(members.len(), 2000);
        assert_eq!(event.content["members"], 2000);
        assert!(!event.content.to_string().contains("Commissioner"));
        assert_eq!(make(2001).unwrap_err(), AddressesRefusal::TooManyMembers);
        let same = GroupFields::check("Renamed", "سب").unwrap();
        let (renamed, members, event) = group.change(same, None).unwrap();
        assert_eq!((renamed.version, members), (Version(2), None));
        assert!(event.content["members"].is_null());
        let (gone, _) = renamed.deactivate(Timestamp::UNIX_EPOCH).unwrap();
        let fields = GroupFields::check("Again", "").unwrap();
        assert_eq!(
            gone.change(fields, None).unwrap_err(),
            AddressesRefusal::GroupDeactivated
        );
    }

    #[test]
    fn a_group_needs_a_name_and_no_urdu_one() {
        let wrong = GroupFields::check(" ", "a\u{202E}").unwrap_err();
        let told: Vec<_> = wrong.iter().map(|refusal| (refusal.field, refusal.code)).collect();
        assert_eq!(
            told,
            [(Some("/name"), "required"), (Some("/name_ur"), "forbidden-character")]
        );
    }
}
