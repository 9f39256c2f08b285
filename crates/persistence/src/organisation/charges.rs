//! Charges: who holds which post, now and before.

use super::delegations::assisted_charges;
use super::entities::charge;
use super::{Organisation, roles_from_column};
use crate::database::{Error, parse};
use daftar_domain::access::{Role, Roles};
use daftar_domain::office::{ChargeId, PersonId, PostId, Timestamp};
use daftar_domain::organisation::Charge;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;

impl<C: ConnectionTrait> Organisation<'_, C> {
    /// A charge, if there is such a one.
    pub async fn charge(&self, id: ChargeId) -> Result<Option<Charge>, Error> {
        let row = charge::Entity::find_by_id(id.0).one(self.connection).await?;
        row.map(|row| charge_from_row(&row)).transpose()
    }

    /// The charge under which a post is held now.
    pub async fn running_charge(&self, post: PostId) -> Result<Option<Charge>, Error> {
        let row = charge::Entity::find()
            .filter(charge::Column::PostId.eq(post.0))
            .filter(charge::Column::ToAt.is_null())
            .one(self.connection)
            .await?;
        row.map(|row| charge_from_row(&row)).transpose()
    }

    /// The charges that a person holds now.
    pub async fn running_charges_of(&self, person: PersonId) -> Result<Vec<Charge>, Error> {
        let rows = charge::Entity::find()
            .filter(charge::Column::PersonId.eq(person.0))
            .filter(charge::Column::ToAt.is_null())
            .all(self.connection)
            .await?;
        rows.iter().map(charge_from_row).collect()
    }

    /// The roles of every post that a person holds now, or where he assists or will.
    pub async fn roles_around(&self, person: PersonId, now: Timestamp) -> Result<Vec<(PostId, Roles)>, Error> {
        let held = Expr::col(("charges", "person_id")).eq(person.0);
        let assisted = Expr::col(("charges", "id")).in_subquery(assisted_charges(person, now, false));
        let select = Query::select()
            .columns([("posts", "id"), ("posts", "roles")])
            .from("charges")
            .inner_join("posts", Expr::col(("posts", "id")).equals(("charges", "post_id")))
            .and_where(held.or(assisted))
            .and_where(Expr::col(("charges", "to_at")).is_null())
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| {
                let roles: String = row.try_get_by_index(1)?;
                Ok((PostId(row.try_get_by_index(0)?), roles_from_column(&roles)?))
            })
            .collect()
    }

    /// The running charge of every post that is held.
    pub async fn all_running_charges(&self) -> Result<Vec<Charge>, Error> {
        let rows = charge::Entity::find()
            .filter(charge::Column::ToAt.is_null())
            .all(self.connection)
            .await?;
        rows.iter().map(charge_from_row).collect()
    }

    /// Whether somebody is left who can manage the organisation: an active person in charge of a post with that role.
    pub async fn has_administrator(&self) -> Result<bool, Error> {
        let select = Query::select()
            .column(("posts", "roles"))
            .from("charges")
            .inner_join("posts", Expr::col(("posts", "id")).equals(("charges", "post_id")))
            .inner_join("persons", Expr::col(("persons", "id")).equals(("charges", "person_id")))
            .and_where(Expr::col(("charges", "to_at")).is_null())
            .and_where(Expr::col(("posts", "abolished_at")).is_null())
            .and_where(Expr::col(("persons", "deactivated_at")).is_null())
            .and_where(Expr::col(("posts", "roles")).like(format!("%{}%", Role::Administrator.as_str())))
            .limit(1)
            .to_owned();
        Ok(self.connection.query_one(&select).await?.is_some())
    }

    /// When the last ended charge of each post ended.
    pub async fn last_charge_ends(&self) -> Result<HashMap<PostId, Timestamp>, Error> {
        let select = Query::select()
            .columns(["post_id", "to_at"])
            .from("charges")
            .and_where(Expr::col("to_at").is_not_null())
            .to_owned();
        let mut ends: HashMap<PostId, Timestamp> = HashMap::new();
        for row in self.connection.query_all(&select).await? {
            let post = PostId(row.try_get::<Uuid>("", "post_id")?);
            let to: Timestamp = row.try_get("", "to_at")?;
            let end = ends.entry(post).or_insert(to);
            *end = Ord::max(to, *end);
        }
        Ok(ends)
    }
}

impl Organisation<'_, DatabaseTransaction> {
    /// Adds a charge, with a remark such as the number of the order.
    pub async fn insert_charge(&self, charge: &Charge, remark: Option<&str>) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("charges")
            .columns(["id", "post_id", "person_id", "kind", "from_at", "to_at", "remark"])
            .values_panic([
                charge.id.0.into(),
                charge.post.0.into(),
                charge.person.0.into(),
                charge.kind.as_str().into(),
                charge.from.into(),
                charge.to.into(),
                remark.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Writes the end of a charge that ran until now.
    pub async fn end_charge(&self, charge: &Charge) -> Result<(), Error> {
        let update = Query::update()
            .table("charges")
            .value("to_at", charge.to)
            .and_where(Expr::col("id").eq(charge.id.0))
            .and_where(Expr::col("to_at").is_null())
            .to_owned();
        let done = self.connection.execute(&update).await?;
        if done.rows_affected() == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }
}

fn charge_from_row(row: &charge::Model) -> Result<Charge, Error> {
    Ok(Charge {
        id: ChargeId(row.id),
        post: PostId(row.post_id),
        person: PersonId(row.person_id),
        kind: parse("charges", &row.kind)?,
        from: row.from_at,
        to: row.to_at,
    })
}
