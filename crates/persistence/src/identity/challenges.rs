//! Challenges that authenticators are asked to answer: each once, and soon.

use super::Identity;
use crate::database::Error;
use daftar_domain::office::{PersonId, SessionId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// What a challenge was asked for, and of whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChallengeFor {
    /// What for.
    pub purpose: &'static str,
    /// Of whom; nobody where it is not known yet.
    pub person: Option<PersonId>,
    /// In which session.
    pub session: Option<SessionId>,
}

impl Identity<'_, DatabaseTransaction> {
    /// Keeps a challenge until it is answered or expires; those that expired are forgotten.
    pub async fn insert_challenge(
        &self,
        nonce: &str,
        wanted: ChallengeFor,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), Error> {
        let delete = Query::delete()
            .from_table("webauthn_challenges")
            .and_where(Expr::col("expires_at").lt(now))
            .to_owned();
        self.connection.execute(&delete).await?;
        let insert = Query::insert()
            .into_table("webauthn_challenges")
            .columns(["nonce", "purpose", "person_id", "session_id", "expires_at"])
            .values_panic([
                nonce.into(),
                wanted.purpose.into(),
                wanted.person.map(|person| person.0).into(),
                wanted.session.map(|session| session.0).into(),
                expires_at.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Uses a challenge up; answers whether it was open for just this.
    pub async fn use_challenge(&self, nonce: &str, wanted: ChallengeFor, now: Timestamp) -> Result<bool, Error> {
        let mut update = Query::update();
        update
            .table("webauthn_challenges")
            .value("used_at", now)
            .and_where(Expr::col("nonce").eq(nonce))
            .and_where(Expr::col("purpose").eq(wanted.purpose))
            .and_where(Expr::col("used_at").is_null())
            .and_where(Expr::col("expires_at").gt(now));
        match wanted.person {
            Some(person) => update.and_where(Expr::col("person_id").eq(person.0)),
            None => update.and_where(Expr::col("person_id").is_null()),
        };
        match wanted.session {
            Some(session) => update.and_where(Expr::col("session_id").eq(session.0)),
            None => update.and_where(Expr::col("session_id").is_null()),
        };
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }
}
