//! What is printed, looked at page by page.

mod bounds;
mod guide;
mod own;
mod print;
#[path = "../../../tests/samples/mod.rs"]
mod samples;
mod templates;
mod words;

use super::{Communication, Typesetter};
use daftar_domain::drafting::{Align, Block, Run};
use samples::{LANGUAGES, sample};
use std::sync::LazyLock;
use typst::layout::{Frame, FrameItem, Point, Transform};

static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new().unwrap());

/// A character where the eye finds it.
struct Glyph {
    at: Point,
    character: char,
}

/// One printed page.
struct Page {
    glyphs: Vec<Glyph>,
    /// The Latin texts in the order in which they were set.
    words: String,
    /// The letters of Urdu from left to right: Nastaliq sets every letter and every dot as a piece of its own.
    letters: Vec<char>,
}

impl Page {
    fn has(&self, words: &str) -> bool {
        self.count(words) > 0
    }

    /// How often Latin words stand there as they are, or how often the rarest of Urdu words.
    fn count(&self, words: &str) -> usize {
        if !words.contains(is_urdu) {
            return self.words.matches(words).count();
        }
        let count = |word: &str| {
            let letters: Vec<char> = word.chars().rev().filter(|c| is_urdu(*c)).collect();
            let found = self.letters.windows(letters.len());
            found.filter(|window| *window == letters).count()
        };
        words.split(' ').map(count).min().unwrap_or_default()
    }

    /// The Latin letters, digits and signs of the page as they stand from left to right, line by line.
    fn latin(&self) -> String {
        let mut seen: Vec<_> = self.glyphs.iter().filter(|g| g.character.is_ascii_graphic()).collect();
        seen.sort_by_key(|glyph| (ordered(glyph.at.y.to_pt()), ordered(glyph.at.x.to_pt())));
        seen.iter().map(|glyph| glyph.character).collect()
    }
}

fn is_urdu(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}')
}

#[allow(clippy::cast_possible_truncation)]
fn ordered(points: f64) -> i64 {
    (points * 4.0).round() as i64
}

fn pages(communication: &Communication) -> Vec<Page> {
    let sheet = TYPESETTER.sheet(communication, None).unwrap();
    let document = sheet.document().unwrap();
    let read = |frame: &Frame| {
        let mut page = Page {
            glyphs: Vec::new(),
            words: String::new(),
            letters: Vec::new(),
        };
        collect(frame, Transform::identity(), &mut page);
        page
    };
    document.pages().iter().map(|page| read(&page.frame)).collect()
}

fn collect(frame: &Frame, by: Transform, page: &mut Page) {
    for (at, item) in frame.items() {
        let by = by.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Group(group) => collect(&group.frame, by.pre_concat(group.transform), page),
            FrameItem::Text(text) => {
                let mut x = typst::layout::Abs::zero();
                for glyph in &text.glyphs {
                    let at = Point::with_x(x).transform(by);
                    let shown = text.text[glyph.range()].chars();
                    if glyph.x_advance.get() > 0.0 {
                        page.letters.extend(shown.clone().rev().filter(|c| is_urdu(*c)));
                    }
                    page.glyphs.extend(shown.map(|character| Glyph { at, character }));
                    x += glyph.x_advance.at(text.size);
                }
                page.words.push_str(&text.text);
            }
            _ => {}
        }
    }
}

fn run(text: &str) -> Run {
    Run {
        text: text.to_owned(),
        ..Run::default()
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph {
        numbered: false,
        align: Align::Start,
        content: vec![run(text)],
    }
}
