//! How much of an issue is told to whoever has its token or its code.

use crate::drafting::Form;
use crate::office::Classification;

/// How much is told. Each tells what stands before it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disclosure {
    /// That it was issued, under which number and date, what it is worth now, and its digest: enough for who holds it.
    Existence,
    /// Form, signatory's post and number of pages too: what is printed on it anyway.
    Particulars,
    /// Everybody may read it: its subject and its bytes too.
    Everything,
}

/// How much of an issue is told. What the Government publishes is public; what is held closely proves itself to who
/// holds it, and tells others nothing.
pub fn disclosure(form: Form, classification: Classification) -> Disclosure {
    match classification {
        Classification::Confidential | Classification::Secret | Classification::TopSecret => Disclosure::Existence,
        Classification::Restricted => Disclosure::Particulars,
        Classification::Unclassified => match form {
            Form::Notification | Form::Resolution | Form::PressNote => Disclosure::Everything,
            Form::Letter
            | Form::OfficeMemorandum
            | Form::DemiOfficial
            | Form::UoNote
            | Form::Memorandum
            | Form::Endorsement
            | Form::OfficeOrder
            | Form::Circular => Disclosure::Particulars,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_published_and_unclassified_is_public() {
        let public = |form: Form, held: Classification| disclosure(form, held) == Disclosure::Everything;
        for form in Form::ALL.iter().copied() {
            let published = matches!(form, Form::Notification | Form::Resolution | Form::PressNote);
            assert_eq!(public(form, Classification::Unclassified), published, "{form}");
            for held in Classification::ALL.iter().copied().skip(1) {
                assert!(!public(form, held), "{form} {held}");
            }
        }
    }

    #[test]
    fn more_closely_held_never_tells_more() {
        for form in Form::ALL.iter().copied() {
            let told = Classification::ALL.iter().map(|held| disclosure(form, *held));
            let told: Vec<Disclosure> = told.collect();
            assert!(told.windows(2).all(|pair| pair[0] >= pair[1]), "{form}: {told:?}");
        }
    }
}
