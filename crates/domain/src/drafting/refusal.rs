//! How drafting says no.

use crate::office::refusals;

refusals! {
    /// Refusals of the drafting capability.
    DraftingRefusal {
        /// Rule 10: between Divisions an office memorandum or a UO note is written.
        LetterBetweenDivisions => "letter-between-divisions", Invalid, "/content/form";
        /// The form does not pass between these parties.
        FormUnusual => "form-not-for-addressee", Invalid, "/content/form";
        /// More than a letter holds.
        TextTooLong => "draft-text-too-long", Invalid, "/content/text";
        /// A list in a list in a list in a list.
        ListTooDeep => "draft-list-too-deep", Invalid, "/content/text";
        /// A table with more rows or columns than a page can carry.
        TableTooLarge => "draft-table-too-large", Invalid, "/content/text";
        /// A table whose rows are not of one length.
        TableUneven => "draft-table-uneven", Invalid, "/content/text";
        /// A control character, or one that makes text read as something else.
        ForbiddenCharacter => "draft-forbidden-character", Invalid, "/content";
        /// A character that no typeface of the office can print.
        Unprintable => "draft-unprintable", Invalid, "/content/text";
        /// A subject of more than 300 characters.
        SubjectTooLong => "draft-subject-too-long", Invalid, "/content/subject";
        /// No subject in a language that it is written in.
        SubjectMissing => "draft-subject-missing", Invalid, "/content/subject";
        /// No text in a language that it is written in.
        TextMissing => "draft-text-missing", Invalid, "/content/text";
        /// More closely held than its file: rule 17 goes the other way.
        AboveFile => "draft-above-file", Invalid, "/content/classification";
        /// More than 200 addressees or copies.
        TooManyAddressees => "draft-too-many-addressees", Invalid, "/content/addressees";
        /// Nobody is addressed.
        AddresseeMissing => "draft-addressee-missing", Invalid, "/content/addressees";
        /// The post or unit does not exist any more.
        AddresseeGone => "draft-addressee-gone", Invalid, "/content/addressees";
        /// An address with lines of more than 200 characters, or more than eight of them.
        AddressTooLong => "draft-address-too-long", Invalid, "/content/addressees";
        /// An address without its first line.
        AddressWithoutName => "draft-address-without-name", Invalid, "/content/addressees";
        /// What is no address of e-mail.
        AddressEmailWrong => "draft-address-email-wrong", Invalid, "/content/addressees";
        /// More than fifty enclosures.
        TooManyEnclosures => "draft-too-many-enclosures", Invalid, "/content/enclosures";
        /// An enclosure without a title, or with one of more than 300 characters.
        EnclosureTitle => "draft-enclosure-title", Invalid, "/content/enclosures";
        /// A document that the officer cannot see.
        EnclosureUnknown => "draft-enclosure-unknown", Invalid, "/content/enclosures";
        /// The paper that it answers is not on the file.
        ReplyNotOnFile => "draft-reply-not-on-file", Invalid, "/content/in_reply_to";
        /// The issue that it amends does not exist, or is not for the officer to see.
        AmendedUnknown => "draft-amended-unknown", Invalid, "/content/amends";
        /// The issue that it amends is of another department.
        AmendedElsewhere => "draft-amended-elsewhere", Invalid, "/content/amends";
        /// The issue that it amends was superseded or rescinded before.
        AmendedEnded => "draft-amended-ended", Conflict, "/content/amends";
        /// Nobody is named who is to sign.
        SignatoryMissing => "draft-signatory-missing", Invalid, "/content/signatory";
        /// The post that is to sign does not exist or may not authenticate (rule 9).
        SignatoryMayNotSign => "draft-signatory-may-not-sign", Invalid, "/content/signatory";
        /// Issued: nothing about it changes any more (rule 1).
        Issued => "draft-issued", Conflict;
        /// Given up.
        Withdrawn => "draft-withdrawn", Conflict;
        /// It is approved: whoever wants it otherwise edits it, which voids the approval.
        Approved => "draft-approved", Conflict;
        /// Not approved, or changed since.
        NotApproved => "draft-not-approved", Conflict;
        /// Somebody else is named who is to sign.
        NotSignatory => "draft-not-signatory", Forbidden;
        /// Another communication took the number since it was shown.
        NumberTaken => "issue-number-taken", Conflict;
        /// More pages than a communication may have.
        TooManyPages => "draft-too-many-pages", Conflict;
        /// Only section officers and above approve (rule 9).
        MayNotApprove => "draft-may-not-approve", Forbidden;
        /// One person alone: somebody else must have written or vetted it.
        ApprovedAlone => "draft-approved-alone", Conflict;
        /// Something stands in the way of approval.
        NotReady => "draft-not-ready", Conflict;
        /// Another text than the one that was seen.
        TextMovedOn => "draft-text-moved-on", Conflict;
        /// A remark without words.
        RemarkEmpty => "draft-remark-empty", Invalid, "/remark";
        /// A remark of more than 2,000 characters.
        RemarkTooLong => "draft-remark-too-long", Invalid, "/remark";
        /// The passage that a change was suggested for is not there any more.
        PassageChanged => "draft-passage-changed", Conflict;
        /// The suggestion was decided before.
        SuggestionDecided => "draft-suggestion-decided", Conflict;
        /// A suggestion that changes nothing.
        SuggestionEmpty => "draft-suggestion-empty", Invalid, "/suggestion";
    }
}
