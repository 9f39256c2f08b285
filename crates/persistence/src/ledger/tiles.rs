//! The tree's hashes, in tiles of up to 256.

use super::list::Ledger;
use super::sequence::signed;
use crate::database::Error;
use daftar_domain::ledger::tree::{ChangedTiles, Hash, TileAt};
use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Func, OnConflict, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, QueryResult};
use std::collections::BTreeMap;

impl<C: ConnectionTrait> Ledger<'_, C> {
    /// Tiles as they are now; one that does not exist is missing.
    pub async fn tiles(&self, tiles: &[TileAt]) -> Result<BTreeMap<TileAt, Vec<Hash>>, Error> {
        if tiles.is_empty() {
            return Ok(BTreeMap::new());
        }
        let asked = tiles.iter().fold(Cond::any(), |any, tile| {
            let level = Expr::col("level").eq(level_of(*tile));
            any.add(level.and(Expr::col("place").eq(signed(tile.index))))
        });
        let select = Query::select()
            .columns(["level", "place", "hashes"])
            .from("ledger_tiles")
            .cond_where(asked)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter().map(read).collect()
    }

    /// How many bytes all tiles together hold.
    pub async fn bytes_of_tiles(&self) -> Result<u64, Error> {
        let length = Func::cust("length").arg(Expr::col("hashes"));
        let select = Query::select()
            .expr_as(Expr::expr(length).sum(), "bytes")
            .from("ledger_tiles")
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let bytes: Option<i64> = row.map_or(Ok(None), |row| row.try_get("", "bytes"))?;
        Ok(bytes.unwrap_or_default().try_into().unwrap_or_default())
    }
}

impl Ledger<'_, DatabaseTransaction> {
    /// Writes tiles that have grown.
    pub async fn keep_tiles(&self, tiles: &ChangedTiles) -> Result<(), Error> {
        for (tile, hashes) in tiles {
            let insert = Query::insert()
                .into_table("ledger_tiles")
                .columns(["level", "place", "hashes"])
                .values_panic([
                    level_of(*tile).into(),
                    signed(tile.index).into(),
                    hashes.concat().into(),
                ])
                .on_conflict(
                    OnConflict::columns(["level", "place"])
                        .update_column("hashes")
                        .to_owned(),
                )
                .to_owned();
            self.connection.execute(&insert).await?;
        }
        Ok(())
    }
}

fn level_of(tile: TileAt) -> i32 {
    i32::try_from(tile.level).unwrap_or(i32::MAX)
}

fn read(row: &QueryResult) -> Result<(TileAt, Vec<Hash>), Error> {
    let wrong = |problem: &str| Error::Inconsistent {
        table: "ledger_tiles",
        problem: problem.to_owned(),
    };
    let (level, place): (i32, i64) = (row.try_get("", "level")?, row.try_get("", "place")?);
    let bytes: Vec<u8> = row.try_get("", "hashes")?;
    let (hashes, rest) = bytes.as_chunks::<32>();
    if !rest.is_empty() {
        return Err(wrong("a tile does not hold whole hashes"));
    }
    let tile = TileAt {
        level: u32::try_from(level).map_err(|_| wrong("a level below 0"))?,
        index: u64::try_from(place).map_err(|_| wrong("a place below 0"))?,
    };
    Ok((tile, hashes.to_vec()))
}
