//! What stands on the pages, and where.

use super::super::{Amended, Languages, Words};
use super::*;
use chrono::NaiveDate;
use daftar_domain::drafting::{AmendmentKind, Cell, Form};
use daftar_domain::office::{Classification, Priority};

fn long(language: Languages, rows: usize) -> Communication {
    let mut letter = sample(Form::Letter, language);
    let cell = |text: String| Cell {
        content: vec![run(&text)],
        ..Cell::default()
    };
    let mut table = vec![vec![cell("Heading".into()), cell("Amount".into())]];
    table.extend((1..=rows).map(|row| vec![cell(format!("row{row}.")), cell("1,000".into())]));
    for text in [&mut letter.text.en, &mut letter.text.ur] {
        text.blocks = vec![
            Block::Table {
                header: true,
                rows: table.clone(),
            },
            paragraph("last words"),
        ];
    }
    letter
}

#[test]
fn a_table_over_pages_repeats_its_header() {
    for (language, name) in LANGUAGES {
        let pages = pages(&long(language, 200));
        assert!(pages.len() >= 4, "{name}: {} pages", pages.len());
        let with_rows = pages.iter().filter(|page| page.has("row"));
        assert!(with_rows.clone().count() >= 4, "{name}");
        assert!(
            with_rows.clone().all(|page| page.has("Heading") && page.has("Amount")),
            "{name}"
        );
        let all: String = pages.iter().map(|page| page.words.as_str()).collect();
        assert!((1..=200).all(|row| all.contains(&format!("row{row}."))), "{name}");
    }
}

#[test]
fn marks_stand_on_every_page_twice_and_only_where_due() {
    let mut letter = long(Languages::English, 100);
    letter.classification = Classification::TopSecret;
    letter.priority = Priority::MostImmediate;
    let secret = pages(&letter);
    assert!(secret.len() >= 3);
    assert!(secret.iter().all(|page| page.words.matches("TOP SECRET").count() == 2));
    let urgent: Vec<_> = secret.iter().map(|page| page.has("MOST IMMEDIATE")).collect();
    assert!(urgent[0] && urgent[1..].iter().all(|marked| !marked));

    let plain = pages(&sample(Form::Letter, Languages::English));
    let marks = [
        "SECRET",
        "CONFIDENTIAL",
        "RESTRICTED",
        "CLASSIFIED",
        "IMMEDIATE",
        "PRIORITY",
        "ROUTINE",
    ];
    assert!(plain.iter().all(|page| marks.iter().all(|mark| !page.has(mark))));

    letter.language = Languages::Both;
    let both = pages(&letter);
    assert!(
        both.iter()
            .all(|page| page.count("انتہائی خفیہ") == 2 && page.has("TOP SECRET"))
    );
}

#[test]
fn a_draft_says_so_on_every_page_and_has_no_number() {
    for field in ["number", "date"] {
        let mut letter = long(Languages::Both, 60);
        if field == "number" {
            letter.number = None;
        } else {
            letter.date = None;
        }
        let pages = pages(&letter);
        assert!(pages.len() > 1);
        assert!(
            pages.iter().all(|page| page.has("DRAFT") && page.has("مسودہ")),
            "without {field}"
        );
        assert!(pages[0].has("____"));
        assert!(pages[0].has("F.8-2/2026-Bud-I") == (field == "date"));
    }
    assert!(
        pages(&sample(Form::Letter, Languages::Both))
            .iter()
            .all(|page| !page.has("DRAFT") && !page.has("____"))
    );
}

#[test]
fn numbers_and_dates_within_urdu_never_read_backwards() {
    let mut letter = sample(Form::Letter, Languages::Urdu);
    letter.text.ur.blocks = vec![
        paragraph("بحوالہ مراسلہ نمبر SO(B-II)4-7/2026 مورخہ 12-11-2026 عرض ہے"),
        paragraph("12(3)/2026-Law-II کا حوالہ، نمبر 2(1)/2001-Manuals و (5)R-10/2026"),
        Block::Paragraph {
            numbered: true,
            align: Align::Start,
            content: vec![
                run("مورخہ "),
                Run {
                    bold: true,
                    ..run("13-11-2026")
                },
                run(" تک مبلغ Rs. 5,000/- ادا کریں"),
            ],
        },
    ];
    let latin: String = pages(&letter).iter().map(Page::latin).collect();
    for whole in [
        "F.8-2/2026-Bud-I",
        "SO(B-II)4-7/2026",
        "12(3)/2026-Law-II",
        "2(1)/2001-Manuals",
        "5)R-10/2026",
        "12-11-2026",
        "13-11-2026",
        "Rs.5,000/-",
        "051-9201234",
    ] {
        assert!(latin.contains(whole), "{whole} in {latin}");
    }
}

#[test]
fn the_number_stands_where_lines_begin_and_the_date_where_they_end() {
    let middle = 297.0;
    for (language, year, number_first) in [
        (Languages::English, "November,", true),
        (Languages::Urdu, "نومبر", false),
    ] {
        let letter = Communication {
            in_reply_to: None,
            ..sample(Form::Letter, language)
        };
        let page = &pages(&letter)[0];
        let all: Vec<char> = page.glyphs.iter().map(|glyph| glyph.character).collect();
        let x_of = |words: &str| {
            let words: Vec<char> = words.chars().take(4).collect();
            let start = all.windows(4).position(|window| window == words).unwrap();
            page.glyphs[start].at.x.to_pt()
        };
        assert_eq!(x_of("F.8-") < middle, number_first, "{language:?}");
        if language == Languages::English {
            assert!(x_of(year) > middle);
        }
        assert!(page.has(if language == Languages::English { "12th" } else { "ء" }));
    }
}

#[test]
fn a_signature_never_stands_alone_on_its_page() {
    for filler in 1..=24 {
        let mut letter = sample(Form::Letter, Languages::English);
        letter.text.en.blocks = vec![paragraph("filler"); filler];
        letter.text.en.blocks.push(paragraph("These are the last words."));
        let pages = pages(&letter);
        let signed: Vec<_> = pages.iter().filter(|page| page.has("AYESHA SIDDIQUI")).collect();
        assert_eq!(signed.len(), 1);
        assert!(signed[0].has("last words"), "after {filler} paragraphs");
        assert!(signed[0].has("Tel: "), "after {filler} paragraphs");
    }
}

#[test]
fn each_form_speaks_as_it_should_and_can_be_told_otherwise() {
    let says = |form, language, words: &str| pages(&sample(form, language)).iter().any(|page| page.has(words));
    for (form, en, ur) in [
        (Form::Letter, "Sir/Madam,", "جناب عالی"),
        (Form::Letter, "Your obedient servant,", "فرمانبردار"),
        (Form::OfficeMemorandum, "OFFICE MEMORANDUM", "دفتری یادداشت"),
        (Form::DemiOfficial, "My dear Mr. Kamran,", "محترم کامران صاحب"),
        (Form::DemiOfficial, "Yours sincerely,", "آپ کا مخلص"),
        (Form::UoNote, "U.O. No.", "یو او نوٹ"),
        (Form::Memorandum, "MEMORANDUM", "یادداشت"),
        (
            Form::Endorsement,
            "A copy is forwarded",
            "نقل برائے اطلاع و ضروری کارروائی",
        ),
        (Form::Notification, "NOTIFICATION", "نوٹیفکیشن"),
        (
            Form::OfficeOrder,
            "Copy forwarded for information to:-",
            "دفتری حکم نامہ",
        ),
        (Form::Circular, "Distribution:-", "گشتی مراسلہ"),
        (
            Form::Resolution,
            "for Secretary to the Government of Pakistan",
            "قرارداد",
        ),
        (Form::PressNote, "PRESS NOTE", "پریس نوٹ"),
    ] {
        assert!(says(form, Languages::English, en), "{form}: {en}");
        assert!(says(form, Languages::Urdu, ur), "{form}: {ur}");
    }
    for form in [Form::OfficeMemorandum, Form::Memorandum, Form::Notification] {
        assert!(
            !says(form, Languages::English, "Sir") && !says(form, Languages::English, "servant"),
            "{form}"
        );
    }
    let own = Communication {
        salutation: Words {
            en: "Excellency,".into(),
            ..Words::default()
        },
        subscription: Words {
            en: "With high regard,".into(),
            ..Words::default()
        },
        ..sample(Form::Letter, Languages::English)
    };
    let words: String = pages(&own).into_iter().map(|page| page.words).collect();
    assert!(words.contains("Excellency,") && words.contains("With high regard,"));
    assert!(!words.contains("Sir/Madam") && !words.contains("servant"));
}

#[test]
fn two_languages_stand_beside_each_other_also_when_their_blocks_differ() {
    let mut letter = sample(Form::Letter, Languages::Both);
    letter.text.en.blocks = vec![paragraph("first"), paragraph("second"), paragraph("third")];
    letter.text.ur.blocks = vec![paragraph("پہلا")];
    let pages = pages(&letter);
    assert!(
        ["first", "second", "third", "پہلا"]
            .iter()
            .all(|word| pages.iter().any(|page| page.has(word)))
    );
}

#[test]
fn what_is_amended_stands_on_every_form_in_its_language() {
    for (how, en, ur) in [
        (AmendmentKind::Corrigendum, "Corrigendum to", "تصحیح نامہ"),
        (AmendmentKind::Supersession, "In supersession of", "بجائے سابقہ"),
        (AmendmentKind::Rescission, "Rescinds", "منسوخی بابت"),
    ] {
        for (language, words) in [(Languages::English, en), (Languages::Urdu, ur)] {
            for form in Form::ALL {
                let amending = Communication {
                    amends: Some(Amended {
                        how,
                        number: "F.9-9/2025-Bud-I/77".to_owned(),
                        date: NaiveDate::from_ymd_opt(2025, 9, 21).unwrap(),
                    }),
                    ..sample(*form, language)
                };
                let printed = pages(&amending);
                assert!(printed.iter().any(|page| page.has(words)), "{form} {how} {language:?}");
                let latin: String = printed.iter().map(Page::latin).collect();
                assert!(
                    latin.contains("F.9-9/2025-Bud-I/77"),
                    "{form} {how} {language:?}: {latin}"
                );
            }
        }
    }
    let plain = pages(&sample(Form::Letter, Languages::Both));
    assert!(
        plain
            .iter()
            .all(|page| !page.has("supersession") && !page.has("Rescinds"))
    );
}
