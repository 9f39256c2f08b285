//! The bytes of papers.

use crate::office::{Error, Idempotency, Office, Work, permit};
use bytes::Bytes;
use daftar_documents::{Digest, Inspection, LARGEST, MediaType, PreviewError, PutError, Stored, clean_file_name};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::ledger::{Event, EventKind, Module, SubjectKind};
use daftar_domain::office::{DocumentId, ReceiptId};
use daftar_persistence::correspondence::{DocumentRow, NewDocument, SameBytes};
use futures_util::Stream;
use serde_json::json;
use std::io;
use std::ops::Range;

/// A document with the earlier receipts that carry the same bytes.
#[derive(Debug, Clone)]
pub struct DocumentView {
    /// The document.
    pub document: DocumentRow,
    /// Receipts with the same bytes that the officer may see.
    pub same_as: Vec<SameBytes>,
}

/// An upload: its name as the client gave it, and the client's key.
#[derive(Debug, Clone)]
pub struct Upload {
    /// What the client calls it.
    pub file_name: String,
    /// The client's key, if it sent one; the digest of the bytes completes it.
    pub key: Option<String>,
}

/// Receives a document. The bytes are durable before anything else is written; an upload that fails leaves nothing
/// that anybody could find.
///
/// # Errors
/// `document-empty`, `document-too-large`, `document-type-refused`, `document-interrupted`.
pub async fn upload_document<S, E>(
    office: &Office,
    officer: &Officer,
    upload: &Upload,
    bytes: S,
) -> Result<DocumentView, Error>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: std::fmt::Display,
{
    let permitted = permit(officer, Action::UploadDocument, Standing::GENERAL, None);
    office.logged(officer, permitted).await?;
    let stored = office.blobs().put(bytes, LARGEST).await.map_err(put_error)?;
    let inspection = office
        .previews()
        .inspect(stored.digest, stored.media_type)
        .await
        .map_err(|error| Error::Internal(error.to_string()))?;
    let file_name = clean_file_name(&upload.file_name, stored.media_type);
    let once = upload.key.clone().map(|key| Idempotency {
        person: officer.person,
        key,
        fingerprint: format!("{} upload {} {file_name}", officer.post, stored.digest),
    });
    let id = office
        .act(officer, once.as_ref(), async |work: &Work<'_>| {
            record(work, officer, stored, inspection, &file_name).await
        })
        .await?;
    document(office, officer, id).await
}

async fn record(
    work: &Work<'_>,
    officer: &Officer,
    stored: Stored,
    inspection: Inspection,
    file_name: &str,
) -> Result<DocumentId, Error> {
    let id: DocumentId = work.new_id();
    let digest = stored.digest.to_string();
    let new = NewDocument {
        id,
        digest: &digest,
        size: i64::try_from(stored.size).map_err(|e| Error::Internal(e.to_string()))?,
        media_type: stored.media_type.as_str(),
        file_name,
        pages: inspection.pages.and_then(|pages| i32::try_from(pages).ok()),
        preview: inspection.readability.as_str(),
        uploaded_at: work.now,
    };
    work.tx.documents().insert(&new, officer).await?;
    let content = json!({ "sha256": digest, "size": new.size, "media_type": new.media_type });
    let (module, kind) = (Module::Correspondence, EventKind::DocumentUploaded);
    work.record(&Event::new(module, kind, SubjectKind::Document, id.0, content))
        .await?;
    Ok(id)
}

fn put_error(error: PutError) -> Error {
    match error {
        PutError::Empty => Error::Code("document-empty"),
        PutError::TooLarge => Error::Code("document-too-large"),
        PutError::TypeRefused => Error::Code("document-type-refused"),
        PutError::Interrupted(_) => Error::Code("document-interrupted"),
        PutError::Io(error) => Error::Internal(error.to_string()),
    }
}

/// A document that the officer may see.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn document(office: &Office, officer: &Officer, id: DocumentId) -> Result<DocumentView, Error> {
    let row = visible(office, officer, id).await?;
    let mut views = document_views(office, officer, vec![row], None).await?;
    views.pop().ok_or(Error::NotFound)
}

/// Documents with the earlier receipts that carry the same bytes; `except` is the receipt that is being looked at.
///
/// # Errors
/// Those of the database.
pub async fn document_views(
    office: &Office,
    officer: &Officer,
    rows: Vec<DocumentRow>,
    except: Option<ReceiptId>,
) -> Result<Vec<DocumentView>, Error> {
    let digests = rows.iter().map(|row| row.digest.as_str());
    let same = office
        .database()
        .documents()
        .same_bytes(digests, except, officer)
        .await?;
    let view = |document: DocumentRow| DocumentView {
        same_as: same.get(&document.digest).cloned().unwrap_or_default(),
        document,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// The content of a document, ready to be read.
pub struct Content {
    /// The document.
    pub document: DocumentRow,
    /// How many bytes there are.
    pub size: u64,
    digest: Digest,
    office: Office,
}

impl Content {
    /// The bytes in `range`, as they are read.
    ///
    /// # Errors
    /// Those of the disk.
    pub async fn read(&self, range: Range<u64>) -> Result<impl Stream<Item = io::Result<Bytes>> + Send + use<>, Error> {
        let stream = self.office.blobs().read(self.digest, range).await;
        stream.map_err(|error| Error::Internal(error.to_string()))
    }
}

/// Opens the content of a document.
///
/// # Errors
/// [`Error::NotFound`] where the officer may see no such document.
pub async fn document_content(office: &Office, officer: &Officer, id: DocumentId) -> Result<Content, Error> {
    let document = visible(office, officer, id).await?;
    log_read(office, officer, id, "ReadDocumentContent").await?;
    content(office, document).await
}

/// The content of a document; whoever calls has asked whether it may be read.
pub(crate) async fn content(office: &Office, document: DocumentRow) -> Result<Content, Error> {
    let digest = digest(&document)?;
    let size = office
        .blobs()
        .size(digest)
        .await
        .map_err(|error| Error::Internal(error.to_string()))?
        .ok_or_else(|| Error::Internal(format!("blob {digest} is missing")))?;
    Ok(Content {
        document,
        size,
        digest,
        office: office.clone(),
    })
}

/// A PNG of one page, about `width` pixels wide.
///
/// # Errors
/// [`Error::NotFound`] where there is no such document or page; `page-unreadable` where it cannot be drawn.
pub async fn page_image(
    office: &Office,
    officer: &Officer,
    id: DocumentId,
    page: u32,
    width: u32,
) -> Result<(DocumentRow, Bytes), Error> {
    let document = visible(office, officer, id).await?;
    log_read(office, officer, id, "ReadDocumentPage").await?;
    if document.preview != "ok" {
        return Err(Error::Code("page-unreadable"));
    }
    let media_type =
        MediaType::parse(&document.media_type).ok_or_else(|| Error::Internal(format!("unknown media type of {id}")))?;
    let drawn = office
        .previews()
        .page(digest(&document)?, media_type, page, width)
        .await;
    match drawn {
        Ok(picture) => Ok((document, picture)),
        Err(PreviewError::NoSuchPage) => Err(Error::NotFound),
        Err(PreviewError::Unreadable) => Err(Error::Code("page-unreadable")),
        Err(PreviewError::Io(error)) => Err(Error::Internal(error.to_string())),
    }
}

/// A document is held as closely as the closest of the receipts and files that it is on.
async fn log_read(office: &Office, officer: &Officer, id: DocumentId, what: &str) -> Result<(), Error> {
    let held = office.database().documents().classifications(id).await?;
    match held.into_iter().max() {
        Some(closest) => office.log_read(officer, what, id.0, closest).await,
        None => Ok(()),
    }
}

async fn visible(office: &Office, officer: &Officer, id: DocumentId) -> Result<DocumentRow, Error> {
    let row = office.database().documents().get(id, officer).await?;
    let standing = Standing {
        visible: row.is_some(),
        ..Standing::default()
    };
    permit(officer, Action::ReadDocument, standing, Some(id.0))?;
    row.ok_or(Error::NotFound)
}

fn digest(document: &DocumentRow) -> Result<Digest, Error> {
    document
        .digest
        .parse()
        .map_err(|_| Error::Internal(format!("digest of document {}", document.id)))
}
