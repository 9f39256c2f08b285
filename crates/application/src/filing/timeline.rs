//! What was done with a file, from the ledger.

use super::read::{must_be_opened, readable};
use crate::ledger::{TimelineEntry, TimelineQuery, timeline};
use crate::office::{Error, Office};
use daftar_domain::access::Officer;
use daftar_domain::ledger::SubjectKind;
use daftar_domain::office::FileId;
use daftar_persistence::Page;

/// The acts on a file, for whoever may read it and has opened it.
pub async fn file_timeline(
    office: &Office,
    officer: &Officer,
    id: FileId,
    query: &TimelineQuery,
) -> Result<Page<TimelineEntry>, Error> {
    let found = readable(office, officer, id, "ReadFileTimeline").await?;
    must_be_opened(&found.file, officer)?;
    timeline(office, officer, SubjectKind::File, id.0, query).await
}
