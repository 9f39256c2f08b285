//! Correcting the diary entry of a receipt that no officer has accepted.

use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, IdempotencyKey, IfMatch, present};
use crate::office::words;
use crate::problem::{ActProblems, Problem};
use actix_web::patch;
use actix_web::web::{Data, Path};
use chrono::NaiveDate;
use daftar_application::Office;
use daftar_application::correspondence;
use daftar_domain::correspondence::{Correction, Mode};
use daftar_domain::office::{Classification, DocumentId, Language, Priority, ReceiptId};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Changes to a diary entry. What is absent stays; null empties a field that may be empty.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(clippy::option_option, reason = "the three cases of a PATCH")]
#[schema(example = json!({"reference_number": "SO(W)1-2/2026-II", "enclosures": null}))]
pub(crate) struct CorrectReceipt {
    /// The day that it arrived.
    received_on: Option<NaiveDate>,
    /// How it arrived.
    #[schema(value_type = Option<words::Mode>)]
    mode: Option<Mode>,
    /// Who signed it.
    #[schema(max_length = 200)]
    sender_name: Option<String>,
    /// The sender's office.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 200)]
    sender_office: Option<Option<String>>,
    /// The sender's address.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 500)]
    sender_address: Option<Option<String>>,
    /// The sender's number.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 120)]
    reference_number: Option<Option<String>>,
    /// The sender's date.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<NaiveDate>)]
    reference_date: Option<Option<NaiveDate>>,
    /// What it is about.
    #[schema(max_length = 500)]
    subject: Option<String>,
    /// The language that it is written in.
    #[schema(value_type = Option<words::Language>)]
    language: Option<Language>,
    /// How closely it is held.
    #[schema(value_type = Option<words::Classification>)]
    classification: Option<Classification>,
    /// How urgent it is.
    #[schema(value_type = Option<words::Priority>)]
    priority: Option<Priority>,
    /// The day by which it wants an answer.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<NaiveDate>)]
    due_on: Option<Option<NaiveDate>>,
    /// What came with it, in words.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 1000)]
    enclosures: Option<Option<String>>,
    /// The number of a communication of this office that it answers.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 120)]
    in_reply_to_number: Option<Option<String>>,
    /// Scans that came later; they are added to those that are there.
    #[serde(default)]
    document_ids: Vec<Uuid>,
}

/// Corrects a diary entry, or adds scans to it. The number stays; the ledger keeps the digests of both versions.
///
/// The registry whose diary it stands in, until an officer accepts it: then 409 `receipt-already-accepted`. Whoever has
/// it on the desk finds it unread again. Refused also with `nothing-to-correct`, and whatever `diariseReceipt` refuses
/// about the fields; `classification-lowered` once it has left the registry (rule 17).
#[utoipa::path(
    operation_id = "correctReceipt", tag = "Receipts",
    params(ActHeaders, ("id" = Uuid, Path, description = "The receipt")), request_body = CorrectReceipt,
    responses((status = 200, description = "Corrected", body = Act), ActProblems)
)]
#[patch("/receipts/{id}")]
pub(crate) async fn correct_receipt(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<CorrectReceipt>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let (at, body) = ((ReceiptId(*id), version.0), body.value);
    let added: Vec<DocumentId> = body.document_ids.into_iter().map(DocumentId).collect();
    let correction = Correction {
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
    };
    let act = correspondence::correct_receipt(&office, &officer.0, once.as_ref(), at, &correction, &added).await?;
    Ok(ActReply::changed(act))
}
