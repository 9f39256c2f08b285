//! Reading a desk: one indexed read for a page, one for the counts.

use super::items::{Desk, DeskKind};
use crate::database::{Error, Page, parse};
use crate::filing::kept_apart;
use daftar_domain::access::Officer;
use daftar_domain::desk::{office_day, start_of_day};
use daftar_domain::office::{Classification, PostId, Priority, Timestamp, end_of_day};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement, SubQueryStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Counts go no further than this: "99+".
const MOST_COUNTED: u64 = 100;

/// Which things on a desk are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskShow {
    /// All of them.
    All,
    /// Those whose due time has passed.
    Overdue,
    /// Those due today, in Pakistan.
    Today,
    /// Those that nobody has looked at.
    Unread,
}

/// What a desk is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskSort {
    /// The next due first.
    Due,
    /// The latest arrived first.
    Arrival,
}

/// What a page of a desk shows.
#[derive(Debug, Clone, Copy)]
pub struct DeskFilter {
    /// Which things.
    pub show: DeskShow,
    /// Only files, receipts or copies.
    pub kind: Option<DeskKind>,
    /// In which order.
    pub sort: DeskSort,
    /// Where the page before ended.
    pub after: Option<(Timestamp, Uuid)>,
    /// Rows of a page.
    pub limit: u64,
}

/// Something that waits.
#[derive(Debug, Clone)]
pub struct DeskRow {
    /// Its id.
    pub id: Uuid,
    /// `file`, `receipt` or `copy`.
    pub kind: String,
    /// The file or receipt.
    pub subject: Uuid,
    /// Its official number.
    pub number: String,
    /// Its subject line.
    pub title: String,
    /// The post that it came from.
    pub from: Option<PostId>,
    /// For what.
    pub action: Option<String>,
    /// Its priority.
    pub priority: Priority,
    /// Its classification.
    pub classification: Classification,
    /// Since when it waits.
    pub since: Timestamp,
    /// Until when it should be dealt with.
    pub due_at: Timestamp,
    /// Whether nobody has looked at it.
    pub unread: bool,
    /// Whether it was laid aside here and has come back by its date.
    pub brought_forward: bool,
}

/// How much waits, each up to a hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct DeskCounts {
    /// Everything.
    pub all: i64,
    /// Overdue.
    pub overdue: i64,
    /// Due today.
    pub today: i64,
    /// Unread.
    pub unread: i64,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    kind: String,
    subject_id: Uuid,
    number: String,
    title: String,
    from_post_id: Option<Uuid>,
    action: Option<String>,
    priority: String,
    classification: String,
    since: Timestamp,
    due_at: Timestamp,
    read_at: Option<Timestamp>,
}

/// What lies on the desk of an officer now, of the sort that is shown; never the case about himself (rule 6).
fn lying(officer: &Officer, show: DeskShow, now: Timestamp) -> SelectStatement {
    let mut select = Query::select();
    let about = || Expr::col("concerns_person_id");
    select
        .from("desk_items")
        .and_where(Expr::col("post_id").eq(officer.post.0))
        .and_where(about().is_null().or(about().is_not_in(kept_apart(officer))))
        .and_where(Expr::col("visible_from").lte(now));
    match show {
        DeskShow::All => {}
        DeskShow::Overdue => {
            select.and_where(Expr::col("due_at").lt(now));
        }
        DeskShow::Today => {
            let today = office_day(now);
            select
                .and_where(Expr::col("due_at").gte(start_of_day(today)))
                .and_where(Expr::col("due_at").lte(end_of_day(today)));
        }
        DeskShow::Unread => {
            select.and_where(Expr::col("read_at").is_null());
        }
    }
    select
}

/// The column after the post in the index that finds what is counted.
fn index_order(show: DeskShow) -> &'static str {
    match show {
        DeskShow::All => "since",
        DeskShow::Overdue | DeskShow::Today => "due_at",
        DeskShow::Unread => "read_at",
    }
}

impl<C: ConnectionTrait> Desk<'_, C> {
    /// One page of a desk.
    pub async fn page(&self, officer: &Officer, filter: &DeskFilter, now: Timestamp) -> Result<Page<DeskRow>, Error> {
        let (sort, order) = match filter.sort {
            DeskSort::Due => ("due_at", Order::Asc),
            DeskSort::Arrival => ("since", Order::Desc),
        };
        let mut select = lying(officer, filter.show, now);
        select.columns([
            "id",
            "kind",
            "subject_id",
            "number",
            "title",
            "from_post_id",
            "action",
            "priority",
            "classification",
            "since",
            "due_at",
            "read_at",
        ]);
        if let Some(kind) = filter.kind {
            select.and_where(Expr::col("kind").eq(kind.as_str()));
        }
        if let Some((at, id)) = filter.after {
            let key = Expr::tuple([Expr::col(sort), Expr::col("id")]);
            let end = Expr::tuple([Expr::val(at), Expr::val(id)]);
            select.and_where(if order == Order::Asc { key.gt(end) } else { key.lt(end) });
        }
        select
            .order_by(sort, order.clone())
            .order_by("id", order)
            .limit(filter.limit + 1);
        let rows = self.connection.query_all(&select).await?;
        let rows: Vec<DeskRow> = rows
            .iter()
            .map(|row| Row::from_query_result(row, "")?.into_desk_row(officer.post))
            .collect::<Result<_, Error>>()?;
        Ok(Page::cut(rows, filter.limit, |row| match filter.sort {
            DeskSort::Due => (row.due_at, row.id),
            DeskSort::Arrival => (row.since, row.id),
        }))
    }

    /// How much waits on a desk, in one round trip that never counts beyond a hundred.
    pub async fn counts(&self, officer: &Officer, now: Timestamp) -> Result<DeskCounts, Error> {
        let capped = |show| {
            // In the order of an index: PostgreSQL, which cannot know how many unread things are this post's, would
            // otherwise look for a hundred of them through the whole table.
            let rows = lying(officer, show, now)
                .expr(Expr::val(1))
                .order_by(index_order(show), Order::Asc)
                .limit(MOST_COUNTED)
                .to_owned();
            let count = Query::select()
                .expr(Expr::cust("count(*)"))
                .from_subquery(rows, "lying")
                .to_owned();
            Expr::from(SubQueryStatement::from(count))
        };
        let select = Query::select()
            .expr_as(capped(DeskShow::All), "all")
            .expr_as(capped(DeskShow::Overdue), "overdue")
            .expr_as(capped(DeskShow::Today), "today")
            .expr_as(capped(DeskShow::Unread), "unread")
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let row = row.ok_or_else(|| Error::Inconsistent {
            table: "desk_items",
            problem: "counts without a row".to_owned(),
        })?;
        Ok(DeskCounts::from_query_result(&row, "")?)
    }

    /// Marks things on a desk as looked at; what lies elsewhere is left alone.
    pub async fn mark_read(&self, post: PostId, ids: &[Uuid], now: Timestamp) -> Result<(), Error> {
        let update = Query::update()
            .table("desk_items")
            .value("read_at", now)
            .and_where(Expr::col("post_id").eq(post.0))
            .and_where(Expr::col("id").is_in(ids.iter().copied()))
            .and_where(Expr::col("read_at").is_null())
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }
}

impl Row {
    fn into_desk_row(self, post: PostId) -> Result<DeskRow, Error> {
        // Only what was laid aside comes from the desk that it lies on.
        let brought_forward = self.from_post_id == Some(post.0);
        Ok(DeskRow {
            id: self.id,
            kind: self.kind,
            subject: self.subject_id,
            number: self.number,
            title: self.title,
            from: self.from_post_id.filter(|_| !brought_forward).map(PostId),
            action: self.action,
            priority: parse("desk_items", &self.priority)?,
            classification: parse("desk_items", &self.classification)?,
            since: self.since,
            due_at: self.due_at,
            unread: self.read_at.is_none(),
            brought_forward,
        })
    }
}
