//! Pictures of pages, drawn once and kept next to the blobs.

use crate::blob::BlobStore;
use crate::digest::Digest;
use crate::inspect::Inspection;
use crate::media_type::MediaType;
use crate::task::{Answer, Task};
use crate::workshop::{Drawing, Workshop};
use bytes::Bytes;
use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use thiserror::Error;
use tokio::fs;
use tokio::sync::OwnedMutexGuard;
use uuid::Uuid;

/// The widest picture of a page, in pixels.
pub const MAX_WIDTH: u32 = 1600;
/// Widths are rounded up to one of these, so that a page has few pictures.
const WIDTHS: [u32; 6] = [160, 320, 480, 800, 1200, MAX_WIDTH];

/// How long it is remembered that a page could not be drawn.
const REMEMBERED: Duration = Duration::from_hours(1);

/// Whose turn it is to draw a page of a paper.
#[derive(Debug, Clone, Default)]
struct Turns(Arc<Mutex<HashMap<Digest, Weak<tokio::sync::Mutex<()>>>>>);

impl Turns {
    async fn of(&self, paper: Digest) -> OwnedMutexGuard<()> {
        let turn = {
            let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            turns.retain(|_, turn| turn.strong_count() > 0);
            let waiting = turns.get(&paper).and_then(Weak::upgrade);
            let turn = waiting.unwrap_or_default();
            turns.insert(paper, Arc::downgrade(&turn));
            turn
        };
        turn.lock_owned().await
    }
}

/// Makes and keeps the pictures of pages.
#[derive(Debug, Clone)]
pub struct Previews {
    store: BlobStore,
    /// Where arriving papers are looked at: a page that is slow to draw keeps nobody from handing a paper in.
    counter: Workshop,
    /// Where pages are drawn.
    desk: Workshop,
    turns: Turns,
}

/// Why there is no picture.
#[derive(Debug, Error)]
pub enum PreviewError {
    /// The paper has no such page.
    #[error("no such page")]
    NoSuchPage,
    /// The page cannot be drawn.
    #[error("the page cannot be shown")]
    Unreadable,
    /// The disk said no.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Previews {
    /// Pictures of the papers in `store`, at most `at_once` drawn, and as many looked at, at the same time.
    pub fn new(store: BlobStore, at_once: usize, drawing: Drawing) -> Self {
        Self {
            store,
            counter: Workshop::new(at_once, drawing.clone()),
            desk: Workshop::new(at_once, drawing),
            turns: Turns::default(),
        }
    }

    /// Finds out how many pages a paper has and whether they can be shown.
    pub async fn inspect(&self, digest: Digest, media_type: MediaType) -> io::Result<Inspection> {
        let path = self.store.path(digest);
        Ok(match self.counter.run(path, media_type, Task::Inspect).await? {
            Some(Answer::Inspection(found)) => found,
            _ => Inspection::UNREADABLE,
        })
    }

    /// Whether the signatures of a PDF are good for somebody who trusts the root (DER); no word of them where it cannot be
    /// read. A paper that takes its reader over may lie: that a document is one of the office's own is known by its digest.
    pub async fn signatures(&self, digest: Digest, root: &[u8]) -> io::Result<Vec<bool>> {
        let (path, root) = (self.store.path(digest), root.to_vec());
        Ok(
            match self
                .counter
                .run(path, MediaType::Pdf, Task::Signatures { root })
                .await?
            {
                Some(Answer::Signatures(good)) => good,
                _ => Vec::new(),
            },
        )
    }

    /// A PNG of page `page` (from 1), about `width` pixels wide.
    pub async fn page(
        &self,
        digest: Digest,
        media_type: MediaType,
        page: u32,
        width: u32,
    ) -> Result<Bytes, PreviewError> {
        let width = rounded(width);
        let folder = self.store.previews(digest);
        let kept = folder.join(format!("{page}-{width}.png"));
        if let Some(picture) = found(&kept).await? {
            return Ok(picture);
        }
        // One page of a paper at a time: a paper that is slow to draw takes one place, however often it is asked for.
        let _turn = self.turns.of(digest).await;
        if let Some(picture) = found(&kept).await? {
            return Ok(picture);
        }
        let failed = folder.join(format!("{page}.failed"));
        if lately(&failed).await {
            return Err(PreviewError::Unreadable);
        }
        let index = page.checked_sub(1).ok_or(PreviewError::NoSuchPage)? as usize;
        let path = self.store.path(digest);
        let drawn = match self.desk.run(path, media_type, Task::Draw { index, width }).await? {
            Some(Answer::Picture(drawn)) => drawn,
            Some(Answer::NoSuchPage) => return Err(PreviewError::NoSuchPage),
            _ => {
                keep(&folder, &failed, &[]).await?;
                return Err(PreviewError::Unreadable);
            }
        };
        keep(&folder, &kept, &drawn).await?;
        Ok(drawn.into())
    }
}

/// A picture that was kept.
async fn found(kept: &Path) -> io::Result<Option<Bytes>> {
    match fs::read(kept).await {
        Ok(picture) => Ok(Some(picture.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether drawing a page failed within the last hour. Later it is tried again: the machine may only have been busy.
async fn lately(failed: &Path) -> bool {
    let written = async { fs::metadata(failed).await?.modified() };
    written
        .await
        .is_ok_and(|at| at.elapsed().is_ok_and(|age| age < REMEMBERED))
}

fn rounded(width: u32) -> u32 {
    WIDTHS.into_iter().find(|kept| *kept >= width).unwrap_or(MAX_WIDTH)
}

/// Writes beside and renames: a picture that is there is whole.
async fn keep(folder: &Path, place: &Path, picture: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder).await?;
    let beside = folder.join(Uuid::new_v4().to_string());
    fs::write(&beside, picture).await?;
    fs::rename(&beside, place).await
}
