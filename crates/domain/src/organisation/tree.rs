//! Trees without cycles: units under units, posts under posts.

/// A parent with everything above it, nearest first, as the database knows it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Above<T, Id> {
    /// The parent itself.
    pub parent: T,
    /// The ids above the parent, nearest first.
    pub ancestors: Vec<Id>,
}

/// Whether hanging `child` under a parent, with these ancestors, would make a cycle.
pub(super) fn closes_cycle<Id: PartialEq>(child: &Id, parent: &Id, ancestors: &[Id]) -> bool {
    child == parent || ancestors.contains(child)
}
