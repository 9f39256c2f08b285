//! A typed letter as a scanner would deliver it: grey pictures, a little skew, some dust.

use super::write::{Picture, picture_pdf};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use hayro_syntax::Pdf;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, GrayImage, Luma};
use thiserror::Error;

/// The quality of the scanner's pictures.
const QUALITY: u8 = 60;
/// Columns for one row of skew.
const SKEW: u32 = 160;
/// One speck of dust on so many pixels.
const DUST: u32 = 4001;

/// The letter could not be scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the letter cannot be scanned")]
pub struct ScanError;

/// Scans a PDF at `dpi` dots per inch into a PDF that holds pictures only.
pub fn scan(pdf: Vec<u8>, dpi: u16) -> Result<Vec<u8>, ScanError> {
    let pdf = Pdf::new(pdf).map_err(|_| ScanError)?;
    let cache = RenderCache::new();
    let scale = f32::from(dpi) / 72.0;
    let settings = PixmapSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
    };
    let pictures = pdf
        .pages()
        .iter()
        .map(|page| {
            let drawn = hayro::render(
                page,
                &cache,
                &InterpreterSettings::default(),
                &RenderSettings::default(),
                &settings,
            );
            let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
            let grey: Vec<u8> = drawn.data().iter().map(|p| grey(p.r, p.g, p.b)).collect();
            let sheet = GrayImage::from_raw(width, height, grey).ok_or(ScanError)?;
            picture(&worn(&sheet))
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(picture_pdf(&pictures))
}

fn grey(r: u8, g: u8, b: u8) -> u8 {
    let sum = u16::from(r) + u16::from(g) + u16::from(b);
    u8::try_from(sum / 3).unwrap_or(u8::MAX)
}

/// The sheet as the glass saw it: off-white, slightly turned, dusty. No chance is involved.
fn worn(sheet: &GrayImage) -> GrayImage {
    GrayImage::from_fn(sheet.width(), sheet.height(), |x, y| {
        let Luma([ink]) = *sheet.get_pixel(x, (y + x / SKEW).min(sheet.height() - 1));
        let grain = u8::try_from((x.wrapping_mul(31) ^ y.wrapping_mul(17)) % 7).unwrap_or(0);
        let speck = x.wrapping_mul(7919).wrapping_add(y.wrapping_mul(104_729)) % DUST == 0;
        Luma([if speck {
            ink / 2
        } else {
            (ink - ink / 16).saturating_sub(grain)
        }])
    })
}

fn picture(sheet: &GrayImage) -> Result<Picture, ScanError> {
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode(sheet.as_raw(), sheet.width(), sheet.height(), ExtendedColorType::L8)
        .map_err(|_| ScanError)?;
    let side = |pixels: u32| i32::try_from(pixels).map_err(|_| ScanError);
    Ok(Picture {
        jpeg,
        width: side(sheet.width())?,
        height: side(sheet.height())?,
    })
}
