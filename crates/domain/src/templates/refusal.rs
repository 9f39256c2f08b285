use crate::office::refusals;

refusals! {
    /// Refusals of the templates.
    TemplateRefusal {
        /// The office, or the unit, has a template of this form already.
        Exists => "template-exists", Conflict;
        /// The same words as the latest version.
        Unchanged => "template-unchanged", Conflict, "/source";
        /// No words.
        Empty => "template-empty", Invalid, "/source";
        /// More than 100,000 bytes.
        TooLong => "template-too-long", Invalid, "/source";
        /// A control character.
        ForbiddenCharacter => "template-forbidden-character", Invalid, "/source";
        /// The unit does not exist, or was closed.
        UnitUnknown => "template-unit-unknown", Invalid, "/unit";
        /// There is no such version.
        VersionUnknown => "template-version-unknown", Invalid, "/number";
        /// There is no such version to have begun from.
        BasisUnknown => "template-version-unknown", Invalid, "/based_on";
        /// This version is in force already.
        InForce => "template-in-force", Conflict;
        /// No version is in force.
        NotInForce => "template-not-in-force", Conflict;
    }
}
