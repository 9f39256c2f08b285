//! The way of one case through the office: from the registry to a file, up the channel, down again.

use super::case::{Case, Source, later};
use super::deed::{Deed, FilePlan, Marking, PaperPlan, Sending, Step, Weight};
use crate::demo::calendar::{Calendar, DAY};
use crate::demo::catalogue::phrases::{
    ANSWERS, COMPLIANCES, CONTINUATIONS, MARKINGS, ORDERS, PARKINGS, Phrases, QUERIES, RECOMMENDATIONS, REOPENINGS,
    SUBMITTED_TO_CM, SUPPORTS,
};
use crate::demo::chance::Chance;
use crate::demo::papers::ANNEX;
use crate::demo::staff::{Desk, Staff};
use daftar_domain::correspondence::ReceiptAction;
use daftar_domain::filing::{ForwardAction, ReturnReason};

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

    fn text(&mut self, phrases: &Phrases) -> super::deed::Text {
        self.case.phrase(phrases, &mut self.chance)
    }

    fn remark(&mut self, phrases: &Phrases) -> String {
        self.case.remark(phrases, &mut self.chance)
    }

    /// The paper arrives and becomes a file on the section's desk.
    fn begin(&mut self) {
        let day = self.calendar.day(self.clock);
        let paper = self.case.paper(self.staff, self.clerk, day, &mut self.chance);
        let paper = self.arrives(paper, true);
        let section = self.desk(0);
        self.wait(20, 240);
        let file = self.file();
        self.does(Deed::Open { file, by: section });
        self.clock += 3;
        self.does(Deed::Docket {
            paper,
            file,
            by: section,
        });
        if self.turns.link {
            self.clock += 4;
            self.does(Deed::Link { file, by: section });
        }
        if self.turns.annex {
            self.clock += 6;
            let title = "Annex A: statement of on-going schemes, by district".to_owned();
            self.does(Deed::Annex {
                file,
                by: section,
                title,
                asset: ANNEX,
            });
        }
    }

    /// A paper is diarised, marked down to the section and accepted there.
    fn arrives(&mut self, paper: PaperPlan, first: bool) -> usize {
        let number = self.start.paper + self.planned.papers.len();
        self.planned.papers.push(paper);
        let section = self.desk(0);
        let through = if first && self.chance.percent(30) {
            self.secretary
        } else if first && self.chance.percent(25) {
            1
        } else {
            0
        };
        let to = self.desk(through);
        let remark = (through > 0).then(|| self.remark(&MARKINGS));
        let copies = if first && self.chance.percent(8) && through != 1 {
            vec![self.desk(1)]
        } else {
            Vec::new()
        };
        let marking = |to, copies, remark| Marking {
            to,
            action: ReceiptAction::NecessaryAction,
            copies,
            remark,
        };
        self.does(Deed::Diarise {
            paper: number,
            mark: Some(marking(to, copies, None)),
        });
        if through > 0 {
            self.wait(30, 420);
            self.does(Deed::Accept { paper: number, by: to });
            self.clock += 5;
            self.does(Deed::Mark {
                paper: number,
                by: to,
                marking: marking(section, Vec::new(), remark),
            });
        }
        self.wait(25, 300);
        self.does(Deed::Accept {
            paper: number,
            by: section,
        });
        number
    }

    /// The section has the file and has not finished its note.
    fn unfinished(&mut self) {
        if self.chance.percent(60) {
            self.clock += 12;
            let text = self.case.proposal(&mut self.chance);
            self.does(Deed::Draft {
                file: self.file(),
                by: self.desk(0),
                text,
            });
        }
    }

    fn sending(&mut self, to: usize, action: ForwardAction) -> Sending {
        let due_in_days = self.chance.percent(14).then(|| self.chance.between(4, 12));
        Sending {
            to: self.desk(to),
            action,
            due_in_days,
            remark: None,
        }
    }

    /// The section notes and sends the file up.
    fn propose(&mut self) {
        self.wait(40, 520);
        let (file, section) = (self.file(), self.desk(0));
        let text = self.case.proposal(&mut self.chance);
        let action = self
            .chance
            .pick(&[ForwardAction::Approval, ForwardAction::Approval, ForwardAction::Orders]);
        let sending = self.sending(1, action);
        self.does(Deed::Note {
            file,
            by: section,
            text,
            weight: Weight::Proposal,
            then: Some(sending.clone()),
        });
        if self.turns.pull_back {
            self.clock += 11;
            self.does(Deed::PullBack { file, by: section });
            self.clock += 9;
            let remark = Some("Enclosures have been flagged; they had been left out.".to_owned());
            self.does(Deed::Forward {
                file,
                by: section,
                sending: Sending { remark, ..sending },
            });
        }
        if self.turns.part.is_some() {
            self.open_part();
        }
    }

    fn open_part(&mut self) {
        let main = self.file();
        let part = main + self.planned.files.len();
        let plan = self.case.file();
        self.planned.files.push(plan);
        self.clock += 20;
        let section = self.desk(0);
        self.does(Deed::Part {
            main,
            part,
            by: section,
        });
        self.clock += 15;
        let text = self.text(&COMPLIANCES_ON_PART);
        self.does(Deed::Note {
            file: part,
            by: section,
            text,
            weight: Weight::Light,
            then: None,
        });
    }

    /// The file climbs from the desk above the section to a place of the channel.
    fn climb(&mut self, top: usize) {
        if top >= 1 && self.chance.percent(14) {
            self.query();
            self.answer();
        }
        for at in 1..top {
            self.wait(60, 620);
            self.look(at);
            self.clock += 6;
            self.pass(at);
        }
    }

    /// A desk on the way notes or agrees, and sends the file one desk further.
    fn pass(&mut self, at: usize) {
        let (file, by) = (self.file(), self.desk(at));
        let then = Some(self.sending(at + 1, ForwardAction::Approval));
        let phrases = match at {
            _ if at == self.secretary => Some(&RECOMMENDATIONS),
            _ if at == self.secretary + 1 => Some(&SUBMITTED_TO_CM),
            1 if self.chance.percent(65) => Some(&SUPPORTS),
            2 if self.chance.percent(15) => Some(&SUPPORTS),
            _ => None,
        };
        match phrases {
            Some(phrases) => {
                let text = self.text(phrases);
                self.does(Deed::Note {
                    file,
                    by,
                    text,
                    weight: Weight::Light,
                    then,
                });
            }
            None => self.does(Deed::Agree { file, by, then }),
        }
    }

    /// The desk above the section asks, and sends the file back.
    fn query(&mut self) {
        self.wait(60, 520);
        let (file, by) = (self.file(), self.desk(1));
        self.look(1);
        self.clock += 8;
        let text = self.text(&QUERIES);
        self.does(Deed::Note {
            file,
            by,
            text,
            weight: Weight::Light,
            then: None,
        });
        self.clock += 2;
        let reason = self
            .chance
            .pick(&[ReturnReason::Clarify, ReturnReason::Discuss, ReturnReason::Incomplete]);
        self.does(Deed::Return {
            file,
            by,
            reason,
            remark: None,
        });
    }

    /// The section answers and sends the file up again; a further paper may have come meanwhile.
    fn answer(&mut self) {
        self.wait(120, 700);
        let (file, section) = (self.file(), self.desk(0));
        self.look(0);
        if self.turns.rest {
            let until = later(self.calendar, self.clock, 7);
            self.clock += 4;
            self.park(until);
            self.clock += 8 * DAY;
        }
        if self.chance.percent(60) {
            self.continues();
        }
        self.clock += 15;
        let text = self.text(&ANSWERS);
        let then = Some(self.sending(1, ForwardAction::AsDiscussed));
        self.does(Deed::Note {
            file,
            by: section,
            text,
            weight: Weight::Light,
            then,
        });
    }

    fn park(&mut self, until: chrono::NaiveDate) {
        self.clock += 5;
        let remark = self.remark(&PARKINGS);
        self.does(Deed::Park {
            file: self.file(),
            by: self.desk(0),
            until,
            remark,
        });
    }

    /// A further paper is put on the file while the section has it.
    fn continues(&mut self) {
        let day = self.calendar.day(self.clock);
        let paper = self.case.further(self.staff, self.clerk, day, &mut self.chance);
        let paper = self.arrives(paper, false);
        let (file, by) = (self.file(), self.desk(0));
        self.clock += 10;
        self.does(Deed::Docket { paper, file, by });
        self.clock += 10;
        let text = self.text(&CONTINUATIONS);
        self.does(Deed::Note {
            file,
            by,
            text,
            weight: Weight::Light,
            then: None,
        });
    }

    /// The decision, and the way down.
    fn order(&mut self, top: usize, back_to: usize) {
        self.wait(60, 900);
        self.look(top);
        self.clock += 5;
        let mut down = vec![back_to];
        if top > self.secretary {
            down.insert(0, self.secretary);
        } else if top > 1 && back_to == 0 && self.chance.percent(55) {
            down.insert(0, 1);
        }
        down.retain(|at| *at < top);
        let mut from = top;
        for (step, to) in down.into_iter().enumerate() {
            let (file, by) = (self.file(), self.desk(from));
            let sending = self.sending(to, ForwardAction::NecessaryAction);
            if step == 0 {
                let text = self.text(&ORDERS);
                self.does(Deed::Note {
                    file,
                    by,
                    text,
                    weight: Weight::Order,
                    then: Some(sending),
                });
            } else {
                self.wait(30, 300);
                self.look(from);
                self.clock += 3;
                self.does(Deed::Forward { file, by, sending });
            }
            from = to;
        }
    }

    /// The section carries out the orders and closes the file.
    fn comply(&mut self) {
        self.wait(40, 700);
        let (file, by) = (self.file(), self.desk(0));
        self.look(0);
        if self.chance.percent(42) {
            self.continues();
        }
        match self.turns.part {
            Some(PartEnd::Merged) => {
                self.clock += 9;
                self.does(Deed::Merge {
                    part: file + 1,
                    main: file,
                    by,
                });
            }
            Some(PartEnd::Stays) => return,
            None => {}
        }
        self.clock += 12;
        let text = self.text(&COMPLIANCES);
        self.does(Deed::Note {
            file,
            by,
            text,
            weight: Weight::Light,
            then: None,
        });
        if self.turns.volume {
            self.open_volume();
            return;
        }
        self.clock += 7;
        self.does(Deed::Close { file, by });
        if self.turns.reopen {
            self.wait(900, 4000);
            let reason = self.remark(&REOPENINGS);
            self.does(Deed::Reopen { file, by, reason });
            self.continues();
            self.clock += 60;
            self.does(Deed::Close { file, by });
        }
    }

    fn open_volume(&mut self) {
        let earlier = self.file();
        let volume = earlier + self.planned.files.len();
        let plan = self.case.file();
        self.planned.files.push(plan);
        self.clock += 7;
        self.does(Deed::Volume {
            earlier,
            volume,
            by: self.desk(0),
        });
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

/// What is noted on a part.
const COMPLIANCES_ON_PART: Phrases = Phrases {
    en: &[
        "This part has been opened as the main file is away for orders. The reference to the department may be issued meanwhile.",
    ],
    ur: &["اصل فائل زیر حکم ہونے کی وجہ سے یہ حصہ فائل کھولا گیا ہے۔ محکمہ کو مراسلہ اس دوران جاری کر دیا جائے۔"],
};
