use crate::office::refusals;

refusals! {
    /// Refusals of the organisation's rules.
    OrganisationRefusal {
        /// A code is 1 to 40 letters, digits and `- . _ ( ) / &`, without spaces.
        CodeShape => "code-shape", Invalid, "/code";
        /// Another unit or post has this code.
        CodeTaken => "code-taken", Conflict, "/code";
        /// Another person has this user name.
        UserNameTaken => "user-name-taken", Conflict, "/user_name";
        /// Grades run from 1 to 22.
        GradeOutOfRange => "grade-out-of-range", Invalid, "/grade";
        /// A post without a role could do nothing.
        RolesEmpty => "roles-empty", Invalid, "/roles";
        /// An auditor does nothing else; an administrator handles no papers.
        RolesConflict => "roles-conflict", Invalid, "/roles";
        /// Not the shape of an e-mail address.
        EmailShape => "email-shape", Invalid, "/email";
        /// Not the language of file number templates.
        TemplateShape => "file-number-template-shape", Invalid, "/file_number_template";
        /// A character that no typeface of the office can print.
        LetterheadUnprintable => "letterhead-unprintable", Invalid;
        /// The parent unit does not exist.
        ParentUnknown => "parent-unknown", Invalid, "/parent_id";
        /// A unit cannot lie below itself.
        ParentCycle => "parent-cycle", Invalid, "/parent_id";
        /// The unit does not exist.
        UnitUnknown => "unit-unknown", Invalid, "/unit_id";
        /// The superior post does not exist.
        SuperiorUnknown => "superior-unknown", Invalid, "/reports_to";
        /// A post cannot report to itself, however indirectly.
        SuperiorCycle => "superior-cycle", Invalid, "/reports_to";
        /// The person does not exist.
        PersonUnknown => "person-unknown", Invalid, "/person_id";
        /// The unit was closed.
        UnitClosed => "unit-closed", Conflict;
        /// The unit still has posts or sub-units.
        UnitNotEmpty => "unit-not-empty", Conflict;
        /// Files are kept under the unit's name.
        UnitHasFiles => "unit-has-files", Conflict;
        /// The kind of a unit stays.
        UnitKindFixed => "unit-kind-fixed", Conflict;
        /// A post stays in its unit: its files belong there.
        PostUnitFixed => "post-unit-fixed", Conflict;
        /// The post was abolished.
        PostAbolished => "post-abolished", Conflict;
        /// Somebody holds the post.
        PostHeld => "post-held", Conflict;
        /// Nobody holds the post.
        PostVacant => "post-vacant", Conflict;
        /// Nobody appoints himself.
        SelfAppointed => "self-appointed", Conflict;
        /// One person would manage or audit the organisation and handle papers too.
        SidesConflict => "sides-conflict", Conflict;
        /// Rule 6: a case about the person lies on the desk that he would take.
        OwnCaseOnDesk => "own-case-on-desk", Conflict;
        /// Files or receipts wait on the post's desk.
        PostHasWork => "post-has-work", Conflict;
        /// Other posts report to it.
        PostHasSubordinates => "post-has-subordinates", Conflict;
        /// The person holds the post already, under this kind of charge.
        AlreadyHolder => "already-holder", Conflict;
        /// The charge has ended already.
        ChargeEnded => "charge-ended", Conflict;
        /// Nobody is his own assistant.
        AssistantIsGiver => "assistant-is-giver", Invalid, "/person_id";
        /// The person assists at the post already, or will.
        AlreadyAssisting => "already-assisting", Conflict;
        /// A delegation ends after it began, and not in the past.
        DelegationUntilPast => "delegation-until-past", Invalid, "/until";
        /// A delegation ends within a year.
        DelegationTooLong => "delegation-too-long", Invalid, "/until";
        /// The delegation has ended already.
        DelegationEnded => "delegation-ended", Conflict;
        /// The person was deactivated.
        PersonDeactivated => "person-deactivated", Conflict;
        /// The person is active already.
        PersonActive => "person-active", Conflict;
        /// Nobody deactivates himself.
        OwnAccount => "own-account", Conflict;
        /// Somebody must be left who can manage the organisation.
        LastAdministrator => "last-administrator", Conflict;
    }
}
