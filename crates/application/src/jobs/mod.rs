//! Jobs of the outbox: work that follows a change, done after it, at least once.

mod papers;
mod patience;

use crate::certificates;
use crate::dispatch as letters;
use crate::filing;
use crate::office::{Error, Office};
use crate::organisation;
use chrono::Duration;
use daftar_domain::office::Timestamp;
use daftar_persistence::Job;
use futures_util::FutureExt as _;
use patience::Patience;
use std::convert::Infallible;
use std::panic::AssertUnwindSafe;

pub use daftar_persistence::{JobCounts, Lane};
pub use papers::sweep_papers;

/// How long a job belongs to a worker who says nothing more: then it was killed, and another does the job.
const LEASE_SECONDS: i64 = 30;
/// How often a worker says that he is still at it.
const RENEWAL: std::time::Duration = std::time::Duration::from_secs(5);
/// How long replies to idempotency keys are kept.
const KEY_HOURS: i64 = 24;
/// How long attempts to sign in are kept.
const ATTEMPT_DAYS: i64 = 30;
/// How long questions of strangers are kept that found nothing.
const ENQUIRY_DAYS: i64 = 1;

/// What a job leaves to be done.
enum Left {
    /// Nothing.
    Nothing,
    /// The same again, at a later moment: nothing went wrong in this office.
    Again(Timestamp),
}

/// Which others a job of a kind waits with.
pub(crate) fn lane(kind: &str) -> Lane {
    match kind {
        filing::EXPORT_JOB | organisation::IMPORT_JOB => Lane::Long,
        letters::MAIL_JOB => Lane::Mail,
        _ => Lane::Short,
    }
}

/// Does the job that has waited longest, of whatever lane; answers whether there was one.
pub async fn run_next(office: &Office) -> Result<bool, Error> {
    run_next_of(office, None).await
}

/// Does the job of a lane that has waited longest; answers whether there was one.
pub async fn run_next_in(office: &Office, lane: Lane) -> Result<bool, Error> {
    run_next_of(office, Some(lane)).await
}

async fn run_next_of(office: &Office, lane: Option<Lane>) -> Result<bool, Error> {
    let now = office.now();
    let until = now + Duration::seconds(LEASE_SECONDS);
    let Some(job) = office.database().claim_job(lane, now, until).await? else {
        return Ok(false);
    };
    // A job that took its worker down every time is not tried for ever either: claiming it counts.
    let done = if job.attempts >= Patience::with(&job.kind).tries {
        Err(Error::Internal("it never came to an end".to_owned()))
    } else {
        attempt(office, &job).await
    };
    match done {
        Ok(Left::Nothing) => office.database().finish_job(job.id, office.now()).await?,
        Ok(Left::Again(at)) => {
            let (database, now) = (office.database(), office.now());
            database
                .fail_job(job.id, "it is not its time yet", Some(at), now)
                .await?;
        }
        Err(error) => put_off(office, &job, &error).await?,
    }
    Ok(true)
}

/// Does one job; a panic is its failure, not its worker's end.
async fn attempt(office: &Office, job: &Job) -> Result<Left, Error> {
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
    let wait = Patience::with(&job.kind).wait(tries);
    tracing::error!(job = %job.id, kind = job.kind, tries, given_up = wait.is_none(), %error, "a job failed");
    if wait.is_none() {
        match job.kind.as_str() {
            filing::EXPORT_JOB => filing::give_up_export(office, job).await?,
            letters::MAIL_JOB => letters::give_up_mail(office, &job.payload).await?,
            _ => {}
        }
    }
    let again = wait.map(|wait| office.now() + wait);
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
async fn dispatch(office: &Office, job: &Job) -> Result<Left, Error> {
    match job.kind.as_str() {
        letters::MAIL_JOB => {
            let again = letters::send_letter(office, &job.payload).await?;
            return Ok(again.map_or(Left::Nothing, Left::Again));
        }
        certificates::LIST_JOB => certificates::make_list(office).await,
        letters::DELIVER_JOB => letters::deliver(office, &job.payload).await,
        filing::EXPORT_JOB => filing::make_export(office, job).await,
        organisation::IMPORT_JOB => organisation::run_import(office, &job.payload).await,
        kind => Err(Error::Internal(format!("no worker knows the job '{kind}'"))),
    }?;
    Ok(Left::Nothing)
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
