//! Checkpoints, and the lines of the witnesses under them.

use super::list::Ledger;
use super::sequence::signed;
use crate::database::{Error, Page};
use daftar_domain::office::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use std::collections::BTreeMap;

/// A checkpoint that was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckpointRow {
    /// How many entries its tree has.
    pub size: u64,
    /// The root, hex.
    pub root: String,
    /// When it was signed.
    pub at: Timestamp,
    /// The signed note.
    pub note: String,
}

/// A witness's line under a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosignature {
    /// The name of the witness.
    pub witness: String,
    /// The line.
    pub line: String,
    /// When it came.
    pub at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    size: i64,
    root: String,
    at: Timestamp,
    note: String,
}

impl From<Row> for CheckpointRow {
    fn from(row: Row) -> Self {
        Self {
            size: unsigned(row.size),
            root: row.root,
            at: row.at,
            note: row.note,
        }
    }
}

#[derive(FromQueryResult)]
struct CosignatureRow {
    size: i64,
    witness: String,
    line: String,
    at: Timestamp,
}

impl<C: ConnectionTrait> Ledger<'_, C> {
    /// The checkpoint of the whole tree; none before the first entry has a place.
    pub async fn latest_checkpoint(&self) -> Result<Option<CheckpointRow>, Error> {
        let select = select().order_by("size", Order::Desc).limit(1).to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row
            .map(|row| Row::from_query_result(&row, ""))
            .transpose()?
            .map(Into::into))
    }

    /// A page of the history, newest first; `before` is the size that the page before ended at.
    pub async fn checkpoints(&self, before: Option<u64>, limit: u64) -> Result<Page<CheckpointRow>, Error> {
        let select = select()
            .and_where_option(before.map(|size| Expr::col("size").lt(signed(size))))
            .order_by("size", Order::Desc)
            .limit(limit + 1)
            .to_owned();
        Ok(Page::cut(self.read_checkpoints(&select).await?, limit, |row| row.size))
    }

    /// Checkpoints in the order of their sizes, after a size.
    pub async fn checkpoints_after(&self, size: u64, limit: u64) -> Result<Vec<CheckpointRow>, Error> {
        let select = select()
            .and_where(Expr::col("size").gt(signed(size)))
            .order_by("size", Order::Asc)
            .limit(limit)
            .to_owned();
        self.read_checkpoints(&select).await
    }

    async fn read_checkpoints(&self, select: &SelectStatement) -> Result<Vec<CheckpointRow>, Error> {
        let rows = self.connection.query_all(select).await?;
        rows.iter()
            .map(|row| Ok(Row::from_query_result(row, "")?.into()))
            .collect()
    }

    /// The lines of witnesses under checkpoints of these sizes.
    pub async fn cosignatures(&self, sizes: &[u64]) -> Result<BTreeMap<u64, Vec<Cosignature>>, Error> {
        let mut found: BTreeMap<u64, Vec<Cosignature>> = BTreeMap::new();
        let select = Query::select()
            .columns(["size", "witness", "line", "at"])
            .from("ledger_cosignatures")
            .and_where(Expr::col("size").is_in(sizes.iter().map(|size| signed(*size))))
            .order_by("witness", Order::Asc)
            .to_owned();
        for row in self.connection.query_all(&select).await? {
            let row = CosignatureRow::from_query_result(&row, "")?;
            found.entry(unsigned(row.size)).or_default().push(Cosignature {
                witness: row.witness,
                line: row.line,
                at: row.at,
            });
        }
        Ok(found)
    }
}

impl Ledger<'_, DatabaseTransaction> {
    /// Adds the checkpoint of the tree as it is now, in the place of an earlier one unless that one is to be kept: a
    /// history with one for each act would be as long as the ledger.
    pub async fn add_checkpoint(&self, row: &CheckpointRow, kept: bool, replaces: Option<u64>) -> Result<(), Error> {
        let cosigned = Query::select()
            .column("size")
            .from("ledger_cosignatures")
            .and_where(Expr::col(("ledger_cosignatures", "size")).equals(("ledger_checkpoints", "size")))
            .to_owned();
        let delete = Query::delete()
            .from_table("ledger_checkpoints")
            .and_where(Expr::col("size").eq(signed(replaces.unwrap_or(0))))
            .and_where(Expr::col("kept").eq(false))
            .and_where(Expr::not_exists(cosigned))
            .to_owned();
        self.connection.execute(&delete).await?;
        let insert = Query::insert()
            .into_table("ledger_checkpoints")
            .columns(["size", "root", "at", "note", "kept"])
            .values_panic([
                signed(row.size).into(),
                row.root.as_str().into(),
                row.at.into(),
                row.note.as_str().into(),
                kept.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }
}

fn select() -> SelectStatement {
    Query::select()
        .columns(["size", "root", "at", "note"])
        .from("ledger_checkpoints")
        .to_owned()
}

/// Sizes as columns hold them.
pub(super) fn unsigned(number: i64) -> u64 {
    number.try_into().unwrap_or_default()
}
