//! Where a receipt can be, and what it is sent with.

use super::entry::text_refusal;
use super::vocabulary::{DisposalReason, ReceiptAction};
use crate::office::{FileId, PersonId, PostId, Refusal, TextError, Timestamp, clean_text};
use chrono::NaiveDate;

/// The longest remark or reason, in characters.
const REMARK: usize = 1000;

/// Where a receipt is. Exactly one post holds it while it is in the registry, marked or accepted;
/// nobody does once it is on a file or disposed of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReceiptState {
    /// With the post that diarised it.
    InRegistry {
        /// Since it was diarised, returned or reopened.
        since: Timestamp,
    },
    /// Sent to a post that has not accepted it yet.
    Marked {
        /// The post that has it.
        to: PostId,
        /// Where it goes back to when it was misdirected.
        origin: Origin,
        /// What the post is asked to do.
        action: ReceiptAction,
        /// Since it was marked.
        since: Timestamp,
    },
    /// On the desk of the post that accepted it.
    Accepted {
        /// The post that has it.
        by: PostId,
        /// What the post is asked to do.
        action: ReceiptAction,
        /// Since it was accepted.
        since: Timestamp,
    },
    /// Docketed on a file; it moves with the file from now on.
    OnFile {
        /// The file.
        file: FileId,
        /// The paragraph of its docket in the note portion.
        paragraph: i32,
        /// Its pages in the correspondence portion, first and last; none when it has no scan.
        pages: Option<(i32, i32)>,
    },
    /// Disposed of without a file.
    Disposed {
        /// The post that disposed of it.
        by: PostId,
        /// What that post had been asked to do; none when it was the registry itself.
        action: Option<ReceiptAction>,
        /// Why it needs no file.
        reason: DisposalReason,
        /// More about why.
        remark: Option<Remark>,
    },
}

/// Where a marked receipt came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The registry post that diarised it.
    Registry,
    /// A post that had accepted it.
    Desk {
        /// The post.
        post: PostId,
        /// What that post had been asked to do.
        action: ReceiptAction,
    },
}

/// A remark or reason in the officer's words, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark(String);

impl Remark {
    /// Checks a remark; nothing typed is no remark. `field` is told when it is refused.
    pub fn read(text: Option<String>, field: &'static str) -> Result<Option<Self>, Refusal> {
        match text.map(|text| clean_text(&text, REMARK)) {
            None | Some(Err(TextError::Empty)) => Ok(None),
            Some(Ok(text)) => Ok(Some(Self(text))),
            Some(Err(error)) => Err(text_refusal(error).at(field)),
        }
    }

    /// A remark that was checked when it was stored.
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A post that something goes to, and who holds it now (rule 6 looks at the person).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The post.
    pub post: PostId,
    /// Its holder; none while it is vacant.
    pub holder: Option<PersonId>,
    /// Whether papers may go there: not to a post that manages or audits the organisation.
    pub handles_papers: bool,
}

/// A copy for information beside a marking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyTo {
    /// The post that reads it.
    pub to: Target,
    /// What it is asked to do.
    pub action: ReceiptAction,
}

/// The command to mark a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The post that is to deal with it.
    pub to: Target,
    /// What it is asked to do.
    pub action: ReceiptAction,
    /// Who else gets to read it.
    pub copies: Vec<CopyTo>,
    /// A new due date; none leaves the old one.
    pub due_on: Option<NaiveDate>,
}
