//! Putting a receipt on a file: pages in the correspondence, a docket in the note portion, off the desk.

use super::taken::{Taken, act};
use crate::correspondence::{ForFile, keep_on_file, take_for_file};
use crate::office::{Error, Idempotency, Office, Work};
use crate::signing::note_stamp;
use daftar_domain::access::{Action, Denial, Officer};
use daftar_domain::correspondence::Receipt;
use daftar_domain::filing::{AddPaper, Added, File};
use daftar_domain::office::{Act, FileId, ReceiptId, Version};

/// A receipt that goes on a file.
#[derive(Debug, Clone)]
pub struct PutOnFile {
    /// The receipt, on the officer's desk.
    pub receipt: ReceiptId,
    /// Its version as the officer saw it.
    pub version: Version,
    /// The file, on the officer's desk.
    pub file: FileId,
    /// What the docket says beside it.
    pub remark: Option<String>,
}

/// Dockets a receipt on a file; both are on the officer's desk. Answers the receipt, and the docket's paragraph.
pub async fn put_receipt_on_file(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    command: &PutOnFile,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            let arrived = take_for_file(work, officer, command.receipt, Some(command.version)).await?;
            let taken = Taken::take_along(work, officer, command.file, Action::WriteFile)
                .await
                .map_err(elsewhere)?;
            let docketed = docket(work, officer, taken.file.clone(), arrived, command.remark.clone())?;
            taken.keep(work, &docketed.added.file, None).await?;
            let (receipt, entry) = docketed.keep(work).await?;
            let paragraph = docketed.added.docket.paragraph_first;
            Ok(Act {
                id: receipt.id.0,
                version: receipt.version,
                paragraphs: Some((paragraph, paragraph)),
                ..act(&docketed.added.file, entry, docketed.added.warnings.clone())
            })
        })
        .await
}

/// A file that the officer does not see is told as a wrong field: it is not the thing that was asked for.
fn elsewhere(error: Error) -> Error {
    match error {
        Error::NotFound
        | Error::Denied {
            denial: Denial::Hidden, ..
        } => Error::field("/file_id", "unknown-file"),
        other => other,
    }
}

/// A receipt that was docketed, before it is kept.
pub(super) struct Docketed {
    pub(super) added: Added,
    receipt: Receipt,
}

/// Dockets a receipt on a file.
pub(super) fn docket(
    work: &Work<'_>,
    officer: &Officer,
    file: File,
    arrived: ForFile,
    remark: Option<String>,
) -> Result<Docketed, Error> {
    let command = AddPaper {
        id: work.new_id(),
        docket: note_stamp(work),
        title: arrived.receipt.entry.subject.clone(),
        documents: arrived.documents,
        receipt: Some(arrived.paper),
        issued: false,
        remark,
    };
    let added = file.add_paper(command, officer, work.now).map_err(Error::refused)?;
    Ok(Docketed {
        added,
        receipt: arrived.receipt,
    })
}

impl Docketed {
    /// Keeps docket, paper and receipt; the file's row has been kept before. Answers the receipt and its entry.
    pub(super) async fn keep(&self, work: &Work<'_>) -> Result<(Receipt, String), Error> {
        work.tx.filing().add_note(&self.added.docket).await?;
        work.tx.filing().add_paper(&self.added.paper).await?;
        work.record(&self.added.event).await?;
        keep_on_file(work, self.receipt.clone(), &self.added.file, &self.added.paper).await
    }
}
