//! Posts: where work belongs.

use super::event::event;
use super::fields::{Fields, LONGEST_NAME};
use super::tree::{Above, closes_cycle};
use super::{OrganisationRefusal, Unit};
use crate::access::{Role, Roles, Side};
use crate::ledger::{Event, EventKind, SubjectKind};
use crate::office::{PostId, Refusal, Timestamp, UnitId, Version};
use serde_json::json;

/// A place in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// The unit that it belongs to.
    pub unit: UnitId,
    /// Its code, `SO-BUDGET-1`.
    pub code: String,
    /// Its English title.
    pub title_en: String,
    /// Its Urdu title.
    pub title_ur: String,
    /// Its grade (BPS), 1 to 22.
    pub grade: i16,
    /// The post that it reports to; the head of the office reports to none.
    pub reports_to: Option<PostId>,
    /// What the post is for.
    pub roles: Roles,
    /// When it was abolished.
    pub abolished_at: Option<Timestamp>,
    /// How often it, or who holds it, has changed.
    pub version: Version,
}

/// What can be said and changed about a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostFields {
    /// Its code.
    pub code: String,
    /// Its English title.
    pub title_en: String,
    /// Its Urdu title.
    pub title_ur: String,
    /// Its grade (BPS).
    pub grade: i16,
    /// What it is for.
    pub roles: Roles,
}

/// What still hangs on a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PostUse {
    /// Whether somebody holds it.
    pub held: bool,
    /// Files and receipts that wait on its desk.
    pub desk_items: u64,
    /// Posts that report to it and are not abolished.
    pub subordinates: u64,
}

/// What binds a post to the side of the office that it stands on.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bound<'a> {
    /// Files and receipts that wait on its desk.
    pub desk_items: u64,
    /// The sides on which its holder stands by his other charges.
    pub elsewhere: &'a [Side],
}

impl PostFields {
    /// Checks what was filled in.
    pub fn check(code: &str, title_en: &str, title_ur: &str, grade: i64, roles: Roles) -> Result<Self, Vec<Refusal>> {
        let mut fields = Fields::default();
        let grade = i16::try_from(grade)
            .ok()
            .filter(|grade| (1..=22).contains(grade))
            .unwrap_or_else(|| {
                fields.refuse(OrganisationRefusal::GradeOutOfRange);
                0
            });
        if let Err(refusal) = check_roles(&roles) {
            fields.refuse(refusal);
        }
        let checked = Self {
            code: fields.code(code),
            title_en: fields.line("/title_en", title_en, LONGEST_NAME),
            title_ur: fields.line("/title_ur", title_ur, LONGEST_NAME),
            grade,
            roles,
        };
        fields.finish(checked)
    }
}

/// An auditor who could write, or an administrator who could read files, would watch over himself.
fn check_roles(roles: &Roles) -> Result<(), OrganisationRefusal> {
    if roles.0.is_empty() {
        return Err(OrganisationRefusal::RolesEmpty);
    }
    let alone = |role| roles.has(role) && roles.0.len() > 1;
    if alone(Role::Auditor) || alone(Role::Administrator) {
        return Err(OrganisationRefusal::RolesConflict);
    }
    Ok(())
}

impl Post {
    /// Creates a post.
    pub fn create(
        id: PostId,
        unit: &Unit,
        fields: PostFields,
        above: Option<&Above<Self, PostId>>,
    ) -> Result<(Self, Event), OrganisationRefusal> {
        unit.must_be_open()?;
        let post = Self {
            id,
            unit: unit.id,
            code: fields.code,
            title_en: fields.title_en,
            title_ur: fields.title_ur,
            grade: fields.grade,
            reports_to: allowed_superior(id, above)?,
            roles: fields.roles,
            abolished_at: None,
            version: Version::FIRST,
        };
        let event = post.event(EventKind::PostCreated);
        Ok((post, event))
    }

    /// Changes title, grade, roles or superior. Code and unit stay; so does the side of the office while work lies on
    /// the desk, or its holder stands on the old side by another charge.
    pub fn change(
        self,
        fields: PostFields,
        above: Option<&Above<Self, PostId>>,
        bound: Bound<'_>,
    ) -> Result<(Self, Event), OrganisationRefusal> {
        self.must_stand()?;
        let side = fields.roles.side();
        if side != self.roles.side() && bound.desk_items > 0 {
            return Err(OrganisationRefusal::PostHasWork);
        }
        if bound.elsewhere.iter().any(|other| *other != side) {
            return Err(OrganisationRefusal::SidesConflict);
        }
        let post = Self {
            title_en: fields.title_en,
            title_ur: fields.title_ur,
            grade: fields.grade,
            reports_to: allowed_superior(self.id, above)?,
            roles: fields.roles,
            version: self.version.next(),
            ..self
        };
        let event = post.event(EventKind::PostChanged);
        Ok((post, event))
    }

    /// Abolishes a post on which nothing hangs any more.
    pub fn abolish(self, hangs: PostUse, now: Timestamp) -> Result<(Self, Event), OrganisationRefusal> {
        self.must_stand()?;
        if hangs.held {
            return Err(OrganisationRefusal::PostHeld);
        }
        if hangs.desk_items > 0 {
            return Err(OrganisationRefusal::PostHasWork);
        }
        if hangs.subordinates > 0 {
            return Err(OrganisationRefusal::PostHasSubordinates);
        }
        let post = Self {
            abolished_at: Some(now),
            version: self.version.next(),
            ..self
        };
        let event = post.event(EventKind::PostAbolished);
        Ok((post, event))
    }

    /// The fields as they are.
    pub fn fields(&self) -> PostFields {
        PostFields {
            code: self.code.clone(),
            title_en: self.title_en.clone(),
            title_ur: self.title_ur.clone(),
            grade: self.grade,
            roles: self.roles.clone(),
        }
    }

    /// Refuses when the post was abolished.
    pub(super) fn must_stand(&self) -> Result<(), OrganisationRefusal> {
        match self.abolished_at {
            Some(_) => Err(OrganisationRefusal::PostAbolished),
            None => Ok(()),
        }
    }

    /// The same post, one change later: somebody else holds it.
    pub(super) fn handed_over(self) -> Self {
        Self {
            version: self.version.next(),
            ..self
        }
    }

    fn event(&self, kind: EventKind) -> Event {
        let titles = json!({ "title_en": self.title_en, "title_ur": self.title_ur });
        let content = json!({
            "code": self.code,
            "unit": self.unit,
            "grade": self.grade,
            "reports_to": self.reports_to,
            "roles": self.roles,
            "version": self.version,
        });
        event(kind, SubjectKind::Post, self.id.0, content).saying(titles)
    }
}

/// The superior's id, if a post may report to it.
fn allowed_superior(id: PostId, above: Option<&Above<Post, PostId>>) -> Result<Option<PostId>, OrganisationRefusal> {
    let Some(above) = above else { return Ok(None) };
    above.parent.must_stand()?;
    if closes_cycle(&id, &above.parent.id, &above.ancestors) {
        return Err(OrganisationRefusal::SuperiorCycle);
    }
    Ok(Some(above.parent.id))
}
