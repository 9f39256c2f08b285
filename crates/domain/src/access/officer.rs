//! A person acting for a post, as loaded for one request.

use crate::ledger::Actor;
use crate::office::{ChargeId, DelegationId, PersonId, PostId, SessionId, Timestamp, UnitId, vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What a post is for. Roles are few and belong to posts, never to persons.
    Role {
        /// Diarises and marks incoming papers of its unit.
        Registry = "registry",
        /// Holds, notes on and moves files.
        Officer = "officer",
        /// May authenticate orders (rule 9): the post's may-authenticate flag.
        Authenticator = "authenticator",
        /// Manages the organisation; reads no file.
        Administrator = "administrator",
        /// Reads ledger and reports; writes nothing.
        Auditor = "auditor",
    }
}

/// The sides of an office that no one person may stand on at once: an administrator who could read files, or an
/// auditor who could write, would watch over himself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Manages the organisation.
    Administration,
    /// Reads ledger and reports.
    Audit,
    /// Handles papers and files.
    Business,
}

/// The roles of a post.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Roles(pub std::collections::BTreeSet<Role>);

impl Roles {
    /// Whether the post has the role.
    pub fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// Which side of the office it stands on.
    pub fn side(&self) -> Side {
        if self.has(Role::Administrator) {
            Side::Administration
        } else if self.has(Role::Auditor) {
            Side::Audit
        } else {
            Side::Business
        }
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        Self(roles.into_iter().collect())
    }
}

vocabulary! {
    /// In what capacity somebody acts for a post.
    Capacity {
        /// He holds its charge.
        Holder = "holder",
        /// He assists whoever does: he reads and drafts, and signs nothing.
        Assistant = "assistant",
    }
}

/// What makes an assistant of somebody: the officer whom he helps, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assisting {
    /// The delegation.
    pub delegation: DelegationId,
    /// Who gave it and holds the post.
    pub officer: PersonId,
    /// Since when.
    pub since: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// A person acting for a post under a charge that runs now. Loaded afresh for every request: a
/// transfer acts at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// The human being.
    pub person: PersonId,
    /// The post acted for.
    pub post: PostId,
    /// The charge that entitles to it; that of the officer whom he helps, for an assistant.
    pub charge: ChargeId,
    /// For somebody who holds no charge of the post, and helps its holder.
    pub assisting: Option<Assisting>,
    /// The unit of the post.
    pub unit: UnitId,
    /// The grade (BPS) of the post, 1 to 22.
    pub grade: i16,
    /// The roles of the post.
    pub roles: Roles,
    /// The sign-in that this request belongs to.
    pub session: SessionId,
}

impl Officer {
    /// The officer as the ledger names actors. An assistant acts under no charge.
    pub fn actor(&self) -> Actor {
        Actor {
            person: Some(self.person),
            post: Some(self.post),
            charge: self.assisting.is_none().then_some(self.charge),
        }
    }

    /// In what capacity he acts for the post.
    pub fn capacity(&self) -> Capacity {
        match self.assisting {
            None => Capacity::Holder,
            Some(_) => Capacity::Assistant,
        }
    }

    /// The persons whose own cases are kept from him (rule 6): he himself, and whom he assists. An assistant sees
    /// nothing that the officer does not see.
    pub fn kept_apart(&self) -> impl Iterator<Item = PersonId> {
        [Some(self.person), self.assisting.map(|assisting| assisting.officer)]
            .into_iter()
            .flatten()
    }

    /// Whether a case about somebody is kept from him.
    pub fn is_own_case(&self, concerns: Option<PersonId>) -> bool {
        concerns.is_some_and(|person| self.kept_apart().any(|own| own == person))
    }
}

/// The posts that a person can act for: those that he holds, then those where he assists. What he holds himself wins,
/// and nobody assists on another side of the office than he stands on.
pub fn officers_of(held: Vec<Officer>, assisting: Vec<Officer>) -> Vec<Officer> {
    let mut officers = held;
    for assistant in assisting {
        let stands_elsewhere = officers
            .iter()
            .any(|officer| officer.roles.side() != assistant.roles.side());
        if !stands_elsewhere && officers.iter().all(|officer| officer.post != assistant.post) {
            officers.push(assistant);
        }
    }
    officers
}

/// For which of his posts somebody acts who names none: the one that he has. That he assists somewhere beside it takes
/// nothing from him.
pub fn only_post(officers: &[Officer]) -> Option<&Officer> {
    let mut held = officers.iter().filter(|officer| officer.assisting.is_none());
    match (held.next(), held.next(), officers) {
        (Some(one), None, _) | (None, _, [one]) => Some(one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn holds(post: u128, role: Role) -> Officer {
        Officer {
            person: PersonId(Uuid::from_u128(1)),
            post: PostId(Uuid::from_u128(post)),
            charge: ChargeId(Uuid::from_u128(post)),
            assisting: None,
            unit: UnitId(Uuid::nil()),
            grade: 17,
            roles: [role].into_iter().collect(),
            session: SessionId(Uuid::nil()),
        }
    }

    fn assists(post: u128, role: Role) -> Officer {
        let moment = Timestamp::UNIX_EPOCH;
        Officer {
            assisting: Some(Assisting {
                delegation: DelegationId(Uuid::from_u128(post)),
                officer: PersonId(Uuid::from_u128(9)),
                since: moment,
                until: moment,
            }),
            ..holds(post, role)
        }
    }

    #[test]
    fn who_holds_a_post_does_not_assist_at_it() {
        let officers = officers_of(
            vec![holds(1, Role::Officer)],
            vec![
                assists(1, Role::Officer),
                assists(2, Role::Officer),
                assists(2, Role::Officer),
            ],
        );
        assert_eq!(officers, [holds(1, Role::Officer), assists(2, Role::Officer)]);
        assert_eq!(only_post(&officers), Some(&holds(1, Role::Officer)));
    }

    #[test]
    fn nobody_assists_on_another_side() {
        for role in [Role::Administrator, Role::Auditor] {
            let officers = officers_of(vec![holds(1, role)], vec![assists(2, Role::Officer)]);
            assert_eq!(officers, [holds(1, role)]);
        }
    }

    #[test]
    fn a_post_is_taken_for_granted_where_there_is_one() {
        assert_eq!(only_post(&[]), None);
        let (one, other) = (assists(1, Role::Officer), assists(2, Role::Officer));
        assert_eq!(only_post(std::slice::from_ref(&one)), Some(&one));
        assert_eq!(only_post(&[one, other.clone()]), None);
        assert_eq!(
            only_post(&[holds(1, Role::Officer), holds(3, Role::Officer), other]),
            None
        );
    }

    #[test]
    fn an_assistant_is_kept_from_his_own_case_and_from_that_of_his_officer() {
        let person = |n| Some(PersonId(Uuid::from_u128(n)));
        let (holder, assistant) = (holds(1, Role::Officer), assists(1, Role::Officer));
        assert!(holder.is_own_case(person(1)) && !holder.is_own_case(person(9)) && !holder.is_own_case(None));
        assert!(assistant.is_own_case(person(1)) && assistant.is_own_case(person(9)));
        assert!(!assistant.is_own_case(person(2)) && !assistant.is_own_case(None));
        assert_eq!(
            (holder.actor().charge, assistant.actor().charge),
            (Some(holder.charge), None)
        );
    }
}
