//! The bytes of an export, for the officer who asked for it and as long as he may see the file.

use crate::filing::read::{must_be_opened, readable};
use crate::office::{Error, Office, permit};
use bytes::Bytes;
use daftar_documents::Digest;
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{ExportState, FilingRefusal};
use daftar_domain::office::ExportId;
use futures_util::Stream;
use std::io;
use std::ops::Range;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportPart {
    /// The document.
    Book,
    /// The archive.
    Archive,
}

/// The bytes of an export, ready to be read.
pub struct ExportContent {
    /// What the file is called, harmless as a name.
    pub file_name: String,
    /// SHA-256 of the bytes, hex.
    pub sha256: String,
    /// How many bytes there are.
    pub size: u64,
    digest: Digest,
    office: Office,
}

impl ExportContent {
    /// The bytes in `range`, as they are read.
    ///
    /// # Errors
    /// Those of the disk.
    pub async fn read(&self, range: Range<u64>) -> Result<impl Stream<Item = io::Result<Bytes>> + Send + use<>, Error> {
        let stream = self.office.blobs().read(self.digest, range).await;
        stream.map_err(|error| Error::Internal(error.to_string()))
    }
}

/// Opens the document or the archive of an export.
///
/// # Errors
/// [`Error::NotFound`] where it is another's, or its time is over; `export-not-ready`.
pub async fn export_content(
    office: &Office,
    officer: &Officer,
    id: ExportId,
    part: ExportPart,
) -> Result<ExportContent, Error> {
    let row = office.database().filing().export(id).await?.ok_or(Error::NotFound)?;
    let over = row.expires_at.is_some_and(|until| until <= office.now());
    if over || (row.person, row.post) != (officer.person, officer.post) {
        return Err(Error::NotFound);
    }
    let found = readable(office, officer, row.file, "ReadExport").await?;
    let standing = found.file.standing(officer, found.granted);
    let permitted = permit(officer, Action::ExportFile, standing, Some(row.file.0));
    office.logged(officer, permitted).await?;
    must_be_opened(&found.file, officer)?;
    let made = row.made.filter(|_| row.state == ExportState::Ready);
    let made = made.ok_or(Error::refused(FilingRefusal::ExportNotReady))?;
    let number = found.file.number.replace(['/', '\\', ':'], "-");
    let (sha256, extension) = match part {
        ExportPart::Book => (made.exported.book, "pdf"),
        ExportPart::Archive => (made.exported.archive, "zip"),
    };
    let internal = |problem: String| Error::Internal(problem);
    let digest: Digest = sha256
        .parse()
        .map_err(|_| internal(format!("digest of the export {id}")))?;
    let size = office
        .blobs()
        .size(digest)
        .await
        .map_err(|error| internal(error.to_string()))?;
    Ok(ExportContent {
        file_name: format!("{number}.{extension}"),
        size: size.ok_or_else(|| internal(format!("blob {digest} is missing")))?,
        sha256,
        digest,
        office: office.clone(),
    })
}
