//! Number series without gaps or duplicates (rule 2): a counter row, updated in the same transaction as
//! whatever carries the number. A database sequence would leave gaps on rollback.

use crate::database::{Database, Error, Tx};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{ConnectionTrait, DbErr};

impl Tx {
    /// The next number of a series, starting at 1. Others who want one wait until this transaction ends.
    pub async fn next_number(&self, series: &str) -> Result<i64, Error> {
        let insert = Query::insert()
            .into_table("counters")
            .columns(["series", "value"])
            .values_panic([series.into(), 1_i64.into()])
            .on_conflict(
                OnConflict::column("series")
                    .value("value", Expr::col(("counters", "value")).add(1))
                    .to_owned(),
            )
            .returning_col("value")
            .to_owned();
        let row = self.connection().query_one(&insert).await?;
        let row = row.ok_or_else(|| DbErr::RecordNotFound(format!("counter {series}")))?;
        Ok(row.try_get_by_index(0)?)
    }
}

impl Database {
    /// The number that a series would give next, if nobody else takes it: for showing it, not for giving it.
    pub async fn coming_number(&self, series: &str) -> Result<i64, Error> {
        let select = Query::select()
            .column("value")
            .from("counters")
            .and_where(Expr::col("series").eq(series))
            .to_owned();
        let row = self.reader().query_one(&select).await?;
        let last: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?;
        Ok(last.unwrap_or_default() + 1)
    }
}
