//! The history of a receipt.

use super::Receipts;
use crate::database::Error;
use daftar_domain::office::{PersonId, PostId, ReceiptId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Order, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

/// One step, to be written. Steps are only ever added.
#[derive(Debug, Clone)]
pub struct NewMovement<'a> {
    /// Its id.
    pub id: Uuid,
    /// The receipt.
    pub receipt: ReceiptId,
    /// What happened: `marked`, `copied`, `accepted`, `returned`, `filed`, `disposed`, `reopened`, `reminded`.
    pub kind: &'static str,
    /// The post that had it before.
    pub from: Option<PostId>,
    /// The post that has it after.
    pub to: Option<PostId>,
    /// Who did it.
    pub by: Option<PersonId>,
    /// What the receiver is asked to do.
    pub action: Option<&'static str>,
    /// The reason code.
    pub reason: Option<&'static str>,
    /// What was written beside it.
    pub remark: Option<&'a str>,
    /// When the receiver should be done.
    pub due_at: Option<Timestamp>,
    /// When it happened.
    pub at: Timestamp,
}

/// One step, as written.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct MovementRow {
    /// Its id.
    pub id: Uuid,
    /// Its place in the history, from 1.
    pub ordinal: i32,
    /// What happened.
    pub kind: String,
    /// The post that had it before.
    pub from_post_id: Option<Uuid>,
    /// The post that has it after.
    pub to_post_id: Option<Uuid>,
    /// Who did it.
    pub person_id: Option<Uuid>,
    /// His name in English.
    pub person_name_en: Option<String>,
    /// His name in Urdu.
    pub person_name_ur: Option<String>,
    /// What the receiver is asked to do.
    pub action: Option<String>,
    /// The reason code.
    pub reason: Option<String>,
    /// What was written beside it.
    pub remark: Option<String>,
    /// When the receiver should be done.
    pub due_at: Option<Timestamp>,
    /// When it happened.
    pub at: Timestamp,
}

impl Receipts<'_, DatabaseTransaction> {
    /// Adds a step to the history.
    pub async fn moved(&self, step: &NewMovement<'_>) -> Result<(), Error> {
        let select = Query::select()
            .expr(Func::max(Expr::col("ordinal")))
            .from("receipt_movements")
            .and_where(Expr::col("receipt_id").eq(step.receipt.0))
            .to_owned();
        let last: Option<i32> = match self.connection.query_one(&select).await? {
            Some(row) => row.try_get_by_index(0)?,
            None => None,
        };
        let insert = Query::insert()
            .into_table("receipt_movements")
            .columns([
                "id",
                "receipt_id",
                "ordinal",
                "kind",
                "from_post_id",
                "to_post_id",
                "person_id",
                "action",
                "reason",
                "remark",
                "due_at",
                "at",
            ])
            .values_panic([
                step.id.into(),
                step.receipt.0.into(),
                (last.unwrap_or(0) + 1).into(),
                step.kind.into(),
                step.from.map(Uuid::from).into(),
                step.to.map(Uuid::from).into(),
                step.by.map(Uuid::from).into(),
                step.action.into(),
                step.reason.into(),
                step.remark.into(),
                step.due_at.into(),
                step.at.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }
}

impl<C: ConnectionTrait> Receipts<'_, C> {
    /// The history of a receipt from its beginning. Whoever sees the receipt sees it.
    pub async fn movements(&self, receipt: ReceiptId, after: i32, limit: u64) -> Result<Vec<MovementRow>, Error> {
        let select = Query::select()
            .columns(
                [
                    "id",
                    "ordinal",
                    "kind",
                    "from_post_id",
                    "to_post_id",
                    "person_id",
                    "action",
                    "reason",
                    "remark",
                    "due_at",
                    "at",
                ]
                .map(|column| ("receipt_movements", column)),
            )
            .expr_as(Expr::col(("persons", "name_en")), "person_name_en")
            .expr_as(Expr::col(("persons", "name_ur")), "person_name_ur")
            .from("receipt_movements")
            .left_join(
                "persons",
                Expr::col(("persons", "id")).equals(("receipt_movements", "person_id")),
            )
            .and_where(Expr::col(("receipt_movements", "receipt_id")).eq(receipt.0))
            .and_where(Expr::col(("receipt_movements", "ordinal")).gt(after))
            .order_by(("receipt_movements", "ordinal"), Order::Asc)
            .limit(limit)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        Ok(rows
            .iter()
            .map(|row| MovementRow::from_query_result(row, ""))
            .collect::<Result<_, _>>()?)
    }
}
