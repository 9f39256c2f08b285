//! Reminding whoever has a receipt of the answer that it wants.

use super::desk::step;
use crate::office::{Error, Work};
use daftar_domain::correspondence::ReceiptState;
use daftar_domain::office::ReceiptId;
use daftar_persistence::desk::DeskKind;

/// Lays a receipt before its holder as if it were new, and writes that down; one that is on a file lies with the file.
/// Whoever calls it changes nothing else before: the row of the receipt comes first.
pub(crate) async fn remind_holder(work: &Work<'_>, id: ReceiptId) -> Result<(), Error> {
    let Some(receipt) = work.tx.receipts().held(id).await? else {
        return Ok(());
    };
    match receipt.state {
        ReceiptState::OnFile { file, .. } => work.tx.desk().make_unread(DeskKind::File, file.0).await?,
        _ => work.tx.desk().make_unread(DeskKind::Receipt, id.0).await?,
    }
    let reminded = step(work, &receipt, "reminded", None);
    Ok(work.tx.receipts().moved(&reminded).await?)
}
