//! The line of a unit: itself and those above it.

use super::Addresses;
use crate::database::Error;
use daftar_domain::access::Officer;
use daftar_domain::addresses::Reach;
use daftar_domain::office::UnitId;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use uuid::Uuid;

/// How high the tree of units is at most: a line of parents that runs in a circle ends here.
const HIGHEST: usize = 16;

impl<C: ConnectionTrait> Addresses<'_, C> {
    /// Whose entries an officer sees, and whose he keeps.
    pub async fn reach(&self, officer: &Officer) -> Result<Reach, Error> {
        Ok(Reach::of(officer, &self.line(officer.unit).await?))
    }

    /// What everybody sees who sees the entries of a unit.
    pub async fn reach_of_unit(&self, unit: UnitId) -> Result<Reach, Error> {
        Ok(Reach::of_unit(unit, &self.line(unit).await?))
    }

    /// A unit and those above it, the nearest first.
    async fn line(&self, unit: UnitId) -> Result<Vec<UnitId>, Error> {
        let mut line = Vec::new();
        let mut next = Some(unit);
        while let Some(unit) = next.filter(|_| line.len() < HIGHEST) {
            line.push(unit);
            let select = Query::select()
                .column("parent_id")
                .from("units")
                .and_where(Expr::col("id").eq(unit.0))
                .to_owned();
            let row = self.connection.query_one(&select).await?;
            let parent: Option<Uuid> = match row {
                Some(row) => row.try_get("", "parent_id")?,
                None => None,
            };
            next = parent.map(UnitId);
        }
        Ok(line)
    }
}
