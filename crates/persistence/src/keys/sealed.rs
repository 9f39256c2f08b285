//! Every column that keeps sealed secrets, in one place: whoever replaces a key-encryption key must find them all.

use super::Keys;
use crate::database::Error;
use daftar_domain::office::EncryptionKeyId;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, LikeExpr, Order, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, FromQueryResult, Statement};
use std::fmt::Write as _;
use uuid::Uuid;

/// A column of sealed secrets: `v1.<id of the key>.<what it sealed>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealedColumn {
    /// The table.
    pub table: &'static str,
    /// The column. Empty (null) where a row has no secret.
    pub column: &'static str,
    /// What the secrets are sealed for begins with this word.
    pub sort: &'static str,
    /// And goes on with these columns, all ids; the last alone names one row.
    pub names: &'static [&'static str],
}

/// The secret halves of officers' signing keys.
pub const OFFICER_KEYS: SealedColumn = SealedColumn {
    table: "officer_keys",
    column: "sealed_secret",
    sort: "officer-key",
    names: &["person_id", "id"],
};

/// The secret keys of the office's authorities for certificates.
pub const AUTHORITIES: SealedColumn = SealedColumn {
    table: "certificate_authorities",
    column: "sealed_secret",
    sort: "certificate-authority",
    names: &["id"],
};

/// The secrets of phones that make codes.
const TOTP: SealedColumn = SealedColumn {
    table: "totp",
    column: "sealed_secret",
    sort: "totp",
    names: &["person_id"],
};

/// The secrets of phones that were offered and not confirmed yet.
const OFFERED_TOTP: SealedColumn = SealedColumn {
    column: "offered_secret",
    ..TOTP
};

/// All of them. A column that is missing here loses its secrets when an old key is retired.
pub const SEALED: &[SealedColumn] = &[OFFICER_KEYS, AUTHORITIES, TOTP, OFFERED_TOTP];

/// The form of a sealed secret, and where in it the id of its key stands: `SUBSTR` counts from 1.
const FORM: &str = "v1";
const ID_AT: i32 = 4;
const ID_LENGTH: i32 = 36;

/// The key that a sealed text names.
pub fn key_of(sealed: &str) -> Option<EncryptionKeyId> {
    let (form, rest) = sealed.split_once('.')?;
    let (id, _) = rest.split_once('.')?;
    let id = Uuid::parse_str(id).ok()?;
    (form == FORM).then_some(EncryptionKeyId(id))
}

/// How many secrets of a column a key seals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedCount {
    /// The key; `None` where the text names none.
    pub key: Option<EncryptionKeyId>,
    /// How many.
    pub secrets: u64,
}

/// A sealed secret, with what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedRow {
    /// Names the row.
    pub row: Uuid,
    /// What it is sealed for.
    pub aad: String,
    /// The sealed text.
    pub sealed: String,
}

impl SealedColumn {
    /// What a secret is sealed for: the sort, and the ids of [`SealedColumn::names`].
    pub fn aad(&self, ids: &[Uuid]) -> String {
        ids.iter().fold(self.sort.to_owned(), |mut aad, id| {
            // Writing to a string does not fail.
            let _ = write!(aad, ":{id}");
            aad
        })
    }

    /// The column whose id alone names a row.
    fn key(&self) -> &'static str {
        self.names.last().copied().unwrap_or("id")
    }
}

#[derive(FromQueryResult)]
struct CountRow {
    key_id: String,
    secrets: i64,
}

impl<C: ConnectionTrait> Keys<'_, C> {
    /// How many secrets of a column each key seals.
    pub async fn sealed_counts(&self, column: &SealedColumn) -> Result<Vec<SealedCount>, Error> {
        let id = Func::cust("SUBSTR").args([Expr::col(column.column), Expr::val(ID_AT), Expr::val(ID_LENGTH)]);
        let select = Query::select()
            .expr_as(id, "key_id")
            .expr_as(Expr::col(column.column).count(), "secrets")
            .from(column.table)
            .and_where(Expr::col(column.column).is_not_null())
            .add_group_by([Expr::col("key_id")])
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let counts = rows.iter().map(|row| {
            let row = CountRow::from_query_result(row, "")?;
            Ok(SealedCount {
                key: Uuid::parse_str(&row.key_id).ok().map(EncryptionKeyId),
                secrets: u64::try_from(row.secrets).unwrap_or_default(),
            })
        });
        counts.collect()
    }

    /// Some secrets of a column that `key` has not sealed, in the order of their rows, after the row where the last batch
    /// ended.
    pub async fn sealed_otherwise(
        &self,
        column: &SealedColumn,
        key: EncryptionKeyId,
        after: Option<Uuid>,
        limit: u64,
    ) -> Result<Vec<SealedRow>, Error> {
        let mut select = Query::select();
        select
            .columns(column.names.iter().copied())
            .column(column.column)
            .from(column.table)
            .and_where(Expr::col(column.column).not_like(LikeExpr::new(format!("{FORM}.{key}.%"))))
            .order_by(column.key(), Order::Asc)
            .limit(limit);
        if let Some(after) = after {
            select.and_where(Expr::col(column.key()).gt(after));
        }
        let rows = self.connection.query_all(&select).await?;
        let rows = rows.iter().map(|row| {
            let ids = column.names.iter().map(|name| row.try_get("", name));
            let ids = ids.collect::<Result<Vec<Uuid>, _>>()?;
            Ok(SealedRow {
                row: ids.last().copied().unwrap_or_default(),
                aad: column.aad(&ids),
                sealed: row.try_get("", column.column)?,
            })
        });
        rows.collect()
    }
}

impl Keys<'_, DatabaseTransaction> {
    /// Waits for those who write secrets into a table, and lets nobody else do so before this transaction ends. On
    /// `SQLite` there is only one writer anyway.
    pub async fn hold_still(&self, column: &SealedColumn) -> Result<(), Error> {
        if self.connection.get_database_backend() == DbBackend::Postgres {
            let lock = format!("LOCK TABLE {} IN SHARE MODE", column.table);
            let lock = Statement::from_string(DbBackend::Postgres, lock);
            self.connection.execute_raw(lock).await?;
        }
        Ok(())
    }

    /// Puts a newly sealed text in the place of the old one, if that still stands there; answers whether it did.
    pub async fn replace_sealed(&self, column: &SealedColumn, old: &SealedRow, sealed: &str) -> Result<bool, Error> {
        let update = Query::update()
            .table(column.table)
            .value(column.column, sealed)
            .and_where(Expr::col(column.key()).eq(old.row))
            .and_where(Expr::col(column.column).eq(old.sealed.as_str()))
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_sealed_for_its_row() {
        let (person, key) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(OFFICER_KEYS.aad(&[person, key]), format!("officer-key:{person}:{key}"));
    }

    #[test]
    fn a_sealed_text_names_its_key() {
        let id = EncryptionKeyId(Uuid::from_u128(7));
        let sealed = format!("v1.{id}.abc");
        assert_eq!(key_of(&sealed), Some(id));
        let at = usize::try_from(ID_AT).unwrap() - 1;
        assert_eq!(sealed[at..at + usize::try_from(ID_LENGTH).unwrap()], id.to_string());
        for other in ["", "v1", "v1.x.abc", &format!("v2.{id}.abc"), &format!("v1.{id}")] {
            assert_eq!(key_of(other), None, "{other}");
        }
    }
}
