//! The faces that are bundled: a serif for Latin letters, Nastaliq for Urdu. No other is ever used, so a print looks the
//! same wherever it is made.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, is_default_ignorable};
use typst::utils::LazyHash;

const FILES: [&[u8]; 6] = [
    include_bytes!("../../fonts/LibertinusSerif-Regular.ttf"),
    include_bytes!("../../fonts/LibertinusSerif-Bold.ttf"),
    include_bytes!("../../fonts/LibertinusSerif-Italic.ttf"),
    include_bytes!("../../fonts/LibertinusSerif-BoldItalic.ttf"),
    include_bytes!("../../fonts/NotoNastaliqUrdu-Regular.ttf"),
    include_bytes!("../../fonts/NotoNastaliqUrdu-Bold.ttf"),
];

/// The faces and what they can show.
pub(super) struct Faces {
    pub(super) book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Faces {
    /// Reads the bundled faces; `None` if one of them is damaged.
    pub(super) fn bundled() -> Option<Self> {
        let read = |file: &'static [u8]| Font::new(Bytes::new(file), 0);
        let fonts = FILES.into_iter().map(read).collect::<Option<Vec<_>>>()?;
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Some(Self { book, fonts })
    }

    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Whether a character can be printed: some face shows it, or it is one that is not seen.
    pub(super) fn show(&self, character: char) -> bool {
        let shown = |font: &Font| font.info().coverage.contains(u32::from(character));
        matches!(character, '\n' | '\t') || is_default_ignorable(character) || self.fonts.iter().any(shown)
    }
}
