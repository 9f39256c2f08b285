//! How what was issued reaches those to whom it is written, and the register of what was issued.

mod addressees;
mod answers;
mod arrival;
mod deliver;
mod export;
mod letter;
mod list;
mod mail_out;
mod mail_text;
mod place;
mod register;
mod registry;
mod remind;

pub(crate) use addressees::{Going, send_out};
pub(crate) use answers::{mail_failed, receipt_accepted};
pub use arrival::CameBy;
pub(crate) use arrival::came_by;
pub(crate) use deliver::{DELIVER_JOB, deliver};
pub use export::issues_csv;
pub use list::{
    DispatchDocument, DispatchQuery, DispatchView, communication_dispatches, dispatch, dispatch_document, dispatches,
};
pub(crate) use mail_out::{MAIL_JOB, give_up_mail, send_letter};
pub use register::{IssueQuery, IssueView, issues};
pub use registry::{OnDispatch, acknowledge_dispatch, dispatch_letter, retry_dispatch, return_dispatch};
pub(crate) use remind::remind;

pub use daftar_persistence::dispatch::{DispatchLine, IssueLine, ReplyLine, ReplyTo};
