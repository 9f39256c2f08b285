//! Filling the office: the plan, act by act, through the use cases, with a clock that walks through the year.

mod addresses;
mod assistant;
mod clock;
mod files;
mod letters;
mod notes;
mod organisation;
mod receipts;

use super::calendar::Calendar;
use super::plan::{Deed, Plan, Scale};
use super::staff::Staff;
use crate::failure::Failure;
use chrono::Duration;
use clock::WalkingClock;
use daftar_application::{Error, Office, OfficeParts};
use daftar_domain::office::Timestamp;
use organisation::Directory;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The password of every demonstration account. It is no secret: such an office must not be reachable by strangers.
pub(crate) const PASSWORD: &str = "lahore-canal-bank-1947";

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Filled {
    /// Papers in the diaries.
    pub(crate) receipts: usize,
    /// Files, parts and volumes.
    pub(crate) files: usize,
    /// Acts done.
    pub(crate) acts: usize,
    /// Acts that the rules refused, or that depended on one that was refused; none, if all is well.
    pub(crate) left_out: usize,
}

/// Fills an empty office with a year of work that ends now. `progress` hears how many acts of how many are done.
pub(crate) async fn fill(
    parts: OfficeParts,
    now: Timestamp,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Filled, Failure> {
    fill_to(Scale::WHOLE, parts, now, progress).await
}

/// The same, as large as asked for.
pub(super) async fn fill_to(
    scale: Scale,
    parts: OfficeParts,
    now: Timestamp,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Filled, Failure> {
    let staff = Staff::read().map_err(|error| Error::Internal(error.to_string()))?;
    let calendar = Calendar::until(now);
    let plan = Plan::draw(&staff, &calendar, scale);
    let clock = Arc::new(WalkingClock::starting(calendar.at(0) - Duration::hours(18)));
    let office = Office::new(OfficeParts {
        clock: clock.clone(),
        ..parts
    });
    progress(0, plan.steps.len());
    let directory = organisation::found(&office, &staff).await?;
    let mut runner = Runner {
        office: &office,
        directory: &directory,
        plan: &plan,
        papers: HashMap::new(),
        files: HashMap::new(),
        letters: HashMap::new(),
        opened: Vec::new(),
        stuck: HashSet::new(),
    };
    let mut left_out = 0;
    for (done, step) in plan.steps.iter().enumerate() {
        clock.walk(calendar.at(step.at));
        if !runner.attempt(&step.deed).await? {
            left_out += 1;
        }
        progress(done + 1, plan.steps.len());
    }
    assistant::assist(&office, &staff, &directory).await?;
    Ok(Filled {
        receipts: runner.papers.len(),
        files: runner.files.len(),
        acts: plan.steps.len() - left_out,
        left_out,
    })
}

/// A paper or a file of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Subject {
    Paper(usize),
    File(usize),
}

/// The office while it is filled.
struct Runner<'a> {
    office: &'a Office,
    directory: &'a Directory,
    plan: &'a Plan,
    papers: HashMap<usize, receipts::Receipt>,
    files: HashMap<usize, files::File>,
    /// The answers, by the files that they were drafted on.
    letters: HashMap<usize, letters::Letter>,
    /// Files in the order in which they were opened.
    opened: Vec<usize>,
    /// What a refusal stopped on its way.
    stuck: HashSet<Subject>,
}

impl Runner<'_> {
    /// Does one act. One that the rules refuse stops its paper or file where it is; the rest of the office goes on.
    async fn attempt(&mut self, deed: &Deed) -> Result<bool, Failure> {
        let subject = subject(deed);
        if self.stuck.contains(&subject) {
            return Ok(false);
        }
        match self.act(deed).await {
            Ok(()) => Ok(true),
            Err(error @ (Error::Persistence(_) | Error::Internal(_))) => Err(error.into()),
            Err(error) => {
                tracing::warn!(%error, ?deed, "an act of the demonstration was refused");
                self.stuck.insert(subject);
                Ok(false)
            }
        }
    }

    async fn act(&mut self, deed: &Deed) -> Result<(), Error> {
        match deed {
            Deed::Diarise { paper, mark } => self.diarise(*paper, mark.as_ref()).await,
            Deed::Mark { paper, by, marking } => self.mark(*paper, *by, marking).await,
            Deed::Accept { paper, by } => self.accept(*paper, *by).await,
            Deed::GiveBack { paper, by, remark } => self.give_back(*paper, *by, remark).await,
            Deed::Dispose {
                paper,
                by,
                reason,
                remark,
            } => self.dispose(*paper, *by, *reason, remark.as_deref()).await,
            Deed::TakeUp { paper, by, reason } => self.take_up(*paper, *by, reason).await,
            Deed::Open { file, by } => self.open(*file, *by).await,
            Deed::Docket { paper, file, by } => self.docket(*paper, *file, *by).await,
            Deed::Look { file, by } => self.look(*file, *by).await,
            Deed::Note {
                file,
                by,
                text,
                weight,
                then,
            } => self.note((*file, *by), (text, *weight), then.as_ref()).await,
            Deed::Agree { file, by, then } => self.agree(*file, *by, then.as_ref()).await,
            Deed::Draft { file, by, text } => self.draft(*file, *by, text).await,
            Deed::Forward { file, by, sending } => self.forward(*file, *by, sending).await,
            Deed::Return {
                file,
                by,
                reason,
                remark,
            } => self.send_back(*file, *by, *reason, remark.as_deref()).await,
            Deed::PullBack { file, by } => self.pull_back(*file, *by).await,
            Deed::Park {
                file,
                by,
                until,
                remark,
            } => self.park(*file, *by, *until, remark).await,
            Deed::Close { file, by } => self.close(*file, *by).await,
            Deed::Reopen { file, by, reason } => self.reopen(*file, *by, reason).await,
            Deed::Annex { file, by, title, asset } => self.annex(*file, *by, title, *asset).await,
            Deed::Part { main, part, by } => self.part(*main, *part, *by).await,
            Deed::Merge { part, main, by } => self.merge(*part, *main, *by).await,
            Deed::Volume { earlier, volume, by } => self.volume(*earlier, *volume, *by).await,
            Deed::Link { file, by } => self.link(*file, *by).await,
            Deed::DraftLetter {
                file,
                paper,
                by,
                letter,
            } => self.draft_letter((*file, *paper), *by, letter).await,
            Deed::ApproveLetter { file, by } => self.approve_letter(*file, *by).await,
            Deed::IssueLetter { file, by } => self.issue_letter(*file, *by).await,
            Deed::SendLetter { file, section, by } => self.send_letter(*file, *section, *by).await,
            Deed::AcknowledgeLetter { file, section, by } => self.acknowledge_letter(*file, *section, *by).await,
            Deed::TakeIn {
                file,
                section,
                clerk,
                to,
            } => self.take_in(*file, (*section, *clerk), *to).await,
        }
    }
}

/// What an act is about.
fn subject(deed: &Deed) -> Subject {
    match deed {
        Deed::Diarise { paper, .. }
        | Deed::Mark { paper, .. }
        | Deed::Accept { paper, .. }
        | Deed::GiveBack { paper, .. }
        | Deed::Dispose { paper, .. }
        | Deed::TakeUp { paper, .. } => Subject::Paper(*paper),
        Deed::Open { file, .. }
        | Deed::Docket { file, .. }
        | Deed::Look { file, .. }
        | Deed::Note { file, .. }
        | Deed::Agree { file, .. }
        | Deed::Draft { file, .. }
        | Deed::Forward { file, .. }
        | Deed::Return { file, .. }
        | Deed::PullBack { file, .. }
        | Deed::Park { file, .. }
        | Deed::Close { file, .. }
        | Deed::Reopen { file, .. }
        | Deed::Annex { file, .. }
        | Deed::Link { file, .. }
        | Deed::DraftLetter { file, .. }
        | Deed::ApproveLetter { file, .. }
        | Deed::IssueLetter { file, .. }
        | Deed::SendLetter { file, .. }
        | Deed::AcknowledgeLetter { file, .. }
        | Deed::TakeIn { file, .. }
        | Deed::Part { main: file, .. }
        | Deed::Merge { main: file, .. }
        | Deed::Volume { earlier: file, .. } => Subject::File(*file),
    }
}
