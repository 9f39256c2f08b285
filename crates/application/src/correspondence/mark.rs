//! Sending a receipt to a post, with copies to others.

use super::desk::{Lies, lay, lay_before_holder, step, take};
use super::receivers::receivers;
use super::{act, change};
use crate::office::{Error, Idempotency, Office, Work};
use chrono::NaiveDate;
use daftar_domain::access::{Action, Officer};
use daftar_domain::correspondence::{Mark, Receipt, ReceiptAction, Remark};
use daftar_domain::office::{Act, PostId, ReceiptId, Refusal, Version, Warning};
use daftar_persistence::correspondence::{Grant, NewMovement};
use daftar_persistence::desk::DeskKind;

/// A copy, as ordered.
#[derive(Debug, Clone, Copy)]
pub struct CopyOrder {
    /// The post that gets it.
    pub post: PostId,
    /// What it is asked to do.
    pub action: ReceiptAction,
}

/// A marking, as ordered.
#[derive(Debug, Clone)]
pub struct MarkOrder {
    /// The post that is to deal with it.
    pub to: PostId,
    /// What it is asked to do.
    pub action: ReceiptAction,
    /// Who else gets to read it.
    pub copies: Vec<CopyOrder>,
    /// A new due date; none leaves the old one.
    pub due_on: Option<NaiveDate>,
    /// What is written beside it.
    pub remark: Option<String>,
}

/// Marks a receipt.
///
/// # Errors
/// What the rules refuse: rule 6, a receipt that is not on the officer's desk.
pub async fn mark_receipt(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    (id, expected): (ReceiptId, Version),
    order: &MarkOrder,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work: &Work<'_>| {
            let receipt = change(work, officer, id, expected, Action::MarkReceipt).await?;
            let remark = Remark::read(order.remark.clone(), "/remark")?;
            mark_now(work, receipt, order, remark.as_ref(), "").await
        })
        .await
}

/// Marks a receipt that was read, or written, in this transaction. `at` is where the order stands in the request.
pub(super) async fn mark_now(
    work: &Work<'_>,
    receipt: Receipt,
    order: &MarkOrder,
    remark: Option<&Remark>,
    at: &str,
) -> Result<Act, Error> {
    let copies: Vec<_> = order.copies.iter().map(|copy| (copy.post, copy.action)).collect();
    let mark = receivers(work, (order.to, order.action), &copies, order.due_on, at).await?;
    let from = receipt.holder();
    let (receipt, event) = receipt
        .mark(&mark, remark, work.now)
        .map_err(|refusal| below(refusal.into(), at))?;
    let receipts = work.tx.receipts();
    receipts.save(&receipt, None).await?;
    receipts.grant(receipt.id, order.to, Grant::Marked, work.now).await?;
    take(work, &receipt, from).await?;
    lay_before_holder(work, &receipt, from, false).await?;
    let marked = step(work, &receipt, "marked", from);
    receipts
        .moved(&NewMovement {
            remark: remark.map(Remark::as_str),
            ..marked
        })
        .await?;
    send_copies(work, &receipt, &mark, from).await?;
    let entry = work.record(&event).await?;
    let vacant = mark.to.holder.is_none().then_some(Warning::VacantPost);
    Ok(act(&receipt, entry, vacant.into_iter().collect()))
}

async fn send_copies(work: &Work<'_>, receipt: &Receipt, mark: &Mark, from: Option<PostId>) -> Result<(), Error> {
    let receipts = work.tx.receipts();
    for copy in &mark.copies {
        receipts.copy(receipt.id, copy, work.now).await?;
        let lies = Lies {
            on: copy.to.post,
            kind: DeskKind::Copy,
            from,
            action: Some(copy.action),
            read: false,
        };
        lay(work, receipt, lies).await?;
        let copied = step(work, receipt, "copied", from);
        receipts
            .moved(&NewMovement {
                to: Some(copy.to.post),
                action: Some(copy.action.as_str()),
                due_at: None,
                ..copied
            })
            .await?;
    }
    Ok(())
}

/// A refusal whose field stands below `at` in the request.
fn below(refusal: Refusal, at: &str) -> Error {
    match refusal.field {
        Some(field) if !at.is_empty() => Error::field(format!("{at}{field}"), refusal.code),
        _ => Error::Refused(refusal),
    }
}
