//! What sort of paper some bytes are.

/// The sorts of paper that the office takes. Everything else is refused, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaType {
    /// Portable Document Format.
    Pdf,
    /// A photograph.
    Jpeg,
    /// A picture.
    Png,
    /// A scan or fax, possibly of many pages.
    Tiff,
}

impl MediaType {
    /// How many leading bytes [`MediaType::of`] wants to see.
    pub const PREFIX: usize = 16;

    /// The sort of paper that begins with `bytes`; none when the office does not take it.
    ///
    /// The mark must be the very first bytes: readers tolerate rubbish before it, and so do people
    /// who hide one format in another.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        const MARKS: [(&[u8], MediaType); 7] = [
            (b"%PDF-", MediaType::Pdf),
            (b"\xFF\xD8\xFF", MediaType::Jpeg),
            (b"\x89PNG\r\n\x1A\n", MediaType::Png),
            (b"II*\0", MediaType::Tiff),
            (b"MM\0*", MediaType::Tiff),
            (b"II+\0", MediaType::Tiff),
            (b"MM\0+", MediaType::Tiff),
        ];
        MARKS
            .into_iter()
            .find_map(|(mark, media_type)| bytes.starts_with(mark).then_some(media_type))
    }

    /// The media type, as headers name it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Tiff => "image/tiff",
        }
    }

    /// The media type that headers name so.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Pdf, Self::Jpeg, Self::Png, Self::Tiff]
            .into_iter()
            .find(|media_type| media_type.as_str() == text)
    }

    /// The usual ending of a file name, with its dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => ".pdf",
            Self::Jpeg => ".jpg",
            Self::Png => ".png",
            Self::Tiff => ".tif",
        }
    }
}
