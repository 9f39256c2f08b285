//! Comments, suggested changes, vetting.

use super::taken::{OnDraft, Taken, act, nonce};
use crate::office::{Error, Office};
use daftar_domain::access::{Action, Officer};
use daftar_domain::drafting::{RemarkKind, Remarked};
use daftar_domain::office::{Act, RemarkId};

/// What an officer says about a draft.
#[derive(Debug, Clone)]
pub struct NewRemark {
    /// The number of the text that he read.
    pub on: i32,
    /// A comment, a change, or a verdict.
    pub kind: RemarkKind,
    /// His words.
    pub text: String,
}

/// Says something about a draft on the officer's desk.
pub async fn remark_on_communication(
    office: &Office,
    officer: &Officer,
    on: OnDraft<'_>,
    new: &NewRemark,
) -> Result<Act, Error> {
    let action = match new.kind {
        RemarkKind::Vetting(_) => Action::ApproveCommunication,
        RemarkKind::Comment | RemarkKind::Suggestion(_) => Action::DraftCommunication,
    };
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.id, on.version, action).await?;
            let before = taken.communication.clone();
            let made = before.remark(work.new_id(), new.on, new.kind.clone(), &new.text, officer, work.now);
            let Remarked {
                communication,
                remark,
                event,
            } = made.map_err(Error::refused)?;
            taken.keep(work, &communication).await?;
            work.tx.drafting().add_remark(&remark).await?;
            let entry = work.record(&event).await?;
            Ok(act(&communication, entry))
        })
        .await
}

/// Accepts or refuses a suggested change.
pub async fn decide_suggestion(
    office: &Office,
    officer: &Officer,
    on: OnDraft<'_>,
    id: RemarkId,
    accept: bool,
) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.id, on.version, Action::DraftCommunication).await?;
            let remark = work.tx.drafting().lock_remark(on.id, id).await?;
            let remark = remark.ok_or(Error::NotFound)?;
            let before = taken.communication.clone();
            let decided = before.decide(remark, accept, nonce(), officer, work.now);
            let Remarked {
                communication,
                remark,
                event,
            } = decided.map_err(Error::refused)?;
            taken.keep(work, &communication).await?;
            if let Some(decision) = &remark.decision {
                work.tx.drafting().decide_remark(id, decision).await?;
            }
            let entry = work.record(&event).await?;
            Ok(act(&communication, entry))
        })
        .await
}
