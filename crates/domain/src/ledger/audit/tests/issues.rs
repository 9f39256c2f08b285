//! What issues do to earlier ones, as entries say it.

use super::*;

const DIGEST: &str = "abababababababababababababababababababababababababababababababab";

fn entry(n: u128, kind: EventKind, communication: u128, mut content: Value) -> String {
    content["communication"] = json!(Uuid::from_u128(communication));
    content["text"] = json!(1);
    content["digest"] = json!(DIGEST);
    content["ordinal"] = json!(if kind == EventKind::CommunicationIssued { 2 } else { 1 });
    let evidence = crate::ledger::sha256_hex(&n.to_string());
    if matches!(kind, EventKind::CommunicationApproved | EventKind::CommunicationIssued) {
        content["signature"] = json!({"method": "server_key", "key": KEY, "proof": "totp", "evidence": evidence});
    }
    let actor = Actor {
        person: Some(PersonId(OFFICER)),
        ..Actor::SYSTEM
    };
    by(actor, n, kind, 7, content)
}

/// A communication from its beginning to its issue, which does something to an earlier one.
fn issued(n: u128, amends: &Value) -> Vec<String> {
    let mut said = json!({
        "issue": Uuid::from_u128(n), "number": format!("F.1/{n}"), "date": "2026-03-02", "rendered": DIGEST,
        "document": Uuid::from_u128(n + 1), "sha256": DIGEST,
        "numbered": {"series": "issue/1", "serial": n / 10},
    });
    if !amends.is_null() {
        said["amends"] = amends.clone();
    }
    vec![
        entry(n + 2, EventKind::CommunicationOpened, n, json!({})),
        entry(n + 3, EventKind::CommunicationApproved, n, json!({})),
        entry(n + 4, EventKind::CommunicationIssued, n, said),
    ]
}

fn amending(issue: u128, how: &str) -> Value {
    json!({"issue": Uuid::from_u128(issue), "how": how})
}

fn said(entries: &[Vec<String>]) -> Result<(), String> {
    let mut audit = Audit::new(Known::default());
    let mut look = || {
        for body in entries.iter().flatten() {
            audit.waiting(body)?;
        }
        std::mem::take(&mut audit.drafts).finish(false, false)
    };
    look().map_err(|finding: Finding| finding.to_string())
}

#[test]
fn an_issue_is_corrected_often_and_ended_once() {
    let first = issued(10, &Value::Null);
    let corrected = [
        first.clone(),
        issued(20, &amending(10, "corrigendum")),
        issued(30, &amending(10, "corrigendum")),
        issued(40, &amending(10, "rescission")),
    ];
    assert_eq!(said(&corrected), Ok(()));
    let twice = [
        first,
        issued(20, &amending(10, "supersession")),
        issued(30, &amending(10, "rescission")),
    ];
    assert_eq!(
        said(&twice),
        Err("entry 8: it ends an issue that another one has ended".to_owned())
    );
}

#[test]
fn only_what_was_issued_is_amended() {
    let unknown = Err("entry 2: it amends an issue that the ledger does not know".to_owned());
    assert_eq!(said(&[issued(10, &amending(99, "corrigendum"))]), unknown);
    assert_eq!(said(&[issued(10, &amending(10, "rescission"))]), unknown, "itself");
    // Entries of one second may stand in any order.
    let later_first = [issued(20, &amending(10, "rescission")), issued(10, &Value::Null)];
    assert_eq!(said(&later_first), Ok(()));
    let form = said(&[issued(10, &json!({"issue": 7, "how": "rescission"}))]);
    assert!(form.unwrap_err().contains("has not the form"));
}
