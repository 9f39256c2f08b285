//! The words of every problem, in both languages. A code without words fails a test.

mod addresses;
mod certificates;
mod correspondence;
mod dispatch;
mod drafting;
mod factors;
mod filing;
mod general;
mod identity;
mod keys;
mod ledger;
mod organisation;
mod signing;
mod templates;

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
const LISTS: &[&[Text]] = &[
    addresses::TEXTS,
    certificates::TEXTS,
    correspondence::TEXTS,
    dispatch::TEXTS,
    drafting::TEXTS,
    factors::TEXTS,
    filing::TEXTS,
    general::TEXTS,
    identity::TEXTS,
    ledger::TEXTS,
    keys::TEXTS,
    organisation::TEXTS,
    signing::TEXTS,
    templates::TEXTS,
];

/// Every code with its words.
pub fn texts() -> impl Iterator<Item = &'static Text> {
    LISTS.iter().copied().flatten()
}

pub(crate) fn find(code: &str) -> Option<&'static Text> {
    texts().find(|text| text.code == code)
}

/// [`message`] for a code that was kept as text.
pub(crate) fn message_of(code: &str, language: Language) -> &str {
    find(code).map_or(code, |text| text.title(language))
}

/// What is wrong with a field, in the reader's language.
pub(crate) fn message(code: &'static str, language: Language) -> &'static str {
    find(code).map_or(code, |text| text.title(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use daftar_domain::access::AccessRefusal;
    use daftar_domain::addresses::AddressesRefusal;
    use daftar_domain::certificates::CertificateRefusal;
    use daftar_domain::correspondence::ReceiptRefusal;
    use daftar_domain::dispatch::DispatchRefusal;
    use daftar_domain::drafting::DraftingRefusal;
    use daftar_domain::filing::FilingRefusal;
    use daftar_domain::identity::IdentityRefusal;
    use daftar_domain::identity::webauthn::AssertionRefusal;
    use daftar_domain::keys::KeyRefusal;
    use daftar_domain::mail::MailRefusal;
    use daftar_domain::office::Refusal;
    use daftar_domain::organisation::{ImportRefusal, OrganisationRefusal, TextRefusal};
    use daftar_domain::signing::SigningRefusal;
    use daftar_domain::templates::TemplateRefusal;
    use std::collections::BTreeSet;

    /// The codes of one capability's refusals.
    fn codes<R: Copy + Into<Refusal>>(all: &[R]) -> Vec<&'static str> {
        all.iter().map(|refusal| (*refusal).into().code).collect()
    }

    #[test]
    fn every_refusal_has_words_in_both_languages() {
        let all = [
            codes(AccessRefusal::ALL),
            codes(AddressesRefusal::ALL),
            codes(CertificateRefusal::ALL),
            codes(ReceiptRefusal::ALL),
            codes(DispatchRefusal::ALL),
            codes(DraftingRefusal::ALL),
            codes(FilingRefusal::ALL),
            codes(IdentityRefusal::ALL),
            codes(AssertionRefusal::ALL),
            codes(ImportRefusal::ALL),
            codes(KeyRefusal::ALL),
            codes(MailRefusal::ALL),
            codes(OrganisationRefusal::ALL),
            codes(SigningRefusal::ALL),
            codes(TemplateRefusal::ALL),
            codes(TextRefusal::ALL),
        ];
        let mute: Vec<&str> = all.into_iter().flatten().filter(|code| find(code).is_none()).collect();
        assert!(mute.is_empty(), "refusals without words: {mute:?}");
    }

    #[test]
    fn every_code_has_its_words_once_and_in_its_script() {
        let mut seen = BTreeSet::new();
        for text in texts() {
            assert!(seen.insert(text.code), "twice: {}", text.code);
            assert!(!text.title.0.is_empty(), "{}", text.code);
            assert!(
                text.title.1.contains(|c| matches!(c, '\u{600}'..='\u{6FF}')),
                "{}",
                text.code
            );
            assert_eq!(text.detail.0.is_empty(), text.detail.1.is_empty(), "{}", text.code);
        }
    }
}
