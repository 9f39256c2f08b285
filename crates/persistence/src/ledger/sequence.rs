//! Giving entries their places in the tree. One transaction at a time does it; those that write entries do not wait for it.

use super::list::Ledger;
use crate::database::{Error, Tx};
use daftar_domain::ledger::EventKind;
use daftar_domain::office::EntryId;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait as _, Order, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};
use uuid::Uuid;

/// Any number that all nodes agree on: whoever holds this advisory lock on `PostgreSQL` gives the places.
const SEQUENCER_LOCK: i64 = 0x0064_6166_7461_7232;
/// Places that one statement gives. Few sizes, so that a database meets few different statements.
const AT_ONCE: [usize; 3] = [256, 16, 1];

/// An entry as the tree takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The entry.
    pub id: EntryId,
    /// Its canonical form.
    pub body: String,
}

impl Tx {
    /// Whether this transaction may give places: no other one does. On `SQLite` it holds the only write lock already.
    pub async fn leads_the_ledger(&self) -> Result<bool, Error> {
        if !self.locks_rows() {
            return Ok(true);
        }
        let ask = format!("SELECT pg_try_advisory_xact_lock({SEQUENCER_LOCK})");
        let ask = Statement::from_string(DbBackend::Postgres, ask);
        let row = self.connection().query_one_raw(ask).await?;
        Ok(row.map_or(Ok(false), |row| row.try_get_by_index(0))?)
    }
}

impl<C: ConnectionTrait> Ledger<'_, C> {
    /// How many entries have no place yet, counted up to `most`.
    pub async fn pending(&self, most: u64) -> Result<u64, Error> {
        let waiting = Query::select()
            .column("id")
            .from("ledger_entries")
            .and_where(Expr::col("position").is_null())
            .limit(most)
            .to_owned();
        let select = Query::select()
            .expr_as(Expr::col("id").count(), "waiting")
            .from_subquery(waiting, "waiting")
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let waiting: i64 = row.map_or(Ok(0), |row| row.try_get("", "waiting"))?;
        Ok(waiting.try_into().unwrap_or_default())
    }

    /// Whether the ledger has an act on this thing.
    pub async fn knows(&self, subject: Uuid, kind: EventKind) -> Result<bool, Error> {
        let select = Query::select()
            .column("id")
            .from("ledger_entries")
            .and_where(Expr::col("subject_id").eq(subject))
            .and_where(Expr::col("kind").eq(kind.as_str()))
            .limit(1)
            .to_owned();
        Ok(self.connection.query_one(&select).await?.is_some())
    }

    /// Entries in the order of the tree, from a position on.
    pub async fn leaves(&self, from: u64, limit: u64) -> Result<Vec<Leaf>, Error> {
        let select = Query::select()
            .columns(["id", "body"])
            .from("ledger_entries")
            .and_where(Expr::col("position").gte(signed(from)))
            .order_by("position", Order::Asc)
            .limit(limit)
            .to_owned();
        self.read_leaves(&select).await
    }

    /// Certain entries, in the order of their ids.
    pub async fn leaves_among(&self, ids: &[EntryId]) -> Result<Vec<Leaf>, Error> {
        let select = Query::select()
            .columns(["id", "body"])
            .from("ledger_entries")
            .and_where(Expr::col("id").is_in(ids.iter().map(|id| id.0)))
            .order_by("id", Order::Asc)
            .to_owned();
        self.read_leaves(&select).await
    }

    async fn read_leaves(&self, select: &sea_orm::sea_query::SelectStatement) -> Result<Vec<Leaf>, Error> {
        let rows = self.connection.query_all(select).await?;
        let leaf = |row: &sea_orm::QueryResult| {
            Ok(Leaf {
                id: EntryId(row.try_get::<Uuid>("", "id")?),
                body: row.try_get("", "body")?,
            })
        };
        rows.iter().map(leaf).collect()
    }
}

impl Ledger<'_, DatabaseTransaction> {
    /// The entries that wait for a place, in the order in which they get it.
    pub async fn waiting(&self, limit: u64) -> Result<Vec<Leaf>, Error> {
        let select = Query::select()
            .columns(["id", "body"])
            .from("ledger_entries")
            .and_where(Expr::col("position").is_null())
            .order_by("id", Order::Asc)
            .limit(limit)
            .to_owned();
        self.read_leaves(&select).await
    }

    /// Gives entries their places, from `first` on.
    pub async fn place(&self, entries: &[EntryId], first: u64) -> Result<(), Error> {
        let mut rest: Vec<(EntryId, u64)> = entries.iter().copied().zip(first..).collect();
        for size in AT_ONCE {
            while rest.len() >= size {
                let later = rest.split_off(size);
                self.place_some(&rest).await?;
                rest = later;
            }
        }
        Ok(())
    }

    async fn place_some(&self, entries: &[(EntryId, u64)]) -> Result<(), Error> {
        let mut position = CaseStatement::new();
        for (id, place) in entries {
            position = position.case(Expr::col("id").eq(id.0), signed(*place));
        }
        let update = Query::update()
            .table("ledger_entries")
            .value("position", position)
            .and_where(Expr::col("id").is_in(entries.iter().map(|(id, _)| id.0)))
            .and_where(Expr::col("position").is_null())
            .to_owned();
        let done = self.connection.execute(&update).await?;
        if done.rows_affected() == entries.len() as u64 {
            Ok(())
        } else {
            Err(Error::Inconsistent {
                table: "ledger_entries",
                problem: "an entry got its place twice".to_owned(),
            })
        }
    }
}

/// Positions and sizes as columns hold them.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
