//! Password hashes.

use super::Identity;
use crate::database::Error;
use daftar_domain::office::{PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

/// The password of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// The Argon2id hash, with its parameters.
    pub password_hash: String,
    /// Whether it must be changed before anything else.
    pub must_change: bool,
}

/// An account, as sign-in and password changes need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Whose it is.
    pub person: PersonId,
    /// The name that he signs in with.
    pub user_name: String,
    /// His name in English.
    pub name_en: String,
    /// His name in Urdu.
    pub name_ur: String,
    /// Whether he may sign in at all.
    pub active: bool,
    /// His password; `None` until he has chosen one.
    pub credential: Option<Credential>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    user_name: String,
    name_en: String,
    name_ur: String,
    deactivated_at: Option<Timestamp>,
    password_hash: Option<String>,
    must_change: Option<bool>,
}

impl From<Row> for Account {
    fn from(row: Row) -> Self {
        let credential = row.password_hash.map(|password_hash| Credential {
            password_hash,
            must_change: row.must_change.unwrap_or(false),
        });
        Self {
            person: PersonId(row.id),
            user_name: row.user_name,
            name_en: row.name_en,
            name_ur: row.name_ur,
            active: row.deactivated_at.is_none(),
            credential,
        }
    }
}

impl<C: ConnectionTrait> Identity<'_, C> {
    /// The account with a user name, as folded by the domain.
    pub async fn account_named(&self, user_name: &str) -> Result<Option<Account>, Error> {
        self.account_by(
            &select()
                .and_where(Expr::col(("persons", "user_name")).eq(user_name))
                .to_owned(),
        )
        .await
    }

    /// A person's account.
    pub async fn account(&self, person: PersonId) -> Result<Option<Account>, Error> {
        self.account_by(&select().and_where(Expr::col(("persons", "id")).eq(person.0)).to_owned())
            .await
    }

    async fn account_by(&self, select: &SelectStatement) -> Result<Option<Account>, Error> {
        let row = self.connection.query_one(select).await?;
        Ok(row
            .map(|row| Row::from_query_result(&row, ""))
            .transpose()?
            .map(Account::from))
    }
}

impl Identity<'_, DatabaseTransaction> {
    /// Sets a person's password.
    pub async fn put_credential(&self, person: PersonId, credential: &Credential, now: Timestamp) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("credentials")
            .columns(["person_id", "password_hash", "must_change", "changed_at"])
            .values_panic([
                person.0.into(),
                credential.password_hash.as_str().into(),
                credential.must_change.into(),
                now.into(),
            ])
            .on_conflict(
                OnConflict::column("person_id")
                    .update_columns(["password_hash", "must_change", "changed_at"])
                    .to_owned(),
            )
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }
}

fn select() -> SelectStatement {
    Query::select()
        .columns(["id", "user_name", "name_en", "name_ur", "deactivated_at"].map(|column| ("persons", column)))
        .column(("credentials", "password_hash"))
        .column(("credentials", "must_change"))
        .from("persons")
        .left_join(
            "credentials",
            Expr::col(("credentials", "person_id")).equals(("persons", "id")),
        )
        .to_owned()
}
