//! Writing dispatches down, and changing them.

use super::Dispatches;
use super::rows::{TABLE, changing, read, select};
use crate::database::{Error, to_json};
use daftar_domain::dispatch::{Dispatch, DispatchRole, DispatchState, MOST_REMINDERS, NewDispatch};
use daftar_domain::drafting::{Addressee, Issue};
use daftar_domain::office::{Classification, DispatchId, IssueId, ReceiptId, Timestamp, UnitId, Version};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockType, Order, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use uuid::Uuid;

/// All dispatches of an issue, to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewDispatches<'i> {
    /// The issue.
    pub issue: &'i Issue,
    /// The unit that issued it.
    pub unit: UnitId,
    /// How closely it is held.
    pub classification: Classification,
    /// By when those to whom it is written are asked for an answer.
    pub reply_due_on: Option<chrono::NaiveDate>,
    /// Each of them, in order.
    pub new: &'i [NewDispatch],
}

impl Dispatches<'_, DatabaseTransaction> {
    /// Keeps to whom an issue goes.
    pub async fn add(&self, all: &NewDispatches<'_>) -> Result<(), Error> {
        // One by one: a letter has a handful of addressees, and a statement has room for so many values only.
        for (dispatch, ordinal) in all.new.iter().zip(1_i32..) {
            self.add_one(all, dispatch, ordinal).await?;
        }
        Ok(())
    }

    async fn add_one(&self, all: &NewDispatches<'_>, new: &NewDispatch, ordinal: i32) -> Result<(), Error> {
        let (issue, number) = (all.issue, all.issue.printed.number.to_string());
        let (post, unit, email) = match &new.to {
            Addressee::Post { post } => (Some(post.0), None, None),
            Addressee::Unit { unit } => (None, Some(unit.0), None),
            Addressee::Outside(outside) => (None, None, outside.email.as_deref()),
        };
        let lines = new.address.en.iter().chain(&new.address.ur).map(String::as_str);
        let searched: Vec<&str> = std::iter::once(number.as_str()).chain(lines).collect();
        let mail = new.mail.as_ref();
        let due = all.reply_due_on.filter(|_| new.role == DispatchRole::To);
        let insert = Query::insert()
            .into_table(TABLE)
            .columns([
                "id",
                "issue_id",
                "communication_id",
                "file_id",
                "unit_id",
                "number",
                "issued_on",
                "issued_at",
                "classification",
                "ordinal",
                "role",
                "addressee_post_id",
                "addressee_unit_id",
                "address",
                "email",
                "search_text",
                "channel",
                "reply_due_on",
                "state",
                "reminders",
                "mail_id",
                "mail_state",
                "mail_attempts",
                "mail_next_at",
                "mail_until",
                "version",
            ])
            .values_panic([
                new.id.0.into(),
                issue.id.0.into(),
                issue.communication.0.into(),
                issue.file.0.into(),
                all.unit.0.into(),
                number.as_str().into(),
                issue.printed.date.into(),
                issue.at.into(),
                all.classification.as_str().into(),
                ordinal.into(),
                new.role.as_str().into(),
                post.into(),
                unit.into(),
                to_json(TABLE, &new.address)?.into(),
                email.into(),
                searched.join("\n").to_lowercase().into(),
                new.channel.as_str().into(),
                due.into(),
                DispatchState::Waiting.as_str().into(),
                0_i32.into(),
                mail.map(|mail| mail.message_id.as_str()).into(),
                mail.map(|mail| mail.state.as_str()).into(),
                mail.map(|mail| mail.attempts).into(),
                mail.and_then(|mail| mail.next_at).into(),
                mail.map(|mail| mail.until).into(),
                Version::FIRST.0.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Reads a dispatch for a change: its row is locked until the transaction ends.
    pub async fn get(&self, id: DispatchId) -> Result<Option<Dispatch>, Error> {
        self.locked(Expr::col((TABLE, "id")).eq(id.0)).await
    }

    /// The dispatch of which a receipt was made, for a change.
    pub async fn of_receipt(&self, receipt: ReceiptId) -> Result<Option<Dispatch>, Error> {
        self.locked(Expr::col((TABLE, "receipt_id")).eq(receipt.0)).await
    }

    async fn locked(&self, which: Expr) -> Result<Option<Dispatch>, Error> {
        let mut select = select();
        select.and_where(which);
        if self.connection.get_database_backend() == sea_orm::DbBackend::Postgres {
            select.lock(LockType::Update);
        }
        let row = self.connection.query_one(&select).await?;
        row.map(|row| read(&row)).transpose()
    }

    /// Writes a changed dispatch, if nobody changed it since it was at the version before.
    pub async fn save(&self, dispatch: &Dispatch) -> Result<(), Error> {
        let update = Query::update()
            .table(TABLE)
            .values(changing(dispatch))
            .and_where(Expr::col("id").eq(dispatch.id.0))
            .and_where(Expr::col("version").eq(dispatch.version.0 - 1))
            .to_owned();
        if self.connection.execute(&update).await?.rows_affected() == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }
}

impl<C: ConnectionTrait> Dispatches<'_, C> {
    /// What of an issue waits to be delivered inside, in order.
    pub async fn waiting_inside(&self, issue: IssueId) -> Result<Vec<DispatchId>, Error> {
        let select = Query::select()
            .column("id")
            .from(TABLE)
            .and_where(Expr::col("issue_id").eq(issue.0))
            .and_where(Expr::col("channel").eq("inside"))
            .and_where(Expr::col("state").eq(DispatchState::Waiting.as_str()))
            .order_by("ordinal", Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| Ok(DispatchId(row.try_get_by_index::<Uuid>(0)?)))
            .collect()
    }

    /// What may be due for a reminder: delivered inside, an answer overdue since before `today`, and not reminded of since
    /// `rested`; with the receipts that were made of it.
    pub async fn unanswered(
        &self,
        today: chrono::NaiveDate,
        rested: Timestamp,
        limit: u64,
    ) -> Result<Vec<(DispatchId, ReceiptId)>, Error> {
        let rested = Expr::col("reminded_at")
            .is_null()
            .or(Expr::col("reminded_at").lte(rested));
        let select = Query::select()
            .columns(["id", "receipt_id"])
            .from(TABLE)
            .and_where(Expr::col("state").is_in(["delivered", "acknowledged"]))
            .and_where(Expr::col("reply_due_on").lt(today))
            .and_where(Expr::col("receipt_id").is_not_null())
            .and_where(Expr::col("answered_at").is_null())
            .and_where(Expr::col("reminders").lt(MOST_REMINDERS))
            .and_where(rested)
            .order_by("id", Order::Asc)
            .limit(limit)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| {
                Ok((
                    DispatchId(row.try_get_by_index(0)?),
                    ReceiptId(row.try_get_by_index(1)?),
                ))
            })
            .collect()
    }
}
