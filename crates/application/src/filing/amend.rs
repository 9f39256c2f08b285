//! Amending what a file is about and how urgent it is.

use super::taken::{On, Taken, act};
use crate::office::{Error, Office};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::Amendment;
use daftar_domain::office::Act;

/// Amends subject, classification (only upward), priority and due date of a file on the officer's desk.
pub async fn update_file(office: &Office, officer: &Officer, on: On<'_>, amendment: &Amendment) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.file, on.version, Action::WriteFile).await?;
            let amended = taken.file.clone().amend(amendment.clone(), officer, work.now);
            let (file, event) = amended.map_err(Error::refused)?;
            taken.keep(work, &file, None).await?;
            let entry = work.record(&event).await?;
            Ok(act(&file, entry, file.warnings()))
        })
        .await
}
