use super::*;

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
    let refused = part.clone().merge_part(main.clone(), stamp(), &officer(1), morning());
    assert_eq!(refused.err(), Some(FilingRefusal::MainFileAway));
    assert_eq!(
        main.clone().close(1, None, &officer(2), morning()).err(),
        Some(FilingRefusal::PartsOpen)
    );
    let back = main
        .return_to_sender(target(1), ReturnReason::AsDirected, None, &officer(2), morning())
        .unwrap()
        .file;
    let merger = part.merge_part(back, stamp(), &officer(1), morning()).unwrap();
    assert_eq!(merger.part.file.custody.state(), FileState::Merged);
    assert_eq!(merger.docket.paragraph_first, 1);
    assert!(merger.docket.is_intact());
    let refused = merger.part.file.forward(target(2), &orders(), &officer(1), morning());
    assert_eq!(refused, Err(FilingRefusal::Merged));
}

#[test]
fn the_main_file_takes_over_whom_its_part_is_about_and_no_second_person() {
    let (one, other) = (PersonId(Uuid::from_u128(7)), PersonId(Uuid::from_u128(8)));
    let split = opened()
        .open_part(FileId(Uuid::from_u128(2)), None, &officer(1), morning())
        .unwrap();
    let (mut main, mut part) = (split.origin, split.opened.file);
    part.concerns = Some(one);
    let merge = |part: &File, main: &File| part.clone().merge_part(main.clone(), stamp(), &officer(1), morning());
    assert_eq!(merge(&part, &main).unwrap().main.concerns, Some(one));
    main.concerns = Some(other);
    assert_eq!(merge(&part, &main).err(), Some(FilingRefusal::ConcernsAnother));
}

#[test]
fn closing_and_reopening_need_their_states_and_a_reason() {
    let closed = opened().close(0, None, &officer(1), morning()).unwrap().file;
    assert_eq!(
        closed
            .clone()
            .submit(stamp(), Minute::Agreement, Vec::new(), &officer(1), morning())
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
