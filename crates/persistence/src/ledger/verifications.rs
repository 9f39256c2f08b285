//! Runs of the office's own check of its ledger.

use super::checkpoints::unsigned;
use super::list::Ledger;
use super::sequence::signed;
use crate::database::{Error, Page, parse};
use daftar_domain::ledger::VerificationState;
use daftar_domain::office::{PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

const TABLE: &str = "ledger_verifications";

/// A run of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationRow {
    /// Its id; ids follow time.
    pub id: Uuid,
    /// Who asked for it, with his names in English and Urdu; nobody where the office does it by itself.
    pub asked_by: Option<(PersonId, String, String)>,
    /// When.
    pub asked_at: Timestamp,
    /// When somebody began with it.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// How many entries were looked at.
    pub done: u64,
    /// How many there are.
    pub total: u64,
    /// How it stands.
    pub state: VerificationState,
    /// Where the first wrong thing is.
    pub place: Option<String>,
    /// What is wrong with it, or why the check could not be carried through.
    pub problem: Option<String>,
    /// What was looked at: JSON.
    pub counts: Option<String>,
}

/// What came of a run.
#[derive(Debug, Clone)]
pub struct VerificationEnd {
    /// How it ended.
    pub outcome: VerificationState,
    /// Where the first wrong thing is.
    pub place: Option<String>,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// What was looked at: JSON.
    pub counts: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    asked_by: Option<Uuid>,
    asked_at: Timestamp,
    started_at: Option<Timestamp>,
    finished_at: Option<Timestamp>,
    done: i64,
    total: i64,
    outcome: Option<String>,
    place: Option<String>,
    problem: Option<String>,
    counts: Option<String>,
    name_en: Option<String>,
    name_ur: Option<String>,
}

impl Row {
    fn read(self) -> Result<VerificationRow, Error> {
        let state = match (&self.outcome, self.started_at) {
            (Some(outcome), _) => parse(TABLE, outcome)?,
            (None, Some(_)) => VerificationState::Running,
            (None, None) => VerificationState::Waiting,
        };
        let asked_by = match (self.asked_by, self.name_en, self.name_ur) {
            (Some(id), Some(name_en), Some(name_ur)) => Some((PersonId(id), name_en, name_ur)),
            _ => None,
        };
        Ok(VerificationRow {
            id: self.id,
            asked_by,
            asked_at: self.asked_at,
            started_at: self.started_at,
            finished_at: self.finished_at,
            done: unsigned(self.done),
            total: unsigned(self.total),
            state,
            place: self.place,
            problem: self.problem,
            counts: self.counts,
        })
    }
}

impl<C: ConnectionTrait> Ledger<'_, C> {
    /// A page of the runs, the latest first.
    pub async fn verifications(&self, before: Option<Uuid>, limit: u64) -> Result<Page<VerificationRow>, Error> {
        let mut select = select();
        select
            .and_where_option(before.map(|before| Expr::col((TABLE, "id")).lt(before)))
            .order_by((TABLE, "id"), Order::Desc)
            .limit(limit + 1);
        let rows = self.connection.query_all(&select).await?;
        let rows = rows.iter().map(|row| Row::from_query_result(row, "")?.read());
        let rows: Vec<VerificationRow> = rows.collect::<Result<_, Error>>()?;
        Ok(Page::cut(rows, limit, |row| row.id))
    }

    /// What the last run found that could be carried through.
    pub async fn last_verified(&self) -> Result<Option<VerificationState>, Error> {
        let told = [VerificationState::Whole, VerificationState::Wrong].map(VerificationState::as_str);
        let select = Query::select()
            .column("outcome")
            .from(TABLE)
            .and_where(Expr::col("outcome").is_in(told))
            .order_by("id", Order::Desc)
            .limit(1)
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let outcome: Option<String> = row.map(|row| row.try_get("", "outcome")).transpose()?;
        outcome.map(|outcome| parse(TABLE, &outcome)).transpose()
    }

    /// The run that has not ended and was asked for first.
    pub async fn open_verification(&self) -> Result<Option<VerificationRow>, Error> {
        let mut select = select();
        select
            .and_where(Expr::col((TABLE, "finished_at")).is_null())
            .order_by((TABLE, "id"), Order::Asc)
            .limit(1);
        let row = self.connection.query_one(&select).await?;
        row.map(|row| Row::from_query_result(&row, "")?.read()).transpose()
    }
}

impl Ledger<'_, DatabaseTransaction> {
    /// Asks for a run.
    pub async fn ask_verification(&self, id: Uuid, by: Option<PersonId>, now: Timestamp) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table(TABLE)
            .columns(["id", "asked_by", "asked_at", "done", "total"])
            .values_panic([
                id.into(),
                by.map(|person| person.0).into(),
                now.into(),
                0_i64.into(),
                0_i64.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Takes an open run until `until`, unless somebody else has it; whoever has it longer begins anew.
    pub async fn take_verification(&self, id: Uuid, now: Timestamp, until: Timestamp) -> Result<bool, Error> {
        let update = Query::update()
            .table(TABLE)
            .value("started_at", now)
            .value("locked_until", until)
            .value("done", 0_i64)
            .and_where(Expr::col("id").eq(id))
            .and_where(Expr::col("finished_at").is_null())
            .and_where(
                Expr::col("locked_until")
                    .is_null()
                    .or(Expr::col("locked_until").lt(now)),
            )
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }

    /// Notes how far a run is, and keeps it until `until`.
    pub async fn note_verification(&self, id: Uuid, done: u64, total: u64, until: Timestamp) -> Result<(), Error> {
        let update = Query::update()
            .table(TABLE)
            .value("done", signed(done))
            .value("total", signed(total))
            .value("locked_until", until)
            .and_where(Expr::col("id").eq(id))
            .and_where(Expr::col("finished_at").is_null())
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// Notes what came of a run.
    pub async fn end_verification(&self, id: Uuid, end: &VerificationEnd, now: Timestamp) -> Result<(), Error> {
        let update = Query::update()
            .table(TABLE)
            .value("finished_at", now)
            .value("outcome", end.outcome.as_str())
            .value("place", end.place.clone())
            .value("problem", end.problem.clone())
            .value("counts", end.counts.clone())
            .and_where(Expr::col("id").eq(id))
            .and_where(Expr::col("finished_at").is_null())
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }
}

fn select() -> SelectStatement {
    let columns = [
        "id",
        "asked_by",
        "asked_at",
        "started_at",
        "finished_at",
        "done",
        "total",
        "outcome",
        "place",
        "problem",
        "counts",
    ];
    Query::select()
        .columns(columns.map(|column| (TABLE, column)))
        .columns([("persons", "name_en"), ("persons", "name_ur")])
        .from(TABLE)
        .left_join("persons", Expr::col(("persons", "id")).equals((TABLE, "asked_by")))
        .to_owned()
}
