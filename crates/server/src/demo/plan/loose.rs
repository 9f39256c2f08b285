//! Papers that do not become files: those that only inform, and those that still wait.

use super::case::{Case, Source};
use super::deed::{Deed, Marking, PaperPlan, Scan, Step};
use super::{Drawing, Scale, share};
use crate::demo::calendar::DAY;
use crate::demo::catalogue::Facts;
use crate::demo::catalogue::matters;
use crate::demo::catalogue::phrases::{DISPOSALS, INFORMATION, MARKINGS, MISDIRECTED, REOPENINGS};
use crate::demo::staff::Desk;
use daftar_domain::correspondence::{DisposalReason, ReceiptAction};

/// Papers that were marked to a desk and wait for acceptance; from which section's business, how many.
const MARKED: &[(&str, &str, usize)] = &[
    ("SO-BUDGET-1", "Bud-I", 5),
    ("DS-BUDGET", "Bud-I", 2),
    ("SECY-FIN", "Bud-I", 3),
    ("SECY-FIN", "FR", 1),
    ("CS", "CS-Staff", 4),
    ("PSCM", "CM-Coord", 3),
    ("SO-CM-COORD", "CM-Coord", 3),
    ("SO-BUDGET-2", "Bud-II", 1),
    ("SO-WORKS", "Works", 2),
    ("SO-CANALS", "Canals", 2),
    ("SO-HEALTH", "Hlth-G", 2),
    ("SO-PROC", "Proc", 1),
    ("SO-OPINION-1", "Opn-I", 1),
    ("SO-ADMN-1", "Admn-I", 1),
];

/// Papers that a section accepted and has not dealt with yet.
const ACCEPTED: &[(&str, &str, usize)] = &[
    ("SO-BUDGET-1", "Bud-I", 4),
    ("SO-CM-COORD", "CM-Coord", 2),
    ("SO-CANALS", "Canals", 1),
    ("SO-HEALTH", "Hlth-G", 1),
    ("SO-LIT", "Lit", 1),
    ("SO-LEGIS", "Legis", 1),
];

/// Papers that a registry has diarised and not marked yet.
const UNMARKED: &[(&str, usize)] = &[
    ("Bud-I", 6),
    ("Hlth-G", 2),
    ("Works", 2),
    ("CM-Coord", 2),
    ("CS-Staff", 1),
    ("Opn-I", 1),
];

/// Draws them; those that only inform make up the number of papers.
pub(super) fn draw(drawing: &mut Drawing<'_>, scale: Scale) {
    for (code, section, count) in MARKED {
        for _ in 0..share(*count, scale) {
            live(drawing, section, Some(code), false);
        }
    }
    for (code, section, count) in ACCEPTED {
        for _ in 0..share(*count, scale) {
            live(drawing, section, Some(code), true);
        }
    }
    for (section, count) in UNMARKED {
        for _ in 0..share(*count, scale) {
            live(drawing, section, None, false);
        }
    }
    let mut number = 0;
    while drawing.plan.papers.len() < scale.papers {
        informing(drawing, number);
        number += 1;
    }
}

/// A paper on a live desk, or still in its registry.
fn live(drawing: &mut Drawing<'_>, section: &str, code: Option<&str>, accepted: bool) {
    let Some(clerk) = drawing.staff.clerk(section) else {
        return;
    };
    let at = drawing.recent();
    let day = drawing.calendar.day(at);
    let source = Source::Matter(drawing.matter(section));
    let case = Case::draw(source, day, &mut drawing.chance);
    let paper = case.paper(drawing.staff, clerk, day, &mut drawing.chance);
    let number = add(drawing, paper);
    let to = code.and_then(|code| drawing.desk(code));
    let remark = drawing
        .chance
        .percent(30)
        .then(|| case.remark(&MARKINGS, &mut drawing.chance));
    let mark = to.map(|to| Marking {
        to,
        action: ReceiptAction::NecessaryAction,
        copies: Vec::new(),
        remark,
    });
    step(drawing, at, Deed::Diarise { paper: number, mark });
    if let Some(by) = to.filter(|_| accepted) {
        step(drawing, at + 30, Deed::Accept { paper: number, by });
    }
}

/// A paper that only informs: disposed of without a file, sometimes after a detour.
fn informing(drawing: &mut Drawing<'_>, number: usize) {
    let kinds: Vec<_> = matters().collect();
    let matter = drawing.chance.pick(&kinds);
    let (Some(clerk), Some(desk)) = (
        drawing.staff.clerk(matter.section),
        drawing.staff.section_desk(matter.section),
    ) else {
        return;
    };
    let mut at = drawing.chance.between(10, drawing.calendar.minutes() - 4 * DAY);
    let day = drawing.calendar.day(at);
    let case = Case::draw(Source::Matter(matter), day, &mut drawing.chance);
    let facts = Facts::draw(case.facts.language, day, &mut drawing.chance);
    let subject = facts.fill(drawing.chance.pick(facts.choose(&INFORMATION)));
    let paper = PaperPlan {
        subject,
        enclosures: None,
        due_in_days: None,
        scan: Scan::None,
        ..case.paper(drawing.staff, clerk, day, &mut drawing.chance)
    };
    let paper = add(drawing, paper);
    let remark = Some(case.remark(&DISPOSALS, &mut drawing.chance));
    let reason = drawing.chance.pick(&[
        DisposalReason::NoActionNeeded,
        DisposalReason::Informed,
        DisposalReason::Informed,
        DisposalReason::Duplicate,
        DisposalReason::AnsweredOtherwise,
    ]);
    if number % 9 == 3 {
        step(drawing, at, Deed::Diarise { paper, mark: None });
        step(
            drawing,
            at + 40,
            Deed::Dispose {
                paper,
                by: clerk,
                reason,
                remark,
            },
        );
        return;
    }
    let marking = |to: Desk| Marking {
        to,
        action: ReceiptAction::Information,
        copies: Vec::new(),
        remark: None,
    };
    let wrong = astray(drawing, number, desk, clerk);
    step(
        drawing,
        at,
        Deed::Diarise {
            paper,
            mark: Some(marking(wrong.unwrap_or(desk))),
        },
    );
    if let Some(by) = wrong {
        at += drawing.chance.between(40, 400);
        let remark = case.remark(&MISDIRECTED, &mut drawing.chance);
        step(drawing, at, Deed::GiveBack { paper, by, remark });
        at += drawing.chance.between(20, 200);
        step(
            drawing,
            at,
            Deed::Mark {
                paper,
                by: clerk,
                marking: marking(desk),
            },
        );
    }
    at += drawing.chance.between(30, 500);
    step(drawing, at, Deed::Accept { paper, by: desk });
    at += drawing.chance.between(10, 120);
    step(
        drawing,
        at,
        Deed::Dispose {
            paper,
            by: desk,
            reason,
            remark: remark.clone(),
        },
    );
    if number % 17 == 5 {
        at += drawing.chance.between(60, 400);
        let reason = case.remark(&REOPENINGS, &mut drawing.chance);
        step(
            drawing,
            at,
            Deed::TakeUp {
                paper,
                by: desk,
                reason,
            },
        );
        step(
            drawing,
            at + 25,
            Deed::Dispose {
                paper,
                by: desk,
                reason: DisposalReason::Informed,
                remark,
            },
        );
    }
}

/// Every sixth paper is first marked to another desk of the department.
fn astray(drawing: &mut Drawing<'_>, number: usize, desk: Desk, clerk: Desk) -> Option<Desk> {
    let channel = drawing.staff.channel(desk);
    let above = *channel.get(1)?;
    (number % 6 == 1 && above != clerk).then_some(above)
}

fn add(drawing: &mut Drawing<'_>, paper: PaperPlan) -> usize {
    drawing.plan.papers.push(paper);
    drawing.plan.papers.len() - 1
}

fn step(drawing: &mut Drawing<'_>, at: u64, deed: Deed) {
    drawing.plan.steps.push(Step { at, deed });
}
