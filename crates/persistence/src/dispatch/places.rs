//! Registries, and the posts that receive.

use super::Dispatches;
use crate::database::{Error, parse};
use crate::organisation::roles_from_column;
use daftar_domain::access::{Role, Side};
use daftar_domain::dispatch::{Registries, UnitNode};
use daftar_domain::office::{PersonId, PostId, UnitId};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use std::collections::HashSet;
use uuid::Uuid;

/// A post that receives for its unit, and who holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeniorPost {
    /// The post.
    pub post: PostId,
    /// Its holder; none while it is vacant.
    pub holder: Option<PersonId>,
}

/// Where an addressee inside stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its unit, or itself where it is one.
    pub unit: UnitId,
    /// Whether it was abolished or closed.
    pub gone: bool,
}

impl<C: ConnectionTrait> Dispatches<'_, C> {
    /// All registries of the office, as it is now.
    pub async fn registries(&self) -> Result<Registries, Error> {
        let diarising = self.diarising_units().await?;
        let select = Query::select()
            .columns(["id", "parent_id", "kind", "code", "closed_at"])
            .from("units")
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let nodes = rows.iter().map(|row| {
            let id = UnitId(row.try_get("", "id")?);
            let (kind, parent): (String, Option<Uuid>) = (row.try_get("", "kind")?, row.try_get("", "parent_id")?);
            let closed: Option<daftar_domain::office::Timestamp> = row.try_get("", "closed_at")?;
            Ok(UnitNode {
                id,
                parent: parent.map(UnitId),
                kind: parse("units", &kind)?,
                code: row.try_get("", "code")?,
                open: closed.is_none(),
                diarises: diarising.contains(&id),
            })
        });
        Ok(Registries::new(nodes.collect::<Result<Vec<_>, Error>>()?))
    }

    /// The units with a post that diarises.
    async fn diarising_units(&self) -> Result<HashSet<UnitId>, Error> {
        let select = Query::select()
            .columns(["unit_id", "roles"])
            .from("posts")
            .and_where(Expr::col("abolished_at").is_null())
            .and_where(Expr::col("roles").like("%registry%"))
            .to_owned();
        let mut units = HashSet::new();
        for row in self.connection.query_all(&select).await? {
            let roles: String = row.try_get("", "roles")?;
            if roles_from_column(&roles)?.has(Role::Registry) {
                units.insert(UnitId(row.try_get("", "unit_id")?));
            }
        }
        Ok(units)
    }

    /// The posts of a unit that diarise: those that are held first, then by their codes.
    pub async fn diarising_posts(&self, registry: UnitId) -> Result<Vec<SeniorPost>, Error> {
        let select = of_unit(registry)
            .order_by_expr(Expr::col(("charges", "person_id")).is_null(), Order::Asc)
            .order_by(("posts", "code"), Order::Asc)
            .to_owned();
        self.posts(&select, |roles| roles.has(Role::Registry)).await
    }

    /// The posts of a unit that handle files, the highest grade first.
    pub async fn senior_posts(&self, unit: UnitId) -> Result<Vec<SeniorPost>, Error> {
        let select = of_unit(unit)
            .order_by(("posts", "grade"), Order::Desc)
            .order_by(("posts", "code"), Order::Asc)
            .to_owned();
        let handles = |roles: &daftar_domain::access::Roles| {
            roles.side() == Side::Business && (roles.has(Role::Officer) || roles.has(Role::Authenticator))
        };
        self.posts(&select, handles).await
    }

    async fn posts(
        &self,
        select: &SelectStatement,
        fits: impl Fn(&daftar_domain::access::Roles) -> bool,
    ) -> Result<Vec<SeniorPost>, Error> {
        let mut posts = Vec::new();
        for row in self.connection.query_all(select).await? {
            let roles: String = row.try_get("", "roles")?;
            if fits(&roles_from_column(&roles)?) {
                let holder: Option<Uuid> = row.try_get("", "person_id")?;
                posts.push(SeniorPost {
                    post: PostId(row.try_get("", "id")?),
                    holder: holder.map(PersonId),
                });
            }
        }
        Ok(posts)
    }

    /// Where a post stands.
    pub async fn standing_of_post(&self, post: PostId) -> Result<Option<Standing>, Error> {
        let select = Query::select()
            .expr_as(Expr::col("unit_id"), "unit")
            .expr_as(Expr::col("abolished_at").is_not_null(), "gone")
            .from("posts")
            .and_where(Expr::col("id").eq(post.0))
            .to_owned();
        self.standing(&select).await
    }

    /// Whether a unit is there.
    pub async fn standing_of_unit(&self, unit: UnitId) -> Result<Option<Standing>, Error> {
        let select = Query::select()
            .expr_as(Expr::col("id"), "unit")
            .expr_as(Expr::col("closed_at").is_not_null(), "gone")
            .from("units")
            .and_where(Expr::col("id").eq(unit.0))
            .to_owned();
        self.standing(&select).await
    }

    async fn standing(&self, select: &SelectStatement) -> Result<Option<Standing>, Error> {
        let row = self.connection.query_one(select).await?;
        row.map(|row| {
            Ok(Standing {
                unit: UnitId(row.try_get("", "unit")?),
                gone: row.try_get("", "gone")?,
            })
        })
        .transpose()
    }
}

/// The posts of a unit that are not abolished, with who holds them.
fn of_unit(unit: UnitId) -> SelectStatement {
    let holds = Expr::col(("charges", "post_id"))
        .equals(("posts", "id"))
        .and(Expr::col(("charges", "to_at")).is_null());
    Query::select()
        .columns([("posts", "id"), ("posts", "roles")])
        .column(("charges", "person_id"))
        .from("posts")
        .left_join("charges", holds)
        .and_where(Expr::col(("posts", "unit_id")).eq(unit.0))
        .and_where(Expr::col(("posts", "abolished_at")).is_null())
        .to_owned()
}
