//! One communication on its way to paper, and all that its template can see: the library, the data, the code square. No
//! disk, no network, no clock.

use super::error::{Mistake, TypesetError};
use super::faces::Faces;
use super::templates::Templates;
use super::typesetter::internal;
use std::collections::HashMap;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{DiagSpan, FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, hash128};
use typst::{Library, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// The most mistakes of a template that are told at once.
const MOST_MISTAKES: usize = 20;

/// One communication, and what its template can see of the world.
pub(super) struct Sheet<'a> {
    pub(super) library: &'a LazyHash<Library>,
    pub(super) faces: &'a Faces,
    pub(super) templates: &'a Templates,
    pub(super) main: Source,
    pub(super) data: Bytes,
    pub(super) square: Bytes,
    pub(super) today: Option<Datetime>,
    /// The small pictures of a book, by their names.
    pub(super) pictures: HashMap<FileId, Bytes>,
    pub(super) most_pages: usize,
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.faces.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        self.templates.library(id).ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.templates.data {
            Ok(self.data.clone())
        } else if id == self.templates.square {
            Ok(self.square.clone())
        } else if let Some(picture) = self.pictures.get(&id) {
            Ok(picture.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

impl Sheet<'_> {
    /// The pages.
    pub(super) fn document(&self) -> Result<PagedDocument, TypesetError> {
        let document = typst::compile::<PagedDocument>(self)
            .output
            .map_err(|errors| self.complaint(&errors))?;
        if document.pages().len() > self.most_pages {
            return Err(TypesetError::TooManyPages);
        }
        Ok(document)
    }

    /// The pages as PDF/A-2b.
    pub(super) fn pdf(&self, document: &PagedDocument) -> Result<Vec<u8>, TypesetError> {
        let standards = PdfStandards::new(&[PdfStandard::A_2b]).map_err(|e| internal(e.message()))?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("{:?}", hash128(&(&self.data, self.main.text())))),
            creator: Smart::Custom(Some("Daftar".to_owned())),
            standards,
            timestamp: self.today.or_else(undated).map(Timestamp::new_utc),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(document, &options).map_err(|errors| {
            let missing = document.pages().iter().find_map(|page| missing_glyph(&page.frame));
            missing.map_or_else(
                || self.complaint(&errors),
                |character| TypesetError::MissingGlyph { character, place: None },
            )
        })
    }

    /// Typst's errors, where the template's author sees them: in the template, not in the library below.
    fn complaint(&self, errors: &[SourceDiagnostic]) -> TypesetError {
        let Some(first) = errors.first() else {
            return TypesetError::Internal("Typst gave no reason".to_owned());
        };
        if self.main.id() == self.templates.own {
            return TypesetError::Template(
                errors
                    .iter()
                    .take(MOST_MISTAKES)
                    .map(|error| self.mistake(error))
                    .collect(),
            );
        }
        let (line, column) = self.position(first.span).unwrap_or((1, 1));
        let (path, message) = (first.span.id(), &first.message);
        TypesetError::Internal(format!("{path:?}, line {line}, column {column}: {message}"))
    }

    fn mistake(&self, error: &SourceDiagnostic) -> Mistake {
        let trace = error.trace.iter().map(|point| point.span.into());
        let mut spans = std::iter::once(error.span).chain(trace);
        let in_own = spans.find(|span| span.id() == Some(self.templates.own));
        let (line, column) = in_own.and_then(|span| self.position(span)).unwrap_or((1, 1));
        Mistake {
            line,
            column,
            message: error.message.to_string(),
            hint: error.hints.first().map(|hint| hint.v.to_string()),
        }
    }

    /// Line and column, from 1.
    fn position(&self, span: DiagSpan) -> Option<(usize, usize)> {
        let source = self.source(span.id()?).ok()?;
        let (line, column) = source.lines().byte_to_line_column(self.range(span)?.start)?;
        Some((line + 1, column + 1))
    }
}

/// PDF/A wants a date. A draft has none, and the clock would make every print another: it gets one that nobody takes for
/// its own.
fn undated() -> Option<Datetime> {
    Datetime::from_ymd(1970, 1, 1)
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
