//! How an officer stands to a file, and what he can do with it now.

use super::note::may_order;
use super::{Custody, File, FilingRefusal, Head};
use crate::access::{Action, Officer, Role, Standing, decide};
use crate::office::{PersonId, Timestamp, vocabulary};

vocabulary! {
    /// Something that an officer can do with a file now; the interface offers nothing else.
    FileAbility {
        /// Write and sign notes.
        Write = "write",
        /// Write the draft of a note.
        Draft = "draft",
        /// Put one's draft up to the officer whom one assists.
        PutUp = "put_up",
        /// Write and sign an order.
        Order = "order",
        /// Send it onward.
        Forward = "forward",
        /// Send it back.
        Return = "return",
        /// Take it back.
        PullBack = "pull_back",
        /// Lay it aside.
        Park = "park",
        /// Take it up before its date.
        Resume = "resume",
        /// Close it.
        Close = "close",
        /// Reopen it.
        Reopen = "reopen",
        /// Open a part.
        Part = "part",
        /// Merge this part.
        Merge = "merge",
        /// Open the next volume.
        Volume = "volume",
        /// Link it to another.
        Link = "link",
        /// Add a paper.
        AddPaper = "add_paper",
        /// Docket a receipt on it.
        Docket = "docket",
        /// Amend subject, classification, priority, due date.
        Edit = "edit",
    }
}

impl File {
    /// The person whom the case is about once something about `person` comes to it (rule 6).
    pub(super) fn concerning(&self, person: Option<PersonId>) -> Result<Option<PersonId>, FilingRefusal> {
        match (self.concerns, person) {
            (Some(one), Some(other)) if one != other => Err(FilingRefusal::ConcernsAnother),
            (one, other) => Ok(one.or(other)),
        }
    }

    /// How an officer stands to this file. `granted` says whether his post is on its movement chain.
    pub fn standing(&self, officer: &Officer, granted: bool) -> Standing {
        Standing {
            visible: self.visible_to(officer.unit, granted) && !officer.is_own_case(self.concerns),
            holder: self.custody.post() == officer.post,
            own_unit: self.unit == officer.unit,
            last_sender: self
                .custody
                .holding()
                .is_some_and(|holding| holding.sender == Some(officer.post)),
            recused: officer.is_own_case(self.concerns),
        }
    }

    /// Refuses work on what lies on the file while it is not the officer's: parked, at rest, elsewhere, or sent to him and
    /// not opened yet.
    pub fn must_be_worked_on(&self, officer: &Officer, now: Timestamp) -> Result<(), FilingRefusal> {
        if self.custody.waits_unopened_with(officer.post) {
            return Err(FilingRefusal::NotOpened);
        }
        let custody = self.custody.clone().at(now, self.priority);
        custody.on_desk_of(officer.post).map(|_| ())
    }

    /// What the officer can do with the file now.
    pub fn abilities(&self, officer: &Officer, granted: bool, now: Timestamp) -> Vec<FileAbility> {
        let standing = self.standing(officer, granted);
        let may = |action| decide(officer, action, standing).is_ok();
        let mut can = Vec::new();
        match self.custody.clone().at(now, self.priority) {
            Custody::WithPost { holding, before } => {
                if may(Action::DraftNote) {
                    can.push(FileAbility::Draft);
                    can.extend(officer.assisting.is_some().then_some(FileAbility::PutUp));
                }
                if may(Action::WriteFile) {
                    can.push(FileAbility::Write);
                    can.extend(may_order(officer).is_ok().then_some(FileAbility::Order));
                    can.extend([FileAbility::AddPaper, FileAbility::Docket]);
                    can.extend([FileAbility::Edit, FileAbility::Link]);
                }
                if may(Action::MoveFile) {
                    can.extend([FileAbility::Forward, FileAbility::Park, FileAbility::Close]);
                    can.extend(holding.sender.map(|_| FileAbility::Return));
                    can.push(if self.main_file.is_some() {
                        FileAbility::Merge
                    } else {
                        FileAbility::Volume
                    });
                }
                if before.is_some() && holding.opened_at.is_none() && may(Action::PullBackFile) {
                    can.push(FileAbility::PullBack);
                }
            }
            Custody::Parked { .. } if may(Action::MoveFile) => can.push(FileAbility::Resume),
            Custody::Closed { .. } if may(Action::ReopenFile) => can.push(FileAbility::Reopen),
            Custody::Parked { .. } | Custody::Closed { .. } | Custody::Merged { .. } => {}
        }
        if self.custody.holding().is_some() && self.main_file.is_none() && may(Action::OpenFile) {
            can.push(FileAbility::Part);
        }
        can
    }
}

impl Head {
    /// How an officer stands to the heads of this section; administrators manage those of every one.
    pub fn standing(unit: crate::office::UnitId, officer: &Officer) -> Standing {
        Standing {
            own_unit: unit == officer.unit || officer.roles.has(Role::Administrator),
            ..Standing::GENERAL
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assistant, command, morning, officer, orders, target};
    use super::*;
    use crate::filing::OpenFile;
    use crate::office::{Classification, PersonId, UnitId};
    use uuid::Uuid;

    #[test]
    fn a_file_is_seen_by_its_chain_and_up_to_restricted_by_its_unit() {
        let open = |classification| {
            let opening = OpenFile {
                classification,
                ..command()
            };
            File::open(opening, &officer(1), morning()).unwrap().file
        };
        let stranger = Officer {
            unit: UnitId(Uuid::max()),
            ..officer(3)
        };
        for (classification, unit_sees) in [
            (Classification::Unclassified, true),
            (Classification::Restricted, true),
            (Classification::Confidential, false),
            (Classification::TopSecret, false),
        ] {
            let file = open(classification);
            assert_eq!(file.standing(&officer(2), false).visible, unit_sees, "{classification}");
            assert!(file.standing(&officer(2), true).visible);
            assert!(!file.standing(&stranger, false).visible);
            assert!(file.standing(&stranger, true).visible);
        }
    }

    #[test]
    fn nobody_sees_his_own_case_not_even_on_his_desk() {
        let about = OpenFile {
            concerns: Some(PersonId(Uuid::from_u128(2))),
            ..command()
        };
        let file = File::open(about, &officer(1), morning()).unwrap().file;
        assert!(!file.standing(&officer(2), true).visible);
        let mut handed_over = officer(1);
        handed_over.person = PersonId(Uuid::from_u128(2));
        assert!(!file.standing(&handed_over, true).visible);
        assert!(file.abilities(&handed_over, true, morning()).is_empty());
    }

    #[test]
    fn an_assistant_is_offered_drafts_alone_and_sees_no_case_about_himself_or_his_officer() {
        let file = File::open(command(), &officer(1), morning()).unwrap().file;
        let can = file.abilities(&assistant(1), true, morning());
        assert_eq!(can, [FileAbility::Draft, FileAbility::PutUp]);
        let sent = file.forward(target(2), &orders(), &officer(1), morning()).unwrap().file;
        assert!(sent.abilities(&assistant(1), true, morning()).is_empty());
        for concerned in [1, 101] {
            let about = OpenFile {
                concerns: Some(PersonId(Uuid::from_u128(concerned))),
                ..command()
            };
            let file = File::open(about, &officer(2), morning()).unwrap().file;
            assert!(!file.standing(&assistant(1), true).visible, "{concerned}");
        }
    }

    #[test]
    fn what_is_offered_fits_the_state() {
        let file = File::open(command(), &officer(1), morning()).unwrap().file;
        let can = file.abilities(&officer(1), true, morning());
        assert!(can.contains(&FileAbility::Forward) && !can.contains(&FileAbility::Return));
        assert_eq!(file.abilities(&officer(2), false, morning()), [FileAbility::Part]);
        let sent = file.forward(target(2), &orders(), &officer(1), morning()).unwrap().file;
        assert!(
            sent.abilities(&officer(1), true, morning())
                .contains(&FileAbility::PullBack)
        );
        assert!(
            sent.abilities(&officer(2), true, morning())
                .contains(&FileAbility::Return)
        );
        let closed = sent.close(0, None, &officer(2), morning()).unwrap().file;
        assert_eq!(closed.abilities(&officer(1), true, morning()), [FileAbility::Reopen]);
    }
}
