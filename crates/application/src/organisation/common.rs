//! What every change of the organisation has in common.

use crate::office::{Error, FieldError, Work, permit};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::ledger::Event;
use daftar_domain::office::{Act, Refusal, Version};
use daftar_domain::organisation::OrganisationRefusal;
use uuid::Uuid;

/// Asks whether the organisation may be changed, and waits for its turn.
pub(super) async fn change(work: &Work<'_>, officer: &Officer, on: Option<Uuid>) -> Result<(), Error> {
    work.permit(officer, Action::ManageOrganisation, Standing::GENERAL, on)?;
    Ok(work.tx.organisation().queue().await?)
}

/// Asks whether the organisation may be read.
pub(super) fn read(officer: &Officer) -> Result<(), Error> {
    permit(officer, Action::ReadOrganisation, Standing::GENERAL, None)?;
    Ok(())
}

/// Refuses when something is at another version than the client saw.
pub(super) fn expect(seen: Version, now: Version) -> Result<(), Error> {
    if seen == now { Ok(()) } else { Err(Error::Stale) }
}

/// Refuses what would leave nobody to manage the organisation; asked at the end of an act that may.
pub(super) async fn keeps_an_administrator(work: &Work<'_>) -> Result<(), Error> {
    if work.tx.organisation().has_administrator().await? {
        Ok(())
    } else {
        Err(Error::refused(OrganisationRefusal::LastAdministrator))
    }
}

/// Records the event and answers the act.
pub(crate) async fn done(work: &Work<'_>, id: Uuid, version: Version, event: &Event) -> Result<Act, Error> {
    let entry = work.record(event).await?;
    Ok(Act {
        id,
        version,
        number: None,
        paragraphs: None,
        entry,
        warnings: Vec::new(),
    })
}

/// Everything that is wrong with a form, at its fields.
pub(crate) fn fields(refusals: Vec<Refusal>) -> Error {
    let errors = refusals
        .into_iter()
        .map(|refusal| FieldError::new(refusal.field.unwrap_or_default(), refusal.code));
    Error::Fields(errors.collect())
}
