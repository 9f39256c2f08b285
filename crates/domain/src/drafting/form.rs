//! Rule 10: a letter never passes between Divisions; an office memorandum or a UO note does.

use super::DraftingRefusal;
use crate::office::vocabulary;
use crate::organisation::UnitKind;

vocabulary! {
    /// The form of an outgoing communication to one addressee.
    Form {
        /// To provinces, public bodies and individuals.
        Letter = "letter",
        /// Between Divisions; third person, no salutation.
        OfficeMemorandum = "office_memorandum",
        /// Personal, officer to officer.
        DemiOfficial = "demi_official",
        /// The file itself, or a self-contained note, to another Division.
        UoNote = "uo_note",
        /// Orders to offices below, from the same Division.
        Memorandum = "memorandum",
        /// A copy passed on.
        Endorsement = "endorsement",
        /// Published in the gazette: appointments, rules, powers.
        Notification = "notification",
        /// An order to the office's own staff.
        OfficeOrder = "office_order",
        /// An instruction to many.
        Circular = "circular",
        /// A decision of the Government, made public.
        Resolution = "resolution",
        /// For the press.
        PressNote = "press_note",
    }
}

impl Form {
    /// Whether it speaks to everybody whom it concerns: nobody need be named under "To", and rule 10 says nothing of it.
    pub const fn is_general(self) -> bool {
        match self {
            Self::Notification | Self::OfficeOrder | Self::Circular | Self::Resolution | Self::PressNote => true,
            Self::Letter
            | Self::OfficeMemorandum
            | Self::DemiOfficial
            | Self::UoNote
            | Self::Memorandum
            | Self::Endorsement => false,
        }
    }
}

vocabulary! {
    /// What sort of party writes or is written to.
    Party {
        /// A Division of the federation or a department of a provincial secretariat, or any part of one.
        Division = "division",
        /// An attached department or subordinate office.
        AttachedDepartment = "attached_department",
        /// Another government, a public body, a firm.
        Body = "body",
        /// A private person.
        Individual = "individual",
    }
}

impl Party {
    /// The party that a unit of this government is.
    pub const fn of(unit: UnitKind) -> Self {
        match unit {
            UnitKind::AttachedDepartment => Self::AttachedDepartment,
            UnitKind::Government
            | UnitKind::Ministry
            | UnitKind::Division
            | UnitKind::Department
            | UnitKind::Wing
            | UnitKind::Section
            | UnitKind::Registry => Self::Division,
        }
    }
}

/// The forms that may pass from one party to another, the usual one first; those that speak to everybody
/// ([`Form::is_general`]) always may.
pub fn permitted(from: Party, to: Party) -> &'static [Form] {
    use Form::{DemiOfficial, Endorsement, Letter, Memorandum, OfficeMemorandum, UoNote};
    match (from, to) {
        (Party::Division, Party::Division) => &[OfficeMemorandum, UoNote, DemiOfficial, Endorsement],
        (Party::Division, Party::AttachedDepartment) => &[Memorandum, Letter, DemiOfficial, Endorsement],
        (_, Party::Individual) | (Party::Individual, _) => &[Letter],
        (Party::AttachedDepartment | Party::Body, _) | (_, Party::Body) => &[Letter, DemiOfficial, Endorsement],
    }
}

/// Checks that a communication of this form may be addressed so. After a refusal [`permitted`]
/// names what to offer instead.
pub fn address(form: Form, from: Party, to: Party) -> Result<(), DraftingRefusal> {
    if form.is_general() || permitted(from, to).contains(&form) {
        Ok(())
    } else if form == Form::Letter {
        Err(DraftingRefusal::LetterBetweenDivisions)
    } else {
        Err(DraftingRefusal::FormUnusual)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_from_division_to_division_but_om_and_uo_note() {
        let (finance, law) = (Party::of(UnitKind::Section), Party::of(UnitKind::Department));
        let refused = address(Form::Letter, finance, law);
        assert_eq!(refused, Err(DraftingRefusal::LetterBetweenDivisions));
        let offered = permitted(Party::Division, Party::Division);
        assert_eq!(offered[..2], [Form::OfficeMemorandum, Form::UoNote]);
    }

    #[test]
    fn only_between_divisions_is_a_letter_refused() {
        for from in Party::ALL {
            for to in Party::ALL {
                let divisions = (*from, *to) == (Party::Division, Party::Division);
                assert_eq!(address(Form::Letter, *from, *to).is_err(), divisions, "{from} to {to}");
                assert!(!permitted(*from, *to).is_empty());
            }
        }
    }

    #[test]
    fn a_uo_note_and_an_om_stay_between_divisions() {
        for form in [Form::UoNote, Form::OfficeMemorandum] {
            for to in [Party::AttachedDepartment, Party::Body, Party::Individual] {
                assert_eq!(address(form, Party::Division, to), Err(DraftingRefusal::FormUnusual));
            }
        }
    }
}
