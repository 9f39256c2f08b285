//! Characters that no face has, texts without end, texts that look like code.

use super::super::{Languages, TypesetError};
use super::*;
use daftar_domain::drafting::{Form, MOST_CHARACTERS};
use std::time::{Duration, Instant};

#[test]
fn what_no_face_shows_is_named_with_its_place() {
    let mut letter = sample(Form::Letter, Languages::Urdu);
    letter.text.ur.blocks = vec![paragraph("ٹھیک ہے"), paragraph("منظور ✓ شد")];
    let place = Some("/text/ur/blocks/1/content/0/text".to_owned());
    let error = TypesetError::MissingGlyph {
        character: '✓', place
    };
    assert_eq!(TYPESETTER.typeset(&letter, None), Err(error.clone()));
    assert_eq!(error.to_string(), "no face shows '✓' (U+2713)");

    let printed = TypesetError::MissingGlyph {
        character: '中',
        place: None,
    };
    let letter = sample(Form::Letter, Languages::English);
    assert_eq!(TYPESETTER.typeset(&letter, Some("A 中 B")), Err(printed));
}

#[test]
fn unprintable_characters_are_found_without_printing() {
    assert_eq!(TYPESETTER.unprintable("a✓b中✓😀"), ['✓', '中', '😀']);
    let office =
        "“Rs.”\u{a0}₨ 5,000/- – £ € ½ × ° § № → ≤ •\t\n\u{200c}ﷺ ٹ ڈ ڑ ں ہ ھ ۃ ے ۓ ئ ؤ ء أ آ ، ؛ ؟ ۔ ؒ ؓ ۰۱۲۳ ً ٍ ُ ِ َ ّ ٰ ٪";
    assert_eq!(TYPESETTER.unprintable(office), Vec::<char>::new());
    let mut letter = sample(Form::Letter, Languages::Urdu);
    letter.text.ur.blocks = vec![paragraph(office)];
    letter.text.en.blocks = vec![paragraph(office)];
    TYPESETTER.typeset(&letter, None).unwrap();
    letter.language = Languages::English;
    TYPESETTER.typeset(&letter, None).unwrap();
}

#[test]
fn the_longest_text_is_set_in_bounded_time() {
    let start = Instant::now();
    let words = "The canal is to be lined before the monsoon. ".repeat(20);
    let mut letter = sample(Form::Letter, Languages::English);
    letter.text.en.blocks = vec![paragraph(&words); MOST_CHARACTERS / words.len()];
    let set = TYPESETTER.typeset(&letter, None).unwrap();
    assert!((40..150).contains(&set.pages), "{} pages", set.pages);

    // One word without end, one paragraph without end.
    for endless in ["x".repeat(20_000), "لفظ ".repeat(5_000)] {
        letter.text.en.blocks = vec![paragraph(&endless)];
        TYPESETTER.typeset(&letter, None).unwrap();
    }
    assert!(start.elapsed() < Duration::from_mins(2), "{:?}", start.elapsed());
}

#[test]
fn more_pages_than_bearable_are_refused() {
    let letter = sample(Form::Letter, Languages::English);
    let template = "#for _ in range(301) [x #pagebreak()]";
    assert_eq!(
        TYPESETTER.typeset(&letter, Some(template)),
        Err(TypesetError::TooManyPages)
    );
    let mut heavy = letter;
    heavy.text.en.blocks = vec![paragraph(&"x".repeat(super::super::MOST_BYTES))];
    assert_eq!(TYPESETTER.typeset(&heavy, None), Err(TypesetError::TooManyPages));
}

#[test]
fn what_looks_like_code_is_printed_as_it_was_written() {
    let texts = [
        "#import \"x.typ\"",
        "$x^2$",
        "*bold*",
        "_it_",
        "@reference",
        "<label>",
        "// gone",
        "/* gone */",
        "= Heading",
        "#eval(\"1+1\")",
        "\\ \\u{41}",
        "`raw`",
        "- item",
        "+ item",
        "~",
        "--",
        "...",
        "\"quoted\"",
        "{{name}}",
        "]#[",
    ];
    let mut letter = sample(Form::Letter, Languages::English);
    letter.text.en.blocks = texts.iter().map(|text| paragraph(text)).collect();
    letter.subject.en = "#panic(\"no\") *x*".into();
    letter.copies[0].en = "#panic(\"no\") _y_".into();
    let words: String = pages(&letter).into_iter().map(|page| page.words).collect();
    for text in texts
        .iter()
        .copied()
        .chain(["#panic(\"no\") *x*", "#panic(\"no\") _y_"])
    {
        assert!(words.contains(text), "{text} in {words}");
    }
}
