//! Receipts on desks, and steps in their history.

use crate::office::{Error, Work};
use daftar_domain::correspondence::{Receipt, ReceiptAction, StateWord};
use daftar_domain::desk::due_at;
use daftar_domain::office::{MovementId, PostId, Timestamp};
use daftar_persistence::correspondence::NewMovement;
use daftar_persistence::desk::{DeskKind, NewDeskItem};
use uuid::Uuid;

/// Something that lies on a desk.
pub(super) struct Lies {
    pub(super) on: PostId,
    pub(super) kind: DeskKind,
    pub(super) from: Option<PostId>,
    pub(super) action: Option<ReceiptAction>,
    /// Whether the desk's own officer put it there, so that it is no news to him.
    pub(super) read: bool,
}

/// When the holder should be done with a receipt that arrived at `since`.
pub(super) fn due(receipt: &Receipt, since: Timestamp) -> Timestamp {
    due_at(since, receipt.entry.due_on, receipt.entry.priority)
}

/// Puts a receipt, or a copy of it, on a desk.
pub(super) async fn lay(work: &Work<'_>, receipt: &Receipt, lies: Lies) -> Result<(), Error> {
    let since = match lies.kind {
        DeskKind::Copy => work.now,
        DeskKind::File | DeskKind::Receipt => receipt.holder_since().unwrap_or(work.now),
    };
    let item = NewDeskItem {
        id: work.new_id::<Uuid>(),
        post: lies.on,
        kind: lies.kind,
        subject: receipt.id.0,
        number: &receipt.number.to_string(),
        title: &receipt.entry.subject,
        from: lies.from,
        action: lies.action.map(ReceiptAction::as_str),
        priority: receipt.entry.priority,
        classification: receipt.entry.classification,
        concerns: receipt.concerns,
        since,
        due_at: due(receipt, since),
        visible_from: since,
        read: lies.read,
    };
    Ok(work.tx.desk().put(&item).await?)
}

/// Puts a receipt on the desk of whoever holds it now.
pub(super) async fn lay_before_holder(
    work: &Work<'_>,
    receipt: &Receipt,
    from: Option<PostId>,
    read: bool,
) -> Result<(), Error> {
    let Some(on) = receipt.holder() else { return Ok(()) };
    let lies = Lies {
        on,
        kind: DeskKind::Receipt,
        from,
        action: receipt.action(),
        read,
    };
    lay(work, receipt, lies).await
}

/// Takes a receipt off the desk of the post that held it.
pub(super) async fn take(work: &Work<'_>, receipt: &Receipt, from: Option<PostId>) -> Result<(), Error> {
    match from {
        Some(post) => Ok(work.tx.desk().take(post, DeskKind::Receipt, receipt.id.0).await?),
        None => Ok(()),
    }
}

/// A step in the history of a receipt, from one post to the post that holds it after.
pub(super) fn step<'a>(
    work: &Work<'_>,
    receipt: &Receipt,
    kind: &'static str,
    from: Option<PostId>,
) -> NewMovement<'a> {
    let waits = receipt.state_word() != StateWord::OnFile && receipt.state_word() != StateWord::Disposed;
    NewMovement {
        id: work.new_id::<MovementId>().0,
        receipt: receipt.id,
        kind,
        from,
        to: receipt.holder(),
        by: work.person(),
        action: receipt.action().filter(|_| waits).map(ReceiptAction::as_str),
        reason: None,
        remark: None,
        due_at: receipt.holder_since().map(|since| due(receipt, since)),
        at: work.now,
    }
}
