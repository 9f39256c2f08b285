//! Up the channel: the paper arrives, becomes a file, and climbs from desk to desk.

use super::Journey;
use crate::demo::calendar::DAY;
use crate::demo::catalogue::phrases::{
    ANSWERS, CONTINUATIONS, MARKINGS, PARKINGS, Phrases, QUERIES, RECOMMENDATIONS, SUBMITTED_TO_CM, SUPPORTS,
};
use crate::demo::papers::ANNEX;
use crate::demo::plan::case::later;
use crate::demo::plan::deed::{Deed, Marking, PaperPlan, Sending, Weight};
use daftar_domain::correspondence::ReceiptAction;
use daftar_domain::filing::{ForwardAction, ReturnReason};

impl Journey<'_> {
    /// The paper arrives and becomes a file on the section's desk.
    pub(super) fn begin(&mut self) {
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
    pub(super) fn arrives(&mut self, paper: PaperPlan, first: bool) -> usize {
        let number = self.start.paper + self.planned.papers.len();
        self.planned.papers.push(paper);
        let section = self.desk(0);
        let through = if first && self.chance.percent(30) {
            self.secretary
        } else {
            usize::from(first && self.chance.percent(25))
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
    pub(super) fn unfinished(&mut self) {
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

    pub(super) fn sending(&mut self, to: usize, action: ForwardAction) -> Sending {
        let due_in_days = self.chance.percent(14).then(|| self.chance.between(4, 12));
        Sending {
            to: self.desk(to),
            action,
            due_in_days,
            remark: None,
        }
    }

    /// The section notes and sends the file up.
    pub(super) fn propose(&mut self) {
        self.wait(40, 520);
        let (file, section) = (self.file(), self.desk(0));
        let text = self.case.proposal(&mut self.chance);
        let action = self
            .chance
            .pick(&[ForwardAction::Approval, ForwardAction::Approval, ForwardAction::Orders]);
        let sending = self.sending(1, action);
        self.draft_answer();
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

    pub(super) fn open_part(&mut self) {
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
    pub(super) fn climb(&mut self, top: usize) {
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
    pub(super) fn pass(&mut self, at: usize) {
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
    pub(super) fn query(&mut self) {
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
    pub(super) fn answer(&mut self) {
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

    pub(super) fn park(&mut self, until: chrono::NaiveDate) {
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
    pub(super) fn continues(&mut self) {
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
}

/// What is noted on a part.
const COMPLIANCES_ON_PART: Phrases = Phrases {
    en: &[
        "This part has been opened as the main file is away for orders. The reference to the department may be issued meanwhile.",
    ],
    ur: &["اصل فائل زیر حکم ہونے کی وجہ سے یہ حصہ فائل کھولا گیا ہے۔ محکمہ کو مراسلہ اس دوران جاری کر دیا جائے۔"],
};
