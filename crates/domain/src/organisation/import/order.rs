//! Parents before children, as the tree will be: rows of a sheet come in any order.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

/// An order over the codes of a tree in which every parent stands before its children.
pub(super) struct Order {
    place: BTreeMap<String, usize>,
    /// Codes that lie on a cycle.
    pub(super) cyclic: BTreeSet<String>,
}

impl Order {
    /// Makes the order, from each code's parent.
    pub(super) fn of(parents: &BTreeMap<String, Option<String>>) -> Self {
        let mut order = Self {
            place: BTreeMap::new(),
            cyclic: BTreeSet::new(),
        };
        for code in parents.keys() {
            let mut path: Vec<&String> = Vec::new();
            let mut on_path: HashMap<&String, usize> = HashMap::new();
            let mut next = Some(code);
            while let Some(code) = next {
                if order.place.contains_key(code) {
                    break;
                }
                if let Some(start) = on_path.get(code) {
                    order.cyclic.extend(path[*start..].iter().map(|code| (*code).clone()));
                    break;
                }
                on_path.insert(code, path.len());
                path.push(code);
                next = parents.get(code).and_then(Option::as_ref);
            }
            for code in path.into_iter().rev() {
                let place = order.place.len();
                order.place.insert(code.clone(), place);
            }
        }
        order
    }

    /// The rows, parents first.
    pub(super) fn sort<'a, R>(&self, rows: &'a [R], code: impl Fn(&R) -> &String) -> Vec<&'a R> {
        let mut sorted: Vec<&R> = rows.iter().collect();
        sorted.sort_by_key(|row| self.place.get(code(row)));
        sorted
    }
}

/// Everything above, nearest first. A cycle, which the rules never let in, would end the walk.
pub(super) fn line<Id: Copy + Eq + Hash>(start: Option<Id>, parents: &HashMap<Id, Option<Id>>) -> Vec<Id> {
    let mut above = Vec::new();
    let mut next = start;
    while let Some(id) = next {
        if above.len() > parents.len() {
            break;
        }
        above.push(id);
        next = parents.get(&id).copied().flatten();
    }
    above
}
