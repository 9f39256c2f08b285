//! The office copy of what was issued.

use super::taken::Taken;
use crate::office::{Error, Work};
use crate::signing::note_stamp;
use bytes::Bytes;
use daftar_documents::{LARGEST, MediaType};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{AddPaper, PaperDocument};
use daftar_domain::ledger::{Event, EventKind, Module, SubjectKind};
use daftar_domain::office::{DocumentId, FileId, Warning};
use daftar_persistence::correspondence::NewDocument;
use futures_util::stream;
use serde_json::json;
use std::convert::Infallible;

/// A copy to be filed.
pub(crate) struct NewCopy<'c> {
    /// What it is about.
    pub(crate) title: &'c str,
    /// The number under which it was issued.
    pub(crate) number: &'c str,
    /// How many pages it has.
    pub(crate) pages: usize,
    /// The signed document.
    pub(crate) pdf: Vec<u8>,
}

/// A copy that was filed.
pub(crate) struct OfficeCopy {
    pub(crate) document: DocumentId,
    /// SHA-256 of its bytes, hex.
    pub(crate) sha256: String,
    /// The paragraphs of its docket.
    pub(crate) paragraphs: (i32, i32),
    pub(crate) warnings: Vec<Warning>,
    /// That the paper was added; it is recorded after what it is the copy of.
    pub(crate) event: Event,
}

/// Keeps the signed document, and adds it to the correspondence of the file that it was written on.
///
/// Its bytes are on disk before this transaction ends; of one that fails nobody finds them, and they are swept.
pub(crate) async fn office_copy(
    work: &Work<'_>,
    officer: &Officer,
    file: FileId,
    new: NewCopy<'_>,
) -> Result<OfficeCopy, Error> {
    let internal = |error: &dyn std::fmt::Display| Error::Internal(error.to_string());
    let size = i64::try_from(new.pdf.len()).map_err(|error| internal(&error))?;
    let bytes = stream::iter([Ok::<_, Infallible>(Bytes::from(new.pdf))]);
    let stored = work.office().blobs().put(bytes, LARGEST).await;
    let sha256 = stored.map_err(|error| internal(&error))?.digest.to_string();
    let pages = i32::try_from(new.pages).map_err(|error| internal(&error))?;
    let document = PaperDocument {
        id: work.new_id(),
        digest: sha256.clone(),
        pages: Some(pages),
    };
    let row = NewDocument {
        id: document.id,
        digest: &sha256,
        size,
        media_type: MediaType::Pdf.as_str(),
        file_name: &format!("{}.pdf", new.number.replace(['/', '\\'], "-")),
        pages: Some(pages),
        preview: "ok",
        uploaded_at: work.now,
    };
    work.tx.documents().insert(&row, officer).await?;
    let content = json!({ "sha256": sha256, "size": size, "media_type": row.media_type });
    let (module, kind) = (Module::Correspondence, EventKind::DocumentUploaded);
    let uploaded = Event::new(module, kind, SubjectKind::Document, document.id.0, content);
    work.record(&uploaded).await?;

    let taken = Taken::take_along(work, officer, file, Action::IssueCommunication).await?;
    let id = document.id;
    let command = AddPaper {
        id: work.new_id(),
        docket: note_stamp(work),
        title: new.title.to_owned(),
        documents: vec![document],
        receipt: None,
        issued: true,
        remark: Some(new.number.to_owned()),
    };
    let added = taken.file.clone().add_paper(command, officer, work.now);
    let added = added.map_err(Error::refused)?;
    taken.keep(work, &added.file, None).await?;
    work.tx.filing().add_note(&added.docket).await?;
    work.tx.filing().add_paper(&added.paper).await?;
    Ok(OfficeCopy {
        document: id,
        sha256,
        paragraphs: (added.docket.paragraph_first, added.docket.paragraph_last),
        warnings: added.warnings,
        event: added.event,
    })
}
