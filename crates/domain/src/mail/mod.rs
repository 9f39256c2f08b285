//! E-mail that came in for a registry: it waits until somebody diarises it, or sets it aside.

mod arrived;
mod refusal;

pub use arrived::{
    Mail, MailPaper, MailState, MailStateWord, NewMail, PaperMark, SetAside, SetAsideReason, paper_mark,
};
pub use refusal::MailRefusal;
