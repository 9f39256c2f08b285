//! What the rules of the diary say no to.

use crate::office::{Refusal, refusals};

refusals! {
    /// Refusals about receipts. The first three are about whichever text field they are told with.
    ReceiptRefusal {
        /// A text that is needed is missing.
        TextEmpty => "required", Invalid;
        /// A text is longer than its field.
        TextTooLong => "too-long", Invalid;
        /// A text holds a control character, or one that reorders what is read.
        TextForbidden => "forbidden-character", Invalid;
        /// Received later than today.
        ReceivedInFuture => "received-in-future", Invalid, "/received_on";
        /// Received before there was an office.
        ReceivedTooEarly => "received-too-early", Invalid, "/received_on";
        /// The sender's letter is dated later than today.
        ReferenceInFuture => "reference-in-future", Invalid, "/reference_date";
        /// The sender's letter is dated before there was a country to write to.
        ReferenceTooEarly => "reference-too-early", Invalid, "/reference_date";
        /// Due before today.
        DueInPast => "due-in-past", Invalid, "/due_on";
        /// Due so far away that it must be a slip of the hand.
        DueTooFar => "due-too-far", Invalid, "/due_on";
        /// More papers than one receipt can carry.
        TooManyDocuments => "too-many-documents", Invalid, "/document_ids";
        /// Confidential mail and above is neither opened nor scanned by a registry.
        SealedMail => "sealed-mail-scanned", Invalid, "/document_ids";
        /// Rule 17: the classification of what has left the registry is only raised.
        ClassificationLowered => "classification-lowered", Invalid, "/classification";
        /// Marked to the post that has it already.
        MarkedToSelf => "marked-to-self", Invalid, "/to_post_id";
        /// A post that manages or audits the organisation handles no papers.
        ReceiverHandlesNoPapers => "receiver-handles-no-papers", Invalid, "/to_post_id";
        /// The same, for a copy.
        CopyReceiverHandlesNoPapers => "copy-receiver-handles-no-papers", Invalid, "/copies";
        /// Rule 6: nobody diarises a case about himself.
        DiaristOwnCase => "diarist-own-case", Invalid, "/concerns_person_id";
        /// Only the office itself enters what comes through it.
        ModeBySystem => "mode-by-system", Invalid, "/mode";
        /// Closely held, and never opened in a registry: it does not go back to one.
        SealedReturn => "sealed-not-returned", Conflict;
        /// Rule 6: it would go back to the person whom the case is about.
        ConcernsSender => "concerns-sender", Conflict;
        /// Rule 6: the case is about the service of the person who would get it.
        ConcernsReceiver => "concerns-receiver", Invalid, "/to_post_id";
        /// Rule 6, for a copy.
        ConcernsCopyReceiver => "concerns-copy-receiver", Invalid, "/copies";
        /// The same post twice among receiver and copies.
        CopiedTwice => "copied-twice", Invalid, "/copies";
        /// More copies than anyone reads.
        TooManyCopies => "too-many-copies", Invalid, "/copies";
        /// `other` says nothing without a remark.
        RemarkNeeded => "remark-needed", Invalid, "/remark";
        /// Reopening needs a reason in words.
        ReasonNeeded => "reason-needed", Invalid, "/reason";
        /// It waits for acceptance; accept it or return it first.
        NotAccepted => "receipt-not-accepted", Conflict;
        /// It does not wait for acceptance.
        NotMarked => "receipt-not-marked", Conflict;
        /// It is still with the registry.
        InRegistry => "receipt-in-registry", Conflict;
        /// It is on a file, and moves with it.
        OnFile => "receipt-on-file", Conflict;
        /// It was disposed of; reopen it first.
        Disposed => "receipt-disposed", Conflict;
        /// It was not disposed of.
        NotDisposed => "receipt-not-disposed", Conflict;
        /// An officer has accepted it: its diary entry stands.
        AlreadyAccepted => "receipt-already-accepted", Conflict;
        /// The correction changes nothing.
        NothingToCorrect => "nothing-to-correct", Invalid;
    }
}

impl ReceiptRefusal {
    /// The same refusal, told about a particular field.
    pub(super) fn at(self, field: &'static str) -> Refusal {
        Refusal {
            field: Some(field),
            ..self.into()
        }
    }
}
