//! Linking files.

use super::taken::{On, Taken, act};
use crate::office::{Error, Office};
use daftar_domain::access::{Action, Officer};
use daftar_domain::office::{Act, FileId};

/// Links the file to another that the officer sees.
pub async fn link_file(office: &Office, officer: &Officer, on: On<'_>, other: FileId) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.file, on.version, Action::WriteFile).await?;
            let seen = work.tx.filing().visible_among(&[other], officer).await?;
            if seen.is_empty() {
                return Err(Error::field("/file_id", "unknown-file"));
            }
            let (file, event) = taken
                .file
                .clone()
                .link(other, officer, work.now)
                .map_err(Error::refused)?;
            taken.keep(work, &file, None).await?;
            work.tx.filing().add_link(on.file, other, work.now).await?;
            let entry = work.record(&event).await?;
            Ok(act(&file, entry, Vec::new()))
        })
        .await
}

/// Takes a link away.
pub async fn unlink_file(office: &Office, officer: &Officer, on: On<'_>, other: FileId) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.file, on.version, Action::WriteFile).await?;
            let (file, event) = taken
                .file
                .clone()
                .unlink(other, officer, work.now)
                .map_err(Error::refused)?;
            taken.keep(work, &file, None).await?;
            if !work.tx.filing().remove_link(on.file, other).await? {
                return Err(Error::NotFound);
            }
            let entry = work.record(&event).await?;
            Ok(act(&file, entry, Vec::new()))
        })
        .await
}
