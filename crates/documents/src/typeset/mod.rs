//! How an outgoing communication is set: data in, PDF/A-2b out, by Typst within the process.
//!
//! A communication is data ([`Communication`]), a template is code. The data reaches the template as a file that it
//! reads (`/data.json`), never as text of its own, so nothing that an officer writes can run. The same data set by the
//! same template gives the same bytes. Setting takes processor time and nothing else: call it where it may block.

mod book;
mod communication;
mod error;
mod faces;
mod isolate;
mod mail;
mod own;
mod samples;
mod sheet;
mod shown;
mod templates;
#[cfg(test)]
mod tests;
mod typesetter;

pub use communication::{
    Addressee, Amended, Communication, Enclosure, Languages, Letterhead, Lines, Reference, Signatory, Texts,
    Verification, Words,
};
pub use error::{Mistake, TypesetError};
pub use mail::MailSheet;
pub(crate) use own::set_one;
pub use own::{Apart, OwnError, OwnTypeset};
pub use samples::sample;
pub use typesetter::{MOST_BYTES, MOST_PAGES, Typeset, Typesetter};
