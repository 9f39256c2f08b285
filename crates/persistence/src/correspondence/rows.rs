//! A receipt as a row, and back. A row that matches no state of the domain is an inconsistency.

use crate::database::{Error, parse};
use chrono::NaiveDate;
use daftar_domain::correspondence::{
    DiaryEntry, DiaryNumber, Origin, Receipt, ReceiptAction, ReceiptState, Remark, StateWord,
};
use daftar_domain::office::{DocumentId, FileId, PersonId, PostId, PrintedCode, ReceiptId, Timestamp, UnitId, Version};
use sea_orm::FromQueryResult;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use uuid::Uuid;

pub(super) const TABLE: &str = "receipts";

#[derive(Debug, FromQueryResult)]
pub(super) struct Row {
    id: Uuid,
    diary_prefix: String,
    diary_year: i32,
    diary_serial: i32,
    registry_id: Uuid,
    diarised_by: Uuid,
    diarised_at: Timestamp,
    received_on: NaiveDate,
    mode: String,
    sender_name: String,
    sender_office: Option<String>,
    sender_address: Option<String>,
    reference_number: Option<String>,
    reference_date: Option<NaiveDate>,
    subject: String,
    language: String,
    classification: String,
    priority: String,
    due_on: Option<NaiveDate>,
    enclosures: Option<String>,
    in_reply_to_number: Option<String>,
    concerns_person_id: Option<Uuid>,
    tracking_code: Option<String>,
    state: String,
    holder_post_id: Option<Uuid>,
    holder_since: Option<Timestamp>,
    action: Option<String>,
    origin_post_id: Option<Uuid>,
    origin_action: Option<String>,
    file_id: Option<Uuid>,
    pub(super) file_number: Option<String>,
    docket_paragraph: Option<i32>,
    page_first: Option<i32>,
    page_last: Option<i32>,
    disposed_by: Option<Uuid>,
    disposal_reason: Option<String>,
    disposal_remark: Option<String>,
    version: i64,
}

/// The columns of [`Row`], from `receipts`.
pub(super) fn select() -> SelectStatement {
    Query::select()
        .columns(
            [
                "id",
                "diary_prefix",
                "diary_year",
                "diary_serial",
                "registry_id",
                "diarised_by",
                "diarised_at",
                "received_on",
                "mode",
                "sender_name",
                "sender_office",
                "sender_address",
                "reference_number",
                "reference_date",
                "subject",
                "language",
                "classification",
                "priority",
                "due_on",
                "enclosures",
                "in_reply_to_number",
                "concerns_person_id",
                "tracking_code",
                "state",
                "holder_post_id",
                "holder_since",
                "action",
                "origin_post_id",
                "origin_action",
                "file_id",
                "file_number",
                "docket_paragraph",
                "page_first",
                "page_last",
                "disposed_by",
                "disposal_reason",
                "disposal_remark",
                "version",
            ]
            .map(|column| (TABLE, column)),
        )
        .from(TABLE)
        .to_owned()
}

fn inconsistent(problem: impl Into<String>) -> Error {
    Error::Inconsistent {
        table: TABLE,
        problem: problem.into(),
    }
}

/// A column that the row's state needs.
fn need<T>(value: Option<T>, column: &str) -> Result<T, Error> {
    value.ok_or_else(|| inconsistent(format!("{column} is missing")))
}

impl Row {
    /// The receipt of this row, with its scans.
    pub(super) fn into_receipt(self, documents: Vec<DocumentId>) -> Result<Receipt, Error> {
        let state = self.state()?;
        Ok(Receipt {
            id: ReceiptId(self.id),
            number: DiaryNumber {
                prefix: self.diary_prefix,
                serial: self.diary_serial,
                year: self.diary_year,
            },
            registry: UnitId(self.registry_id),
            diarised_by: PostId(self.diarised_by),
            diarised_at: self.diarised_at,
            entry: DiaryEntry {
                received_on: self.received_on,
                mode: parse(TABLE, &self.mode)?,
                sender_name: self.sender_name,
                sender_office: self.sender_office,
                sender_address: self.sender_address,
                reference_number: self.reference_number,
                reference_date: self.reference_date,
                subject: self.subject,
                language: parse(TABLE, &self.language)?,
                classification: parse(TABLE, &self.classification)?,
                priority: parse(TABLE, &self.priority)?,
                due_on: self.due_on,
                enclosures: self.enclosures,
                in_reply_to_number: self.in_reply_to_number,
            },
            documents,
            concerns: self.concerns_person_id.map(PersonId),
            tracking: self.tracking_code.as_deref().and_then(PrintedCode::typed),
            state,
            version: Version(self.version),
        })
    }

    fn state(&self) -> Result<ReceiptState, Error> {
        Ok(match parse(TABLE, &self.state)? {
            StateWord::InRegistry => ReceiptState::InRegistry { since: self.since()? },
            StateWord::Marked => ReceiptState::Marked {
                to: self.holder()?,
                origin: self.origin()?,
                action: need(self.action()?, "action")?,
                since: self.since()?,
            },
            StateWord::Accepted => ReceiptState::Accepted {
                by: self.holder()?,
                action: need(self.action()?, "action")?,
                since: self.since()?,
            },
            StateWord::OnFile => ReceiptState::OnFile {
                file: FileId(need(self.file_id, "file_id")?),
                paragraph: need(self.docket_paragraph, "docket_paragraph")?,
                pages: self.page_first.zip(self.page_last),
            },
            StateWord::Disposed => ReceiptState::Disposed {
                by: PostId(need(self.disposed_by, "disposed_by")?),
                action: self.action()?,
                reason: parse(TABLE, need(self.disposal_reason.as_deref(), "disposal_reason")?)?,
                remark: self.disposal_remark.clone().map(Remark::stored),
            },
        })
    }

    fn since(&self) -> Result<Timestamp, Error> {
        need(self.holder_since, "holder_since")
    }

    fn holder(&self) -> Result<PostId, Error> {
        need(self.holder_post_id, "holder_post_id").map(PostId)
    }

    fn action(&self) -> Result<Option<ReceiptAction>, Error> {
        self.action.as_deref().map(|word| parse(TABLE, word)).transpose()
    }

    fn origin(&self) -> Result<Origin, Error> {
        match (self.origin_post_id, self.origin_action.as_deref()) {
            (None, None) => Ok(Origin::Registry),
            (Some(post), Some(action)) => Ok(Origin::Desk {
                post: PostId(post),
                action: parse(TABLE, action)?,
            }),
            _ => Err(inconsistent("origin is half there")),
        }
    }
}

/// What the row of a receipt says besides its number and origin: everything that may change.
pub(super) fn changing(receipt: &Receipt, file_number: Option<&str>) -> Vec<(&'static str, Expr)> {
    let entry = &receipt.entry;
    let (mut origin, mut file, mut disposal) = ((None, None), (None, None, None), (None, None, None));
    match &receipt.state {
        ReceiptState::Marked {
            origin: Origin::Desk { post, action },
            ..
        } => origin = (Some(post.0), Some(action.as_str())),
        ReceiptState::OnFile {
            file: id,
            paragraph,
            pages,
        } => file = (Some(id.0), Some(*paragraph), *pages),
        ReceiptState::Disposed { by, reason, remark, .. } => {
            disposal = (Some(by.0), Some(reason.as_str()), remark.as_ref().map(Remark::as_str));
        }
        ReceiptState::InRegistry { .. } | ReceiptState::Marked { .. } | ReceiptState::Accepted { .. } => {}
    }
    vec![
        ("received_on", entry.received_on.into()),
        ("mode", entry.mode.as_str().into()),
        ("sender_name", entry.sender_name.as_str().into()),
        ("sender_office", entry.sender_office.as_deref().into()),
        ("sender_address", entry.sender_address.as_deref().into()),
        ("reference_number", entry.reference_number.as_deref().into()),
        ("reference_date", entry.reference_date.into()),
        ("subject", entry.subject.as_str().into()),
        ("language", entry.language.as_str().into()),
        ("classification", entry.classification.as_str().into()),
        ("priority", entry.priority.as_str().into()),
        ("due_on", entry.due_on.into()),
        ("enclosures", entry.enclosures.as_deref().into()),
        ("in_reply_to_number", entry.in_reply_to_number.as_deref().into()),
        ("search_text", search_text(receipt).into()),
        ("state", receipt.state_word().as_str().into()),
        ("holder_post_id", receipt.holder().map(Uuid::from).into()),
        ("holder_since", receipt.holder_since().into()),
        ("action", receipt.action().map(ReceiptAction::as_str).into()),
        ("origin_post_id", origin.0.into()),
        ("origin_action", origin.1.into()),
        ("file_id", file.0.into()),
        ("file_number", file_number.into()),
        ("docket_paragraph", file.1.into()),
        ("page_first", file.2.map(|(first, _)| first).into()),
        ("page_last", file.2.map(|(_, last)| last).into()),
        ("disposed_by", disposal.0.into()),
        ("disposal_reason", disposal.1.into()),
        ("disposal_remark", disposal.2.into()),
        ("version", receipt.version.0.into()),
    ]
}

/// What a register is searched by.
fn search_text(receipt: &Receipt) -> String {
    let entry = &receipt.entry;
    let number = receipt.number.to_string();
    [
        Some(number.as_str()),
        Some(entry.sender_name.as_str()),
        entry.sender_office.as_deref(),
        entry.reference_number.as_deref(),
        Some(entry.subject.as_str()),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join("\n")
    .to_lowercase()
}
