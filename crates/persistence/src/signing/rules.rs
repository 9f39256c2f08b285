//! What decides how an officer may sign.

use super::Signing;
use crate::database::{Error, parse};
use daftar_domain::access::Officer;
use daftar_domain::identity::Proof;
use daftar_domain::office::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};

/// What an officer's session and unit say about his signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignerRow {
    /// Whether his unit wants passkeys.
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
            .column(("units", "signs_with_passkeys"))
            .from("sessions")
            .inner_join("units", Expr::col(("units", "id")).eq(officer.unit.0))
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
            passkeys_only: row.try_get("", "signs_with_passkeys")?,
            proof: Some(later.transpose()?.unwrap_or(sign_in)),
        }))
    }
}
