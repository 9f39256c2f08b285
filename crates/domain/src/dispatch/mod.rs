//! Dispatch: how what was issued reaches each of those to whom it is written, and what came of it.
//!
//! waiting → delivered (inside) or dispatched (by mail, post or hand) → acknowledged; or failed, or returned, and tried again.

mod abilities;
mod letter;
mod mailing;
mod refusal;
mod registries;
mod sending;
mod vocabulary;

#[cfg(test)]
mod properties;

pub use letter::{
    Address, Delivery, Dispatch, MOST_REMINDERS, NewDispatch, Progress, Reached, addressed, reminded_before,
};
pub use mailing::{MailTry, Mailing, may_be_mailed, why_no_mail};
pub use refusal::DispatchRefusal;
pub use registries::{Registries, UnitNode};
pub use sending::{Acknowledgement, GivenBack, Sending, SendingDraft, received_on};
pub use vocabulary::{
    AwaitingReply, Channel, DispatchAbility, DispatchRole, DispatchState, Failure, MailState, NoMail, Proof, ReplyState,
};
