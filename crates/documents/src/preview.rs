//! Pictures of pages, drawn once and kept next to the blobs.

use crate::blob::BlobStore;
use crate::digest::Digest;
use crate::inspect::{Inspection, drawable, inspect, reader};
use crate::media_type::MediaType;
use crate::tiff;
use crate::workshop::{Failed, Workshop};
use bytes::Bytes;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use hayro_syntax::Pdf;
use image::{DynamicImage, ImageFormat, imageops::FilterType};
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};
use std::time::Duration;
use thiserror::Error;
use tokio::fs;
use uuid::Uuid;

/// The widest picture of a page, in pixels.
pub const MAX_WIDTH: u32 = 1600;
/// Widths are rounded up to one of these, so that a page has few pictures.
const WIDTHS: [u32; 6] = [160, 320, 480, 800, 1200, MAX_WIDTH];
/// No page is more than this many times higher than wide.
const TALLEST: f32 = 8.0;
/// How long one page may take.
const PATIENCE: Duration = Duration::from_secs(20);

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
    pub fn new(store: BlobStore, at_once: usize) -> Self {
        Self {
            store,
            workshop: Workshop::new(at_once, PATIENCE),
        }
    }

    /// Finds out how many pages a paper has and whether they can be shown.
    pub async fn inspect(&self, digest: Digest, media_type: MediaType) -> io::Result<Inspection> {
        let path = self.store.path(digest);
        let found = self
            .workshop
            .run(move || std::fs::read(path).map(|bytes| inspect(bytes, media_type)))
            .await;
        match found {
            Ok(read) => read,
            Err(Failed) => Ok(Inspection::UNREADABLE),
        }
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
        let drawn = self
            .workshop
            .run(move || draw(&path, media_type, index, width))
            .await
            .map_err(|Failed| PreviewError::Unreadable)??;
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

fn draw(path: &Path, media_type: MediaType, index: usize, width: u32) -> Result<Vec<u8>, PreviewError> {
    let bytes = std::fs::read(path)?;
    match media_type {
        MediaType::Pdf => draw_pdf(bytes, index, width),
        MediaType::Tiff => {
            let bytes = tiff::with_page_first(bytes, index).ok_or(PreviewError::NoSuchPage)?;
            draw_picture(&bytes, media_type, width)
        }
        MediaType::Jpeg | MediaType::Png if index == 0 => draw_picture(&bytes, media_type, width),
        MediaType::Jpeg | MediaType::Png => Err(PreviewError::NoSuchPage),
    }
}

fn draw_pdf(bytes: Vec<u8>, index: usize, width: u32) -> Result<Vec<u8>, PreviewError> {
    let pdf = Pdf::new(bytes).map_err(|_| PreviewError::Unreadable)?;
    let page = pdf.pages().get(index).ok_or(PreviewError::NoSuchPage)?;
    let scale = scale(page.render_dimensions(), width).ok_or(PreviewError::Unreadable)?;
    let cache = RenderCache::new();
    let picture = hayro::render(
        page,
        &cache,
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: WHITE,
        },
    );
    picture.into_png().map_err(|_| PreviewError::Unreadable)
}

/// How much a page of this size is enlarged to be `width` pixels wide; less when it is very tall,
/// none when its size is nonsense.
fn scale((page_width, page_height): (f32, f32), width: u32) -> Option<f32> {
    let sane = |side: f32| side.is_finite() && side >= 1.0;
    if !sane(page_width) || !sane(page_height) {
        return None;
    }
    let width = f32::from(u16::try_from(width).ok()?);
    Some((width / page_width).min(width * TALLEST / page_height))
}

fn draw_picture(bytes: &[u8], media_type: MediaType, width: u32) -> Result<Vec<u8>, PreviewError> {
    let unreadable = |_| PreviewError::Unreadable;
    let (actual, height) = reader(bytes, media_type).into_dimensions().map_err(unreadable)?;
    if !drawable(actual, height) {
        return Err(PreviewError::Unreadable);
    }
    let picture = reader(bytes, media_type).decode().map_err(unreadable)?;
    let picture = if actual > width {
        picture.resize(width, width.saturating_mul(8), FilterType::Triangle)
    } else {
        picture
    };
    let mut png = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture.into_rgb8())
        .write_to(&mut png, ImageFormat::Png)
        .map_err(unreadable)?;
    Ok(png.into_inner())
}
