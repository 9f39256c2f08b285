//! What the addressee's acts mean for the letter that brought them about. Who acted stays with the receipt: the sender
//! learns that it was accepted or answered, and no more.

use crate::office::{Error, Work};
use daftar_domain::dispatch::Dispatch;
use daftar_domain::ledger::Event;
use daftar_domain::office::{IssueId, ReceiptId};

/// A receipt was accepted: the letter that it was made of has arrived.
pub(crate) async fn receipt_accepted(work: &Work<'_>, receipt: ReceiptId) -> Result<(), Error> {
    let found = work.tx.dispatches().of_receipt(receipt).await?;
    keep(work, found.and_then(|dispatch| dispatch.accepted(work.now))).await
}

/// A communication answers a receipt: the letter that the receipt was made of has its answer.
pub(super) async fn answered(work: &Work<'_>, receipt: ReceiptId, by: IssueId) -> Result<(), Error> {
    let found = work.tx.dispatches().of_receipt(receipt).await?;
    keep(work, found.and_then(|dispatch| dispatch.answer(by, work.now))).await
}

/// A mail server reports that it could not deliver a mail; nothing where that was none of ours.
pub(crate) async fn mail_failed(work: &Work<'_>, message_id: &str, said: &str) -> Result<(), Error> {
    let found = work.tx.dispatches().of_mail(message_id).await?;
    keep(work, found.and_then(|dispatch| dispatch.bounce(said, work.now))).await
}

async fn keep(work: &Work<'_>, changed: Option<(Dispatch, Event)>) -> Result<(), Error> {
    if let Some((dispatch, event)) = changed {
        work.tx.dispatches().save(&dispatch).await?;
        work.record_of_office(&event).await?;
    }
    Ok(())
}
