//! A receipt leaves its desk for a file.

use super::desk::{step, take};
use super::{change, permitted};
use crate::office::{Error, Work};
use daftar_domain::access::{Action, Officer};
use daftar_domain::correspondence::Receipt;
use daftar_domain::filing::{File, Paper, PaperDocument, PaperReceipt};
use daftar_domain::office::{ReceiptId, Version};
use daftar_persistence::correspondence::NewMovement;

/// A receipt on the officer's desk that is about to be docketed, with what the file needs to know of it.
pub(crate) struct ForFile {
    pub(crate) receipt: Receipt,
    pub(crate) paper: PaperReceipt,
    pub(crate) documents: Vec<PaperDocument>,
}

/// Takes a receipt on the officer's desk in hand; at `version` where the officer named one.
pub(crate) async fn take_for_file(
    work: &Work<'_>,
    officer: &Officer,
    id: ReceiptId,
    version: Option<Version>,
) -> Result<ForFile, Error> {
    let receipt = match version {
        Some(version) => change(work, officer, id, version, Action::HandleReceipt).await?,
        None => permitted(work, officer, id, Action::HandleReceipt).await?,
    };
    let documents = work.tx.documents().of_receipt(id).await?;
    Ok(ForFile {
        paper: PaperReceipt {
            id,
            diary_number: receipt.number.to_string(),
            classification: receipt.entry.classification,
            concerns: receipt.concerns,
        },
        documents: documents
            .into_iter()
            .map(|document| PaperDocument {
                id: document.id.into(),
                digest: document.digest,
                pages: document.pages,
            })
            .collect(),
        receipt,
    })
}

/// Keeps that the receipt is on the file now; answers it and its ledger entry.
pub(crate) async fn keep_on_file(
    work: &Work<'_>,
    receipt: Receipt,
    file: &File,
    paper: &Paper,
) -> Result<(Receipt, String), Error> {
    let from = receipt.holder();
    let pages = Some((paper.page_first, paper.page_last));
    let (receipt, event) = receipt
        .put_on_file(file.id, paper.docket_paragraph, pages)
        .map_err(Error::refused)?;
    work.tx.receipts().save(&receipt, Some(&file.number)).await?;
    take(work, &receipt, from).await?;
    let filed = step(work, &receipt, "filed", from);
    work.tx.receipts().moved(&NewMovement { ..filed }).await?;
    let entry = work.record(&event).await?;
    Ok((receipt, entry))
}
