//! Templates of an office's own.

use super::super::{Languages, TypesetError};
use super::*;
use daftar_domain::drafting::Form;

fn complaint(template: &str) -> (usize, usize, String) {
    let letter = sample(Form::Letter, Languages::English);
    match TYPESETTER.typeset(&letter, Some(template)) {
        Err(TypesetError::Template(mistakes)) => {
            let first = &mistakes[0];
            (first.line, first.column, first.message.clone())
        }
        other => panic!("{template}: {other:?}"),
    }
}

#[test]
fn an_own_template_uses_the_library_and_the_data() {
    let letter = sample(Form::Letter, Languages::English);
    let template = "#import \"/daftar.typ\": *\n#show: sheet\n#letterhead()\nOwn: #data.number\n#body()\n#closing()";
    let set = TYPESETTER.typeset(&letter, Some(template)).unwrap();
    assert_eq!(set.pages, 1);
    let other = TYPESETTER
        .typeset(&letter, Some("#json(\"/data.json\").subject.en"))
        .unwrap();
    assert_ne!(set, other);
}

#[test]
fn an_error_is_named_with_line_and_column() {
    assert_eq!(
        complaint("fine\nآب #nothing()"),
        (2, 5, "unknown variable: nothing".into())
    );
    let (line, column, _) = complaint("#let x = (1,\n");
    assert_eq!((line, column), (1, 10));
    // An error in the library is shown where the template called it.
    let (line, _, message) = complaint("#import \"/daftar.typ\": *\n\n#text-of(5, \"en\").len()");
    assert_eq!(line, 3, "{message}");
}

#[test]
fn a_template_sees_neither_files_nor_packages_nor_programs() {
    for (template, expected) in [
        ("#read(\"/etc/passwd\")", "access denied"),
        ("#read(\"../../etc/passwd\")", ""),
        ("#image(\"/logo.png\")", "access denied"),
        ("#json(\"/other.json\")", "access denied"),
        ("#include \"/forms/letter.typ\"", "access denied"),
        ("#import \"@preview/cetz:0.3.0\": *", "access denied"),
        ("#plugin(bytes((0, 97)))", "expected function, found none"),
        ("#std.plugin(bytes((0, 97)))", ""),
        ("#while true {}", ""),
        ("#let f() = f()\n#f()", "maximum function call depth exceeded"),
    ] {
        let (_, _, message) = complaint(template);
        assert!(message.contains(expected), "{template}: {message}");
    }
}

#[test]
fn a_template_knows_no_day_but_that_of_the_issue() {
    let letter = sample(Form::Letter, Languages::English);
    let template = "#assert(datetime.today() == datetime(year: 2026, month: 11, day: 12))";
    TYPESETTER.typeset(&letter, Some(template)).unwrap();
}
