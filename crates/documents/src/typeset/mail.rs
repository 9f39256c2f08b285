//! A mail that came in, set as a paper: what it says of itself, and its words.

use super::error::TypesetError;
use super::isolate::isolate_all;
use super::sheet::Sheet;
use super::typesetter::{MOST_PAGES, Typeset, Typesetter, internal};
use serde_json::{Value, json};
use std::collections::HashMap;
use typst::foundations::Bytes;

/// What is printed of a mail. All of it is what a stranger wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailSheet {
    /// The name of the sender.
    pub from: String,
    /// His address.
    pub address: String,
    /// The subject.
    pub subject: String,
    /// When it was written, as it is to be read.
    pub written: String,
    /// When it came in, as it is to be read.
    pub arrived: String,
    /// What it says.
    pub text: String,
    /// SHA-256 of the mail as it came in, hex.
    pub digest: String,
}

impl Typesetter {
    /// Sets a mail. A character that no face shows is printed as its number.
    ///
    /// # Errors
    /// [`TypesetError::TooManyPages`], and those of a damaged template.
    pub fn mail(&self, mail: &MailSheet) -> Result<Typeset, TypesetError> {
        let lines: Vec<Value> = mail.text.lines().map(directed).collect();
        let mut data = json!({
            "from": directed(&mail.from), "address": directed(&mail.address), "subject": directed(&mail.subject),
            "written": directed(&mail.written), "arrived": directed(&mail.arrived), "lines": lines,
            "digest": mail.digest,
        });
        self.spell_out(&mut data);
        isolate_all(&mut data, false);
        let sheet = Sheet {
            library: &self.library,
            faces: &self.faces,
            templates: &self.templates,
            main: self.templates.mail.clone(),
            data: Bytes::new(serde_json::to_vec(&data).map_err(internal)?),
            square: Bytes::from_string(String::new()),
            today: None,
            pictures: HashMap::new(),
            most_pages: MOST_PAGES,
        };
        let set = sheet.document().and_then(|document| {
            let pdf = sheet.pdf(&document)?;
            let pages = document.pages().len();
            Ok(Typeset { pdf, pages })
        });
        comemo::evict(0);
        set
    }
}

/// A line with the side that it begins on: that of its first letter.
fn directed(text: &str) -> Value {
    let first = text.chars().find(|c| c.is_alphabetic());
    let rtl =
        first.is_some_and(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'));
    json!({ "rtl": rtl, "text": text })
}
