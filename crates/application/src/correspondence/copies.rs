//! Copies of receipts: read, and put away.

use crate::office::{Error, Idempotency, Office, Work};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::correspondence::Receipt;
use daftar_domain::office::ReceiptId;
use daftar_persistence::desk::DeskKind;

/// Takes copies off the officer's desk: his post has seen them. What is no copy on this desk is left alone.
pub async fn put_copies_away(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    receipts: &[ReceiptId],
) -> Result<(), Error> {
    office
        .act(officer, once, async |work: &Work<'_>| {
            work.permit(officer, Action::PutCopyAway, Standing::GENERAL, None)?;
            for receipt in receipts.iter().copied() {
                if work.tx.receipts().copy_seen(receipt, officer.post, work.now).await? {
                    work.tx.desk().take(officer.post, DeskKind::Copy, receipt.0).await?;
                    work.record(&Receipt::copy_seen(receipt, officer.post)).await?;
                }
            }
            Ok(())
        })
        .await
}
