//! Passkeys.

use super::Identity;
use crate::database::{Error, Page, parse};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_domain::identity::webauthn;
use daftar_domain::identity::{Passkey, PasskeyState, RevocationReason};
use daftar_domain::office::{PasskeyId, PersonId, Timestamp, Version};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, FromQueryResult};
use uuid::Uuid;

/// A passkey with what signatures are verified with. Id and key are base64url.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPasskey {
    /// The passkey.
    pub passkey: Passkey,
    /// The id that its authenticator knows it by.
    pub credential_id: String,
    /// The COSE key.
    pub public_key: String,
    /// How its authenticator can be reached, words with spaces between.
    pub transports: String,
    /// Whether the key may leave its device.
    pub backup_eligible: bool,
    /// Whether it has.
    pub backed_up: bool,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    credential_id: String,
    public_key: String,
    sign_count: i64,
    name: String,
    transports: String,
    backup_eligible: bool,
    backed_up: bool,
    state: String,
    decided_by: Option<Uuid>,
    decided_at: Option<Timestamp>,
    reason: Option<String>,
    created_at: Timestamp,
    last_used_at: Option<Timestamp>,
    version: i64,
}

impl TryFrom<Row> for KeptPasskey {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            passkey: Passkey {
                id: PasskeyId(row.id),
                person: PersonId(row.person_id),
                name: row.name,
                key_digest: key_digest(&row.public_key)?,
                state: parse("passkeys", &row.state)?,
                decided_by: row.decided_by.map(PersonId),
                decided_at: row.decided_at,
                reason: row.reason.map(|reason| parse("passkeys", &reason)).transpose()?,
                count: u32::try_from(row.sign_count).map_err(|_| Error::Inconsistent {
                    table: "passkeys",
                    problem: format!("a count of {}", row.sign_count),
                })?,
                created_at: row.created_at,
                last_used_at: row.last_used_at,
                version: Version(row.version),
            },
            credential_id: row.credential_id,
            public_key: row.public_key,
            transports: row.transports,
            backup_eligible: row.backup_eligible,
            backed_up: row.backed_up,
        })
    }
}

/// What the ledger knows a key by, from the form in which it is kept.
fn key_digest(base64: &str) -> Result<String, Error> {
    let key = URL_SAFE_NO_PAD.decode(base64).map_err(|error| Error::Inconsistent {
        table: "passkeys",
        problem: format!("a key that is not base64url: {error}"),
    })?;
    Ok(webauthn::key_digest(&key))
}

impl<C: ConnectionTrait> Identity<'_, C> {
    /// All passkeys of a person, the latest last.
    pub async fn passkeys_of(&self, person: PersonId) -> Result<Vec<KeptPasskey>, Error> {
        let select = select()
            .and_where(Expr::col("person_id").eq(person.0))
            .order_by("id", Order::Asc)
            .to_owned();
        self.passkeys_by(&select).await
    }

    /// One passkey.
    pub async fn passkey(&self, id: PasskeyId) -> Result<Option<KeptPasskey>, Error> {
        let select = select().and_where(Expr::col("id").eq(id.0)).to_owned();
        Ok(self.passkeys_by(&select).await?.pop())
    }

    /// The passkey that an authenticator knows by this id.
    pub async fn passkey_of_credential(&self, credential_id: &str) -> Result<Option<KeptPasskey>, Error> {
        let select = select()
            .and_where(Expr::col("credential_id").eq(credential_id))
            .to_owned();
        Ok(self.passkeys_by(&select).await?.pop())
    }

    /// Passkeys of one state, or of every, the oldest first.
    pub async fn passkey_page(
        &self,
        state: Option<PasskeyState>,
        after: Option<PasskeyId>,
        limit: u64,
    ) -> Result<Page<KeptPasskey>, Error> {
        let select = select()
            .and_where_option(state.map(|state| Expr::col("state").eq(state.as_str())))
            .and_where_option(after.map(|after| Expr::col("id").gt(after.0)))
            .order_by("id", Order::Asc)
            .limit(limit + 1)
            .to_owned();
        let rows = self.passkeys_by(&select).await?;
        Ok(Page::cut(rows, limit, |kept| kept.passkey.id))
    }

    async fn passkeys_by(&self, select: &SelectStatement) -> Result<Vec<KeptPasskey>, Error> {
        let rows = self.connection.query_all(select).await?;
        rows.iter()
            .map(|row| Row::from_query_result(row, "")?.try_into())
            .collect()
    }
}

impl Identity<'_, DatabaseTransaction> {
    /// A passkey that will change: who changes it too waits.
    pub async fn lock_passkey(&self, id: PasskeyId) -> Result<Option<KeptPasskey>, Error> {
        let mut select = select();
        select.and_where(Expr::col("id").eq(id.0));
        if self.connection.get_database_backend() == DbBackend::Postgres {
            select.lock(LockType::Update);
        }
        Ok(self.passkeys_by(&select).await?.pop())
    }

    /// Writes a new passkey.
    pub async fn insert_passkey(&self, kept: &KeptPasskey) -> Result<(), Error> {
        let passkey = &kept.passkey;
        let insert = Query::insert()
            .into_table("passkeys")
            .columns([
                "id",
                "person_id",
                "credential_id",
                "public_key",
                "sign_count",
                "name",
                "transports",
                "backup_eligible",
                "backed_up",
                "state",
                "created_at",
                "version",
            ])
            .values_panic([
                passkey.id.0.into(),
                passkey.person.0.into(),
                kept.credential_id.as_str().into(),
                kept.public_key.as_str().into(),
                i64::from(passkey.count).into(),
                passkey.name.as_str().into(),
                kept.transports.as_str().into(),
                kept.backup_eligible.into(),
                kept.backed_up.into(),
                passkey.state.as_str().into(),
                passkey.created_at.into(),
                passkey.version.0.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Saves a passkey that was loaded at version `seen`.
    pub async fn save_passkey(&self, passkey: &Passkey, seen: Version) -> Result<(), Error> {
        let update = Query::update()
            .table("passkeys")
            .value("name", passkey.name.as_str())
            .value("state", passkey.state.as_str())
            .value("decided_by", passkey.decided_by.map(|person| person.0))
            .value("decided_at", passkey.decided_at)
            .value("reason", passkey.reason.map(RevocationReason::as_str))
            .value("sign_count", i64::from(passkey.count))
            .value("last_used_at", passkey.last_used_at)
            .value("version", passkey.version.0)
            .and_where(Expr::col("id").eq(passkey.id.0))
            .and_where(Expr::col("version").eq(seen.0))
            .to_owned();
        if self.connection.execute(&update).await?.rows_affected() == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }

    /// Remembers whether the key has left its device.
    pub async fn passkey_backed_up(&self, id: PasskeyId, backed_up: bool) -> Result<(), Error> {
        let update = Query::update()
            .table("passkeys")
            .value("backed_up", backed_up)
            .and_where(Expr::col("id").eq(id.0))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }
}

fn select() -> SelectStatement {
    Query::select()
        .columns([
            "id",
            "person_id",
            "credential_id",
            "public_key",
            "sign_count",
            "name",
            "transports",
            "backup_eligible",
            "backed_up",
            "state",
            "decided_by",
            "decided_at",
            "reason",
            "created_at",
            "last_used_at",
            "version",
        ])
        .from("passkeys")
        .to_owned()
}
