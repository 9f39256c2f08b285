//! One receipt.

use super::document::Document;
use crate::dispatch::{CameBy, InReplyTo};
use crate::http::{ActingOfficer, with_etag};
use crate::office::examples;
use crate::office::words;
use crate::organisation::{PostRef, UnitRef};
use crate::problem::{Problem, ReadProblems};
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use chrono::{DateTime, NaiveDate, Utc};
use daftar_application::Office;
use daftar_application::correspondence::{self, CopyView, FileRef, ReceiptView};
use daftar_domain::correspondence::{Ability, DisposalReason, Mode, ReceiptAction, ReceiptState, Remark, StateWord};
use daftar_domain::office::{Classification, Language, Priority, ReceiptId};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An incoming paper.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::RECEIPT, "diary_number": "FD-1182/2026", "received_on": "2026-03-02",
    "diarised_at": "2026-03-02T04:45:30Z", "mode": "by_hand", "sender_name": "محمد اسلم",
    "sender_office": "محکمہ آبپاشی", "reference_number": "SO(W)1-2/2026", "reference_date": "2026-02-26",
    "subject": "بھکر راجباہ کی پختگی کے لیے رقم کا اجراء", "classification": "unclassified", "priority": "priority",
    "state": "marked", "holder": examples::section_officer(),
    "registry": examples::registry(), "diarised_by": examples::diary_clerk(), "sender_address": "Old Anarkali, Lahore",
    "language": "ur", "due_on": "2026-03-16", "enclosures": "تخمینہ، نقشہ", "holder_since": "2026-03-02T04:45:30Z",
    "action": "necessary_action", "file": null, "docket_paragraph": null, "pages_from": null, "pages_to": null,
    "disposal_reason": null, "disposal_remark": null, "tracking_code": "7K2M9-QX4TB", "documents": [examples::document()],
    "copies": [{"post": examples::deputy_secretary(), "action": "information", "read_at": null, "seen_at": null}],
    "came_by": null, "in_reply_to": {"number": "F.8-2/2026-BUD/14", "communication_id": examples::SOMETHING},
    "version": 2, "can": ["accept", "return"],
}))]
pub(crate) struct Receipt {
    /// Its id.
    id: Uuid,
    /// Its number in the diary.
    #[schema(example = "FD-1182/2026")]
    diary_number: String,
    /// The unit in whose diary it is.
    registry: UnitRef,
    /// The day that it arrived.
    received_on: NaiveDate,
    /// When it was diarised.
    diarised_at: DateTime<Utc>,
    /// The post that diarised it.
    diarised_by: PostRef,
    /// How it arrived.
    #[schema(value_type = words::Mode)]
    mode: Mode,
    /// Who signed it.
    sender_name: String,
    /// The sender's office.
    #[schema(required = true)]
    sender_office: Option<String>,
    /// The sender's address.
    #[schema(required = true)]
    sender_address: Option<String>,
    /// The sender's number.
    #[schema(required = true)]
    reference_number: Option<String>,
    /// The sender's date.
    #[schema(required = true)]
    reference_date: Option<NaiveDate>,
    /// What it is about.
    subject: String,
    /// The language that it is written in.
    #[schema(value_type = words::Language)]
    language: Language,
    /// How closely it is held.
    #[schema(value_type = words::Classification)]
    classification: Classification,
    /// How urgent it is.
    #[schema(value_type = words::Priority)]
    priority: Priority,
    /// The day by which it wants an answer.
    #[schema(required = true)]
    due_on: Option<NaiveDate>,
    /// What came with it, in words.
    #[schema(required = true)]
    enclosures: Option<String>,
    /// Where it is.
    #[schema(value_type = words::ReceiptState)]
    state: StateWord,
    /// The post that has it; null once it is on a file or disposed of.
    #[schema(required = true)]
    holder: Option<PostRef>,
    /// Since when.
    #[schema(required = true)]
    holder_since: Option<DateTime<Utc>>,
    /// What the holder is asked to do.
    #[schema(required = true, value_type = Option<words::ReceiptAction>)]
    action: Option<ReceiptAction>,
    /// The file that it is on.
    #[schema(required = true)]
    file: Option<ReceiptFile>,
    /// The paragraph of its docket on the file.
    #[schema(required = true)]
    docket_paragraph: Option<i32>,
    /// Its first page in the correspondence of the file.
    #[schema(required = true)]
    pages_from: Option<i32>,
    /// Its last page in the correspondence of the file.
    #[schema(required = true)]
    pages_to: Option<i32>,
    /// Why it needed no file.
    #[schema(required = true, value_type = Option<words::DisposalReason>)]
    disposal_reason: Option<DisposalReason>,
    /// More about why.
    #[schema(required = true)]
    disposal_remark: Option<String>,
    /// With what its sender asks after it (`trackReceipt`), printed on his acknowledgement; null for papers from before
    /// there were such codes.
    #[schema(required = true, example = "7K2M9-QX4TB")]
    tracking_code: Option<String>,
    /// Its scans.
    documents: Vec<Document>,
    /// Who got a copy.
    copies: Vec<ReceiptCopy>,
    /// The issue of this office that it was made of; null for what came from outside.
    #[schema(required = true)]
    came_by: Option<CameBy>,
    /// The communication of this office that it answers.
    #[schema(required = true)]
    in_reply_to: Option<InReplyTo>,
    /// How often it has changed; also the `ETag`.
    version: i64,
    /// What the acting post may do with it now.
    #[schema(value_type = Vec<words::ReceiptPermission>)]
    can: Vec<Ability>,
}

/// A file as a receipt mentions it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FileRef)]
pub(crate) struct ReceiptFile {
    /// Its id.
    id: Uuid,
    /// Its number.
    number: String,
    /// Its subject.
    subject: String,
}

/// A copy of a receipt.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReceiptCopy {
    /// The post that got it.
    post: PostRef,
    /// What it is asked to do.
    #[schema(value_type = words::ReceiptAction)]
    action: String,
    /// When it was read on that desk.
    #[schema(required = true)]
    read_at: Option<DateTime<Utc>>,
    /// When that post was done with it.
    #[schema(required = true)]
    seen_at: Option<DateTime<Utc>>,
}

impl From<FileRef> for ReceiptFile {
    fn from(file: FileRef) -> Self {
        Self {
            id: file.id,
            number: file.number,
            subject: file.subject,
        }
    }
}

impl From<CopyView> for ReceiptCopy {
    fn from(copy: CopyView) -> Self {
        Self {
            post: copy.post.into(),
            action: copy.action,
            read_at: copy.read_at,
            seen_at: copy.seen_at,
        }
    }
}

impl From<ReceiptView> for Receipt {
    fn from(view: ReceiptView) -> Self {
        let receipt = view.receipt;
        let (docket_paragraph, pages) = match &receipt.state {
            ReceiptState::OnFile { paragraph, pages, .. } => (Some(*paragraph), *pages),
            _ => (None, None),
        };
        let (disposal_reason, disposal_remark) = match &receipt.state {
            ReceiptState::Disposed { reason, remark, .. } => (Some(*reason), remark.as_ref().map(Remark::as_str)),
            _ => (None, None),
        };
        Self {
            id: receipt.id.0,
            diary_number: receipt.number.to_string(),
            registry: view.registry.into(),
            diarised_at: receipt.diarised_at,
            diarised_by: view.diarised_by.into(),
            state: receipt.state_word(),
            holder: view.holder.map(Into::into),
            holder_since: receipt.holder_since(),
            action: receipt.action(),
            file: view.file.map(Into::into),
            docket_paragraph,
            pages_from: pages.map(|(first, _)| first),
            pages_to: pages.map(|(_, last)| last),
            tracking_code: receipt.tracking.map(|code| code.to_string()),
            disposal_reason,
            disposal_remark: disposal_remark.map(str::to_owned),
            documents: view.documents.into_iter().map(Into::into).collect(),
            copies: view.copies.into_iter().map(Into::into).collect(),
            came_by: view.came_by.map(Into::into),
            in_reply_to: view.in_reply_to.map(Into::into),
            version: receipt.version.0,
            can: view.can,
            received_on: receipt.entry.received_on,
            mode: receipt.entry.mode,
            sender_name: receipt.entry.sender_name,
            sender_office: receipt.entry.sender_office,
            sender_address: receipt.entry.sender_address,
            reference_number: receipt.entry.reference_number,
            reference_date: receipt.entry.reference_date,
            subject: receipt.entry.subject,
            language: receipt.entry.language,
            classification: receipt.entry.classification,
            priority: receipt.entry.priority,
            due_on: receipt.entry.due_on,
            enclosures: receipt.entry.enclosures,
        }
    }
}

/// A receipt with everything that its page shows.
///
/// Posts that diarised it, had it on the desk, got a copy, or may read the file that it is on; for others it does not
/// exist (404). `can` says what the acting post may do with it now; the `ETag` is what these acts want in `If-Match`.
#[utoipa::path(
    operation_id = "getReceipt", tag = "Receipts",
    params(("id" = Uuid, Path, description = "The receipt")),
    responses((status = 200, description = "The receipt", body = Receipt), ReadProblems)
)]
#[get("/receipts/{id}")]
pub(crate) async fn get_receipt(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let view = correspondence::receipt(&office, &officer.0, ReceiptId(*id)).await?;
    let version = view.receipt.version;
    Ok(with_etag(&Receipt::from(view), version))
}
