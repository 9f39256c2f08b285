//! What an entry tells those who may read its subject: the officers' timeline. Everything else of its content stays
//! with auditors.

use super::kind::SubjectKind;
use crate::office::{FileId, PersonId, PostId, Timestamp};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The facts of an entry that its timeline shows. Ids of other things are to be resolved for the reader, and left out
/// where he may not see them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The official number that was allotted.
    pub number: Option<String>,
    /// The post that had it before.
    pub from: Option<PostId>,
    /// The post that has it after.
    pub to: Option<PostId>,
    /// Who got a copy, and what for.
    pub copies: Vec<(PostId, String)>,
    /// What the receiver is asked for.
    pub action: Option<String>,
    /// The reason code.
    pub reason: Option<String>,
    /// When the receiver should be done.
    pub due_at: Option<Timestamp>,
    /// The day by which it is due.
    pub due_on: Option<NaiveDate>,
    /// The classification from then on.
    pub classification: Option<String>,
    /// The priority from then on.
    pub priority: Option<String>,
    /// The first and the last paragraph of the note portion.
    pub paragraphs: Option<(i64, i64)>,
    /// The first and the last page of the correspondence.
    pub pages: Option<(i64, i64)>,
    /// How many scans came with it.
    pub scans: Option<u64>,
    /// Where on the other file a receipt was put: its paragraph, and its pages.
    pub place: Option<(i64, Option<(i64, i64)>)>,
    /// The other file: a part, a linked one, the one that a receipt was put on.
    pub file: Option<FileId>,
    /// Who took charge, or gave it up.
    pub person: Option<PersonId>,
    /// Who had charge before.
    pub before: Option<PersonId>,
    /// The sort of charge.
    pub charge: Option<String>,
    /// The post that this one reports to.
    pub reports_to: Option<PostId>,
    /// The grade of a post.
    pub grade: Option<i64>,
    /// What a post is for.
    pub roles: Vec<String>,
}

impl Facts {
    /// Reads the content of an entry on `subject`. A key that is not named here is not told.
    pub fn of(subject: SubjectKind, content: &Value) -> Self {
        match subject {
            SubjectKind::File => of_file(content),
            SubjectKind::Receipt => of_receipt(content),
            SubjectKind::Post => of_post(content),
            SubjectKind::Person
            | SubjectKind::Unit
            | SubjectKind::Import
            | SubjectKind::Document
            | SubjectKind::Mail
            | SubjectKind::Head
            | SubjectKind::LedgerKey
            | SubjectKind::EncryptionKey
            | SubjectKind::Contact
            | SubjectKind::AddressGroup
            | SubjectKind::Authority
            | SubjectKind::Template => Self::default(),
        }
    }

    /// The facts for somebody who may not see the other file: neither that it is the one, nor where on it.
    #[must_use]
    pub fn without_file(self) -> Self {
        Self {
            file: None,
            place: None,
            ..self
        }
    }
}

fn read<T: DeserializeOwned>(content: &Value, key: &str) -> Option<T> {
    content
        .get(key)
        .cloned()
        .and_then(|value| serde_json::from_value(value).ok())
}

fn of_file(content: &Value) -> Facts {
    // The first step of a file stands beside its number; all others are the content itself.
    let step = content.get("movement").unwrap_or(content);
    let note = content.get("note").unwrap_or(&Value::Null);
    let part = read(content, "part");
    Facts {
        // Where a part was opened, the number is the part's, which not everybody may see.
        number: read(content, "number").filter(|_| part.is_none()),
        from: read(step, "from"),
        to: read(step, "to"),
        action: read(step, "action"),
        reason: read(step, "reason"),
        due_at: read(step, "due_at"),
        due_on: read(content, "due_on"),
        classification: read(content, "classification"),
        priority: read(content, "priority"),
        paragraphs: read(note, "paragraphs"),
        pages: read(content, "pages"),
        scans: scans(content),
        file: part
            .or_else(|| read(content, "other"))
            .or_else(|| read(content, "main_file")),
        ..Facts::default()
    }
}

fn of_receipt(content: &Value) -> Facts {
    let copies: Vec<Value> = read(content, "copies").unwrap_or_default();
    let copy = |copy: &Value| Some((read(copy, "post")?, read(copy, "action")?));
    let place = |paragraph| (paragraph, read(content, "pages"));
    Facts {
        number: read(content, "diary_number"),
        from: read(content, "from"),
        to: read(content, "to"),
        copies: copies.iter().filter_map(copy).collect(),
        action: read(content, "action"),
        reason: read(content, "reason"),
        due_on: read(content, "due_on"),
        classification: read(content, "classification"),
        scans: scans(content),
        place: read(content, "paragraph").map(place),
        file: read(content, "file"),
        ..Facts::default()
    }
}

fn of_post(content: &Value) -> Facts {
    Facts {
        person: read(content, "person"),
        before: read(content, "from_person"),
        charge: read(content, "kind"),
        reports_to: read(content, "reports_to"),
        grade: read(content, "grade"),
        roles: read(content, "roles").unwrap_or_default(),
        ..Facts::default()
    }
}

fn scans(content: &Value) -> Option<u64> {
    let documents: Option<Vec<Value>> = read(content, "documents");
    documents.and_then(|documents| documents.len().try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use uuid::Uuid;

    #[test]
    fn a_step_of_a_file_is_told_and_nothing_that_is_not_named() {
        let [from, to] = [1, 2].map(|number| PostId(Uuid::from_u128(number)));
        let step = json!({"from": from, "to": to, "action": "for_approval", "ordinal": 3, "secret": "canary"});
        let told = Facts::of(SubjectKind::File, &step);
        let expected = Facts {
            from: Some(from),
            to: Some(to),
            action: Some("for_approval".to_owned()),
            ..Facts::default()
        };
        assert_eq!(told, expected);
        let opened = json!({"number": "F.1", "movement": step});
        let told = Facts::of(SubjectKind::File, &opened);
        assert_eq!((told.number.as_deref(), told.to), (Some("F.1"), Some(to)));
    }

    #[test]
    fn the_same_key_means_another_thing_on_another_subject() {
        // `from` is a moment where a charge begins, and `kind` is the sort of charge.
        let person = PersonId(Uuid::from_u128(7));
        let content = json!({"person": person, "kind": "acting", "from": "2026-03-02T04:00:00Z"});
        let told = Facts::of(SubjectKind::Post, &content);
        assert_eq!(
            (told.person, told.charge.as_deref(), told.from),
            (Some(person), Some("acting"), None)
        );
        assert_eq!(Facts::of(SubjectKind::Person, &content), Facts::default());
    }

    #[test]
    fn places_on_a_file_are_told() {
        let content = json!({"file": FileId(Uuid::nil()), "paragraph": 4, "pages": [2, 5]});
        let told = Facts::of(SubjectKind::Receipt, &content);
        assert_eq!(told.place, Some((4, Some((2, 5)))));
        assert_eq!(told.without_file(), Facts::default());
        let part = json!({"part": FileId(Uuid::nil()), "number": "F.1/Part-1"});
        assert_eq!(Facts::of(SubjectKind::File, &part).without_file(), Facts::default());
        let added = json!({"note": {"paragraphs": [6, 7]}, "pages": null, "documents": ["a", "b"]});
        let told = Facts::of(SubjectKind::File, &added);
        assert_eq!((told.paragraphs, told.pages, told.scans), (Some((6, 7)), None, Some(2)));
    }
}
