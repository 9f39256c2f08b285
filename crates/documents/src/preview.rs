//! Pictures of pages, drawn once and kept next to the blobs.

use crate::blob::BlobStore;
use crate::digest::Digest;
use crate::inspect::Inspection;
use crate::media_type::MediaType;
use crate::task::{Answer, Task};
use crate::workshop::{Drawing, Workshop};
use bytes::Bytes;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;
use tokio::fs;
use uuid::Uuid;

/// The widest picture of a page, in pixels.
pub const MAX_WIDTH: u32 = 1600;
/// Widths are rounded up to one of these, so that a page has few pictures.
const WIDTHS: [u32; 6] = [160, 320, 480, 800, 1200, MAX_WIDTH];

/// Makes and keeps the pictures of pages.
#[derive(Debug, Clone)]
pub struct Previews {
    store: BlobStore,
    workshop: Workshop,
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
    /// Pictures of the papers in `store`, at most `at_once` drawn at the same time.
    pub fn new(store: BlobStore, at_once: usize, drawing: Drawing) -> Self {
        Self {
            store,
            workshop: Workshop::new(at_once, drawing),
        }
    }

    /// Finds out how many pages a paper has and whether they can be shown.
    pub async fn inspect(&self, digest: Digest, media_type: MediaType) -> io::Result<Inspection> {
        let path = self.store.path(digest);
        Ok(match self.workshop.run(path, media_type, Task::Inspect).await? {
            Some(Answer::Inspection(found)) => found,
            _ => Inspection::UNREADABLE,
        })
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
        match fs::read(&kept).await {
            Ok(picture) => return Ok(picture.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
        let index = page.checked_sub(1).ok_or(PreviewError::NoSuchPage)? as usize;
        let path = self.store.path(digest);
        let drawn = match self.workshop.run(path, media_type, Task::Draw { index, width }).await? {
            Some(Answer::Picture(drawn)) => drawn,
            Some(Answer::NoSuchPage) => return Err(PreviewError::NoSuchPage),
            _ => return Err(PreviewError::Unreadable),
        };
        keep(&folder, &kept, &drawn).await?;
        Ok(drawn.into())
    }
}

fn rounded(width: u32) -> u32 {
    WIDTHS.into_iter().find(|kept| *kept >= width).unwrap_or(MAX_WIDTH)
}

/// Writes beside and renames: a picture that is there is whole.
async fn keep(folder: &Path, place: &PathBuf, picture: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder).await?;
    let beside = folder.join(Uuid::new_v4().to_string());
    fs::write(&beside, picture).await?;
    fs::rename(&beside, place).await
}
