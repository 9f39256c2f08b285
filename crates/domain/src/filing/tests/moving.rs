use super::*;

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
