//! Whose turn a witness is, and how it went: shared by all nodes.

use super::checkpoints::{Cosignature, unsigned};
use super::list::Ledger;
use super::sequence::signed;
use crate::database::{Error, parse};
use daftar_domain::ledger::WitnessProblem;
use daftar_domain::office::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Order, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// How it goes with a witness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WitnessRow {
    /// When it may be asked again.
    pub due_at: Timestamp,
    /// How often in a row it has not cosigned.
    pub failures: u32,
    /// Why not, the last time.
    pub problem: Option<WitnessProblem>,
}

impl<C: ConnectionTrait> Ledger<'_, C> {
    /// How it goes with a witness; nothing is known of one that was never asked.
    pub async fn witness(&self, name: &str) -> Result<Option<WitnessRow>, Error> {
        let select = Query::select()
            .columns(["due_at", "failures", "problem"])
            .from("ledger_witnesses")
            .and_where(Expr::col("witness").eq(name))
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let problem: Option<String> = row.try_get("", "problem")?;
        let failures: i32 = row.try_get("", "failures")?;
        Ok(Some(WitnessRow {
            due_at: row.try_get("", "due_at")?,
            failures: failures.try_into().unwrap_or_default(),
            problem: problem.map(|word| parse("ledger_witnesses", &word)).transpose()?,
        }))
    }

    /// The line by a witness under the largest checkpoint that it has cosigned, and that checkpoint's size.
    pub async fn last_cosignature(&self, witness: &str) -> Result<Option<(u64, Cosignature)>, Error> {
        let select = Query::select()
            .columns(["size", "line", "at"])
            .from("ledger_cosignatures")
            .and_where(Expr::col("witness").eq(witness))
            .order_by("size", Order::Desc)
            .limit(1)
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let cosignature = Cosignature {
            witness: witness.to_owned(),
            line: row.try_get("", "line")?,
            at: row.try_get("", "at")?,
        };
        Ok(Some((unsigned(row.try_get("", "size")?), cosignature)))
    }

    /// The largest size that a witness has cosigned; 0 when it has not yet cosigned any.
    pub async fn cosigned_by(&self, witness: &str) -> Result<u64, Error> {
        Ok(self.last_cosignature(witness).await?.map_or(0, |(size, _)| size))
    }
}

impl Ledger<'_, DatabaseTransaction> {
    /// Takes the turn to ask a witness, until a moment; answers whether it was to be had. Nobody else has it until then,
    /// unless he is in a hurry.
    pub async fn take_turn(&self, witness: &str, now: Timestamp, until: Timestamp, hurry: bool) -> Result<bool, Error> {
        let insert = Query::insert()
            .into_table("ledger_witnesses")
            .columns(["witness", "due_at", "failures", "problem"])
            .values_panic([witness.into(), now.into(), 0.into(), None::<String>.into()])
            .on_conflict(OnConflict::column("witness").do_nothing().to_owned())
            .to_owned();
        self.connection.execute(&insert).await?;
        let update = Query::update()
            .table("ledger_witnesses")
            .value("due_at", until)
            .and_where(Expr::col("witness").eq(witness))
            .and_where_option((!hurry).then(|| Expr::col("due_at").lte(now)))
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }

    /// Ends a turn.
    pub async fn end_turn(&self, witness: &str, row: &WitnessRow) -> Result<(), Error> {
        let update = Query::update()
            .table("ledger_witnesses")
            .value("due_at", row.due_at)
            .value("failures", i32::try_from(row.failures).unwrap_or(i32::MAX))
            .value("problem", row.problem.map(WitnessProblem::as_str))
            .and_where(Expr::col("witness").eq(witness))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// Keeps the checkpoint of a size for good, so that a slow witness finds it still there; answers whether it is there.
    pub async fn keep_checkpoint(&self, size: u64) -> Result<bool, Error> {
        let update = Query::update()
            .table("ledger_checkpoints")
            .value("kept", true)
            .and_where(Expr::col("size").eq(signed(size)))
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }

    /// Keeps a witness's line under the checkpoint of a size; answers whether that checkpoint is still there.
    pub async fn cosign(&self, size: u64, cosignature: &Cosignature) -> Result<bool, Error> {
        if !self.keep_checkpoint(size).await? {
            return Ok(false);
        }
        let insert = Query::insert()
            .into_table("ledger_cosignatures")
            .columns(["size", "witness", "line", "at"])
            .values_panic([
                signed(size).into(),
                cosignature.witness.as_str().into(),
                cosignature.line.as_str().into(),
                cosignature.at.into(),
            ])
            // A witness may be asked twice at the same time; its newer line is as good as the one before.
            .on_conflict(
                OnConflict::columns(["witness", "size"])
                    .update_columns(["line", "at"])
                    .to_owned(),
            )
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(true)
    }
}
