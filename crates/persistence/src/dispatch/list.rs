//! The dispatch list of a registry: what goes out, the latest issued first.

use super::Dispatches;
use super::rows::{TABLE, read, select};
use crate::correspondence::{containing, kept};
use crate::database::{Error, MOST_WORDS, Page, from_json, parse};
use crate::filing::not_own_case;
use chrono::NaiveDate;
use daftar_domain::access::Officer;
use daftar_domain::dispatch::{Address, Channel, Dispatch, DispatchState};
use daftar_domain::drafting::Form;
use daftar_domain::office::{Classification, CommunicationId, DispatchId, DocumentId, ReceiptId, Timestamp, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};
use std::collections::HashMap;
use uuid::Uuid;

/// Which lines of the list.
#[derive(Debug, Clone, Default)]
pub struct DispatchFilter {
    /// Issued by one of these units.
    pub units: Option<Vec<UnitId>>,
    /// In one state.
    pub state: Option<DispatchState>,
    /// On one way.
    pub channel: Option<Channel>,
    /// Issued on this day or later.
    pub from: Option<NaiveDate>,
    /// Issued on this day or earlier.
    pub until: Option<NaiveDate>,
    /// With these words in number or address.
    pub text: Option<String>,
    /// Only what could not be delivered inside.
    pub failed_only: bool,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispatchLine {
    /// The dispatch.
    pub dispatch: Dispatch,
    /// The address as it was printed.
    pub address: Address,
    /// Where e-mail would reach the addressee.
    pub email: Option<String>,
    /// How closely it is held.
    pub classification: Classification,
    /// The form of the communication.
    pub form: Form,
    /// Its subject.
    pub subject: String,
    /// The signed document.
    pub document: DocumentId,
    /// When it was issued.
    pub issued_at: Timestamp,
}

/// Where a page of the list ended.
type Key = (Timestamp, Uuid);

impl<C: ConnectionTrait> Dispatches<'_, C> {
    /// A page of the list, the latest issued first. Rule 6: nobody finds the case about himself.
    pub async fn list(
        &self,
        officer: &Officer,
        filter: &DispatchFilter,
        after: Option<Key>,
        limit: u64,
    ) -> Result<Page<DispatchLine>, Error> {
        let mut select = lines();
        narrow(&mut select, filter);
        select
            .and_where(not_own_case(officer))
            .order_by((TABLE, "issued_at"), Order::Desc)
            .order_by((TABLE, "id"), Order::Desc)
            .limit(limit + 1);
        if let Some((at, id)) = after {
            let key = Expr::tuple([Expr::col((TABLE, "issued_at")), Expr::col((TABLE, "id"))]);
            select.and_where(key.lt(Expr::tuple([Expr::value(at), Expr::value(id)])));
        }
        let rows = self.connection.query_all(&select).await?;
        let lines = rows.iter().map(line).collect::<Result<_, _>>()?;
        Ok(Page::cut(lines, limit, |line: &DispatchLine| {
            (line.issued_at, line.dispatch.id.0)
        }))
    }

    /// One line; what is about the officer himself is not there for him.
    pub async fn line(&self, id: DispatchId, officer: &Officer) -> Result<Option<DispatchLine>, Error> {
        let mut select = lines();
        select
            .and_where(Expr::col((TABLE, "id")).eq(id.0))
            .and_where(not_own_case(officer));
        let row = self.connection.query_one(&select).await?;
        row.map(|row| line(&row)).transpose()
    }

    /// The numbers of these receipts, one round trip.
    pub async fn diary_numbers(
        &self,
        receipts: impl IntoIterator<Item = ReceiptId>,
    ) -> Result<HashMap<ReceiptId, String>, Error> {
        let ids: Vec<Uuid> = receipts.into_iter().map(|receipt| receipt.0).collect();
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let select = Query::select()
            .columns(["id", "diary_number"])
            .from("receipts")
            .and_where(Expr::col("id").is_in(ids))
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| Ok((ReceiptId(row.try_get("", "id")?), row.try_get("", "diary_number")?)))
            .collect()
    }

    /// The lines of a communication, in their order.
    pub async fn of_communication(&self, communication: CommunicationId) -> Result<Vec<DispatchLine>, Error> {
        let mut select = lines();
        select
            .and_where(Expr::col((TABLE, "communication_id")).eq(communication.0))
            .order_by((TABLE, "ordinal"), Order::Asc);
        let rows = self.connection.query_all(&select).await?;
        rows.iter().map(line).collect()
    }
}

fn lines() -> SelectStatement {
    let mut select = select();
    select
        .columns([("issues", "form"), ("issues", "subject"), ("issues", "document_id")])
        .inner_join("issues", Expr::col(("issues", "id")).equals((TABLE, "issue_id")))
        .inner_join("files", Expr::col(("files", "id")).equals((TABLE, "file_id")));
    select
}

fn narrow(select: &mut SelectStatement, filter: &DispatchFilter) {
    let column = |name: &'static str| Expr::col((TABLE, name));
    let units = filter.units.as_ref();
    select
        .and_where_option(units.map(|units| column("unit_id").is_in(units.iter().map(|unit| unit.0))))
        .and_where_option(filter.state.map(|state| column("state").eq(state.as_str())))
        .and_where_option(filter.channel.map(|channel| column("channel").eq(channel.as_str())))
        .and_where_option(filter.from.map(|day| column("issued_on").gte(kept(day))))
        .and_where_option(filter.until.map(|day| column("issued_on").lte(kept(day))));
    if filter.failed_only {
        select.and_where(column("state").eq(DispatchState::Failed.as_str()));
    }
    let words = filter.text.iter().flat_map(|text| text.split_whitespace());
    for word in words.take(MOST_WORDS) {
        select.and_where(column("search_text").like(containing(word)));
    }
}

fn line(row: &QueryResult) -> Result<DispatchLine, Error> {
    let (address, classification, form): (String, String, String) = (
        row.try_get("", "address")?,
        row.try_get("", "classification")?,
        row.try_get("", "form")?,
    );
    Ok(DispatchLine {
        dispatch: read(row)?,
        address: from_json(TABLE, &address)?,
        email: row.try_get("", "email")?,
        classification: parse(TABLE, &classification)?,
        form: parse("issues", &form)?,
        subject: row.try_get("", "subject")?,
        document: DocumentId(row.try_get("", "document_id")?),
        issued_at: row.try_get("", "issued_at")?,
    })
}
