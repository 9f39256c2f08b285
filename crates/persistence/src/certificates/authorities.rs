//! The office's authorities, each with its latest list of revoked certificates.

use super::{Certificates, bytes};
use crate::database::{Error, parse};
use crate::keys::AUTHORITIES;
use daftar_domain::certificates::{Authority, AuthorityKind};
use daftar_domain::office::{AuthorityId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

/// An authority as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAuthority {
    /// The authority.
    pub authority: Authority,
    /// Its secret key, sealed for [`KeptAuthority::aad`]; a root of others' has none here.
    pub sealed_secret: Option<String>,
    /// Its latest list.
    pub list: Option<KeptList>,
}

/// A list of revoked certificates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptList {
    /// Its number, from 1.
    pub number: i64,
    /// DER.
    pub der: Vec<u8>,
    /// From when it is good.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

impl KeptAuthority {
    /// What the secret of an authority is sealed for: it alone.
    pub fn aad(id: AuthorityId) -> String {
        AUTHORITIES.aad(&[id.0])
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    kind: String,
    certificate: String,
    between: String,
    sealed_secret: Option<String>,
    not_after: Timestamp,
    made_at: Timestamp,
    replaced_at: Option<Timestamp>,
    list_number: i64,
    list: Option<String>,
    list_from: Option<Timestamp>,
    list_until: Option<Timestamp>,
}

impl TryFrom<Row> for KeptAuthority {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let list = match (row.list, row.list_from, row.list_until) {
            (Some(der), Some(from), Some(until)) => Some(KeptList {
                number: row.list_number,
                der: bytes(&der)?,
                from,
                until,
            }),
            _ => None,
        };
        Ok(Self {
            authority: Authority {
                id: AuthorityId(row.id),
                kind: parse("certificate_authorities", &row.kind)?,
                certificate: bytes(&row.certificate)?,
                between: row.between.split_whitespace().map(bytes).collect::<Result<_, _>>()?,
                not_after: row.not_after,
                made_at: row.made_at,
                replaced_at: row.replaced_at,
            },
            sealed_secret: row.sealed_secret,
            list,
        })
    }
}

impl<C: ConnectionTrait> Certificates<'_, C> {
    /// The authority of a kind that is in force.
    pub async fn current_authority(&self, kind: AuthorityKind) -> Result<Option<KeptAuthority>, Error> {
        let select = select()
            .and_where(Expr::col("kind").eq(kind.as_str()))
            .and_where(Expr::col("replaced_at").is_null())
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let row = row.map(|row| Row::from_query_result(&row, "")).transpose()?;
        row.map(KeptAuthority::try_from).transpose()
    }
}

impl Certificates<'_, DatabaseTransaction> {
    /// Adds an authority, unless there is one of its kind in force; answers whether it did.
    pub async fn add_authority(&self, kept: &KeptAuthority) -> Result<bool, Error> {
        let authority = &kept.authority;
        let between: Vec<String> = authority.between.iter().map(hex::encode).collect();
        let list = kept.list.as_ref();
        let insert = Query::insert()
            .into_table("certificate_authorities")
            .columns([
                "id",
                "kind",
                "certificate",
                "between",
                "sealed_secret",
                "not_after",
                "made_at",
                "list_number",
                "list",
                "list_from",
                "list_until",
            ])
            .values_panic([
                authority.id.0.into(),
                authority.kind.as_str().into(),
                hex::encode(&authority.certificate).into(),
                between.join(" ").into(),
                kept.sealed_secret.as_deref().into(),
                authority.not_after.into(),
                authority.made_at.into(),
                list.map_or(0, |list| list.number).into(),
                list.map(|list| hex::encode(&list.der)).into(),
                list.map(|list| list.from).into(),
                list.map(|list| list.until).into(),
            ])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .to_owned();
        Ok(self.connection.execute(&insert).await?.rows_affected() == 1)
    }

    /// Another authority stands in its place from now on; answers whether none did before.
    pub async fn replace_authority(&self, id: AuthorityId, now: Timestamp) -> Result<bool, Error> {
        let update = Query::update()
            .table("certificate_authorities")
            .value("replaced_at", now)
            .and_where(Expr::col("id").eq(id.0))
            .and_where(Expr::col("replaced_at").is_null())
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }

    /// Saves the next list of an authority, if nobody has saved one with this number; answers whether it did.
    pub async fn save_list(&self, id: AuthorityId, list: &KeptList) -> Result<bool, Error> {
        let update = Query::update()
            .table("certificate_authorities")
            .value("list_number", list.number)
            .value("list", hex::encode(&list.der))
            .value("list_from", list.from)
            .value("list_until", list.until)
            .and_where(Expr::col("id").eq(id.0))
            .and_where(Expr::col("list_number").eq(list.number - 1))
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }
}

fn select() -> SelectStatement {
    Query::select()
        .columns([
            "id",
            "kind",
            "certificate",
            "between",
            "sealed_secret",
            "not_after",
            "made_at",
            "replaced_at",
            "list_number",
            "list",
            "list_from",
            "list_until",
        ])
        .from("certificate_authorities")
        .to_owned()
}
