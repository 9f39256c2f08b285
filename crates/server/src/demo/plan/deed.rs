//! What is done in the demonstration office, in data: the runner does it through the use cases.

use crate::demo::catalogue::Piece;
use crate::demo::papers::Asset;
use crate::demo::staff::Desk;
use chrono::NaiveDate;
use daftar_documents::letter::Letter;
use daftar_domain::correspondence::{DisposalReason, Mode, ReceiptAction};
use daftar_domain::drafting::Outside;
use daftar_domain::filing::{ForwardAction, ReturnReason};
use daftar_domain::office::{Classification, Language, Priority};

/// The scan of a paper.
#[derive(Debug, Clone)]
pub(in crate::demo) enum Scan {
    /// Registered without one.
    None,
    /// A letter as its writer typed it.
    Typed(Box<Letter>),
    /// The same, through a scanner.
    Scanned(Box<Letter>),
    /// Made beforehand.
    Made(Asset),
}

/// A paper that comes to the office.
#[derive(Debug, Clone)]
pub(in crate::demo) struct PaperPlan {
    pub(in crate::demo) clerk: Desk,
    pub(in crate::demo) mode: Mode,
    pub(in crate::demo) sender_name: String,
    pub(in crate::demo) sender_office: Option<String>,
    pub(in crate::demo) sender_address: Option<String>,
    pub(in crate::demo) reference_number: Option<String>,
    pub(in crate::demo) reference_date: Option<NaiveDate>,
    pub(in crate::demo) subject: String,
    pub(in crate::demo) language: Language,
    pub(in crate::demo) classification: Classification,
    pub(in crate::demo) priority: Priority,
    pub(in crate::demo) due_in_days: Option<u64>,
    pub(in crate::demo) enclosures: Option<String>,
    pub(in crate::demo) scan: Scan,
}

/// A file that the office opens.
#[derive(Debug, Clone)]
pub(in crate::demo) struct FilePlan {
    pub(in crate::demo) unit: &'static str,
    pub(in crate::demo) head: &'static str,
    pub(in crate::demo) subject: String,
    pub(in crate::demo) language: Language,
    pub(in crate::demo) classification: Classification,
    pub(in crate::demo) priority: Priority,
}

/// Where a receipt is marked.
#[derive(Debug, Clone)]
pub(in crate::demo) struct Marking {
    pub(in crate::demo) to: Desk,
    pub(in crate::demo) action: ReceiptAction,
    pub(in crate::demo) copies: Vec<Desk>,
    pub(in crate::demo) remark: Option<String>,
}

/// Where a file is sent.
#[derive(Debug, Clone)]
pub(in crate::demo) struct Sending {
    pub(in crate::demo) to: Desk,
    pub(in crate::demo) action: ForwardAction,
    pub(in crate::demo) due_in_days: Option<u64>,
    pub(in crate::demo) remark: Option<String>,
}

/// The paragraphs of a note.
pub(in crate::demo) type Text = Vec<Vec<Piece>>;

/// What later notes speak of when they say `para`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::demo) enum Weight {
    /// They go on to speak of what they spoke of before.
    Light,
    /// They speak of this note's proposal: its last paragraph but one.
    Proposal,
    /// They speak of this note: its last paragraph.
    Order,
}

/// To whom a letter goes.
#[derive(Debug, Clone)]
pub(in crate::demo) enum Recipient {
    /// A department of this government, by its code.
    Department(String),
    /// Somebody outside.
    Outside(Outside),
}

/// An answer that the office writes.
#[derive(Debug, Clone)]
pub(in crate::demo) struct LetterPlan {
    pub(in crate::demo) to: Recipient,
    pub(in crate::demo) paragraphs: Vec<String>,
    pub(in crate::demo) reply_in_days: Option<u64>,
}

/// One act.
#[derive(Debug, Clone)]
pub(in crate::demo) enum Deed {
    Diarise {
        paper: usize,
        mark: Option<Marking>,
    },
    Mark {
        paper: usize,
        by: Desk,
        marking: Marking,
    },
    Accept {
        paper: usize,
        by: Desk,
    },
    GiveBack {
        paper: usize,
        by: Desk,
        remark: String,
    },
    Dispose {
        paper: usize,
        by: Desk,
        reason: DisposalReason,
        remark: Option<String>,
    },
    TakeUp {
        paper: usize,
        by: Desk,
        reason: String,
    },
    Open {
        file: usize,
        by: Desk,
    },
    Docket {
        paper: usize,
        file: usize,
        by: Desk,
    },
    Look {
        file: usize,
        by: Desk,
    },
    Note {
        file: usize,
        by: Desk,
        text: Text,
        weight: Weight,
        then: Option<Sending>,
    },
    Agree {
        file: usize,
        by: Desk,
        then: Option<Sending>,
    },
    Draft {
        file: usize,
        by: Desk,
        text: Text,
    },
    Forward {
        file: usize,
        by: Desk,
        sending: Sending,
    },
    Return {
        file: usize,
        by: Desk,
        reason: ReturnReason,
        remark: Option<String>,
    },
    PullBack {
        file: usize,
        by: Desk,
    },
    Park {
        file: usize,
        by: Desk,
        until: NaiveDate,
        remark: String,
    },
    Close {
        file: usize,
        by: Desk,
    },
    Reopen {
        file: usize,
        by: Desk,
        reason: String,
    },
    Annex {
        file: usize,
        by: Desk,
        title: String,
        asset: Asset,
    },
    Part {
        main: usize,
        part: usize,
        by: Desk,
    },
    Merge {
        part: usize,
        main: usize,
        by: Desk,
    },
    Volume {
        earlier: usize,
        volume: usize,
        by: Desk,
    },
    Link {
        file: usize,
        by: Desk,
    },
    DraftLetter {
        file: usize,
        paper: usize,
        by: Desk,
        letter: Box<LetterPlan>,
    },
    ApproveLetter {
        file: usize,
        by: Desk,
    },
    IssueLetter {
        file: usize,
        by: Desk,
    },
    SendLetter {
        file: usize,
        section: Desk,
        by: Desk,
    },
    AcknowledgeLetter {
        file: usize,
        section: Desk,
        by: Desk,
    },
    TakeIn {
        file: usize,
        section: Desk,
        clerk: Desk,
        to: Desk,
    },
}

/// One act at its time.
#[derive(Debug, Clone)]
pub(in crate::demo) struct Step {
    /// The working minute.
    pub(in crate::demo) at: u64,
    /// What is done.
    pub(in crate::demo) deed: Deed,
}
