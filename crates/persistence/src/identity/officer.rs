//! Who is signed in, and for which posts: read afresh on every request.

use super::Identity;
use crate::database::{Error, parse};
use crate::organisation::roles_from_column;
use daftar_domain::access::Officer;
use daftar_domain::identity::{Proof, SessionPurpose};
use daftar_domain::office::{ChargeId, Language, PersonId, PostId, SessionId, Timestamp, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// The person behind a session that runs, with one [`Officer`] for every charge that he holds now.
#[derive(Debug, Clone)]
pub struct SessionHolder {
    /// The session.
    pub session: SessionId,
    /// What the session is good for.
    pub purpose: SessionPurpose,
    /// What was last proved in it beyond the sign-in's password, and when.
    pub factor: Option<(Proof, Timestamp)>,
    /// The person.
    pub person: PersonId,
    /// The language that he reads.
    pub language: Language,
    /// Whether the password must be changed before anything else.
    pub must_change_password: bool,
    /// The posts that he can act for, substantive charge first.
    pub officers: Vec<Officer>,
}

#[derive(FromQueryResult)]
struct Row {
    purpose: String,
    factor: Option<String>,
    factor_at: Option<Timestamp>,
    person_id: Uuid,
    language: String,
    must_change: Option<bool>,
    charge_id: Option<Uuid>,
    post_id: Option<Uuid>,
    unit_id: Option<Uuid>,
    grade: Option<i16>,
    roles: Option<String>,
}

impl<C: ConnectionTrait> Identity<'_, C> {
    /// Loads the holder of a session, in one round trip; `None` when the session has ended, expired or been
    /// revoked, or its person was deactivated.
    pub async fn session_holder(&self, session: SessionId, now: Timestamp) -> Result<Option<SessionHolder>, Error> {
        let select = Query::select()
            .expr_as(Expr::col(("persons", "id")), "person_id")
            .columns([
                ("sessions", "purpose"),
                ("sessions", "factor"),
                ("sessions", "factor_at"),
            ])
            .column(("persons", "language"))
            .column(("credentials", "must_change"))
            .expr_as(Expr::col(("charges", "id")), "charge_id")
            .column(("charges", "post_id"))
            .column(("posts", "unit_id"))
            .column(("posts", "grade"))
            .column(("posts", "roles"))
            .from("sessions")
            .inner_join(
                "persons",
                Expr::col(("persons", "id")).equals(("sessions", "person_id")),
            )
            .left_join(
                "credentials",
                Expr::col(("credentials", "person_id")).equals(("persons", "id")),
            )
            .left_join(
                "charges",
                Expr::col(("charges", "person_id"))
                    .equals(("persons", "id"))
                    .and(Expr::col(("charges", "to_at")).is_null()),
            )
            .left_join("posts", Expr::col(("posts", "id")).equals(("charges", "post_id")))
            .and_where(Expr::col(("sessions", "id")).eq(session.0))
            .and_where(Expr::col(("sessions", "revoked_at")).is_null())
            .and_where(Expr::col(("sessions", "expires_at")).gt(now))
            .and_where(Expr::col(("persons", "deactivated_at")).is_null())
            .order_by_expr(Expr::col(("charges", "kind")).ne("substantive"), Order::Asc)
            .order_by(("charges", "from_at"), Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let rows: Vec<Row> = rows
            .iter()
            .map(|row| Row::from_query_result(row, ""))
            .collect::<Result<_, _>>()?;
        let Some(first) = rows.first() else { return Ok(None) };
        Ok(Some(SessionHolder {
            session,
            purpose: parse("sessions", &first.purpose)?,
            factor: factor(first)?,
            person: PersonId(first.person_id),
            language: parse("persons", &first.language)?,
            must_change_password: first.must_change.unwrap_or(false),
            officers: rows
                .iter()
                .map(|row| officer(row, session))
                .filter_map(Result::transpose)
                .collect::<Result<_, _>>()?,
        }))
    }
}

fn factor(row: &Row) -> Result<Option<(Proof, Timestamp)>, Error> {
    match (row.factor.as_deref(), row.factor_at) {
        (Some(proof), Some(at)) => Ok(Some((parse("sessions", proof)?, at))),
        _ => Ok(None),
    }
}

/// The officer of one row; none where the person holds no charge.
fn officer(row: &Row, session: SessionId) -> Result<Option<Officer>, Error> {
    let (Some(charge), Some(post), Some(unit), Some(grade), Some(roles)) =
        (row.charge_id, row.post_id, row.unit_id, row.grade, row.roles.as_deref())
    else {
        return Ok(None);
    };
    Ok(Some(Officer {
        person: PersonId(row.person_id),
        post: PostId(post),
        charge: ChargeId(charge),
        unit: UnitId(unit),
        grade,
        roles: roles_from_column(roles)?,
        session,
    }))
}
