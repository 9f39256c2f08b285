//! Entering a paper in the diary.

use super::mark::CopyTo;
use crate::http::{Act, ActReply, ActingOfficer, Body, CreateHeaders, IdempotencyKey};
use crate::office::examples;
use crate::office::words;
use crate::problem::{CreateProblems, Problem};
use actix_web::post;
use actix_web::web::Data;
use chrono::NaiveDate;
use daftar_application::Office;
use daftar_application::correspondence::{self, Diarise, MarkOrder};
use daftar_domain::correspondence::{DiaryDraft, Mode, ReceiptAction};
use daftar_domain::office::{Classification, DocumentId, Language, MailId, PersonId, PostId, Priority};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A paper to be entered in the diary.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "received_on": "2026-03-02", "mode": "by_hand", "sender_name": "محمد اسلم", "sender_office": "محکمہ آبپاشی",
    "sender_address": "Old Anarkali, Lahore", "reference_number": "SO(W)1-2/2026", "reference_date": "2026-02-26",
    "subject": "بھکر راجباہ کی پختگی کے لیے رقم کا اجراء", "language": "ur", "classification": "unclassified",
    "priority": "priority", "due_on": "2026-03-16", "enclosures": "تخمینہ، نقشہ",
    "document_ids": [examples::DOCUMENT],
    "mark": {
        "to_post_id": examples::SECTION_OFFICER, "action": "necessary_action",
        "copies": [{"post_id": examples::DEPUTY_SECRETARY, "action": "information"}],
    },
}))]
pub(crate) struct DiariseReceipt {
    /// The day that it arrived; not in the future.
    received_on: NaiveDate,
    /// How it arrived; `office` is what the system delivers itself (`mode-by-system`).
    #[schema(value_type = words::Mode)]
    mode: Mode,
    /// Who signed it.
    #[schema(max_length = 200, example = "Muhammad Aslam")]
    sender_name: String,
    /// The sender's office.
    #[schema(max_length = 200, example = "Irrigation Department")]
    sender_office: Option<String>,
    /// The sender's address.
    #[schema(max_length = 500)]
    sender_address: Option<String>,
    /// The sender's number.
    #[schema(max_length = 120, example = "SO(W)1-2/2026")]
    reference_number: Option<String>,
    /// The sender's date.
    reference_date: Option<NaiveDate>,
    /// What it is about.
    #[schema(
        max_length = 500,
        example = "Release of funds for lining of the Bhakkar distributary"
    )]
    subject: String,
    /// The language that it is written in.
    #[schema(value_type = words::Language)]
    language: Language,
    /// How closely it is held. Confidential mail and above may carry no scan.
    #[schema(value_type = words::Classification)]
    classification: Classification,
    /// How urgent it is.
    #[schema(value_type = words::Priority)]
    priority: Priority,
    /// The day by which it wants an answer.
    due_on: Option<NaiveDate>,
    /// What came with it, in words.
    #[schema(max_length = 1000)]
    enclosures: Option<String>,
    /// The number of a communication of this office that it answers, as the paper says it. Whether there is one under that
    /// number nobody is told here; those who may see it find the answer there.
    #[schema(max_length = 120, example = "F.8-2/2026-BUD/14")]
    in_reply_to_number: Option<String>,
    /// Its scans, uploaded before.
    document_ids: Vec<Uuid>,
    /// The person whose own service the case is about: it is never marked to him.
    concerns_person_id: Option<Uuid>,
    /// To whom it goes at once.
    #[validate(nested)]
    mark: Option<DiariseMark>,
    /// The mail that it came by; its papers come first among the scans.
    mail_id: Option<Uuid>,
}

/// To whom a new receipt goes at once.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DiariseMark {
    /// The post that is to deal with it.
    to_post_id: Uuid,
    /// What it is asked to do.
    #[schema(value_type = words::ReceiptAction)]
    action: ReceiptAction,
    /// Who else gets to read it.
    #[serde(default)]
    copies: Vec<CopyTo>,
    /// What is written beside it.
    #[schema(max_length = 1000)]
    remark: Option<String>,
}

impl From<DiariseReceipt> for Diarise {
    fn from(body: DiariseReceipt) -> Self {
        Self {
            draft: DiaryDraft {
                received_on: body.received_on,
                mode: body.mode,
                sender_name: body.sender_name,
                sender_office: body.sender_office,
                sender_address: body.sender_address,
                reference_number: body.reference_number,
                reference_date: body.reference_date,
                subject: body.subject,
                language: body.language,
                classification: body.classification,
                priority: body.priority,
                due_on: body.due_on,
                enclosures: body.enclosures,
                in_reply_to_number: body.in_reply_to_number,
            },
            documents: body.document_ids.into_iter().map(DocumentId).collect(),
            concerns: body.concerns_person_id.map(PersonId),
            mark: body.mark.map(|mark| MarkOrder {
                to: PostId(mark.to_post_id),
                action: mark.action,
                copies: mark.copies.into_iter().map(Into::into).collect(),
                due_on: None,
                remark: mark.remark,
            }),
            mail: body.mail_id.map(MailId),
        }
    }
}

/// Diarises a paper: it gets the next number of the registry's diary, and goes to a post at once where one is named.
///
/// Registries, in the diary of their own unit. The number has no gaps: a refused entry costs none. With `mark` the
/// receipt goes to that post in the same transaction; without, it waits on the registry's own desk. Refused among
/// others: `sealed-mail-scanned` (confidential mail and above carries no scan), `received-in-future`,
/// `unknown-document`, `unknown-mail`, `mail-diarised`, `unknown-post`, `concerns-receiver`, `diarist-own-case` (rule 6), `receiver-handles-no-papers`.
/// Send an `Idempotency-Key`: a lost answer must not cost a second number.
#[utoipa::path(
    operation_id = "diariseReceipt", tag = "Receipts",
    params(CreateHeaders), request_body = DiariseReceipt,
    responses((status = 201, description = "Diarised; `number` is the diary number", body = Act), CreateProblems)
)]
#[post("/receipts")]
pub(crate) async fn diarise_receipt(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<DiariseReceipt>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let command = body.value.into();
    let act = correspondence::diarise_receipt(&office, &officer.0, once.as_ref(), &command).await?;
    Ok(ActReply::created(act, "receipts"))
}
