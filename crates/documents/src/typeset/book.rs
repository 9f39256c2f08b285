//! A whole file, set as letters are.

use super::error::TypesetError;
use super::isolate::isolate_all;
use super::sheet::Sheet;
use super::typesetter::{MOST_BYTES, Typeset, Typesetter, day, internal, weight};
use crate::book::{Book, Picture, placeholder};
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::HashMap;
use typst::foundations::Bytes;

/// The most pages of a book.
const MOST_PAGES: usize = 5000;

impl Typesetter {
    /// Sets a book, with a small picture in the place of each of these. A character that no face shows is printed as its
    /// number: what officers once wrote must be readable, whatever it was.
    ///
    /// # Errors
    /// [`TypesetError::TooManyPages`], and those of a damaged template.
    pub fn book(&self, book: &Book, pictures: &[Picture]) -> Result<Typeset, TypesetError> {
        let mut data = serde_json::to_value(book).map_err(internal)?;
        if weight(&data) > MOST_BYTES || pictures.len() > self.templates.pictures.len() {
            return Err(TypesetError::TooManyPages);
        }
        self.spell_out(&mut data);
        isolate_all(&mut data, false);
        let names = self.templates.pictures.iter().copied();
        let small = names.zip(pictures.iter().enumerate()).map(|(name, (at, picture))| {
            let small = placeholder(picture, at).ok_or_else(|| internal("a picture without a shape"))?;
            Ok((name, Bytes::new(small)))
        });
        let sheet = Sheet {
            library: &self.library,
            faces: &self.faces,
            templates: &self.templates,
            main: self.templates.book.clone(),
            data: Bytes::new(serde_json::to_vec(&data).map_err(internal)?),
            square: Bytes::from_string(String::new()),
            today: made_on(book).and_then(day),
            pictures: small.collect::<Result<HashMap<_, _>, TypesetError>>()?,
            most_pages: MOST_PAGES,
        };
        let set = sheet.document().and_then(|document| {
            let pdf = sheet.pdf(&document)?;
            let pages = document.pages().len();
            Ok(Typeset { pdf, pages })
        });
        // Nobody sets the same book again.
        comemo::evict(0);
        set
    }

    /// Writes the number of each character that no face shows in its place.
    pub(super) fn spell_out(&self, data: &mut Value) {
        match data {
            Value::String(text) => {
                for character in self.unprintable(text) {
                    *text = text.replace(character, &format!("[U+{:04X}]", u32::from(character)));
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.spell_out(item)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.spell_out(field)),
            _ => {}
        }
    }
}

fn made_on(book: &Book) -> Option<NaiveDate> {
    book.cover.made_at.get(..10)?.parse().ok()
}
