use super::*;
use crate::office::{PostId, Timestamp};
use crate::organisation::{Charge, Unit};
use chrono::DateTime;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use uuid::Uuid;

fn now() -> Timestamp {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

/// A table out of plain CSV without quotes.
fn table(csv: &str) -> Table {
    let mut lines = csv
        .lines()
        .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    Table {
        header: lines.next().unwrap_or_default(),
        records: lines.zip(2..).map(|(cells, row)| Record { row, cells }).collect(),
    }
}

fn run(existing: &Existing, sheets: &[(Sheet, &str)]) -> Result<Plan, Vec<RowError>> {
    let tables: BTreeMap<Sheet, Table> = sheets.iter().map(|(sheet, csv)| (*sheet, table(csv))).collect();
    let mut errors = Vec::new();
    let rows = read_rows(&tables, &mut errors);
    let mut count = 1000 + existing.units.len() as u128 * 1000;
    let mut next_id = || {
        count += 1;
        Uuid::from_u128(count)
    };
    plan_import(existing.clone(), &rows, errors, now(), &mut next_id)
}

/// The office after a plan.
fn apply(mut office: Existing, plan: &Plan) -> Existing {
    for step in &plan.steps {
        match step.clone() {
            Step::CreateUnit(unit, _) | Step::UpdateUnit(unit, _) => {
                assert!(
                    unit.parent
                        .is_none_or(|id| office.units.values().any(|unit: &Unit| unit.id == id))
                );
                office.units.insert(unit.code.clone(), unit);
            }
            Step::CreatePost(post, _) | Step::UpdatePost(post, _) => {
                assert!(
                    post.reports_to
                        .is_none_or(|id: PostId| office.posts.values().any(|post| post.id == id))
                );
                office.posts.insert(post.code.clone(), post);
            }
            Step::CreatePerson(person, _) | Step::UpdatePerson(person, _) => {
                office.persons.insert(person.user_name.clone(), person);
            }
            Step::Appoint(post, charge, _) => {
                let charge: Charge = charge;
                assert!(office.holders.insert(post.id, charge).is_none());
                office.posts.insert(post.code.clone(), post);
            }
            Step::HandOver(post, handover, _) => {
                assert_eq!(
                    office.holders.insert(post.id, handover.begun).map(|c| c.id),
                    Some(handover.ended.id)
                );
                office.posts.insert(post.code.clone(), post);
            }
        }
    }
    office
}

const UNITS: &str = "code,parent_code,kind,name_en,name_ur,file_number_template\n\
    BS,FD,section,Budget Section,بجٹ سیکشن,\n\
    FD,,department,Finance Department,محکمہ خزانہ,";
const POSTS: &str = "code,unit_code,title_en,title_ur,grade,reports_to_code,roles\n\
    SO-1,BS,Section Officer,سیکشن آفیسر,17,SEC,officer\n\
    SEC,FD,Secretary,سیکرٹری,20,,officer authenticator";
const PERSONS: &str = "user_name,name_en,name_ur,email,language\n\
    ayesha.khan,Ayesha Khan,عائشہ خان,,ur\n\
    bilal,Bilal,بلال,bilal@example.gov.pk,en";
const CHARGES: &str =
    "post_code,user_name,kind,from\nSO-1,ayesha.khan,substantive,2026-01-01\nSEC,Bilal,acting,2026-01-01";

fn office() -> [(Sheet, &'static str); 4] {
    [
        (Sheet::Units, UNITS),
        (Sheet::Posts, POSTS),
        (Sheet::Persons, PERSONS),
        (Sheet::Charges, CHARGES),
    ]
}

#[test]
fn rows_in_any_order_make_the_office_and_a_repetition_changes_nothing() {
    let plan = run(&Existing::default(), &office()).unwrap();
    assert_eq!((plan.created(), plan.updated(), plan.unchanged), (8, 0, 0));
    let after = apply(Existing::default(), &plan);
    let again = run(&after, &office()).unwrap();
    assert_eq!((again.steps.len(), again.unchanged), (0, 8));
}

#[test]
fn a_new_holder_takes_over_and_names_are_updated() {
    let after = apply(Existing::default(), &run(&Existing::default(), &office()).unwrap());
    let charges = "post_code,user_name,kind,from\nSO-1,bilal,additional,2026-02-01";
    let persons = "user_name,name_en,name_ur,email,language\nbilal,Bilal Ahmad,بلال احمد,bilal@example.gov.pk,en";
    let plan = run(&after, &[(Sheet::Charges, charges), (Sheet::Persons, persons)]).unwrap();
    assert_eq!((plan.created(), plan.updated(), plan.unchanged), (0, 2, 0));
    let after = apply(after, &plan);
    let so = &after.posts["SO-1"];
    assert_eq!(after.holders[&so.id].person, after.persons["bilal"].id);
}

#[test]
fn every_wrong_row_is_listed_once_with_its_cell() {
    let units = "code,parent_code,kind,name_en,name_ur,file_number_template\n\
        A,,wing,A,ا,\n\
        B,A,castle,B,ب,\n\
        C,B,section,C,ج,\n\
        D,X,section,,د,\n\
        A,,wing,A,ا,\n\
        E,F,wing,E,ع,\n\
        F,E,wing,F,ف,\n\
        G,A,section,G";
    let posts = "code,unit_code,title_en,title_ur,grade,reports_to_code,roles\n\
        P1,A,P,پ,23,,officer\n\
        P2,Q,P,پ,x,,king\n\
        P3,C,P,پ,17,P1,auditor officer";
    let charges = "post_code,user_name,kind,from\nP9,nobody,owner,yesterday\nP1,nobody,acting,2099-01-01";
    let wrong = run(
        &Existing::default(),
        &[(Sheet::Units, units), (Sheet::Posts, posts), (Sheet::Charges, charges)],
    )
    .unwrap_err();
    let told: Vec<String> = wrong
        .iter()
        .map(|e| {
            format!(
                "{} {} {} {}",
                e.sheet,
                e.row,
                e.column.as_deref().unwrap_or("-"),
                e.code
            )
        })
        .collect();
    let expected = [
        "units 3 kind word-unknown",
        "units 5 name_en required",
        "units 6 code row-twice",
        "units 7 parent_code parent-cycle",
        "units 8 parent_code parent-cycle",
        "units 9 - cell-count",
        "posts 2 grade grade-out-of-range",
        "posts 3 grade number-shape",
        "posts 3 roles word-unknown",
        "posts 4 roles roles-conflict",
        "charges 2 from date-shape",
        "charges 2 kind word-unknown",
        "charges 3 from date-in-future",
        "charges 3 user_name user-name-unknown",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_cycle_through_units_that_the_sheet_does_not_mention_is_found() {
    let after = apply(
        Existing::default(),
        &run(&Existing::default(), &[(Sheet::Units, UNITS)]).unwrap(),
    );
    let moved =
        "code,parent_code,kind,name_en,name_ur,file_number_template\nFD,BS,department,Finance Department,محکمہ خزانہ,";
    let wrong = run(&after, &[(Sheet::Units, moved)]).unwrap_err();
    assert_eq!(
        wrong,
        [RowError::at(
            Sheet::Units,
            2,
            "parent_code",
            crate::organisation::OrganisationRefusal::ParentCycle
        )]
    );
}

#[test]
fn headings_are_checked_before_rows() {
    let wrong = run(
        &Existing::default(),
        &[(Sheet::Persons, "user_name,name_en,name_en,shoe_size\nx,y,z,44")],
    )
    .unwrap_err();
    let codes: Vec<&str> = wrong.iter().map(|e| e.code.as_str()).collect();
    assert!(wrong.iter().all(|e| e.row == 1), "{wrong:?}");
    for code in ["column-twice", "column-unknown", "column-missing"] {
        assert!(codes.contains(&code), "{code}");
    }
}

#[test]
fn templates_can_be_imported_as_they_are() {
    let sheets: Vec<(Sheet, &str)> = Sheet::ALL.iter().map(|sheet| (*sheet, sheet.template())).collect();
    let plan = run(&Existing::default(), &sheets).unwrap();
    assert_eq!(plan.created(), 6);
}

proptest! {
    /// Whatever the sheet says about who is above whom, a plan never makes a cycle and always writes parents first.
    #[test]
    fn a_plan_never_makes_a_cycle(parents in prop::collection::vec(prop::option::of(0..8_usize), 1..8)) {
        let mut csv = "code,parent_code,kind,name_en,name_ur,file_number_template".to_owned();
        for (n, parent) in parents.iter().enumerate() {
            let parent = parent.map_or(String::new(), |parent| format!("U{parent}"));
            write!(csv, "\nU{n},{parent},wing,N,ن,").unwrap();
        }
        if let Ok(plan) = run(&Existing::default(), &[(Sheet::Units, &csv)]) {
            let office = apply(Existing::default(), &plan);
            for unit in office.units.values() {
                let mut above = unit.parent;
                for _ in 0..=office.units.len() {
                    above = above.and_then(|id| office.units.values().find(|unit| unit.id == id)?.parent);
                }
                prop_assert!(above.is_none());
            }
        }
    }
}
