//! A whole file as one document, from outside: its pages, its pictures, its words in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use daftar_documents::book::{
    Book, BookDraft, BookEntry, BookMovement, BookNote, BookPage, BookPaper, BookParagraph, BookRun, Cover, Pictures,
    Reason, splice,
};
use daftar_documents::typeset::Typesetter;
use daftar_domain::office::{Classification, Language};
use hayro_syntax::Pdf;
use std::fs::File;
use std::io::Cursor;

fn run(text: &str) -> BookRun {
    BookRun {
        text: text.to_owned(),
        bold: false,
        italic: false,
        underline: false,
        reference: Some("A: 2/C".to_owned()),
    }
}

fn note(kind: &str, text: &str) -> BookNote {
    BookNote {
        kind: kind.to_owned(),
        paragraphs: vec![BookParagraph {
            number: 1,
            runs: vec![run(text)],
        }],
        docket: (kind == "docket").then(|| text.to_owned()),
        name: "Ayesha Siddiqui".to_owned(),
        post: "Section Officer (Budget-I)".to_owned(),
        at: "2026-03-02T11:20".to_owned(),
        method: (kind != "docket").then(|| "server_key".to_owned()),
        state: (kind != "docket").then(|| "valid".to_owned()),
    }
}

/// A book with so many pictures, and a page that has none.
fn book(language: Language, pictures: usize) -> Book {
    let text = |en: &str, ur: &str| match language {
        Language::English => en.to_owned(),
        Language::Urdu => ur.to_owned(),
    };
    let page = |at: usize| BookPage {
        number: i32::try_from(at).unwrap() + 1,
        picture: (at < pictures).then_some(at),
        reason: (at >= pictures).then_some(Reason::Unreadable),
        member: Some("papers/001/1-scan.pdf".to_owned()),
    };
    Book {
        language,
        cover: Cover {
            number: "F.8-2/2026-Bud-I".to_owned(),
            subject: text("Release of funds, 2026-27", "فنڈز کا اجرا، 2026-27"),
            classification: Classification::Confidential,
            unit: text("Budget Section", "بجٹ سیکشن"),
            head: text("8 Releases", "8 اجرائے رقوم"),
            state: "open".to_owned(),
            holder: Some(text("Deputy Secretary (Budget)", "ڈپٹی سیکرٹری (بجٹ)")),
            opened_at: "2026-03-02T09:00".to_owned(),
            made_by: text("Ayesha Siddiqui, Section Officer", "عائشہ صدیقی، سیکشن افسر"),
            made_at: "2026-03-04T15:30".to_owned(),
            origin: "office.example/ledger".to_owned(),
            size: 1042,
            root: "0f".repeat(32),
            left_out: 1,
        },
        notes: vec![
            note("docket", "FD-1182/2026, Excess expenditure, pp. 1–3/C"),
            note("note", "The demand may be met. \u{1F600}"),
            note("order", "منظور ہے۔ مورخہ 12-03-2026 تک رقم جاری کی جائے۔"),
            note("agreement", ""),
        ],
        movements: vec![BookMovement {
            ordinal: 1,
            kind: "forwarded".to_owned(),
            from: "Section Officer (Budget-I)".to_owned(),
            to: "ڈپٹی سیکرٹری (بجٹ)".to_owned(),
            by: "Ayesha Siddiqui".to_owned(),
            action: Some("for_orders".to_owned()),
            remark: Some("Today, please".to_owned()),
            at: "2026-03-02T11:21".to_owned(),
        }],
        drafts: vec![BookDraft {
            form: "letter".to_owned(),
            state: "issued".to_owned(),
            subject: "Release of funds".to_owned(),
            number: Some("F.8-2/2026-Bud-I/1".to_owned()),
        }],
        papers: vec![BookPaper {
            first: 1,
            last: i32::try_from(pictures).unwrap() + 1,
            title: "Excess expenditure".to_owned(),
            direction: "incoming".to_owned(),
            diary_number: Some("FD-1182/2026".to_owned()),
            docket: 1,
            at: "2026-03-02T09:30".to_owned(),
            pages: (0..=pictures).map(page).collect(),
        }],
        entries: vec![BookEntry {
            position: 17,
            kind: "note_submitted".to_owned(),
            by: "Ayesha Siddiqui".to_owned(),
            at: "2026-03-02T11:20".to_owned(),
            digest: "ab".repeat(32),
        }],
    }
}

/// A scan: a page with something on it, in a colour or grey.
fn png(at: usize) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(1200, 1697, |x, y| {
        let shade = if (x / 40 + y / 40 + u32::try_from(at).unwrap()).is_multiple_of(2) {
            230
        } else {
            40
        };
        image::Rgb(if at.is_multiple_of(2) {
            [shade; 3]
        } else {
            [shade, 90, 90]
        })
    });
    let mut png = Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(picture)
        .write_to(&mut png, image::ImageFormat::Png)
        .unwrap();
    png.into_inner()
}

/// Sets a book with so many scans; answers the document and how many pages it has.
fn made(language: Language, scans: usize) -> (Vec<u8>, usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pictures");
    File::create_new(&path).unwrap();
    let mut pictures = Pictures::in_file(&path).unwrap();
    for at in 0..scans {
        pictures.keep(&png(at)).unwrap();
    }
    let set = Typesetter::new()
        .unwrap()
        .book(&book(language, scans), pictures.all())
        .unwrap();
    let mut whole = Vec::new();
    assert_eq!(splice(&set.pdf, &mut pictures, &mut whole).unwrap(), scans);
    (whole, set.pages)
}

#[test]
fn the_pages_of_papers_are_in_the_book_as_they_were_scanned() {
    for language in [Language::English, Language::Urdu] {
        let (pdf, pages) = made(language, 3);
        if let Ok(folder) = std::env::var("DAFTAR_BOOKS") {
            std::fs::write(format!("{folder}/book-{}.pdf", language.as_str()), &pdf).unwrap();
        }
        let text = String::from_utf8_lossy(&pdf);
        assert_eq!(text.matches("/Width 1200").count(), 3, "{language:?}");
        assert!(text.contains("/Outlines"), "there are bookmarks");
        let read = Pdf::new(pdf).unwrap();
        assert_eq!(read.pages().len(), pages);
        // Title, contents, notes, movements and drafts, correspondence, four pages of it, entries.
        assert!(pages >= 9, "{pages}");
    }
}

#[test]
fn the_same_file_makes_the_same_book() {
    assert_eq!(made(Language::English, 1).0, made(Language::English, 1).0);
}

#[test]
fn a_character_that_no_face_shows_is_spelt_out() {
    let typesetter = Typesetter::new().unwrap();
    let mut book = book(Language::English, 0);
    book.cover.subject = "\u{1F600} 中".to_owned();
    assert!(typesetter.book(&book, &[]).is_ok());
}
