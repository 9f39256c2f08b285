//! Papers as bytes: where they are kept, what they are, how a page of them looks, and how a
//! letter is written: one that the office issues (`typeset`), and those that a demonstration receives (`letter`).
//!
//! Nothing here trusts what it is given. The type comes from the bytes, never from a name; sizes
//! are bounded before memory is spent; a parser that fails, fails for its own document only.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

// The samples are shared with an example, which sees this crate from outside.
#[cfg(test)]
extern crate self as daftar_documents;

mod blob;
pub mod book;
mod child;
mod confine;
mod digest;
mod draw;
mod file_name;
mod inspect;
pub mod letter;
mod media_type;
pub mod pades;
pub mod pki;
mod preview;
mod program;
mod reply;
mod sweep;
mod task;
mod tiff;
pub mod typeset;
mod workpiece;
mod workshop;

pub use blob::{BlobStore, PutError, Stored};
pub use child::draw_one;
pub use confine::{Costs, confine};
pub use digest::{Digest, NotADigest};
pub use file_name::clean_file_name;
pub use inspect::{Inspection, Readability};
pub use media_type::MediaType;
pub use preview::{MAX_WIDTH, PreviewError, Previews};
pub use program::Program;
pub use sweep::{Swept, Times};
pub use workpiece::Workpiece;
pub use workshop::Drawing;

/// The largest paper that is taken: 100 MB.
pub const LARGEST: u64 = 100 * 1000 * 1000;
