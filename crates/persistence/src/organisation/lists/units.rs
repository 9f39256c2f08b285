//! The tree of units.

use crate::database::{Error, Page};
use crate::organisation::Organisation;
use crate::organisation::entities::unit;
use crate::organisation::search::matching;
use crate::organisation::units::unit_from_row;
use daftar_domain::office::UnitId;
use daftar_domain::organisation::Unit;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A unit as the tree shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLine {
    /// The unit.
    pub unit: Unit,
    /// Its posts that stand.
    pub posts: i64,
}

#[derive(FromQueryResult)]
struct Counted {
    posts: i64,
}

impl<C: ConnectionTrait> Organisation<'_, C> {
    /// Units by code.
    pub async fn unit_lines(
        &self,
        query: Option<&str>,
        include_closed: bool,
        after: Option<&str>,
        limit: u64,
    ) -> Result<Page<UnitLine>, Error> {
        let mut select = unit_select();
        matching(
            &mut select,
            query,
            &[("units", "code"), ("units", "name_en"), ("units", "name_ur")],
        );
        if !include_closed {
            select.and_where(Expr::col(("units", "closed_at")).is_null());
        }
        if let Some(after) = after {
            select.and_where(Expr::col(("units", "code")).gt(after));
        }
        select.order_by(("units", "code"), Order::Asc).limit(limit + 1);
        let rows = self.connection.query_all(&select).await?;
        let lines = rows.iter().map(unit_line).collect::<Result<_, _>>()?;
        Ok(Page::cut(lines, limit, |line: &UnitLine| line.unit.code.clone()))
    }

    /// One unit as the tree shows it.
    pub async fn unit_line(&self, id: UnitId) -> Result<Option<UnitLine>, Error> {
        let select = unit_select().and_where(Expr::col(("units", "id")).eq(id.0)).to_owned();
        self.connection
            .query_one(&select)
            .await?
            .as_ref()
            .map(unit_line)
            .transpose()
    }
}

fn unit_select() -> SelectStatement {
    let posts = Query::select()
        .expr(Expr::col(("posts", "id")).count())
        .from("posts")
        .and_where(Expr::col(("posts", "unit_id")).equals(("units", "id")))
        .and_where(Expr::col(("posts", "abolished_at")).is_null())
        .to_owned();
    Query::select()
        .columns(
            [
                "id",
                "parent_id",
                "kind",
                "code",
                "name_en",
                "name_ur",
                "file_number_template",
                "signs_with_passkeys",
                "place_en",
                "place_ur",
                "address_en",
                "address_ur",
                "phone",
                "email",
                "closed_at",
                "version",
            ]
            .map(|column| ("units", column)),
        )
        .expr_as(Expr::from(posts), "posts")
        .from("units")
        .to_owned()
}

fn unit_line(row: &sea_orm::QueryResult) -> Result<UnitLine, Error> {
    Ok(UnitLine {
        unit: unit_from_row(unit::Model::from_query_result(row, "")?)?,
        posts: Counted::from_query_result(row, "")?.posts,
    })
}
