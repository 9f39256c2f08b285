//! A template: versions that never change, of which one is in force, or none.

use super::TemplateRefusal;
use crate::drafting::Form;
use crate::ledger::{Event, EventKind, Module, SubjectKind, sha256_hex};
use crate::office::{PersonId, TemplateId, TemplateVersionId, Timestamp, UnitId, Version};
use serde_json::{Value, json};

/// The most bytes of a template. The built-in ones have less than a thousand, with their library 25,000.
pub const MOST_SOURCE: usize = 100_000;

/// The words of a template, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source(String);

impl Source {
    /// Checks the words of a template. Lines end in one way, whatever machine they were written on.
    ///
    /// # Errors
    /// `template-empty`, `template-too-long` and `template-forbidden-character`.
    pub fn check(text: &str) -> Result<Self, TemplateRefusal> {
        let text = text.replace("\r\n", "\n");
        if text.trim().is_empty() {
            return Err(TemplateRefusal::Empty);
        }
        if text.len() > MOST_SOURCE {
            return Err(TemplateRefusal::TooLong);
        }
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            return Err(TemplateRefusal::ForbiddenCharacter);
        }
        Ok(Self(text))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// SHA-256 of the words, hex.
    pub fn digest(&self) -> String {
        sha256_hex(&self.0)
    }
}

/// How a form is set, in the whole office or in a unit and those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// The form.
    pub form: Form,
    /// The unit that sets it so; `None` for the whole office.
    pub unit: Option<UnitId>,
    /// The number of the latest version.
    pub latest: i32,
    /// The number of the version in force, if one is.
    pub in_force: Option<i32>,
    /// When it was changed last.
    pub changed_at: Timestamp,
    /// How often it has changed.
    pub version: Version,
}

/// One version of a template. It never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateVersion {
    /// Its id.
    pub id: TemplateVersionId,
    /// Its place among the versions, from 1.
    pub number: i32,
    /// The version that it began as; `None` for the built-in template.
    pub based_on: Option<i32>,
    /// SHA-256 of its words, hex.
    pub sha256: String,
    /// Who saved it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// A template with a new version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The template.
    pub template: Template,
    /// Its new version.
    pub version: TemplateVersion,
    /// What the ledger keeps of it.
    pub event: Event,
}

impl Template {
    /// Begins a template with its first version. It is not in force.
    pub fn begin(
        (id, version): (TemplateId, TemplateVersionId),
        (form, unit): (Form, Option<UnitId>),
        source: &Source,
        by: PersonId,
        now: Timestamp,
    ) -> Saved {
        let template = Self {
            id,
            form,
            unit,
            latest: 1,
            in_force: None,
            changed_at: now,
            version: Version::FIRST,
        };
        template.saved(version, source, None, by)
    }

    /// Saves a further version. What is in force stays in force.
    ///
    /// # Errors
    /// `template-version-unknown` for a basis that is not there; `template-unchanged` for the words of the latest version,
    /// whose digest is `latest`.
    pub fn save(
        mut self,
        id: TemplateVersionId,
        (source, based_on): (&Source, Option<i32>),
        latest: &str,
        by: PersonId,
        now: Timestamp,
    ) -> Result<Saved, TemplateRefusal> {
        if based_on.is_some_and(|number| !self.has(number)) {
            return Err(TemplateRefusal::BasisUnknown);
        }
        if source.digest() == latest {
            return Err(TemplateRefusal::Unchanged);
        }
        self.latest += 1;
        self.change(now);
        Ok(self.saved(id, source, based_on, by))
    }

    /// Whether it has a version of this number.
    pub fn has(&self, number: i32) -> bool {
        (1..=self.latest).contains(&number)
    }

    /// Refuses what cannot be put in force: to be asked before the long trial as well as with it.
    ///
    /// # Errors
    /// `template-version-unknown`, `template-in-force`.
    pub fn may_be_put_in_force(&self, number: i32) -> Result<(), TemplateRefusal> {
        if !self.has(number) {
            return Err(TemplateRefusal::VersionUnknown);
        }
        if self.in_force == Some(number) {
            return Err(TemplateRefusal::InForce);
        }
        Ok(())
    }

    /// Sets the form by a version from now on. That it was tried on every sample is the caller's to see to.
    ///
    /// # Errors
    /// As [`Template::may_be_put_in_force`].
    pub fn put_in_force(mut self, version: &TemplateVersion, now: Timestamp) -> Result<(Self, Event), TemplateRefusal> {
        self.may_be_put_in_force(version.number)?;
        let before = self.in_force.replace(version.number);
        self.change(now);
        let facts = json!({ "number": version.number, "sha256": version.sha256, "before": before });
        let event = self.event(EventKind::TemplateInForce, facts);
        Ok((self, event))
    }

    /// Sets the form by no version of this template any more.
    ///
    /// # Errors
    /// `template-not-in-force`.
    pub fn withdraw(mut self, now: Timestamp) -> Result<(Self, Event), TemplateRefusal> {
        let before = self.in_force.take().ok_or(TemplateRefusal::NotInForce)?;
        self.change(now);
        let event = self.event(EventKind::TemplateWithdrawn, json!({ "before": before }));
        Ok((self, event))
    }

    fn change(&mut self, now: Timestamp) {
        self.changed_at = now;
        self.version = self.version.next();
    }

    fn saved(self, id: TemplateVersionId, source: &Source, based_on: Option<i32>, by: PersonId) -> Saved {
        let version = TemplateVersion {
            id,
            number: self.latest,
            based_on,
            sha256: source.digest(),
            by,
            at: self.changed_at,
        };
        let facts = json!({ "number": version.number, "sha256": version.sha256, "based_on": based_on });
        let event = self.event(EventKind::TemplateSaved, facts);
        Saved {
            template: self,
            version,
            event,
        }
    }

    /// The ledger keeps the digest of the words, not the words.
    fn event(&self, kind: EventKind, mut facts: Value) -> Event {
        facts["form"] = json!(self.form);
        facts["unit"] = json!(self.unit);
        facts["version"] = json!(self.version);
        Event::new(Module::Templates, kind, SubjectKind::Template, self.id.0, facts)
    }
}

/// Which template sets a form in a unit: the unit's own; else that of the nearest unit above; else the office's.
/// `line` is the unit and those above it, from below; `in_force` is whose template each is.
pub fn nearest<T>(line: &[UnitId], in_force: Vec<(Option<UnitId>, T)>) -> Option<T> {
    let far = |unit: &Option<UnitId>| match unit {
        None => Some(line.len()),
        Some(unit) => line.iter().position(|above| above == unit),
    };
    let within = in_force
        .into_iter()
        .filter_map(|(unit, found)| Some((far(&unit)?, found)));
    within.min_by_key(|(far, _)| *far).map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn unit(n: u128) -> UnitId {
        UnitId(Uuid::from_u128(n))
    }

    fn person() -> PersonId {
        PersonId(Uuid::nil())
    }

    fn source(text: &str) -> Source {
        Source::check(text).unwrap()
    }

    fn begun() -> Saved {
        let ids = (TemplateId(Uuid::nil()), TemplateVersionId(Uuid::nil()));
        Template::begin(ids, (Form::Letter, None), &source("#body()"), person(), NOW)
    }

    #[test]
    fn a_source_has_words_and_not_too_many_and_no_control_characters() {
        assert_eq!(source("a\r\n\tb\n").as_str(), "a\n\tb\n");
        for (wrong, why) in [
            (" \n".to_owned(), TemplateRefusal::Empty),
            ("a".repeat(MOST_SOURCE + 1), TemplateRefusal::TooLong),
            ("a\0b".to_owned(), TemplateRefusal::ForbiddenCharacter),
        ] {
            assert_eq!(Source::check(&wrong), Err(why));
        }
        assert!(Source::check(&"a".repeat(MOST_SOURCE)).is_ok());
    }

    #[test]
    fn saving_puts_nothing_in_force_and_the_ledger_has_the_digest_alone() {
        let Saved {
            template,
            version,
            event,
        } = begun();
        assert_eq!((template.in_force, version.number), (None, 1));
        assert_eq!(event.content["sha256"], version.sha256);
        assert!(!event.content.to_string().contains("body"));
        let again = TemplateVersionId(Uuid::max());
        let same = template
            .clone()
            .save(again, (&source("#body()"), Some(1)), &version.sha256, person(), NOW);
        assert_eq!(same.unwrap_err(), TemplateRefusal::Unchanged);
        let other = source("#body() #closing()");
        let unknown = template
            .clone()
            .save(again, (&other, Some(2)), &version.sha256, person(), NOW);
        assert_eq!(unknown.unwrap_err(), TemplateRefusal::BasisUnknown);
        let (template, _) = template.put_in_force(&version, NOW).unwrap();
        let saved = template
            .save(again, (&other, Some(1)), &version.sha256, person(), NOW)
            .unwrap();
        assert_eq!((saved.template.in_force, saved.template.latest), (Some(1), 2));
    }

    #[test]
    fn one_version_is_in_force_or_none() {
        let Saved { template, version, .. } = begun();
        assert_eq!(template.clone().withdraw(NOW).unwrap_err(), TemplateRefusal::NotInForce);
        assert_eq!(template.may_be_put_in_force(0), Err(TemplateRefusal::VersionUnknown));
        assert_eq!(template.may_be_put_in_force(2), Err(TemplateRefusal::VersionUnknown));
        let (template, event) = template.put_in_force(&version, NOW).unwrap();
        assert_eq!((template.version, &event.content["before"]), (Version(2), &Value::Null));
        assert_eq!(template.may_be_put_in_force(1), Err(TemplateRefusal::InForce));
        let (template, event) = template.withdraw(NOW).unwrap();
        assert_eq!((template.in_force, &event.content["before"]), (None, &json!(1)));
    }

    proptest! {
        #[test]
        fn the_nearest_unit_wins_and_the_office_comes_last(
            height in 1_u128..8, having in proptest::collection::vec(0_u128..12, 0..6), office: bool,
        ) {
            let line: Vec<UnitId> = (0..height).map(unit).collect();
            let units = having.iter().map(|n| (Some(unit(*n)), Some(*n)));
            let found = nearest(&line, office.then_some((None, None)).into_iter().chain(units).collect());
            let expected = having.iter().copied().filter(|n| *n < height).min();
            prop_assert_eq!(found, expected.map(Some).or(office.then_some(None)));
        }
    }
}
