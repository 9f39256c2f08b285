//! Units: the tree of the organisation.

use super::OrganisationRefusal;
use super::event::event;
use super::fields::{Fields, LONGEST_NAME};
use super::letterhead::Letterhead;
use super::tree::{Above, closes_cycle};
use crate::filing::NumberTemplate;
use crate::ledger::{Event, EventKind, SubjectKind};
use crate::office::{Refusal, Timestamp, UnitId, Version, vocabulary};
use serde_json::json;

vocabulary! {
    /// What sort of unit it is.
    UnitKind {
        /// The whole.
        Government = "government",
        /// A federal ministry.
        Ministry = "ministry",
        /// A Division of a ministry.
        Division = "division",
        /// A provincial department.
        Department = "department",
        /// An office attached to a ministry or department.
        AttachedDepartment = "attached_department",
        /// Several sections under one head.
        Wing = "wing",
        /// Where files are opened and kept.
        Section = "section",
        /// Receives and diarises mail (R&I).
        Registry = "registry",
    }
}

/// A node of the organisation tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// The unit that it belongs to; the top has none.
    pub parent: Option<UnitId>,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// Its code, as file numbers show it.
    pub code: String,
    /// Its English name.
    pub name_en: String,
    /// Its Urdu name.
    pub name_ur: String,
    /// How its files are numbered; without one, as the unit above does.
    pub file_number_template: Option<String>,
    /// Whether its officers, and those of the units below it, sign with their passkeys and with nothing else.
    pub signs_with_passkeys: bool,
    /// Where it is reached, as its letters say.
    pub letterhead: Letterhead,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// How often it has changed.
    pub version: Version,
}

/// What can be said and changed about a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFields {
    /// Its code.
    pub code: String,
    /// Its English name.
    pub name_en: String,
    /// Its Urdu name.
    pub name_ur: String,
    /// How its files are numbered.
    pub file_number_template: Option<String>,
}

/// What a unit still contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitUse {
    /// Posts that are not abolished.
    pub posts: u64,
    /// Units below it that are not closed.
    pub units: u64,
    /// Whether files are kept under its name, closed ones too: with nobody of the unit left, nobody could read them.
    pub files: bool,
}

impl UnitFields {
    /// Checks what was filled in.
    pub fn check(code: &str, name_en: &str, name_ur: &str, template: Option<&str>) -> Result<Self, Vec<Refusal>> {
        let mut fields = Fields::default();
        let template = template.map(str::trim).filter(|template| !template.is_empty());
        let checked = Self {
            code: fields.code(code),
            name_en: fields.line("/name_en", name_en, LONGEST_NAME),
            name_ur: fields.line("/name_ur", name_ur, LONGEST_NAME),
            file_number_template: template.map(str::to_owned),
        };
        if template.is_some_and(|template| template.parse::<NumberTemplate>().is_err()) {
            fields.refuse(OrganisationRefusal::TemplateShape);
        }
        fields.finish(checked)
    }
}

impl Unit {
    /// Adds a unit.
    pub fn create(
        id: UnitId,
        kind: UnitKind,
        fields: UnitFields,
        above: Option<&Above<Self, UnitId>>,
    ) -> Result<(Self, Event), OrganisationRefusal> {
        let unit = Self {
            id,
            parent: allowed_parent(id, above)?,
            kind,
            code: fields.code,
            name_en: fields.name_en,
            name_ur: fields.name_ur,
            file_number_template: fields.file_number_template,
            signs_with_passkeys: false,
            letterhead: Letterhead::default(),
            closed_at: None,
            version: Version::FIRST,
        };
        let event = unit.event(EventKind::UnitCreated);
        Ok((unit, event))
    }

    /// Renames a unit, moves it in the tree, or changes how its files are numbered. Its code stays: numbers show it.
    pub fn change(
        self,
        fields: UnitFields,
        above: Option<&Above<Self, UnitId>>,
    ) -> Result<(Self, Event), OrganisationRefusal> {
        self.must_be_open()?;
        let unit = Self {
            parent: allowed_parent(self.id, above)?,
            name_en: fields.name_en,
            name_ur: fields.name_ur,
            file_number_template: fields.file_number_template,
            version: self.version.next(),
            ..self
        };
        let event = unit.event(EventKind::UnitChanged);
        Ok((unit, event))
    }

    /// Says whether its officers sign with nothing but their passkeys; goes along with [`Unit::change`], whose version and
    /// event it shares.
    #[must_use]
    pub fn signing_with_passkeys(self, only: bool) -> Self {
        Self {
            signs_with_passkeys: only,
            ..self
        }
    }

    /// Says where it is reached; goes along with [`Unit::change`], as above.
    #[must_use]
    pub fn reached_at(self, letterhead: Letterhead) -> Self {
        Self { letterhead, ..self }
    }

    /// Closes a unit that contains nothing any more.
    pub fn close(self, contains: UnitUse, now: Timestamp) -> Result<(Self, Event), OrganisationRefusal> {
        self.must_be_open()?;
        if contains.posts > 0 || contains.units > 0 {
            return Err(OrganisationRefusal::UnitNotEmpty);
        }
        if contains.files {
            return Err(OrganisationRefusal::UnitHasFiles);
        }
        let unit = Self {
            closed_at: Some(now),
            version: self.version.next(),
            ..self
        };
        let event = unit.event(EventKind::UnitClosed);
        Ok((unit, event))
    }

    /// The fields as they are.
    pub fn fields(&self) -> UnitFields {
        UnitFields {
            code: self.code.clone(),
            name_en: self.name_en.clone(),
            name_ur: self.name_ur.clone(),
            file_number_template: self.file_number_template.clone(),
        }
    }

    /// Refuses when the unit was closed.
    pub(super) fn must_be_open(&self) -> Result<(), OrganisationRefusal> {
        match self.closed_at {
            Some(_) => Err(OrganisationRefusal::UnitClosed),
            None => Ok(()),
        }
    }

    fn event(&self, kind: EventKind) -> Event {
        let names = json!({
            "name_en": self.name_en,
            "name_ur": self.name_ur,
            "file_number_template": self.file_number_template,
            "letterhead": {
                "place_en": self.letterhead.place_en,
                "place_ur": self.letterhead.place_ur,
                "address_en": self.letterhead.address_en,
                "address_ur": self.letterhead.address_ur,
                "phone": self.letterhead.phone,
                "email": self.letterhead.email,
            },
        });
        let content = json!({
            "code": self.code,
            "kind": self.kind,
            "parent": self.parent,
            "signs_with_passkeys": self.signs_with_passkeys,
            "version": self.version,
        });
        event(kind, SubjectKind::Unit, self.id.0, content).saying(names)
    }
}

/// The parent's id, if a unit may hang there.
fn allowed_parent(id: UnitId, above: Option<&Above<Unit, UnitId>>) -> Result<Option<UnitId>, OrganisationRefusal> {
    let Some(above) = above else { return Ok(None) };
    above.parent.must_be_open()?;
    if closes_cycle(&id, &above.parent.id, &above.ancestors) {
        return Err(OrganisationRefusal::ParentCycle);
    }
    Ok(Some(above.parent.id))
}
