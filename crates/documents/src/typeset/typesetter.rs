//! From a communication to its print.

use super::communication::Communication;
use super::error::TypesetError;
use super::faces::Faces;
use super::isolate::isolate_all;
use super::sheet::Sheet;
use super::templates::Templates;
use chrono::Datelike;
use daftar_domain::drafting::Form;
use qrcode::{EcLevel, QrCode, render::svg};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use typst::foundations::{Binding, Bytes, Datetime, Value as TypstValue};
use typst::syntax::Source;
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

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
    pub(super) library: LazyHash<Library>,
    pub(super) faces: Faces,
    pub(super) templates: Templates,
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

    /// The template of a form that comes with the program.
    pub fn built_in(&self, form: Form) -> Option<String> {
        Some(self.templates.form(form)?.text().to_owned())
    }

    /// Sets a communication with the template of its form, or with another one.
    ///
    /// It takes some tens of milliseconds a page, more the first time. Nothing here stops a template that computes for
    /// ever: an office's own is set by [`Apart`](super::Apart).
    ///
    /// # Errors
    /// See [`TypesetError`].
    pub fn typeset(&self, communication: &Communication, template: Option<&str>) -> Result<Typeset, TypesetError> {
        let sheet = self.sheet(communication, template)?;
        let set = sheet.document().and_then(|document| {
            let pdf = sheet.pdf(&document)?;
            let pages = document.pages().len();
            Ok(Typeset { pdf, pages })
        });
        comemo::evict(KEPT);
        set
    }

    pub(super) fn sheet(
        &self,
        communication: &Communication,
        template: Option<&str>,
    ) -> Result<Sheet<'_>, TypesetError> {
        let mut data = serde_json::to_value(communication).map_err(internal)?;
        if weight(&data) > MOST_BYTES {
            return Err(TypesetError::TooManyPages);
        }
        self.check_printable(&data, &mut String::new())?;
        isolate_all(&mut data, false);
        let data = serde_json::to_vec(&data).map_err(internal)?;
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
            pictures: HashMap::new(),
            most_pages: MOST_PAGES,
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
            Value::Array(items) => (0..)
                .zip(items)
                .try_for_each(|(i, item): (usize, _)| inner(&i.to_string(), item)),
            Value::Object(fields) => fields.iter().try_for_each(|(key, field)| inner(key, field)),
            _ => Ok(()),
        }
    }
}

pub(super) fn internal(error: impl std::fmt::Display) -> TypesetError {
    TypesetError::Internal(error.to_string())
}

/// The bytes of all texts in the data.
pub(super) fn weight(data: &Value) -> usize {
    match data {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(weight).sum(),
        Value::Object(fields) => fields.values().map(weight).sum(),
        _ => 0,
    }
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

pub(super) fn day(date: chrono::NaiveDate) -> Option<Datetime> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Datetime::from_ymd(date.year(), month, day)
}

/// The code square of an address.
fn square(url: &str) -> Result<String, TypesetError> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M).map_err(internal)?;
    Ok(code.render::<svg::Color<'_>>().quiet_zone(false).build())
}
