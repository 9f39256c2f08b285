//! What an officer can do with a communication now; the SPA offers nothing else.

use super::{Communication, Stage};
use crate::access::{Action, Officer, Role, Standing, decide};
use crate::office::vocabulary;

vocabulary! {
    /// What can be done with a communication.
    DraftAbility {
        /// Write in it.
        Revise = "revise",
        /// Comment on it, suggest changes, decide about suggestions.
        Remark = "remark",
        /// Vet it.
        Vet = "vet",
        /// Approve it, once nothing stands in its way.
        Approve = "approve",
        /// Sign and issue it.
        Issue = "issue",
        /// Give it up.
        Withdraw = "withdraw",
    }
}

impl Communication {
    /// What the officer can do with it, as he stands to its file. `workable` says whether the file is work on his desk now:
    /// neither parked nor unopened.
    pub fn abilities(&self, officer: &Officer, standing: Standing, workable: bool) -> Vec<DraftAbility> {
        use DraftAbility as A;
        let open = matches!(self.stage, Stage::Draft { .. } | Stage::Approved(_));
        if !open || !workable {
            return Vec::new();
        }
        let may = |action| decide(officer, action, standing).is_ok();
        let (drafts, decides) = (may(Action::DraftCommunication), may(Action::ApproveCommunication));
        let approves = decides && officer.roles.has(Role::Authenticator) && !matches!(self.stage, Stage::Approved(_));
        let abilities = [
            (A::Revise, drafts),
            (A::Remark, drafts),
            (A::Vet, decides),
            (A::Approve, approves),
            (
                A::Issue,
                may(Action::IssueCommunication) && self.must_be_issuable(officer).is_ok(),
            ),
            (A::Withdraw, decides),
        ];
        abilities
            .into_iter()
            .filter_map(|(ability, may)| may.then_some(ability))
            .collect()
    }
}
