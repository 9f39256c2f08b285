//! The outbox: work that must follow a change, written with it and done after it, at least once.

use crate::database::{Database, Error, Tx};
use daftar_domain::office::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait as _, LockBehavior, LockType, Order, Query};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Jobs that wait for each other: one that takes long, or waits for a machine elsewhere, holds up only its own lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Done in a moment.
    Short,
    /// Takes minutes.
    Long,
    /// Waits for the mail server.
    Mail,
}

impl Lane {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Short, Self::Long, Self::Mail];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
            Self::Mail => "mail",
        }
    }
}

/// A job to be written with a change.
#[derive(Debug, Clone)]
pub struct NewJob {
    /// Its stable id; a handler that runs twice recognises itself by it.
    pub id: Uuid,
    /// What is to be done.
    pub kind: &'static str,
    /// With which others it waits.
    pub lane: Lane,
    /// With what: JSON.
    pub payload: String,
    /// Not before.
    pub run_at: Timestamp,
}

/// A job that was claimed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Job {
    /// Its stable id.
    pub id: Uuid,
    /// What is to be done.
    pub kind: String,
    /// With what: JSON.
    pub payload: String,
    /// How often it was tried before.
    pub attempts: i32,
}

/// How many jobs there are, for whoever watches the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobCounts {
    /// Not finished: waiting, running, or to be tried again.
    pub open: i64,
    /// Given up after too many failures; somebody must look.
    pub given_up: i64,
}

impl Tx {
    /// Writes a job into the outbox.
    pub async fn push_job(&self, job: &NewJob) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("jobs")
            .columns(["id", "kind", "lane", "payload", "run_at", "attempts"])
            .values_panic([
                job.id.into(),
                job.kind.into(),
                job.lane.as_str().into(),
                job.payload.as_str().into(),
                job.run_at.into(),
                0_i32.into(),
            ])
            .to_owned();
        self.connection().execute(&insert).await?;
        Ok(())
    }
}

impl Database {
    /// Claims the job that has waited longest, of a lane or of all, until `until`; whoever fails to finish it by then loses
    /// it again.
    pub async fn claim_job(&self, lane: Option<Lane>, now: Timestamp, until: Timestamp) -> Result<Option<Job>, Error> {
        let tx = self.begin().await?;
        let mut select = Query::select();
        select
            .columns(["id", "kind", "payload", "attempts"])
            .from("jobs")
            .and_where(Expr::col("finished_at").is_null())
            .and_where(Expr::col("run_at").lte(now))
            .and_where_option(lane.map(|lane| Expr::col("lane").eq(lane.as_str())))
            .cond_where(
                Expr::col("locked_until")
                    .is_null()
                    .or(Expr::col("locked_until").lt(now)),
            )
            .order_by("run_at", Order::Asc)
            .limit(1);
        if tx.locks_rows() {
            select.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
        }
        let Some(row) = tx.connection().query_one(&select).await? else {
            return Ok(None);
        };
        let job = Job::from_query_result(&row, "")?;
        let update = Query::update()
            .table("jobs")
            .value("locked_until", until)
            .value("attempts", Expr::col("attempts").add(1))
            .and_where(Expr::col("id").eq(job.id))
            .to_owned();
        tx.connection().execute(&update).await?;
        tx.commit().await?;
        Ok(Some(job))
    }

    /// Keeps a claimed job until a later moment: it takes long, and is still worked on.
    pub async fn hold_job(&self, id: Uuid, until: Timestamp) -> Result<(), Error> {
        self.update_job(id, |update| {
            update.value("locked_until", until);
        })
        .await
    }

    /// Marks a job as done.
    pub async fn finish_job(&self, id: Uuid, now: Timestamp) -> Result<(), Error> {
        self.update_job(id, |update| {
            update
                .value("finished_at", now)
                .value("last_error", Option::<String>::None);
        })
        .await
    }

    /// Notes why a job failed, and when to try again; `None` gives it up.
    pub async fn fail_job(&self, id: Uuid, why: &str, again: Option<Timestamp>, now: Timestamp) -> Result<(), Error> {
        self.update_job(id, |update| {
            update
                .value("last_error", why)
                .value("locked_until", Option::<Timestamp>::None);
            match again {
                Some(at) => update.value("run_at", at),
                None => update.value("finished_at", now),
            };
        })
        .await
    }

    /// How many jobs are open, and how many were given up.
    pub async fn job_counts(&self) -> Result<JobCounts, Error> {
        let count = async |condition: Expr| {
            let select = Query::select()
                .expr_as(Expr::col("id").count(), "jobs")
                .from("jobs")
                .and_where(condition)
                .to_owned();
            let row = self.reader().query_one(&select).await?;
            Ok::<i64, Error>(row.map_or(Ok(0), |row| row.try_get("", "jobs"))?)
        };
        let finished = || Expr::col("finished_at").is_not_null();
        Ok(JobCounts {
            open: count(finished().not()).await?,
            // A job that was done has no last error.
            given_up: count(finished().and(Expr::col("last_error").is_not_null())).await?,
        })
    }

    async fn update_job(
        &self,
        id: Uuid,
        change: impl FnOnce(&mut sea_orm::sea_query::UpdateStatement),
    ) -> Result<(), Error> {
        let tx = self.begin().await?;
        let mut update = Query::update();
        update.table("jobs").and_where(Expr::col("id").eq(id));
        change(&mut update);
        tx.connection().execute(&update).await?;
        tx.commit().await
    }
}
