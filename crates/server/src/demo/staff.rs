//! Who sits where in the demonstration office, as its sheets say: the same sheets that are imported.

use daftar_domain::drafting::OutsideKind;
use std::collections::HashMap;

/// The sheets, in the format of the import.
pub(super) const UNITS: &str = include_str!("../../demo/units.csv");
/// The posts.
pub(super) const POSTS: &str = include_str!("../../demo/posts.csv");
/// The persons.
pub(super) const PERSONS: &str = include_str!("../../demo/persons.csv");
/// The charges.
pub(super) const CHARGES: &str = include_str!("../../demo/charges.csv");
/// The heads of the sections: no sheet of the import, but of the same kind.
pub(super) const HEADS: &str = include_str!("../../demo/heads.csv");

/// Where the units are reached: no sheet of the import either.
pub(super) const LETTERHEADS: &str = include_str!("../../demo/letterheads.csv");

/// Whom all units write to.
pub(super) const CONTACTS: &str = include_str!("../../demo/contacts.csv");

/// The grade from which an officer decides for a department.
const SECRETARY: i16 = 20;

/// A post, by its place in the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Desk(pub(super) usize);

/// A post of the sheet.
#[derive(Debug, Clone, serde::Deserialize)]
pub(super) struct PostRow {
    pub(super) code: String,
    unit_code: String,
    grade: i16,
    reports_to_code: String,
    roles: String,
}

#[derive(Debug, serde::Deserialize)]
struct UnitRow {
    code: String,
    parent_code: String,
    kind: String,
    name_en: String,
    name_ur: String,
}

#[derive(Debug, serde::Deserialize)]
struct ChargeRow {
    post_code: String,
    user_name: String,
}

/// A head of the sheet.
#[derive(Debug, Clone, serde::Deserialize)]
pub(super) struct HeadRow {
    pub(super) unit_code: String,
    pub(super) code: String,
    pub(super) title_en: String,
    pub(super) title_ur: String,
}

/// What the letters of a unit say above their number.
#[derive(Debug, serde::Deserialize)]
pub(super) struct LetterheadRow {
    pub(super) unit_code: String,
    pub(super) place_en: String,
    pub(super) place_ur: String,
    pub(super) address_en: String,
    pub(super) address_ur: String,
    pub(super) phone: String,
    pub(super) email: String,
}

/// Somebody outside the office; lines are divided by `|`.
#[derive(Debug, serde::Deserialize)]
pub(super) struct ContactRow {
    pub(super) group: String,
    pub(super) sort: OutsideKind,
    pub(super) name: String,
    pub(super) lines: String,
    pub(super) name_ur: String,
    pub(super) lines_ur: String,
    pub(super) email: String,
    pub(super) phone: String,
}

/// The staff of the demonstration office.
#[derive(Debug)]
pub(super) struct Staff {
    posts: Vec<PostRow>,
    units: HashMap<String, UnitRow>,
    holders: HashMap<String, String>,
}

/// The rows of a sheet.
pub(super) fn rows<T: serde::de::DeserializeOwned>(sheet: &str) -> Result<Vec<T>, csv::Error> {
    csv::Reader::from_reader(sheet.as_bytes()).deserialize().collect()
}

impl Staff {
    /// Reads the sheets.
    pub(super) fn read() -> Result<Self, csv::Error> {
        let units: Vec<UnitRow> = rows(UNITS)?;
        let charges: Vec<ChargeRow> = rows(CHARGES)?;
        Ok(Self {
            posts: rows(POSTS)?,
            units: units.into_iter().map(|unit| (unit.code.clone(), unit)).collect(),
            holders: charges.into_iter().map(|row| (row.post_code, row.user_name)).collect(),
        })
    }

    /// A desk's post.
    pub(super) fn post(&self, desk: Desk) -> &PostRow {
        &self.posts[desk.0]
    }

    /// Every desk that somebody holds.
    pub(super) fn held(&self) -> impl Iterator<Item = Desk> {
        (0..self.posts.len())
            .map(Desk)
            .filter(|desk| self.holder(*desk).is_some())
    }

    /// The user name of whoever holds a desk.
    pub(super) fn holder(&self, desk: Desk) -> Option<&str> {
        self.holders.get(&self.post(desk).code).map(String::as_str)
    }

    /// The desk with this code.
    pub(super) fn desk(&self, code: &str) -> Option<Desk> {
        self.posts.iter().position(|post| post.code == code).map(Desk)
    }

    /// The officer who keeps the files of a section.
    pub(super) fn section_desk(&self, unit: &str) -> Option<Desk> {
        self.held().find(|desk| {
            let post = self.post(*desk);
            post.unit_code == unit && post.roles.contains("authenticator")
        })
    }

    /// The clerk who diarises for the department of a unit.
    pub(super) fn clerk(&self, unit: &str) -> Option<Desk> {
        let department = self.department(unit)?;
        self.held().find(|desk| {
            let post = self.post(*desk);
            post.roles.contains("registry") && self.department(&post.unit_code) == Some(department)
        })
    }

    /// The code of the department that a unit belongs to.
    fn department(&self, unit: &str) -> Option<&str> {
        let mut unit = self.units.get(unit)?;
        while unit.kind != "department" {
            unit = self.units.get(&unit.parent_code)?;
        }
        Some(&unit.code)
    }

    /// The English name of the department that a unit belongs to.
    pub(super) fn department_name(&self, unit: &str) -> &str {
        let department = self.department(unit).and_then(|code| self.units.get(code));
        department.map_or("", |unit| unit.name_en.as_str())
    }

    /// The code of the department with this name, in either language.
    pub(super) fn department_called(&self, name: &str) -> Option<&str> {
        let called = |unit: &&UnitRow| unit.kind == "department" && (unit.name_en == name || unit.name_ur == name);
        self.units.values().find(called).map(|unit| unit.code.as_str())
    }

    /// Who takes in a department's papers: the first desk in it that keeps files of a section.
    pub(super) fn reception(&self, department: &str) -> Option<Desk> {
        self.held().find(|desk| {
            let post = self.post(*desk);
            let is_section = self
                .units
                .get(&post.unit_code)
                .is_some_and(|unit| unit.kind == "section");
            is_section && post.roles.contains("authenticator") && self.department(&post.unit_code) == Some(department)
        })
    }

    /// The usual channel from a section's desk to the Chief Minister: up the line to the secretary, then through the
    /// Chief Secretary and the Principal Secretary. Vacant desks are passed over.
    pub(super) fn channel(&self, from: Desk) -> Vec<Desk> {
        let mut channel = vec![from];
        let mut at = from;
        while let Some(next) = self.desk(&self.post(at).reports_to_code) {
            // The Chief Secretary reports to the Chief Minister, but his papers pass the Principal Secretary.
            if self.post(next).code == "CM" && self.post(at).code == "CS" {
                channel.extend(self.desk("PSCM"));
            }
            if self.holder(next).is_some() {
                channel.push(next);
            }
            at = next;
        }
        channel
    }

    /// Where in a channel the department's own decision is taken.
    pub(super) fn secretary(&self, channel: &[Desk]) -> usize {
        let at = channel.iter().position(|desk| self.post(*desk).grade >= SECRETARY);
        at.unwrap_or(channel.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_sheets_make_an_office() {
        let staff = Staff::read().unwrap();
        assert!((58..=64).contains(&staff.posts.len()), "{}", staff.posts.len());
        assert!(staff.held().count() < staff.posts.len(), "some posts are vacant");
        let persons: BTreeSet<&String> = staff.holders.values().collect();
        assert!((43..=50).contains(&persons.len()), "{}", persons.len());
        let heads: Vec<HeadRow> = rows(HEADS).unwrap();
        for head in &heads {
            let desk = staff.section_desk(&head.unit_code);
            let channel = staff.channel(desk.unwrap_or_else(|| panic!("{}", head.unit_code)));
            assert!(staff.secretary(&channel) >= 1, "{}", head.unit_code);
            assert!(staff.clerk(&head.unit_code).is_some(), "{}", head.unit_code);
            assert_eq!(channel.last().copied(), staff.desk("CM"), "{}", head.unit_code);
        }
    }

    #[test]
    fn budget_goes_by_the_usual_channel() {
        let staff = Staff::read().unwrap();
        let channel = staff.channel(staff.desk("SO-BUDGET-1").unwrap());
        let codes: Vec<&str> = channel.iter().map(|desk| staff.post(*desk).code.as_str()).collect();
        assert_eq!(
            codes,
            ["SO-BUDGET-1", "DS-BUDGET", "AS-BUDGET", "SECY-FIN", "CS", "PSCM", "CM"]
        );
        assert_eq!(staff.secretary(&channel), 3);
    }
}
