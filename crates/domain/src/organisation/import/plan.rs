//! From typed rows to changes: what is there already is compared, what is missing is made.

use super::existing::Existing;
use super::order::{Order, line};
use super::rows::{ChargeRow, PersonRow, PostRow, Rows, UnitRow};
use super::sheet::{ImportRefusal, RowError, Sheet};
use super::steps::{Plan, Step};
use crate::access::Role;
use crate::office::{ChargeId, PersonId, PostId, Refusal, Timestamp, UnitId, end_of_day};
use crate::organisation::{Above, Bound, OrganisationRefusal, Person, Post, Taking, Unit, appoint, transfer_charge};
use chrono::TimeDelta;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Plans an import, or lists every row that is wrong. `errors` are those found while reading.
pub fn plan_import(
    existing: Existing,
    rows: &Rows,
    mut errors: Vec<RowError>,
    now: Timestamp,
    next_id: &mut dyn FnMut() -> Uuid,
) -> Result<Plan, Vec<RowError>> {
    let mut planner = Planner {
        parents: existing.units.values().map(|unit| (unit.id, unit.parent)).collect(),
        superiors: existing.posts.values().map(|post| (post.id, post.reports_to)).collect(),
        refused: rows.refused.clone(),
        office: existing,
        plan: Plan::default(),
        errors: Vec::new(),
        demoted: Vec::new(),
        now,
        next_id,
    };
    planner.units(&rows.units);
    planner.posts(&rows.posts);
    planner.persons(&rows.persons);
    planner.charges(&rows.charges);
    planner.keep_an_administrator();
    errors.append(&mut planner.errors);
    if errors.is_empty() {
        return Ok(planner.plan);
    }
    errors.sort();
    errors.dedup();
    Err(errors)
}

/// The office as it becomes while the plan grows.
struct Planner<'a> {
    office: Existing,
    parents: HashMap<UnitId, Option<UnitId>>,
    superiors: HashMap<PostId, Option<PostId>>,
    refused: BTreeSet<(Sheet, String)>,
    plan: Plan,
    errors: Vec<RowError>,
    /// Rows that took the administrator's role from a post.
    demoted: Vec<u32>,
    now: Timestamp,
    next_id: &'a mut dyn FnMut() -> Uuid,
}

/// Why a row was not planned.
enum Wrong {
    /// A cell of it.
    Cell(&'static str, Refusal),
    /// Whatever field the domain's refusal names.
    Field(Refusal),
    /// A row that it refers to was refused, and is listed already.
    Follows,
    /// More than one thing.
    Both(Box<(Wrong, Wrong)>),
}

/// Both results, or everything that is wrong with either.
fn both<A, B>(a: Result<A, Wrong>, b: Result<B, Wrong>) -> Result<(A, B), Wrong> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(a), Err(b)) => Err(Wrong::Both(Box::new((a, b)))),
        (Err(wrong), Ok(_)) | (Ok(_), Err(wrong)) => Err(wrong),
    }
}

fn at(column: &'static str, refusal: impl Into<Refusal>) -> Wrong {
    Wrong::Cell(column, refusal.into())
}

/// The domain's own refusal, at whatever field it names.
fn refused(refusal: OrganisationRefusal) -> Wrong {
    Wrong::Field(refusal.into())
}

impl Planner<'_> {
    fn note(&mut self, sheet: Sheet, row: u32, key: &str, wrong: Wrong) {
        self.refused.insert((sheet, key.to_owned()));
        let error = match wrong {
            Wrong::Cell(column, refusal) => RowError::at(sheet, row, column, refusal),
            Wrong::Field(refusal) => RowError::field(sheet, row, refusal),
            Wrong::Follows => return,
            Wrong::Both(wrong) => {
                self.note(sheet, row, key, wrong.0);
                return self.note(sheet, row, key, wrong.1);
            }
        };
        self.errors.push(error);
    }

    /// What to say about a key that stands for nothing.
    fn unknown(&self, sheet: Sheet, key: &str, column: &'static str, refusal: ImportRefusal) -> Wrong {
        if self.refused.contains(&(sheet, key.to_owned())) {
            Wrong::Follows
        } else {
            at(column, refusal)
        }
    }

    fn units(&mut self, rows: &[UnitRow]) {
        let codes: HashMap<UnitId, &String> = self.office.units.values().map(|unit| (unit.id, &unit.code)).collect();
        let parent_code = |unit: &Unit| unit.parent.and_then(|id| codes.get(&id)).map(|code| (*code).clone());
        let now = self
            .office
            .units
            .values()
            .map(|unit| (unit.code.clone(), parent_code(unit)));
        let then = rows.iter().map(|row| (row.fields.code.clone(), row.parent.clone()));
        let order = Order::of(&now.chain(then).collect());
        for row in order.sort(rows, |row| &row.fields.code) {
            let code = &row.fields.code;
            let done = if order.cyclic.contains(code) {
                Err(at("parent_code", OrganisationRefusal::ParentCycle))
            } else {
                self.unit(row)
            };
            if let Err(wrong) = done {
                self.note(Sheet::Units, row.row, code, wrong);
            }
        }
    }

    fn unit(&mut self, row: &UnitRow) -> Result<(), Wrong> {
        let above = match &row.parent {
            None => None,
            Some(code) => Some(
                self.unit_above(code)
                    .ok_or_else(|| self.unknown(Sheet::Units, code, "parent_code", ImportRefusal::UnitCodeUnknown))?,
            ),
        };
        let parent = above.as_ref().map(|above| above.parent.id);
        let step = match self.office.units.get(&row.fields.code).cloned() {
            Some(unit) if unit.kind != row.kind => return Err(at("kind", OrganisationRefusal::UnitKindFixed)),
            Some(unit) if unit.closed_at.is_none() && unit.parent == parent && unit.fields() == row.fields => {
                self.plan.unchanged += 1;
                return Ok(());
            }
            Some(unit) => {
                let (unit, event) = unit.change(row.fields.clone(), above.as_ref()).map_err(refused)?;
                self.keep_unit(&unit);
                Step::UpdateUnit(unit, event)
            }
            None => {
                let id = UnitId((self.next_id)());
                let (unit, event) = Unit::create(id, row.kind, row.fields.clone(), above.as_ref()).map_err(refused)?;
                self.keep_unit(&unit);
                Step::CreateUnit(unit, event)
            }
        };
        self.plan.steps.push(step);
        Ok(())
    }

    fn posts(&mut self, rows: &[PostRow]) {
        let codes: HashMap<PostId, &String> = self.office.posts.values().map(|post| (post.id, &post.code)).collect();
        let superior_code = |post: &Post| {
            post.reports_to
                .and_then(|id| codes.get(&id))
                .map(|code| (*code).clone())
        };
        let now = self
            .office
            .posts
            .values()
            .map(|post| (post.code.clone(), superior_code(post)));
        let then = rows.iter().map(|row| (row.fields.code.clone(), row.reports_to.clone()));
        let order = Order::of(&now.chain(then).collect());
        for row in order.sort(rows, |row| &row.fields.code) {
            let code = &row.fields.code;
            let done = if order.cyclic.contains(code) {
                Err(at("reports_to_code", OrganisationRefusal::SuperiorCycle))
            } else {
                self.post(row)
            };
            if let Err(wrong) = done {
                self.note(Sheet::Posts, row.row, code, wrong);
            }
        }
    }

    fn post(&mut self, row: &PostRow) -> Result<(), Wrong> {
        let (unit, above) = both(self.unit_of(row), self.superior_of(row))?;
        let superior = above.as_ref().map(|above| above.parent.id);
        let step = match self.office.posts.get(&row.fields.code).cloned() {
            Some(post) if post.unit != unit.id => return Err(at("unit_code", OrganisationRefusal::PostUnitFixed)),
            Some(post) if post.abolished_at.is_none() && post.reports_to == superior && post.fields() == row.fields => {
                self.plan.unchanged += 1;
                return Ok(());
            }
            Some(post) => {
                let managed = post.roles.has(Role::Administrator);
                let holder = self.office.holders.get(&post.id);
                let elsewhere = holder.map_or_else(Vec::new, |charge| self.office.sides_of(charge.person, post.id));
                let bound = Bound {
                    desk_items: self.office.desk_items.get(&post.id).copied().unwrap_or_default(),
                    elsewhere: &elsewhere,
                };
                let (post, event) = post
                    .change(row.fields.clone(), above.as_ref(), bound)
                    .map_err(refused)?;
                if managed && !post.roles.has(Role::Administrator) {
                    self.demoted.push(row.row);
                }
                self.keep_post(&post);
                Step::UpdatePost(post, event)
            }
            None => {
                let id = PostId((self.next_id)());
                let (post, event) = Post::create(id, &unit, row.fields.clone(), above.as_ref()).map_err(refused)?;
                self.keep_post(&post);
                Step::CreatePost(post, event)
            }
        };
        self.plan.steps.push(step);
        Ok(())
    }

    /// An import that would leave nobody to manage the organisation is wrong where it takes the role away.
    fn keep_an_administrator(&mut self) {
        let manages = |post: &Post| {
            post.abolished_at.is_none()
                && post.roles.has(Role::Administrator)
                && self.office.holders.contains_key(&post.id)
        };
        if !self.office.posts.values().any(manages) {
            let last = |row| RowError::at(Sheet::Posts, row, "roles", OrganisationRefusal::LastAdministrator);
            self.errors.extend(self.demoted.iter().copied().map(last));
        }
    }

    fn persons(&mut self, rows: &[PersonRow]) {
        for row in rows {
            if let Err(wrong) = self.person(row) {
                self.note(Sheet::Persons, row.row, &row.fields.user_name, wrong);
            }
        }
    }

    fn person(&mut self, row: &PersonRow) -> Result<(), Wrong> {
        let step = match self.office.persons.get(&row.fields.user_name).cloned() {
            Some(person) if person.deactivated_at.is_none() && person.fields() == row.fields => {
                self.plan.unchanged += 1;
                return Ok(());
            }
            Some(person) => {
                let (person, event) = person.change(row.fields.clone()).map_err(refused)?;
                self.office.persons.insert(person.user_name.clone(), person.clone());
                Step::UpdatePerson(person, event)
            }
            None => {
                let (person, event) = Person::create(PersonId((self.next_id)()), row.fields.clone());
                self.office.persons.insert(person.user_name.clone(), person.clone());
                Step::CreatePerson(person, event)
            }
        };
        self.plan.steps.push(step);
        Ok(())
    }

    fn charges(&mut self, rows: &[ChargeRow]) {
        for row in rows {
            if let Err(wrong) = self.charge(row) {
                self.note(Sheet::Charges, row.row, &row.post, wrong);
            }
        }
    }

    fn charge(&mut self, row: &ChargeRow) -> Result<(), Wrong> {
        let from = end_of_day(row.from) - TimeDelta::seconds(24 * 60 * 60 - 1);
        let come = if from > self.now {
            Err(at("from", ImportRefusal::DateInFuture))
        } else {
            Ok(())
        };
        let found = both(self.post_of(row), self.person_of(row));
        let ((post, person), ()) = both(found, come)?;
        let holder = self.office.holders.get(&post.id).copied();
        if holder
            .as_ref()
            .is_some_and(|charge| charge.person == person.id && charge.kind == row.kind)
        {
            self.plan.unchanged += 1;
            return Ok(());
        }
        let mut taking = Taking {
            id: ChargeId((self.next_id)()),
            person: &person,
            kind: row.kind,
            from,
            by: self.office.by,
            elsewhere: &self.office.sides_of(person.id, post.id),
            own_case: self.office.own_cases.contains(&(post.id, person.id)),
            remark: None,
        };
        let step = if holder.is_some() {
            // What the predecessor did until now, he did in charge: a takeover counts from today.
            taking.from = self.now;
            let (post, handover, event) = transfer_charge(post, holder, taking).map_err(refused)?;
            self.office.holders.insert(post.id, handover.begun);
            self.keep_post(&post);
            Step::HandOver(post, handover, event)
        } else {
            taking.from = self.office.freed.get(&post.id).map_or(from, |freed| from.max(*freed));
            let (post, charge, event) = appoint(post, None, taking).map_err(refused)?;
            self.office.holders.insert(post.id, charge);
            self.keep_post(&post);
            Step::Appoint(post, charge, event)
        };
        self.plan.steps.push(step);
        Ok(())
    }

    fn unit_of(&self, row: &PostRow) -> Result<Unit, Wrong> {
        let unit = self.office.units.get(&row.unit).cloned();
        unit.ok_or_else(|| self.unknown(Sheet::Units, &row.unit, "unit_code", ImportRefusal::UnitCodeUnknown))
    }

    fn superior_of(&self, row: &PostRow) -> Result<Option<Above<Post, PostId>>, Wrong> {
        let Some(code) = &row.reports_to else { return Ok(None) };
        let above = self.post_above(code);
        let unknown = || self.unknown(Sheet::Posts, code, "reports_to_code", ImportRefusal::PostCodeUnknown);
        above.map(Some).ok_or_else(unknown)
    }

    fn post_of(&self, row: &ChargeRow) -> Result<Post, Wrong> {
        let post = self.office.posts.get(&row.post).cloned();
        post.ok_or_else(|| self.unknown(Sheet::Posts, &row.post, "post_code", ImportRefusal::PostCodeUnknown))
    }

    fn person_of(&self, row: &ChargeRow) -> Result<Person, Wrong> {
        let person = self.office.persons.get(&row.user_name).cloned();
        let unknown = || {
            self.unknown(
                Sheet::Persons,
                &row.user_name,
                "user_name",
                ImportRefusal::UserNameUnknown,
            )
        };
        person.ok_or_else(unknown)
    }

    fn keep_unit(&mut self, unit: &Unit) {
        self.parents.insert(unit.id, unit.parent);
        self.office.units.insert(unit.code.clone(), unit.clone());
    }

    fn keep_post(&mut self, post: &Post) {
        self.superiors.insert(post.id, post.reports_to);
        self.office.posts.insert(post.code.clone(), post.clone());
    }

    fn unit_above(&self, code: &str) -> Option<Above<Unit, UnitId>> {
        let parent = self.office.units.get(code)?.clone();
        let ancestors = line(parent.parent, &self.parents);
        Some(Above { parent, ancestors })
    }

    fn post_above(&self, code: &str) -> Option<Above<Post, PostId>> {
        let parent = self.office.posts.get(code)?.clone();
        let ancestors = line(parent.reports_to, &self.superiors);
        Some(Above { parent, ancestors })
    }
}
