//! Attempts to sign in, for throttling. An attempt counts as failed until it has succeeded.

use super::Identity;
use crate::database::{Database, Error};
use daftar_domain::identity::{Failures, ThrottleRule};
use daftar_domain::office::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use uuid::Uuid;

/// An attempt that begins.
#[derive(Debug, Clone)]
pub struct NewAttempt<'a> {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// What is counted: the hash of the user name that was typed, because people type passwords there too, or a second
    /// factor.
    pub account_hash: &'a str,
    /// From where.
    pub address: &'a str,
}

impl Identity<'_, DatabaseTransaction> {
    /// What failed lately: for an account since it last succeeded, and for an address.
    pub async fn failures(
        &self,
        account_hash: &str,
        address: &str,
        now: Timestamp,
    ) -> Result<(Failures, Failures), Error> {
        let mut of_account = failed("account_hash", account_hash, now - ThrottleRule::ACCOUNT.window);
        if let Some(success) = self.last_success(account_hash).await? {
            of_account.and_where(Expr::col("at").gt(success));
        }
        let of_address = failed("address", address, now - ThrottleRule::ADDRESS.window);
        Ok((self.counted(&of_account).await?, self.counted(&of_address).await?))
    }

    /// Writes an attempt, as failed.
    pub async fn insert_attempt(&self, attempt: &NewAttempt<'_>) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("sign_in_attempts")
            .columns(["id", "at", "account_hash", "address", "succeeded"])
            .values_panic([
                attempt.id.into(),
                attempt.at.into(),
                attempt.account_hash.into(),
                attempt.address.into(),
                false.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Marks an attempt as succeeded.
    pub async fn attempt_succeeded(&self, id: Uuid) -> Result<(), Error> {
        let update = Query::update()
            .table("sign_in_attempts")
            .value("succeeded", true)
            .and_where(Expr::col("id").eq(id))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    async fn last_success(&self, account_hash: &str) -> Result<Option<Timestamp>, Error> {
        let select = Query::select()
            .expr(Expr::col("at").max())
            .from("sign_in_attempts")
            .and_where(Expr::col("account_hash").eq(account_hash))
            .and_where(Expr::col("succeeded").eq(true))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.flatten())
    }

    async fn counted(&self, select: &SelectStatement) -> Result<Failures, Error> {
        let Some(row) = self.connection.query_one(select).await? else {
            return Ok(Failures::default());
        };
        let count: i64 = row.try_get_by_index(0)?;
        Ok(Failures {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            last: row.try_get_by_index(1)?,
        })
    }
}

impl Database {
    /// Forgets attempts before a moment; housekeeping.
    pub async fn forget_attempts(&self, before: Timestamp) -> Result<u64, Error> {
        let tx = self.begin().await?;
        let delete = Query::delete()
            .from_table("sign_in_attempts")
            .and_where(Expr::col("at").lt(before))
            .to_owned();
        let gone = tx.connection().execute(&delete).await?.rows_affected();
        tx.commit().await?;
        Ok(gone)
    }
}

fn failed(column: &'static str, value: &str, since: Timestamp) -> SelectStatement {
    Query::select()
        .expr(Expr::col("id").count())
        .expr(Expr::col("at").max())
        .from("sign_in_attempts")
        .and_where(Expr::col(column).eq(value))
        .and_where(Expr::col("succeeded").eq(false))
        .and_where(Expr::col("at").gt(since))
        .to_owned()
}
