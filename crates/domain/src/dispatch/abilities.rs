//! What an officer may do with a dispatch now.

use super::letter::{Dispatch, Progress};
use super::vocabulary::DispatchAbility;
use crate::access::{Action, Officer, Standing, decide};

impl DispatchAbility {
    /// The access decision that stands before it.
    fn action(self) -> Action {
        match self {
            Self::Dispatch | Self::Acknowledge | Self::Return => Action::DispatchLetter,
            Self::Retry => Action::RetryDelivery,
        }
    }
}

impl Dispatch {
    /// What an officer who stands so to it may do with it in its state.
    pub fn abilities(&self, officer: &Officer, standing: Standing) -> Vec<DispatchAbility> {
        use DispatchAbility::{Acknowledge, Dispatch, Retry, Return};
        let in_state: &[DispatchAbility] = match (&self.progress, self.is_inside()) {
            (Progress::Waiting | Progress::Failed { .. }, true) => &[Retry],
            (Progress::Waiting, false) if self.is_about_to_be_mailed() => &[],
            (Progress::Waiting | Progress::Returned { .. }, false) => &[Dispatch],
            (Progress::Dispatched(_), false) => &[Acknowledge, Return],
            _ => &[],
        };
        let may = |ability: &DispatchAbility| decide(officer, ability.action(), standing).is_ok();
        in_state.iter().copied().filter(may).collect()
    }
}
