//! Laying a file aside until a day, and taking it up again.

use super::taken::{On, move_file};
use crate::office::{Error, Office};
use chrono::NaiveDate;
use daftar_domain::access::{Action, Officer};
use daftar_domain::office::Act;

/// Lays a file on the officer's desk aside until the morning of a day.
pub async fn park_file(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    until: NaiveDate,
    remark: Option<&str>,
) -> Result<Act, Error> {
    move_file(office, officer, on, Action::MoveFile, async |work, file| {
        file.park(until, remark, officer, work.now).map_err(Error::refused)
    })
    .await
}

/// Takes up a parked file before its day.
pub async fn resume_file(office: &Office, officer: &Officer, on: On<'_>) -> Result<Act, Error> {
    move_file(office, officer, on, Action::MoveFile, async |work, file| {
        file.resume(officer, work.now).map_err(Error::refused)
    })
    .await
}
