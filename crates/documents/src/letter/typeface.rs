//! The base-14 faces and the widths of their letters (Adobe's metrics, for the characters that English needs).

/// The face of a letter's body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Typeface {
    /// Typeset.
    #[default]
    Times,
    /// Typewritten.
    Courier,
}

/// One of the faces that a page uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Times,
    TimesBold,
    Courier,
    CourierBold,
}

impl Face {
    pub(super) const ALL: [Self; 4] = [Self::Times, Self::TimesBold, Self::Courier, Self::CourierBold];

    pub(super) const fn base_font(self) -> &'static [u8] {
        match self {
            Self::Times => b"Times-Roman",
            Self::TimesBold => b"Times-Bold",
            Self::Courier => b"Courier",
            Self::CourierBold => b"Courier-Bold",
        }
    }

    pub(super) const fn name(self) -> &'static [u8] {
        match self {
            Self::Times => b"T",
            Self::TimesBold => b"TB",
            Self::Courier => b"C",
            Self::CourierBold => b"CB",
        }
    }

    /// The width of a text in points.
    pub(super) fn width(self, text: &[u8], size: f32) -> f32 {
        let thousandths: u32 = text.iter().map(|byte| u32::from(self.advance(*byte))).sum();
        // The texts measured here are lines: their widths are small whole numbers.
        f32::from(u16::try_from(thousandths.min(60_000)).unwrap_or(60_000)) / 1000.0 * size
    }

    fn advance(self, byte: u8) -> u16 {
        let table = match self {
            Self::Times => &TIMES,
            Self::TimesBold => &TIMES_BOLD,
            Self::Courier | Self::CourierBold => return 600,
        };
        match byte {
            32..=126 => table[usize::from(byte) - 32],
            0x91 | 0x92 => 333,
            0x97 => 1000,
            _ => 500,
        }
    }
}

/// Text in the encoding of the base-14 faces (`WinAnsi`); what it does not hold becomes `?`.
pub(super) fn encode(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| match c {
            ' '..='~' => c as u8,
            '\u{2018}' => 0x91,
            '\u{2019}' => 0x92,
            '\u{201C}' => 0x93,
            '\u{201D}' => 0x94,
            '\u{2013}' => 0x96,
            '\u{2014}' => 0x97,
            '\u{A0}'..='\u{FF}' => u8::try_from(u32::from(c)).unwrap_or(b'?'),
            _ => b'?',
        })
        .collect()
}

#[rustfmt::skip]
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

#[rustfmt::skip]
const TIMES_BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
    930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
    611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
    333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500,
    556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];
