//! Whose entries an officer sees, and whose he keeps.

use crate::access::{Officer, Role, Standing};
use crate::office::UnitId;

/// The part of the address book that an officer sees: the one predicate for lists, searches, counts and groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    seen: Vec<UnitId>,
    own: UnitId,
}

impl Reach {
    /// What an officer sees, whose unit and the units above it are `line`, the nearest first: their entries. An
    /// administrator keeps those of the unit at the top, and sees no others.
    pub fn of(officer: &Officer, line: &[UnitId]) -> Self {
        let top = line.last().copied().unwrap_or(officer.unit);
        if officer.roles.has(Role::Administrator) {
            return Self {
                seen: vec![top],
                own: top,
            };
        }
        let mut seen = line.to_vec();
        if !seen.contains(&officer.unit) {
            seen.push(officer.unit);
        }
        Self {
            seen,
            own: officer.unit,
        }
    }

    /// What everybody who sees the entries of a unit sees too: those of the unit and of the units above it.
    pub fn of_unit(unit: UnitId, line: &[UnitId]) -> Self {
        let mut seen = line.to_vec();
        if !seen.contains(&unit) {
            seen.push(unit);
        }
        Self { seen, own: unit }
    }

    /// The units whose entries are seen.
    pub fn units(&self) -> &[UnitId] {
        &self.seen
    }

    /// The unit to which a new entry of the officer belongs.
    pub fn own(&self) -> UnitId {
        self.own
    }

    /// How the officer stands to an entry of a unit.
    pub fn standing(&self, owner: UnitId) -> Standing {
        Standing {
            visible: self.seen.contains(&owner),
            own_unit: owner == self.own,
            ..Standing::GENERAL
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Action, decide};
    use crate::office::{ChargeId, PersonId, PostId, SessionId};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn unit(n: u128) -> UnitId {
        UnitId(Uuid::from_u128(n))
    }

    fn officer(role: Role, of: UnitId) -> Officer {
        Officer {
            person: PersonId(Uuid::nil()),
            post: PostId(Uuid::nil()),
            charge: ChargeId(Uuid::nil()),
            assisting: None,
            unit: of,
            grade: 17,
            roles: [role].into_iter().collect(),
            session: SessionId(Uuid::nil()),
        }
    }

    #[test]
    fn the_administrator_keeps_the_top_and_sees_no_more() {
        let reach = Reach::of(&officer(Role::Administrator, unit(1)), &[unit(1), unit(2), unit(3)]);
        assert_eq!((reach.units(), reach.own()), (&[unit(3)][..], unit(3)));
    }

    #[test]
    fn an_auditor_neither_reads_nor_keeps() {
        let auditor = officer(Role::Auditor, unit(1));
        let reach = Reach::of(&auditor, &[unit(1)]);
        for action in [Action::ReadAddresses, Action::ManageAddresses] {
            assert!(decide(&auditor, action, reach.standing(unit(1))).is_err());
        }
    }

    proptest! {
        /// Whatever the tree: an entry is read exactly by those whose unit is the owner or lies below it, and kept by
        /// those of the owner alone.
        #[test]
        fn entries_are_seen_from_below_and_kept_at_home(
            parents in prop::collection::vec(any::<prop::sample::Index>(), 1..12),
            role in prop::sample::select(vec![Role::Officer, Role::Authenticator, Role::Registry]),
        ) {
            let parent = |n: usize| (n > 0).then(|| parents[n].index(n));
            let line = |n: usize| std::iter::successors(Some(n), |n| parent(*n)).collect::<Vec<_>>();
            let id = |n: usize| unit(n as u128);
            for reader in 0..parents.len() {
                let officer = officer(role, id(reader));
                let above = line(reader);
                let reach = Reach::of(&officer, &above.iter().map(|n| id(*n)).collect::<Vec<_>>());
                for owner in 0..parents.len() {
                    let standing = reach.standing(id(owner));
                    prop_assert_eq!(
                        decide(&officer, Action::ReadAddresses, standing).is_ok(), above.contains(&owner)
                    );
                    prop_assert_eq!(decide(&officer, Action::ManageAddresses, standing).is_ok(), owner == reader);
                }
            }
        }
    }
}
