//! What decides how an officer may sign.

use super::Signing;
use crate::database::{Error, parse};
use daftar_domain::access::Officer;
use daftar_domain::identity::Proof;
use daftar_domain::office::{Timestamp, UnitId};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{CommonTableExpression, Expr, ExprTrait as _, Query, UnionType, WithClause};

/// What an officer's session and unit say about his signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignerRow {
    /// Whether his unit, or one above it, wants passkeys.
    pub passkeys_only: bool,
    /// What was proved last in his session, and when.
    pub proof: Option<(Proof, Timestamp)>,
}

impl<C: ConnectionTrait> Signing<'_, C> {
    /// What decides how an officer may sign: his unit, and what he proved in this session. The sign-in itself counts as
    /// a proof of what it was done with.
    pub async fn signer(&self, officer: &Officer) -> Result<Option<SignerRow>, Error> {
        let select = Query::select()
            .columns([
                ("sessions", "started_at"),
                ("sessions", "authenticated_by"),
                ("sessions", "factor"),
                ("sessions", "factor_at"),
            ])
            .from("sessions")
            .and_where(Expr::col(("sessions", "id")).eq(officer.session.0))
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let (started, by): (Timestamp, String) = (row.try_get("", "started_at")?, row.try_get("", "authenticated_by")?);
        let (factor, at): (Option<String>, Option<Timestamp>) =
            (row.try_get("", "factor")?, row.try_get("", "factor_at")?);
        let sign_in = (parse("sessions", &by)?, started);
        let later = factor
            .zip(at)
            .map(|(factor, at)| Ok::<_, Error>((parse("sessions", &factor)?, at)));
        Ok(Some(SignerRow {
            passkeys_only: self.wants_passkeys(officer.unit).await?,
            proof: Some(later.transpose()?.unwrap_or(sign_in)),
        }))
    }

    /// Whether a unit, or one above it, wants passkeys.
    async fn wants_passkeys(&self, unit: UnitId) -> Result<bool, Error> {
        let columns = ["parent_id", "signs_with_passkeys"].map(|column| ("units", column));
        let mut units = Query::select()
            .columns(columns)
            .from("units")
            .and_where(Expr::col(("units", "id")).eq(unit.0))
            .to_owned();
        let above = Query::select()
            .columns(columns)
            .from("units")
            .inner_join("above", Expr::col(("units", "id")).equals(("above", "parent_id")))
            .to_owned();
        units.union(UnionType::Distinct, above);
        let above = CommonTableExpression::new()
            .table_name("above")
            .columns(["parent_id", "signs_with_passkeys"])
            .query(units)
            .to_owned();
        let select = Query::select()
            .expr(Expr::val(1))
            .from("above")
            .and_where(Expr::col("signs_with_passkeys").eq(true))
            .limit(1)
            .to_owned();
        let query = select.with(WithClause::new().recursive(true).cte(above).to_owned());
        Ok(self.connection.query_one(&query).await?.is_some())
    }
}
