//! The correspondence portion: papers, numbered by page, each with its docket.

use super::file::remark;
use super::note::{Docket, NoteContent, NoteStamp};
use super::{File, FilingRefusal, Note, PaperDirection};
use crate::access::Officer;
use crate::ledger::{Event, EventKind};
use crate::office::{
    Classification, DocumentId, FileId, PaperId, PersonId, PostId, ReceiptId, TextError, Timestamp, Warning, clean_line,
};
use serde_json::json;

/// The pages of a volume; beyond them a new one is due.
pub const VOLUME_PAGES: i32 = 300;

/// A document as the correspondence needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperDocument {
    /// Its id.
    pub id: DocumentId,
    /// SHA-256 of its bytes, hex.
    pub digest: String,
    /// Its pages; unknown where it could not be read.
    pub pages: Option<i32>,
}

/// The receipt that a paper is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperReceipt {
    /// Its id.
    pub id: ReceiptId,
    /// Its diary number.
    pub diary_number: String,
    /// How closely it is held; the file inherits it upward (rule 17).
    pub classification: Classification,
    /// The person whose own service it is about; the case becomes his.
    pub concerns: Option<PersonId>,
}

/// What adding a paper takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddPaper {
    /// The new paper's id.
    pub id: PaperId,
    /// The new docket's id.
    pub docket: NoteStamp,
    /// What it is.
    pub title: String,
    /// Its documents, in order.
    pub documents: Vec<PaperDocument>,
    /// The receipt that it is, if it came through a registry.
    pub receipt: Option<PaperReceipt>,
    /// Whether it is the office copy of a communication that was issued.
    pub issued: bool,
    /// What is written beside it.
    pub remark: Option<String>,
}

/// A paper of the correspondence portion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its id.
    pub id: PaperId,
    /// The file.
    pub file: FileId,
    /// Its place, from 1.
    pub ordinal: i32,
    /// What it is.
    pub title: String,
    /// Where it came from.
    pub direction: PaperDirection,
    /// Its first page, `n/C`.
    pub page_first: i32,
    /// Its last page.
    pub page_last: i32,
    /// The paragraph of its docket.
    pub docket_paragraph: i32,
    /// The receipt that it is.
    pub receipt: Option<PaperReceipt>,
    /// Its documents.
    pub documents: Vec<DocumentId>,
    /// When it was added.
    pub added_at: Timestamp,
    /// By which post.
    pub added_by: PostId,
}

/// A paper that was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The file with it.
    pub file: File,
    /// The paper.
    pub paper: Paper,
    /// Its docket in the note portion.
    pub docket: Note,
    /// The act for the ledger.
    pub event: Event,
    /// Whether a new volume is due.
    pub warnings: Vec<Warning>,
}

impl File {
    /// Adds a paper to the correspondence under the next page numbers and dockets it in the note
    /// portion under the next paragraph number.
    pub fn add_paper(self, command: AddPaper, by: &Officer, now: Timestamp) -> Result<Added, FilingRefusal> {
        let mut file = self.at(now);
        let title = clean_line(&command.title, 500).map_err(|error| match error {
            TextError::Empty => FilingRefusal::TitleEmpty,
            TextError::TooLong => FilingRefusal::TitleTooLong,
            TextError::Forbidden => FilingRefusal::TitleForbidden,
        })?;
        let remark = remark(command.remark.as_deref())?;
        if let Some(receipt) = &command.receipt {
            file.classification = file.classification.max(receipt.classification);
            if receipt.concerns == Some(by.person) {
                return Err(FilingRefusal::OwnCase);
            }
            file.concerns = file.concerning(receipt.concerns)?;
        }
        let page_first = file.last_page + 1;
        let page_last = file.last_page + pages(&command.documents);
        let docket = Docket {
            receipt: command.receipt.as_ref().map(|receipt| receipt.id),
            paper: Some(command.id),
            diary_number: command.receipt.as_ref().map(|receipt| receipt.diary_number.clone()),
            subject: title.clone(),
            page_first: Some(page_first),
            page_last: Some(page_last),
            remark,
        };
        let digests = command
            .documents
            .iter()
            .map(|document| document.digest.clone())
            .collect();
        let (mut file, note) = file.minute(command.docket, NoteContent::Docket(docket), 1, digests, by, now)?;
        file.papers += 1;
        file.last_page = page_last;
        let paper = Paper {
            id: command.id,
            file: file.id,
            ordinal: file.papers,
            title,
            direction: match command.receipt {
                Some(_) => PaperDirection::Incoming,
                None if command.issued => PaperDirection::Outgoing,
                None => PaperDirection::Internal,
            },
            page_first,
            page_last,
            docket_paragraph: note.paragraph_first,
            receipt: command.receipt,
            documents: command.documents.iter().map(|document| document.id).collect(),
            added_at: now,
            added_by: by.post,
        };
        let event = file.event(
            EventKind::PaperAdded,
            json!({
                "paper": paper.id,
                "receipt": paper.receipt.as_ref().map(|receipt| receipt.id),
                "pages": [page_first, page_last],
                "documents": note.attachments,
                "note": note.facts(),
            }),
        );
        let warnings = file.warnings();
        Ok(Added {
            file,
            paper,
            docket: note,
            event,
            warnings,
        })
    }
}

/// The pages that documents take. A paper without a scan, or one that cannot be read, still lies
/// on the file as a sheet.
fn pages(documents: &[PaperDocument]) -> i32 {
    let sum: i32 = documents
        .iter()
        .map(|document| document.pages.unwrap_or(1).max(1))
        .sum();
    sum.max(1)
}
