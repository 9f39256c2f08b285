//! Sending a file back to its last sender, with a reason.

use super::forward::target;
use super::taken::{On, move_file_signed, prepare_move};
use crate::office::{Error, Office, Work};
use crate::signing::{Prepared, Signature};
use daftar_domain::access::Officer;
use daftar_domain::filing::{File, FilingRefusal, Moved, ReturnReason};
use daftar_domain::office::Act;

/// Why a file goes back.
#[derive(Debug, Clone)]
pub struct ReturnFile {
    /// The reason code.
    pub reason: ReturnReason,
    /// What is written beside it.
    pub remark: Option<String>,
}

/// Sends a file on the officer's desk back to where it came from; the officer signs that.
pub async fn return_file(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    command: &ReturnFile,
    signature: Option<&Signature>,
) -> Result<Act, Error> {
    move_file_signed(office, officer, on, signature, async |work, file| {
        give_back(work, officer, file, command).await
    })
    .await
}

/// Shows what [`return_file`] would sign.
pub async fn prepare_return(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    command: &ReturnFile,
) -> Result<Prepared, Error> {
    prepare_move(office, officer, on, async |work, file| {
        give_back(work, officer, file, command).await
    })
    .await
}

async fn give_back(work: &Work<'_>, officer: &Officer, file: File, command: &ReturnFile) -> Result<Moved, Error> {
    let sender = file.custody.holding().and_then(|holding| holding.sender);
    let sender = sender.ok_or_else(|| Error::refused(FilingRefusal::NoSender))?;
    let to = target(work, sender).await?;
    file.return_to_sender(to, command.reason, command.remark.as_deref(), officer, work.now)
        .map_err(Error::refused)
}
