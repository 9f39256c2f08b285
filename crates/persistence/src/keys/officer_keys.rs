//! Officers' signing keys.

use super::{Keys, OFFICER_KEYS};
use crate::database::Error;
use daftar_domain::keys::OfficerKey;
use daftar_domain::office::{PersonId, SigningKeyId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockType, OnConflict, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, FromQueryResult};
use uuid::Uuid;

/// A key with its sealed secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptKey {
    /// The key.
    pub key: OfficerKey,
    /// Its secret half, sealed for [`KeptKey::aad`]; gone when the key signs no more.
    pub sealed_secret: Option<String>,
}

impl KeptKey {
    /// What the secret of a key is sealed for: this key of this person.
    pub fn aad(key: &OfficerKey) -> String {
        OFFICER_KEYS.aad(&[key.person.0, key.id.0])
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    public_key: String,
    sealed_secret: Option<String>,
    created_at: Timestamp,
    retired_at: Option<Timestamp>,
}

impl From<Row> for KeptKey {
    fn from(row: Row) -> Self {
        Self {
            key: OfficerKey {
                id: SigningKeyId(row.id),
                person: PersonId(row.person_id),
                public_key: row.public_key,
                created_at: row.created_at,
                retired_at: row.retired_at,
            },
            sealed_secret: row.sealed_secret,
        }
    }
}

impl<C: ConnectionTrait> Keys<'_, C> {
    /// A key, also one that signs no more.
    pub async fn officer_key(&self, id: SigningKeyId) -> Result<Option<KeptKey>, Error> {
        self.one(&select().and_where(Expr::col("id").eq(id.0)).to_owned()).await
    }

    /// The key that a person signs with now.
    pub async fn current_officer_key(&self, person: PersonId) -> Result<Option<KeptKey>, Error> {
        let select = select()
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where(Expr::col("retired_at").is_null())
            .to_owned();
        self.one(&select).await
    }

    /// All keys in the order of their ids, after one of them; for whoever audits the office.
    pub async fn all_officer_keys(&self, after: Option<SigningKeyId>, limit: u64) -> Result<Vec<OfficerKey>, Error> {
        let select = select()
            .and_where_option(after.map(|after| Expr::col("id").gt(after.0)))
            .order_by("id", Order::Asc)
            .limit(limit)
            .to_owned();
        self.many(&select).await
    }

    async fn many(&self, select: &SelectStatement) -> Result<Vec<OfficerKey>, Error> {
        let rows = self.connection.query_all(select).await?;
        let keys = rows
            .iter()
            .map(|row| Ok(KeptKey::from(Row::from_query_result(row, "")?).key));
        keys.collect()
    }

    async fn one(&self, select: &SelectStatement) -> Result<Option<KeptKey>, Error> {
        let row = self.connection.query_one(select).await?;
        Ok(row
            .map(|row| Row::from_query_result(&row, ""))
            .transpose()?
            .map(KeptKey::from))
    }
}

impl Keys<'_, DatabaseTransaction> {
    /// Whether a person's account is open; it is not closed before this transaction ends.
    pub async fn holds_open(&self, person: PersonId) -> Result<bool, Error> {
        let mut select = Query::select();
        select
            .column("id")
            .from("persons")
            .and_where(Expr::col("id").eq(person.0))
            .and_where(Expr::col("deactivated_at").is_null());
        if self.connection.get_database_backend() == DbBackend::Postgres {
            select.lock(LockType::Share);
        }
        Ok(self.connection.query_one(&select).await?.is_some())
    }

    /// Adds a key, unless its person has one already; answers whether it did.
    pub async fn add_officer_key(&self, kept: &KeptKey) -> Result<bool, Error> {
        let key = &kept.key;
        let insert = Query::insert()
            .into_table("officer_keys")
            .columns(["id", "person_id", "public_key", "sealed_secret", "created_at"])
            .values_panic([
                key.id.0.into(),
                key.person.0.into(),
                key.public_key.as_str().into(),
                kept.sealed_secret.as_deref().into(),
                key.created_at.into(),
            ])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .to_owned();
        Ok(self.connection.execute(&insert).await?.rows_affected() == 1)
    }

    /// Some of the keys that sign now.
    pub async fn current_officer_keys(&self, limit: u64) -> Result<Vec<OfficerKey>, Error> {
        let select = select()
            .and_where(Expr::col("retired_at").is_null())
            .order_by("id", Order::Asc)
            .limit(limit)
            .to_owned();
        self.many(&select).await
    }

    /// Saves that a key signs no more, and forgets its secret.
    pub async fn save_retired(&self, key: &OfficerKey) -> Result<(), Error> {
        let update = Query::update()
            .table("officer_keys")
            .value("retired_at", key.retired_at)
            .value("sealed_secret", None::<String>)
            .and_where(Expr::col("id").eq(key.id.0))
            .and_where(Expr::col("retired_at").is_null())
            .to_owned();
        if self.connection.execute(&update).await?.rows_affected() == 0 {
            return Err(Error::Stale);
        }
        Ok(())
    }
}

fn select() -> SelectStatement {
    Query::select()
        .columns([
            "id",
            "person_id",
            "public_key",
            "sealed_secret",
            "created_at",
            "retired_at",
        ])
        .from("officer_keys")
        .to_owned()
}
