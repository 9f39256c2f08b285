//! Papers that no row names: an upload that failed after its bytes had arrived.

use crate::office::{Error, Office};
use chrono::{Days, Duration};
use daftar_documents::{Digest, Swept, Times};
use std::collections::HashSet;
use std::io;
use std::time::SystemTime;

/// How long a blob may wait for its row.
const IDLE_HOURS: i64 = 24;
/// How many days a blob lies aside before it is removed.
const ASIDE_DAYS: u64 = 30;

/// Sets the blobs aside that no document and no export names, and removes what was set aside long ago. Run once a day.
pub async fn sweep_papers(office: &Office) -> Result<Swept, Error> {
    let now = office.now();
    let today = now.date_naive();
    let times = Times {
        idle_since: SystemTime::from(now - Duration::hours(IDLE_HOURS)),
        today,
        forget_before: today.checked_sub_days(Days::new(ASIDE_DAYS)).unwrap_or(today),
    };
    let swept = office
        .blobs()
        .sweep(times, async |digests: &[Digest]| known(office, digests).await)
        .await
        .map_err(|error| Error::Internal(error.to_string()))?;
    tracing::info!(?swept, "papers without a row were looked for");
    Ok(swept)
}

async fn known(office: &Office, digests: &[Digest]) -> io::Result<HashSet<Digest>> {
    let named: Vec<String> = digests.iter().map(ToString::to_string).collect();
    let database = office.database();
    let documents = database.documents().known(named.iter().cloned()).await;
    let exports = database.filing().exported(named.clone()).await;
    let mails = database.mails().known(&named).await;
    let mut known = documents.map_err(io::Error::other)?;
    known.extend(exports.map_err(io::Error::other)?);
    known.extend(mails.map_err(io::Error::other)?);
    known
        .iter()
        .map(|digest| digest.parse().map_err(io::Error::other))
        .collect()
}
