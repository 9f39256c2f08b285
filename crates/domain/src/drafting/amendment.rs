//! What an issue does to an earlier one. The earlier one itself never changes (rule 1): what it is worth now follows from
//! what was issued after it.

use super::DraftingRefusal;
use crate::office::{CommunicationId, IssueId, UnitId, vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What an issue does to an earlier one.
    AmendmentKind {
        /// It corrects it; the earlier one holds on as corrected.
        Corrigendum = "corrigendum",
        /// It takes its place.
        Supersession = "supersession",
        /// It takes it back.
        Rescission = "rescission",
    }
}

impl AmendmentKind {
    /// Whether the earlier issue holds no more.
    pub const fn ends(self) -> bool {
        match self {
            Self::Corrigendum => false,
            Self::Supersession | Self::Rescission => true,
        }
    }
}

vocabulary! {
    /// What an issue is worth now.
    IssueStanding {
        /// It holds.
        Valid = "valid",
        /// Another one has taken its place.
        Superseded = "superseded",
        /// It was taken back.
        Rescinded = "rescinded",
    }
}

impl IssueStanding {
    /// What an issue is worth after everything that later ones did to it.
    pub fn after(done: impl IntoIterator<Item = AmendmentKind>) -> Self {
        let ended = done.into_iter().find_map(|kind| match kind {
            AmendmentKind::Corrigendum => None,
            AmendmentKind::Supersession => Some(Self::Superseded),
            AmendmentKind::Rescission => Some(Self::Rescinded),
        });
        ended.unwrap_or(Self::Valid)
    }
}

/// That a communication amends an earlier issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amends {
    /// The earlier issue.
    pub issue: IssueId,
    /// What this one does to it.
    pub how: AmendmentKind,
}

/// What the office knows of an issue that a communication amends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amended {
    /// Its communication.
    pub communication: CommunicationId,
    /// The unit that issued it, and every unit above that one.
    pub line: Vec<UnitId>,
    /// What it is worth now.
    pub standing: IssueStanding,
}

impl Amends {
    /// What stands in the way: whoever speaks for the unit that issued it, or for a unit above, amends an issue, while it
    /// holds. What has ended stays ended: it is neither corrected nor taken back a second time.
    pub fn obstacle(self, amended: Option<&Amended>, writer: UnitId) -> Option<DraftingRefusal> {
        let Some(amended) = amended else {
            return Some(DraftingRefusal::AmendedUnknown);
        };
        if !amended.line.contains(&writer) {
            Some(DraftingRefusal::AmendedElsewhere)
        } else if amended.standing == IssueStanding::Valid {
            None
        } else {
            Some(DraftingRefusal::AmendedEnded)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn unit(number: u128) -> UnitId {
        UnitId(Uuid::from_u128(number))
    }

    fn amended(standing: IssueStanding) -> Amended {
        Amended {
            communication: CommunicationId(Uuid::nil()),
            line: vec![unit(1), unit(2)],
            standing,
        }
    }

    fn with(how: AmendmentKind) -> Amends {
        let issue = IssueId(Uuid::nil());
        Amends { issue, how }
    }

    #[test]
    fn the_own_unit_and_those_above_amend_and_nobody_else() {
        for how in AmendmentKind::ALL.iter().copied() {
            let valid = amended(IssueStanding::Valid);
            assert_eq!(with(how).obstacle(Some(&valid), unit(1)), None);
            assert_eq!(with(how).obstacle(Some(&valid), unit(2)), None, "a unit above");
            let other = with(how).obstacle(Some(&valid), unit(3));
            assert_eq!(other, Some(DraftingRefusal::AmendedElsewhere));
            assert_eq!(with(how).obstacle(None, unit(1)), Some(DraftingRefusal::AmendedUnknown));
        }
    }

    #[test]
    fn what_has_ended_is_not_amended_again() {
        for standing in [IssueStanding::Superseded, IssueStanding::Rescinded] {
            for how in AmendmentKind::ALL.iter().copied() {
                let refused = with(how).obstacle(Some(&amended(standing)), unit(1));
                assert_eq!(refused, Some(DraftingRefusal::AmendedEnded));
            }
        }
    }

    #[test]
    fn corrigenda_leave_an_issue_valid() {
        use AmendmentKind::{Corrigendum, Rescission, Supersession};
        assert_eq!(IssueStanding::after([]), IssueStanding::Valid);
        assert_eq!(IssueStanding::after([Corrigendum, Corrigendum]), IssueStanding::Valid);
        assert_eq!(
            IssueStanding::after([Corrigendum, Supersession]),
            IssueStanding::Superseded
        );
        assert_eq!(IssueStanding::after([Rescission]), IssueStanding::Rescinded);
        let ending = AmendmentKind::ALL.iter().filter(|kind| kind.ends());
        assert!(
            ending
                .copied()
                .all(|kind| IssueStanding::after([kind]) != IssueStanding::Valid)
        );
    }
}
