//! Delegations: who assists at whose post.

use super::{Organisation, PersonRef};
use crate::database::{Error, Page};
use daftar_domain::office::{ChargeId, DelegationId, PersonId, PostId, Timestamp};
use daftar_domain::organisation::Delegation;
use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

/// A delegation, with who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DelegationRow {
    /// The delegation.
    pub delegation: Delegation,
    /// The officer who gave it.
    pub giver: PersonId,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    post_id: Uuid,
    charge_id: Uuid,
    charge_ended_at: Option<Timestamp>,
    giver_id: Uuid,
    person_id: Uuid,
    from_at: Timestamp,
    until_at: Timestamp,
    given_at: Timestamp,
    ended_at: Option<Timestamp>,
    ended_by: Option<Uuid>,
}

impl From<Row> for DelegationRow {
    fn from(row: Row) -> Self {
        Self {
            delegation: Delegation {
                id: DelegationId(row.id),
                post: PostId(row.post_id),
                charge: ChargeId(row.charge_id),
                charge_ended_at: row.charge_ended_at,
                assistant: PersonId(row.person_id),
                from: row.from_at,
                until: row.until_at,
                given_at: row.given_at,
                ended: row.ended_at.zip(row.ended_by.map(PersonId)),
            },
            giver: PersonId(row.giver_id),
        }
    }
}

/// Delegations that are not over at a moment, as far as they themselves say; whether they have begun is another question.
fn not_over(now: Timestamp) -> Cond {
    Cond::all()
        .add(Expr::col(("delegations", "ended_at")).is_null())
        .add(Expr::col(("delegations", "until_at")).gt(now))
}

/// The charges of those whom a person assists, or will unless `begun`. They may have ended meanwhile.
pub(crate) fn assisted_charges(person: PersonId, now: Timestamp, begun: bool) -> SelectStatement {
    Query::select()
        .column(("delegations", "charge_id"))
        .from("delegations")
        .and_where(Expr::col(("delegations", "person_id")).eq(person.0))
        .cond_where(not_over(now))
        .and_where_option(begun.then(|| Expr::col(("delegations", "from_at")).lte(now)))
        .to_owned()
}

fn select() -> SelectStatement {
    Query::select()
        .columns(
            [
                "id",
                "post_id",
                "charge_id",
                "person_id",
                "from_at",
                "until_at",
                "given_at",
                "ended_at",
                "ended_by",
            ]
            .map(|column| ("delegations", column)),
        )
        .expr_as(Expr::col(("charges", "to_at")), "charge_ended_at")
        .expr_as(Expr::col(("charges", "person_id")), "giver_id")
        .from("delegations")
        .inner_join(
            "charges",
            Expr::col(("charges", "id")).equals(("delegations", "charge_id")),
        )
        .to_owned()
}

impl<C: ConnectionTrait> Organisation<'_, C> {
    /// A delegation, if there is such a one.
    pub async fn delegation(&self, id: DelegationId) -> Result<Option<DelegationRow>, Error> {
        let select = select().and_where(Expr::col(("delegations", "id")).eq(id.0)).to_owned();
        let row = self.connection.query_one(&select).await?;
        let row = row.map(|row| Row::from_query_result(&row, "")).transpose()?;
        Ok(row.map(Into::into))
    }

    /// The delegations by which a person assists, or will.
    pub async fn assistance_of(&self, person: PersonId, now: Timestamp) -> Result<Vec<DelegationRow>, Error> {
        let select = select()
            .and_where(Expr::col(("delegations", "person_id")).eq(person.0))
            .and_where(Expr::col(("charges", "to_at")).is_null())
            .cond_where(not_over(now))
            .order_by(("delegations", "id"), Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| Ok(Row::from_query_result(row, "")?.into()))
            .collect()
    }

    /// The delegations of a post, the latest first.
    pub async fn delegations_of(
        &self,
        post: PostId,
        after: Option<DelegationId>,
        limit: u64,
    ) -> Result<Page<DelegationRow>, Error> {
        let select = select()
            .and_where(Expr::col(("delegations", "post_id")).eq(post.0))
            .and_where_option(after.map(|after| Expr::col(("delegations", "id")).lt(after.0)))
            .order_by(("delegations", "id"), Order::Desc)
            .limit(limit + 1)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let rows = rows
            .iter()
            .map(|row| Ok(Row::from_query_result(row, "")?.into()))
            .collect::<Result<Vec<DelegationRow>, Error>>()?;
        Ok(Page::cut(rows, limit, |row| row.delegation.id))
    }

    /// Whether a person assists at a post, or will.
    pub async fn assists(&self, person: PersonId, post: PostId, now: Timestamp) -> Result<bool, Error> {
        let all = self.assistance_of(person, now).await?;
        Ok(all.iter().any(|row| row.delegation.post == post))
    }

    /// The names of those who gave these delegations, assist by them, or ended them.
    pub async fn persons_of(
        &self,
        rows: &[DelegationRow],
    ) -> Result<std::collections::HashMap<PersonId, PersonRef>, Error> {
        let named = rows.iter().flat_map(|DelegationRow { delegation, giver }| {
            let ended_by = delegation.ended.map(|(_, by)| by);
            [Some(*giver), Some(delegation.assistant), ended_by]
        });
        self.person_refs(named.flatten()).await
    }
}

impl Organisation<'_, DatabaseTransaction> {
    /// Adds a delegation.
    pub async fn insert_delegation(&self, delegation: &Delegation) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("delegations")
            .columns([
                "id",
                "post_id",
                "charge_id",
                "person_id",
                "from_at",
                "until_at",
                "given_at",
            ])
            .values_panic([
                delegation.id.0.into(),
                delegation.post.0.into(),
                delegation.charge.0.into(),
                delegation.assistant.0.into(),
                delegation.from.into(),
                delegation.until.into(),
                delegation.given_at.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Writes the end of a delegation that nobody had ended.
    ///
    /// # Errors
    /// [`Error::Stale`] where somebody was faster.
    pub async fn end_delegation(&self, delegation: &Delegation) -> Result<(), Error> {
        let (at, by) = delegation.ended.unzip();
        let update = Query::update()
            .table("delegations")
            .value("ended_at", at)
            .value("ended_by", by.map(Uuid::from))
            .and_where(Expr::col("id").eq(delegation.id.0))
            .and_where(Expr::col("ended_at").is_null())
            .to_owned();
        let done = self.connection.execute(&update).await?;
        if done.rows_affected() == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }
}
