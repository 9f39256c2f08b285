//! Entries as an auditor reads them: with every column, to be compared with their bodies.

use super::append::COLUMNS;
use super::list::Ledger;
use super::sequence::signed;
use crate::database::Error;
use daftar_domain::office::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// A row of the ledger, whole.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AuditedRow {
    /// The entry's id.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// The capability.
    pub module: String,
    /// What happened.
    pub kind: String,
    /// To what sort of thing.
    pub subject_kind: String,
    /// To which.
    pub subject_id: Uuid,
    /// Who did it.
    pub person_id: Option<Uuid>,
    /// For which post.
    pub post_id: Option<Uuid>,
    /// Under which charge.
    pub charge_id: Option<Uuid>,
    /// What the row says is the digest of the body.
    pub digest: String,
    /// The body: the leaf.
    pub body: String,
    /// What the row says opens the commitment.
    pub opening: Option<String>,
    /// Its place; none while it waits for one.
    pub position: Option<i64>,
}

impl<C: ConnectionTrait> Ledger<'_, C> {
    /// Rows in the order of the tree, from a position on.
    pub async fn audited(&self, from: u64, limit: u64) -> Result<Vec<AuditedRow>, Error> {
        let select = select()
            .and_where(Expr::col("position").gte(signed(from)))
            .order_by("position", Order::Asc)
            .limit(limit)
            .to_owned();
        self.read_audited(&select).await
    }

    /// Rows that wait for their places, and those whose place is none: the tree begins at 0.
    pub async fn audited_waiting(&self) -> Result<Vec<AuditedRow>, Error> {
        let select = select()
            .and_where(Expr::col("position").is_null().or(Expr::col("position").lt(0)))
            .order_by("id", Order::Asc)
            .to_owned();
        self.read_audited(&select).await
    }

    async fn read_audited(&self, select: &SelectStatement) -> Result<Vec<AuditedRow>, Error> {
        let rows = self.connection.query_all(select).await?;
        rows.iter()
            .map(|row| Ok(AuditedRow::from_query_result(row, "")?))
            .collect()
    }
}

fn select() -> SelectStatement {
    Query::select()
        .columns(COLUMNS)
        .column("position")
        .from("ledger_entries")
        .to_owned()
}
