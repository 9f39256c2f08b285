//! Drafts: texts that were approved or spoken of, and rows that say what became of a draft.

use super::super::{Day, texts};
use super::changes::{Change, change};
use super::facts::Facts;
use crate::drafting::{at, hand_on, letter_on, revise, reworded};
use daftar_testing::{Persona, TestApp};
use serde_json::json;

/// On the file of the day: a draft whose approval an edit has made void, so that its second text is still written in; one
/// that was given up; and a letter that was issued.
pub(super) async fn more_drafts(app: &TestApp, day: &Day) {
    let (officer, deputy) = (Persona::SectionOfficer, Persona::DeputySecretary);
    let (edited, given_up) = (letter_on(app, &day.file).await, letter_on(app, &day.file).await);
    let issued = crate::drafting::issue::approved(app, &day.file).await;
    let _ = crate::drafting::issue::issue(app, &issued).await.expect(200);
    let reason = json!({"remark": "Not needed any more."});
    let path = format!("/api/v1/communications/{given_up}/withdrawal");
    let client = at(&app.acting(officer), &given_up).await;
    let _ = client.post(&path, &reason).await.expect(200);
    hand_on(app, &day.file, officer, deputy).await;
    let path = format!("/api/v1/communications/{edited}/approval");
    let approving = at(&app.acting(deputy), &edited).await;
    let _ = approving.post(&path, &json!({"text_number": 1})).await.expect(200);
    let other = reworded(app, "I am to say that no funds are released.");
    let _ = revise(app, deputy, &edited, &other).await.expect(200);
    hand_on(app, &day.file, deputy, officer).await;
    let states = texts(app, "SELECT state FROM communications ORDER BY id").await;
    assert_eq!(states, ["approved", "draft", "withdrawn", "issued"]);
}

/// What the changes are about: the id of the draft and the places of its entries.
struct Draft {
    id: String,
    opened: usize,
    last: usize,
}

fn drafts(facts: &Facts) -> Vec<Draft> {
    let opened = facts.entries.iter();
    let opened = opened.filter(|entry| entry.parsed["kind"] == "communication_opened");
    let draft = |opened: &super::facts::Entry| {
        let id = &opened.parsed["content"]["communication"];
        let of = |entry: &&super::facts::Entry| entry.parsed["content"]["communication"] == *id;
        Draft {
            id: id.as_str().unwrap().to_owned(),
            opened: opened.at,
            last: facts.entries.iter().rev().find(of).unwrap().at,
        }
    };
    opened.map(draft).collect()
}

/// Texts are those that the ledger speaks of.
pub(super) fn texts_of_drafts(facts: &Facts) -> Vec<Change> {
    let all = drafts(facts);
    let [approved, edited, given_up, _] = &all[..] else {
        panic!("four drafts")
    };
    let place = |draft: &Draft, number: u8| format!("text {number} of communication {}", draft.id);
    let of =
        |draft: &Draft, number: u8| format!("WHERE communication_id = {} AND number = {number}", facts.id(&draft.id));
    let set = |draft: &Draft, number: u8, assignment: &str, problem: &str| {
        let sql = format!("UPDATE communication_texts SET {assignment} {}", of(draft, number));
        change(sql, format!("{}: {problem}", place(draft, number)))
    };
    let deleted = |draft: &Draft, number: u8, at: usize| {
        let sql = format!("DELETE FROM communication_texts {}", of(draft, number));
        change(
            sql,
            format!("{}: it is missing; entry {at} speaks of it", place(draft, number)),
        )
    };
    let changed = |at: usize| format!("it is not what entry {at} says: it was changed");
    let words = "content = replace(content, 'released', 'withheld')";
    let columns =
        "communication_id, content, nonce, author_person_id, author_post_id, author_charge_id, written_at, sealed";
    let added = format!(
        "INSERT INTO communication_texts (number, {columns}) SELECT 2, {columns} FROM communication_texts {}",
        of(approved, 1)
    );
    let by_another = format!("its author is not who acted by entry {}", approved.opened);
    // The first text of the edited one is spoken of by its approval, two entries before its end, and by the edit.
    let approval = facts
        .entries
        .iter()
        .rev()
        .find(|entry| entry.parsed["kind"] == "communication_approved");
    vec![
        set(approved, 1, words, &changed(approved.last)),
        set(
            approved,
            1,
            "nonce = replace(nonce, 'a', 'b') || '0'",
            &changed(approved.last),
        ),
        set(approved, 1, "author_person_id = author_post_id", &by_another),
        set(approved, 1, "author_charge_id = author_post_id", &by_another),
        set(
            approved,
            1,
            "sealed = false",
            &format!("it is open to changes, and entry {} speaks of it", approved.last),
        ),
        set(edited, 1, words, &changed(approval.unwrap().at)),
        set(given_up, 1, words, &changed(given_up.last)),
        change(
            format!("UPDATE communication_texts SET number = 7 {}", of(approved, 1)),
            format!("text 7 of communication {}: the ledger does not know it", approved.id),
        ),
        deleted(approved, 1, approved.opened),
        deleted(edited, 1, edited.opened),
        deleted(edited, 2, edited.last),
        change(added, format!("{}: the ledger does not know it", place(approved, 2))),
    ]
}

/// The approval that a row keeps is the one that the ledger has.
fn approvals(facts: &Facts, approved: &Draft, edited: &Draft) -> Vec<Change> {
    let assignments = [
        format!("approved_digest = '{}'", "ab".repeat(32)),
        format!(
            "approved_digest = (SELECT approved_digest FROM communications WHERE id = {})",
            facts.id(&edited.id)
        ),
        "approved_text = 2".to_owned(),
        "approved_by_person_id = approved_by_post_id".to_owned(),
        "approved_by_charge_id = approved_by_post_id".to_owned(),
        "approved_at = (SELECT max(at) FROM ledger_checkpoints)".to_owned(),
    ];
    let changed = assignments.map(|assignment| {
        let sql = format!(
            "UPDATE communications SET {assignment} WHERE id = {}",
            facts.id(&approved.id)
        );
        let problem = format!("its approval is not what entry {} says", approved.last);
        change(sql, format!("communication {}: {problem}", approved.id))
    });
    changed.into()
}

/// Rows of communications say what the ledger says.
pub(super) fn rows(facts: &Facts) -> Vec<Change> {
    let all = drafts(facts);
    let [approved, edited, given_up, issued] = &all[..] else {
        panic!("four drafts")
    };
    let set = |draft: &Draft, assignment: &str, problem: &str| {
        let sql = format!(
            "UPDATE communications SET {assignment} WHERE id = {}",
            facts.id(&draft.id)
        );
        change(sql, format!("communication {}: {problem}", draft.id))
    };
    let of_another = |column: &str| {
        let other = format!(
            "SELECT {column} FROM communications WHERE id = {}",
            facts.id(&edited.id)
        );
        format!("{column} = ({other})")
    };
    let opened = format!("who opened it, or when, is not what entry {} says", approved.opened);
    let approval_of_another: Vec<String> = [
        "approved_text",
        "approved_digest",
        "approved_by_person_id",
        "approved_by_post_id",
        "approved_by_charge_id",
        "approved_at",
    ]
    .map(of_another)
    .into();
    let as_approved = format!("state = 'approved', {}", approval_of_another.join(", "));
    let columns = "file_id, unit_id, version, state, text_number, acts, opened_by_person_id, opened_by_post_id, \
        opened_by_charge_id, opened_at";
    let added = format!(
        "INSERT INTO communications (id, {columns}) SELECT {}, {columns} FROM communications WHERE id = {}",
        facts.id(&facts.document),
        facts.id(&edited.id)
    );
    let mut changes = approvals(facts, approved, edited);
    changes.extend(issues(facts, issued));
    changes.extend([
        set(approved, "state = 'draft'", "its row says draft, the ledger approved"),
        set(edited, "state = 'approved'", "its row says approved, the ledger draft"),
        set(given_up, &as_approved, "its row says approved, the ledger withdrawn"),
        set(
            edited,
            "approved_digest = NULL",
            &format!(
                "its approval is not what entry {} says",
                facts.of("communication_revised").at - 1
            ),
        ),
        set(
            approved,
            "text_number = 2",
            "its latest text is 2 by its row, 1 by the ledger",
        ),
        set(
            edited,
            "text_number = 1",
            "its latest text is 1 by its row, 2 by the ledger",
        ),
        set(approved, "acts = 0", "it has 0 signed acts by its row, 1 by the ledger"),
        set(approved, "file_id = unit_id", "it is on another file by the ledger"),
        set(approved, "opened_by_person_id = opened_by_post_id", &opened),
        set(
            approved,
            "opened_at = (SELECT max(at) FROM ledger_checkpoints)",
            &opened,
        ),
        set(
            given_up,
            "withdrawn_by_person_id = withdrawn_by_post_id",
            &format!("who withdrew it, or when, is not what entry {} says", given_up.last),
        ),
        change(
            format!(
                "UPDATE communications SET approved_at = NULL WHERE id = {}",
                facts.id(&approved.id)
            ),
            format!("communications: {} is approved by nobody", approved.id),
        ),
        change(
            format!("DELETE FROM communications WHERE id = {}", facts.id(&approved.id)),
            format!(
                "communication {}: it is missing; entry {} speaks of it",
                approved.id, approved.opened
            ),
        ),
        change(
            added,
            format!("communication {}: the ledger does not know it", facts.document),
        ),
    ]);
    changes
}

/// What was issued is what the ledger says of it.
fn issues(facts: &Facts, issued: &Draft) -> Vec<Change> {
    let entry = facts.of("communication_issued");
    let id = entry.parsed["content"]["issue"].as_str().unwrap();
    let altered = format!("issue {id}: it is not what entry {} says: it was changed", entry.at);
    let assignments = [
        "number = 'F.1/1'",
        "sha256 = rendered",
        "rendered = sha256",
        "issued_on = '2020-01-01'",
        "text_number = 7",
        "signed_by_person_id = signed_by_post_id",
    ];
    let set = |assignment: &str| change(format!("UPDATE issues SET {assignment}"), altered.clone());
    let mut changes: Vec<Change> = assignments.into_iter().map(set).collect();
    let amended = "INSERT INTO issue_amendments (later_id, earlier_id, how) SELECT id, id, 'corrigendum' FROM issues";
    changes.push(change(amended.to_owned(), altered));
    let missing = format!("issue {id}: it is missing; entry {} speaks of it", entry.at);
    changes.push(change("DELETE FROM issues".to_owned(), missing));
    let rows = [
        ("state = 'approved'", "its row says approved, the ledger issued"),
        ("issue_number = 'F.1/1'", "its issue is not what the ledger says"),
        (
            "issued_by_person_id = issued_by_post_id",
            "its issue is not what the ledger says",
        ),
        ("acts = 1", "it has 1 signed acts by its row, 2 by the ledger"),
    ];
    changes.extend(rows.map(|(assignment, problem)| {
        let of = facts.id(&issued.id);
        let sql = format!("UPDATE communications SET {assignment} WHERE id = {of}");
        change(sql, format!("communication {}: {problem}", issued.id))
    }));
    changes
}
