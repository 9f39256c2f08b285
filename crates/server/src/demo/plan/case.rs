//! A case with its facts: what its paper says and what its notes say.

use super::deed::{FilePlan, PaperPlan, Scan, Text};
use crate::demo::calendar::Calendar;
use crate::demo::catalogue::phrases::{CANAL_RULES, CLOSINGS, FINANCIAL_RULES, OPENINGS, Phrases, RULES, SUBMISSIONS};
use crate::demo::catalogue::{Facts, Matter, Sender};
use crate::demo::chance::Chance;
use crate::demo::papers::Specimen;
use crate::demo::staff::{Desk, Staff};
use chrono::{Days, NaiveDate};
use daftar_documents::letter::{Letter, Typeface};
use daftar_domain::correspondence::Mode;
use daftar_domain::office::{Classification, Language, Priority};

/// Where a case comes from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source {
    /// A kind of case; its letter is written anew.
    Matter(&'static Matter),
    /// A letter that was made beforehand.
    Specimen(&'static Specimen),
}

impl Source {
    pub(super) fn section(self) -> &'static str {
        match self {
            Self::Matter(matter) => matter.section,
            Self::Specimen(specimen) => specimen.section,
        }
    }

    fn head(self) -> &'static str {
        match self {
            Self::Matter(matter) => matter.head,
            Self::Specimen(specimen) => specimen.head,
        }
    }

    fn language(self) -> Language {
        match self {
            Self::Matter(matter) => matter.language,
            Self::Specimen(specimen) => specimen.language,
        }
    }

    fn sender(self) -> &'static Sender {
        match self {
            Self::Matter(matter) => matter.sender,
            Self::Specimen(specimen) => &specimen.sender,
        }
    }

    fn subject(self) -> &'static str {
        match self {
            Self::Matter(matter) => matter.subject,
            Self::Specimen(specimen) => specimen.subject,
        }
    }

    fn note(self) -> &'static [&'static str] {
        match self {
            Self::Matter(matter) => matter.note,
            Self::Specimen(specimen) => specimen.note,
        }
    }

    fn letter(self) -> &'static [&'static str] {
        match self {
            Self::Matter(matter) => matter.letter,
            Self::Specimen(_) => &[],
        }
    }
}

/// A case as it was drawn.
#[derive(Debug, Clone)]
pub(super) struct Case {
    source: Source,
    pub(super) facts: Facts,
    classification: Classification,
    priority: Priority,
}

impl Case {
    /// Draws a case whose first paper arrives on `day`.
    pub(super) fn draw(source: Source, day: NaiveDate, chance: &mut Chance) -> Self {
        let mut facts = Facts::draw(source.language(), day, chance);
        let sender = source.sender();
        let writer = if sender.office.is_empty() {
            sender.name
        } else {
            sender.office
        };
        let writer = facts.fill(writer);
        let writer = match facts.language {
            Language::English if !writer.starts_with("M/s") && !sender.office.is_empty() => format!("the {writer}"),
            _ => writer,
        };
        facts.set("writer", writer);
        facts.set("received", facts.date(day));
        let rule = chance.pick(facts.choose(rules(source.section())));
        facts.set("rule", rule.to_owned());
        let classification = match chance.between(1, 100) {
            _ if matches!(source, Source::Specimen(_)) => Classification::Unclassified,
            1..=4 => Classification::Confidential,
            5..=12 => Classification::Restricted,
            _ => Classification::Unclassified,
        };
        Self {
            source,
            facts,
            classification,
            priority: priority(chance),
        }
    }

    /// The file that the section opens for it.
    pub(super) fn file(&self) -> FilePlan {
        FilePlan {
            unit: self.source.section(),
            head: self.source.head(),
            subject: self.subject(),
            language: self.facts.language,
            classification: self.classification,
            priority: self.priority,
        }
    }

    pub(super) fn sender(&self) -> &'static Sender {
        self.source.sender()
    }

    fn subject(&self) -> String {
        self.facts.fill(self.source.subject())
    }

    /// The paper that begins it, received on `day`.
    pub(super) fn paper(&self, staff: &Staff, clerk: Desk, day: NaiveDate, chance: &mut Chance) -> PaperPlan {
        let written = match self.source {
            Source::Specimen(specimen) => {
                let (year, month, of_month) = specimen.date;
                NaiveDate::from_ymd_opt(year, month, of_month).filter(|date| *date <= day)
            }
            Source::Matter(_) => Some(day - Days::new(chance.between(1, 9))),
        };
        let subject = self.subject();
        let mut paper = self.bare(clerk, subject, written, chance);
        paper.scan = match self.source {
            Source::Specimen(specimen) => Scan::Made(specimen.asset),
            Source::Matter(_) if self.is_scanned() => {
                let letter = Box::new(self.letter(staff, &paper, chance));
                if chance.percent(6) {
                    Scan::Scanned(letter)
                } else {
                    Scan::Typed(letter)
                }
            }
            Source::Matter(_) => Scan::None,
        };
        paper
    }

    /// A further paper from the same sender on the same case.
    pub(super) fn further(&self, staff: &Staff, clerk: Desk, day: NaiveDate, chance: &mut Chance) -> PaperPlan {
        let subject = match self.facts.language {
            Language::English => format!("Reminder: {}", self.subject()),
            Language::Urdu => format!("یاددہانی: {}", self.subject()),
        };
        let written = Some(day - Days::new(chance.between(1, 6)));
        let mut paper = self.bare(clerk, subject, written, chance);
        paper.enclosures = None;
        if self.is_scanned() && chance.percent(70) {
            let mut letter = self.letter(staff, &paper, chance);
            letter.paragraphs = vec![
                "Kindly refer to the letter on the subject cited above, to which a reply is still awaited.".to_owned(),
                chance.pick(CLOSINGS).to_owned(),
            ];
            paper.scan = Scan::Typed(Box::new(letter));
        }
        paper
    }

    /// Daftar types English letters; what is confidential the registry leaves in its envelope.
    fn is_scanned(&self) -> bool {
        self.facts.language == Language::English && self.classification < Classification::Confidential
    }

    fn bare(&self, clerk: Desk, subject: String, written: Option<NaiveDate>, chance: &mut Chance) -> PaperPlan {
        let sender = self.source.sender();
        let filled = |text: &str| Some(self.facts.fill(text)).filter(|text| !text.is_empty());
        let with_enclosures = chance.percent(45);
        PaperPlan {
            clerk,
            mode: chance.pick(&[
                Mode::ByHand,
                Mode::ByHand,
                Mode::Post,
                Mode::Courier,
                Mode::Email,
                Mode::Fax,
            ]),
            sender_name: self.facts.fill(sender.name),
            sender_office: filled(sender.office),
            sender_address: filled(sender.address),
            reference_number: filled(sender.reference),
            reference_date: written,
            subject,
            language: self.facts.language,
            classification: self.classification,
            priority: self.priority,
            due_in_days: chance.percent(25).then(|| chance.between(5, 21)),
            enclosures: with_enclosures.then(|| self.enclosures(chance)),
            scan: Scan::None,
        }
    }

    fn enclosures(&self, chance: &mut Chance) -> String {
        let leaves = chance.between(1, 14);
        match self.facts.language {
            Language::English => format!("As stated ({leaves} leaves)"),
            Language::Urdu => format!("حسب متن ({leaves} اوراق)"),
        }
    }

    fn letter(&self, staff: &Staff, paper: &PaperPlan, chance: &mut Chance) -> Letter {
        let sender = self.source.sender();
        let mut paragraphs: Vec<String> = self.source.letter().iter().map(|text| self.facts.fill(text)).collect();
        paragraphs.push(chance.pick(CLOSINGS).to_owned());
        let mut letterhead = Vec::new();
        if let Some(office) = &paper.sender_office {
            letterhead.push(office.to_uppercase());
            letterhead.extend(paper.sender_address.clone());
        }
        let mut signature = vec![format!("({})", paper.sender_name)];
        let designation = self.facts.fill(sender.designation);
        signature.extend(Some(designation).filter(|text| !text.is_empty()));
        if letterhead.is_empty() {
            signature.extend(paper.sender_address.clone());
        }
        let dated = paper
            .reference_date
            .map(|date| self.facts.date(date))
            .unwrap_or_default();
        Letter {
            typeface: chance.pick(&[Typeface::Times, Typeface::Times, Typeface::Courier]),
            letterhead,
            reference: paper
                .reference_number
                .as_ref()
                .map(|number| format!("No. {number}"))
                .unwrap_or_default(),
            date: format!("Dated: {dated}"),
            addressee: vec![
                "The Secretary to Government of the Punjab,".to_owned(),
                format!("{}.", staff.department_name(self.source.section())),
            ],
            subject: paper.subject.clone(),
            salutation: "Dear Sir,".to_owned(),
            paragraphs,
            signature,
            copies: Vec::new(),
        }
    }

    /// The section's first note.
    pub(super) fn proposal(&self, chance: &mut Chance) -> Text {
        let opening = chance.pick(self.facts.choose(&OPENINGS));
        let submission = chance.pick(self.facts.choose(&SUBMISSIONS));
        let texts = std::iter::once(&opening)
            .chain(self.source.note())
            .chain(std::iter::once(&submission));
        texts.map(|text| self.facts.pieces(text)).collect()
    }

    /// A note of one paragraph.
    pub(super) fn phrase(&self, phrases: &Phrases, chance: &mut Chance) -> Text {
        vec![self.facts.pieces(chance.pick(self.facts.choose(phrases)))]
    }

    /// A remark.
    pub(super) fn remark(&self, phrases: &Phrases, chance: &mut Chance) -> String {
        self.facts.fill(chance.pick(self.facts.choose(phrases)))
    }
}

/// Mostly routine.
fn priority(chance: &mut Chance) -> Priority {
    match chance.between(1, 100) {
        1..=2 => Priority::MostImmediate,
        3..=9 => Priority::Immediate,
        10..=28 => Priority::Priority,
        _ => Priority::Routine,
    }
}

/// The day after so many working days, for parking.
pub(super) fn later(calendar: &Calendar, minute: u64, days: u64) -> NaiveDate {
    calendar.day(minute) + Days::new(days)
}

/// The rules that a section cites.
fn rules(section: &str) -> &'static Phrases {
    match section {
        "Bud-I" | "Bud-II" | "Exp-I" | "FR" => &FINANCIAL_RULES,
        "Works" | "Canals" => &CANAL_RULES,
        _ => &RULES,
    }
}
