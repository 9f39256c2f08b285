//! Drafts for approval, on the file that they travel on.

mod approve;
mod check;
mod compose;
mod draft;
mod issue;
mod press;
mod preview;
mod read;
mod remarks;
mod taken;
mod withdraw;

pub use approve::{Approve, approve_communication, prepare_approval};
pub use daftar_persistence::drafting::{AmendedLine, Amendment, TextLine};
pub use draft::{Saved, draft_communication, revise_communication};
pub use issue::{issue_communication, issue_proof, prepare_issue};
pub(crate) use press::Press;
pub use preview::preview_communication;
pub(crate) use read::readable_communication;
pub use read::{
    CommunicationDetail, IssueStatus, Named, TextDetail, communication, communication_text, communication_texts,
    file_communications, remarks,
};
pub use remarks::{NewRemark, decide_suggestion, remark_on_communication};
pub use taken::OnDraft;
pub use withdraw::withdraw_communication;
