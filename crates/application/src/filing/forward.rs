//! Sending a file onward.

use super::taken::{On, move_file};
use crate::office::{Error, Office, Work};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{File, Forward, Moved, Target};
use daftar_domain::office::{Act, PostId};

/// Where a file goes, and for what.
#[derive(Debug, Clone)]
pub struct ForwardFile {
    /// The receiver.
    pub to: PostId,
    /// What he is asked for.
    pub forward: Forward,
}

/// Sends a file on the officer's desk to another post.
pub async fn forward_file(office: &Office, officer: &Officer, on: On<'_>, command: &ForwardFile) -> Result<Act, Error> {
    move_file(office, officer, on, Action::MoveFile, async |work, file| {
        forward(work, officer, file, command).await
    })
    .await
}

/// The step itself, also for a note that is signed and sent at once.
pub(super) async fn forward(
    work: &Work<'_>,
    officer: &Officer,
    file: File,
    command: &ForwardFile,
) -> Result<Moved, Error> {
    let to = target(work, command.to).await?;
    file.forward(to, &command.forward, officer, work.now)
        .map_err(Error::refused)
}

/// The post that a file is sent to, as it is now.
pub(super) async fn target(work: &Work<'_>, post: PostId) -> Result<Target, Error> {
    let target = work.tx.filing().target(post).await?;
    target.ok_or_else(|| Error::field("/to_post_id", "unknown-post"))
}
