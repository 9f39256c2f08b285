//! Communications in the office's database, and their texts.

use super::CheckError;
use daftar_domain::ledger::audit::Audit;
use daftar_domain::office::{CommunicationId, IssueId};
use daftar_persistence::Tx;

/// Communications that are read at once.
const PAGE: u64 = 4096;
/// Texts that are read at once: one may have as many words as seventy pages.
const TEXTS: u64 = 64;

/// Communications, their issues and their texts are those that the ledger speaks of.
pub(super) async fn take(tx: &Tx, audit: &mut Audit) -> Result<(), CheckError> {
    let mut after: Option<CommunicationId> = None;
    loop {
        let page = tx.drafting().all_communications(after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(CommunicationId(last.id));
        page.iter().try_for_each(|kept| audit.communication(kept))?;
    }
    let mut after: Option<IssueId> = None;
    loop {
        let page = tx.drafting().all_issues(after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(IssueId(last.id));
        page.iter().try_for_each(|kept| audit.issue(kept))?;
    }
    let mut after: Option<(CommunicationId, i32)> = None;
    loop {
        let page = tx.drafting().all_texts(after, TEXTS).await?;
        let Some((of, last)) = page.last() else { return Ok(()) };
        after = Some((*of, last.number));
        page.iter().try_for_each(|(of, text)| audit.wording(of.0, text))?;
    }
}
