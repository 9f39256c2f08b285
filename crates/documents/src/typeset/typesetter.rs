//! From a communication to its print.

use super::communication::Communication;
use super::error::TypesetError;
use super::faces::Faces;
use super::isolate::isolate_all;
use super::templates::Templates;
use super::world::Sheet;
use chrono::Datelike;
use qrcode::{EcLevel, QrCode, render::svg};
use serde_json::Value;
use std::collections::BTreeSet;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Binding, Bytes, Datetime, Smart, Value as TypstValue};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{DiagSpan, Source};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// The most pages of one communication. The longest text that can be drafted has about a hundred.
pub const MOST_PAGES: usize = 300;
/// The most bytes of data in one communication.
pub const MOST_BYTES: usize = 8 * 1000 * 1000;
/// How many further communications a result of Typst's stays in memory for unused.
const KEPT: usize = 10;

/// A communication as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typeset {
    /// PDF/A-2b.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// The faces and templates, read once. Share one between all threads.
pub struct Typesetter {
    library: LazyHash<Library>,
    faces: Faces,
    templates: Templates,
}

impl Typesetter {
    /// Reads the bundled faces and templates.
    ///
    /// # Errors
    /// [`TypesetError::Internal`] if one of them is damaged.
    pub fn new() -> Result<Self, TypesetError> {
        let damaged = |what: &str| TypesetError::Internal(format!("the bundled {what} are damaged"));
        Ok(Self {
            library: LazyHash::new(library()),
            faces: Faces::bundled().ok_or_else(|| damaged("faces"))?,
            templates: Templates::built_in().ok_or_else(|| damaged("templates"))?,
        })
    }

    /// The characters that cannot be printed, each once: to be refused while the text is being written.
    pub fn unprintable(&self, text: &str) -> Vec<char> {
        let mut seen = BTreeSet::new();
        text.chars()
            .filter(|c| !self.faces.show(*c) && seen.insert(*c))
            .collect()
    }

    /// Sets a communication with the template of its form, or with an office's own.
    ///
    /// It takes some tens of milliseconds a page, more the first time; nothing stops a template of an office's own that
    /// computes for ever, so take those only from who may administer the office.
    ///
    /// # Errors
    /// See [`TypesetError`].
    pub fn typeset(&self, communication: &Communication, template: Option<&str>) -> Result<Typeset, TypesetError> {
        let sheet = self.sheet(communication, template)?;
        let set = sheet.set();
        comemo::evict(KEPT);
        set
    }

    fn sheet(&self, communication: &Communication, template: Option<&str>) -> Result<Sheet<'_>, TypesetError> {
        let mut data = serde_json::to_value(communication).map_err(internal)?;
        self.check_printable(&data, &mut String::new())?;
        isolate_all(&mut data, false);
        let data = serde_json::to_vec(&data).map_err(internal)?;
        if data.len() > MOST_BYTES {
            return Err(TypesetError::TooManyPages);
        }
        let main = match template {
            Some(own) => Source::new(self.templates.own, own.to_owned()),
            None => self
                .templates
                .form(communication.form)
                .ok_or_else(|| TypesetError::Internal("a form has no template".to_owned()))?,
        };
        let square = match &communication.verification {
            Some(verification) => square(&verification.url)?,
            None => String::new(),
        };
        Ok(Sheet {
            library: &self.library,
            faces: &self.faces,
            templates: &self.templates,
            main,
            data: Bytes::new(data),
            square: Bytes::from_string(square),
            today: communication.date.and_then(day),
        })
    }

    fn check_printable(&self, data: &Value, place: &mut String) -> Result<(), TypesetError> {
        let length = place.len();
        let mut inner = |key: &str, value: &Value| {
            place.push('/');
            place.push_str(key);
            let checked = self.check_printable(value, place);
            place.truncate(length);
            checked
        };
        match data {
            Value::String(text) => match text.chars().find(|c| !self.faces.show(*c)) {
                Some(character) => Err(TypesetError::MissingGlyph {
                    character,
                    place: Some(place.clone()),
                }),
                None => Ok(()),
            },
            Value::Array(items) => (0..).zip(items).try_for_each(|(i, item): (usize, _)| inner(&i.to_string(), item)),
            Value::Object(fields) => fields.iter().try_for_each(|(key, field)| inner(key, field)),
            _ => Ok(()),
        }
    }
}

impl Sheet<'_> {
    fn set(&self) -> Result<Typeset, TypesetError> {
        let document = typst::compile::<PagedDocument>(self)
            .output
            .map_err(|errors| self.complaint(&errors))?;
        let pages = document.pages().len();
        if pages > MOST_PAGES {
            return Err(TypesetError::TooManyPages);
        }
        let standards = PdfStandards::new(&[PdfStandard::A_2b]).map_err(|e| internal(e.message()))?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("{:?}", typst::utils::hash128(&self.data))),
            creator: Smart::Custom(Some("Daftar".to_owned())),
            standards,
            timestamp: self.today.or_else(undated).map(Timestamp::new_utc),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| {
            let missing = document.pages().iter().find_map(|page| missing_glyph(&page.frame));
            missing.map_or_else(
                || self.complaint(&errors),
                |character| TypesetError::MissingGlyph { character, place: None },
            )
        })?;
        Ok(Typeset { pdf, pages })
    }

    /// The first of Typst's errors, where the template's author sees it: in the template, not in the library below.
    fn complaint(&self, errors: &[SourceDiagnostic]) -> TypesetError {
        let Some(error) = errors.first() else {
            return TypesetError::Internal("Typst gave no reason".to_owned());
        };
        let message = error.message.to_string();
        let trace = error.trace.iter().map(|point| point.span.into());
        let spans: Vec<DiagSpan> = std::iter::once(error.span).chain(trace).collect();
        let own = self.templates.own;
        let in_own = spans.iter().find(|span| span.id() == Some(own));
        if self.main.id() == own {
            let (line, column) = in_own.and_then(|span| self.position(*span)).unwrap_or((1, 1));
            TypesetError::Template { line, column, message }
        } else {
            let (line, column) = spans.first().and_then(|span| self.position(*span)).unwrap_or((1, 1));
            let path = spans.first().and_then(|span| span.id());
            TypesetError::Internal(format!("{path:?}, line {line}, column {column}: {message}"))
        }
    }

    /// Line and column, from 1.
    fn position(&self, span: DiagSpan) -> Option<(usize, usize)> {
        let source = self.source(span.id()?).ok()?;
        let (line, column) = source.lines().byte_to_line_column(self.range(span)?.start)?;
        Some((line + 1, column + 1))
    }
}

fn internal(error: impl std::fmt::Display) -> TypesetError {
    TypesetError::Internal(error.to_string())
}

/// Typst's library without its door to foreign programs.
fn library() -> Library {
    let mut library = Library::builder().build();
    if let Some(plugin) = library.global.scope_mut().get_mut("plugin") {
        *plugin = Binding::detached(TypstValue::None);
    }
    library.std = Binding::detached(library.global.clone());
    library
}

fn day(date: chrono::NaiveDate) -> Option<Datetime> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Datetime::from_ymd(date.year(), month, day)
}

/// PDF/A wants a date. A draft has none, and the clock would make every print another: it gets one that nobody takes for
/// its own.
fn undated() -> Option<Datetime> {
    Datetime::from_ymd(1970, 1, 1)
}

/// The code square of an address.
fn square(url: &str) -> Result<String, TypesetError> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M).map_err(internal)?;
    Ok(code.render::<svg::Color<'_>>().quiet_zone(false).build())
}

/// The first character in a frame for which its face had no picture.
fn missing_glyph(frame: &Frame) -> Option<char> {
    frame.items().find_map(|(_, item)| match item {
        FrameItem::Group(group) => missing_glyph(&group.frame),
        FrameItem::Text(text) => {
            let missing = text.glyphs.iter().find(|glyph| glyph.id == 0)?;
            text.text.get(missing.range())?.chars().next()
        }
        _ => None,
    })
}
