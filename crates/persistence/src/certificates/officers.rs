//! Officers' certificates.

use super::{Certificates, bytes};
use crate::database::{Error, parse};
use daftar_domain::certificates::{Holder, OfficerCertificate, RevocationReason};
use daftar_domain::office::{AuthorityId, CertificateId, PersonId, PostId, SigningKeyId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    authority_id: Uuid,
    serial: String,
    person_id: Uuid,
    post_id: Uuid,
    key_id: Uuid,
    name: String,
    title: String,
    unit: String,
    certificate: String,
    not_before: Timestamp,
    not_after: Timestamp,
    revoked_at: Option<Timestamp>,
    reason: Option<String>,
}

impl TryFrom<Row> for OfficerCertificate {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let reason = row.reason.as_deref().map(|word| parse("certificates", word));
        Ok(Self {
            id: CertificateId(row.id),
            authority: AuthorityId(row.authority_id),
            serial: row.serial,
            holder: Holder {
                person: PersonId(row.person_id),
                post: PostId(row.post_id),
                key: SigningKeyId(row.key_id),
                name: row.name,
                title: row.title,
                unit: row.unit,
            },
            certificate: bytes(&row.certificate)?,
            not_before: row.not_before,
            not_after: row.not_after,
            revoked_at: row.revoked_at,
            reason: reason.transpose()?,
        })
    }
}

impl<C: ConnectionTrait> Certificates<'_, C> {
    /// The certificate that signs for an officer in a post.
    pub async fn current_certificate(
        &self,
        person: PersonId,
        post: PostId,
    ) -> Result<Option<OfficerCertificate>, Error> {
        let select = select()
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where(Expr::col("post_id").eq(post.0))
            .and_where(Expr::col("superseded_at").is_null())
            .and_where(Expr::col("revoked_at").is_null())
            .to_owned();
        Ok(self.many(&select).await?.pop())
    }

    /// What an officer has that is not revoked and has not ended, in a post or in all.
    pub async fn good_certificates(
        &self,
        person: PersonId,
        post: Option<PostId>,
        now: Timestamp,
    ) -> Result<Vec<OfficerCertificate>, Error> {
        let select = select()
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where_option(post.map(|post| Expr::col("post_id").eq(post.0)))
            .and_where(Expr::col("revoked_at").is_null())
            .and_where(Expr::col("not_after").gt(now))
            .order_by("id", Order::Asc)
            .to_owned();
        self.many(&select).await
    }

    /// What an authority issued, was revoked, and has not ended yet: what its list names.
    pub async fn revoked_certificates(
        &self,
        authority: AuthorityId,
        now: Timestamp,
    ) -> Result<Vec<OfficerCertificate>, Error> {
        let select = select()
            .and_where(Expr::col("authority_id").eq(authority.0))
            .and_where(Expr::col("revoked_at").is_not_null())
            .and_where(Expr::col("not_after").gt(now))
            .order_by("id", Order::Asc)
            .to_owned();
        self.many(&select).await
    }

    /// How many certificates are good now.
    pub async fn count_good_certificates(&self, now: Timestamp) -> Result<u64, Error> {
        let count = Query::select()
            .expr_as(Expr::col("id").count(), "good")
            .from("certificates")
            .and_where(Expr::col("superseded_at").is_null())
            .and_where(Expr::col("revoked_at").is_null())
            .and_where(Expr::col("not_after").gt(now))
            .to_owned();
        let row = self.connection.query_one(&count).await?;
        let good = row.map(|row| row.try_get::<i64>("", "good")).transpose()?;
        Ok(good.and_then(|good| u64::try_from(good).ok()).unwrap_or_default())
    }

    async fn many(&self, select: &SelectStatement) -> Result<Vec<OfficerCertificate>, Error> {
        let rows = self.connection.query_all(select).await?;
        rows.iter()
            .map(|row| Row::from_query_result(row, "")?.try_into())
            .collect()
    }
}

impl Certificates<'_, DatabaseTransaction> {
    /// Adds a certificate, unless its holder has one in force; answers whether it did.
    pub async fn add_certificate(&self, certificate: &OfficerCertificate) -> Result<bool, Error> {
        let holder = &certificate.holder;
        let insert = Query::insert()
            .into_table("certificates")
            .columns([
                "id",
                "authority_id",
                "serial",
                "person_id",
                "post_id",
                "key_id",
                "name",
                "title",
                "unit",
                "certificate",
                "not_before",
                "not_after",
            ])
            .values_panic([
                certificate.id.0.into(),
                certificate.authority.0.into(),
                certificate.serial.as_str().into(),
                holder.person.0.into(),
                holder.post.0.into(),
                holder.key.0.into(),
                holder.name.as_str().into(),
                holder.title.as_str().into(),
                holder.unit.as_str().into(),
                hex::encode(&certificate.certificate).into(),
                certificate.not_before.into(),
                certificate.not_after.into(),
            ])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .to_owned();
        Ok(self.connection.execute(&insert).await?.rows_affected() == 1)
    }

    /// A certificate signs no more, because another one does from now on.
    pub async fn supersede_certificate(&self, id: CertificateId, now: Timestamp) -> Result<(), Error> {
        let update = Query::update()
            .table("certificates")
            .value("superseded_at", now)
            .and_where(Expr::col("id").eq(id.0))
            .and_where(Expr::col("superseded_at").is_null())
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// Saves that a certificate was revoked.
    pub async fn save_revoked(&self, certificate: &OfficerCertificate) -> Result<(), Error> {
        let update = Query::update()
            .table("certificates")
            .value("revoked_at", certificate.revoked_at)
            .value("reason", certificate.reason.map(RevocationReason::as_str))
            .and_where(Expr::col("id").eq(certificate.id.0))
            .and_where(Expr::col("revoked_at").is_null())
            .to_owned();
        match self.connection.execute(&update).await?.rows_affected() {
            0 => Err(Error::Stale),
            _ => Ok(()),
        }
    }
}

fn select() -> SelectStatement {
    Query::select()
        .columns([
            "id",
            "authority_id",
            "serial",
            "person_id",
            "post_id",
            "key_id",
            "name",
            "title",
            "unit",
            "certificate",
            "not_before",
            "not_after",
            "revoked_at",
            "reason",
        ])
        .from("certificates")
        .to_owned()
}
