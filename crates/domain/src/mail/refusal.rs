//! What the rules of the mailbox say no to.

use crate::office::refusals;

refusals! {
    /// Refusals about mail.
    MailRefusal {
        /// It was diarised: the receipt speaks for it.
        Diarised => "mail-diarised", Conflict;
        /// It was set aside; bring it back first.
        SetAside => "mail-set-aside", Conflict;
        /// It was not set aside.
        NotSetAside => "mail-not-set-aside", Conflict;
        /// A report of a mail server belongs to the letter that it is about.
        IsReport => "mail-is-report", Conflict;
        /// `other` says nothing without a remark.
        RemarkNeeded => "remark-needed", Invalid, "/remark";
        /// It came in for another registry, or not at all.
        Unknown => "unknown-mail", Invalid, "/mail_id";
    }
}
