//! The diary register: what came in, newest first.

use super::Receipts;
use super::visibility::visible_receipts;
use crate::database::{Error, MOST_WORDS, Page};
use chrono::NaiveDate;
use daftar_domain::access::Officer;
use daftar_domain::correspondence::{Mode, StateWord};
use daftar_domain::office::{Timestamp, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, LikeExpr, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Which lines of the register.
#[derive(Debug, Clone, Default)]
pub struct RegisterFilter {
    /// Of one registry.
    pub registry: Option<UnitId>,
    /// Received on this day or later.
    pub from: Option<NaiveDate>,
    /// Received on this day or earlier.
    pub to: Option<NaiveDate>,
    /// In one state.
    pub state: Option<StateWord>,
    /// Received in one way.
    pub mode: Option<Mode>,
    /// With these words in number, sender, reference or subject.
    pub query: Option<String>,
}

/// One line of the register.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct RegisterLine {
    /// The receipt.
    pub id: Uuid,
    /// Its number.
    pub diary_number: String,
    /// The day that it arrived.
    pub received_on: NaiveDate,
    /// When it was diarised.
    pub diarised_at: Timestamp,
    /// How it arrived.
    pub mode: String,
    /// Who signed it.
    pub sender_name: String,
    /// The sender's office.
    pub sender_office: Option<String>,
    /// The sender's number.
    pub reference_number: Option<String>,
    /// The sender's date.
    pub reference_date: Option<NaiveDate>,
    /// What it is about.
    pub subject: String,
    /// How closely it is held.
    pub classification: String,
    /// How urgent it is.
    pub priority: String,
    /// Where it is.
    pub state: String,
    /// The post that has it.
    pub holder_post_id: Option<Uuid>,
    /// The number of the file that it is on.
    pub file_number: Option<String>,
}

/// Where a page of the register ended.
type Key = (Timestamp, Uuid);

impl<C: ConnectionTrait> Receipts<'_, C> {
    /// A page of the register: the lines that the officer may see, newest first.
    pub async fn register(
        &self,
        officer: &Officer,
        filter: &RegisterFilter,
        after: Option<Key>,
        limit: u64,
    ) -> Result<Page<RegisterLine>, Error> {
        let mut select = select(filter);
        select
            .and_where(visible_receipts(officer))
            .order_by(("receipts", "diarised_at"), Order::Desc)
            .order_by(("receipts", "id"), Order::Desc)
            .limit(limit + 1);
        if let Some((at, id)) = after {
            let key = Expr::tuple([Expr::col(("receipts", "diarised_at")), Expr::col(("receipts", "id"))]);
            select.and_where(key.lt(Expr::tuple([Expr::value(at), Expr::value(id)])));
        }
        let rows = self.connection.query_all(&select).await?;
        let lines = rows
            .iter()
            .map(|row| RegisterLine::from_query_result(row, ""))
            .collect::<Result<_, _>>()?;
        Ok(Page::cut(lines, limit, |line: &RegisterLine| {
            (line.diarised_at, line.id)
        }))
    }
}

fn select(filter: &RegisterFilter) -> SelectStatement {
    let column = |name: &'static str| Expr::col(("receipts", name));
    let mut select = Query::select();
    select
        .columns(
            [
                "id",
                "diary_number",
                "received_on",
                "diarised_at",
                "mode",
                "sender_name",
                "sender_office",
                "reference_number",
                "reference_date",
                "subject",
                "classification",
                "priority",
                "state",
                "holder_post_id",
                "file_number",
            ]
            .map(|name| ("receipts", name)),
        )
        .from("receipts")
        .and_where_option(filter.registry.map(|unit| column("registry_id").eq(unit.0)))
        .and_where_option(filter.from.map(|day| column("received_on").gte(kept(day))))
        .and_where_option(filter.to.map(|day| column("received_on").lte(kept(day))))
        .and_where_option(filter.state.map(|state| column("state").eq(state.as_str())))
        .and_where_option(filter.mode.map(|mode| column("mode").eq(mode.as_str())));
    let words = filter.query.iter().flat_map(|query| query.split_whitespace());
    for word in words.take(MOST_WORDS) {
        select.and_where(column("search_text").like(containing(word)));
    }
    select
}

/// A day as both databases can hold it: nothing was received before year 1 or after year 9999.
pub(crate) fn kept(day: NaiveDate) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or(day);
    let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(day);
    day.clamp(first, last)
}

/// A pattern for text that contains `word`, in lower case; its own wildcards mean themselves.
pub(crate) fn containing(word: &str) -> LikeExpr {
    let mut pattern = String::from("%");
    // No text holds a control character, and `PostgreSQL` takes no NUL.
    for c in word.to_lowercase().chars().filter(|c| !c.is_control()) {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    LikeExpr::new(pattern).escape('\\')
}
