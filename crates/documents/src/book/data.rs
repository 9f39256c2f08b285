//! What a book says. Times are as the office's clock shows them (`2026-03-02T11:20`), words of closed lists as they are
//! spelt in the API: the template knows what they are called.

use daftar_domain::office::{Classification, Language};
use serde::Serialize;

/// A file, in its language.
#[derive(Debug, Clone, Serialize)]
pub struct Book {
    /// The language of its labels.
    pub language: Language,
    /// The title page.
    pub cover: Cover,
    /// The note portion.
    pub notes: Vec<BookNote>,
    /// Where the file was.
    pub movements: Vec<BookMovement>,
    /// Drafts and what was issued.
    pub drafts: Vec<BookDraft>,
    /// The correspondence.
    pub papers: Vec<BookPaper>,
    /// What the ledger says of the file.
    pub entries: Vec<BookEntry>,
}

/// What stands on the title page.
#[derive(Debug, Clone, Serialize)]
pub struct Cover {
    /// The file's number.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// How closely it is held: stands on every page.
    pub classification: Classification,
    /// Where it belongs.
    pub unit: String,
    /// Under which head it is indexed.
    pub head: String,
    /// `with_post`, `parked`, `closed` or `merged`.
    pub state: String,
    /// Who has it.
    pub holder: Option<String>,
    /// When it was opened.
    pub opened_at: String,
    /// Who made the book, and for which post.
    pub made_by: String,
    /// When.
    pub made_at: String,
    /// The name of the ledger.
    pub origin: String,
    /// How many entries the checkpoint covers.
    pub size: u64,
    /// Its root, hex.
    pub root: String,
    /// How many papers he could not see.
    pub left_out: usize,
}

/// An entry of the note portion.
#[derive(Debug, Clone, Serialize)]
pub struct BookNote {
    /// `note`, `agreement`, `order` or `docket`.
    pub kind: String,
    /// Its paragraphs.
    pub paragraphs: Vec<BookParagraph>,
    /// What came, for a docket.
    pub docket: Option<String>,
    /// Who wrote it.
    pub name: String,
    /// His post.
    pub post: String,
    /// When.
    pub at: String,
    /// `passkey` or `server_key`; none under a docket.
    pub method: Option<String>,
    /// What the signature is worth.
    pub state: Option<String>,
}

/// A numbered paragraph.
#[derive(Debug, Clone, Serialize)]
pub struct BookParagraph {
    /// Its number in the note portion.
    pub number: i32,
    /// Its text.
    pub runs: Vec<BookRun>,
}

/// Text in one style.
#[derive(Debug, Clone, Serialize)]
pub struct BookRun {
    /// The words.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// The flag and what it points to, where the words do not say so.
    pub reference: Option<String>,
}

/// A step of the file.
#[derive(Debug, Clone, Serialize)]
pub struct BookMovement {
    /// Its place.
    pub ordinal: i32,
    /// What happened.
    pub kind: String,
    /// From which post.
    pub from: String,
    /// To which.
    pub to: String,
    /// By whom.
    pub by: String,
    /// What for, or why.
    pub action: Option<String>,
    /// What was written beside it.
    pub remark: Option<String>,
    /// When.
    pub at: String,
}

/// A communication.
#[derive(Debug, Clone, Serialize)]
pub struct BookDraft {
    /// Its form.
    pub form: String,
    /// `draft`, `approved`, `issued` or `withdrawn`.
    pub state: String,
    /// What it is about.
    pub subject: String,
    /// The number under which it was issued.
    pub number: Option<String>,
}

/// A paper of the correspondence.
#[derive(Debug, Clone, Serialize)]
pub struct BookPaper {
    /// Its first page.
    pub first: i32,
    /// Its last page.
    pub last: i32,
    /// What it is.
    pub title: String,
    /// `incoming`, `outgoing` or `internal`.
    pub direction: String,
    /// Its diary number.
    pub diary_number: Option<String>,
    /// The paragraph of its docket.
    pub docket: i32,
    /// When it was put on the file.
    pub at: String,
    /// Its pages.
    pub pages: Vec<BookPage>,
}

/// A page of a paper.
#[derive(Debug, Clone, Serialize)]
pub struct BookPage {
    /// Its number in the correspondence.
    pub number: i32,
    /// Its picture, by its place among the pictures.
    pub picture: Option<usize>,
    /// Why it has none.
    pub reason: Option<Reason>,
    /// Where its bytes are in the archive; none where the archive does not have them.
    pub member: Option<String>,
}

/// Why a page is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It cannot be drawn.
    Unreadable,
    /// The book has as many pictures as it may have.
    TooMany,
    /// A paper without any bytes: a sheet that nobody has scanned.
    NoScan,
    /// Who made the book may not see it.
    LeftOut,
}

/// An entry of the ledger.
#[derive(Debug, Clone, Serialize)]
pub struct BookEntry {
    /// Its place in the tree.
    pub position: u64,
    /// What happened.
    pub kind: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: String,
    /// The digest of the entry, hex.
    pub digest: String,
}
