//! The texts of a communication, from the first to the latest.

use super::Drafting;
use super::rows::{TEXTS, TextRow, author};
use crate::database::Error;
use daftar_domain::drafting::{Verdict, Wording};
use daftar_domain::filing::Author;
use daftar_domain::office::{CommunicationId, PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, UnionType};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// A text, without what it says.
#[derive(Debug, Clone)]
pub struct TextLine {
    /// Its number.
    pub number: i32,
    /// Who wrote it.
    pub author: Author,
    /// When it was last written in.
    pub written_at: Timestamp,
    /// Whether it stays as it is.
    pub sealed: bool,
}

#[derive(FromQueryResult)]
struct LineRow {
    number: i32,
    author_person_id: Uuid,
    author_post_id: Uuid,
    author_charge_id: Uuid,
    written_at: Timestamp,
    sealed: bool,
}

impl<C: ConnectionTrait> Drafting<'_, C> {
    /// The texts of a communication, the latest first, without what they say.
    pub async fn texts(&self, of: CommunicationId) -> Result<Vec<TextLine>, Error> {
        let select = Query::select()
            .columns([
                "number",
                "author_person_id",
                "author_post_id",
                "author_charge_id",
                "written_at",
                "sealed",
            ])
            .from(TEXTS)
            .and_where(Expr::col("communication_id").eq(of.0))
            .order_by("number", Order::Desc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let lines = rows.iter().map(|row| {
            let row = LineRow::from_query_result(row, "")?;
            Ok(TextLine {
                number: row.number,
                author: author(row.author_person_id, row.author_post_id, row.author_charge_id),
                written_at: row.written_at,
                sealed: row.sealed,
            })
        });
        lines.collect()
    }

    /// One text.
    pub async fn text(&self, of: CommunicationId, number: i32) -> Result<Option<Wording>, Error> {
        let select = Query::select()
            .column(sea_orm::sea_query::Asterisk)
            .from(TEXTS)
            .and_where(Expr::col("communication_id").eq(of.0))
            .and_where(Expr::col("number").eq(number))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| TextRow::from_query_result(&row, "")?.read()).transpose()
    }

    /// All texts of all communications with what they say, by communication and number.
    pub async fn all_texts(
        &self,
        after: Option<(CommunicationId, i32)>,
        limit: u64,
    ) -> Result<Vec<(CommunicationId, Wording)>, Error> {
        let beyond = after.map(|(of, number)| {
            let same = Expr::col("communication_id").eq(of.0);
            let later = same.and(Expr::col("number").gt(number));
            Expr::col("communication_id").gt(of.0).or(later)
        });
        let select = Query::select()
            .column(sea_orm::sea_query::Asterisk)
            .from(TEXTS)
            .and_where_option(beyond)
            .order_by("communication_id", Order::Asc)
            .order_by("number", Order::Asc)
            .limit(limit)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let text = |row: &sea_orm::QueryResult| {
            let of: Uuid = row.try_get("", "communication_id")?;
            Ok((CommunicationId(of), TextRow::from_query_result(row, "")?.read()?))
        };
        rows.iter().map(text).collect()
    }

    /// The persons who wrote a text of it, or vetted one and passed it.
    pub async fn hands(&self, of: CommunicationId) -> Result<Vec<PersonId>, Error> {
        let mut select = Query::select()
            .column("author_person_id")
            .from(TEXTS)
            .and_where(Expr::col("communication_id").eq(of.0))
            .to_owned();
        let vetted = Query::select()
            .column("author_person_id")
            .from("communication_remarks")
            .and_where(Expr::col("communication_id").eq(of.0))
            .and_where(Expr::col("verdict").eq(Verdict::Passed.as_str()))
            .to_owned();
        select.union(UnionType::Distinct, vetted);
        let rows = self.connection.query_all(&select).await?;
        let person = |row: &sea_orm::QueryResult| Ok(PersonId(row.try_get_by_index(0)?));
        rows.iter().map(person).collect()
    }
}
