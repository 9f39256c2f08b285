//! A person acting for a post, as loaded for one request.

use crate::ledger::Actor;
use crate::office::{ChargeId, PersonId, PostId, SessionId, UnitId, vocabulary};
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

/// A person acting for a post under a charge that runs now. Loaded afresh for every request: a
/// transfer acts at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// The human being.
    pub person: PersonId,
    /// The post acted for.
    pub post: PostId,
    /// The charge that entitles to it.
    pub charge: ChargeId,
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
    /// The officer as the ledger names actors.
    pub fn actor(&self) -> Actor {
        Actor {
            person: Some(self.person),
            post: Some(self.post),
            charge: Some(self.charge),
        }
    }
}
