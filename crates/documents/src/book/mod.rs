//! A whole file as one PDF/A-2b: typeset as letters are, with the pages of its papers as pictures.
//!
//! A file may have hundreds of scanned pages. The typesetter would keep all of them in memory as pixels; so it sets the
//! book with a small picture of the same shape in the place of each, and the real ones are put into the finished document
//! one by one ([`splice`]).

mod data;
mod picture;
mod splice;

pub use data::{
    Book, BookDraft, BookEntry, BookMovement, BookNote, BookPage, BookPaper, BookParagraph, BookRun, Cover, Reason,
};
pub use picture::{Picture, PictureError, Pictures};
pub use splice::{SpliceError, splice};

pub(crate) use picture::placeholder;

/// The most pages of papers that are shown as pictures in one book; what is beyond is in the archive only.
pub const MOST_PICTURES: usize = 1000;
