//! Refresh tokens, by their hashes.

use super::Identity;
use crate::database::Error;
use daftar_domain::identity::{RefreshToken, TokenUse};
use daftar_domain::office::{PersonId, SessionId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockType, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, FromQueryResult};
use uuid::Uuid;

/// A refresh token that somebody presented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentedToken {
    /// What the domain decides upon.
    pub token: RefreshToken,
    /// The hash of what it was exchanged for.
    pub successor_hash: Option<String>,
    /// The session that it keeps alive.
    pub session: SessionId,
    /// Whose session it is.
    pub person: PersonId,
    /// When the session ends at the latest.
    pub session_expires_at: Timestamp,
    /// Whether the session runs, and its person may sign in.
    pub session_runs: bool,
}

#[derive(FromQueryResult)]
struct TokenRow {
    session_id: Uuid,
    expires_at: Timestamp,
    spent_at: Option<Timestamp>,
    successor_hash: Option<String>,
}

#[derive(FromQueryResult)]
struct SessionRow {
    person_id: Uuid,
    expires_at: Timestamp,
    revoked_at: Option<Timestamp>,
    deactivated_at: Option<Timestamp>,
}

impl Identity<'_, DatabaseTransaction> {
    /// Loads a presented token and locks its session: who presents another token of it waits.
    pub async fn presented_token(&self, hash: &str, now: Timestamp) -> Result<Option<PresentedToken>, Error> {
        // The session of a token never changes, so it can be read before it is locked.
        let Some(found) = self.token_row(hash).await? else {
            return Ok(None);
        };
        let Some(session) = self.lock_session(found.session_id).await? else {
            return Ok(None);
        };
        let Some(token) = self.token_row(hash).await? else {
            return Ok(None);
        };
        let used = match (token.spent_at, &token.successor_hash) {
            (None, _) => TokenUse::Unused,
            (Some(_), None) => TokenUse::Superseded,
            (Some(_), Some(successor)) => {
                let successor = self.token_row(successor).await?;
                TokenUse::Spent {
                    successor_used: successor.is_none_or(|token| token.spent_at.is_some()),
                }
            }
        };
        Ok(Some(PresentedToken {
            token: RefreshToken {
                expires_at: token.expires_at,
                used,
            },
            successor_hash: token.successor_hash,
            session: SessionId(token.session_id),
            person: PersonId(session.person_id),
            session_expires_at: session.expires_at,
            session_runs: session.revoked_at.is_none() && session.expires_at > now && session.deactivated_at.is_none(),
        }))
    }

    /// Adds a token to a session.
    pub async fn insert_refresh_token(
        &self,
        hash: &str,
        session: SessionId,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("refresh_tokens")
            .columns(["token_hash", "session_id", "issued_at", "expires_at"])
            .values_panic([hash.into(), session.0.into(), now.into(), expires_at.into()])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Marks a token as exchanged for `successor`; without one, as superseded.
    pub async fn spend_refresh_token(&self, hash: &str, successor: Option<&str>, now: Timestamp) -> Result<(), Error> {
        let update = Query::update()
            .table("refresh_tokens")
            .value("spent_at", now)
            .value("successor_hash", successor)
            .and_where(Expr::col("token_hash").eq(hash))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    async fn token_row(&self, hash: &str) -> Result<Option<TokenRow>, Error> {
        let select = Query::select()
            .columns(["session_id", "expires_at", "spent_at", "successor_hash"])
            .from("refresh_tokens")
            .and_where(Expr::col("token_hash").eq(hash))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| TokenRow::from_query_result(&row, "")).transpose()?)
    }

    async fn lock_session(&self, id: Uuid) -> Result<Option<SessionRow>, Error> {
        let mut select = Query::select();
        select
            .columns(["person_id", "expires_at", "revoked_at"].map(|column| ("sessions", column)))
            .column(("persons", "deactivated_at"))
            .from("sessions")
            .inner_join(
                "persons",
                Expr::col(("persons", "id")).equals(("sessions", "person_id")),
            )
            .and_where(Expr::col(("sessions", "id")).eq(id));
        if self.connection.get_database_backend() == DbBackend::Postgres {
            select.lock_with_tables(LockType::Update, ["sessions"]);
        }
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| SessionRow::from_query_result(&row, "")).transpose()?)
    }
}
