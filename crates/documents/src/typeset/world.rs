//! All that a template can see: the library, the communication, its code square. No disk, no network, no clock.

use super::faces::Faces;
use super::templates::Templates;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

/// The world of one communication.
pub(super) struct Sheet<'a> {
    pub(super) library: &'a LazyHash<Library>,
    pub(super) faces: &'a Faces,
    pub(super) templates: &'a Templates,
    pub(super) main: Source,
    pub(super) data: Bytes,
    pub(super) square: Bytes,
    pub(super) today: Option<Datetime>,
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
