//! What a registry writes down about a communication that leaves the house: as in a peon book and a despatch register.

use super::DispatchRefusal as R;
use super::vocabulary::Channel;
use crate::office::{PostId, Refusal, TextError, clean_line};
use chrono::NaiveDate;

/// The longest carrier, reference or name.
const LINE: usize = 120;
/// The longest reason of a return.
const REASON: usize = 300;

/// That something leaves, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendingDraft {
    /// On which way.
    pub channel: Channel,
    /// Who carries it.
    pub carrier: Option<String>,
    /// The consignment number, or that in the peon book.
    pub reference: Option<String>,
    /// On which day.
    pub on: NaiveDate,
}

/// That something left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// On which way.
    pub channel: Channel,
    /// Who carries it.
    pub carrier: Option<String>,
    /// The consignment number, or that in the peon book.
    pub reference: Option<String>,
    /// On which day.
    pub on: NaiveDate,
    /// The registry post that sent it; none where the office itself did, by mail.
    pub by: Option<PostId>,
}

impl SendingDraft {
    /// Checks it. `issued` is the day that stands on the communication.
    ///
    /// # Errors
    /// `dispatch-channel`, `dispatch-day-in-future`, `dispatch-day-too-early`; texts that are too long.
    pub fn check(self, issued: NaiveDate, today: NaiveDate, by: PostId) -> Result<Sending, Refusal> {
        if !matches!(self.channel, Channel::Post | Channel::Hand) {
            return Err(R::ChannelNotByHand.into());
        }
        check_day(self.on, issued, today)?;
        Ok(Sending {
            channel: self.channel,
            carrier: optional(self.carrier, "/carrier")?,
            reference: optional(self.reference, "/reference")?,
            on: self.on,
            by: Some(by),
        })
    }
}

/// That the addressee has it, as the registry was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// On which day.
    pub on: NaiveDate,
    /// Who signed for it.
    pub by_whom: Option<String>,
}

/// Checks what was written down of an acknowledgement of something that left on `sent`.
///
/// # Errors
/// As [`SendingDraft::check`].
pub fn received_on(
    on: NaiveDate,
    by_whom: Option<String>,
    sent: NaiveDate,
    today: NaiveDate,
) -> Result<Acknowledgement, Refusal> {
    check_day(on, sent, today)?;
    let by_whom = optional(by_whom, "/by_whom")?;
    Ok(Acknowledgement { on, by_whom })
}

/// That it came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenBack {
    /// Why, in the words of the carrier.
    pub reason: String,
    /// On which day.
    pub on: NaiveDate,
}

impl GivenBack {
    /// Checks what was written down of the return of something that left on `sent`.
    ///
    /// # Errors
    /// As [`SendingDraft::check`]; `required` without a reason.
    pub fn check(reason: &str, on: NaiveDate, sent: NaiveDate, today: NaiveDate) -> Result<Self, Refusal> {
        check_day(on, sent, today)?;
        let reason = clean_line(reason, REASON).map_err(|error| R::text(error, "/reason"))?;
        Ok(Self { reason, on })
    }
}

fn check_day(day: NaiveDate, first: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if day > today {
        Err(R::DayInFuture.into())
    } else if day < first {
        Err(R::DayTooEarly.into())
    } else {
        Ok(())
    }
}

/// A line that may be empty: nothing typed is nothing meant.
fn optional(text: Option<String>, field: &'static str) -> Result<Option<String>, Refusal> {
    match text.map(|text| clean_line(&text, LINE)) {
        None | Some(Err(TextError::Empty)) => Ok(None),
        Some(Ok(text)) => Ok(Some(text)),
        Some(Err(error)) => Err(R::text(error, field)),
    }
}
