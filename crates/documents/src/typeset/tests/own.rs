//! What an own template must show.

use super::super::{Languages, sample};
use super::*;
use crate::typeset::shown::hidden;
use daftar_domain::drafting::Form;
use daftar_domain::templates::{SampleKind, Shown};

fn missing(form: Form, language: Languages, kind: SampleKind, template: Option<&str>) -> Vec<Shown> {
    let communication = sample(form, language, kind).unwrap();
    let sheet = TYPESETTER.sheet(&communication, template).unwrap();
    let document = sheet.document().unwrap();
    hidden(&communication, &document, &sheet.square)
}

#[test]
fn the_built_in_templates_show_everything_in_every_sample() {
    for form in Form::ALL {
        for language in Languages::ALL {
            for kind in SampleKind::ALL {
                let missing = missing(*form, language, *kind, None);
                assert_eq!(missing, [], "{form} {language:?} {kind}");
            }
        }
    }
}

#[test]
fn what_a_template_hides_is_named() {
    let letter = TYPESETTER.built_in(Form::Letter).unwrap();
    for (instead, what) in [
        (letter.replace("#number-line()", ""), vec![Shown::Number, Shown::Date]),
        (letter.replace("#body()", ""), vec![Shown::Text]),
        (letter.replace("#body()", "#hide(body())"), vec![Shown::Text]),
        (letter.replace("#closing()", ""), vec![Shown::Signatory]),
        (
            letter.replace("#subject()", "#move(dx: 40cm, subject())"),
            vec![Shown::Subject],
        ),
        (
            letter.replace("#number-line()", "#text(fill: white, data.number) #data.date"),
            vec![Shown::Number],
        ),
        (
            letter.replace("#addressees()", "#scale(10%, addressees())"),
            vec![Shown::Addressees],
        ),
        (letter.replace("#show: sheet", ""), vec![Shown::Square, Shown::Code]),
    ] {
        let found = missing(Form::Letter, Languages::English, SampleKind::Issued, Some(&instead));
        assert_eq!(found, what, "{instead}");
    }
    let plain = letter.replace("#show: sheet", "");
    for (kind, what) in [
        (SampleKind::Draft, Shown::Draft),
        (SampleKind::Long, Shown::Classification),
    ] {
        assert!(
            missing(Form::Letter, Languages::Urdu, kind, Some(&plain)).contains(&what),
            "{kind}"
        );
    }
    let silent = letter.replace("#amends()", "");
    assert_eq!(
        missing(Form::Letter, Languages::Both, SampleKind::Amending, Some(&silent)),
        [Shown::Amends]
    );
}
