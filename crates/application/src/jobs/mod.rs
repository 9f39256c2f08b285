//! Jobs of the outbox: work that follows a change, done after it, at least once.

mod papers;

use crate::certificates;
use crate::dispatch as letters;
use crate::filing;
use crate::office::{Error, Office};
use crate::organisation;
use chrono::Duration;
use daftar_persistence::Job;
use futures_util::FutureExt as _;
use std::convert::Infallible;
use std::panic::AssertUnwindSafe;

pub use daftar_persistence::JobCounts;
pub use papers::sweep_papers;

/// How long a job belongs to a worker who says nothing more: then it was killed, and another does the job.
const LEASE_SECONDS: i64 = 30;
/// How often a worker says that he is still at it.
const RENEWAL: std::time::Duration = std::time::Duration::from_secs(5);
/// How often a job is tried before it is given up.
const TRIES: i32 = 8;
/// How long replies to idempotency keys are kept.
const KEY_HOURS: i64 = 24;
/// How long attempts to sign in are kept.
const ATTEMPT_DAYS: i64 = 30;
/// How long questions of strangers are kept that found nothing.
const ENQUIRY_DAYS: i64 = 1;

/// Does the job that has waited longest; answers whether there was one.
pub async fn run_next(office: &Office) -> Result<bool, Error> {
    let now = office.now();
    let until = now + Duration::seconds(LEASE_SECONDS);
    let Some(job) = office.database().claim_job(now, until).await? else {
        return Ok(false);
    };
    // A job that took its worker down every time is not tried for ever either: claiming it counts.
    let done = if job.attempts >= TRIES {
        Err(Error::Internal("it never came to an end".to_owned()))
    } else {
        attempt(office, &job).await
    };
    match done {
        Ok(()) => office.database().finish_job(job.id, office.now()).await?,
        Err(error) => put_off(office, &job, &error).await?,
    }
    Ok(true)
}

/// Does one job; a panic is its failure, not its worker's end.
async fn attempt(office: &Office, job: &Job) -> Result<(), Error> {
    let done = AssertUnwindSafe(dispatch(office, job)).catch_unwind();
    // Side by side: a job that holds the writer must go on while its lease waits for it.
    tokio::select! {
        done = done => done.unwrap_or_else(|_| Err(Error::Internal("it panicked".to_owned()))),
        never = renew(office, job) => match never {},
    }
}

/// Renews the lease of a job for as long as somebody waits for this.
async fn renew(office: &Office, job: &Job) -> Infallible {
    loop {
        tokio::time::sleep(RENEWAL).await;
        let until = office.now() + Duration::seconds(LEASE_SECONDS);
        if let Err(error) = office.database().hold_job(job.id, until).await {
            tracing::warn!(job = %job.id, %error, "the lease of a job was not renewed");
        }
    }
}

/// Tries a job again after a while that doubles each time, and in the end gives it up.
async fn put_off(office: &Office, job: &Job, error: &Error) -> Result<(), Error> {
    let tries = job.attempts + 1;
    tracing::error!(job = %job.id, kind = job.kind, tries, given_up = tries >= TRIES, %error, "a job failed");
    if tries >= TRIES && job.kind == filing::EXPORT_JOB {
        filing::give_up_export(office, job).await?;
    }
    let wait = Duration::seconds(2_i64.saturating_pow(u32::try_from(tries).unwrap_or(1)));
    let again = (tries < TRIES).then(|| office.now() + wait);
    Ok(office
        .database()
        .fail_job(job.id, &error.to_string(), again, office.now())
        .await?)
}

/// How many jobs are open, and how many were given up.
pub async fn counts(office: &Office) -> Result<JobCounts, Error> {
    Ok(office.database().job_counts().await?)
}

/// Does one job by its kind.
async fn dispatch(office: &Office, job: &Job) -> Result<(), Error> {
    match job.kind.as_str() {
        certificates::LIST_JOB => certificates::make_list(office).await,
        letters::DELIVER_JOB => letters::deliver(office, &job.payload).await,
        filing::EXPORT_JOB => filing::make_export(office, job).await,
        organisation::IMPORT_JOB => organisation::run_import(office, &job.payload).await,
        kind => Err(Error::Internal(format!("no worker knows the job '{kind}'"))),
    }
}

/// Throws away what is kept for a time only, and renews what would expire. Run now and then; running it twice does no harm.
pub async fn housekeeping(office: &Office) -> Result<(), Error> {
    let gone = office
        .database()
        .forget_keys(office.now() - Duration::hours(KEY_HOURS))
        .await?;
    tracing::debug!(gone, "old idempotency keys forgotten");
    let gone = office
        .database()
        .forget_attempts(office.now() - Duration::days(ATTEMPT_DAYS))
        .await?;
    tracing::debug!(gone, "old sign-in attempts forgotten");
    let gone = office
        .database()
        .forget_enquiries(office.now() - Duration::days(ENQUIRY_DAYS))
        .await?;
    tracing::debug!(gone, "old enquiries forgotten");
    // As long as a request may be repeated, and its answer with it.
    let gone = office
        .database()
        .forget_preparations(office.now() - Duration::hours(KEY_HOURS))
        .await?;
    tracing::debug!(gone, "old preparations of signatures forgotten");
    let gone = filing::forget_exports(office).await?;
    tracing::debug!(gone, "bytes of old exports removed");
    certificates::renew_lists(office).await?;
    letters::remind(office).await?;
    Ok(())
}
