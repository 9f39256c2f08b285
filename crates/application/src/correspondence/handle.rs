//! What the desk that a receipt lies on does with it.

use super::desk::{lay_before_holder, step, take};
use super::{act, change};
use crate::dispatch::receipt_accepted;
use crate::office::{Error, Idempotency, Office, Work};
use daftar_domain::access::{Action, Officer};
use daftar_domain::correspondence::{DisposalReason, Remark, ReturnReason};
use daftar_domain::office::{Act, ReceiptId, Version};
use daftar_persistence::correspondence::NewMovement;

/// Accepts a receipt that was marked to the officer's post.
///
/// # Errors
/// It is not with the officer, or does not wait for acceptance.
pub async fn accept_receipt(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    (id, expected): (ReceiptId, Version),
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work: &Work<'_>| {
            let receipt = change(work, officer, id, expected, Action::HandleReceipt).await?;
            let (receipt, event) = receipt.accept(work.now).map_err(Error::refused)?;
            work.tx.receipts().save(&receipt, None).await?;
            lay_before_holder(work, &receipt, receipt.holder(), true).await?;
            let accepted = step(work, &receipt, "accepted", receipt.holder());
            work.tx.receipts().moved(&accepted).await?;
            let entry = work.record(&event).await?;
            receipt_accepted(work, receipt.id).await?;
            Ok(act(&receipt, entry, Vec::new()))
        })
        .await
}

/// Sends a misdirected receipt back to the post that marked it.
///
/// # Errors
/// It was accepted already; the reason `other` came without a remark.
pub async fn return_receipt(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    (id, expected): (ReceiptId, Version),
    reason: ReturnReason,
    remark: Option<&str>,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work: &Work<'_>| {
            let receipt = change(work, officer, id, expected, Action::HandleReceipt).await?;
            let remark = Remark::read(remark.map(str::to_owned), "/remark")?;
            let from = receipt.holder();
            let sender = match receipt.sender() {
                Some(post) => work.tx.organisation().running_charge(post).await?,
                None => None,
            };
            let (receipt, event) = receipt
                .give_back(reason, remark.as_ref(), sender.map(|charge| charge.person), work.now)
                .map_err(Error::refused)?;
            work.tx.receipts().save(&receipt, None).await?;
            take(work, &receipt, from).await?;
            lay_before_holder(work, &receipt, from, false).await?;
            let returned = step(work, &receipt, "returned", from);
            work.tx
                .receipts()
                .moved(&NewMovement {
                    reason: Some(reason.as_str()),
                    remark: remark.as_ref().map(Remark::as_str),
                    ..returned
                })
                .await?;
            let entry = work.record(&event).await?;
            Ok(act(&receipt, entry, Vec::new()))
        })
        .await
}

/// Disposes of a receipt without a file.
///
/// # Errors
/// It is not on the officer's desk, or waits for acceptance; the reason `other` came without a remark.
pub async fn dispose_receipt(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    (id, expected): (ReceiptId, Version),
    reason: DisposalReason,
    remark: Option<&str>,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work: &Work<'_>| {
            let receipt = change(work, officer, id, expected, Action::HandleReceipt).await?;
            let remark = Remark::read(remark.map(str::to_owned), "/remark")?;
            let from = receipt.holder();
            let (receipt, event) = receipt.dispose(reason, remark.clone()).map_err(Error::refused)?;
            work.tx.receipts().save(&receipt, None).await?;
            take(work, &receipt, from).await?;
            let disposed = step(work, &receipt, "disposed", from);
            work.tx
                .receipts()
                .moved(&NewMovement {
                    reason: Some(reason.as_str()),
                    remark: remark.as_ref().map(Remark::as_str),
                    ..disposed
                })
                .await?;
            let entry = work.record(&event).await?;
            Ok(act(&receipt, entry, Vec::new()))
        })
        .await
}

/// Takes a disposed receipt up again, on the desk that disposed of it.
///
/// # Errors
/// Another post disposed of it; it was not disposed of; no reason was given.
pub async fn reopen_receipt(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    (id, expected): (ReceiptId, Version),
    reason: &str,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work: &Work<'_>| {
            let receipt = change(work, officer, id, expected, Action::ReopenReceipt).await?;
            let reason = Remark::read(Some(reason.to_owned()), "/reason")?;
            let (receipt, event) = receipt.reopen(reason.as_ref(), work.now).map_err(Error::refused)?;
            work.tx.receipts().save(&receipt, None).await?;
            lay_before_holder(work, &receipt, receipt.holder(), true).await?;
            let reopened = step(work, &receipt, "reopened", None);
            work.tx
                .receipts()
                .moved(&NewMovement {
                    remark: reason.as_ref().map(Remark::as_str),
                    ..reopened
                })
                .await?;
            let entry = work.record(&event).await?;
            Ok(act(&receipt, entry, Vec::new()))
        })
        .await
}
