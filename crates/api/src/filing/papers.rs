//! The correspondence portion, and receipts that go on it.

use crate::correspondence::Document;
use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, IdempotencyKey, IfMatch};
use crate::office::examples;
use crate::office::words;
use crate::organisation::PostRef;
use crate::problem::{ActProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{get, post};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::filing::{self, NewPaper, On, PaperDetail, PutOnFile};
use daftar_domain::office::{DocumentId, FileId, ReceiptId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A paper of the correspondence portion.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "ordinal": 1, "title": "بھکر راجباہ کی پختگی کے لیے رقم کا اجراء",
    "direction": "incoming", "page_first": 1, "page_last": 3, "docket_paragraph": 1,
    "receipt_id": examples::RECEIPT, "diary_number": "FD-1182/2026", "documents": [examples::document()],
    "added_at": "2026-03-02T05:12:44Z", "added_by": examples::section_officer(),
}))]
pub(crate) struct Paper {
    id: Uuid,
    /// Its place, from 1.
    ordinal: i32,
    title: String,
    #[schema(value_type = words::PaperDirection)]
    direction: String,
    /// Its first page, `n/C`.
    page_first: i32,
    /// Its last page.
    page_last: i32,
    /// The paragraph of its docket.
    #[schema(required = true)]
    docket_paragraph: Option<i32>,
    /// The receipt that it is.
    #[schema(required = true)]
    receipt_id: Option<Uuid>,
    #[schema(required = true)]
    diary_number: Option<String>,
    documents: Vec<Document>,
    added_at: DateTime<Utc>,
    added_by: PostRef,
}

/// The correspondence portion.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PaperPage {
    items: Vec<Paper>,
    /// Always null: the correspondence of a volume is one page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// A paper that an officer adds himself.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"document_id": examples::DOCUMENT, "title": "Statement of releases up to October"}))]
pub(crate) struct AddPaper {
    /// A document that the acting post uploaded.
    document_id: Uuid,
    #[schema(example = "Statement of releases up to October", max_length = 500)]
    title: String,
}

/// The file that a receipt goes on.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"file_id": examples::FILE, "note": "زیرِ غور مراسلہ"}))]
pub(crate) struct PutReceiptOnFile {
    /// A file on the own desk.
    file_id: Uuid,
    /// What the docket says beside it.
    #[schema(max_length = 1000)]
    note: Option<String>,
}

impl From<PaperDetail> for Paper {
    fn from(detail: PaperDetail) -> Self {
        let row = detail.row;
        Self {
            id: row.id.0,
            ordinal: row.ordinal,
            title: row.title,
            direction: row.direction,
            page_first: row.page_first,
            page_last: row.page_last,
            docket_paragraph: Some(row.docket_paragraph),
            receipt_id: row.receipt.map(Uuid::from),
            diary_number: row.diary_number,
            documents: detail.documents.into_iter().map(Into::into).collect(),
            added_at: row.added_at,
            added_by: detail.added_by.into(),
        }
    }
}

/// Lists the correspondence portion, by page.
///
/// Whoever may read the file; a post that it was sent to after `recordOpening`: 403 `file-not-opened`. Notes refer to the
/// pages as `p. 12/C`.
#[utoipa::path(
    operation_id = "listPapers", tag = "Files", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The papers, by page", body = PaperPage), ReadProblems)
)]
#[get("/files/{id}/papers")]
pub(crate) async fn list_papers(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<PaperPage>, Problem> {
    let papers = filing::list_papers(&office, &officer.0, FileId(*id)).await?;
    Ok(Json(PaperPage {
        items: papers.into_iter().map(Into::into).collect(),
        next_cursor: None,
    }))
}

/// Adds a paper to a file on the own desk, under the next pages and with its docket.
///
/// The post that has custody, with a document that the same post uploaded: otherwise 422 `unknown-document`. The
/// answer's paragraph is the docket in the note portion. The warning `volume_full` says that a new volume is due.
#[utoipa::path(
    operation_id = "addPaper", tag = "Files", request_body = AddPaper, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Added; `paragraphs` is its docket", body = Act), ActProblems)
)]
#[post("/files/{id}/papers")]
pub(crate) async fn add_paper(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<AddPaper>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let new = NewPaper {
        title: body.value.title,
        document: DocumentId(body.value.document_id),
    };
    Ok(ActReply::changed(
        filing::add_paper(&office, &officer.0, on, &new).await?,
    ))
}

/// Dockets a receipt on a file; both are on the own desk.
///
/// The post that has both, the receipt accepted, on its desk. One transaction allots the next pages of the
/// correspondence and the next paragraph for the docket, takes the receipt off the desk, and raises the file's
/// classification to the receipt's. `If-Match` is the version of the receipt; the file needs none. Refused:
/// `receipt-not-accepted`, `receipt-in-registry`, `unknown-file`, `file-parked`, `file-closed`, and 403 `not-with-you`
/// where the file is elsewhere, and `concerns-another` where file and receipt are about two persons (rule 6).
#[utoipa::path(
    operation_id = "putReceiptOnFile", tag = "Receipts", request_body = PutReceiptOnFile,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "On the file; `paragraphs` is its docket", body = Act), ActProblems)
)]
#[post("/receipts/{id}/filing")]
pub(crate) async fn put_receipt_on_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<PutReceiptOnFile>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let command = PutOnFile {
        receipt: ReceiptId(*id),
        version: version.0,
        file: FileId(body.value.file_id),
        remark: body.value.note,
    };
    Ok(ActReply::changed(
        filing::put_receipt_on_file(&office, &officer.0, once.as_ref(), &command).await?,
    ))
}
