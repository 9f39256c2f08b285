//! One communication on its way to one of those who are to have it. A transition consumes it and gives the new one with
//! its event, or says why not.

use super::mailing::Mailing;
use super::refusal::DispatchRefusal as R;
use super::sending::{Acknowledgement, GivenBack, Sending, SendingDraft, received_on};
use super::vocabulary::{Channel, DispatchRole, DispatchState, Failure};
use crate::desk::office_day;
use crate::drafting::Addressee;
use crate::ledger::{Event, EventKind, Module, SubjectKind};
use crate::office::{
    CommunicationId, DispatchId, FileId, IssueId, PostId, ReceiptId, Refusal, Timestamp, UnitId, Version,
};
use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// How often the addressee is reminded of an answer.
pub const MOST_REMINDERS: i32 = 3;
/// How many days lie between two reminders.
const REMINDER_DAYS: i64 = 7;

/// When somebody must have been reminded last, or before, to be reminded again now.
pub fn reminded_before(now: Timestamp) -> Timestamp {
    now - Duration::days(REMINDER_DAYS)
}

/// An address as it was printed: what a label shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The lines in English.
    pub en: Vec<String>,
    /// The lines in Urdu.
    pub ur: Vec<String>,
}

/// What an issue says of one of those who are to have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDispatch {
    /// Its id.
    pub id: DispatchId,
    /// As what he gets it.
    pub role: DispatchRole,
    /// Who.
    pub to: Addressee,
    /// His address as it was printed.
    pub address: Address,
    /// The way on which it goes out.
    pub channel: Channel,
    /// The mail that carries it, where that is the way.
    pub mail: Option<Mailing>,
}

/// One communication on its way to one addressee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispatch {
    /// Its id.
    pub id: DispatchId,
    /// The issue.
    pub issue: IssueId,
    /// The communication.
    pub communication: CommunicationId,
    /// The file that it was written on.
    pub file: FileId,
    /// The unit that issued it.
    pub unit: UnitId,
    /// The number under which it was issued.
    pub number: String,
    /// The day that stands on it.
    pub issued_on: NaiveDate,
    /// Its place among those of the issue, from 1.
    pub ordinal: i32,
    /// As what he gets it.
    pub role: DispatchRole,
    /// The post that it goes to, where that is inside.
    pub post: Option<PostId>,
    /// The unit that it goes to, where that is inside.
    pub to_unit: Option<UnitId>,
    /// The way on which it goes out.
    pub channel: Channel,
    /// By when an answer is asked for.
    pub reply_due_on: Option<NaiveDate>,
    /// Where it is.
    pub progress: Progress,
    /// The mail that carries it, or was to carry it.
    pub mail: Option<Mailing>,
    /// Since when it is answered.
    pub answered_at: Option<Timestamp>,
    /// How often the addressee was reminded.
    pub reminders: i32,
    /// When last.
    pub reminded_at: Option<Timestamp>,
    /// How often it has changed.
    pub version: Version,
}

/// A receipt that was made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivery {
    /// The receipt.
    pub receipt: ReceiptId,
    /// When.
    pub at: Timestamp,
}

/// How it reached the addressee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reached {
    /// Inside.
    Delivered(Delivery),
    /// Outside.
    Sent(Sending),
}

/// Where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Nothing has happened yet.
    Waiting,
    /// It could not be delivered.
    Failed {
        /// Why.
        reason: Failure,
        /// When it was tried.
        at: Timestamp,
    },
    /// It lies with the addressee.
    Delivered(Delivery),
    /// It left the office.
    Dispatched(Sending),
    /// It came back.
    Returned {
        /// How it had left.
        sending: Sending,
        /// What the carrier says.
        back: GivenBack,
    },
    /// The addressee has it.
    Acknowledged {
        /// How it reached him.
        reached: Reached,
        /// What is known of that.
        acknowledgement: Acknowledgement,
    },
}

impl Progress {
    /// The same as one word.
    pub const fn state(&self) -> DispatchState {
        match self {
            Self::Waiting => DispatchState::Waiting,
            Self::Failed { .. } => DispatchState::Failed,
            Self::Delivered(_) => DispatchState::Delivered,
            Self::Dispatched(_) => DispatchState::Dispatched,
            Self::Returned { .. } => DispatchState::Returned,
            Self::Acknowledged { .. } => DispatchState::Acknowledged,
        }
    }

    /// The receipt that was made of it.
    pub const fn receipt(&self) -> Option<ReceiptId> {
        match self {
            Self::Delivered(delivery)
            | Self::Acknowledged {
                reached: Reached::Delivered(delivery),
                ..
            } => Some(delivery.receipt),
            _ => None,
        }
    }
}

/// That an issue goes to these: the ledger keeps who they are, as far as they are of this office.
pub fn addressed(issue: IssueId, communication: CommunicationId, file: FileId, new: &[NewDispatch]) -> Event {
    let line = |(dispatch, ordinal): (&NewDispatch, i32)| {
        let (post, unit) = inside(&dispatch.to);
        json!({
            "id": dispatch.id, "ordinal": ordinal, "role": dispatch.role, "channel": dispatch.channel,
            "post": post, "unit": unit,
        })
    };
    let dispatches: Vec<Value> = new.iter().zip(1..).map(line).collect();
    let content = json!({ "communication": communication, "issue": issue, "dispatches": dispatches });
    of_file(EventKind::LetterAddressed, file, content)
}

/// The post or unit of an addressee inside.
fn inside(addressee: &Addressee) -> (Option<PostId>, Option<UnitId>) {
    match addressee {
        Addressee::Post { post } => (Some(*post), None),
        Addressee::Unit { unit } => (None, Some(*unit)),
        Addressee::Outside(_) => (None, None),
    }
}

fn of_file(kind: EventKind, file: FileId, content: Value) -> Event {
    Event::new(Module::Dispatch, kind, SubjectKind::File, file.into(), content)
}

impl Dispatch {
    /// Whether the office itself delivers it.
    pub fn is_inside(&self) -> bool {
        self.channel == Channel::Inside
    }

    /// It lies with the addressee now.
    ///
    /// # Errors
    /// `dispatch-outside`, `dispatch-delivered`.
    pub fn deliver(mut self, receipt: ReceiptId, diary_number: &str, now: Timestamp) -> Result<(Self, Event), R> {
        self.must_wait_inside()?;
        self.progress = Progress::Delivered(Delivery { receipt, at: now });
        let facts = json!({ "receipt": receipt, "diary_number": diary_number });
        Ok(self.step(EventKind::LetterDelivered, facts))
    }

    /// It could not be delivered.
    ///
    /// # Errors
    /// As [`Dispatch::deliver`].
    pub fn fail(mut self, reason: Failure, now: Timestamp) -> Result<(Self, Event), R> {
        self.must_wait_inside()?;
        self.progress = Progress::Failed { reason, at: now };
        Ok(self.step(EventKind::DeliveryFailed, json!({ "reason": reason })))
    }

    fn must_wait_inside(&self) -> Result<(), R> {
        match self.progress {
            _ if !self.is_inside() => Err(R::Outside),
            Progress::Waiting => Ok(()),
            _ => Err(R::AlreadyDelivered),
        }
    }

    /// It is to be tried again. What still waits may be asked for too: its worker may have given up.
    ///
    /// # Errors
    /// As [`Dispatch::deliver`].
    pub fn retry(mut self) -> Result<(Self, Event), R> {
        match self.progress {
            _ if !self.is_inside() => return Err(R::Outside),
            Progress::Waiting | Progress::Failed { .. } => {}
            _ => return Err(R::AlreadyDelivered),
        }
        self.progress = Progress::Waiting;
        Ok(self.step(EventKind::DeliveryRetried, json!({})))
    }

    /// It leaves the office by the registry's hands; after it came back, perhaps on another way.
    ///
    /// # Errors
    /// `dispatch-inside`, `dispatch-on-its-way`; `dispatch-being-mailed` while the office is about to mail it; what [`SendingDraft::check`] refuses.
    pub fn send(mut self, draft: SendingDraft, by: PostId, now: Timestamp) -> Result<(Self, Event), Refusal> {
        match self.progress {
            _ if self.is_inside() => return Err(R::Inside.into()),
            Progress::Waiting if self.is_about_to_be_mailed() => return Err(R::BeingMailed.into()),
            Progress::Waiting | Progress::Returned { .. } => {}
            _ => return Err(R::AlreadyDispatched.into()),
        }
        let sending = draft.check(self.issued_on, office_day(now), by)?;
        self.mail = self.mail.map(Mailing::withdrawn);
        self.channel = sending.channel;
        let facts = json!({ "on": sending.on });
        let words = json!({ "carrier": sending.carrier, "reference": sending.reference });
        self.progress = Progress::Dispatched(sending);
        let (dispatch, event) = self.step(EventKind::LetterDispatched, facts);
        Ok((dispatch, event.saying(words)))
    }

    /// The addressee outside has it.
    ///
    /// # Errors
    /// `dispatch-inside`, `dispatch-not-on-its-way`; what [`received_on`] refuses.
    pub fn acknowledge(
        mut self,
        on: NaiveDate,
        by_whom: Option<String>,
        now: Timestamp,
    ) -> Result<(Self, Event), Refusal> {
        let sending = self.on_its_way()?;
        let acknowledgement = received_on(on, by_whom, sending.on, office_day(now))?;
        let words = json!({ "by_whom": acknowledgement.by_whom });
        self.progress = Progress::Acknowledged {
            reached: Reached::Sent(sending),
            acknowledgement,
        };
        let (dispatch, event) = self.step(EventKind::LetterAcknowledged, json!({ "on": on }));
        Ok((dispatch, event.saying(words)))
    }

    /// It came back.
    ///
    /// # Errors
    /// As [`Dispatch::acknowledge`]; `required` without a reason.
    pub fn give_back(mut self, reason: &str, on: NaiveDate, now: Timestamp) -> Result<(Self, Event), Refusal> {
        let sending = self.on_its_way()?;
        let back = GivenBack::check(reason, on, sending.on, office_day(now))?;
        let words = json!({ "reason": back.reason });
        self.progress = Progress::Returned { sending, back };
        let (dispatch, event) = self.step(EventKind::LetterReturned, json!({ "on": on }));
        Ok((dispatch, event.saying(words)))
    }

    fn on_its_way(&self) -> Result<Sending, R> {
        match &self.progress {
            _ if self.is_inside() => Err(R::Inside),
            Progress::Dispatched(sending) => Ok(sending.clone()),
            _ => Err(R::NotOnItsWay),
        }
    }

    /// The addressee inside has accepted the receipt; nothing where that was known before.
    pub fn accepted(mut self, now: Timestamp) -> Option<(Self, Event)> {
        let Progress::Delivered(delivery) = self.progress else {
            return None;
        };
        let on = office_day(now);
        self.progress = Progress::Acknowledged {
            reached: Reached::Delivered(delivery),
            acknowledgement: Acknowledgement { on, by_whom: None },
        };
        Some(self.step(EventKind::LetterAcknowledged, json!({ "on": on })))
    }

    /// Another communication answers it; nothing where one did before.
    pub fn answer(mut self, by: IssueId, now: Timestamp) -> Option<(Self, Event)> {
        if self.answered_at.is_some() {
            return None;
        }
        self.answered_at = Some(now);
        Some(self.step(EventKind::LetterAnswered, json!({ "answer": by })))
    }

    /// Whether the addressee inside is to be reminded now: the answer is overdue, and the last reminder long ago.
    pub fn reminder_is_due(&self, now: Timestamp) -> bool {
        let overdue = self.reply_due_on.is_some_and(|due| due < office_day(now));
        let rested = |at: Timestamp| at <= reminded_before(now);
        overdue
            && self.role == DispatchRole::To
            && self.answered_at.is_none()
            && self.progress.receipt().is_some()
            && self.reminders < MOST_REMINDERS
            && self.reminded_at.is_none_or(rested)
    }

    /// Reminds the addressee; nothing where it is not due.
    pub fn remind(mut self, now: Timestamp) -> Option<(Self, Event)> {
        if !self.reminder_is_due(now) {
            return None;
        }
        self.reminders += 1;
        self.reminded_at = Some(now);
        let facts = json!({ "reminder": self.reminders });
        Some(self.step(EventKind::ReplyReminded, facts))
    }

    pub(super) fn step(mut self, kind: EventKind, facts: Value) -> (Self, Event) {
        self.version = self.version.next();
        let mut content = json!({
            "communication": self.communication,
            "issue": self.issue,
            "dispatch": self.id,
            "ordinal": self.ordinal,
            "channel": self.channel,
            "state": self.progress.state(),
        });
        if let (Value::Object(content), Value::Object(facts)) = (&mut content, facts) {
            content.extend(facts);
        }
        let event = of_file(kind, self.file, content);
        (self, event)
    }
}
