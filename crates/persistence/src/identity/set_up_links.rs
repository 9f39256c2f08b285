//! Set-up links, by the hashes of their tokens.

use super::Identity;
use crate::database::Error;
use daftar_domain::identity::SetUpLink;
use daftar_domain::office::{PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

/// A link that somebody opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PresentedLink {
    /// What the domain decides upon.
    pub link: SetUpLink,
    /// Whose account it opens.
    pub person: PersonId,
}

#[derive(FromQueryResult)]
struct Row {
    person_id: Uuid,
    expires_at: Timestamp,
    used_at: Option<Timestamp>,
    deactivated_at: Option<Timestamp>,
}

impl<C: ConnectionTrait> Identity<'_, C> {
    /// The link with a token of this hash.
    pub async fn set_up_link(&self, hash: &str) -> Result<Option<PresentedLink>, Error> {
        let select = Query::select()
            .columns(["person_id", "expires_at", "used_at"].map(|column| ("set_up_links", column)))
            .column(("persons", "deactivated_at"))
            .from("set_up_links")
            .inner_join(
                "persons",
                Expr::col(("persons", "id")).equals(("set_up_links", "person_id")),
            )
            .and_where(Expr::col(("set_up_links", "token_hash")).eq(hash))
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let row = Row::from_query_result(&row, "")?;
        let link = SetUpLink {
            expires_at: row.expires_at,
            used_at: row.used_at,
            person_active: row.deactivated_at.is_none(),
        };
        Ok(Some(PresentedLink {
            link,
            person: PersonId(row.person_id),
        }))
    }
}

impl Identity<'_, DatabaseTransaction> {
    /// Writes a link; earlier ones of the same person stop working.
    pub async fn insert_set_up_link(
        &self,
        hash: &str,
        person: PersonId,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), Error> {
        let update = Query::update()
            .table("set_up_links")
            .value("used_at", now)
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where(Expr::col("used_at").is_null())
            .to_owned();
        self.connection.execute(&update).await?;
        let insert = Query::insert()
            .into_table("set_up_links")
            .columns(["token_hash", "person_id", "issued_at", "expires_at"])
            .values_panic([hash.into(), person.0.into(), now.into(), expires_at.into()])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Uses a link up; answers whether nobody had done so before.
    pub async fn use_set_up_link(&self, hash: &str, now: Timestamp) -> Result<bool, Error> {
        let update = Query::update()
            .table("set_up_links")
            .value("used_at", now)
            .and_where(Expr::col("token_hash").eq(hash))
            .and_where(Expr::col("used_at").is_null())
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }
}
