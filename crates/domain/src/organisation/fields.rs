//! Collecting what is wrong with what somebody filled in: all of it at once, field by field.

use super::OrganisationRefusal;
use crate::office::{Refusal, RefusalKind, TextError, clean_line, refusals};

refusals! {
    /// What can be wrong with a line of text; the field is named where it is known.
    TextRefusal {
        /// Nothing was written.
        Empty => "required", Invalid;
        /// More characters than the field holds.
        TooLong => "too-long", Invalid;
        /// Control characters, or characters that reorder their surroundings.
        Forbidden => "forbidden-character", Invalid;
    }
}

impl From<TextError> for TextRefusal {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Empty => Self::Empty,
            TextError::TooLong => Self::TooLong,
            TextError::Forbidden => Self::Forbidden,
        }
    }
}

/// The longest name or title.
pub(super) const LONGEST_NAME: usize = 200;
/// The longest code.
const LONGEST_CODE: usize = 40;

/// Checks fields one after the other and remembers what was wrong.
#[derive(Debug, Default)]
pub(super) struct Fields {
    refusals: Vec<Refusal>,
}

impl Fields {
    /// Notes a refusal.
    pub(super) fn refuse(&mut self, refusal: impl Into<Refusal>) {
        self.refusals.push(refusal.into());
    }

    /// A line of text that must be there.
    pub(super) fn line(&mut self, field: &'static str, text: &str, most: usize) -> String {
        clean_line(text, most).unwrap_or_else(|error| {
            let refusal = Refusal::from(TextRefusal::from(error));
            self.refuse(Refusal {
                field: Some(field),
                kind: RefusalKind::Invalid,
                ..refusal
            });
            String::new()
        })
    }

    /// A line of text that may be missing; blank is missing.
    pub(super) fn optional_line(&mut self, field: &'static str, text: Option<&str>, most: usize) -> Option<String> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        Some(self.line(field, text, most))
    }

    /// The same line in English and in Urdu: both, or neither.
    pub(super) fn pair(&mut self, [en, ur]: [(&'static str, &str); 2], most: usize) -> (String, String) {
        if en.1.trim().is_empty() && ur.1.trim().is_empty() {
            return Default::default();
        }
        (self.line(en.0, en.1, most), self.line(ur.0, ur.1, most))
    }

    /// The code of a unit or post.
    pub(super) fn code(&mut self, text: &str) -> String {
        let code = text.trim();
        let shaped = (1..=LONGEST_CODE).contains(&code.chars().count())
            && code
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '(' | ')' | '/' | '&'));
        if !shaped {
            self.refuse(OrganisationRefusal::CodeShape);
        }
        code.to_owned()
    }

    /// What was filled in, if nothing was wrong with it.
    pub(super) fn finish<T>(self, fields: T) -> Result<T, Vec<Refusal>> {
        if self.refusals.is_empty() {
            Ok(fields)
        } else {
            Err(self.refusals)
        }
    }
}
