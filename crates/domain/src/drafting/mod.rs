//! Drafts for approval: their text, their form, between whom each form may pass (rule 10), what is said about them, and
//! what an approval is worth once somebody goes on writing.

mod abilities;
mod amendment;
mod communication;
mod content;
mod form;
mod issue;
mod outside;
mod refusal;
mod remark;
mod text;

pub use abilities::DraftAbility;
pub use amendment::{Amended, AmendmentKind, Amends, IssueStanding};
pub use communication::{Approval, Communication, CommunicationState, Drafted, Opening, Remarked, Stage, Wording};
pub use content::{
    Addressee, Bilingual, Content, Enclosure, Languages, MOST_ADDRESSEES, MOST_ENCLOSURES, MOST_SUBJECT, Obstacle,
    Parties,
};
pub use form::{Form, Party, address, permitted};
pub use issue::{Issue, IssueNumber, Issued, Printed, VerificationMarks};
pub use outside::{AddressBlock, AddressPart, Outside, OutsideKind};
pub use refusal::DraftingRefusal;
pub use remark::{Decision, MOST_REMARK, Remark, RemarkKind, Suggestion, Verdict};
pub use text::{
    Align, Block, Cell, ListStyle, MOST_BLOCKS, MOST_CHARACTERS, MOST_COLUMNS, MOST_DEPTH, MOST_ROWS, Run, Text,
};
