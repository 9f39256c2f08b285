//! What the office itself takes in: a communication that it has issued becomes a receipt of the addressee's registry.

use super::desk::lay_before_holder;
use super::mark::{MarkOrder, mark_now};
use super::refused;
use crate::office::{Error, Work};
use chrono::Datelike as _;
use daftar_domain::correspondence::{DiaryDraft, DiaryEntry, NewReceipt, Receipt, ReceiptAction};
use daftar_domain::desk::office_day;
use daftar_domain::office::{DocumentId, PersonId, PostId, PrintedCode, ReceiptId, UnitId};
use daftar_persistence::correspondence::Grant;

/// Something that comes in through the system.
pub(crate) struct Incoming {
    /// What the diary is to say.
    pub(crate) draft: DiaryDraft,
    /// Its documents.
    pub(crate) documents: Vec<DocumentId>,
    /// The person whose own service the case is about.
    pub(crate) concerns: Option<PersonId>,
    /// In whose diary it goes.
    pub(crate) registry: UnitId,
    /// The registry post that it is diarised by.
    pub(crate) by: PostId,
    /// Whether that post may read it.
    pub(crate) open: bool,
    /// To whom it goes at once, and what for.
    pub(crate) to: Option<(PostId, ReceiptAction)>,
}

/// Diarises it in the transaction at hand, without anybody's act; answers the receipt's id and its number.
pub(crate) async fn take_in(work: &Work<'_>, incoming: Incoming) -> Result<(ReceiptId, String), Error> {
    let today = office_day(work.now);
    let entry = DiaryEntry::check(incoming.draft, today).map_err(refused)?;
    let new = NewReceipt {
        id: work.new_id(),
        registry: incoming.registry,
        by: incoming.by,
        by_person: None,
        entry,
        documents: incoming.documents,
        concerns: incoming.concerns,
        tracking: PrintedCode::of(rand::random()),
    };
    Receipt::check_new(&new).map_err(Error::refused)?;
    let number = work.tx.next_diary_number(incoming.registry, today.year()).await?;
    let (receipt, event) = Receipt::diarise(new, number, work.now).map_err(Error::refused)?;
    let receipts = work.tx.receipts();
    receipts.insert(&receipt).await?;
    if incoming.open {
        receipts
            .grant(receipt.id, receipt.diarised_by, Grant::Diarised, work.now)
            .await?;
    }
    if let Some(number) = receipt.entry.in_reply_to_number.as_deref() {
        receipts.link_reply(receipt.id, Some(number)).await?;
    }
    work.record(&event).await?;
    let (id, number) = (receipt.id, receipt.number.to_string());
    match incoming.to {
        None => lay_before_holder(work, &receipt, None, false).await?,
        Some((post, action)) => {
            let order = MarkOrder {
                to: post,
                action,
                copies: Vec::new(),
                due_on: None,
                remark: None,
            };
            mark_now(work, receipt, &order, None, "").await?;
        }
    }
    Ok((id, number))
}
