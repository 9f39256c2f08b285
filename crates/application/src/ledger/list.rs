//! Pages of the ledger, newest entry first.

use crate::office::{Error, Office, permit};
use chrono::NaiveDate;
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::desk::start_of_day;
use daftar_domain::ledger::{EventKind, Module};
use daftar_domain::office::{EntryId, PostId, end_of_day};
use daftar_persistence::ledger::{LedgerFilter, LedgerRow};
use daftar_persistence::organisation::PostRef;
use daftar_persistence::{Cursor, Page};
use std::collections::HashMap;
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
    /// Only the entry with this digest: the receipt of an act.
    pub digest: Option<String>,
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
        digest: query.digest.clone(),
        from: query.from.map(start_of_day),
        to: query.to.map(end_of_day),
        after: query.cursor.as_ref().map(Cursor::unpack).transpose()?,
        limit: query.limit,
        ..LedgerFilter::default()
    };
    let page = office.database().ledger().page(&filter).await?;
    let posts = page.items.iter().filter_map(|row| row.post);
    let posts = office.database().organisation().post_refs(posts).await?;
    Ok(page.map(|row| with_post(row, &posts)))
}

/// One entry of the ledger.
pub async fn ledger_entry(office: &Office, officer: &Officer, id: EntryId) -> Result<LedgerEntry, Error> {
    permit(officer, Action::ReadLedger, Standing::GENERAL, Some(id.0))?;
    let row = office.database().ledger().entry(id).await?.ok_or(Error::NotFound)?;
    let posts = office.database().organisation().post_refs(row.post).await?;
    Ok(with_post(row, &posts))
}

fn with_post(row: LedgerRow, posts: &HashMap<PostId, PostRef>) -> LedgerEntry {
    LedgerEntry {
        post: row.post.and_then(|post| posts.get(&post).cloned()),
        row,
    }
}
