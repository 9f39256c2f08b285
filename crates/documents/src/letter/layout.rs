//! Where each line of a letter goes.

use super::Letter;
use super::typeface::{Face, Typeface, encode};

pub(super) const PAGE_WIDTH: f32 = 595.0;
pub(super) const PAGE_HEIGHT: f32 = 842.0;
const LEFT: f32 = 80.0;
const RIGHT: f32 = PAGE_WIDTH - 65.0;
const TOP: f32 = PAGE_HEIGHT - 70.0;
const BOTTOM: f32 = 80.0;
const FOOT: f32 = 45.0;

/// A line of text at its place.
pub(super) struct Line {
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) text: Vec<u8>,
    pub(super) underlined: bool,
}

impl Line {
    pub(super) fn width(&self) -> f32 {
        self.face.width(&self.text, self.size)
    }
}

pub(super) type Page = Vec<Line>;

/// Sets a letter on as many pages as it needs.
pub(super) fn pages(letter: &Letter) -> Vec<Page> {
    let mut setter = Setter::new(letter.typeface);
    setter.head(letter);
    setter.body(letter);
    setter.foot(letter);
    setter.number_pages()
}

struct Setter {
    plain: Face,
    bold: Face,
    size: f32,
    leading: f32,
    pages: Vec<Page>,
    page: Page,
    y: f32,
}

impl Setter {
    fn new(typeface: Typeface) -> Self {
        let (plain, bold, size) = match typeface {
            Typeface::Times => (Face::Times, Face::TimesBold, 12.0),
            Typeface::Courier => (Face::Courier, Face::CourierBold, 10.5),
        };
        Self {
            plain,
            bold,
            size,
            leading: size * 1.45,
            pages: Vec::new(),
            page: Vec::new(),
            y: TOP,
        }
    }

    fn head(&mut self, letter: &Letter) {
        for (i, text) in letter.letterhead.iter().enumerate() {
            let size = if i == 0 { self.size + 3.0 } else { self.size };
            let text = encode(text);
            let x = (PAGE_WIDTH - self.bold.width(&text, size)) / 2.0;
            self.put(self.bold, size, x, text, false);
            self.down(1.0);
        }
        self.down(1.0);
        let date = encode(&letter.date);
        let x = RIGHT - self.plain.width(&date, self.size);
        self.put(self.plain, self.size, LEFT, encode(&letter.reference), false);
        self.put(self.plain, self.size, x, date, false);
        self.down(2.0);
        if !letter.addressee.is_empty() {
            self.put(self.plain, self.size, LEFT, encode("To"), false);
            self.down(1.0);
        }
        for text in &letter.addressee {
            self.wrapped(self.plain, &encode(text), LEFT + 45.0, LEFT + 45.0, false);
        }
        self.down(0.8);
    }

    fn body(&mut self, letter: &Letter) {
        self.put(self.bold, self.size, LEFT, encode("Subject:"), false);
        self.wrapped(self.bold, &encode(&letter.subject), LEFT + 70.0, LEFT + 70.0, true);
        self.down(0.6);
        if !letter.salutation.is_empty() {
            self.wrapped(self.plain, &encode(&letter.salutation), LEFT, LEFT, false);
            self.down(0.4);
        }
        for (i, text) in letter.paragraphs.iter().enumerate() {
            self.room(2);
            if i > 0 {
                self.put(self.plain, self.size, LEFT, encode(&format!("{}.", i + 1)), false);
            }
            self.wrapped(self.plain, &encode(text), LEFT + 45.0, LEFT, false);
            self.down(0.5);
        }
    }

    fn foot(&mut self, letter: &Letter) {
        self.room(letter.signature.len() + 3);
        self.down(2.5);
        for text in &letter.signature {
            let text = encode(text);
            let x = RIGHT - 200.0 + (200.0 - self.plain.width(&text, self.size)) / 2.0;
            self.put(self.plain, self.size, x, text, false);
            self.down(1.0);
        }
        if letter.copies.is_empty() {
            return;
        }
        self.down(1.0);
        self.room(letter.copies.len() + 1);
        self.wrapped(
            self.plain,
            &encode("Copy forwarded for information to:"),
            LEFT,
            LEFT,
            true,
        );
        for (i, text) in letter.copies.iter().enumerate() {
            let text = encode(&format!("{}.  {text}", i + 1));
            self.wrapped(self.plain, &text, LEFT + 20.0, LEFT + 40.0, false);
        }
    }

    /// Sets words on lines, the first beginning at `first`, the others at `rest`.
    fn wrapped(&mut self, face: Face, text: &[u8], first: f32, rest: f32, underlined: bool) {
        let mut x = first;
        let mut line: Vec<u8> = Vec::new();
        for word in text.split(|byte| *byte == b' ').filter(|word| !word.is_empty()) {
            let mut longer = line.clone();
            if !longer.is_empty() {
                longer.push(b' ');
            }
            longer.extend_from_slice(word);
            if !line.is_empty() && x + face.width(&longer, self.size) > RIGHT {
                self.put(face, self.size, x, line, underlined);
                self.down(1.0);
                x = rest;
                longer = word.to_vec();
            }
            line = longer;
        }
        self.put(face, self.size, x, line, underlined);
        self.down(1.0);
    }

    fn put(&mut self, face: Face, size: f32, x: f32, text: Vec<u8>, underlined: bool) {
        self.room(1);
        let y = self.y;
        self.page.push(Line {
            face,
            size,
            x,
            y,
            text,
            underlined,
        });
    }

    fn down(&mut self, lines: f32) {
        self.y -= self.leading * lines;
    }

    /// Goes to the next page when fewer than `lines` lines are left on this one.
    fn room(&mut self, lines: usize) {
        let lines = f32::from(u16::try_from(lines).unwrap_or(u16::MAX));
        if self.y - self.leading * (lines - 1.0) < BOTTOM && !self.page.is_empty() {
            self.pages.push(std::mem::take(&mut self.page));
            self.y = TOP;
        }
    }

    fn number_pages(mut self) -> Vec<Page> {
        self.pages.push(self.page);
        let count = self.pages.len();
        if count > 1 {
            for (i, page) in self.pages.iter_mut().enumerate() {
                let text = encode(&format!("Page {} of {count}", i + 1));
                let x = (PAGE_WIDTH - self.plain.width(&text, 9.0)) / 2.0;
                page.push(Line {
                    face: self.plain,
                    size: 9.0,
                    x,
                    y: FOOT,
                    text,
                    underlined: false,
                });
            }
        }
        self.pages
    }
}
