//! The ledger, for auditors.

use crate::office::{Error, Office, permit};
use chrono::NaiveDate;
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::desk::start_of_day;
use daftar_domain::ledger::{EventKind, Module};
use daftar_domain::office::end_of_day;
use daftar_persistence::ledger::{LedgerFilter, LedgerRow};
use daftar_persistence::organisation::PostRef;
use daftar_persistence::{Cursor, Page};
use uuid::Uuid;

/// What a page of the ledger shows.
#[derive(Debug, Clone)]
pub struct LedgerQuery {
    /// Only this capability's acts.
    pub module: Option<Module>,
    /// Only acts on this thing.
    pub subject: Option<Uuid>,
    /// Only acts of this kind.
    pub kind: Option<EventKind>,
    /// From this day on, in Pakistan.
    pub from: Option<NaiveDate>,
    /// Up to and with this day.
    pub to: Option<NaiveDate>,
    /// Where the page before ended.
    pub cursor: Option<Cursor>,
    /// Rows of a page.
    pub limit: u64,
}

/// An entry with the acting post's name.
#[derive(Debug, Clone)]
pub struct LedgerEntry {
    /// The entry.
    pub row: LedgerRow,
    /// The post that was acted for, as it is called now.
    pub post: Option<PostRef>,
}

/// One page of the ledger, newest entry first.
pub async fn ledger_entries(
    office: &Office,
    officer: &Officer,
    query: &LedgerQuery,
) -> Result<Page<LedgerEntry>, Error> {
    permit(officer, Action::ReadLedger, Standing::GENERAL, None)?;
    let filter = LedgerFilter {
        module: query.module,
        subject: query.subject,
        kind: query.kind,
        from: query.from.map(start_of_day),
        to: query.to.map(end_of_day),
        after: query.cursor.as_ref().map(Cursor::unpack).transpose()?,
        limit: query.limit,
        ..LedgerFilter::default()
    };
    let page = office.database().ledger().page(&filter).await?;
    let posts = page.items.iter().filter_map(|row| row.post);
    let posts = office.database().organisation().post_refs(posts).await?;
    Ok(page.map(|row| LedgerEntry {
        post: row.post.and_then(|post| posts.get(&post).cloned()),
        row,
    }))
}
