//! A whole file as one document and as an archive: asked for, made by a worker, fetched for some days.
//!
//! What an export holds is read with the sight of the officer who asked for it, by the same functions that the screen
//! reads with: what he may not see there is not in it.

mod archive;
mod book;
mod content;
mod gather;
mod make;
mod members;
mod pictures;
mod request;

pub use content::{ExportContent, ExportPart, export_content};
pub(crate) use make::{EXPORT_JOB, give_up, make_export};
pub use request::{file_exports, forget_exports, request_export};
