//! The way of one case through the office: from the registry to a file, up the channel, down again.

mod answer;
mod down;
mod up;

use super::case::{Case, Source};
use super::deed::{Deed, FilePlan, PaperPlan, Step, Text};
use crate::demo::calendar::Calendar;
use crate::demo::catalogue::phrases::Phrases;
use crate::demo::chance::Chance;
use crate::demo::staff::{Desk, Staff};

/// How a case ends, as far as the demonstration goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Decided at a place of the channel, complied with, closed.
    Closed { top: usize },
    /// Waits at a place of the channel, on its way up.
    Waits { at: usize },
    /// Decided by the secretary; back with the section, or with the desk above it, to be carried out.
    Decided { back_to: usize },
    /// Sent back to the section with a question.
    Queried,
    /// Laid aside by the section for so many days from today.
    Parked { days: u64 },
}

/// What is out of the ordinary on the way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a turn of its own; none excludes another"
)]
pub(super) struct Turns {
    /// Linked to an earlier file of the section.
    pub(super) link: bool,
    /// Pulled back once, because something was forgotten.
    pub(super) pull_back: bool,
    /// A part is opened while the main file is away; it is merged when both are back.
    pub(super) part: Option<PartEnd>,
    /// Carries the annex of forty pages.
    pub(super) annex: bool,
    /// Laid aside for a week on the way.
    pub(super) rest: bool,
    /// Continued in a second volume.
    pub(super) volume: bool,
    /// Closed, then taken up again and closed again.
    pub(super) reopen: bool,
    /// Answered by a letter, which is drafted with the proposal.
    pub(super) letter: bool,
}

/// What becomes of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartEnd {
    /// It is merged into its main file.
    Merged,
    /// It stays on the section's desk.
    Stays,
}

/// A case as it was planned; papers and files count from the numbers given to [`plan`].
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) papers: Vec<PaperPlan>,
    pub(super) files: Vec<FilePlan>,
    pub(super) steps: Vec<Step>,
}

/// Where a case starts in time and in the plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    /// The working minute.
    pub(super) at: u64,
    /// The number of its first paper.
    pub(super) paper: usize,
    /// The number of its file.
    pub(super) file: usize,
}

/// Plans a case. The same chance gives the same steps, whenever it starts.
pub(super) fn plan(
    (staff, calendar): (&Staff, &Calendar),
    (source, fate, turns): (Source, Fate, Turns),
    start: Start,
    mut chance: Chance,
) -> Option<Planned> {
    let section = staff.section_desk(source.section())?;
    let channel = staff.channel(section);
    let case = Case::draw(source, calendar.day(start.at), &mut chance);
    let mut journey = Journey {
        staff,
        calendar,
        clerk: staff.clerk(source.section())?,
        secretary: staff.secretary(&channel),
        channel,
        planned: Planned {
            papers: Vec::new(),
            files: vec![case.file()],
            steps: Vec::new(),
        },
        case,
        turns,
        start,
        clock: start.at,
        chance,
    };
    journey.walk(fate);
    Some(journey.planned)
}

struct Journey<'a> {
    staff: &'a Staff,
    calendar: &'a Calendar,
    clerk: Desk,
    channel: Vec<Desk>,
    secretary: usize,
    case: Case,
    turns: Turns,
    start: Start,
    clock: u64,
    chance: Chance,
    planned: Planned,
}

impl Journey<'_> {
    fn walk(&mut self, fate: Fate) {
        self.begin();
        match fate {
            Fate::Waits { at: 0 } => self.unfinished(),
            Fate::Waits { at } => {
                self.propose();
                self.climb(at);
                self.glance(at);
            }
            Fate::Decided { back_to } => {
                self.propose();
                self.climb(self.secretary);
                self.order(self.secretary, back_to);
                self.glance(back_to);
            }
            Fate::Queried => {
                self.propose();
                self.query();
                self.glance(0);
            }
            Fate::Parked { days } => {
                self.propose();
                self.query();
                self.wait(60, 300);
                self.look(0);
                let until = self.calendar.today() + chrono::Days::new(days);
                self.park(until);
            }
            Fate::Closed { top } => {
                self.propose();
                self.climb(top);
                self.order(top, 0);
                self.comply();
            }
        }
    }

    fn wait(&mut self, low: u64, high: u64) {
        let slow = if self.chance.percent(6) { 4 } else { 1 };
        self.clock += self.chance.between(low, high) * slow;
    }

    fn does(&mut self, deed: Deed) {
        self.planned.steps.push(Step { at: self.clock, deed });
    }

    fn file(&self) -> usize {
        self.start.file
    }

    fn desk(&self, at: usize) -> Desk {
        self.channel[at.min(self.channel.len() - 1)]
    }

    fn text(&mut self, phrases: &Phrases) -> Text {
        self.case.phrase(phrases, &mut self.chance)
    }

    fn remark(&mut self, phrases: &Phrases) -> String {
        self.case.remark(phrases, &mut self.chance)
    }

    fn look(&mut self, at: usize) {
        self.does(Deed::Look {
            file: self.file(),
            by: self.desk(at),
        });
    }

    /// Whoever has the file in the end may have looked at it already.
    fn glance(&mut self, at: usize) {
        if self.chance.percent(45) {
            let before = self.clock;
            self.clock += 25;
            self.look(at);
            self.clock = before;
        }
    }
}
