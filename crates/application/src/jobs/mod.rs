//! Jobs of the outbox: work that follows a change, done after it, at least once.

use crate::office::{Error, Office};
use crate::organisation;
use chrono::Duration;
use daftar_persistence::Job;

/// How long a job may take before another worker tries it.
const LEASE_MINUTES: i64 = 10;
/// How often a job is tried before it is given up.
const TRIES: i32 = 8;
/// How long replies to idempotency keys are kept.
const KEY_HOURS: i64 = 24;
/// How long attempts to sign in are kept.
const ATTEMPT_DAYS: i64 = 30;

/// Does the job that has waited longest; answers whether there was one.
pub async fn run_next(office: &Office) -> Result<bool, Error> {
    let now = office.now();
    let Some(job) = office
        .database()
        .claim_job(now, now + Duration::minutes(LEASE_MINUTES))
        .await?
    else {
        return Ok(false);
    };
    match dispatch(office, &job).await {
        Ok(()) => office.database().finish_job(job.id, office.now()).await?,
        Err(error) => {
            tracing::error!(job = %job.id, kind = job.kind, %error, "a job failed");
            let tries = job.attempts + 1;
            let wait = Duration::seconds(2_i64.saturating_pow(u32::try_from(tries).unwrap_or(1)));
            let again = (tries < TRIES).then(|| office.now() + wait);
            office
                .database()
                .fail_job(job.id, &error.to_string(), again, office.now())
                .await?;
        }
    }
    Ok(true)
}

/// Does one job by its kind.
async fn dispatch(office: &Office, job: &Job) -> Result<(), Error> {
    match job.kind.as_str() {
        organisation::IMPORT_JOB => organisation::run_import(office, &job.payload).await,
        kind => Err(Error::Internal(format!("no worker knows the job '{kind}'"))),
    }
}

/// Throws away what is kept for a time only. Run now and then; running it twice does no harm.
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
    Ok(())
}
