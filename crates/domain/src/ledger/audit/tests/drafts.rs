//! Drafts: texts that are changed, approvals that are none, and entries that contradict each other.

use super::*;
use crate::drafting::{Approval, Stage, Wording};
use crate::filing::Author;
use crate::ledger::sha256_hex;
use crate::office::{ChargeId, CommunicationId, PostId};

const FILE: u128 = 7;
const DRAFT: u128 = 500;

fn draft() -> Uuid {
    Uuid::from_u128(DRAFT)
}

fn officer() -> Author {
    Author {
        person: PersonId(OFFICER),
        post: PostId(Uuid::from_u128(81)),
        charge: ChargeId(Uuid::from_u128(82)),
    }
}

/// A text of the officer's.
fn wording(number: i32, sealed: bool) -> Wording {
    Wording {
        number,
        content: serde_json::from_value(json!({
            "form": "letter", "languages": "en", "classification": "restricted", "priority": "routine",
            "subject": {"en": "Release of funds", "ur": ""},
        }))
        .unwrap(),
        author: officer(),
        written_at: at(0),
        nonce: format!("{number:032x}"),
        sealed,
    }
}

fn digest(number: i32) -> String {
    wording(number, true).digest(CommunicationId(draft()))
}

/// The office, as far as drafts are concerned: entries, and what is kept.
#[derive(Clone)]
struct Desk {
    entries: Vec<String>,
    kept: Vec<KeptCommunication>,
    texts: Vec<Wording>,
}

/// The officer's act on the draft.
fn on(n: u128, kind: EventKind, mut content: Value) -> String {
    content["communication"] = json!(draft());
    let actor = Actor {
        person: Some(officer().person),
        post: Some(officer().post),
        charge: Some(officer().charge),
    };
    by(actor, n, kind, FILE, content)
}

fn revised(n: u128, text: i32, voids: &Value) -> String {
    let before = json!({"text": text - 1, "digest": digest(text - 1)});
    let content = json!({"text": text, "before": before, "voids": voids});
    on(n, EventKind::CommunicationRevised, content)
}

fn spoken(n: u128, kind: EventKind, text: i32) -> String {
    on(n, kind, json!({"text": text, "digest": digest(text)}))
}

fn approved(n: u128, text: i32, ordinal: u32) -> String {
    let evidence = sha256_hex(&n.to_string());
    let signature = json!({"method": "server_key", "key": KEY, "proof": "totp", "evidence": evidence});
    let content = json!({"text": text, "digest": digest(text), "ordinal": ordinal, "signature": signature});
    on(n, EventKind::CommunicationApproved, content)
}

fn approval(text: i32) -> Approval {
    Approval {
        text,
        digest: digest(text),
        by: officer(),
        at: at(0),
    }
}

/// A draft whose first text was approved, and then written on; the second was approved.
fn desk() -> Desk {
    let entries = vec![
        on(10, EventKind::CommunicationOpened, json!({"form": "letter"})),
        approved(11, 1, 1),
        revised(12, 2, &json!(1)),
        spoken(13, EventKind::CommunicationRemarked, 2),
        approved(14, 2, 2),
    ];
    Desk {
        entries,
        kept: vec![KeptCommunication {
            id: draft(),
            file: Uuid::from_u128(FILE),
            stage: Stage::Approved(approval(2)),
            text: 2,
            acts: 2,
            opened_by: officer(),
            opened_at: at(0),
        }],
        texts: vec![wording(1, true), wording(2, true)],
    }
}

impl Desk {
    /// What the audit says of its drafts; the rest of a ledger is looked at elsewhere.
    fn said(&self) -> Result<u64, String> {
        let mut audit = Audit::new(Known::default());
        let mut look = || {
            for body in &self.entries {
                audit.waiting(body)?;
            }
            for kept in &self.kept {
                audit.communication(kept)?;
            }
            for text in &self.texts {
                audit.wording(draft(), text)?;
            }
            std::mem::take(&mut audit.drafts).finish(true, true)?;
            Ok(audit.counts.texts)
        };
        look().map_err(|finding: Finding| finding.to_string())
    }

    fn after(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut spoilt = self.clone();
        change(&mut spoilt);
        spoilt.said().unwrap_err()
    }
}

#[test]
fn what_the_office_keeps_of_a_draft_is_what_its_entries_say() {
    assert_eq!(desk().said(), Ok(2));
    // Acts of one second have no order.
    let mut backwards = desk();
    backwards.entries.reverse();
    assert_eq!(backwards.said(), Ok(2));

    // What is still written in has no digest, and is there all the same.
    let mut open = desk();
    open.entries.truncate(3);
    open.texts[1].sealed = false;
    let voided = Some(approval(1));
    open.kept[0].stage = Stage::Draft { voided };
    open.kept[0].acts = 1;
    assert_eq!(open.said(), Ok(1));

    let mut withdrawn = desk();
    withdrawn.entries.push(spoken(15, EventKind::CommunicationWithdrawn, 2));
    withdrawn.kept[0].stage = Stage::Withdrawn {
        by: officer(),
        at: at(0),
    };
    assert_eq!(withdrawn.said(), Ok(2));

    // A suggestion that was accepted begins a text, too; one that was refused does not.
    let mut suggested = open.clone();
    let before = json!({"text": 1, "digest": digest(1)});
    let accepted = json!({"text": 2, "before": before, "voids": 1, "accepted": true});
    suggested.entries[2] = on(12, EventKind::SuggestionDecided, accepted);
    let refused = json!({"text": 2, "accepted": false, "voids": null});
    suggested.entries.push(on(13, EventKind::SuggestionDecided, refused));
    assert_eq!(suggested.said(), Ok(1));
}

#[test]
fn texts_of_drafts_are_those_of_their_entries() {
    let (desk, place) = (desk(), format!("text 1 of communication {}", draft()));
    let changed = desk.after(|desk| desk.texts[0].content.subject.en.push('!'));
    assert_eq!(changed, format!("{place}: it is not what entry 1 says: it was changed"));
    let changed = desk.after(|desk| desk.texts[0].nonce.push('0'));
    assert_eq!(changed, format!("{place}: it is not what entry 1 says: it was changed"));
    let removed = desk.after(|desk| drop(desk.texts.remove(0)));
    assert_eq!(removed, format!("{place}: it is missing; entry 0 speaks of it"));
    let doubled = desk.after(|desk| desk.texts.push(wording(1, true)));
    assert_eq!(doubled, format!("{place}: it stands here twice"));
    let opened = desk.after(|desk| desk.texts[0].sealed = false);
    assert_eq!(
        opened,
        format!("{place}: it is open to changes, and entry 1 speaks of it")
    );
    let ascribed = desk.after(|desk| desk.texts[0].author.person = PersonId(KEY));
    assert_eq!(ascribed, format!("{place}: its author is not who acted by entry 0"));
    for number in [3, 0, -1] {
        let added = desk.after(|desk| desk.texts.push(wording(number, false)));
        let place = format!("text {number} of communication {}", draft());
        assert_eq!(added, format!("{place}: the ledger does not know it"));
    }
}

#[test]
fn rows_of_drafts_say_what_became_of_them() {
    let (desk, place) = (desk(), format!("communication {}", draft()));
    let row = |change: &dyn Fn(&mut KeptCommunication)| desk.after(|desk| change(&mut desk.kept[0]));
    let approval_of = |change: &dyn Fn(&mut Approval)| {
        row(&|kept| {
            let mut approval = approval(2);
            change(&mut approval);
            kept.stage = Stage::Approved(approval);
        })
    };
    let other = format!("{place}: its approval is not what entry 4 says");
    assert_eq!(approval_of(&|approval| approval.text = 1), other);
    assert_eq!(approval_of(&|approval| approval.digest = digest(1)), other);
    assert_eq!(approval_of(&|approval| approval.at = at(1)), other);
    assert_eq!(approval_of(&|approval| approval.by.person = PersonId(KEY)), other);
    let voided = row(&|kept| {
        kept.stage = Stage::Draft {
            voided: Some(approval(2)),
        }
    });
    assert_eq!(voided, format!("{place}: its row says draft, the ledger approved"));
    let (by, at_) = (officer(), at(0));
    let given_up = row(&|kept| kept.stage = Stage::Withdrawn { by, at: at_ });
    assert_eq!(
        given_up,
        format!("{place}: its row says withdrawn, the ledger approved")
    );
    assert_eq!(
        row(&|kept| kept.text = 1),
        format!("{place}: its latest text is 1 by its row, 2 by the ledger")
    );
    assert_eq!(
        row(&|kept| kept.acts = 3),
        format!("{place}: it has 3 signed acts by its row, 2 by the ledger")
    );
    assert_eq!(
        row(&|kept| kept.file = KEY),
        format!("{place}: it is on another file by the ledger")
    );
    let opened = format!("{place}: who opened it, or when, is not what entry 0 says");
    assert_eq!(row(&|kept| kept.opened_at = at(1)), opened);
    assert_eq!(row(&|kept| kept.opened_by.post = PostId(KEY)), opened);
    assert_eq!(
        row(&|kept| kept.id = KEY),
        format!("communication {KEY}: the ledger does not know it")
    );
    let removed = desk.after(|desk| desk.kept.clear());
    assert_eq!(removed, format!("{place}: it is missing; entry 0 speaks of it"));

    // An approval that an edit made void, shown as if it were in force; and one that never was.
    let mut open = desk.clone();
    open.entries.truncate(3);
    open.texts[1].sealed = false;
    open.kept[0].acts = 1;
    let shown = open.after(|desk| desk.kept[0].stage = Stage::Approved(approval(1)));
    assert_eq!(shown, format!("{place}: its row says approved, the ledger draft"));
    let forgotten = open.after(|desk| desk.kept[0].stage = Stage::Draft { voided: None });
    assert_eq!(forgotten, format!("{place}: its approval is not what entry 1 says"));
    let mut fresh = open.clone();
    fresh.entries.truncate(1);
    fresh.texts.truncate(1);
    fresh.texts[0].sealed = false;
    (fresh.kept[0].acts, fresh.kept[0].text) = (0, 1);
    let shown = fresh.after(|desk| desk.kept[0].stage = Stage::Approved(approval(1)));
    assert_eq!(shown, format!("{place}: its row says approved, the ledger draft"));
    let shown = fresh.after(|desk| {
        desk.kept[0].stage = Stage::Draft {
            voided: Some(approval(1)),
        }
    });
    assert_eq!(shown, format!("{place}: its row has an approval, the ledger none"));
}

#[test]
fn entries_of_drafts_do_not_contradict_each_other() {
    let (desk, of) = (desk(), format!("communication {}", draft()));
    let more = |entry: String| desk.after(|desk| desk.entries.push(entry));
    let instead = |place: usize, entry: String| desk.after(|desk| desk.entries[place] = entry);
    let vetted = |text: i32, digest: String| {
        let content = json!({"text": text, "digest": digest, "verdict": "passed"});
        on(20, EventKind::CommunicationVetted, content)
    };
    assert_eq!(
        more(vetted(1, digest(2))),
        format!("entry 5: entry 1 has another digest for it: text 1 of {of}")
    );
    assert_eq!(
        instead(2, revised(12, 2, &json!(1)).replace(&digest(1), &digest(2))),
        format!("entry 2: entry 1 has another digest for it: text 1 of {of}")
    );
    assert_eq!(
        more(approved(20, 2, 3)),
        format!("entry 5: somebody has approved it before: text 2 of {of}")
    );
    assert_eq!(
        more(revised(20, 2, &json!(null))),
        format!("entry 5: entry 2 has begun it too: text 2 of {of}")
    );
    assert_eq!(
        more(revised(20, 3, &json!(1))),
        format!("entry 5: the approval was void before: text 1 of {of}")
    );
    let withdrawn = |n| spoken(n, EventKind::CommunicationWithdrawn, 2);
    let twice = desk.after(|desk| desk.entries.extend([withdrawn(20), withdrawn(21)]));
    assert_eq!(twice, format!("entry 6: it was withdrawn before: text 2 of {of}"));
    let elsewhere = withdrawn(20).replace(&Uuid::from_u128(FILE).to_string(), &KEY.to_string());
    assert_eq!(more(elsewhere), format!("entry 5: {of} was on another file"));

    // Only when all is read.
    let without_rows = |change: &dyn Fn(&mut Desk)| {
        desk.after(|desk| {
            desk.kept.clear();
            desk.texts.clear();
            change(desk);
        })
    };
    let unbegun = |number: u8| format!("a text before text {number} of {of}, or that one, was never begun");
    let said = without_rows(&|desk| drop(desk.entries.remove(0)));
    assert_eq!(said, format!("entry 1: {}", unbegun(2)));
    let said = without_rows(&|desk| desk.entries.push(vetted(9, digest(9))));
    assert_eq!(said, format!("entry 5: {}", unbegun(9)));
    let said = without_rows(&|desk| desk.entries[2] = revised(12, 2, &json!(null)));
    assert_eq!(
        said,
        format!("entry 4: text 2 of {of} is approved while another one is")
    );
    let said = without_rows(&|desk| desk.entries[1] = spoken(11, EventKind::CommunicationVetted, 1));
    assert_eq!(
        said,
        format!("entry 2: nobody has approved text 1 of {of}, which it voids")
    );
}

#[test]
fn what_an_entry_says_of_a_draft_has_its_form() {
    let read = |body: &str| {
        let mut audit = Audit::new(Known::default());
        audit.waiting(body).map_err(|finding| finding.problem)
    };
    let good = [
        revised(10, 2, &json!(null)),
        approved(11, 1, 1),
        spoken(12, EventKind::CommunicationVetted, 1),
    ];
    for body in &good {
        assert_eq!(read(body), Ok(()));
    }
    let [revised, approved, vetted] = &good;
    let id = format!("\"communication\":\"{}\"", draft());
    let no_id = id.replace("communication", "communications");
    let shouted = format!("\"communication\":\"{{{}}}\"", draft());
    let own = format!("\"digest\":\"{}\"", digest(1));
    for (body, from, to) in [
        (vetted, id.as_str(), no_id.as_str()),
        (vetted, &id, &shouted),
        (vetted, &id, "\"communication\":7"),
        (vetted, "\"text\":1", "\"text\":0"),
        (vetted, "\"text\":1", "\"text\":\"1\""),
        (vetted, "\"text\":1", "\"text\":4294967296"),
        (vetted, &own, "\"digest\":\"ab\""),
        (vetted, &own, "\"digest\":null"),
        (revised, "\"text\":1", "\"text\":2"),
        (revised, "\"text\":2", "\"text\":9"),
        (revised, &own, "\"digest\":\"ab\""),
        (revised, "\"voids\":null", "\"voids\":0"),
        (approved, "\"text\":1", "\"text\":0"),
    ] {
        let changed = body.replacen(from, to, 1);
        assert_ne!(changed, *body, "{from}");
        assert_eq!(
            read(&changed),
            Err("what it says of a draft has not the form of that".to_owned()),
            "{changed}"
        );
    }
}

#[test]
fn a_text_of_an_export_is_the_one_it_is_called() {
    let mut value: Value = serde_json::from_str(&wording(1, true).canonical(CommunicationId(draft()))).unwrap();
    let place = format!("text 1 of communication {}", draft());
    let said = |text: &str, number: u32| {
        let mut audit = Audit::new(Known::default());
        let content = json!({"text": 1, "digest": sha256_hex(text)});
        audit.waiting(&on(10, EventKind::CommunicationVetted, content)).unwrap();
        audit.text(draft(), number, text).map_err(|finding| finding.to_string())
    };
    let good = canonical_json(&value);
    assert_eq!(said(&good, 1), Ok(()));
    let unknown = format!("text 2 of communication {}: the ledger does not know it", draft());
    assert_eq!(said(&good, 2), Err(unknown));
    assert_eq!(
        said(&format!("{good} "), 1),
        Err(format!("{place}: it is not canonical JSON"))
    );
    value["text"] = json!(2);
    let other = Err(format!("{place}: it is not the text of its entry"));
    assert_eq!(said(&canonical_json(&value), 1), other);
    (value["text"], value["communication"]) = (json!(1), json!(KEY));
    assert_eq!(said(&canonical_json(&value), 1), other);
}

#[test]
fn an_export_knows_which_texts_its_entries_speak_of() {
    assert_eq!(texts_of(&desk().entries[0]), []);
    assert_eq!(texts_of(&desk().entries[1]), [(draft(), 1)]);
    assert_eq!(texts_of(&desk().entries[2]), [(draft(), 1)]);
    assert_eq!(texts_of(&desk().entries[3]), [(draft(), 2)]);
}
