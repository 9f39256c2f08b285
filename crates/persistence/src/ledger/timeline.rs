//! The acts on one thing, with the words that the office keeps beside the ledger.

use super::list::{Ledger, LedgerRow, Row, of, select};
use crate::database::{Error, Page};
use daftar_domain::ledger::{EventKind, SubjectKind};
use daftar_domain::office::EntryId;
use sea_orm::sea_query::{ExprTrait as _, Order, Query};
use sea_orm::{ConnectionTrait, FromQueryResult as _};
use uuid::Uuid;

/// What a page of a timeline shows.
#[derive(Debug, Clone, Copy)]
pub struct TimelineFilter {
    /// The sort of thing.
    pub subject_kind: SubjectKind,
    /// The thing.
    pub subject: Uuid,
    /// The oldest act first; else the newest.
    pub oldest_first: bool,
    /// Where the page before ended.
    pub after: Option<EntryId>,
    /// Rows of a page.
    pub limit: u64,
}

/// An entry with what opens its commitment.
#[derive(Debug, Clone)]
pub struct TimelineRow {
    /// The entry.
    pub row: LedgerRow,
    /// Salt and words in canonical form; none where the act has no words.
    pub opening: Option<String>,
}

impl<C: ConnectionTrait> Ledger<'_, C> {
    /// One page of the acts on a thing. Ids follow time, so that they sort it.
    pub async fn timeline(&self, filter: &TimelineFilter) -> Result<Page<TimelineRow>, Error> {
        let order = if filter.oldest_first { Order::Asc } else { Order::Desc };
        let after = filter.after.map(|after| match order {
            Order::Asc => of("id").gt(after.0),
            _ => of("id").lt(after.0),
        });
        let select = select()
            .column(("ledger_entries", "opening"))
            .and_where(of("subject_id").eq(filter.subject))
            .and_where(of("subject_kind").eq(filter.subject_kind.as_str()))
            .and_where_option(after)
            .order_by(("ledger_entries", "id"), order)
            .limit(filter.limit + 1)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let entry = |row: &sea_orm::QueryResult| {
            Ok(TimelineRow {
                opening: row.try_get("", "opening")?,
                row: Row::from_query_result(row, "")?.into(),
            })
        };
        let rows = rows.iter().map(entry).collect::<Result<Vec<_>, Error>>()?;
        Ok(Page::cut(rows, filter.limit, |entry| entry.row.id))
    }

    /// The bodies of all acts of these kinds on a thing, the oldest first.
    pub async fn bodies(&self, subject: Uuid, kinds: &[EventKind]) -> Result<Vec<(EntryId, String)>, Error> {
        let select = Query::select()
            .columns([("ledger_entries", "id"), ("ledger_entries", "body")])
            .from("ledger_entries")
            .and_where(of("subject_id").eq(subject))
            .and_where(of("kind").is_in(kinds.iter().map(|kind| kind.as_str())))
            .order_by(("ledger_entries", "id"), Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let body = |row: &sea_orm::QueryResult| Ok((EntryId(row.try_get("", "id")?), row.try_get("", "body")?));
        rows.iter().map(body).collect()
    }
}
