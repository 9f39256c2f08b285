//! Replies kept for 24 hours, so that a repeated request does nothing twice.

use crate::database::{Database, Error, Tx};
use daftar_domain::office::{PersonId, Timestamp};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};

/// What a key stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reserved {
    /// It is new, and now reserved within this transaction.
    Fresh,
    /// It was used for a request with this fingerprint, which was answered so (JSON).
    Used {
        /// The fingerprint of the first request.
        fingerprint: String,
        /// The reply; `None` cannot be seen outside the transaction that reserved the key.
        reply: Option<String>,
    },
}

impl Tx {
    /// Reserves a key, or says what it was used for. A second transaction with the same key waits here until the
    /// first has ended; so a repetition in flight gets the first one's reply.
    pub async fn reserve_key(
        &self,
        person: PersonId,
        key: &str,
        print: &str,
        now: Timestamp,
    ) -> Result<Reserved, Error> {
        let insert = Query::insert()
            .into_table("idempotency_keys")
            .columns(["person_id", "key", "fingerprint", "created_at"])
            .values_panic([person.0.into(), key.into(), print.into(), now.into()])
            .on_conflict(OnConflict::columns(["person_id", "key"]).do_nothing().to_owned())
            .to_owned();
        if self.connection().execute(&insert).await?.rows_affected() == 1 {
            return Ok(Reserved::Fresh);
        }
        let select = Query::select()
            .columns(["fingerprint", "reply"])
            .from("idempotency_keys")
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where(Expr::col("key").eq(key))
            .to_owned();
        match self.connection().query_one(&select).await? {
            Some(row) => Ok(Reserved::Used {
                fingerprint: row.try_get("", "fingerprint")?,
                reply: row.try_get("", "reply")?,
            }),
            None => Err(Error::Stale),
        }
    }

    /// Keeps the reply to a reserved key.
    pub async fn keep_reply(&self, person: PersonId, key: &str, reply: &str) -> Result<(), Error> {
        let update = Query::update()
            .table("idempotency_keys")
            .value("reply", reply)
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where(Expr::col("key").eq(key))
            .to_owned();
        self.connection().execute(&update).await?;
        Ok(())
    }
}

impl Database {
    /// Forgets keys older than `before`; housekeeping.
    pub async fn forget_keys(&self, before: Timestamp) -> Result<u64, Error> {
        let tx = self.begin().await?;
        let delete = Query::delete()
            .from_table("idempotency_keys")
            .and_where(Expr::col("created_at").lt(before))
            .to_owned();
        let gone = tx.connection().execute(&delete).await?.rows_affected();
        tx.commit().await?;
        Ok(gone)
    }
}
