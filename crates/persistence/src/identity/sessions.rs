//! Sign-ins.

use super::Identity;
use crate::database::Error;
use daftar_domain::identity::{Proof, SessionPurpose};
use daftar_domain::office::{PersonId, SessionId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, UpdateStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

/// A session that begins.
#[derive(Debug, Clone)]
pub struct NewSession<'a> {
    /// Its id.
    pub id: SessionId,
    /// Whose it is.
    pub person: PersonId,
    /// What it is good for.
    pub purpose: SessionPurpose,
    /// What the sign-in was proved with in the end.
    pub authenticated_by: Proof,
    /// The factor that was proved beside the password, or instead of it, and when.
    pub factor: Option<(Proof, Timestamp)>,
    /// When it begins.
    pub started_at: Timestamp,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
    /// From where.
    pub address: &'a str,
    /// With which program.
    pub user_agent: &'a str,
}

/// A session that runs.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct SessionLine {
    /// Its id.
    pub id: Uuid,
    /// When it began.
    pub started_at: Timestamp,
    /// When its token was last exchanged.
    pub last_seen_at: Timestamp,
    /// From where.
    pub address: String,
    /// With which program.
    pub user_agent: String,
    /// What the sign-in was proved with in the end, as the column has it.
    pub authenticated_by: String,
}

impl<C: ConnectionTrait> Identity<'_, C> {
    /// The sessions of a person that run, the latest first.
    pub async fn sessions_of(&self, person: PersonId, now: Timestamp) -> Result<Vec<SessionLine>, Error> {
        let select = Query::select()
            .columns([
                "id",
                "started_at",
                "last_seen_at",
                "address",
                "user_agent",
                "authenticated_by",
            ])
            .from("sessions")
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where(Expr::col("purpose").eq(SessionPurpose::Session.as_str()))
            .and_where(Expr::col("revoked_at").is_null())
            .and_where(Expr::col("expires_at").gt(now))
            .order_by("started_at", Order::Desc)
            .order_by("id", Order::Desc)
            .limit(100)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        Ok(rows
            .iter()
            .map(|row| SessionLine::from_query_result(row, ""))
            .collect::<Result<_, _>>()?)
    }
}

impl Identity<'_, DatabaseTransaction> {
    /// Begins a session.
    pub async fn insert_session(&self, session: &NewSession<'_>) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("sessions")
            .columns([
                "id",
                "person_id",
                "purpose",
                "authenticated_by",
                "factor",
                "factor_at",
                "started_at",
                "last_seen_at",
                "expires_at",
                "address",
                "user_agent",
            ])
            .values_panic([
                session.id.0.into(),
                session.person.0.into(),
                session.purpose.as_str().into(),
                session.authenticated_by.as_str().into(),
                session.factor.map(|(proof, _)| proof.as_str()).into(),
                session.factor.map(|(_, at)| at).into(),
                session.started_at.into(),
                session.started_at.into(),
                session.expires_at.into(),
                session.address.into(),
                session.user_agent.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Notes that a factor was proved within a session.
    pub async fn prove_session(&self, session: SessionId, proof: Proof, now: Timestamp) -> Result<(), Error> {
        let update = Query::update()
            .table("sessions")
            .value("factor", proof.as_str())
            .value("factor_at", now)
            .and_where(Expr::col("id").eq(session.0))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// Notes that a session was seen.
    pub async fn touch_session(&self, session: SessionId, now: Timestamp) -> Result<(), Error> {
        let update = Query::update()
            .table("sessions")
            .value("last_seen_at", now)
            .and_where(Expr::col("id").eq(session.0))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// Ends one session of a person; answers whether it ran.
    pub async fn revoke_session(&self, person: PersonId, session: SessionId, now: Timestamp) -> Result<bool, Error> {
        Ok(self
            .connection
            .execute(&*revoke(person, now).and_where(Expr::col("id").eq(session.0)))
            .await?
            .rows_affected()
            == 1)
    }

    /// Ends every session of a person.
    pub async fn revoke_sessions_of(&self, person: PersonId, now: Timestamp) -> Result<u64, Error> {
        Ok(self.connection.execute(&revoke(person, now)).await?.rows_affected())
    }
}

fn revoke(person: PersonId, now: Timestamp) -> UpdateStatement {
    Query::update()
        .table("sessions")
        .value("revoked_at", now)
        .and_where(Expr::col("person_id").eq(person.0))
        .and_where(Expr::col("revoked_at").is_null())
        .to_owned()
}
