//! Questions that found nothing, for throttling. A question counts as one until it has found something; then it is
//! forgotten: nobody keeps who asked after what.

use super::Enquiry;
use crate::database::{Database, Error};
use daftar_domain::enquiry::ENQUIRIES;
use daftar_domain::identity::Failures;
use daftar_domain::office::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use uuid::Uuid;

const TABLE: &str = "enquiry_attempts";

impl Enquiry<'_, DatabaseTransaction> {
    /// What an address asked lately and did not find.
    pub async fn failures(&self, address: &str, now: Timestamp) -> Result<Failures, Error> {
        let select = Query::select()
            .expr(Expr::col("id").count())
            .expr(Expr::col("at").max())
            .from(TABLE)
            .and_where(Expr::col("address").eq(address))
            .and_where(Expr::col("at").gt(now - ENQUIRIES.window))
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(Failures::default());
        };
        let count: i64 = row.try_get_by_index(0)?;
        Ok(Failures {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            last: row.try_get_by_index(1)?,
        })
    }

    /// Counts a question, as one that found nothing.
    pub async fn count(&self, id: Uuid, address: &str, at: Timestamp) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table(TABLE)
            .columns(["id", "at", "address"])
            .values_panic([id.into(), at.into(), address.into()])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }
}

impl Database {
    /// Forgets a question that found something.
    pub async fn forget_enquiry(&self, id: Uuid) -> Result<(), Error> {
        let tx = self.begin().await?;
        let delete = Query::delete()
            .from_table(TABLE)
            .and_where(Expr::col("id").eq(id))
            .to_owned();
        tx.connection().execute(&delete).await?;
        tx.commit().await
    }

    /// Forgets questions before a moment; housekeeping.
    pub async fn forget_enquiries(&self, before: Timestamp) -> Result<u64, Error> {
        let tx = self.begin().await?;
        let delete = Query::delete()
            .from_table(TABLE)
            .and_where(Expr::col("at").lt(before))
            .to_owned();
        let gone = tx.connection().execute(&delete).await?.rows_affected();
        tx.commit().await?;
        Ok(gone)
    }
}
