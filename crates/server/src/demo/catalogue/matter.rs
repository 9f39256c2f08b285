//! What a case is made of.

use daftar_domain::office::Language;

/// Who writes to the office. Texts may hold the places of [`super::words`].
#[derive(Debug)]
pub(crate) struct Sender {
    /// Who signs.
    pub(crate) name: &'static str,
    /// His designation, as it stands under the signature.
    pub(crate) designation: &'static str,
    /// His office; empty for a citizen.
    pub(crate) office: &'static str,
    /// Where it is.
    pub(crate) address: &'static str,
    /// How his letters are numbered; empty when they are not.
    pub(crate) reference: &'static str,
}

/// A kind of case that a section deals with: what is written to it, and what it notes.
#[derive(Debug)]
pub(crate) struct Matter {
    /// The code of the section.
    pub(crate) section: &'static str,
    /// The code of the head under which its file is opened.
    pub(crate) head: &'static str,
    /// The language of letter, subject and notes.
    pub(crate) language: Language,
    /// Who writes.
    pub(crate) sender: &'static Sender,
    /// The subject of letter and file.
    pub(crate) subject: &'static str,
    /// The paragraphs of the letter.
    pub(crate) letter: &'static [&'static str],
    /// What the section notes after the opening sentence: the examination, then the proposal.
    pub(crate) note: &'static [&'static str],
}

/// A case in English.
pub(super) const fn en(
    section: &'static str,
    head: &'static str,
    sender: &'static Sender,
    subject: &'static str,
    letter: &'static [&'static str],
    note: &'static [&'static str],
) -> Matter {
    Matter {
        section,
        head,
        language: Language::English,
        sender,
        subject,
        letter,
        note,
    }
}

/// A case in Urdu.
pub(super) const fn ur(
    section: &'static str,
    head: &'static str,
    sender: &'static Sender,
    subject: &'static str,
    letter: &'static [&'static str],
    note: &'static [&'static str],
) -> Matter {
    Matter {
        section,
        head,
        language: Language::Urdu,
        sender,
        subject,
        letter,
        note,
    }
}
