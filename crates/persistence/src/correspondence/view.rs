//! One receipt, for showing it.

use super::Receipts;
use super::rows::{Row, TABLE, select};
use super::visibility::visible_receipts;
use crate::database::Error;
use crate::organisation::UnitRef;
use daftar_domain::access::Officer;
use daftar_domain::correspondence::Receipt;
use daftar_domain::office::{FileId, ReceiptId, Timestamp, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Order, Query};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// A receipt that the officer may see.
#[derive(Debug, Clone)]
pub struct Found {
    /// The receipt.
    pub receipt: Receipt,
    /// The number of the file that it is on.
    pub file_number: Option<String>,
}

/// A file as a receipt mentions it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct FileRef {
    /// Its id.
    pub id: Uuid,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
}

/// A copy, and whether it was read.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct CopyRow {
    /// The post that got it.
    pub post_id: Uuid,
    /// What it is asked to do.
    pub action: String,
    /// When it was first looked at on that desk, or else put away there.
    pub read_at: Option<Timestamp>,
    /// When the post was done with it.
    pub seen_at: Option<Timestamp>,
}

impl<C: ConnectionTrait> Receipts<'_, C> {
    /// A receipt, if the officer may see it.
    pub async fn find(&self, id: ReceiptId, officer: &Officer) -> Result<Option<Found>, Error> {
        let mut select = select();
        select
            .and_where(Expr::col((TABLE, "id")).eq(id.0))
            .and_where(visible_receipts(officer));
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let mut row = Row::from_query_result(&row, "")?;
        let file_number = row.file_number.take();
        let receipt = row.into_receipt(self.document_ids(id).await?)?;
        Ok(Some(Found { receipt, file_number }))
    }

    /// The copies of a receipt, in the order in which they were sent.
    pub async fn copies(&self, receipt: ReceiptId) -> Result<Vec<CopyRow>, Error> {
        let on_desk = Expr::col(("desk_items", "post_id"))
            .equals(("receipt_copies", "post_id"))
            .and(Expr::col(("desk_items", "subject_id")).equals(("receipt_copies", "receipt_id")))
            .and(Expr::col(("desk_items", "kind")).eq("copy"));
        let select = Query::select()
            .columns([("receipt_copies", "post_id"), ("receipt_copies", "action")])
            .column(("receipt_copies", "seen_at"))
            .expr_as(
                Func::coalesce([
                    Expr::col(("desk_items", "read_at")),
                    Expr::col(("receipt_copies", "seen_at")),
                ]),
                "read_at",
            )
            .from("receipt_copies")
            .left_join("desk_items", on_desk)
            .and_where(Expr::col(("receipt_copies", "receipt_id")).eq(receipt.0))
            .order_by(("receipt_copies", "copied_at"), Order::Asc)
            .order_by(("receipt_copies", "post_id"), Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        Ok(rows
            .iter()
            .map(|row| CopyRow::from_query_result(row, ""))
            .collect::<Result<_, _>>()?)
    }

    /// The unit in whose diary a receipt is.
    pub async fn registry_ref(&self, unit: UnitId) -> Result<UnitRef, Error> {
        let select = Query::select()
            .columns(["code", "kind", "name_en", "name_ur"])
            .from("units")
            .and_where(Expr::col("id").eq(unit.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let row = row.ok_or_else(|| Error::Inconsistent {
            table: TABLE,
            problem: format!("no unit {unit}"),
        })?;
        Ok(UnitRef {
            id: unit,
            code: row.try_get("", "code")?,
            kind: row.try_get("", "kind")?,
            name_en: row.try_get("", "name_en")?,
            name_ur: row.try_get("", "name_ur")?,
        })
    }

    /// The file that a receipt is on, as its page mentions it.
    pub async fn file_ref(&self, file: FileId) -> Result<Option<FileRef>, Error> {
        let select = Query::select()
            .columns(["id", "number", "subject"])
            .from("files")
            .and_where(Expr::col("id").eq(file.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| FileRef::from_query_result(&row, "")).transpose()?)
    }
}
