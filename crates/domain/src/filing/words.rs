//! The closed lists of the filing capability.

use crate::office::vocabulary;

vocabulary! {
    /// What the receiver of a file is asked for.
    ForwardAction {
        /// Approve what is proposed.
        Approval = "for_approval",
        /// Give orders.
        Orders = "for_orders",
        /// Give views.
        Views = "for_views",
        /// Vet a draft.
        Vetting = "for_vetting",
        /// See it.
        Perusal = "for_perusal",
        /// Do what is needed.
        NecessaryAction = "for_necessary_action",
        /// As agreed in conversation.
        AsDiscussed = "as_discussed",
        /// Come and discuss.
        PleaseDiscuss = "please_discuss",
    }
}

vocabulary! {
    /// Why a file goes back to its sender. A return without a reason is not possible: needless
    /// objections are counted by it.
    ReturnReason {
        /// To be discussed.
        Discuss = "discuss",
        /// Something is missing.
        Incomplete = "incomplete",
        /// Not the concern of this desk.
        NotConcerned = "not_concerned",
        /// A point is to be made clear.
        Clarify = "clarify",
        /// With orders to be carried out.
        AsDirected = "as_directed",
        /// As the remark says.
        Other = "other",
    }
}

vocabulary! {
    /// One sort of step in the history of a file or receipt.
    MovementKind {
        /// A file was opened.
        Opened = "opened",
        /// A receipt was marked to a post.
        Marked = "marked",
        /// A receipt was accepted.
        Accepted = "accepted",
        /// Sent onward.
        Forwarded = "forwarded",
        /// Sent back with a reason.
        Returned = "returned",
        /// Taken back before the receiver opened it.
        PulledBack = "pulled_back",
        /// Laid aside until a date.
        Parked = "parked",
        /// Taken up again, or brought forward by the date.
        Resumed = "resumed",
        /// Closed.
        Closed = "closed",
        /// Reopened.
        Reopened = "reopened",
        /// A receipt was put on a file.
        Filed = "filed",
        /// A receipt was disposed of without a file.
        Disposed = "disposed",
        /// A part went back into its main file.
        Merged = "merged",
        /// A copy was sent.
        Copied = "copied",
        /// The holder of a receipt was reminded of the answer that it wants.
        Reminded = "reminded",
    }
}

vocabulary! {
    /// What an entry of the note portion is.
    NoteKind {
        /// A minute with text.
        Note = "note",
        /// A signature under what was proposed, without text.
        Agreement = "agreement",
        /// A minute that decides, by an officer whose post may authenticate orders (rule 9).
        Order = "order",
        /// The entry for a paper that was added to the correspondence.
        Docket = "docket",
    }
}

vocabulary! {
    /// Where a paper of the correspondence portion came from.
    PaperDirection {
        /// A receipt that was put on the file.
        Incoming = "incoming",
        /// Added by an officer of the office.
        Internal = "internal",
        /// The office copy of a communication that was issued.
        Outgoing = "outgoing",
    }
}

vocabulary! {
    /// The state of a file, as lists show it.
    FileState {
        /// Somebody's work.
        Open = "open",
        /// At rest.
        Closed = "closed",
        /// A part that went back into its main file.
        Merged = "merged",
    }
}

impl NoteKind {
    /// Whether an officer says something with it: then he counts as one who noted (rule 7).
    pub fn is_text(self) -> bool {
        match self {
            Self::Note | Self::Order => true,
            Self::Agreement | Self::Docket => false,
        }
    }
}
