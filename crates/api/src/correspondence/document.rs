//! One document.

use crate::http::ActingOfficer;
use crate::office::examples;
use crate::office::words;
use crate::problem::{Problem, ReadProblems};
use actix_web::get;
use actix_web::web::{Data, Json, Path};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::correspondence::{self, DocumentView, SameBytes};
use daftar_domain::office::DocumentId;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The bytes of a paper, as uploaded.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!(examples::document()))]
pub(crate) struct Document {
    /// Its id.
    id: Uuid,
    /// SHA-256 of its bytes, hex.
    digest: String,
    /// How many bytes.
    size: i64,
    /// What it is, by its bytes.
    #[schema(example = "application/pdf")]
    media_type: String,
    /// Its name, without what could mislead.
    #[schema(example = "Letter of Irrigation.pdf")]
    file_name: String,
    /// How many pages; null where nobody can tell.
    #[schema(required = true)]
    pages: Option<i32>,
    /// Whether its pages can be shown.
    #[schema(value_type = words::Preview)]
    preview: String,
    /// When it was uploaded.
    uploaded_at: DateTime<Utc>,
    /// Earlier receipts with the same bytes.
    same_as: Vec<SameDocument>,
}

/// An earlier receipt with the same bytes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SameDocument {
    /// The receipt.
    receipt_id: Uuid,
    /// Its number.
    #[schema(example = "FD-1182/2026")]
    diary_number: String,
    /// When it was diarised.
    diarised_at: DateTime<Utc>,
}

impl From<SameBytes> for SameDocument {
    fn from(same: SameBytes) -> Self {
        Self {
            receipt_id: same.receipt_id,
            diary_number: same.diary_number,
            diarised_at: same.diarised_at,
        }
    }
}

impl From<DocumentView> for Document {
    fn from(DocumentView { document, same_as }: DocumentView) -> Self {
        Self {
            id: document.id,
            digest: document.digest,
            size: document.size,
            media_type: document.media_type,
            file_name: document.file_name,
            pages: document.pages,
            preview: document.preview,
            uploaded_at: document.uploaded_at,
            same_as: same_as.into_iter().map(Into::into).collect(),
        }
    }
}

impl Document {
    pub(super) fn id(&self) -> Uuid {
        self.id
    }
}

/// A document: what it is, how many pages it has, and where the same bytes were received before.
///
/// Officers and registries who may see a receipt or file that it is on; the post that uploaded it, always. `same_as`
/// names only receipts that the acting post may see.
#[utoipa::path(
    operation_id = "getDocument", tag = "Documents",
    params(("id" = Uuid, Path, description = "The document")),
    responses((status = 200, description = "The document", body = Document), ReadProblems)
)]
#[get("/documents/{id}")]
pub(crate) async fn get_document(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<Document>, Problem> {
    let view = correspondence::document(&office, &officer.0, DocumentId(*id)).await?;
    Ok(Json(view.into()))
}
