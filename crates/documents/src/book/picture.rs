//! Pictures of pages on their way into a book: kept on disk one after the other, none of them in memory for long.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ExtendedColorType, ImageFormat, ImageReader, Limits};
use std::fs::File;
use std::io::{self, Cursor, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use thiserror::Error;

/// How much of a picture JPEG keeps: scans stay readable at a tenth of their size.
const QUALITY: u8 = 72;
/// The longer side of the small picture that stands for another, in pixels.
const SMALL: u32 = 96;
/// What begins the mark of a small picture.
pub(super) const MARK: &[u8] = b"daftar-picture-";
/// How many digits follow it.
pub(super) const DIGITS: usize = 6;
/// The most memory that one picture of a page may take: the widest, and eight times as high.
const MEMORY: u64 = 128 * 1024 * 1024;
/// How far the colours of a pixel may be apart in what is still grey.
const GREY: u8 = 16;

/// A picture that was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Pixels from side to side.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Whether it has no colours.
    pub grey: bool,
    start: u64,
    length: u64,
}

/// Why a picture was not kept.
#[derive(Debug, Error)]
pub enum PictureError {
    /// It is none.
    #[error("not a picture")]
    Unreadable,
    /// The disk said no.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The pictures of a book, in one file.
#[derive(Debug)]
pub struct Pictures {
    file: File,
    all: Vec<Picture>,
    end: u64,
}

impl Pictures {
    /// Begins, in a file that exists and is empty.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn in_file(path: &Path) -> io::Result<Self> {
        let file = File::options().read(true).write(true).open(path)?;
        Ok(Self {
            file,
            all: Vec::new(),
            end: 0,
        })
    }

    /// Those that were kept.
    pub fn all(&self) -> &[Picture] {
        &self.all
    }

    /// Keeps a PNG as JPEG; answers its place. Slow: call it where it may block.
    ///
    /// # Errors
    /// When it is no picture, or the disk fails.
    pub fn keep(&mut self, png: &[u8]) -> Result<usize, PictureError> {
        let picture = read(png)?;
        let grey = is_grey(&picture);
        let (width, height) = (picture.width(), picture.height());
        let jpeg = written(&picture, grey, QUALITY)?;
        self.file.write_all(&jpeg)?;
        let length = jpeg.len() as u64;
        self.all.push(Picture {
            width,
            height,
            grey,
            start: self.end,
            length,
        });
        self.end += length;
        Ok(self.all.len() - 1)
    }

    /// The bytes of one of them.
    pub(super) fn read(&mut self, at: usize) -> io::Result<Option<(Picture, Vec<u8>)>> {
        let Some(picture) = self.all.get(at).copied() else {
            return Ok(None);
        };
        self.file.seek(SeekFrom::Start(picture.start))?;
        let mut jpeg = Vec::new();
        (&self.file).take(picture.length).read_to_end(&mut jpeg)?;
        Ok(Some((picture, jpeg)))
    }
}

/// Reads a picture that a reader of strangers' papers has drawn: it is believed no further than its bounds.
fn read(png: &[u8]) -> Result<DynamicImage, PictureError> {
    let mut reader = ImageReader::with_format(Cursor::new(png), ImageFormat::Png);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| PictureError::Unreadable)?;
    Ok(DynamicImage::ImageRgb8(picture.into_rgb8()))
}

fn is_grey(picture: &DynamicImage) -> bool {
    let pixels = picture.as_bytes().chunks_exact(3);
    pixels.into_iter().all(|pixel| {
        let (least, most) = (pixel.iter().min(), pixel.iter().max());
        least.zip(most).is_none_or(|(least, most)| most - least < GREY)
    })
}

fn written(picture: &DynamicImage, grey: bool, quality: u8) -> Result<Vec<u8>, PictureError> {
    let (width, height) = (picture.width(), picture.height());
    let mut jpeg = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
    let done = if grey {
        encoder.encode(picture.to_luma8().as_raw(), width, height, ExtendedColorType::L8)
    } else {
        encoder.encode(picture.to_rgb8().as_raw(), width, height, ExtendedColorType::Rgb8)
    };
    done.map_err(|_| PictureError::Unreadable)?;
    Ok(jpeg)
}

/// A small picture of the same shape and kind, with a mark by which it is found again in the document.
pub(crate) fn placeholder(picture: &Picture, at: usize) -> Option<Vec<u8>> {
    let longer = picture.width.max(picture.height).max(1);
    let side = |side: u32| (u64::from(side) * u64::from(SMALL)).div_ceil(u64::from(longer)).max(1);
    let (width, height) = (
        u32::try_from(side(picture.width)).ok()?,
        u32::try_from(side(picture.height)).ok()?,
    );
    let small = DynamicImage::new_rgb8(width, height);
    let jpeg = written(&small, picture.grey, 1).ok()?;
    let mark = [MARK, format!("{at:0DIGITS$}").as_bytes()].concat();
    let length = u16::try_from(mark.len() + 2).ok()?;
    // A comment, right after the two bytes that begin every JPEG.
    let (begin, rest) = jpeg.split_at_checked(2)?;
    Some([begin, &[0xFF, 0xFE], &length.to_be_bytes(), &mark, rest].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, pixel: [u8; 3]) -> Vec<u8> {
        let picture = image::RgbImage::from_pixel(width, height, image::Rgb(pixel));
        let mut png = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(picture)
            .write_to(&mut png, ImageFormat::Png)
            .unwrap();
        png.into_inner()
    }

    #[test]
    fn pictures_are_kept_in_their_order_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pictures");
        File::create_new(&path).unwrap();
        let mut pictures = Pictures::in_file(&path).unwrap();
        for (shade, grey) in [([10, 10, 10], true), ([200, 10, 10], false), ([250, 250, 255], true)] {
            let at = pictures.keep(&png(300, 400, shade)).unwrap();
            assert_eq!((pictures.all()[at].width, pictures.all()[at].grey), (300, grey));
        }
        for at in [2, 0, 1] {
            let (picture, jpeg) = pictures.read(at).unwrap().unwrap();
            let read = image::load_from_memory_with_format(&jpeg, ImageFormat::Jpeg).unwrap();
            assert_eq!((read.width(), read.height()), (picture.width, picture.height));
        }
        assert!(pictures.read(3).unwrap().is_none());
        assert!(matches!(pictures.keep(b"\x89PNG no"), Err(PictureError::Unreadable)));
    }

    #[test]
    fn a_small_picture_has_the_shape_of_the_other_and_a_mark() {
        let picture = Picture {
            width: 1200,
            height: 1700,
            grey: true,
            start: 0,
            length: 0,
        };
        let small = placeholder(&picture, 17).unwrap();
        let read = image::load_from_memory_with_format(&small, ImageFormat::Jpeg).unwrap();
        assert_eq!((read.width(), read.height()), (68, 96));
        assert!(small.windows(21).any(|window| window == b"daftar-picture-000017"));
    }
}
