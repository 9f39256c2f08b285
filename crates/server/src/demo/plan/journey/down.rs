//! Down again: the decision, what is done about it, the end of the file.

use super::{Journey, PartEnd};
use crate::demo::catalogue::phrases::{COMPLIANCES, ORDERS, REOPENINGS};
use crate::demo::plan::deed::{Deed, Weight};
use daftar_domain::filing::ForwardAction;

impl Journey<'_> {
    /// The decision, and the way down.
    pub(super) fn order(&mut self, top: usize, back_to: usize) {
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
                self.approve_answer(top);
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
    pub(super) fn comply(&mut self) {
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
        self.issue_answer();
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

    pub(super) fn open_volume(&mut self) {
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
}
