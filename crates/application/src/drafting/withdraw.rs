//! Giving a draft up.

use super::taken::{OnDraft, Taken, act};
use crate::office::{Error, Office};
use daftar_domain::access::{Action, Officer};
use daftar_domain::office::Act;

/// Gives up a draft on the officer's desk. Its texts stay.
pub async fn withdraw_communication(
    office: &Office,
    officer: &Officer,
    on: OnDraft<'_>,
    reason: &str,
) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.id, on.version, Action::ApproveCommunication).await?;
            let withdrawn = taken.communication.clone().withdraw(reason, officer, work.now);
            let withdrawn = withdrawn.map_err(Error::refused)?;
            taken.keep(work, &withdrawn.communication).await?;
            let entry = match &withdrawn.event {
                Some(event) => work.record(event).await?,
                None => String::new(),
            };
            Ok(act(&withdrawn.communication, entry))
        })
        .await
}
