//! The holder looks at a file: from then on its sender cannot pull it back.

use super::taken::{On, Taken, act};
use crate::office::{Error, Office};
use daftar_domain::access::{Action, Officer};
use daftar_domain::office::Act;

/// Records that the holder looked at the file. Looking again changes nothing and leaves no entry.
pub async fn record_opening(office: &Office, officer: &Officer, on: On<'_>) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.file, on.version, Action::WriteFile).await?;
            let looked = taken
                .file
                .clone()
                .record_opening(officer, work.now)
                .map_err(Error::refused)?;
            let Some((file, event)) = looked else {
                return Ok(act(&taken.file, String::new(), Vec::new()));
            };
            taken.keep(work, &file, None).await?;
            let entry = work.record(&event).await?;
            Ok(act(&file, entry, file.warnings()))
        })
        .await
}
