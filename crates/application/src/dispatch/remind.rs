//! Reminders of answers that are overdue, to addressees inside.

use crate::correspondence::remind_holder;
use crate::office::{Error, Office, Work};
use daftar_domain::desk::office_day;
use daftar_domain::dispatch::reminded_before;
use daftar_domain::ledger::Actor;
use daftar_domain::office::{DispatchId, ReceiptId};

/// The most that are reminded in one run: the next one goes on.
const AT_ONCE: u64 = 500;

/// Reminds everybody inside who owes an answer, at most once a week and three times in all. Running it twice does no harm.
pub(crate) async fn remind(office: &Office) -> Result<(), Error> {
    let now = office.now();
    let due = office
        .database()
        .dispatches()
        .unanswered(office_day(now), reminded_before(now), AT_ONCE)
        .await?;
    for (dispatch, receipt) in due {
        office
            .act_as(Actor::SYSTEM, None, async |work| {
                remind_one(work, dispatch, receipt).await
            })
            .await?;
    }
    Ok(())
}

async fn remind_one(work: &Work<'_>, id: DispatchId, receipt: ReceiptId) -> Result<(), Error> {
    // The receipt's row first, as whoever accepts it has it.
    work.tx.receipts().held(receipt).await?;
    let found = work.tx.dispatches().get(id).await?;
    if let Some((dispatch, event)) = found.and_then(|dispatch| dispatch.remind(work.now)) {
        work.tx.dispatches().save(&dispatch).await?;
        remind_holder(work, receipt).await?;
        work.record(&event).await?;
    }
    Ok(())
}
