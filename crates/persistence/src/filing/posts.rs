//! Posts as filing needs them: may a file go there, and who is near.

use super::Filing;
use crate::database::Error;
use crate::organisation::{PersonRef, roles_from_column};
use daftar_domain::access::Role;
use daftar_domain::filing::{Line, Target};
use daftar_domain::office::{PersonId, PostId, UnitId};
use sea_orm::sea_query::{CommonTableExpression, Expr, ExprTrait as _, LockType, Query, UnionType, WithClause};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

/// How far up the line of superiors is followed; a line that runs in a circle ends here.
const HIGHEST: i32 = 16;

/// A post with whom it reports to, and whether it handles files.
#[derive(Debug, Clone, Copy)]
pub struct PostLine {
    /// The post and its superior.
    pub line: Line,
    /// Whether a file may go there.
    pub handles_files: bool,
}

impl PostLine {
    fn read(row: &QueryResult) -> Result<Self, Error> {
        let roles: String = row.try_get("", "roles")?;
        let abolished: bool = row.try_get("", "abolished")?;
        let reports_to: Option<Uuid> = row.try_get("", "reports_to")?;
        Ok(Self {
            line: Line {
                post: PostId(row.try_get("", "id")?),
                reports_to: reports_to.map(PostId),
            },
            handles_files: !abolished && handles_files(&roles)?,
        })
    }
}

pub(super) fn handles_files(roles: &str) -> Result<bool, Error> {
    let roles = roles_from_column(roles)?;
    Ok(roles.has(Role::Officer) || roles.has(Role::Authenticator))
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// A post that a file may be sent to, as it is now.
    pub async fn target(&self, post: PostId) -> Result<Option<Target>, Error> {
        let select = Query::select()
            .column(("posts", "roles"))
            .expr_as(Expr::col(("posts", "abolished_at")).is_null(), "active")
            .expr_as(Expr::col(("charges", "person_id")), "holder")
            .from("posts")
            .left_join(
                "charges",
                Expr::col(("charges", "post_id"))
                    .equals(("posts", "id"))
                    .and(Expr::col(("charges", "to_at")).is_null()),
            )
            .and_where(Expr::col(("posts", "id")).eq(post.0))
            // Until the act is done the post is neither abolished nor handed over.
            .lock_with_tables(LockType::Share, ["posts"])
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let roles: String = row.try_get("", "roles")?;
        let holder: Option<Uuid> = row.try_get("", "holder")?;
        Ok(Some(Target {
            post,
            holder: holder.map(PersonId),
            active: row.try_get("", "active")?,
            handles_files: handles_files(&roles)?,
        }))
    }

    /// A person by name, if there is such a one.
    pub async fn person(&self, person: PersonId) -> Result<Option<PersonRef>, Error> {
        let select = Query::select()
            .columns(["name_en", "name_ur"])
            .from("persons")
            .and_where(Expr::col("id").eq(person.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| {
            Ok(PersonRef {
                id: person,
                name_en: row.try_get("", "name_en")?,
                name_ur: row.try_get("", "name_ur")?,
            })
        })
        .transpose()
    }

    /// The line of superiors above a post, itself included, in one round trip.
    pub async fn superiors(&self, post: PostId) -> Result<Vec<PostLine>, Error> {
        let columns = [("posts", "id"), ("posts", "reports_to"), ("posts", "roles")];
        let abolished = || Expr::col(("posts", "abolished_at")).is_not_null();
        let mut chain = Query::select()
            .columns(columns)
            .expr_as(abolished(), "abolished")
            .expr_as(Expr::val(0).cast_as("integer"), "height")
            .from("posts")
            .and_where(Expr::col(("posts", "id")).eq(post.0))
            .to_owned();
        let above = Query::select()
            .columns(columns)
            .expr(abolished())
            .expr(Expr::col(("line", "height")).add(1))
            .from("posts")
            .inner_join("line", Expr::col(("posts", "id")).equals(("line", "reports_to")))
            .and_where(Expr::col(("line", "height")).lt(HIGHEST))
            .to_owned();
        chain.union(UnionType::All, above);
        let line = CommonTableExpression::new()
            .table_name("line")
            .columns(["id", "reports_to", "roles", "abolished", "height"])
            .query(chain)
            .to_owned();
        let select = Query::select()
            .columns(["id", "reports_to", "roles", "abolished"])
            .from("line")
            .to_owned();
        let query = select.with(WithClause::new().recursive(true).cte(line).to_owned());
        self.connection
            .query_all(&query)
            .await?
            .iter()
            .map(PostLine::read)
            .collect()
    }

    /// The posts directly below a post, and those of a section.
    pub async fn near(&self, post: PostId, unit: UnitId) -> Result<Vec<(PostLine, UnitId)>, Error> {
        let select = Query::select()
            .columns(["id", "reports_to", "roles", "unit_id"])
            .expr_as(Expr::col("abolished_at").is_not_null(), "abolished")
            .from("posts")
            .and_where(Expr::col("abolished_at").is_null())
            .and_where(Expr::col("reports_to").eq(post.0).or(Expr::col("unit_id").eq(unit.0)))
            .order_by("grade", sea_orm::sea_query::Order::Desc)
            .order_by("code", sea_orm::sea_query::Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| Ok((PostLine::read(row)?, UnitId(row.try_get("", "unit_id")?))))
            .collect()
    }
}
