//! Which registry serves a unit.

use crate::office::UnitId;
use crate::organisation::UnitKind;
use std::collections::{BTreeMap, HashMap};

/// How high the tree of units is at most: a line of parents that runs in a circle ends here.
const HIGHEST: usize = 16;

/// A unit, as the choice of a registry needs to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitNode {
    /// The unit.
    pub id: UnitId,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// Its code.
    pub code: String,
    /// Whether it is open.
    pub open: bool,
    /// Whether it has a post, not abolished, that diarises.
    pub diarises: bool,
}

/// All registries of an office, and where its units stand.
#[derive(Debug, Clone, Default)]
pub struct Registries {
    units: HashMap<UnitId, UnitNode>,
    /// Registries that can receive, below each unit, by their codes.
    below: HashMap<UnitId, BTreeMap<String, UnitId>>,
}

impl Registries {
    /// Takes all units of an office.
    pub fn new(units: impl IntoIterator<Item = UnitNode>) -> Self {
        let mut found = Self::default();
        for unit in units {
            if let Some(parent) = unit.parent.filter(|_| receives(&unit)) {
                let below = found.below.entry(parent).or_default();
                below.insert(unit.code.clone(), unit.id);
            }
            found.units.insert(unit.id, unit);
        }
        found
    }

    /// The registry that serves a unit: itself where it is one, or one directly below it, or below the nearest unit above
    /// it that has one; the smallest code where there are several.
    pub fn serving(&self, unit: UnitId) -> Option<UnitId> {
        let mut at = Some(unit);
        for _ in 0..HIGHEST {
            let node = self.units.get(&at?)?;
            if receives(node) {
                return Some(node.id);
            }
            let first = self.below.get(&node.id).and_then(|below| below.values().next());
            if first.is_some() {
                return first.copied();
            }
            at = node.parent;
        }
        None
    }

    /// The units that a registry serves, in the order of their ids.
    pub fn served_by(&self, registry: UnitId) -> Vec<UnitId> {
        let mut served: Vec<UnitId> = self.units.keys().copied().collect();
        served.retain(|unit| self.serving(*unit) == Some(registry));
        served.sort_unstable();
        served
    }
}

fn receives(unit: &UnitNode) -> bool {
    unit.open && unit.diarises && unit.kind == UnitKind::Registry
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(number: u128) -> UnitId {
        UnitId(Uuid::from_u128(number))
    }

    fn unit(number: u128, parent: u128, kind: UnitKind, code: &str) -> UnitNode {
        UnitNode {
            id: id(number),
            parent: (parent > 0).then(|| id(parent)),
            kind,
            code: code.to_owned(),
            open: true,
            diarises: kind == UnitKind::Registry,
        }
    }

    fn office() -> Vec<UnitNode> {
        vec![
            unit(1, 0, UnitKind::Government, "GOV"),
            unit(2, 1, UnitKind::Department, "FD"),
            unit(3, 2, UnitKind::Registry, "FD-RI-2"),
            unit(4, 2, UnitKind::Registry, "FD-RI"),
            unit(5, 2, UnitKind::Wing, "FD-W"),
            unit(6, 5, UnitKind::Section, "BUD"),
            unit(7, 1, UnitKind::Department, "LAW"),
        ]
    }

    #[test]
    fn the_nearest_registry_serves_and_of_several_the_first_by_code() {
        let registries = Registries::new(office());
        for served in [2, 5, 6] {
            assert_eq!(registries.serving(id(served)), Some(id(4)), "{served}");
        }
        assert_eq!(registries.serving(id(3)), Some(id(3)), "a registry serves itself");
        assert_eq!(registries.serving(id(7)), None);
        assert_eq!(registries.serving(id(1)), None, "only what is directly below counts");
        assert_eq!(registries.served_by(id(4)), [2, 4, 5, 6].map(id));
    }

    #[test]
    fn a_closed_registry_and_one_without_a_post_serve_nobody() {
        let mut units = office();
        units[3].open = false;
        units[2].diarises = false;
        assert_eq!(Registries::new(units).serving(id(6)), None);
    }

    #[test]
    fn a_circle_of_units_ends() {
        let units = [unit(1, 2, UnitKind::Section, "A"), unit(2, 1, UnitKind::Section, "B")];
        assert_eq!(Registries::new(units).serving(id(1)), None);
    }
}
