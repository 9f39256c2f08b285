//! What answers what.

use super::Dispatches;
use crate::correspondence::visible_receipts;
use crate::database::Error;
use crate::filing::visible_files;
use chrono::NaiveDate;
use daftar_domain::access::Officer;
use daftar_domain::office::{CommunicationId, IssueId, ReceiptId};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SubQueryStatement};
use uuid::Uuid;

/// The most answers to one issue that are shown.
const MOST_REPLIES: u64 = 200;

/// An answer to an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyLine {
    /// The receipt, where the reader may see it.
    pub receipt: Option<ReceiptId>,
    /// Its number.
    pub diary_number: String,
    /// The day that it arrived.
    pub received_on: NaiveDate,
}

/// What a receipt answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyTo {
    /// The number, as the paper says it.
    pub number: String,
    /// The communication, where it is one of this office and the reader may see it.
    pub communication: Option<CommunicationId>,
}

impl<C: ConnectionTrait> Dispatches<'_, C> {
    /// The answers to an issue, the first first.
    pub async fn replies(&self, issue: IssueId, officer: &Officer) -> Result<Vec<ReplyLine>, Error> {
        let select = Query::select()
            .columns([
                ("receipts", "id"),
                ("receipts", "diary_number"),
                ("receipts", "received_on"),
            ])
            .expr_as(visible_receipts(officer), "visible")
            .from("receipts")
            .and_where(Expr::col(("receipts", "in_reply_to_issue_id")).eq(issue.0))
            .order_by(("receipts", "id"), Order::Asc)
            .limit(MOST_REPLIES)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| {
                let visible: bool = row.try_get("", "visible")?;
                let id: Uuid = row.try_get("", "id")?;
                Ok(ReplyLine {
                    receipt: visible.then_some(ReceiptId(id)),
                    diary_number: row.try_get("", "diary_number")?,
                    received_on: row.try_get("", "received_on")?,
                })
            })
            .collect()
    }

    /// What a receipt answers; whoever may see the receipt may see the number.
    pub async fn reply_to(&self, receipt: ReceiptId, officer: &Officer) -> Result<Option<ReplyTo>, Error> {
        let seen = Query::select()
            .column(("issues", "communication_id"))
            .from("issues")
            .inner_join("files", Expr::col(("files", "id")).equals(("issues", "file_id")))
            .and_where(Expr::col(("issues", "id")).equals(("receipts", "in_reply_to_issue_id")))
            .and_where(visible_files(officer))
            .to_owned();
        let select = Query::select()
            .column(("receipts", "in_reply_to_number"))
            .expr_as(Expr::from(SubQueryStatement::from(seen)), "communication")
            .from("receipts")
            .and_where(Expr::col(("receipts", "id")).eq(receipt.0))
            .and_where(Expr::col(("receipts", "in_reply_to_number")).is_not_null())
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| {
            let communication: Option<Uuid> = row.try_get("", "communication")?;
            Ok(ReplyTo {
                number: row.try_get("", "in_reply_to_number")?,
                communication: communication.map(CommunicationId),
            })
        })
        .transpose()
    }
}
