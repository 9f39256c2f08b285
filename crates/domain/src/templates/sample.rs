//! What a template is tried on, and what every print must show.

use crate::office::vocabulary;

vocabulary! {
    /// A communication that templates are tried on.
    SampleKind {
        /// As it goes out.
        Issued = "issued",
        /// As its draft is read.
        Draft = "draft",
        /// A secret one of several pages.
        Long = "long",
        /// One that supersedes another.
        Amending = "amending",
    }
}

vocabulary! {
    /// What must stand on every print of a communication, whatever its template.
    Shown {
        /// Its number.
        Number = "number",
        /// Its date.
        Date = "date",
        /// The name of who signs.
        Signatory = "signatory",
        /// That it is a draft.
        Draft = "draft",
        /// How closely it is held, on every page.
        Classification = "classification",
        /// What it is about.
        Subject = "subject",
        /// What it says.
        Text = "text",
        /// To whom it is written.
        Addressees = "addressees",
        /// Which earlier communication it amends.
        Amends = "amends",
        /// The square of the verification.
        Square = "square",
        /// The code of the verification.
        Code = "code",
    }
}
