//! Correcting what the diary says, until an officer has accepted the receipt.

use super::desk::lay_before_holder;
use super::diarise::known_documents;
use super::{act, change, refused};
use crate::office::{Error, Idempotency, Office, Work};
use daftar_domain::access::{Action, Officer};
use daftar_domain::correspondence::{Correction, StateWord};
use daftar_domain::office::{Act, DocumentId, ReceiptId, Version};

/// Corrects a diary entry; `added` are scans that came later.
///
/// # Errors
/// Fields that are wrong, all at once; an officer has accepted it already.
pub async fn correct_receipt(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    (id, expected): (ReceiptId, Version),
    correction: &Correction,
    added: &[DocumentId],
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work: &Work<'_>| {
            let receipt = change(work, officer, id, expected, Action::CorrectReceipt).await?;
            let added = known_documents(work, officer, added).await?;
            let before = receipt.documents.len();
            let answered = receipt.entry.in_reply_to_number.clone();
            let (receipt, event) = receipt.correct(correction.clone(), added, work.now).map_err(refused)?;
            let receipts = work.tx.receipts();
            receipts.save(&receipt, None).await?;
            receipts.add_documents(receipt.id, &receipt.documents[before..]).await?;
            if receipt.entry.in_reply_to_number != answered {
                let number = receipt.entry.in_reply_to_number.as_deref();
                receipts.link_reply(receipt.id, number).await?;
            }
            // Whoever has it already reads it anew.
            let own = receipt.state_word() == StateWord::InRegistry;
            let from = (!own).then_some(receipt.diarised_by);
            lay_before_holder(work, &receipt, from, own).await?;
            let entry = work.record(&event).await?;
            Ok(act(&receipt, entry, Vec::new()))
        })
        .await
}
