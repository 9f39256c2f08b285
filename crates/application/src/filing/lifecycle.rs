//! Closing and reopening.

use super::taken::{On, move_file};
use crate::office::{Error, Office};
use daftar_domain::access::{Action, Officer};
use daftar_domain::office::Act;

/// Closes a file on the officer's desk.
pub async fn close_file(office: &Office, officer: &Officer, on: On<'_>, remark: Option<&str>) -> Result<Act, Error> {
    move_file(office, officer, on, Action::MoveFile, async |work, file| {
        let open_parts = work.tx.filing().open_parts(file.id).await?;
        file.close(open_parts, remark, officer, work.now)
            .map_err(Error::refused)
    })
    .await
}

/// Reopens a closed file of the officer's section on his desk.
pub async fn reopen_file(office: &Office, officer: &Officer, on: On<'_>, reason: &str) -> Result<Act, Error> {
    move_file(office, officer, on, Action::ReopenFile, async |work, file| {
        file.reopen(reason, officer, work.now).map_err(Error::refused)
    })
    .await
}
