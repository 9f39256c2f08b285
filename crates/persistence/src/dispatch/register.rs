//! The issue register: what units have issued, and what came of it.

use super::Dispatches;
use super::rows::{TABLE, read, select as dispatches};
use crate::correspondence::{containing, kept};
use crate::database::{Error, MOST_WORDS, Page, from_json, parse};
use crate::filing::{not_own_case, visible_files};
use chrono::NaiveDate;
use daftar_domain::access::Officer;
use daftar_domain::dispatch::{Address, AwaitingReply, Dispatch, DispatchState, ReplyState};
use daftar_domain::drafting::Form;
use daftar_domain::office::{Classification, CommunicationId, IssueId, PostId, Timestamp, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Order, Query, SelectStatement, SubQueryStatement};
use sea_orm::{ConnectionTrait, QueryResult};
use std::collections::HashMap;
use uuid::Uuid;

/// Which lines of the register.
#[derive(Debug, Clone, Default)]
pub struct IssueFilter {
    /// Issued by one of these units.
    pub units: Vec<UnitId>,
    /// Issued on this day or later.
    pub from: Option<NaiveDate>,
    /// Issued on this day or earlier.
    pub until: Option<NaiveDate>,
    /// In one form.
    pub form: Option<Form>,
    /// With an addressee in one state.
    pub state: Option<DispatchState>,
    /// With these words in number, subject or address.
    pub text: Option<String>,
    /// With answers that are waited for.
    pub awaiting: Option<AwaitingReply>,
}

/// One line of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueLine {
    /// The issue.
    pub id: IssueId,
    /// The communication, where the officer may see it.
    pub communication: Option<CommunicationId>,
    /// Its number.
    pub number: String,
    /// The day that stands on it.
    pub issued_on: NaiveDate,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Its form.
    pub form: Form,
    /// How closely it is held.
    pub classification: Classification,
    /// Its subject; not there where it is closely held and the officer may not see the file.
    pub subject: Option<String>,
    /// The unit that issued it.
    pub unit: UnitId,
    /// The post that signed.
    pub signed_by: PostId,
    /// By when an answer is asked for.
    pub reply_due_on: Option<NaiveDate>,
    /// How it stands with the answer; nothing where none is asked for.
    pub reply: Option<ReplyState>,
}

/// To whom an issue goes, and where it is on its way.
pub type IssueStates = Vec<(Dispatch, Address)>;

/// Where a page of the register ended.
type Key = (Timestamp, Uuid);

impl<C: ConnectionTrait> Dispatches<'_, C> {
    /// A page of the register, the latest first. Rule 6: nobody finds the case about himself.
    pub async fn register(
        &self,
        officer: &Officer,
        filter: &IssueFilter,
        today: NaiveDate,
        after: Option<Key>,
        limit: u64,
    ) -> Result<Page<IssueLine>, Error> {
        let mut select = select(officer);
        narrow(&mut select, officer, filter, today);
        select
            .order_by(("issues", "issued_at"), Order::Desc)
            .order_by(("issues", "id"), Order::Desc)
            .limit(limit + 1);
        if let Some((at, id)) = after {
            let key = Expr::tuple([Expr::col(("issues", "issued_at")), Expr::col(("issues", "id"))]);
            select.and_where(key.lt(Expr::tuple([Expr::value(at), Expr::value(id)])));
        }
        let rows = self.connection.query_all(&select).await?;
        let lines = rows.iter().map(|row| line(row, today)).collect::<Result<_, _>>()?;
        Ok(Page::cut(lines, limit, |line: &IssueLine| (line.issued_at, line.id.0)))
    }

    /// Whom these issues go to, in order. One round trip.
    pub async fn of_issues(
        &self,
        issues: impl IntoIterator<Item = IssueId>,
    ) -> Result<HashMap<IssueId, IssueStates>, Error> {
        let ids: Vec<Uuid> = issues.into_iter().map(|issue| issue.0).collect();
        let mut found: HashMap<IssueId, IssueStates> = HashMap::new();
        if ids.is_empty() {
            return Ok(found);
        }
        let select = dispatches()
            .and_where(Expr::col((TABLE, "issue_id")).is_in(ids))
            .order_by((TABLE, "issue_id"), Order::Asc)
            .order_by((TABLE, "ordinal"), Order::Asc)
            .to_owned();
        for row in self.connection.query_all(&select).await? {
            let dispatch = read(&row)?;
            let address: String = row.try_get("", "address")?;
            let states = found.entry(dispatch.issue).or_default();
            states.push((dispatch, from_json(TABLE, &address)?));
        }
        Ok(found)
    }
}

fn select(officer: &Officer) -> SelectStatement {
    Query::select()
        .columns(
            [
                "id",
                "communication_id",
                "number",
                "issued_on",
                "issued_at",
                "form",
                "classification",
                "subject",
                "unit_id",
                "signed_by_post_id",
                "reply_due_on",
            ]
            .map(|column| ("issues", column)),
        )
        .expr_as(visible_files(officer), "visible")
        .expr_as(unanswered(), "unanswered")
        .from("issues")
        .inner_join("files", Expr::col(("files", "id")).equals(("issues", "file_id")))
        .and_where(not_own_case(officer))
        .to_owned()
}

/// Whether fewer have answered than were asked. Those inside answer through the system, and each is known to have done so;
/// of a paper that comes in the registry knows the number that it answers, and no more.
fn unanswered() -> Expr {
    let of_issue = |table: &'static str, column: &'static str| {
        Query::select()
            .expr(Expr::col((table, "id")).count())
            .from(table)
            .and_where(Expr::col((table, column)).equals(("issues", "id")))
            .to_owned()
    };
    let mut asked = of_issue(TABLE, "issue_id");
    asked
        .and_where(Expr::col((TABLE, "role")).eq("to"))
        .and_where(Expr::col((TABLE, "answered_at")).is_null());
    let mut papers = of_issue("receipts", "in_reply_to_issue_id");
    papers.and_where(Expr::col(("receipts", "mode")).ne("office"));
    Expr::from(SubQueryStatement::from(asked)).gt(Expr::from(SubQueryStatement::from(papers)))
}

/// Whether the officer may know what the issue at hand is about.
fn told(officer: &Officer) -> Expr {
    let open = [Classification::Unclassified, Classification::Restricted].map(Classification::as_str);
    let open = Expr::col(("issues", "classification")).is_in(open);
    visible_files(officer).or(open)
}

fn narrow(select: &mut SelectStatement, officer: &Officer, filter: &IssueFilter, today: NaiveDate) {
    let column = |name: &'static str| Expr::col(("issues", name));
    select
        .and_where(column("unit_id").is_in(filter.units.iter().map(|unit| unit.0)))
        .and_where_option(filter.from.map(|day| column("issued_on").gte(kept(day))))
        .and_where_option(filter.until.map(|day| column("issued_on").lte(kept(day))))
        .and_where_option(filter.form.map(|form| column("form").eq(form.as_str())));
    if let Some(state) = filter.state {
        let mut with = with_dispatch();
        with.and_where(Expr::col((TABLE, "state")).eq(state.as_str()));
        select.and_where(Expr::exists(with));
    }
    if let Some(awaiting) = filter.awaiting {
        select
            .and_where(column("reply_due_on").is_not_null())
            .and_where(unanswered());
        if awaiting == AwaitingReply::Overdue {
            select.and_where(column("reply_due_on").lt(today));
        }
    }
    let words = filter.text.iter().flat_map(|text| text.split_whitespace());
    for word in words.take(MOST_WORDS) {
        let lower = |name: &'static str| Expr::from(Func::lower(column(name)));
        let mut addressed = with_dispatch();
        addressed.and_where(Expr::col((TABLE, "search_text")).like(containing(word)));
        let subject = lower("subject").like(containing(word)).and(told(officer));
        // Number and address stand in the row of each addressee; without one there is the number alone.
        let number = lower("number").like(containing(word));
        select.and_where(number.or(subject).or(Expr::exists(addressed)));
    }
}

/// The dispatches of the issue at hand.
fn with_dispatch() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(TABLE)
        .and_where(Expr::col((TABLE, "issue_id")).equals(("issues", "id")))
        .to_owned()
}

fn line(row: &QueryResult, today: NaiveDate) -> Result<IssueLine, Error> {
    let (classification, form): (String, String) = (row.try_get("", "classification")?, row.try_get("", "form")?);
    let classification: Classification = parse("issues", &classification)?;
    let (visible, unanswered): (bool, bool) = (row.try_get("", "visible")?, row.try_get("", "unanswered")?);
    let communication: Uuid = row.try_get("", "communication_id")?;
    let subject: String = row.try_get("", "subject")?;
    let due: Option<NaiveDate> = row.try_get("", "reply_due_on")?;
    let reply = due.map(|due| match unanswered {
        false => ReplyState::Answered,
        true if due < today => ReplyState::Overdue,
        true => ReplyState::Awaited,
    });
    Ok(IssueLine {
        id: IssueId(row.try_get("", "id")?),
        communication: visible.then_some(CommunicationId(communication)),
        number: row.try_get("", "number")?,
        issued_on: row.try_get("", "issued_on")?,
        issued_at: row.try_get("", "issued_at")?,
        form: parse("issues", &form)?,
        subject: (visible || classification < Classification::Confidential).then_some(subject),
        classification,
        unit: UnitId(row.try_get("", "unit_id")?),
        signed_by: PostId(row.try_get("", "signed_by_post_id")?),
        reply_due_on: due,
        reply,
    })
}
