//! Asking for an export, seeing one's own, and forgetting those whose time is over.

use super::make::{EXPORT_JOB, Payload};
use crate::filing::read::readable;
use crate::office::{Error, Idempotency, Office, permit};
use chrono::Duration;
use daftar_documents::Digest;
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{ExportState, export_file};
use daftar_domain::ledger::Actor;
use daftar_domain::office::{ExportId, FileId, Language};
use daftar_persistence::filing::ExportRow;
use std::collections::HashSet;
use std::time::SystemTime;

/// How long a blob may wait for a row: bytes that have just arrived again are left alone.
const IDLE_HOURS: i64 = 24;

/// Asks for an export of a file; a worker makes it. Answers its id, and the digest of the ledger's entry.
///
/// # Errors
/// `file-not-opened`, `export-under-way`.
pub async fn request_export(
    office: &Office,
    officer: &Officer,
    file: FileId,
    language: Language,
    once: Option<&Idempotency>,
) -> Result<(ExportId, String), Error> {
    office
        .act(officer, once, async |work| {
            let found = work.tx.filing().file(file, officer).await?.ok_or(Error::NotFound)?;
            let standing = found.file.standing(officer, found.granted);
            work.permit(officer, Action::ExportFile, standing, Some(file.0))?;
            let own = work.tx.filing().exports(file, officer).await?;
            let under_way = own
                .iter()
                .any(|row| matches!(row.state, ExportState::Waiting | ExportState::Making));
            let id: ExportId = work.new_id();
            let event = export_file(&found.file, officer, under_way, id, language).map_err(Error::refused)?;
            work.tx
                .filing()
                .add_export(id, file, language, officer, work.now)
                .await?;
            work.enqueue(EXPORT_JOB, &Payload { export: id }).await?;
            Ok((id, work.record(&event).await?))
        })
        .await
}

/// The officer's own exports of a file that he may still see, the latest first.
pub async fn file_exports(office: &Office, officer: &Officer, file: FileId) -> Result<Vec<ExportRow>, Error> {
    let found = readable(office, officer, file, "ReadExports").await?;
    let standing = found.file.standing(officer, found.granted);
    let permitted = permit(officer, Action::ExportFile, standing, Some(file.0));
    office.logged(officer, permitted).await?;
    let now = office.now();
    let rows = office.database().filing().exports(file, officer).await?;
    let over = |row: &ExportRow| row.expires_at.is_some_and(|until| until <= now);
    Ok(rows.into_iter().filter(|row| !over(row)).collect())
}

/// Forgets exports whose time is over, with their bytes; answers how many blobs were removed. What is left behind when it
/// is cut short is swept like every blob without a row.
pub async fn forget_exports(office: &Office) -> Result<usize, Error> {
    let digests = office
        .act_as(Actor::SYSTEM, None, async |work| {
            Ok(work.tx.filing().forget_exports(work.now).await?)
        })
        .await?;
    if digests.is_empty() {
        return Ok(0);
    }
    let mut named: HashSet<String> = office.database().documents().known(digests.clone()).await?;
    named.extend(office.database().filing().exported(digests.clone()).await?);
    let unnamed = digests.iter().filter(|digest| !named.contains(*digest));
    let unnamed: Vec<Digest> = unnamed.filter_map(|digest| digest.parse().ok()).collect();
    let idle_since = SystemTime::from(office.now() - Duration::hours(IDLE_HOURS));
    let removed = office.blobs().discard(&unnamed, idle_since).await;
    removed.map_err(|error| Error::Internal(error.to_string()))
}
