//! The words of every problem, in both languages. A code without words fails a test.

mod correspondence;
mod general;
mod identity;

use actix_web::http::StatusCode;
use daftar_domain::office::Language;

/// The words of one code.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// The stable code.
    pub code: &'static str,
    /// The HTTP status; 0 for codes of fields and refusals, whose status comes from elsewhere.
    pub status: u16,
    /// What happened: English, Urdu.
    pub title: (&'static str, &'static str),
    /// What is safe and what to do: English, Urdu; empty where the title says it all.
    pub detail: (&'static str, &'static str),
}

impl Text {
    pub(crate) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::CONFLICT)
    }

    pub(crate) fn title(&self, language: Language) -> &'static str {
        pick(self.title, language)
    }

    pub(crate) fn detail(&self, language: Language) -> Option<&'static str> {
        Some(pick(self.detail, language)).filter(|detail| !detail.is_empty())
    }
}

fn pick(words: (&'static str, &'static str), language: Language) -> &'static str {
    match language {
        Language::English => words.0,
        Language::Urdu => words.1,
    }
}

/// Words for a code.
const fn text(
    code: &'static str,
    status: u16,
    title: (&'static str, &'static str),
    detail: (&'static str, &'static str),
) -> Text {
    Text {
        code,
        status,
        title,
        detail,
    }
}

/// Words for a code of a field or refusal: a title alone.
const fn words(code: &'static str, en: &'static str, ur: &'static str) -> Text {
    Text {
        code,
        status: 0,
        title: (en, ur),
        detail: ("", ""),
    }
}

/// One list of words for each capability.
const LISTS: &[&[Text]] = &[correspondence::TEXTS, general::TEXTS, identity::TEXTS];

/// Every code with its words.
pub fn texts() -> impl Iterator<Item = &'static Text> {
    LISTS.iter().copied().flatten()
}

pub(crate) fn find(code: &str) -> Option<&'static Text> {
    texts().find(|text| text.code == code)
}

/// What is wrong with a field, in the reader's language.
pub(crate) fn message(code: &'static str, language: Language) -> &'static str {
    find(code).map_or(code, |text| text.title(language))
}
