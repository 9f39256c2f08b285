//! The plan of the year: every act of the demonstration office in its order. Pure: it touches no database.

mod case;
mod deed;
mod journey;
mod letter;
mod loose;

pub(super) use deed::{Deed, FilePlan, LetterPlan, Marking, PaperPlan, Recipient, Scan, Sending, Step, Text, Weight};

use super::calendar::{Calendar, DAY};
use super::catalogue::{Matter, matters};
use super::chance::Chance;
use super::papers::SPECIMENS;
use super::staff::{Desk, Staff};
use case::Source;
use journey::{Fate, PartEnd, Planned, Start, Turns};
use std::collections::HashSet;

/// How large the office is to be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Files that were closed in the course of the year.
    pub(super) closed: usize,
    /// How many of a hundred desks' live work there is.
    pub(super) live_percent: u64,
    /// Papers in all.
    pub(super) papers: usize,
}

impl Scale {
    /// The demonstration: about 200 files and 400 receipts.
    pub(super) const WHOLE: Self = Self {
        closed: 104,
        live_percent: 100,
        papers: 400,
    };
}

/// The plan.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) papers: Vec<PaperPlan>,
    pub(super) files: Vec<FilePlan>,
    /// In the order of their time.
    pub(super) steps: Vec<Step>,
}

/// How many files wait on which desk on their way up, and from which sections they come. The main desks of the
/// demonstration have plenty.
const WAITING: &[(&str, &[&str], usize)] = &[
    ("SO-BUDGET-1", &["Bud-I"], 6),
    ("DS-BUDGET", &["Bud-I", "Bud-II"], 7),
    ("AS-BUDGET", &["Bud-I"], 2),
    ("SECY-FIN", &["Bud-I", "Exp-I", "FR", "Bud-II"], 8),
    ("CS", &["Bud-I", "Works", "Hlth-G", "E-II", "CS-Staff"], 7),
    ("PSCM", &["CM-Coord", "Cab-I", "Bud-I"], 5),
    ("CM", &["CM-Coord", "E-II", "Bud-I"], 4),
    ("SO-CM-COORD", &["CM-Coord"], 4),
    ("AS-CM", &["CM-Coord"], 2),
    ("DS-CS", &["CS-Staff"], 2),
    ("SO-BUDGET-2", &["Bud-II", "FR"], 1),
    ("SO-EXP-1", &["Exp-I"], 2),
    ("SECY-IRR", &["Works", "Canals"], 2),
    ("DS-WORKS", &["Works", "Canals"], 2),
    ("SO-CANALS", &["Canals"], 2),
    ("SECY-HEALTH", &["Hlth-G", "Proc"], 2),
    ("DS-HEALTH", &["Hlth-G", "Proc"], 2),
    ("SO-HEALTH", &["Hlth-G"], 1),
    ("SECY-LAW", &["Opn-I", "Legis"], 2),
    ("DS-OPINION", &["Opn-I", "Lit"], 1),
    ("ACS", &["Admn-I", "E-II", "Cab-I"], 2),
    ("SO-ADMN-1", &["Admn-I"], 1),
];

/// Live files that are back with their section, or parked there: section, fate, how many.
const RETURNED: &[(&str, Fate, usize)] = &[
    ("Bud-I", Fate::Decided { back_to: 0 }, 3),
    ("Bud-I", Fate::Decided { back_to: 1 }, 2),
    ("Bud-I", Fate::Queried, 3),
    ("Bud-I", Fate::Parked { days: 9 }, 2),
    ("Bud-II", Fate::Parked { days: 16 }, 1),
    ("CM-Coord", Fate::Decided { back_to: 0 }, 1),
    ("CM-Coord", Fate::Parked { days: 5 }, 1),
    ("Works", Fate::Queried, 1),
    ("Proc", Fate::Decided { back_to: 0 }, 1),
    ("Lit", Fate::Parked { days: 12 }, 1),
];

/// How long the work on live desks has lain there, in hours: new, half gone, overdue. The list is gone through round
/// by round, so that every desk shows every colour.
const AGES: &[(u64, u64)] = &[(18, 60), (92, 140), (160, 420), (20, 70), (20, 80), (95, 145)];

impl Plan {
    /// Draws the year.
    pub(super) fn draw(staff: &Staff, calendar: &Calendar, scale: Scale) -> Self {
        let mut drawing = Drawing {
            staff,
            calendar,
            chance: Chance::new(1947),
            subjects: HashSet::new(),
            round: 0,
            plan: Self::default(),
        };
        drawing.live_files(scale);
        drawing.closed_files(scale);
        loose::draw(&mut drawing, scale);
        drawing.plan.in_order(calendar)
    }

    /// The steps in the order of their time; what would lie in the future is left undone.
    fn in_order(mut self, calendar: &Calendar) -> Self {
        self.steps.retain(|step| step.at < calendar.minutes());
        self.steps.sort_by_key(|step| step.at);
        self
    }
}

/// The plan while it is drawn.
struct Drawing<'a> {
    staff: &'a Staff,
    calendar: &'a Calendar,
    chance: Chance,
    subjects: HashSet<String>,
    round: usize,
    plan: Plan,
}

impl Drawing<'_> {
    fn live_files(&mut self, scale: Scale) {
        let mut specimens = SPECIMENS.iter();
        for (code, sections, count) in WAITING {
            for number in 0..share(*count, scale) {
                let section = sections[number % sections.len()];
                let Some(at) = self.place(code, section) else { continue };
                let turns = Turns {
                    annex: *code == "DS-BUDGET" && number == 0,
                    link: number == 1,
                    pull_back: number == 2,
                    letter: number % 2 == 0,
                    ..Turns::default()
                };
                let end = self.recent();
                let source = Source::Matter(self.matter(section));
                self.case(source, Fate::Waits { at }, turns, end);
            }
        }
        for (section, fate, count) in RETURNED {
            for number in 0..share(*count, scale) {
                let turns = Turns {
                    link: number == 0,
                    letter: true,
                    ..Turns::default()
                };
                let end = self.recent();
                let source = Source::Matter(self.matter(section));
                self.case(source, *fate, turns, end);
            }
        }
        for (number, specimen) in specimens.by_ref().enumerate() {
            let at = if number % 3 == 0 { 0 } else { 1 + number % 2 };
            let end = self.calendar.hours_ago(20 + 30 * u64::try_from(number).unwrap_or(0));
            self.case(Source::Specimen(specimen), Fate::Waits { at }, Turns::default(), end);
        }
    }

    fn closed_files(&mut self, scale: Scale) {
        let kinds: Vec<&'static Matter> = matters().collect();
        for number in 0..scale.closed {
            let matter = self.chance.pick(&kinds);
            let Some(section) = self.staff.section_desk(matter.section) else {
                continue;
            };
            let channel = self.staff.channel(section);
            let secretary = self.staff.secretary(&channel);
            let top = match self.chance.between(1, 100) {
                1..=30 => 1,
                31..=45 => secretary.saturating_sub(1).max(1),
                46..=90 => secretary,
                91..=97 => (secretary + 1).min(channel.len() - 1),
                _ => channel.len() - 1,
            };
            let turns = Turns {
                link: number % 9 == 4,
                pull_back: number % 23 == 7,
                part: match number % 29 {
                    11 => Some(PartEnd::Merged),
                    25 => Some(PartEnd::Stays),
                    _ => None,
                },
                annex: number == 40,
                rest: number % 5 == 2,
                volume: number % 59 == 33,
                reopen: number % 31 == 17,
                letter: number % 2 == 1,
            };
            let end = self.chance.between(9 * DAY, self.calendar.minutes() - 1);
            self.case(Source::Matter(matter), Fate::Closed { top }, turns, end);
        }
    }

    /// Plans a case so that its last step falls on `end`. Subjects are not repeated.
    fn case(&mut self, source: Source, fate: Fate, turns: Turns, end: u64) {
        let places = (self.staff, self.calendar);
        for _ in 0..8 {
            let seed = self.chance.between(0, u64::MAX - 1);
            let start = |at| Start {
                at,
                paper: self.plan.papers.len(),
                file: self.plan.files.len(),
            };
            let what = (source, fate, turns);
            let Some(trial) = journey::plan(places, what, start(0), Chance::new(seed)) else {
                return;
            };
            let length = trial
                .steps
                .iter()
                .filter(|step| !matches!(step.deed, Deed::Look { .. }))
                .map(|step| step.at)
                .max();
            let begins = end.saturating_sub(length.unwrap_or(0));
            let Some(planned) = journey::plan(places, what, start(begins), Chance::new(seed)) else {
                return;
            };
            let subject = planned
                .files
                .first()
                .map(|file| file.subject.clone())
                .unwrap_or_default();
            if self.subjects.insert(subject) {
                self.keep(planned);
                return;
            }
        }
    }

    fn keep(&mut self, planned: Planned) {
        self.plan.papers.extend(planned.papers);
        self.plan.files.extend(planned.files);
        self.plan.steps.extend(planned.steps);
    }

    /// Where a desk stands in the channel of a section.
    fn place(&self, code: &str, section: &str) -> Option<usize> {
        let channel = self.staff.channel(self.staff.section_desk(section)?);
        let desk = self.staff.desk(code)?;
        channel.iter().position(|at| *at == desk)
    }

    /// A kind of case of a section.
    fn matter(&mut self, section: &str) -> &'static Matter {
        let kinds: Vec<&'static Matter> = matters().filter(|matter| matter.section == section).collect();
        self.chance.pick(&kinds)
    }

    /// The next of the ages in which live work comes.
    fn recent(&mut self) -> u64 {
        let (low, high) = AGES[self.round % AGES.len()];
        self.round += 1;
        let hours = self.chance.between(low, high);
        self.calendar.hours_ago(hours)
    }

    /// The desk with this code.
    fn desk(&self, code: &str) -> Option<Desk> {
        self.staff.desk(code)
    }
}

/// A share of a number; of anything there is at least one.
fn share(count: usize, scale: Scale) -> usize {
    let share = u64::try_from(count).unwrap_or(0) * scale.live_percent / 100;
    usize::try_from(share).unwrap_or(0).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone as _, Utc};
    use std::collections::BTreeMap;

    fn whole(day: u32) -> (Plan, Calendar, Staff) {
        let staff = Staff::read().unwrap();
        let calendar = Calendar::until(Utc.with_ymd_and_hms(2026, 11, day, 6, 0, 0).unwrap());
        (Plan::draw(&staff, &calendar, Scale::WHOLE), calendar, staff)
    }

    #[test]
    fn the_year_has_what_was_asked_for_and_is_the_same_each_time() {
        let (plan, calendar, _) = whole(23);
        assert!((390..=420).contains(&plan.papers.len()), "{} papers", plan.papers.len());
        assert!((190..=215).contains(&plan.files.len()), "{} files", plan.files.len());
        assert!(plan.steps.is_sorted_by_key(|step| step.at));
        let (again, _, _) = whole(23);
        let told = |plan: &Plan| format!("{:?}", plan.steps);
        assert_eq!(told(&plan), told(&again));
        let last = plan.steps.last().map(|step| calendar.at(step.at));
        assert!(last <= Some(calendar.at(calendar.minutes() - 1)));
    }

    #[test]
    fn a_third_is_in_urdu_and_subjects_differ() {
        let (plan, _, _) = whole(23);
        let urdu = plan
            .files
            .iter()
            .filter(|file| file.language == daftar_domain::office::Language::Urdu)
            .count();
        assert!(urdu * 100 / plan.files.len() > 25, "{urdu} of {}", plan.files.len());
        let mut seen = BTreeMap::new();
        for file in &plan.files {
            *seen.entry(file.subject.as_str()).or_insert(0) += 1;
        }
        // A part and a volume carry the subject of their file.
        let repeated = seen.values().filter(|count| **count > 1).count();
        assert!(repeated < 12, "{repeated} subjects repeated");
    }

    #[test]
    fn other_days_make_other_plans_of_the_same_size() {
        for day in 1..=28 {
            let (plan, _, _) = whole(day);
            assert!(
                (385..=425).contains(&plan.papers.len()),
                "{day}: {} papers",
                plan.papers.len()
            );
            assert!(
                (190..=215).contains(&plan.files.len()),
                "{day}: {} files",
                plan.files.len()
            );
        }
    }
}
