//! Whatever an office does to a receipt, in whatever order: one holder or none, one number, one story.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::access::{Officer, Role};
use crate::desk::office_day;
use crate::ledger::EventKind;
use crate::office::*;
use chrono::{Duration, NaiveDate, TimeZone, Utc};
use proptest::prelude::*;
use uuid::Uuid;

const REGISTRY: u128 = 1;

fn now() -> Timestamp {
    Utc.with_ymd_and_hms(2026, 11, 23, 6, 0, 0).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn post(n: u128) -> PostId {
    PostId(Uuid::from_u128(n))
}

/// The holder of each post has the same number as the post.
fn target(n: u128) -> Target {
    Target {
        post: post(n),
        holder: Some(PersonId(Uuid::from_u128(n))),
        handles_papers: true,
    }
}

/// As in [`target`].
fn holder_of(post: PostId) -> PersonId {
    PersonId(post.0)
}

fn mark(to: u128, copies: &[u128]) -> Mark {
    Mark {
        to: target(to),
        action: ReceiptAction::NecessaryAction,
        copies: copies
            .iter()
            .map(|n| CopyTo {
                to: target(*n),
                action: ReceiptAction::Information,
            })
            .collect(),
        due_on: None,
    }
}

fn draft() -> DiaryDraft {
    DiaryDraft {
        received_on: day("2026-11-23"),
        mode: Mode::Post,
        sender_name: "Muhammad Aslam".into(),
        sender_office: Some("  ".into()),
        sender_address: None,
        reference_number: Some("SO(W)1-2/2026".into()),
        reference_date: Some(day("2026-11-20")),
        subject: "Release of funds for canal lining".into(),
        language: Language::English,
        classification: Classification::Unclassified,
        priority: Priority::Routine,
        due_on: None,
        enclosures: None,
        in_reply_to_number: None,
    }
}

fn receipt_about(concerns: Option<u128>) -> Receipt {
    let new = NewReceipt {
        id: ReceiptId(Uuid::from_u128(99)),
        registry: UnitId(Uuid::from_u128(50)),
        by: post(REGISTRY),
        by_person: Some(PersonId(Uuid::from_u128(99))),
        entry: DiaryEntry::check(draft(), office_day(now())).unwrap(),
        documents: vec![],
        concerns: concerns.map(|n| PersonId(Uuid::from_u128(n))),
        tracking: PrintedCode::of([7; 32]),
    };
    Receipt::diarise(new, number(), now()).unwrap().0
}

fn receipt() -> Receipt {
    receipt_about(None)
}

fn number() -> DiaryNumber {
    "FD-1182/2026".parse().unwrap()
}

fn codes(wrong: &[Refusal]) -> Vec<(&str, Option<&str>)> {
    wrong.iter().map(|refusal| (refusal.code, refusal.field)).collect()
}

#[test]
fn every_wrong_field_is_named_at_once() {
    let wrong = DiaryEntry::check(
        DiaryDraft {
            received_on: day("2026-11-24"),
            reference_date: NaiveDate::from_ymd_opt(20260, 1, 1),
            due_on: Some(day("2026-11-22")),
            sender_name: " ".into(),
            subject: "x".repeat(10_000),
            enclosures: Some("a\u{202E}b".into()),
            ..draft()
        },
        office_day(now()),
    )
    .unwrap_err();
    assert_eq!(
        codes(&wrong),
        [
            ("received-in-future", Some("/received_on")),
            ("reference-in-future", Some("/reference_date")),
            ("due-in-past", Some("/due_on")),
            ("required", Some("/sender_name")),
            ("too-long", Some("/subject")),
            ("forbidden-character", Some("/enclosures")),
        ]
    );
}

#[test]
fn dates_before_the_country_and_due_dates_in_another_age_are_refused() {
    let wrong = DiaryEntry::check(
        DiaryDraft {
            received_on: day("1946-12-31"),
            reference_date: Some(day("1857-05-10")),
            due_on: NaiveDate::from_ymd_opt(20260, 1, 1),
            ..draft()
        },
        office_day(now()),
    )
    .unwrap_err();
    assert_eq!(
        codes(&wrong).iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        ["received-too-early", "reference-too-early", "due-too-far"]
    );
}

#[test]
fn an_empty_optional_field_is_no_field() {
    assert_eq!(receipt().entry.sender_office, None);
}

#[test]
fn the_journey_of_a_paper() {
    let (r, _) = receipt().mark(&mark(2, &[3]), None, now()).unwrap();
    assert_eq!(r.holder(), Some(post(2)));
    let (r, _) = r.give_back(ReturnReason::NotOurSubject, None, None, now()).unwrap();
    assert_eq!(r.state_word(), StateWord::InRegistry);
    assert_eq!(r.holder(), Some(post(REGISTRY)));
    let (r, _) = r.mark(&mark(4, &[]), None, now()).unwrap();
    let (r, _) = r.accept(now()).unwrap();
    let (r, _) = r.mark(&mark(5, &[]), None, now()).unwrap();
    let (r, _) = r.give_back(ReturnReason::WrongOfficer, None, None, now()).unwrap();
    assert_eq!((r.state_word(), r.holder()), (StateWord::Accepted, Some(post(4))));
    let (r, event) = r.put_on_file(FileId(Uuid::nil()), 7, Some((3, 5))).unwrap();
    assert_eq!((r.state_word(), r.holder()), (StateWord::OnFile, None));
    assert_eq!(event.kind, EventKind::ReceiptFiled);
    assert_eq!(r.version, Version(8));
}

#[test]
fn a_case_is_never_marked_to_the_person_it_concerns() {
    let r = receipt_about(Some(4));
    assert_eq!(
        r.clone().mark(&mark(4, &[]), None, now()),
        Err(ReceiptRefusal::ConcernsReceiver)
    );
    assert_eq!(
        r.clone().mark(&mark(2, &[3, 4]), None, now()),
        Err(ReceiptRefusal::ConcernsCopyReceiver)
    );
    assert!(r.mark(&mark(2, &[3]), None, now()).is_ok());
}

#[test]
fn papers_go_only_where_they_are_handled() {
    let mut command = mark(2, &[3]);
    command.copies[0].to.handles_papers = false;
    let refused = receipt().mark(&command, None, now()).unwrap_err();
    assert_eq!(refused, ReceiptRefusal::CopyReceiverHandlesNoPapers);
    command.to.handles_papers = false;
    let refused = receipt().mark(&command, None, now()).unwrap_err();
    assert_eq!(refused, ReceiptRefusal::ReceiverHandlesNoPapers);
}

#[test]
fn a_case_does_not_go_back_to_the_person_it_concerns() {
    let (r, _) = receipt_about(Some(4)).mark(&mark(2, &[]), None, now()).unwrap();
    let back = |sender| r.clone().give_back(ReturnReason::WrongOfficer, None, sender, now());
    let concerned = Some(PersonId(Uuid::from_u128(4)));
    assert_eq!(back(concerned).unwrap_err(), ReceiptRefusal::ConcernsSender);
    assert!(back(None).is_ok() && back(Some(PersonId(Uuid::from_u128(5)))).is_ok());
}

#[test]
fn a_vacant_post_is_not_the_person_that_nothing_concerns() {
    let mut command = mark(2, &[]);
    command.to.holder = None;
    assert!(receipt().mark(&command, None, now()).is_ok());
}

#[test]
fn nobody_is_named_twice() {
    let r = receipt();
    assert_eq!(
        r.clone().mark(&mark(REGISTRY, &[]), None, now()),
        Err(ReceiptRefusal::MarkedToSelf)
    );
    assert_eq!(
        r.clone().mark(&mark(2, &[2]), None, now()),
        Err(ReceiptRefusal::CopiedTwice)
    );
    assert_eq!(r.mark(&mark(2, &[3, 3]), None, now()), Err(ReceiptRefusal::CopiedTwice));
}

#[test]
fn sealed_mail_is_not_scanned() {
    let entry = DiaryEntry::check(
        DiaryDraft {
            classification: Classification::Secret,
            ..draft()
        },
        office_day(now()),
    )
    .unwrap();
    let new = NewReceipt {
        id: ReceiptId(Uuid::nil()),
        registry: UnitId(Uuid::nil()),
        by: post(REGISTRY),
        by_person: Some(PersonId(Uuid::from_u128(99))),
        entry,
        documents: vec![DocumentId(Uuid::nil())],
        concerns: None,
        tracking: PrintedCode::of([7; 32]),
    };
    assert_eq!(Receipt::diarise(new, number(), now()), Err(ReceiptRefusal::SealedMail));
}

#[test]
fn other_needs_a_remark_and_reopening_a_reason() {
    let (marked, _) = receipt().mark(&mark(2, &[]), None, now()).unwrap();
    assert_eq!(
        marked.give_back(ReturnReason::Other, None, None, now()),
        Err(ReceiptRefusal::RemarkNeeded)
    );
    assert_eq!(
        receipt().dispose(DisposalReason::Other, None),
        Err(ReceiptRefusal::RemarkNeeded)
    );
    let (disposed, _) = receipt().dispose(DisposalReason::Duplicate, None).unwrap();
    assert_eq!(disposed.clone().reopen(None, now()), Err(ReceiptRefusal::ReasonNeeded));
    let reason = Remark::read(Some("The original was lost".into()), "/reason").unwrap();
    let (open, _) = disposed.reopen(reason.as_ref(), now()).unwrap();
    assert_eq!(open.state_word(), StateWord::InRegistry);
}

#[test]
fn an_entry_is_corrected_only_until_an_officer_has_accepted_it() {
    let correction = Correction {
        subject: Some("Release of funds for canal lining, Bhakkar".into()),
        ..Correction::default()
    };
    let (r, event) = receipt().correct(correction.clone(), vec![], now()).unwrap();
    let words = event.words.unwrap();
    assert_eq!(words["subject"], "Release of funds for canal lining, Bhakkar");
    assert!(!event.content.to_string().contains("Bhakkar"));
    assert_eq!(
        codes(&r.clone().correct(correction.clone(), vec![], now()).unwrap_err()),
        [("nothing-to-correct", None)]
    );
    let (r, _) = r.mark(&mark(2, &[]), None, now()).unwrap();
    assert!(r.correctable());
    let (r, _) = r.accept(now()).unwrap();
    assert_eq!(
        codes(&r.correct(correction, vec![], now()).unwrap_err()),
        [("receipt-already-accepted", None)]
    );
}

#[test]
fn the_screen_offers_what_the_rules_allow() {
    let clerk = officer(REGISTRY, 50, &[Role::Registry]);
    let section_officer = officer(2, 60, &[Role::Officer]);
    let r = receipt();
    assert_eq!(
        r.abilities(&clerk, false),
        [Ability::Correct, Ability::Mark, Ability::Dispose]
    );
    assert!(r.abilities(&section_officer, false).is_empty());
    assert_eq!(r.abilities(&section_officer, true), [Ability::Seen]);
    let (r, _) = r.mark(&mark(2, &[]), None, now()).unwrap();
    assert_eq!(r.abilities(&clerk, false), [Ability::Correct]);
    assert_eq!(r.abilities(&section_officer, false), [Ability::Accept, Ability::Return]);
    let (r, _) = r.accept(now()).unwrap();
    assert!(r.abilities(&clerk, false).is_empty());
    assert_eq!(
        r.abilities(&section_officer, false),
        [Ability::Mark, Ability::File, Ability::Dispose]
    );
    let (r, _) = r.dispose(DisposalReason::Informed, None).unwrap();
    assert_eq!(r.abilities(&section_officer, false), [Ability::Reopen]);
    assert!(r.abilities(&clerk, false).is_empty());
}

fn officer(n: u128, unit: u128, roles: &[Role]) -> Officer {
    Officer {
        person: PersonId(Uuid::from_u128(n)),
        post: post(n),
        charge: ChargeId(Uuid::from_u128(n)),
        assisting: None,
        unit: UnitId(Uuid::from_u128(unit)),
        grade: 17,
        roles: roles.iter().copied().collect(),
        session: SessionId(Uuid::nil()),
    }
}

#[derive(Debug, Clone)]
enum Command {
    Mark(u128, Vec<u128>),
    Accept,
    GiveBack,
    File,
    Dispose,
    Reopen,
    Correct(String),
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        3 => (1u128..6, prop::collection::vec(1u128..6, 0..3)).prop_map(|(to, copies)| Command::Mark(to, copies)),
        3 => Just(Command::Accept),
        1 => Just(Command::GiveBack),
        1 => Just(Command::File),
        1 => Just(Command::Dispose),
        1 => Just(Command::Reopen),
        1 => "[a-z]{1,8}".prop_map(Command::Correct),
    ]
}

/// Runs a command; what is refused leaves the receipt as it was.
fn run(r: &Receipt, command: &Command, at: Timestamp) -> Option<Receipt> {
    let r = r.clone();
    let done = match command {
        Command::Mark(to, copies) => r.mark(&mark(*to, copies), None, at).ok(),
        Command::Accept => r.accept(at).ok(),
        Command::GiveBack => r
            .clone()
            .give_back(ReturnReason::Incomplete, None, r.sender().map(holder_of), at)
            .ok(),
        Command::File => r.put_on_file(FileId(Uuid::nil()), 1, None).ok(),
        Command::Dispose => r.dispose(DisposalReason::NoActionNeeded, None).ok(),
        Command::Reopen => r.reopen(Some(&Remark::stored("again".into())), at).ok(),
        Command::Correct(subject) => r
            .correct(
                Correction {
                    subject: Some(subject.clone()),
                    ..Correction::default()
                },
                vec![],
                at,
            )
            .ok(),
    };
    done.map(|(r, _)| r)
}

proptest! {
    #[test]
    fn whatever_happens_custody_number_and_version_hold(
        commands in prop::collection::vec(command(), 0..40),
        concerns in prop::option::of(1u128..6),
    ) {
        let mut r = receipt_about(concerns);
        let mut at = now();
        for command in &commands {
            at += Duration::minutes(7);
            let before = r.clone();
            let Some(after) = run(&r, command, at) else { continue };
            r = after;
            prop_assert_eq!(&r.number, &before.number);
            prop_assert_eq!((r.id, r.registry, r.diarised_by, r.diarised_at), (before.id, before.registry, before.diarised_by, before.diarised_at));
            prop_assert_eq!(r.version, before.version.next());
            let on_a_desk = matches!(r.state_word(), StateWord::InRegistry | StateWord::Marked | StateWord::Accepted);
            prop_assert_eq!(r.holder().is_some(), on_a_desk);
            prop_assert_eq!(r.holder_since().is_some(), on_a_desk);
            if before.state_word() == StateWord::OnFile {
                prop_assert!(false, "nothing happens to a receipt on a file");
            }
            if let (Command::Mark(..) | Command::GiveBack, Some(person)) = (command, concerns) {
                prop_assert_ne!(r.holder(), Some(post(person)));
            }
            if !before.correctable() && !matches!(r.state, ReceiptState::InRegistry { .. }) {
                prop_assert_eq!(&r.entry.subject, &before.entry.subject);
            }
        }
    }

    #[test]
    fn any_text_is_taken_or_refused_and_never_breaks(subject in any::<String>(), name in any::<String>()) {
        let checked = DiaryEntry::check(DiaryDraft { subject, sender_name: name, ..draft() }, office_day(now()));
        if let Ok(entry) = checked {
            prop_assert!(entry.subject.chars().count() <= 500 && !entry.subject.is_empty());
        }
    }
}
