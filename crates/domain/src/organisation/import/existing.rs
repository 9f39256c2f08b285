//! The office as an import finds it.

use crate::access::Side;
use crate::office::{PersonId, PostId, Timestamp};
use crate::organisation::{Charge, Person, Post, Unit};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The office before the import.
#[derive(Debug, Clone, Default)]
pub struct Existing {
    /// Units by code, closed ones too.
    pub units: BTreeMap<String, Unit>,
    /// Posts by code, abolished ones too.
    pub posts: BTreeMap<String, Post>,
    /// Persons by user name, deactivated ones too.
    pub persons: BTreeMap<String, Person>,
    /// The running charge of every post that is held.
    pub holders: HashMap<PostId, Charge>,
    /// When the last charge of a vacant post ended.
    pub freed: HashMap<PostId, Timestamp>,
    /// Files and receipts that wait on each desk.
    pub desk_items: HashMap<PostId, u64>,
    /// Desks with a case about a person: who must not take them (rule 6).
    pub own_cases: HashSet<(PostId, PersonId)>,
    /// Who asks for the import.
    pub by: Option<PersonId>,
}

impl Existing {
    /// The sides on which a person stands by his charges, but for one post.
    pub(super) fn sides_of(&self, person: PersonId, but: PostId) -> Vec<Side> {
        let held =
            |post: &&Post| post.id != but && self.holders.get(&post.id).is_some_and(|charge| charge.person == person);
        self.posts.values().filter(held).map(|post| post.roles.side()).collect()
    }
}
