//! What an officer may do with a receipt now: the screen offers exactly this.

use super::receipt::Receipt;
use super::state::ReceiptState;
use crate::access::{Action, Officer, Standing, decide};
use crate::office::vocabulary;

vocabulary! {
    /// Something that can be done with a receipt.
    Ability {
        /// Correct its diary entry.
        Correct = "correct",
        /// Send it to a post.
        Mark = "mark",
        /// Take it on one's desk.
        Accept = "accept",
        /// Send it back as misdirected.
        Return = "return",
        /// Put it on a file.
        File = "file",
        /// Dispose of it without a file.
        Dispose = "dispose",
        /// Take it up again.
        Reopen = "reopen",
        /// Be done with the copy of it that lies on one's desk.
        Seen = "seen",
    }
}

impl Ability {
    /// The access decision that stands before it.
    fn action(self) -> Action {
        match self {
            Self::Correct => Action::CorrectReceipt,
            Self::Mark => Action::MarkReceipt,
            Self::Accept | Self::Return | Self::File | Self::Dispose => Action::HandleReceipt,
            Self::Reopen => Action::ReopenReceipt,
            Self::Seen => Action::PutCopyAway,
        }
    }
}

impl Receipt {
    /// How a post stands to it. Whether it is visible is read by persistence, with the row.
    pub fn standing(&self, officer: &Officer, visible: bool) -> Standing {
        let last_sender = match self.state {
            ReceiptState::Disposed { by, .. } => by == officer.post,
            _ => false,
        };
        Standing {
            visible,
            holder: self.holder() == Some(officer.post),
            own_unit: self.registry == officer.unit,
            last_sender,
            recused: officer.is_own_case(self.concerns),
        }
    }

    /// What the officer may do with it in its state. `copy` says whether a copy of it lies on his desk.
    pub fn abilities(&self, officer: &Officer, copy: bool) -> Vec<Ability> {
        let standing = self.standing(officer, true);
        let in_state: &[Ability] = match self.state {
            ReceiptState::InRegistry { .. } => &[Ability::Correct, Ability::Mark, Ability::Dispose],
            ReceiptState::Marked { .. } => &[Ability::Correct, Ability::Accept, Ability::Return],
            ReceiptState::Accepted { .. } => &[Ability::Mark, Ability::File, Ability::Dispose],
            ReceiptState::OnFile { .. } => &[],
            ReceiptState::Disposed { .. } => &[Ability::Reopen],
        };
        in_state
            .iter()
            .copied()
            .chain(copy.then_some(Ability::Seen))
            .filter(|ability| *ability != Ability::Correct || self.correctable())
            .filter(|ability| *ability != Ability::Return || self.returnable())
            .filter(|ability| *ability != Ability::File || decide(officer, Action::WriteFile, standing).is_ok())
            .filter(|ability| decide(officer, ability.action(), standing).is_ok())
            .collect()
    }
}
