//! Lists of files: by keyset, and only what their reader may see.

use super::Filing;
use super::lines::{FileLine, lines};
use super::visible::{not_own_case, visible_files};
use crate::database::{Error, MOST_WORDS, Page};
use daftar_domain::access::Officer;
use daftar_domain::office::{Timestamp, UnitId, fold};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, LikeExpr, Order, SelectStatement};
use uuid::Uuid;

/// Which files a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileScope {
    /// Open files of a section, the latest moved first.
    Section,
    /// Files that the post sent away and that are elsewhere, the latest sent first.
    Sent,
    /// Files that the post has laid aside, the next to come back first.
    Parked,
    /// Closed files of a section, the latest closed first.
    Closed,
    /// Every file that ever passed the post's desk, the latest first.
    Seen,
}

/// What a list of files is narrowed to.
#[derive(Debug, Clone)]
pub struct FileFilter<'a> {
    /// Which files.
    pub scope: FileScope,
    /// Words of number or subject.
    pub query: Option<&'a str>,
    /// Another section than the officer's own.
    pub unit: Option<UnitId>,
    /// Where the page before ended.
    pub after: Option<(Timestamp, Uuid)>,
    /// Rows of a page.
    pub limit: u64,
}

impl FileScope {
    /// What the list is sorted by, and how.
    fn order(self) -> ((&'static str, &'static str), Order) {
        match self {
            Self::Section | Self::Closed => (("files", "since"), Order::Desc),
            Self::Sent => (("file_grants", "sent_at"), Order::Desc),
            Self::Seen => (("file_grants", "last_at"), Order::Desc),
            Self::Parked => (("files", "parked_until"), Order::Asc),
        }
    }
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// One page of a list of files.
    pub async fn list(&self, officer: &Officer, filter: &FileFilter<'_>) -> Result<Page<FileLine>, Error> {
        let (sort, order) = filter.scope.order();
        let mut select = lines();
        select.expr_as(Expr::col(sort), "sort");
        narrow(&mut select, officer, filter);
        if let Some((at, id)) = filter.after {
            let key = Expr::tuple([Expr::col(sort), Expr::col(("files", "id"))]);
            let end = Expr::tuple([Expr::val(at), Expr::val(id)]);
            select.and_where(if order == Order::Asc { key.gt(end) } else { key.lt(end) });
        }
        select
            .order_by(sort, order.clone())
            .order_by(("files", "id"), order)
            .limit(filter.limit + 1);
        let rows = self.connection.query_all(&select).await?;
        let lines: Vec<FileLine> = rows
            .iter()
            .map(|row| {
                Ok(FileLine {
                    sort: row.try_get("", "sort")?,
                    ..FileLine::read(row)?
                })
            })
            .collect::<Result<_, Error>>()?;
        Ok(Page::cut(lines, filter.limit, |line| (line.sort, line.id.0)))
    }

    /// Visible files of the officer's section whose number or subject has one of these folded words; the newest
    /// hundred, unranked.
    pub async fn sharing_words(&self, officer: &Officer, words: &[String]) -> Result<Vec<FileLine>, Error> {
        let Some(any) = words
            .iter()
            .map(String::as_str)
            .map(contains)
            .reduce(sea_orm::sea_query::ExprTrait::or)
        else {
            return Ok(Vec::new());
        };
        let mut select = lines();
        select
            .and_where(Expr::col(("files", "unit_id")).eq(officer.unit.0))
            .and_where(visible_files(officer))
            .and_where(any)
            .order_by(("files", "id"), Order::Desc)
            .limit(100);
        self.connection
            .query_all(&select)
            .await?
            .iter()
            .map(FileLine::read)
            .collect()
    }
}

/// Adds scope, visibility and words to a select from `files`.
fn narrow(select: &mut SelectStatement, officer: &Officer, filter: &FileFilter<'_>) {
    let unit = filter.unit.unwrap_or(officer.unit);
    match filter.scope {
        FileScope::Section => {
            select
                .and_where(Expr::col(("files", "unit_id")).eq(unit.0))
                .and_where(Expr::col(("files", "state")).is_in(["with_post", "parked"]))
                .and_where(visible_files(officer));
        }
        FileScope::Closed => {
            select
                .and_where(Expr::col(("files", "unit_id")).eq(unit.0))
                .and_where(Expr::col(("files", "state")).eq("closed"))
                .and_where(visible_files(officer));
        }
        FileScope::Parked => {
            select
                .and_where(Expr::col(("files", "holder_post_id")).eq(officer.post.0))
                .and_where(Expr::col(("files", "state")).eq("parked"))
                .and_where(not_own_case(officer));
        }
        FileScope::Sent => {
            on_chain(select, officer);
            select
                .and_where(Expr::col(("file_grants", "sent_at")).is_not_null())
                .and_where(Expr::col(("files", "holder_post_id")).ne(officer.post.0));
        }
        FileScope::Seen => on_chain(select, officer),
    }
    if let (Some(unit), FileScope::Parked | FileScope::Sent | FileScope::Seen) = (filter.unit, filter.scope) {
        select.and_where(Expr::col(("files", "unit_id")).eq(unit.0));
    }
    let query = filter.query.map(fold).unwrap_or_default();
    for word in query.split_whitespace().take(MOST_WORDS) {
        select.and_where(contains(word));
    }
}

/// Starts from the grants of the post.
fn on_chain(select: &mut SelectStatement, officer: &Officer) {
    select
        .inner_join(
            "file_grants",
            Expr::col(("file_grants", "file_id")).equals(("files", "id")),
        )
        .and_where(Expr::col(("file_grants", "post_id")).eq(officer.post.0))
        .and_where(not_own_case(officer));
}

fn contains(word: &str) -> Expr {
    let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    Expr::col(("files", "search_text")).like(LikeExpr::new(format!("%{escaped}%")).escape('\\'))
}
