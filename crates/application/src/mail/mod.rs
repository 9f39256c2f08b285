//! E-mail: the office's mail server, and what comes in for registries.

mod arrive;
mod deal;
mod mailer;
mod read;

pub use arrive::{LARGEST_MAIL, NotTaken, Taken, take_mail};
pub use deal::{bring_mail_back, set_mail_aside};
pub(crate) use deal::{diarised, take_for_diary};
pub use mailer::{Mailer, Sender, WrongMailer};
pub use read::{MailBytes, MailPage, MailView, mail, mail_original, mail_paper, mails};

pub use daftar_mail::{Encryption, Relay};
pub use daftar_persistence::mail::{MailLine, PaperRow};
