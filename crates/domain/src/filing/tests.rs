//! Each transition with its refusals.

use super::*;
use crate::access::{Officer, Role, Roles};
use crate::desk::start_of_day;
use crate::office::{
    ChargeId, Classification, DocumentId, FileId, HeadId, NoteId, PaperId, PersonId, PostId, Priority, ReceiptId,
    SessionId, Timestamp, UnitId, Warning,
};
use chrono::{Duration, NaiveDate, TimeZone, Utc};
use uuid::Uuid;

pub(super) fn officer(n: u128) -> Officer {
    Officer {
        person: PersonId(Uuid::from_u128(n)),
        post: PostId(Uuid::from_u128(n)),
        charge: ChargeId(Uuid::from_u128(n)),
        unit: UnitId(Uuid::nil()),
        grade: 17,
        roles: [Role::Officer].into_iter().collect::<Roles>(),
        session: SessionId(Uuid::nil()),
    }
}

pub(super) fn target(n: u128) -> Target {
    Target {
        post: PostId(Uuid::from_u128(n)),
        holder: Some(PersonId(Uuid::from_u128(n))),
        active: true,
        handles_files: true,
    }
}

/// Monday, 2 November 2026, 09:00 in Pakistan.
pub(super) fn morning() -> Timestamp {
    Utc.with_ymd_and_hms(2026, 11, 2, 4, 0, 0).unwrap()
}

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
}

pub(super) fn command() -> OpenFile {
    OpenFile {
        id: FileId(Uuid::from_u128(1000)),
        number: "F.8-2/2026-Bud-I".to_owned(),
        unit: UnitId(Uuid::nil()),
        head: HeadId(Uuid::nil()),
        subject: "Release of funds".to_owned(),
        classification: Classification::Unclassified,
        priority: Priority::Routine,
        due_on: None,
        concerns: None,
    }
}

pub(super) fn orders() -> Forward {
    Forward {
        action: ForwardAction::Orders,
        due_on: None,
        remark: None,
    }
}

pub(super) fn body(texts: &[&str]) -> NoteBody {
    let paragraph = |text: &&str| Paragraph {
        dir: Direction::Auto,
        spans: vec![Span {
            text: (*text).to_owned(),
            ..Span::default()
        }],
    };
    NoteBody {
        paragraphs: texts.iter().map(paragraph).collect(),
    }
}

fn opened() -> File {
    File::open(command(), &officer(1), morning()).unwrap().file
}

fn note_id() -> NoteId {
    NoteId(Uuid::from_u128(77))
}

#[test]
fn a_file_goes_up_and_comes_back_with_a_reason() {
    let now = morning() + Duration::hours(2);
    let sent = opened().forward(target(2), &orders(), &officer(1), now).unwrap();
    assert_eq!(sent.file.custody.post(), PostId(Uuid::from_u128(2)));
    assert_eq!(sent.movement.ordinal, 2);
    assert_eq!(sent.movement.action, Some("for_orders"));
    assert_eq!(sent.movement.due_at, Some(now + Duration::hours(7 * 24)));
    assert_eq!(sent.file.version.0, 2);
    let refused = sent.file.clone().forward(target(3), &orders(), &officer(1), now);
    assert_eq!(refused, Err(FilingRefusal::NotWithYou));
    let back = sent
        .file
        .return_to_sender(
            target(1),
            ReturnReason::Incomplete,
            Some("annex missing"),
            &officer(2),
            now,
        )
        .unwrap();
    assert_eq!(back.file.custody.post(), PostId(Uuid::from_u128(1)));
    assert_eq!(back.movement.reason, Some("incomplete"));
    assert!(
        !back.event.content.to_string().contains("annex"),
        "the ledger keeps no personal text"
    );
}

#[test]
fn a_file_that_nobody_sent_is_not_returned() {
    let refused = opened().return_to_sender(target(2), ReturnReason::Discuss, None, &officer(1), morning());
    assert_eq!(refused, Err(FilingRefusal::NoSender));
}

#[test]
fn a_file_is_pulled_back_until_the_receiver_looked_at_it_and_its_clock_goes_on() {
    let later = morning() + Duration::hours(3);
    let before = opened();
    let sent = before
        .clone()
        .forward(target(2), &orders(), &officer(1), later)
        .unwrap()
        .file;
    assert_eq!(
        sent.clone().pull_back(&officer(3), later),
        Err(FilingRefusal::NotTheSender)
    );
    let back = sent.clone().pull_back(&officer(1), later).unwrap();
    assert_eq!(back.file.custody, before.custody);
    assert_eq!(
        back.file.clone().pull_back(&officer(1), later),
        Err(FilingRefusal::NotTheSender)
    );

    let (seen, _) = sent.record_opening(&officer(2), later).unwrap().unwrap();
    assert_eq!(
        seen.clone().pull_back(&officer(1), later),
        Err(FilingRefusal::AlreadyOpened)
    );
    assert_eq!(seen.record_opening(&officer(2), later), Ok(None));
}

#[test]
fn a_parked_file_comes_back_by_itself_on_the_morning_of_the_day() {
    let file = opened();
    assert_eq!(
        file.clone().park(day(2), None, &officer(1), morning()),
        Err(FilingRefusal::ParkDatePast)
    );
    let parked = file.park(day(20), None, &officer(1), morning()).unwrap().file;
    let early = start_of_day(day(20)) - Duration::seconds(1);
    let refused = parked.clone().forward(target(2), &orders(), &officer(1), early);
    assert_eq!(refused, Err(FilingRefusal::Parked));
    assert!(parked.bring_forward(early).is_none());

    let due = start_of_day(day(20));
    let (back, step) = parked.bring_forward(due + Duration::hours(30)).unwrap();
    assert_eq!((step.at, step.by), (due, None));
    let holding = back.custody.holding().unwrap();
    assert_eq!((holding.since, holding.due_at), (due, due + Duration::hours(7 * 24)));
    assert!(parked.clone().forward(target(2), &orders(), &officer(1), due).is_ok());
    let resumed = parked.resume(&officer(1), early).unwrap();
    assert_eq!(resumed.file.custody.holding().map(|holding| holding.since), Some(early));
    assert_eq!(resumed.file.resume(&officer(1), early), Err(FilingRefusal::NotParked));
}

#[test]
fn rule_6_no_officer_gets_his_own_case() {
    let concerned = PersonId(Uuid::from_u128(2));
    let about = OpenFile {
        concerns: Some(concerned),
        ..command()
    };
    assert_eq!(
        File::open(about.clone(), &officer(2), morning()),
        Err(FilingRefusal::OpenerOwnCase)
    );
    let file = File::open(about, &officer(1), morning()).unwrap().file;
    let refused = file.clone().forward(target(2), &orders(), &officer(1), morning());
    assert_eq!(refused, Err(FilingRefusal::TargetOwnCase));
    // The other post of the same person is refused as well: it is the person who is barred.
    let second_charge = Target {
        holder: Some(concerned),
        ..target(5)
    };
    let refused = file.forward(second_charge, &orders(), &officer(1), morning());
    assert_eq!(refused, Err(FilingRefusal::TargetOwnCase));
}

#[test]
fn a_file_goes_only_to_a_live_officers_post() {
    for (to, refusal) in [
        (target(1), FilingRefusal::SamePost),
        (
            Target {
                active: false,
                ..target(2)
            },
            FilingRefusal::PostAbolished,
        ),
        (
            Target {
                handles_files: false,
                ..target(2)
            },
            FilingRefusal::PostHandlesNoFiles,
        ),
    ] {
        assert_eq!(opened().forward(to, &orders(), &officer(1), morning()), Err(refusal));
    }
    let vacant = Target {
        holder: None,
        ..target(2)
    };
    let sent = opened().forward(vacant, &orders(), &officer(1), morning()).unwrap();
    assert_eq!(sent.warnings, [Warning::VacantPost]);
}

#[test]
fn rule_7_warns_from_the_third_noting_officer_and_not_for_agreement() {
    let mut file = opened();
    for (n, warned) in [(1, false), (2, false), (3, true)] {
        let minute = Minute::Note(body(&["Put up."]));
        let signed = file
            .submit(note_id(), minute, Vec::new(), &officer(n), morning())
            .unwrap();
        assert_eq!(signed.warnings.contains(&Warning::ManyNotingOfficers), warned, "{n}");
        let agreed = signed
            .file
            .submit(note_id(), Minute::Agreement, Vec::new(), &officer(n), morning())
            .unwrap();
        file = agreed
            .file
            .forward(target(n + 1), &orders(), &officer(n), morning())
            .unwrap()
            .file;
    }
    let mut agreeing = opened();
    for n in 1..6 {
        let signed = agreeing
            .submit(note_id(), Minute::Agreement, Vec::new(), &officer(n), morning())
            .unwrap();
        assert!(signed.warnings.is_empty());
        agreeing = signed
            .file
            .forward(target(n + 1), &orders(), &officer(n), morning())
            .unwrap()
            .file;
    }
    let mut secretaries = opened();
    for n in 1..6 {
        let secretary = Officer {
            grade: SECRETARY_GRADE,
            ..officer(n)
        };
        let minute = Minute::Note(body(&["Approved."]));
        let signed = secretaries
            .submit(note_id(), minute, Vec::new(), &secretary, morning())
            .unwrap();
        assert!(signed.warnings.is_empty());
        secretaries = signed
            .file
            .forward(target(n + 1), &orders(), &secretary, morning())
            .unwrap()
            .file;
    }
}

#[test]
fn paragraphs_continue_over_notes_agreements_and_dockets() {
    let signed = opened()
        .submit(
            note_id(),
            Minute::Note(body(&["a", "b"])),
            Vec::new(),
            &officer(1),
            morning(),
        )
        .unwrap();
    assert_eq!((signed.note.paragraph_first, signed.note.paragraph_last), (1, 2));
    let agreed = signed
        .file
        .submit(note_id(), Minute::Agreement, Vec::new(), &officer(1), morning())
        .unwrap();
    assert_eq!((agreed.note.paragraph_first, agreed.note.paragraph_last), (3, 3));
    assert_eq!(agreed.note.previous.as_deref(), Some(signed.note.digest.as_str()));
    let added = agreed
        .file
        .add_paper(paper(Some(Classification::Secret)), &officer(1), morning())
        .unwrap();
    assert_eq!(added.docket.paragraph_first, 4);
    assert_eq!((added.paper.page_first, added.paper.page_last), (1, 41));
    assert_eq!(added.file.classification, Classification::Secret, "rule 17");
    let changed = Note {
        content: NoteContent::Text(body(&["a", "c"])),
        ..signed.note.clone()
    };
    assert!(signed.note.is_intact() && !changed.is_intact());
}

fn paper(classification: Option<Classification>) -> AddPaper {
    let document = |pages| PaperDocument {
        id: DocumentId(Uuid::nil()),
        digest: "00".repeat(32),
        pages,
    };
    AddPaper {
        id: PaperId(Uuid::nil()),
        docket: note_id(),
        title: "Letter of the AG".to_owned(),
        documents: vec![document(Some(40)), document(None)],
        receipt: classification.map(|classification| PaperReceipt {
            id: ReceiptId(Uuid::nil()),
            diary_number: "D-1/2026".to_owned(),
            classification,
            concerns: None,
        }),
        remark: None,
    }
}

#[test]
fn a_volume_is_full_beyond_300_pages() {
    let mut file = opened();
    for n in 1..=8 {
        let added = file.add_paper(paper(None), &officer(1), morning()).unwrap();
        assert_eq!(added.warnings.contains(&Warning::VolumeFull), n == 8, "{n}");
        file = added.file;
    }
    let next = file
        .open_volume(FileId(Uuid::from_u128(2)), false, 0, &officer(1), morning())
        .unwrap();
    assert_eq!(next.opened.file.number, "F.8-2/2026-Bud-I/Vol-2");
    assert_eq!(next.earlier.file.custody.state(), FileState::Closed);
    let third = next
        .opened
        .file
        .open_volume(FileId(Uuid::from_u128(3)), false, 0, &officer(1), morning())
        .unwrap();
    assert_eq!(third.opened.file.number, "F.8-2/2026-Bud-I/Vol-3");
    assert_eq!(third.opened.file.first_volume, Some(FileId(Uuid::from_u128(1000))));
}

#[test]
fn a_part_travels_alone_and_merges_where_the_main_file_is() {
    let away = opened()
        .forward(target(2), &orders(), &officer(1), morning())
        .unwrap()
        .file;
    let split = away
        .open_part(FileId(Uuid::from_u128(2)), None, &officer(1), morning())
        .unwrap();
    let (main, part) = (split.origin, split.opened.file);
    assert_eq!(part.number, "F.8-2/2026-Bud-I/Part-1");
    assert_eq!(
        part.clone()
            .open_part(FileId(Uuid::nil()), None, &officer(1), morning())
            .err(),
        Some(FilingRefusal::PartOfPart)
    );
    let refused = part.clone().merge_part(main.clone(), note_id(), &officer(1), morning());
    assert_eq!(refused.err(), Some(FilingRefusal::MainFileAway));
    assert_eq!(
        main.clone().close(1, None, &officer(2), morning()).err(),
        Some(FilingRefusal::PartsOpen)
    );
    let back = main
        .return_to_sender(target(1), ReturnReason::AsDirected, None, &officer(2), morning())
        .unwrap()
        .file;
    let merger = part.merge_part(back, note_id(), &officer(1), morning()).unwrap();
    assert_eq!(merger.part.file.custody.state(), FileState::Merged);
    assert_eq!(merger.docket.paragraph_first, 1);
    assert!(merger.docket.is_intact());
    let refused = merger.part.file.forward(target(2), &orders(), &officer(1), morning());
    assert_eq!(refused, Err(FilingRefusal::Merged));
}

#[test]
fn closing_and_reopening_need_their_states_and_a_reason() {
    let closed = opened().close(0, None, &officer(1), morning()).unwrap().file;
    assert_eq!(
        closed
            .clone()
            .submit(note_id(), Minute::Agreement, Vec::new(), &officer(1), morning())
            .err(),
        Some(FilingRefusal::Closed)
    );
    assert_eq!(
        closed.clone().reopen("  ", &officer(1), morning()),
        Err(FilingRefusal::ReasonEmpty)
    );
    let reopened = closed.reopen("Audit objection", &officer(3), morning()).unwrap();
    assert_eq!(reopened.file.custody.post(), officer(3).post);
    assert_eq!(
        reopened.file.reopen("again", &officer(3), morning()),
        Err(FilingRefusal::NotClosed)
    );
}

#[test]
fn classification_only_rises_and_due_dates_are_checked() {
    let raised = Amendment {
        classification: Some(Classification::Confidential),
        priority: Some(Priority::Immediate),
        ..Amendment::default()
    };
    let (file, _) = opened().amend(raised, &officer(1), morning()).unwrap();
    assert_eq!(
        file.custody.holding().map(|holding| holding.due_at),
        Some(morning() + Duration::hours(24))
    );
    let lowered = Amendment {
        classification: Some(Classification::Restricted),
        ..Amendment::default()
    };
    assert_eq!(
        file.clone().amend(lowered, &officer(1), morning()),
        Err(FilingRefusal::ClassificationLowered)
    );
    for (due_on, refusal) in [
        (day(1), FilingRefusal::DueDatePast),
        (NaiveDate::from_ymd_opt(20260, 1, 1).unwrap(), FilingRefusal::DueDateFar),
    ] {
        let dated = Forward {
            due_on: Some(due_on),
            ..orders()
        };
        let refused = file.clone().forward(target(2), &dated, &officer(1), morning());
        assert_eq!(refused, Err(refusal));
    }
    assert_eq!(
        file.clone().link(file.id, &officer(1), morning()),
        Err(FilingRefusal::LinkToSelf)
    );
}

#[test]
fn subjects_that_mislead_or_overflow_are_refused() {
    for (subject, refusal) in [
        (" ".to_owned(), FilingRefusal::SubjectEmpty),
        ("a".repeat(10_000), FilingRefusal::SubjectTooLong),
        ("a\u{202E}b".to_owned(), FilingRefusal::SubjectForbidden),
    ] {
        let wrong = OpenFile { subject, ..command() };
        assert_eq!(File::open(wrong, &officer(1), morning()), Err(refusal));
    }
}

#[test]
fn heads_keep_their_shape() {
    let open = |code: &str| OpenHead {
        id: HeadId(Uuid::nil()),
        unit: UnitId(Uuid::nil()),
        code: code.to_owned(),
        title_en: "Budget".to_owned(),
        title_ur: "بجٹ".to_owned(),
    };
    assert_eq!(Head::open(&open("8/2"), None).err(), Some(FilingRefusal::HeadCodeWrong));
    let (head, _) = Head::open(&open("8"), None).unwrap();
    let (sub_head, _) = Head::open(&open("2"), Some(&head)).unwrap();
    assert_eq!(
        Head::open(&open("1"), Some(&sub_head)).err(),
        Some(FilingRefusal::HeadParentWrong)
    );
    assert_eq!(
        head.clone().close(1, morning()).err(),
        Some(FilingRefusal::HeadNotEmpty)
    );
    let (closed, _) = head.close(0, morning()).unwrap();
    assert_eq!(closed.close(0, morning()).err(), Some(FilingRefusal::HeadClosed));
}
