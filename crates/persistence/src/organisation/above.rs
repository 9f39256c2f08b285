//! The line of a unit: itself and those above it.

use crate::database::Error;
use daftar_domain::office::UnitId;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use uuid::Uuid;

/// How high the tree of units is at most: a line of parents that runs in a circle ends here.
const HIGHEST: usize = 16;

/// A unit and those above it, the nearest first.
pub(crate) async fn line_of(connection: &impl ConnectionTrait, unit: UnitId) -> Result<Vec<UnitId>, Error> {
    let mut line = Vec::new();
    let mut next = Some(unit);
    while let Some(unit) = next.filter(|_| line.len() < HIGHEST) {
        line.push(unit);
        let select = Query::select()
            .column("parent_id")
            .from("units")
            .and_where(Expr::col("id").eq(unit.0))
            .to_owned();
        let row = connection.query_one(&select).await?;
        let parent: Option<Uuid> = row.map(|row| row.try_get("", "parent_id")).transpose()?.flatten();
        next = parent.map(UnitId);
    }
    Ok(line)
}
