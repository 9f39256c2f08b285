//! A communication that goes out as an electronic mail: how long the office tries, and what comes of it.

use super::letter::{Dispatch, Progress};
use super::sending::{GivenBack, Sending};
use super::vocabulary::{Channel, MailState, NoMail};
use crate::desk::office_day;
use crate::ledger::{Event, EventKind};
use crate::office::{Classification, DispatchId, Timestamp};
use chrono::Duration;
use serde_json::json;

/// For how many days the office tries to hand a mail to its server.
const TRIED_DAYS: i64 = 3;
/// The longest pause between two tries, in minutes.
const LONGEST_PAUSE: i64 = 60;
/// The most that is kept of what a server says, in characters.
const MOST_SAID: usize = 300;

/// The mail that carries a communication to one addressee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailing {
    /// Its `Message-ID`, without brackets. The same at every try, so that a server that got it twice can tell.
    pub message_id: String,
    /// How it stands with it.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried next; none when it is not.
    pub next_at: Option<Timestamp>,
    /// Until when it is tried.
    pub until: Timestamp,
    /// What the server said last.
    pub said: Option<String>,
    /// When the server took it.
    pub accepted_at: Option<Timestamp>,
}

/// What came of a try to hand a mail to its server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailTry {
    /// The server has taken it.
    Accepted,
    /// Not now, in the words of the server.
    Passing(String),
    /// Not this mail, in the words of the server.
    Lasting(String),
    /// It is not fit to be sent as a mail, and why.
    Unfit(String),
}

/// Whether something so closely held may go by electronic mail: what a registry may not open does not.
pub fn may_be_mailed(classification: Classification) -> bool {
    classification < Classification::Confidential
}

/// Why a communication to somebody with an address of e-mail does not go there; nothing where it does, or did.
pub fn why_no_mail(dispatch: &Dispatch, email: Option<&str>, classification: Classification) -> Option<NoMail> {
    if dispatch.is_inside() || email.is_none() || dispatch.mail.is_some() {
        None
    } else if may_be_mailed(classification) {
        Some(NoMail::NoServer)
    } else {
        Some(NoMail::CloselyHeld)
    }
}

impl Mailing {
    /// The mail of a new dispatch; `host` makes its id one of the office's own.
    pub fn new(dispatch: DispatchId, host: &str, now: Timestamp) -> Self {
        Self {
            message_id: format!("{dispatch}@{host}"),
            state: MailState::Waiting,
            attempts: 0,
            next_at: Some(now),
            until: now + Duration::days(TRIED_DAYS),
            said: None,
            accepted_at: None,
        }
    }

    /// Whether the office still tries to send it.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, MailState::Waiting | MailState::Delayed)
    }

    /// The same, now that it goes on another way. What came of it stays written down.
    pub(super) fn withdrawn(self) -> Self {
        if self.is_open() {
            self.ended(MailState::Withdrawn, None)
        } else {
            self
        }
    }

    /// The same after its end.
    fn ended(self, state: MailState, said: Option<&str>) -> Self {
        Self {
            state,
            next_at: None,
            said: said.map(brief).or(self.said),
            ..self
        }
    }

    /// When it is tried after so many tries: the pause doubles from a minute to an hour.
    fn pause(attempts: i32) -> Duration {
        let doubled = 1_i64 << attempts.clamp(1, 7).saturating_sub(1);
        Duration::minutes(doubled.min(LONGEST_PAUSE))
    }
}

/// What a server says, in a length that a list can show.
fn brief(said: &str) -> String {
    let line = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let harmless = line.chars().filter(|c| !c.is_control() && !turns(*c));
    let text: String = harmless.take(MOST_SAID).collect();
    if text.is_empty() { "—".to_owned() } else { text }
}

/// Characters that turn the direction of what is around them.
const fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

impl Dispatch {
    /// Whether the office is going to mail it, and has no reason to doubt that it can. Once a mail is delayed, a registry
    /// may send the communication on another way.
    pub(super) fn is_about_to_be_mailed(&self) -> bool {
        self.mail.as_ref().is_some_and(|mail| mail.state == MailState::Waiting)
    }

    /// Whether its mail is to be tried.
    pub fn waits_for_mail(&self) -> bool {
        self.progress == Progress::Waiting && self.mail.as_ref().is_some_and(Mailing::is_open)
    }

    /// What comes of a try; nothing where there was nothing to try any more. There is no event where a mail that was
    /// delayed is delayed further.
    pub fn tried(self, result: &MailTry, now: Timestamp) -> Option<(Self, Option<Event>)> {
        if !self.waits_for_mail() {
            return None;
        }
        let mut dispatch = self;
        let mut mail = dispatch.mail.take()?;
        mail.attempts += 1;
        let done = match result {
            MailTry::Accepted => dispatch.accepted_by_server(mail, now),
            MailTry::Lasting(said) => dispatch.comes_back(mail, (MailState::Refused, said), now),
            MailTry::Unfit(why) => dispatch.comes_back(mail, (MailState::Unfit, why), now),
            MailTry::Passing(said) => {
                let next = now + Mailing::pause(mail.attempts);
                if next > mail.until {
                    dispatch.comes_back(mail, (MailState::Expired, said), now)
                } else {
                    return Some(dispatch.put_off(mail, said, next));
                }
            }
        };
        Some((done.0, Some(done.1)))
    }

    fn accepted_by_server(mut self, mail: Mailing, now: Timestamp) -> (Self, Event) {
        let attempts = mail.attempts;
        self.mail = Some(Mailing {
            accepted_at: Some(now),
            said: None,
            ..mail.ended(MailState::Accepted, None)
        });
        self.progress = Progress::Dispatched(mailed(now));
        self.step(
            EventKind::LetterMailed,
            json!({ "on": office_day(now), "attempts": attempts }),
        )
    }

    fn put_off(mut self, mail: Mailing, said: &str, next: Timestamp) -> (Self, Option<Event>) {
        let first = mail.state == MailState::Waiting;
        let said = brief(said);
        self.mail = Some(Mailing {
            state: MailState::Delayed,
            next_at: Some(next),
            said: Some(said.clone()),
            ..mail
        });
        let (dispatch, event) = self.step(EventKind::MailDelayed, json!({}));
        (dispatch, first.then(|| event.saying(json!({ "said": said }))))
    }

    /// It is as one that came back.
    fn comes_back(mut self, mail: Mailing, (state, said): (MailState, &str), now: Timestamp) -> (Self, Event) {
        let sending = match &self.progress {
            Progress::Dispatched(sending) => sending.clone(),
            _ => mailed(now),
        };
        let reason = brief(said);
        let on = office_day(now);
        self.mail = Some(mail.ended(state, Some(said)));
        self.progress = Progress::Returned {
            sending,
            back: GivenBack {
                reason: reason.clone(),
                on,
            },
        };
        let (dispatch, event) = self.step(EventKind::LetterReturned, json!({ "on": on, "mail": state }));
        (dispatch, event.saying(json!({ "reason": reason })))
    }

    /// A mail server reports that its mail could not be delivered; nothing where it is not by mail that it is on its way.
    /// The server may have taken it without the office hearing of that: then the report tells as much.
    pub fn bounce(self, said: &str, now: Timestamp) -> Option<(Self, Event)> {
        let by_mail = match &self.progress {
            Progress::Waiting => self.waits_for_mail(),
            Progress::Dispatched(sending) => sending.channel == Channel::Email,
            _ => false,
        };
        let mut dispatch = self;
        let mail = dispatch.mail.take().filter(|_| by_mail)?;
        Some(dispatch.comes_back(mail, (MailState::Bounced, said), now))
    }
}

/// That the office itself sent it by mail.
fn mailed(now: Timestamp) -> Sending {
    Sending {
        channel: Channel::Email,
        carrier: None,
        reference: None,
        on: office_day(now),
        by: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_to_an_hour_and_stays() {
        let minutes = [1, 2, 3, 6, 7, 8, 80].map(|tries| Mailing::pause(tries).num_minutes());
        assert_eq!(minutes, [1, 2, 4, 32, 60, 60, 60]);
    }

    #[test]
    fn what_a_server_says_is_one_short_harmless_line() {
        assert_eq!(
            brief("550 5.1.1\r\n no\u{202E} such \u{7}user"),
            "550 5.1.1 no such user"
        );
        assert_eq!(brief(" \u{1} "), "—");
        assert_eq!(brief(&"x".repeat(1000)).len(), MOST_SAID);
    }

    #[test]
    fn nothing_that_a_registry_may_not_open_goes_by_mail() {
        let may = Classification::ALL
            .iter()
            .map(|classification| may_be_mailed(*classification));
        assert_eq!(may.collect::<Vec<_>>(), [true, true, false, false, false]);
    }
}
