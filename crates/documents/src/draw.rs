//! A page of a paper as a picture.

use crate::inspect::{drawable, reader};
use crate::media_type::MediaType;
use crate::task::Answer;
use crate::tiff;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use hayro_syntax::Pdf;
use image::{DynamicImage, ImageFormat, imageops::FilterType};
use std::io::Cursor;

/// No page is more than this many times higher than wide.
const TALLEST: f32 = 8.0;

/// Draws page `index` (from 0), about `width` pixels wide.
pub(crate) fn draw(paper: Vec<u8>, media_type: MediaType, index: usize, width: u32) -> Answer {
    let drawn = match media_type {
        MediaType::Pdf => draw_pdf(paper, index, width),
        MediaType::Tiff => tiff::with_page_first(paper, index)
            .ok_or(Answer::NoSuchPage)
            .and_then(|paper| draw_picture(&paper, media_type, width)),
        MediaType::Jpeg | MediaType::Png if index == 0 => draw_picture(&paper, media_type, width),
        MediaType::Jpeg | MediaType::Png => Err(Answer::NoSuchPage),
    };
    drawn.map_or_else(|without| without, Answer::Picture)
}

fn draw_pdf(bytes: Vec<u8>, index: usize, width: u32) -> Result<Vec<u8>, Answer> {
    let pdf = Pdf::new(bytes).map_err(|_| Answer::Unreadable)?;
    let page = pdf.pages().get(index).ok_or(Answer::NoSuchPage)?;
    let scale = scale(page.render_dimensions(), width).ok_or(Answer::Unreadable)?;
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
    picture.into_png().map_err(|_| Answer::Unreadable)
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

fn draw_picture(bytes: &[u8], media_type: MediaType, width: u32) -> Result<Vec<u8>, Answer> {
    let unreadable = |_| Answer::Unreadable;
    let (actual, height) = reader(bytes, media_type).into_dimensions().map_err(unreadable)?;
    if !drawable(actual, height) {
        return Err(Answer::Unreadable);
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
