//! How filing says no.

use crate::office::refusals;

refusals! {
    /// Refusals of the filing capability.
    FilingRefusal {
        /// Somebody else has custody.
        NotWithYou => "file-not-with-you", Conflict;
        /// The file is closed.
        Closed => "file-closed", Conflict;
        /// The part was merged into its main file.
        Merged => "file-merged", Conflict;
        /// The file is parked; it has to be resumed first.
        Parked => "file-parked", Conflict;
        /// The file is not parked.
        NotParked => "file-not-parked", Conflict;
        /// The file is not closed.
        NotClosed => "file-not-closed", Conflict;
        /// The receiver has opened the file: it cannot be pulled back.
        AlreadyOpened => "file-already-opened", Conflict;
        /// Whoever reads what was sent to him opens the file first: from then on it cannot be pulled back.
        NotOpened => "file-not-opened", Forbidden;
        /// The officer's export of this file is being made already.
        ExportUnderWay => "export-under-way", Conflict;
        /// The export is not ready, or not any more.
        ExportNotReady => "export-not-ready", Conflict;
        /// Somebody else sent the file.
        NotTheSender => "file-not-sent-by-you", Conflict;
        /// Nobody sent the file: there is no one to return it to.
        NoSender => "file-without-sender", Conflict;
        /// The file is with that post already.
        SamePost => "forward-to-self", Invalid, "/to_post_id";
        /// The post was abolished.
        PostAbolished => "receiver-abolished", Invalid, "/to_post_id";
        /// The post handles no files.
        PostHandlesNoFiles => "post-handles-no-files", Invalid, "/to_post_id";
        /// Rule 6: the post is held by the person whom the case is about.
        TargetOwnCase => "target-own-case", Invalid, "/to_post_id";
        /// Rule 6: nobody takes up a file about himself.
        OwnCase => "file-own-case", Forbidden;
        /// Rule 6: a file is about one person's service; another person's case goes on a file of its own.
        ConcernsAnother => "concerns-another", Conflict;
        /// Rule 6: nobody opens a file about himself.
        OpenerOwnCase => "opener-own-case", Invalid, "/concerns_person_id";
        /// The date to park until lies not in the future.
        ParkDatePast => "park-date-past", Invalid, "/until";
        /// The date to park until is more than a year away.
        ParkDateFar => "park-date-far", Invalid, "/until";
        /// The due date lies in the past.
        DueDatePast => "due-date-past", Invalid, "/due_on";
        /// The due date is more than ten years away.
        DueDateFar => "due-date-far", Invalid, "/due_on";
        /// The subject is empty.
        SubjectEmpty => "subject-empty", Invalid, "/subject";
        /// The subject is longer than 500 characters.
        SubjectTooLong => "subject-too-long", Invalid, "/subject";
        /// The subject has control characters or invisible reordering.
        SubjectForbidden => "subject-forbidden-characters", Invalid, "/subject";
        /// The remark is longer than 1,000 characters.
        RemarkTooLong => "remark-too-long", Invalid, "/remark";
        /// The remark has control characters or invisible reordering.
        RemarkForbidden => "remark-forbidden-characters", Invalid, "/remark";
        /// Reopening needs a reason.
        ReasonEmpty => "reason-empty", Invalid, "/reason";
        /// The reason is longer than 1,000 characters.
        ReasonTooLong => "reason-too-long", Invalid, "/reason";
        /// The reason has control characters or invisible reordering.
        ReasonForbidden => "reason-forbidden-characters", Invalid, "/reason";
        /// The title is empty.
        TitleEmpty => "title-empty", Invalid, "/title";
        /// The title is longer than 500 characters.
        TitleTooLong => "title-too-long", Invalid, "/title";
        /// The title has control characters or invisible reordering.
        TitleForbidden => "title-forbidden-characters", Invalid, "/title";
        /// Rule 17: a classification is only raised.
        ClassificationLowered => "classification-lowered", Invalid, "/classification";
        /// A part has no parts.
        PartOfPart => "part-of-part", Conflict;
        /// Only a part is merged.
        NotAPart => "file-not-a-part", Conflict;
        /// Part and main file must both be with the officer who merges them.
        MainFileAway => "main-file-away", Conflict;
        /// A part is still on its way.
        PartsOpen => "parts-open", Conflict;
        /// A later volume exists; the file is continued there.
        LaterVolume => "later-volume-exists", Conflict;
        /// A file is not linked to itself.
        LinkToSelf => "link-to-self", Invalid, "/file_id";
        /// A note needs text.
        NoteEmpty => "note-empty", Invalid, "/body";
        /// A note has more text than one note holds.
        NoteTooLong => "note-too-long", Invalid, "/body";
        /// A note has control characters or invisible reordering.
        NoteForbidden => "note-forbidden-characters", Invalid, "/body";
        /// Another window has saved or used up the draft that is to be signed.
        DraftChanged => "draft-changed", Conflict;
        /// Who holds the post puts no draft up to himself: he signs.
        PutUpByHolder => "put-up-by-holder", Conflict;
        /// An agreement is a signature only (rule 7).
        AgreementWithText => "agreement-with-text", Invalid, "/body";
        /// Rule 9: the post may not authenticate orders.
        OrderNotAuthorised => "order-not-authorised", Forbidden;
        /// A reference names a page that the file has not.
        PageUnknown => "reference-page-unknown", Invalid, "/body";
        /// A reference names a paragraph that the file has not.
        ParagraphUnknown => "reference-paragraph-unknown", Invalid, "/body";
        /// A reference names a file that the officer does not see.
        FileUnknown => "reference-file-unknown", Invalid, "/body";
        /// A flag or the name of a rule is empty, too long, or has forbidden characters.
        ReferenceWrong => "reference-wrong", Invalid, "/body";
        /// The head's numbering needs a sub-head.
        SubHeadRequired => "sub-head-required", Invalid, "/sub_head_id";
        /// The head or sub-head is closed or belongs elsewhere.
        HeadUnknown => "head-unknown", Invalid, "/head_id";
        /// The sub-head does not belong to the head.
        SubHeadUnknown => "sub-head-unknown", Invalid, "/sub_head_id";
        /// The code of a head is empty, longer than 12, or has other characters than letters, digits, `.`, `-`.
        HeadCodeWrong => "head-code-wrong", Invalid, "/code";
        /// The section has a head with that code.
        HeadCodeTaken => "head-code-taken", Invalid, "/code";
        /// A sub-head has no sub-heads; the parent must be an open head of the same section.
        HeadParentWrong => "head-parent-wrong", Invalid, "/parent_id";
        /// The English title is empty, longer than 300 characters or has forbidden characters.
        HeadTitleEnWrong => "head-title-en-wrong", Invalid, "/title_en";
        /// The Urdu title is empty, longer than 300 characters or has forbidden characters.
        HeadTitleUrWrong => "head-title-ur-wrong", Invalid, "/title_ur";
        /// The head is closed.
        HeadClosed => "head-closed", Conflict;
        /// The head has open sub-heads.
        HeadNotEmpty => "head-not-empty", Conflict;
    }
}
