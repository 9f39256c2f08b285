//! Everything that can happen officially.

use crate::office::vocabulary;

vocabulary! {
    /// What happened, in the past tense. Every act of every capability is named here, so that no reader of the ledger
    /// meets a word that nobody has explained.
    EventKind {
        /// A person chose a new password; his other sessions ended.
        PasswordChanged = "password_changed",
        /// An administrator issued a set-up link.
        SetUpLinkIssued = "set_up_link_issued",
        /// A person chose a password through a set-up link.
        SetUpLinkUsed = "set_up_link_used",
        /// All sessions of a person were ended.
        SessionsEnded = "sessions_ended",
        /// A spent refresh token came back; its session was ended.
        RefreshTokenReused = "refresh_token_reused",
        /// A person confirmed the codes of his phone.
        TotpEnrolled = "totp_enrolled",
        /// A person removed the codes of his phone.
        TotpRemoved = "totp_removed",
        /// A person got new codes on paper; the old ones ended.
        RecoveryCodesRenewed = "recovery_codes_renewed",
        /// A code on paper was used.
        RecoveryCodeUsed = "recovery_code_used",
        /// A person enrolled a passkey; it waits for approval.
        PasskeyEnrolled = "passkey_enrolled",
        /// Somebody else approved a passkey.
        PasskeyApproved = "passkey_approved",
        /// A passkey was revoked.
        PasskeyRevoked = "passkey_revoked",
        /// A passkey got another name.
        PasskeyRenamed = "passkey_renamed",
        /// A passkey counted back: there may be a copy of it.
        PasskeySuspected = "passkey_suspected",
        /// An administrator removed all second factors of a person; his sessions ended.
        FactorsReset = "factors_reset",
        /// A unit was added.
        UnitCreated = "unit_created",
        /// A unit was renamed or moved.
        UnitChanged = "unit_changed",
        /// A unit was closed.
        UnitClosed = "unit_closed",
        /// A post was added.
        PostCreated = "post_created",
        /// A post was changed.
        PostChanged = "post_changed",
        /// A post was abolished.
        PostAbolished = "post_abolished",
        /// A person was added.
        PersonCreated = "person_created",
        /// A person was changed.
        PersonChanged = "person_changed",
        /// A person was deactivated.
        PersonDeactivated = "person_deactivated",
        /// A person was reactivated.
        PersonReactivated = "person_reactivated",
        /// Somebody took charge of a vacant post.
        ChargeAssumed = "charge_assumed",
        /// A post was handed over.
        ChargeTransferred = "charge_transferred",
        /// A charge ended; its post is vacant.
        ChargeEnded = "charge_ended",
        /// An officer let somebody assist at his post for a time.
        DelegationGiven = "delegation_given",
        /// A delegation was ended before its time.
        DelegationEnded = "delegation_ended",
        /// The organisation was imported from CSV.
        OrganisationImported = "organisation_imported",
        /// The bytes of a paper arrived.
        DocumentUploaded = "document_uploaded",
        /// A paper got its diary number.
        ReceiptDiarised = "receipt_diarised",
        /// A diary entry was corrected.
        ReceiptCorrected = "receipt_corrected",
        /// A receipt was marked to a post.
        ReceiptMarked = "receipt_marked",
        /// A receipt was accepted.
        ReceiptAccepted = "receipt_accepted",
        /// A post was done with its copy of a receipt.
        CopySeen = "copy_seen",
        /// A receipt was returned as misdirected.
        ReceiptReturned = "receipt_returned",
        /// A receipt was put on a file.
        ReceiptFiled = "receipt_filed",
        /// A receipt was disposed of without a file.
        ReceiptDisposed = "receipt_disposed",
        /// A receipt was reopened.
        ReceiptReopened = "receipt_reopened",
        /// A mail came in for a registry.
        MailArrived = "mail_arrived",
        /// A mail was entered in the diary.
        MailDiarised = "mail_diarised",
        /// A mail was set aside: it is not for the diary.
        MailSetAside = "mail_set_aside",
        /// A mail that was set aside waits again.
        MailBroughtBack = "mail_brought_back",
        /// A head of a section's index was opened.
        HeadOpened = "head_opened",
        /// A head was retitled.
        HeadRetitled = "head_retitled",
        /// A head was closed.
        HeadClosed = "head_closed",
        /// A file was opened.
        FileOpened = "file_opened",
        /// The holder looked at a file: it can no longer be pulled back.
        FileLookedAt = "file_looked_at",
        /// Subject, classification, priority or due date of a file changed.
        FileAmended = "file_amended",
        /// A note was signed.
        NoteSubmitted = "note_submitted",
        /// A paper was added to the correspondence.
        PaperAdded = "paper_added",
        /// A file was sent onward.
        FileForwarded = "file_forwarded",
        /// A file was sent back.
        FileReturned = "file_returned",
        /// A file was taken back unopened.
        FilePulledBack = "file_pulled_back",
        /// A file was laid aside.
        FileParked = "file_parked",
        /// A file was taken up before its date.
        FileResumed = "file_resumed",
        /// A file was closed.
        FileClosed = "file_closed",
        /// A file goes on in its next volume, and this one is at rest.
        FileContinued = "file_continued",
        /// A file was reopened.
        FileReopened = "file_reopened",
        /// A part of a file was opened; the main file says so.
        PartOpened = "part_opened",
        /// A part came back; the main file says so.
        PartMerged = "part_merged",
        /// A part went back into its main file.
        FileMerged = "file_merged",
        /// Two files were linked.
        FileLinked = "file_linked",
        /// A link was removed.
        FileUnlinked = "file_unlinked",
        /// An officer asked for a file as one document and as an archive.
        FileExportRequested = "file_export_requested",
        /// A file was made into one document and an archive.
        FileExported = "file_exported",
        /// A draft for approval was opened on a file.
        CommunicationOpened = "communication_opened",
        /// Another text of a draft was begun; an approval of the one before is void.
        CommunicationRevised = "communication_revised",
        /// Somebody said something about a draft, or suggested a change.
        CommunicationRemarked = "communication_remarked",
        /// A suggested change was accepted or not.
        SuggestionDecided = "suggestion_decided",
        /// A draft was vetted.
        CommunicationVetted = "communication_vetted",
        /// The text of a draft was approved.
        CommunicationApproved = "communication_approved",
        /// A communication was signed, numbered and issued.
        CommunicationIssued = "communication_issued",
        /// It was written down to whom an issued communication goes.
        LetterAddressed = "letter_addressed",
        /// An issued communication lies with an addressee inside.
        LetterDelivered = "letter_delivered",
        /// An issued communication could not be delivered inside.
        DeliveryFailed = "delivery_failed",
        /// The office was asked to try again.
        DeliveryRetried = "delivery_retried",
        /// An issued communication left by post or by hand.
        LetterDispatched = "letter_dispatched",
        /// A mail server has taken an issued communication for an addressee.
        LetterMailed = "letter_mailed",
        /// The mail server did not take it yet; the office tries again by itself.
        MailDelayed = "mail_delayed",
        /// An addressee has it.
        LetterAcknowledged = "letter_acknowledged",
        /// It came back.
        LetterReturned = "letter_returned",
        /// Another communication answers it.
        LetterAnswered = "letter_answered",
        /// An addressee inside was reminded of an answer.
        ReplyReminded = "reply_reminded",
        /// A draft was given up.
        CommunicationWithdrawn = "communication_withdrawn",
        /// Somebody's address is kept from now on.
        ContactAdded = "contact_added",
        /// A contact was corrected.
        ContactChanged = "contact_changed",
        /// A contact is not offered any more.
        ContactDeactivated = "contact_deactivated",
        /// A contact is offered again.
        ContactReactivated = "contact_reactivated",
        /// A group of addressees was made.
        AddressGroupMade = "address_group_made",
        /// A group of addressees was renamed, or has other members.
        AddressGroupChanged = "address_group_changed",
        /// A group of addressees is not offered any more.
        AddressGroupDeactivated = "address_group_deactivated",
        /// A group of addressees is offered again.
        AddressGroupReactivated = "address_group_reactivated",
        /// A version of a template was saved.
        TemplateSaved = "template_saved",
        /// A form is set by a version of a template from now on.
        TemplateInForce = "template_in_force",
        /// A form is set by no version of a template any more.
        TemplateWithdrawn = "template_withdrawn",
        /// A key that signs checkpoints came into force.
        LedgerKeyAdded = "ledger_key_added",
        /// A key that signed checkpoints signs no more.
        LedgerKeyRetired = "ledger_key_retired",
        /// A new key seals the secrets of the database.
        KeyEncryptionKeyRotated = "key_encryption_key_rotated",
        /// A key that sealed secrets was removed.
        KeyEncryptionKeyRetired = "key_encryption_key_retired",
        /// The office made a key for an officer to sign with.
        SigningKeyMade = "signing_key_made",
        /// An officer's key signs no more.
        SigningKeyRetired = "signing_key_retired",
        /// The office has an authority for certificates: it made one, or was given one.
        AuthorityMade = "authority_made",
        /// An officer got a certificate for the key that he signs documents with.
        CertificateIssued = "certificate_issued",
        /// An officer's certificate counts no more.
        CertificateRevoked = "certificate_revoked",
    }
}

vocabulary! {
    /// The sort of thing that an act happened to.
    SubjectKind {
        /// A person and his account.
        Person = "person",
        /// A unit.
        Unit = "unit",
        /// A post.
        Post = "post",
        /// An import of the organisation.
        Import = "import",
        /// The bytes of a paper.
        Document = "document",
        /// A receipt.
        Receipt = "receipt",
        /// A mail that came in.
        Mail = "mail",
        /// A head of a section's index.
        Head = "head",
        /// A file.
        File = "file",
        /// A key that signs checkpoints.
        LedgerKey = "ledger_key",
        /// A key that seals secrets of the database.
        EncryptionKey = "encryption_key",
        /// A contact of the address book.
        Contact = "contact",
        /// A group of the address book.
        AddressGroup = "address_group",
        /// How a form is set.
        Template = "template",
        /// An authority for certificates.
        Authority = "authority",
    }
}
