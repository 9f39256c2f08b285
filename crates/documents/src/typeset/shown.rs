//! Whether a print shows what it must, whatever its template: looked for on the pages as they are laid out.
//!
//! Letters and digits alone are compared: how words are broken over lines, spaced and set in capitals is the template's.
//! An Urdu word is looked for letter by letter, for Nastaliq sets each as a piece of its own, from left to right.

use super::communication::{Communication, Languages, Texts, Words};
use chrono::NaiveDate;
use daftar_domain::drafting::{Block, Cell, Run};
use daftar_domain::office::Classification;
use daftar_domain::templates::Shown;
use typst::foundations::Bytes;
use typst::layout::{Frame, FrameItem, Point, Size, Transform};
use typst::text::TextItem;
use typst::visualize::{ImageKind, Paint};
use typst_layout::PagedDocument;

/// Smaller letters than these points count as hidden.
const SMALLEST: f64 = 5.0;

/// What a reader finds on one page.
#[derive(Default)]
struct Seen {
    /// Letters and digits in the order in which they were set.
    words: String,
    /// Urdu letters from left to right.
    urdu: Vec<char>,
    square: bool,
}

/// What a print of this communication must show and does not, each once.
pub(super) fn hidden(communication: &Communication, document: &PagedDocument, square: &Bytes) -> Vec<Shown> {
    let pages: Vec<Seen> = document.pages().iter().map(|page| look(&page.frame, square)).collect();
    let all = together(&pages);
    let languages = languages(communication.language);
    let each = |words: &Words| {
        languages
            .iter()
            .all(|urdu| all.has(if *urdu { &words.ur } else { &words.en }))
    };
    let signatory = communication.signatory.as_ref();
    let found = [
        (
            Shown::Number,
            communication.number.as_ref().is_none_or(|number| all.has(number)),
        ),
        (Shown::Date, communication.date.is_none_or(|date| all.dated(date))),
        (
            Shown::Signatory,
            signatory.is_none_or(|signatory| each(&signatory.name) && each(&signatory.post)),
        ),
        (
            Shown::Draft,
            communication.number.is_some() || pages.iter().all(|page| marked_draft(page, &languages)),
        ),
        (
            Shown::Classification,
            pages
                .iter()
                .all(|page| classified(page, communication.classification, &languages)),
        ),
        (Shown::Subject, each(&communication.subject)),
        (
            Shown::Text,
            languages
                .iter()
                .all(|urdu| texts(&communication.text, *urdu).iter().all(|text| all.has(text))),
        ),
        (Shown::Addressees, addressed(communication, &all, &languages)),
        (
            Shown::Amends,
            communication
                .amends
                .as_ref()
                .is_none_or(|amended| all.has(&amended.number)),
        ),
        (Shown::Square, communication.verification.is_none() || all.square),
        (
            Shown::Code,
            communication.verification.as_ref().is_none_or(|to| all.has(&to.code)),
        ),
    ];
    found
        .into_iter()
        .filter_map(|(what, shown)| (!shown).then_some(what))
        .collect()
}

/// Whether each language is Urdu.
fn languages(language: Languages) -> Vec<bool> {
    match language {
        Languages::English => vec![false],
        Languages::Urdu => vec![true],
        Languages::Both => vec![false, true],
    }
}

fn together(pages: &[Seen]) -> Seen {
    let mut all = Seen::default();
    for page in pages {
        all.words.push_str(&page.words);
        all.urdu.extend(&page.urdu);
        all.square |= page.square;
    }
    all
}

impl Seen {
    /// Whether all words of a text stand there. A piece of Latin letters and digits must stand whole.
    fn has(&self, text: &str) -> bool {
        let latin = text.split(|c: char| c.is_whitespace() || is_urdu(c)).map(plain);
        let urdu = text.split(|c: char| !is_urdu(c)).filter(|word| !word.is_empty());
        latin
            .filter(|piece| !piece.is_empty())
            .all(|piece| self.words.contains(&piece))
            && urdu.into_iter().all(|word| self.has_urdu(word))
    }

    /// A letter that takes no room of its own is set as a mark of its neighbour and not seen: a word may miss one.
    fn has_urdu(&self, word: &str) -> bool {
        let letters: Vec<char> = word.chars().rev().collect();
        let stands = |letters: &[char]| self.urdu.windows(letters.len()).any(|window| window == letters);
        let without = |at: usize| [&letters[..at], &letters[at + 1..]].concat();
        stands(&letters) || letters.len() > 3 && (0..letters.len()).any(|at| stands(&without(at)))
    }

    /// In figures or in words, the day, month and year in one of the orders that people use.
    fn dated(&self, date: NaiveDate) -> bool {
        let orders = [
            "%-d%-m%Y",
            "%d%m%Y",
            "%Y%m%d",
            "%-d%B%Y",
            "%d%B%Y",
            "%B%-d%Y",
            "%-d%b%Y",
            "%-dst%B%Y",
            "%-dnd%B%Y",
            "%-drd%B%Y",
            "%-dth%B%Y",
            // An Urdu month stands between figures, which are read from either side.
            "%-d%Y",
            "%Y%-d",
        ];
        orders
            .iter()
            .any(|order| self.words.contains(&plain(&date.format(order).to_string())))
    }
}

fn marked_draft(page: &Seen, languages: &[bool]) -> bool {
    let mark = |urdu: &bool| page.has(if *urdu { "مسودہ" } else { "draft" });
    languages.iter().all(mark)
}

fn classified(page: &Seen, classification: Classification, languages: &[bool]) -> bool {
    let (en, ur) = match classification {
        Classification::Unclassified => return true,
        Classification::Restricted => ("restricted", "محدود"),
        Classification::Confidential => ("confidential", "صیغۂ راز"),
        Classification::Secret => ("secret", "خفیہ"),
        Classification::TopSecret => ("top secret", "انتہائی خفیہ"),
    };
    languages.iter().all(|urdu| page.has(if *urdu { ur } else { en }))
}

fn addressed(communication: &Communication, all: &Seen, languages: &[bool]) -> bool {
    let lines = communication.addressees.iter().flat_map(|addressee| {
        languages.iter().flat_map(move |urdu| {
            if *urdu {
                &addressee.lines.ur
            } else {
                &addressee.lines.en
            }
        })
    });
    lines.into_iter().all(|line| all.has(line))
}

/// All pieces of a text in a language.
fn texts(texts: &Texts, urdu: bool) -> Vec<String> {
    let text = if urdu { &texts.ur } else { &texts.en };
    let mut pieces = Vec::new();
    text.blocks.iter().for_each(|block| pieces_of(block, &mut pieces));
    pieces
}

fn pieces_of(block: &Block, pieces: &mut Vec<String>) {
    let mut run = |content: &[Run]| pieces.push(content.iter().map(|run| run.text.as_str()).collect());
    match block {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => run(content),
        Block::Table { rows, .. } => rows.iter().flatten().for_each(|cell: &Cell| run(&cell.content)),
        Block::List { items, .. } => items.iter().flatten().for_each(|inner| pieces_of(inner, pieces)),
    }
}

/// The letters and digits of a text, small; of the Arabic script none, nor its marks.
fn plain(text: &str) -> String {
    let small = text
        .chars()
        .filter(|c| c.is_alphanumeric() && !matches!(c, '\u{600}'..='\u{6ff}'))
        .flat_map(char::to_lowercase);
    small.collect()
}

fn is_urdu(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}')
}

fn look(frame: &Frame, square: &Bytes) -> Seen {
    let mut seen = Seen::default();
    collect(frame, Transform::identity(), frame.size(), square, &mut seen);
    seen
}

fn collect(frame: &Frame, by: Transform, paper: Size, square: &Bytes, seen: &mut Seen) {
    for (at, item) in frame.items() {
        let by = by.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Group(group) => collect(&group.frame, by.pre_concat(group.transform), paper, square, seen),
            FrameItem::Text(text) if readable(text, by) => read(text, by, paper, seen),
            FrameItem::Image(image, size, _) => {
                let same = matches!(image.kind(), ImageKind::Svg(svg) if svg.data() == square);
                let large = size.x.to_pt() * scale(by) >= SMALLEST;
                seen.square |= same && large && on_paper(Point::zero().transform(by), paper);
            }
            _ => {}
        }
    }
}

/// Letters that are large enough and neither white nor transparent.
fn readable(text: &TextItem, by: Transform) -> bool {
    let inked = match &text.fill {
        Paint::Solid(color) => {
            let color = color.to_rgb();
            color.alpha > 0.2 && color.red.min(color.green).min(color.blue) < 0.95
        }
        _ => true,
    };
    inked && text.size.to_pt() * scale(by) >= SMALLEST
}

/// How much larger something becomes.
fn scale(by: Transform) -> f64 {
    let determinant = by.sx.get() * by.sy.get() - by.kx.get() * by.ky.get();
    determinant.abs().sqrt()
}

fn read(text: &TextItem, by: Transform, paper: Size, seen: &mut Seen) {
    let mut x = typst::layout::Abs::zero();
    let mut last = usize::MAX;
    for glyph in &text.glyphs {
        let at = Point::with_x(x).transform(by);
        x += glyph.x_advance.at(text.size);
        let range = glyph.range();
        let shown = text.text.get(range.clone()).unwrap_or_default();
        // A letter of several pieces is one letter.
        if range.start == last || !on_paper(at, paper) {
            continue;
        }
        if shown.contains(is_urdu) {
            if glyph.x_advance.get() > 0.0 {
                seen.urdu.extend(shown.chars().rev().filter(|c| is_urdu(*c)));
            }
        } else {
            last = range.start;
            seen.words.push_str(&plain(shown));
        }
    }
}

fn on_paper(at: Point, paper: Size) -> bool {
    let (x, y) = (at.x.to_pt(), at.y.to_pt());
    (0.0..=paper.x.to_pt()).contains(&x) && (0.0..=paper.y.to_pt()).contains(&y)
}
