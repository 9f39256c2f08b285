//! Sending a file back to its last sender, with a reason.

use super::forward::target;
use super::taken::{On, move_file};
use crate::office::{Error, Office};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{FilingRefusal, ReturnReason};
use daftar_domain::office::Act;

/// Why a file goes back.
#[derive(Debug, Clone)]
pub struct ReturnFile {
    /// The reason code.
    pub reason: ReturnReason,
    /// What is written beside it.
    pub remark: Option<String>,
}

/// Sends a file on the officer's desk back to where it came from.
pub async fn return_file(office: &Office, officer: &Officer, on: On<'_>, command: &ReturnFile) -> Result<Act, Error> {
    move_file(office, officer, on, Action::MoveFile, async |work, file| {
        let sender = file.custody.holding().and_then(|holding| holding.sender);
        let sender = sender.ok_or_else(|| Error::refused(FilingRefusal::NoSender))?;
        let to = target(work, sender).await?;
        file.return_to_sender(to, command.reason, command.remark.as_deref(), officer, work.now)
            .map_err(Error::refused)
    })
    .await
}
