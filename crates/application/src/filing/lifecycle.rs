//! Closing and reopening.

use super::taken::{On, move_file, move_file_signed, prepare_move};
use crate::office::{Error, Office, Work};
use crate::signing::{Prepared, Signature};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{File, Moved};
use daftar_domain::office::Act;

/// Closes a file on the officer's desk; he signs that.
pub async fn close_file(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    remark: Option<&str>,
    signature: Option<&Signature>,
) -> Result<Act, Error> {
    move_file_signed(office, officer, on, signature, async |work, file| {
        close(work, officer, file, remark).await
    })
    .await
}

/// Shows what [`close_file`] would sign.
pub async fn prepare_closure(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    remark: Option<&str>,
) -> Result<Prepared, Error> {
    prepare_move(office, officer, on, async |work, file| {
        close(work, officer, file, remark).await
    })
    .await
}

async fn close(work: &Work<'_>, officer: &Officer, file: File, remark: Option<&str>) -> Result<Moved, Error> {
    let open_parts = work.tx.filing().open_parts(file.id).await?;
    file.close(open_parts, remark, officer, work.now)
        .map_err(Error::refused)
}

/// Reopens a closed file of the officer's section on his desk.
pub async fn reopen_file(office: &Office, officer: &Officer, on: On<'_>, reason: &str) -> Result<Act, Error> {
    move_file(office, officer, on, Action::ReopenFile, async |work, file| {
        file.reopen(reason, officer, work.now).map_err(Error::refused)
    })
    .await
}
