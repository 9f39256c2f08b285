//! Whatever happens to a letter on its way, in whatever order: it is delivered once, and every change has its event.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::desk::office_day;
use crate::drafting::{Addressee, Outside, OutsideKind};
use crate::ledger::{Event, EventKind};
use crate::office::{
    CommunicationId, DispatchId, FileId, IssueId, PostId, ReceiptId, Refusal, Timestamp, UnitId, Version,
};
use chrono::{Duration, NaiveDate, TimeZone, Utc};
use proptest::prelude::*;
use uuid::Uuid;

fn now() -> Timestamp {
    Utc.with_ymd_and_hms(2026, 11, 23, 6, 0, 0).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn letter(inside: bool) -> Dispatch {
    Dispatch {
        id: DispatchId(Uuid::from_u128(1)),
        issue: IssueId(Uuid::from_u128(2)),
        communication: CommunicationId(Uuid::from_u128(3)),
        file: FileId(Uuid::from_u128(4)),
        unit: UnitId(Uuid::from_u128(5)),
        number: "F.8-2/2026-BUD/14".to_owned(),
        issued_on: day("2026-11-20"),
        ordinal: 1,
        role: DispatchRole::To,
        post: inside.then(|| PostId(Uuid::from_u128(6))),
        to_unit: None,
        channel: if inside { Channel::Inside } else { Channel::Post },
        reply_due_on: Some(day("2026-11-21")),
        progress: Progress::Waiting,
        mail: None,
        answered_at: None,
        reminders: 0,
        reminded_at: None,
        version: Version::FIRST,
    }
}

fn sending(on: &str) -> SendingDraft {
    SendingDraft {
        channel: Channel::Hand,
        carrier: Some(" Peon ".to_owned()),
        reference: Some(String::new()),
        on: day(on),
    }
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Deliver,
    Fail,
    Retry,
    Send,
    Acknowledge,
    GiveBack,
    Accepted,
    Answer,
    Remind,
}

const STEPS: [Step; 9] = [
    Step::Deliver,
    Step::Fail,
    Step::Retry,
    Step::Send,
    Step::Acknowledge,
    Step::GiveBack,
    Step::Accepted,
    Step::Answer,
    Step::Remind,
];

fn step(letter: &Dispatch, step: Step, now: Timestamp) -> Option<(Dispatch, Event)> {
    let letter = letter.clone();
    let today = office_day(now);
    let plain = |done: Result<(Dispatch, Event), DispatchRefusal>| done.ok();
    let told = |done: Result<(Dispatch, Event), Refusal>| done.ok();
    match step {
        Step::Deliver => plain(letter.deliver(ReceiptId(Uuid::from_u128(7)), "LAW-1/2026", now)),
        Step::Fail => plain(letter.fail(Failure::NoRegistry, now)),
        Step::Retry => plain(letter.retry()),
        Step::Send => told(letter.send(
            SendingDraft {
                on: today,
                ..sending("2026-11-23")
            },
            PostId(Uuid::from_u128(8)),
            now,
        )),
        Step::Acknowledge => told(letter.acknowledge(today, None, now)),
        Step::GiveBack => told(letter.give_back("Not found", today, now)),
        Step::Accepted => letter.accepted(now),
        Step::Answer => letter.answer(IssueId(Uuid::from_u128(9)), now),
        Step::Remind => letter.remind(now),
    }
}

proptest! {
    #[test]
    fn whatever_happens_it_arrives_once_and_is_told(
        inside in any::<bool>(),
        steps in prop::collection::vec((prop::sample::select(&STEPS[..]), 0_i64..10), 0..40),
    ) {
        let (mut letter, mut now) = (letter(inside), now());
        let (mut deliveries, mut reminders, mut last_reminder) = (0, 0, None::<Timestamp>);
        for (what, days) in steps {
            now += Duration::days(days);
            let before = letter.clone();
            let Some((after, event)) = step(&letter, what, now) else { continue };
            prop_assert_eq!(after.version, before.version.next());
            prop_assert_eq!(&event.content["dispatch"], &serde_json::json!(letter.id));
            prop_assert_eq!(&event.content["state"], &serde_json::json!(after.progress.state()));
            prop_assert_eq!(event.subject, letter.file.0);
            match event.kind {
                EventKind::LetterDelivered => deliveries += 1,
                EventKind::ReplyReminded => {
                    reminders += 1;
                    prop_assert!(last_reminder.is_none_or(|at| now - at >= Duration::days(7)));
                    prop_assert!(before.answered_at.is_none());
                    last_reminder = Some(now);
                }
                _ => {}
            }
            // What has a receipt keeps it, whatever comes after.
            if let Some(receipt) = before.progress.receipt() {
                prop_assert_eq!(after.progress.receipt(), Some(receipt));
            }
            prop_assert_eq!(after.is_inside(), inside);
            prop_assert!(inside || after.progress.receipt().is_none());
            letter = after;
        }
        prop_assert!(deliveries <= 1 && reminders <= 3);
        prop_assert_eq!(letter.reminders, reminders);
    }
}

#[test]
fn a_letter_that_came_back_goes_out_again_on_another_way() {
    let post = PostId(Uuid::nil());
    let (sent, event) = letter(false).send(sending("2026-11-20"), post, now()).unwrap();
    assert_eq!(sent.channel, Channel::Hand);
    assert_eq!(event.words.unwrap()["carrier"], "Peon");
    let again = sent.clone().send(sending("2026-11-23"), post, now());
    assert_eq!(again.unwrap_err().code, "dispatch-on-its-way");
    let (back, _) = sent.give_back("Gone away", day("2026-11-22"), now()).unwrap();
    assert_eq!(back.progress.state(), DispatchState::Returned);
    let by_post = SendingDraft {
        channel: Channel::Post,
        ..sending("2026-11-23")
    };
    let (sent, _) = back.send(by_post, post, now()).unwrap();
    assert_eq!(sent.channel, Channel::Post);
    let (done, _) = sent.acknowledge(day("2026-11-23"), None, now()).unwrap();
    assert_eq!(done.progress.state(), DispatchState::Acknowledged);
}

#[test]
fn days_that_cannot_be_and_ways_that_are_none_are_refused() {
    let post = PostId(Uuid::nil());
    let code = |draft: SendingDraft| letter(false).send(draft, post, now()).unwrap_err().code;
    assert_eq!(code(sending("2026-11-24")), "dispatch-day-in-future");
    assert_eq!(code(sending("2026-11-19")), "dispatch-day-too-early");
    for channel in [Channel::Inside, Channel::Email] {
        let draft = SendingDraft {
            channel,
            ..sending("2026-11-23")
        };
        assert_eq!(code(draft), "dispatch-channel");
    }
    let refused = letter(true).send(sending("2026-11-23"), post, now());
    assert_eq!(refused.unwrap_err().code, "dispatch-inside");
    let (sent, _) = letter(false).send(sending("2026-11-22"), post, now()).unwrap();
    let early = sent.clone().acknowledge(day("2026-11-21"), None, now());
    assert_eq!(early.unwrap_err().code, "dispatch-day-too-early");
    let silent = sent.give_back(" ", day("2026-11-23"), now()).unwrap_err();
    assert_eq!((silent.code, silent.field), ("required", Some("/reason")));
}

#[test]
fn mail_goes_to_those_who_have_an_address_once_the_office_sends_mail() {
    let outside = |email: Option<&str>| {
        Addressee::Outside(Outside {
            sort: OutsideKind::Body,
            name: "The Accountant General".to_owned(),
            lines: Vec::new(),
            email: email.map(str::to_owned),
            ur: None,
        })
    };
    let with = outside(Some("ag@example.org"));
    assert_eq!(Channel::to(&with, false), Channel::Post);
    assert_eq!(Channel::to(&with, true), Channel::Email);
    assert_eq!(Channel::to(&outside(None), true), Channel::Post);
    let post = Addressee::Post {
        post: PostId(Uuid::nil()),
    };
    assert_eq!(Channel::to(&post, true), Channel::Inside);
}
