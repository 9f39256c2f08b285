//! The words of dispatch.

use crate::drafting::Addressee;
use crate::office::vocabulary;

vocabulary! {
    /// As what somebody gets a communication.
    DispatchRole {
        /// It is written to him.
        To = "to",
        /// He gets a copy.
        Copy = "copy",
    }
}

vocabulary! {
    /// The way on which a communication goes out.
    Channel {
        /// Within this system, as a receipt of the addressee's registry.
        Inside = "inside",
        /// Electronic mail.
        Email = "email",
        /// Post or courier.
        Post = "post",
        /// A messenger, with the peon book.
        Hand = "hand",
    }
}

vocabulary! {
    /// How it stands with an electronic mail.
    MailState {
        /// It has not been tried yet.
        Waiting = "waiting",
        /// The mail server did not take it yet; the office tries again by itself.
        Delayed = "delayed",
        /// The mail server has taken it, and either delivers it or reports that it cannot.
        Accepted = "accepted",
        /// The mail server does not take it, and will not.
        Refused = "refused",
        /// It was tried in vain for as long as the office tries.
        Expired = "expired",
        /// A mail server has reported that it could not be delivered.
        Bounced = "bounced",
        /// It cannot be sent as a mail: too large, or the document is damaged.
        Unfit = "unfit",
        /// The registry has sent it on another way instead.
        Withdrawn = "withdrawn",
    }
}

vocabulary! {
    /// Why somebody who has an address of e-mail gets a communication on another way.
    NoMail {
        /// The office had no mail server when it was issued.
        NoServer = "no_server",
        /// It is closely held: that never goes by e-mail.
        CloselyHeld = "closely_held",
    }
}

impl Channel {
    /// The way to an addressee. `mail` says whether this may go by electronic mail.
    pub fn to(addressee: &Addressee, mail: bool) -> Self {
        match addressee {
            Addressee::Post { .. } | Addressee::Unit { .. } => Self::Inside,
            Addressee::Outside(outside) if mail && outside.email.is_some() => Self::Email,
            Addressee::Outside(_) => Self::Post,
        }
    }
}

vocabulary! {
    /// Where a communication is on its way to somebody, as one word.
    DispatchState {
        /// Nothing has happened yet.
        Waiting = "waiting",
        /// It lies with the addressee, as a receipt.
        Delivered = "delivered",
        /// It left the office.
        Dispatched = "dispatched",
        /// The addressee has it.
        Acknowledged = "acknowledged",
        /// It came back.
        Returned = "returned",
        /// It could not be delivered.
        Failed = "failed",
    }
}

vocabulary! {
    /// Why something could not be delivered inside the office.
    Failure {
        /// No registry with a clerk's post serves the addressee.
        NoRegistry = "no_registry",
        /// It is closely held, and the unit has no officer's post that it could go to.
        NoSeniorPost = "no_senior_post",
        /// The post was abolished or the unit closed.
        AddresseeGone = "addressee_gone",
        /// The post manages or audits the organisation, and handles no papers.
        NoPapersThere = "no_papers_there",
        /// The case is about whoever would get it (rule 6).
        OwnCase = "own_case",
        /// The signed document is not what was issued, or is not there any more.
        Damaged = "damaged",
    }
}

vocabulary! {
    /// What the signature of a document was found to be worth when it was delivered.
    Proof {
        /// Signed by an officer of this office, and unchanged.
        Unchanged = "unchanged",
        /// Unchanged, but the certificate does not lead to the office's root of today.
        Untrusted = "untrusted",
    }
}

vocabulary! {
    /// How it stands with the answer to a communication.
    ReplyState {
        /// An answer is asked for and is not overdue.
        Awaited = "awaited",
        /// An answer is asked for and is overdue.
        Overdue = "overdue",
        /// Everybody has answered.
        Answered = "answered",
    }
}

vocabulary! {
    /// Which answers a list of issues waits for.
    AwaitingReply {
        /// Any that is asked for and not there.
        Any = "any",
        /// Those that are overdue.
        Overdue = "overdue",
    }
}

vocabulary! {
    /// What an officer may do with a dispatch now: the screen offers exactly this.
    DispatchAbility {
        /// Write down that it leaves.
        Dispatch = "dispatch",
        /// Write down that the addressee has it.
        Acknowledge = "acknowledge",
        /// Write down that it came back.
        Return = "return",
        /// Have the office try again.
        Retry = "retry",
    }
}
