//! Taking back a file that the receiver has not looked at.

use super::taken::{On, move_file};
use crate::office::{Error, Office};
use daftar_domain::access::{Action, Officer};
use daftar_domain::office::Act;

/// Takes a file back onto the officer's desk.
pub async fn pull_back_file(office: &Office, officer: &Officer, on: On<'_>) -> Result<Act, Error> {
    move_file(office, officer, on, Action::PullBackFile, async |work, file| {
        file.pull_back(officer, work.now).map_err(Error::refused)
    })
    .await
}
