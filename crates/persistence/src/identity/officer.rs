//! Who is signed in, and for which posts: read afresh on every request.

use super::Identity;
use crate::database::{Error, parse};
use crate::organisation::roles_from_column;
use daftar_domain::access::{Assisting, Officer, officers_of};
use daftar_domain::identity::{Proof, SessionPurpose};
use daftar_domain::office::{ChargeId, DelegationId, Language, PersonId, PostId, SessionId, Timestamp, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, JoinType, Order, Query};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// The person behind a session that runs, with one [`Officer`] for every post that he holds now or assists at.
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
    /// The posts that he can act for: his own, substantive charge first, then those where he assists.
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
    holder_id: Option<Uuid>,
    holder_gone_at: Option<Timestamp>,
    delegation_id: Option<Uuid>,
    delegation_from: Option<Timestamp>,
    delegation_until: Option<Timestamp>,
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
            .expr_as(Expr::col(("holders", "id")), "holder_id")
            .expr_as(Expr::col(("holders", "deactivated_at")), "holder_gone_at")
            .expr_as(Expr::col(("delegations", "id")), "delegation_id")
            .expr_as(Expr::col(("delegations", "from_at")), "delegation_from")
            .expr_as(Expr::col(("delegations", "until_at")), "delegation_until")
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
            // Where he assists nowhere this is one row without a delegation; each other repeats his own charges.
            .left_join(
                "delegations",
                Expr::col(("delegations", "person_id"))
                    .equals(("persons", "id"))
                    .and(Expr::col(("delegations", "ended_at")).is_null())
                    .and(Expr::col(("delegations", "from_at")).lte(now))
                    .and(Expr::col(("delegations", "until_at")).gt(now)),
            )
            .left_join(
                "charges",
                Expr::col(("charges", "person_id"))
                    .equals(("persons", "id"))
                    .or(Expr::col(("charges", "id")).equals(("delegations", "charge_id")))
                    .and(Expr::col(("charges", "to_at")).is_null()),
            )
            .join_as(
                JoinType::LeftJoin,
                "persons",
                "holders",
                Expr::col(("holders", "id")).equals(("charges", "person_id")),
            )
            .left_join("posts", Expr::col(("posts", "id")).equals(("charges", "post_id")))
            .and_where(Expr::col(("sessions", "id")).eq(session.0))
            .and_where(Expr::col(("sessions", "revoked_at")).is_null())
            .and_where(Expr::col(("sessions", "expires_at")).gt(now))
            .and_where(Expr::col(("persons", "deactivated_at")).is_null())
            .order_by_expr(Expr::col(("charges", "kind")).ne("substantive"), Order::Asc)
            .order_by(("charges", "from_at"), Order::Asc)
            .order_by(("delegations", "id"), Order::Asc)
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
            officers: officers(&rows, session)?,
        }))
    }
}

impl<C: ConnectionTrait> Identity<'_, C> {
    /// The officer of a charge that still runs, for work that he asked for and that is done later, by nobody's session;
    /// `None` when the charge has ended or its person was deactivated.
    pub async fn officer_of(
        &self,
        charge: ChargeId,
        person: PersonId,
        session: SessionId,
    ) -> Result<Option<Officer>, Error> {
        let select = Query::select()
            .columns([("charges", "post_id")])
            .columns([("posts", "unit_id"), ("posts", "grade"), ("posts", "roles")])
            .from("charges")
            .inner_join("persons", Expr::col(("persons", "id")).equals(("charges", "person_id")))
            .inner_join("posts", Expr::col(("posts", "id")).equals(("charges", "post_id")))
            .and_where(Expr::col(("charges", "id")).eq(charge.0))
            .and_where(Expr::col(("charges", "person_id")).eq(person.0))
            .and_where(Expr::col(("charges", "to_at")).is_null())
            .and_where(Expr::col(("persons", "deactivated_at")).is_null())
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let roles: String = row.try_get("", "roles")?;
        Ok(Some(Officer {
            person,
            post: PostId(row.try_get("", "post_id")?),
            charge,
            assisting: None,
            unit: UnitId(row.try_get("", "unit_id")?),
            grade: row.try_get("", "grade")?,
            roles: roles_from_column(&roles)?,
            session,
        }))
    }
}

/// One officer for every post: the rows of his own charges come once for each delegation.
fn officers(rows: &[Row], session: SessionId) -> Result<Vec<Officer>, Error> {
    let (mut held, mut assisting) = (Vec::new(), Vec::new());
    for row in rows {
        match officer(row, session)? {
            Some(officer) if officer.assisting.is_some() => assisting.push(officer),
            Some(officer) if !held.contains(&officer) => held.push(officer),
            _ => {}
        }
    }
    Ok(officers_of(held, assisting))
}

fn factor(row: &Row) -> Result<Option<(Proof, Timestamp)>, Error> {
    match (row.factor.as_deref(), row.factor_at) {
        (Some(proof), Some(at)) => Ok(Some((parse("sessions", proof)?, at))),
        _ => Ok(None),
    }
}

/// What makes an assistant of the person of one row; `None` where he holds the charge himself, or its holder is gone.
fn assisting(row: &Row) -> Option<Assisting> {
    let (officer, None) = (row.holder_id?, row.holder_gone_at) else {
        return None;
    };
    (officer != row.person_id).then_some(Assisting {
        delegation: DelegationId(row.delegation_id?),
        officer: PersonId(officer),
        since: row.delegation_from?,
        until: row.delegation_until?,
    })
}

/// The officer of one row; none where the person holds no charge and assists nowhere.
fn officer(row: &Row, session: SessionId) -> Result<Option<Officer>, Error> {
    let assisting = assisting(row);
    if assisting.is_none() && row.holder_id != Some(row.person_id) {
        return Ok(None);
    }
    let (Some(charge), Some(post), Some(unit), Some(grade), Some(roles)) =
        (row.charge_id, row.post_id, row.unit_id, row.grade, row.roles.as_deref())
    else {
        return Ok(None);
    };
    Ok(Some(Officer {
        person: PersonId(row.person_id),
        post: PostId(post),
        charge: ChargeId(charge),
        assisting,
        unit: UnitId(unit),
        grade,
        roles: roles_from_column(roles)?,
        session,
    }))
}
