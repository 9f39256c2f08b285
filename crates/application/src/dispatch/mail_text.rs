//! What is said in a mail that carries an issued communication.

use super::letter::Letter;
use daftar_persistence::organisation::PostRef;

/// The subject of the mail: the number, and the subject in the languages of the communication.
pub(super) fn subject(letter: &Letter) -> String {
    let (number, said) = (&letter.issued.number, &letter.content.subject);
    let languages = letter.content.languages;
    let said = [(languages.english(), &said.en), (languages.urdu(), &said.ur)];
    let said = said.into_iter().filter(|(asked, text)| *asked && !text.is_empty());
    let said: Vec<&str> = said.map(|(_, text)| text.as_str()).collect();
    format!("{number}: {}", said.join(" — "))
}

/// The text of the mail, in the languages of the communication.
pub(super) fn text(letter: &Letter, signatory: &PostRef, address: &str) -> String {
    let languages = letter.content.languages;
    let texts = [
        (languages.english(), english(letter, signatory, address)),
        (languages.urdu(), urdu(letter, signatory, address)),
    ];
    let asked = texts.into_iter().filter(|(asked, _)| *asked);
    asked.map(|(_, text)| text).collect::<Vec<_>>().join("\n\n")
}

fn english(letter: &Letter, signatory: &PostRef, address: &str) -> String {
    let (number, day) = (&letter.issued.number, letter.issued.date.format("%d-%m-%Y"));
    let (title, unit) = (&signatory.title_en, &signatory.unit.name_en);
    let enclosures = match letter.content.enclosures.len() {
        0 => String::new(),
        1 => " with 1 enclosure".to_owned(),
        several => format!(" with {several} enclosures"),
    };
    format!(
        "No. {number} dated {day}, signed by {title}, {unit}, is attached{enclosures}.\n\n\
         Anybody can check that it is genuine and unchanged:\n{address}\n\n\
         Please name the number when you answer.\n"
    )
}

fn urdu(letter: &Letter, signatory: &PostRef, address: &str) -> String {
    let (number, day) = (&letter.issued.number, letter.issued.date.format("%d-%m-%Y"));
    let (title, unit) = (&signatory.title_ur, &signatory.unit.name_ur);
    let enclosures = match letter.content.enclosures.len() {
        0 => String::new(),
        count => format!(" (منسلکات: {count})"),
    };
    format!(
        "مراسلہ نمبر {number} مورخہ {day}، دستخط کنندہ {title}، {unit}، منسلک ہے{enclosures}۔\n\n\
         اس کے اصل اور غیر تبدیل شدہ ہونے کی تصدیق یہاں کی جا سکتی ہے:\n{address}\n\n\
         جواب دیتے وقت براہ کرم مراسلے کا نمبر درج کریں۔\n"
    )
}
