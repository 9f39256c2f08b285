//! Number series, jobs, idempotency keys, the access log.

mod access_log;
mod counters;
mod idempotency;
mod jobs;

pub use idempotency::Reserved;
pub use jobs::{Job, JobCounts, Lane, NewJob};
