//! The words of the diary.

use crate::office::vocabulary;

vocabulary! {
    /// How a paper reached the registry.
    Mode {
        /// Ordinary or registered post.
        Post = "post",
        /// A courier service.
        Courier = "courier",
        /// Delivered at the counter.
        ByHand = "by_hand",
        /// Electronic mail.
        Email = "email",
        /// Facsimile.
        Fax = "fax",
        /// Through this system, from another desk of the office.
        Office = "office",
    }
}

vocabulary! {
    /// What the post that a receipt is marked to is asked to do with it.
    ReceiptAction {
        /// Do what it needs.
        NecessaryAction = "necessary_action",
        /// Know about it.
        Information = "information",
        /// Report on it.
        Report = "report",
    }
}

vocabulary! {
    /// Why a receipt went back to where it came from.
    ReturnReason {
        /// The subject belongs elsewhere.
        NotOurSubject = "not_our_subject",
        /// Right office, wrong officer.
        WrongOfficer = "wrong_officer",
        /// Pages or enclosures are missing.
        Incomplete = "incomplete",
        /// Something else, said in the remark.
        Other = "other",
    }
}

vocabulary! {
    /// Why a receipt needs no file.
    DisposalReason {
        /// Nothing has to be done.
        NoActionNeeded = "no_action_needed",
        /// The same paper was received before.
        Duplicate = "duplicate",
        /// It was for information, and was read.
        Informed = "informed",
        /// It was answered in another way.
        AnsweredOtherwise = "answered_otherwise",
        /// Something else, said in the remark.
        Other = "other",
    }
}

vocabulary! {
    /// The state of a receipt, as one word.
    StateWord {
        /// Diarised, or returned as misdirected; with the registry.
        InRegistry = "in_registry",
        /// Sent to a post that has not accepted it yet.
        Marked = "marked",
        /// On the desk of the post that accepted it.
        Accepted = "accepted",
        /// Docketed on a file.
        OnFile = "on_file",
        /// Disposed of without a file.
        Disposed = "disposed",
    }
}
