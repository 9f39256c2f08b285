//! The note that an officer is still writing: his alone, at the post that he writes it for.

use crate::office::{Error, Office, Work, permit};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::NoteBody;
use daftar_domain::office::{FileId, Timestamp, Version};
pub use daftar_persistence::filing::Draft;

/// The officer's draft on a file that he sees, if he has begun one.
pub async fn get_draft(office: &Office, officer: &Officer, file: FileId) -> Result<Option<Draft>, Error> {
    let filing = office.database().filing();
    let found = filing.file(file, officer).await?.ok_or(Error::NotFound)?;
    let standing = found.file.standing(officer, found.granted);
    permit(officer, Action::ReadFile, standing, Some(file.0))?;
    Ok(filing.draft(file, officer).await?)
}

/// Saves the draft over the one at version `expected`; 0 for the first. No official act: nothing goes to the ledger.
pub async fn save_draft(
    office: &Office,
    officer: &Officer,
    file: FileId,
    expected: Version,
    body: &NoteBody,
) -> Result<Draft, Error> {
    let body = body.clone().draft().map_err(Error::refused)?;
    let version = office
        .act(officer, None, async |work| {
            may_write(work, officer, file).await?;
            let saved = work.tx.filing().draft(file, officer).await?;
            if saved.map_or(0, |saved| saved.version.0) != expected.0 {
                return Err(Error::Stale);
            }
            let draft = Draft {
                body: body.clone(),
                version: next_version(expected, work.now),
                saved_at: work.now,
            };
            match work.tx.filing().save_draft(file, officer, &draft, expected).await {
                Err(daftar_persistence::Error::Unique(_)) => Err(Error::Stale),
                other => Ok(other.map(|()| (draft.version, draft.saved_at))?),
            }
        })
        .await?;
    Ok(Draft {
        body,
        version: version.0,
        saved_at: version.1,
    })
}

/// Throws the draft away.
pub async fn discard_draft(office: &Office, officer: &Officer, file: FileId, expected: Version) -> Result<(), Error> {
    office
        .act(officer, None, async |work| {
            may_see(work, officer, file).await?;
            work.tx.filing().draft(file, officer).await?.ok_or(Error::NotFound)?;
            Ok(work.tx.filing().discard_draft(file, officer, expected).await?)
        })
        .await
}

/// A version that no earlier draft on the file had: a window that still has an old draft open must not take a new one
/// for its own.
fn next_version(expected: Version, now: Timestamp) -> Version {
    expected.next().max(Version(now.timestamp_millis()))
}

async fn may_write(work: &Work<'_>, officer: &Officer, file: FileId) -> Result<(), Error> {
    check(work, officer, file, Action::WriteFile).await
}

async fn may_see(work: &Work<'_>, officer: &Officer, file: FileId) -> Result<(), Error> {
    check(work, officer, file, Action::ReadFile).await
}

async fn check(work: &Work<'_>, officer: &Officer, file: FileId, action: Action) -> Result<(), Error> {
    let found = work.tx.filing().file(file, officer).await?.ok_or(Error::NotFound)?;
    let standing = found.file.standing(officer, found.granted);
    work.permit(officer, action, standing, Some(file.0))?;
    Ok(())
}
