//! Files, notes, papers, movements, heads.

mod drafts;
pub mod entities;
mod exports;
mod files;
mod grants;
mod heads;
mod lines;
mod links;
mod list;
mod movements;
mod notes;
mod papers;
mod posts;
mod rows;
mod visible;

pub use drafts::{Draft, PutUpDraft};
pub use exports::{ExportRow, MadeExport};
pub use files::Found;
pub use grants::Grant;
pub use heads::Section;
pub use lines::{FileLine, FileName};
pub use list::{FileFilter, FileScope};
pub use movements::MovementRow;
pub use notes::NoteRow;
pub use papers::PaperRow;
pub use posts::PostLine;
pub(crate) use visible::{kept_apart, not_own_case, visible_files};

use crate::database::repository;

repository! {
    /// Files with everything on them.
    Filing, filing
}
