//! Correspondence: incoming papers (dak) from the diary to a file, or to their disposal.
//!
//! received → diarised → marked to a post → accepted, or returned as misdirected → put on a file,
//! or disposed of without one.

mod abilities;
mod entry;
mod number;
mod receipt;
mod refusal;
mod state;
mod vocabulary;

#[cfg(test)]
mod properties;

pub use abilities::Ability;
pub use entry::{Correction, DiaryDraft, DiaryEntry};
pub use number::{DiaryNumber, NotADiaryNumber};
pub use receipt::{NewReceipt, Receipt};
pub use refusal::ReceiptRefusal;
pub use state::{CopyTo, Mark, Origin, ReceiptState, Remark, Target};
pub use vocabulary::{DisposalReason, Mode, ReceiptAction, ReturnReason, StateWord};
