//! A whole file as one document and as an archive that can be checked elsewhere.

use super::{File, FilingRefusal};
use crate::access::Officer;
use crate::ledger::{Event, EventKind};
use crate::office::{ExportId, Language, vocabulary};
use serde_json::json;

/// How many days an export is kept.
pub const EXPORT_DAYS: i64 = 7;

vocabulary! {
    /// How far an export is.
    ExportState {
        /// A worker will make it.
        Waiting = "waiting",
        /// A worker is making it.
        Making = "making",
        /// It can be fetched.
        Ready = "ready",
        /// It could not be made.
        Failed = "failed",
    }
}

vocabulary! {
    /// Why an export could not be made.
    ExportFailure {
        /// Who asked for it may not read the file any more.
        OutOfSight = "out_of_sight",
        /// The papers are more than an archive takes.
        TooLarge = "too_large",
        /// The file changed again and again while it was read.
        Unsettled = "unsettled",
        /// Something that should not happen; the log says what.
        Internal = "internal",
    }
}

/// What was made of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// SHA-256 of the document, hex.
    pub book: String,
    /// SHA-256 of the archive, hex.
    pub archive: String,
    /// How many pages the document has.
    pub pages: i32,
}

/// Asks for an export of a file that the officer has opened, unless his last one is still being made.
///
/// # Errors
/// `file-not-opened`, `export-under-way`.
pub fn export_file(
    file: &File,
    by: &Officer,
    under_way: bool,
    id: ExportId,
    language: Language,
) -> Result<Event, FilingRefusal> {
    if file.custody.waits_unopened_with(by.post) {
        return Err(FilingRefusal::NotOpened);
    }
    if under_way {
        return Err(FilingRefusal::ExportUnderWay);
    }
    let content = json!({ "export": id, "language": language });
    Ok(file.event(EventKind::FileExportRequested, content))
}

impl Exported {
    /// That it was made, and what its bytes are: whoever is shown an export can find it in the ledger.
    pub fn event(&self, file: &File, id: ExportId) -> Event {
        let content = json!({ "export": id, "book_sha256": self.book, "archive_sha256": self.archive });
        file.event(EventKind::FileExported, content)
    }
}
