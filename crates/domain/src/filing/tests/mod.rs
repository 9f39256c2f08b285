//! Each transition with its refusals.

mod life;
mod moving;
mod noting;

pub(super) use super::*;
use crate::access::{Assisting, Officer, Role, Roles};
use crate::desk::start_of_day;
use crate::ledger::Numbered;
use crate::office::{
    ChargeId, Classification, DelegationId, DocumentId, FileId, HeadId, NoteId, PaperId, PersonId, PostId, Priority,
    ReceiptId, SessionId, Timestamp, UnitId, Warning,
};
use chrono::{Duration, NaiveDate, TimeZone, Utc};
use uuid::Uuid;

pub(super) fn officer(n: u128) -> Officer {
    Officer {
        person: PersonId(Uuid::from_u128(n)),
        post: PostId(Uuid::from_u128(n)),
        charge: ChargeId(Uuid::from_u128(n)),
        assisting: None,
        unit: UnitId(Uuid::nil()),
        grade: 17,
        roles: [Role::Officer].into_iter().collect::<Roles>(),
        session: SessionId(Uuid::nil()),
    }
}

/// An officer whose post may authenticate orders.
pub(super) fn authenticator(n: u128) -> Officer {
    Officer {
        roles: [Role::Officer, Role::Authenticator].into_iter().collect(),
        ..officer(n)
    }
}

/// Somebody who assists the officer of this number.
pub(super) fn assistant(n: u128) -> Officer {
    Officer {
        person: PersonId(Uuid::from_u128(n + 100)),
        assisting: Some(Assisting {
            delegation: DelegationId(Uuid::from_u128(n)),
            officer: PersonId(Uuid::from_u128(n)),
            since: morning(),
            until: Timestamp::MAX_UTC,
        }),
        ..officer(n)
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

pub(super) fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
}

pub(super) fn command() -> OpenFile {
    OpenFile {
        id: FileId(Uuid::from_u128(1000)),
        number: "F.8-2/2026-Bud-I".to_owned(),
        numbered: Numbered {
            series: "file".to_owned(),
            serial: 2,
        },
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

pub(super) fn opened() -> File {
    File::open(command(), &officer(1), morning()).unwrap().file
}

pub(super) fn stamp() -> NoteStamp {
    NoteStamp {
        id: NoteId(Uuid::from_u128(77)),
        nonce: "7".repeat(32),
        at: morning(),
    }
}

pub(super) fn paper(classification: Option<Classification>) -> AddPaper {
    let document = |pages| PaperDocument {
        id: DocumentId(Uuid::nil()),
        digest: "00".repeat(32),
        pages,
    };
    AddPaper {
        id: PaperId(Uuid::nil()),
        docket: stamp(),
        title: "Letter of the AG".to_owned(),
        documents: vec![document(Some(40)), document(None)],
        receipt: classification.map(|classification| PaperReceipt {
            id: ReceiptId(Uuid::nil()),
            diary_number: "D-1/2026".to_owned(),
            classification,
            concerns: None,
        }),
        issued: false,
        remark: None,
    }
}
