//! What can be told about a paper at once: how many pages, and whether they can be shown.

use crate::media_type::MediaType;
use crate::tiff;
use hayro_syntax::{LoadPdfError, Pdf};
use image::{ImageFormat, ImageReader, Limits};
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// The most pixels of one picture: an A3 sheet at 600 dots per inch, with room.
const MOST_PIXELS: u64 = 80_000_000;
/// The longest side of a picture.
const LONGEST_SIDE: u32 = 20_000;
/// The most memory for decoding one picture.
const MOST_MEMORY: u64 = 400 * 1024 * 1024;
/// The last bytes in which a whole PDF ends.
const TAIL: usize = 4096;

/// Whether pages can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Readability {
    /// They can.
    Ok,
    /// Not without a password.
    Encrypted,
    /// Broken, cut off, or beyond what we draw.
    Unreadable,
}

impl Readability {
    /// The stable word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Encrypted => "encrypted",
            Self::Unreadable => "unreadable",
        }
    }
}

/// What was found out about a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inspection {
    /// How many pages; none when nobody can tell.
    pub pages: Option<u32>,
    /// Whether they can be shown.
    pub readability: Readability,
}

impl Inspection {
    pub(crate) const UNREADABLE: Self = Self {
        pages: None,
        readability: Readability::Unreadable,
    };
    const ENCRYPTED: Self = Self {
        pages: None,
        readability: Readability::Encrypted,
    };

    fn of_pages(pages: u32) -> Self {
        if pages == 0 {
            return Self::UNREADABLE;
        }
        Self {
            pages: Some(pages),
            readability: Readability::Ok,
        }
    }
}

/// Looks at a whole paper. Slow, and may panic in a parser: run it in the workshop.
pub(crate) fn inspect(bytes: Vec<u8>, media_type: MediaType) -> Inspection {
    match media_type {
        MediaType::Pdf => inspect_pdf(bytes),
        MediaType::Jpeg | MediaType::Png => inspect_picture(&bytes, media_type, 1),
        MediaType::Tiff => match tiff::page_count(&bytes) {
            Some(pages) => inspect_picture(&bytes, media_type, pages),
            None => Inspection::UNREADABLE,
        },
    }
}

fn inspect_pdf(bytes: Vec<u8>) -> Inspection {
    let whole = ends_as_a_pdf(&bytes);
    match Pdf::new(bytes) {
        // A reader that repairs would show some pages of a paper that was cut off, and nobody
        // would notice that the rest is missing.
        Ok(_) if !whole => Inspection::UNREADABLE,
        Ok(pdf) => u32::try_from(pdf.pages().len()).map_or(Inspection::UNREADABLE, Inspection::of_pages),
        Err(LoadPdfError::Decryption(_)) => Inspection::ENCRYPTED,
        Err(LoadPdfError::Invalid) => Inspection::UNREADABLE,
    }
}

fn ends_as_a_pdf(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    tail.windows(5).any(|window| window == b"%%EOF")
}

fn inspect_picture(bytes: &[u8], media_type: MediaType, pages: u32) -> Inspection {
    match reader(bytes, media_type).into_dimensions() {
        Ok((width, height)) if drawable(width, height) => Inspection::of_pages(pages),
        _ => Inspection::UNREADABLE,
    }
}

/// Whether a picture of this size is decoded at all. The size is what the file declares: a lie costs
/// an error later, never memory.
pub(crate) fn drawable(width: u32, height: u32) -> bool {
    width > 0
        && height > 0
        && width <= LONGEST_SIDE
        && height <= LONGEST_SIDE
        && u64::from(width) * u64::from(height) <= MOST_PIXELS
}

/// A reader for a picture of a known sort, with its limits set.
pub(crate) fn reader(bytes: &[u8], media_type: MediaType) -> ImageReader<Cursor<&[u8]>> {
    let format = match media_type {
        MediaType::Jpeg => ImageFormat::Jpeg,
        MediaType::Tiff => ImageFormat::Tiff,
        MediaType::Png | MediaType::Pdf => ImageFormat::Png,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    reader
}
