//! Who may see a file, and why: for whoever may read it himself.

use super::read::{missing, names, readable};
use crate::office::{Error, Office};
use crate::organisation::PostRef;
use daftar_domain::access::Officer;
use daftar_domain::filing::Reason;
use daftar_domain::office::FileId;

/// A post that may see a file, by name.
#[derive(Debug, Clone)]
pub struct SightDetail {
    /// The post.
    pub post: PostRef,
    /// Every reason why it may.
    pub reasons: Vec<Reason>,
}

/// The posts that may see the file, with the reasons of each.
pub async fn list_file_access(office: &Office, officer: &Officer, id: FileId) -> Result<Vec<SightDetail>, Error> {
    let file = readable(office, officer, id, "ReadFileAccess").await?.file;
    let seen = file.seen_by(&office.database().filing().onlookers(&file).await?);
    let mut posts = names(office, seen.iter().map(|sight| sight.post)).await?;
    seen.into_iter()
        .map(|sight| {
            let post = posts.remove(&sight.post).ok_or_else(|| missing("post"))?;
            let reasons = sight.reasons;
            Ok(SightDetail { post, reasons })
        })
        .collect()
}
