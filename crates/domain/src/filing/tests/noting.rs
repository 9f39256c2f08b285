use super::*;
use crate::ledger::EventKind;

#[test]
fn rule_7_warns_from_the_third_noting_officer_and_not_for_agreement() {
    let mut file = opened();
    for (n, warned) in [(1, false), (2, false), (3, true)] {
        let minute = Minute::Note(body(&["Put up."]));
        let signed = file
            .submit(stamp(), minute, Vec::new(), &officer(n), morning())
            .unwrap();
        assert_eq!(signed.warnings.contains(&Warning::ManyNotingOfficers), warned, "{n}");
        let agreed = signed
            .file
            .submit(stamp(), Minute::Agreement, Vec::new(), &officer(n), morning())
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
            .submit(stamp(), Minute::Agreement, Vec::new(), &officer(n), morning())
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
            .submit(stamp(), minute, Vec::new(), &secretary, morning())
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
            stamp(),
            Minute::Note(body(&["a", "b"])),
            Vec::new(),
            &officer(1),
            morning(),
        )
        .unwrap();
    assert_eq!((signed.note.paragraph_first, signed.note.paragraph_last), (1, 2));
    let agreed = signed
        .file
        .submit(stamp(), Minute::Agreement, Vec::new(), &officer(1), morning())
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
    assert_eq!(next.earlier.event.kind, EventKind::FileContinued);
    let third = next
        .opened
        .file
        .open_volume(FileId(Uuid::from_u128(3)), false, 0, &officer(1), morning())
        .unwrap();
    assert_eq!(third.opened.file.number, "F.8-2/2026-Bud-I/Vol-3");
    assert_eq!(third.opened.file.first_volume, Some(FileId(Uuid::from_u128(1000))));
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
fn rule_9_only_a_post_that_may_authenticate_orders() {
    let order = || Minute::Order(body(&["Approved.", "Issue the release."]));
    let refused = opened().submit(stamp(), order(), Vec::new(), &officer(1), morning());
    assert_eq!(refused, Err(FilingRefusal::OrderNotAuthorised));
    let signed = opened()
        .submit(stamp(), order(), Vec::new(), &authenticator(1), morning())
        .unwrap();
    assert_eq!((signed.note.paragraph_first, signed.note.paragraph_last), (1, 2));
    assert_eq!(signed.note.canonical()["kind"], "order");
    assert_eq!(signed.event.content["note"]["kind"], "order");
    let as_a_note = Note {
        content: NoteContent::Text(body(&["Approved.", "Issue the release."])),
        ..signed.note.clone()
    };
    assert!(
        signed.note.is_intact() && !as_a_note.is_intact(),
        "what it is, is signed with it"
    );
    let empty = opened().submit(
        stamp(),
        Minute::Order(body(&[])),
        Vec::new(),
        &authenticator(1),
        morning(),
    );
    assert_eq!(empty, Err(FilingRefusal::NoteEmpty));
}

#[test]
fn an_assistant_puts_up_what_could_be_signed() {
    let text = body(&["Submitted."]);
    assert_eq!(opened().put_up(&text, &assistant(1)), Ok(()));
    assert_eq!(opened().put_up(&text, &officer(1)), Err(FilingRefusal::PutUpByHolder));
    assert_eq!(
        opened().put_up(&body(&[" "]), &assistant(1)),
        Err(FilingRefusal::NoteEmpty)
    );
}

#[test]
fn whoever_orders_counts_as_an_officer_who_noted() {
    let mut file = opened();
    for (n, warned) in [(1, false), (2, false), (3, true)] {
        let order = Minute::Order(body(&["Approved."]));
        let signed = file
            .submit(stamp(), order, Vec::new(), &authenticator(n), morning())
            .unwrap();
        assert_eq!(signed.warnings.contains(&Warning::ManyNotingOfficers), warned, "{n}");
        file = signed
            .file
            .forward(target(n + 1), &orders(), &authenticator(n), morning())
            .unwrap()
            .file;
    }
}
