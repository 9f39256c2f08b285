//! Who was refused what, and who read what is confidential.

use crate::database::{Database, Error, Tx};
use daftar_domain::access::Officer;
use daftar_domain::office::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;
use uuid::Uuid;

impl Database {
    /// Writes one line, in a transaction of its own: the refused act was rolled back.
    pub async fn log_access(
        &self,
        id: Uuid,
        officer: &Officer,
        action: &str,
        subject: Option<Uuid>,
        outcome: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        let tx: Tx = self.begin().await?;
        let insert = Query::insert()
            .into_table("access_log")
            .columns(["id", "at", "person_id", "post_id", "action", "subject_id", "outcome"])
            .values_panic([
                id.into(),
                now.into(),
                officer.person.0.into(),
                officer.post.0.into(),
                action.into(),
                subject.into(),
                outcome.into(),
            ])
            .to_owned();
        tx.connection().execute(&insert).await?;
        tx.commit().await
    }
}
