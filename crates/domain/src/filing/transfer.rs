//! How a file moves from desk to desk: forward, return, pull back, park, resume.

use super::custody::{Holding, resumed};
use super::file::{due_on, looked_at, remark};
use super::{Custody, File, FilingRefusal, ForwardAction, Moved, MovementKind, ReturnReason};
use crate::access::Officer;
use crate::desk;
use crate::ledger::EventKind;
use crate::office::{PersonId, PostId, Timestamp, Warning};
use chrono::{Days, NaiveDate};
use serde_json::json;

/// The post that a file is sent to, as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The post.
    pub post: PostId,
    /// Who holds it.
    pub holder: Option<PersonId>,
    /// Whether it exists still.
    pub active: bool,
    /// Whether it is an officer's post.
    pub handles_files: bool,
}

/// What forwarding takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forward {
    /// What the receiver is asked for.
    pub action: ForwardAction,
    /// The day by which the receiver should be done.
    pub due_on: Option<NaiveDate>,
    /// What is written beside it.
    pub remark: Option<String>,
}

impl File {
    /// Sends the file onward.
    pub fn forward(self, to: Target, command: &Forward, by: &Officer, now: Timestamp) -> Result<Moved, FilingRefusal> {
        let mut file = self.at(now);
        let (holding, _) = file.custody.clone().on_desk_of(by.post)?;
        file.may_go_to(&to, by)?;
        due_on(command.due_on, now)?;
        let remark = remark(command.remark.as_deref())?;
        let due = command.due_on.or(file.due_on);
        file.custody = Custody::WithPost {
            holding: Holding {
                post: to.post,
                since: now,
                due_at: desk::due_at(now, due, file.priority),
                opened_at: None,
                sender: Some(by.post),
                action: Some(command.action),
            },
            before: Some(looked_at(holding, now)),
        };
        let mut movement = file.step(MovementKind::Forwarded, Some(by.post), Some(to.post), by, now);
        movement.action = Some(command.action.as_str());
        movement.remark = remark;
        let mut moved = file.moved(EventKind::FileForwarded, movement);
        if to.holder.is_none() {
            moved.warnings.push(Warning::VacantPost);
        }
        Ok(moved)
    }

    /// Sends the file back to where it came from, with a reason. `to` is the last sender's post as it is now.
    pub fn return_to_sender(
        self,
        to: Target,
        reason: ReturnReason,
        text: Option<&str>,
        by: &Officer,
        now: Timestamp,
    ) -> Result<Moved, FilingRefusal> {
        let mut file = self.at(now);
        let (holding, _) = file.custody.clone().on_desk_of(by.post)?;
        if holding.sender.ok_or(FilingRefusal::NoSender)? != to.post {
            return Err(FilingRefusal::NoSender);
        }
        file.may_go_to(&to, by)?;
        let remark = remark(text)?;
        file.custody = Custody::WithPost {
            holding: Holding {
                post: to.post,
                since: now,
                due_at: desk::due_at(now, file.due_on, file.priority),
                opened_at: None,
                sender: Some(by.post),
                action: None,
            },
            before: Some(looked_at(holding, now)),
        };
        let mut movement = file.step(MovementKind::Returned, Some(by.post), Some(to.post), by, now);
        movement.reason = Some(reason.as_str());
        movement.remark = remark;
        let mut moved = file.moved(EventKind::FileReturned, movement);
        if to.holder.is_none() {
            moved.warnings.push(Warning::VacantPost);
        }
        Ok(moved)
    }

    /// Takes the file back, as long as the receiver has not looked at it. Only the last sender can.
    pub fn pull_back(self, by: &Officer, now: Timestamp) -> Result<Moved, FilingRefusal> {
        let mut file = self.at(now);
        let (holding, before) = match file.custody {
            Custody::WithPost { holding, before } => (holding, before),
            Custody::Parked { .. } => return Err(FilingRefusal::AlreadyOpened),
            Custody::Closed { .. } => return Err(FilingRefusal::Closed),
            Custody::Merged { .. } => return Err(FilingRefusal::Merged),
        };
        if holding.sender != Some(by.post) {
            return Err(FilingRefusal::NotTheSender);
        }
        let before = before
            .filter(|_| holding.opened_at.is_none())
            .ok_or(FilingRefusal::AlreadyOpened)?;
        file.custody = Custody::WithPost {
            holding: before,
            before: None,
        };
        let movement = file.step(MovementKind::PulledBack, Some(holding.post), Some(by.post), by, now);
        Ok(file.moved(EventKind::FilePulledBack, movement))
    }

    /// Lays the file aside until the morning of a day within a year.
    pub fn park(
        self,
        until: NaiveDate,
        text: Option<&str>,
        by: &Officer,
        now: Timestamp,
    ) -> Result<Moved, FilingRefusal> {
        let mut file = self.at(now);
        let (holding, _) = file.custody.clone().on_desk_of(by.post)?;
        let today = desk::office_day(now);
        if until <= today {
            return Err(FilingRefusal::ParkDatePast);
        }
        if today.checked_add_days(Days::new(366)).is_some_and(|last| until > last) {
            return Err(FilingRefusal::ParkDateFar);
        }
        let remark = remark(text)?;
        let until = desk::start_of_day(until);
        file.custody = Custody::Parked {
            holding: looked_at(holding, now),
            until,
        };
        let mut movement = file.step(MovementKind::Parked, Some(by.post), Some(by.post), by, now);
        movement.due_at = Some(until);
        movement.remark = remark;
        Ok(file.moved(EventKind::FileParked, movement))
    }

    /// Takes up a parked file before its date.
    pub fn resume(self, by: &Officer, now: Timestamp) -> Result<Moved, FilingRefusal> {
        let mut file = self.at(now);
        let holding = match &file.custody {
            Custody::Parked { holding, .. } if holding.post == by.post => *holding,
            Custody::Parked { .. } => return Err(FilingRefusal::NotWithYou),
            Custody::WithPost { .. } => return Err(FilingRefusal::NotParked),
            Custody::Closed { .. } => return Err(FilingRefusal::Closed),
            Custody::Merged { .. } => return Err(FilingRefusal::Merged),
        };
        file.custody = Custody::WithPost {
            holding: resumed(holding, now, file.priority),
            before: None,
        };
        let movement = file.step(MovementKind::Resumed, Some(by.post), Some(by.post), by, now);
        Ok(file.moved(EventKind::FileResumed, movement))
    }

    /// Rule 6 and what else keeps a file from going to a post.
    fn may_go_to(&self, to: &Target, by: &Officer) -> Result<(), FilingRefusal> {
        if to.post == by.post {
            return Err(FilingRefusal::SamePost);
        }
        if !to.active {
            return Err(FilingRefusal::PostAbolished);
        }
        if !to.handles_files {
            return Err(FilingRefusal::PostHandlesNoFiles);
        }
        if self.concerns.is_some() && self.concerns == to.holder {
            return Err(FilingRefusal::TargetOwnCase);
        }
        Ok(())
    }

    /// Completes a step into what the office keeps of it.
    pub(super) fn moved(mut self, kind: EventKind, movement: super::Movement) -> Moved {
        self.version = self.version.next();
        let event = self.event(kind, movement.facts());
        let event = match &movement.remark {
            Some(remark) => event.saying(json!({"remark": remark})),
            None => event,
        };
        Moved {
            file: self,
            movement,
            event,
            warnings: Vec::new(),
        }
    }
}
