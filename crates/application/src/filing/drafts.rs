//! The note that an officer is still writing: his alone, at the post that he writes it for. An assistant puts his up to
//! the officer whom he assists, who reads it, takes over what he likes into his own, and signs that.

use super::read::missing;
use crate::office::{Error, Office, Work, permit};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::NoteBody;
use daftar_domain::office::{FileId, Timestamp, Version};
pub use daftar_persistence::filing::Draft;
use daftar_persistence::organisation::PersonRef;

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
                // What is put up is what was put up: whoever writes on puts it up again.
                put_up_at: None,
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
        put_up_at: None,
    })
}

/// A draft that an assistant put up, with his name.
#[derive(Debug, Clone)]
pub struct PutUp {
    /// The draft.
    pub draft: Draft,
    /// Who put it up.
    pub by: PersonRef,
}

/// Puts the draft at version `expected` up to the officer whom its author assists. No official act: it says nothing
/// until the officer signs something.
pub async fn put_up_draft(office: &Office, officer: &Officer, file: FileId, expected: Version) -> Result<Draft, Error> {
    let at = office
        .act(officer, None, async |work| {
            let found = work.tx.filing().file(file, officer).await?.ok_or(Error::NotFound)?;
            let standing = found.file.standing(officer, found.granted);
            work.permit(officer, Action::DraftNote, standing, Some(file.0))?;
            let draft = work.tx.filing().draft(file, officer).await?.ok_or(Error::NotFound)?;
            if draft.version != expected {
                return Err(Error::Stale);
            }
            found.file.put_up(&draft.body, officer).map_err(Error::refused)?;
            work.tx.filing().put_up_draft(file, officer, expected, work.now).await?;
            Ok(work.now)
        })
        .await?;
    let draft = office.database().filing().draft(file, officer).await?;
    let draft = draft.filter(|draft| draft.version == expected).ok_or(Error::Stale)?;
    Ok(Draft {
        put_up_at: Some(at),
        ..draft
    })
}

/// What assistants put up to the officer on a file on his desk, the first first.
pub async fn list_put_up_drafts(office: &Office, officer: &Officer, file: FileId) -> Result<Vec<PutUp>, Error> {
    let filing = office.database().filing();
    let found = filing.file(file, officer).await?.ok_or(Error::NotFound)?;
    let standing = found.file.standing(officer, found.granted);
    permit(officer, Action::WriteFile, standing, Some(file.0))?;
    let drafts = filing.put_up_drafts(file, officer).await?;
    let authors = drafts.iter().map(|put_up| put_up.author);
    let names = office.database().organisation().person_refs(authors).await?;
    drafts
        .into_iter()
        .map(|put_up| {
            let by = names.get(&put_up.author).cloned();
            Ok(PutUp {
                by: by.ok_or_else(|| missing("person"))?,
                draft: put_up.draft,
            })
        })
        .collect()
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
    check(work, officer, file, Action::DraftNote).await
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
