//! Every form in every language, as a file.

use super::*;
use daftar_domain::drafting::Form;

#[test]
fn every_form_in_every_language_is_pdf_a_2b() {
    for form in Form::ALL {
        for (language, name) in LANGUAGES {
            let set = TYPESETTER.typeset(&sample(*form, language), None).unwrap();
            let text = String::from_utf8_lossy(&set.pdf);
            assert!(text.contains("<pdfaid:part>2</pdfaid:part>"), "{form} {name}");
            assert!(
                text.contains("<pdfaid:conformance>B</pdfaid:conformance>"),
                "{form} {name}"
            );
            let read = hayro_syntax::Pdf::new(set.pdf.clone()).unwrap();
            assert_eq!(read.pages().len(), set.pages, "{form} {name}");
            let most = if name == "en" && *form != Form::Letter { 1 } else { 3 };
            assert!((1..=most).contains(&set.pages), "{form} {name} has {} pages", set.pages);
        }
    }
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    for (language, name) in LANGUAGES {
        let letter = sample(Form::Letter, language);
        let draft = Communication {
            date: None,
            ..letter.clone()
        };
        for communication in [letter, draft] {
            let first = TYPESETTER.typeset(&communication, None).unwrap();
            comemo::evict(0);
            let again = Typesetter::new().unwrap().typeset(&communication, None).unwrap();
            assert!(first == again, "{name}");
        }
    }
}

#[test]
fn other_data_gives_another_identity() {
    let letter = sample(Form::Letter, LANGUAGES[0].0);
    let other = Communication {
        file_number: None,
        ..letter.clone()
    };
    let identity = |communication: &Communication| {
        let pdf = TYPESETTER.typeset(communication, None).unwrap().pdf;
        let text = String::from_utf8_lossy(&pdf).into_owned();
        let start = text.find("<xmpMM:DocumentID>").unwrap();
        text[start..start + 60].to_owned()
    };
    assert_ne!(identity(&letter), identity(&other));
}

#[test]
fn the_code_square_can_hold_any_address_of_an_office() {
    let mut letter = sample(Form::Letter, LANGUAGES[0].0);
    let verification = letter.verification.as_mut().unwrap();
    verification.url = format!("https://{}.gov.pk/verify/x", "daftar".repeat(30));
    TYPESETTER.typeset(&letter, None).unwrap();
}

#[test]
fn a_draft_of_which_nothing_is_written_yet_can_be_looked_at() {
    for form in Form::ALL {
        for (language, name) in LANGUAGES {
            let data = serde_json::json!({"form": form, "language": language});
            let blank: Communication = serde_json::from_value(data).unwrap();
            let set = TYPESETTER.typeset(&blank, None).unwrap();
            assert_eq!(set.pages, 1, "{form} {name}");
        }
    }
}
