//! What is wrong with a template, so that its author finds the place.

use crate::office::Error;
use daftar_documents::typeset::{Languages, Mistake, OwnError, TypesetError};
use daftar_domain::drafting as domain;
use daftar_domain::templates::{SampleKind, Shown};

/// A sample that a template was tried on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleOf {
    /// Which communication.
    pub kind: SampleKind,
    /// In which language.
    pub language: Languages,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It does not compile, or asks for what it may not have.
    Broken(Vec<Mistake>),
    /// It prints a character that no face has.
    Unprintable(char),
    /// It hides what every print must show.
    Hides(Vec<Shown>),
    /// It makes more pages than a communication may have.
    TooManyPages,
    /// It computes for too long.
    TooSlow,
    /// It takes too much memory.
    TooLarge,
}

/// A template that fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// What is wrong.
    pub fault: Fault,
    /// The sample that it failed on; none where it failed on a communication of the office.
    pub sample: Option<SampleOf>,
}

impl TemplateFault {
    /// The stable code. To whoever wanted a communication printed it is one thing: its template fails.
    pub fn code(&self) -> &'static str {
        if self.sample.is_none() {
            return "template-fails";
        }
        match self.fault {
            Fault::Broken(_) => "template-broken",
            Fault::Unprintable(_) => "template-unprintable",
            Fault::Hides(_) => "template-hides",
            Fault::TooManyPages => "template-too-many-pages",
            Fault::TooSlow => "template-too-slow",
            Fault::TooLarge => "template-too-large",
        }
    }
}

/// Why an own template did not set something, told of the sample where it was one.
pub(crate) fn failed(error: OwnError, sample: Option<SampleOf>) -> Error {
    let fault = match error {
        OwnError::TooSlow => Fault::TooSlow,
        OwnError::TooLarge => Fault::TooLarge,
        OwnError::Io(error) => return Error::Internal(error.to_string()),
        OwnError::Typeset(TypesetError::Template(mistakes)) => Fault::Broken(mistakes),
        OwnError::Typeset(TypesetError::MissingGlyph { character, .. }) => Fault::Unprintable(character),
        OwnError::Typeset(TypesetError::TooManyPages) => Fault::TooManyPages,
        OwnError::Typeset(error @ TypesetError::Internal(_)) => return Error::Internal(error.to_string()),
    };
    Error::Template(Box::new(TemplateFault { fault, sample }))
}

/// The languages of a communication, as what is printed has them.
pub fn languages_of(languages: domain::Languages) -> Languages {
    match languages {
        domain::Languages::English => Languages::English,
        domain::Languages::Urdu => Languages::Urdu,
        domain::Languages::Both => Languages::Both,
    }
}

/// The other way round.
pub fn languages_word(languages: Languages) -> domain::Languages {
    match languages {
        Languages::English => domain::Languages::English,
        Languages::Urdu => domain::Languages::Urdu,
        Languages::Both => domain::Languages::Both,
    }
}
