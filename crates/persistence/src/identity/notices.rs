//! Up to where a person has read what the ledger tells him about his account.

use super::Identity;
use crate::database::Error;
use daftar_domain::office::{EntryId, PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use uuid::Uuid;

impl<C: ConnectionTrait> Identity<'_, C> {
    /// The last entry that a person has acknowledged.
    pub async fn notices_read_up_to(&self, person: PersonId) -> Result<Option<EntryId>, Error> {
        let select = Query::select()
            .column("up_to")
            .from("notice_readings")
            .and_where(Expr::col("person_id").eq(person.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let up_to: Option<Uuid> = row.map(|row| row.try_get_by_index(0)).transpose()?;
        Ok(up_to.map(EntryId))
    }
}

impl Identity<'_, DatabaseTransaction> {
    /// Notes that a person has read up to an entry; never back to an earlier one.
    pub async fn acknowledge_notices(&self, person: PersonId, up_to: EntryId, now: Timestamp) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("notice_readings")
            .columns(["person_id", "up_to", "at"])
            .values_panic([person.0.into(), up_to.0.into(), now.into()])
            .on_conflict(
                OnConflict::column("person_id")
                    .update_columns(["up_to", "at"])
                    .action_and_where(Expr::col(("notice_readings", "up_to")).lt(up_to.0))
                    .to_owned(),
            )
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }
}
