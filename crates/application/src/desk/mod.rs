//! The desk: everything that waits for the acting post.

use crate::office::{Error, Office, permit};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::desk::{Ageing, ageing};
use daftar_persistence::desk::{DeskCounts, DeskFilter, DeskRow};
use daftar_persistence::organisation::PostRef;
use daftar_persistence::{Cursor, Page};
use uuid::Uuid;

pub use daftar_persistence::desk::{DeskKind, DeskShow, DeskSort};

/// What a page of the desk shows.
#[derive(Debug, Clone)]
pub struct DeskQuery {
    /// Which things.
    pub show: DeskShow,
    /// Only files, receipts or copies.
    pub kind: Option<DeskKind>,
    /// In which order.
    pub sort: DeskSort,
    /// Where the page before ended.
    pub cursor: Option<Cursor>,
    /// Rows of a page.
    pub limit: u64,
}

/// Something that waits, with its sender's name and its colour.
#[derive(Debug, Clone)]
pub struct DeskItem {
    /// The thing.
    pub row: DeskRow,
    /// Who sent it.
    pub from: Option<PostRef>,
    /// How much of its time is used up.
    pub ageing: Ageing,
}

/// A page of the desk with its counts.
#[derive(Debug, Clone)]
pub struct DeskPage {
    /// The page.
    pub page: Page<DeskItem>,
    /// How much waits in all.
    pub counts: DeskCounts,
}

/// One page of what waits for the acting post.
pub async fn desk(office: &Office, officer: &Officer, query: &DeskQuery) -> Result<DeskPage, Error> {
    permit(officer, Action::ReadDesk, Standing::GENERAL, None)?;
    let now = office.now();
    let filter = DeskFilter {
        show: query.show,
        kind: query.kind,
        sort: query.sort,
        after: query.cursor.as_ref().map(Cursor::unpack_moment).transpose()?,
        limit: query.limit,
    };
    let desk = office.database().desk();
    let page = desk.page(officer, &filter, now).await?;
    let counts = desk.counts(officer, now).await?;
    let senders = page.items.iter().filter_map(|row| row.from);
    let senders = office.database().organisation().post_refs(senders).await?;
    let page = page.map(|row| DeskItem {
        from: row.from.and_then(|from| senders.get(&from).cloned()),
        ageing: ageing(row.since, row.due_at, now),
        row,
    });
    Ok(DeskPage { page, counts })
}

/// Marks things on the desk as looked at. No official act: a file counts as opened only when it is opened. What only an
/// assistant has seen stays new to the officer.
pub async fn mark_desk_read(office: &Office, officer: &Officer, ids: &[Uuid]) -> Result<(), Error> {
    office
        .act(officer, None, async |work| {
            work.permit(officer, Action::MarkDesk, Standing::GENERAL, None)?;
            Ok(work.tx.desk().mark_read(officer.post, ids, work.now).await?)
        })
        .await
}
