//! A communication taken in hand for one act: found, its file on the officer's desk, at the version that he saw.

use crate::office::{Error, Idempotency, Office, Work, permit};
use daftar_domain::access::{Action, Officer};
use daftar_domain::drafting::Communication;
use daftar_domain::filing::File;
use daftar_domain::office::{Act, CommunicationId, FileId, Version};

/// What an act is done on.
#[derive(Debug, Clone, Copy)]
pub struct OnDraft<'a> {
    /// The communication.
    pub id: CommunicationId,
    /// The version that the officer saw.
    pub version: Version,
    /// The key under which the act is done once.
    pub once: Option<&'a Idempotency>,
}

/// A communication in hand, with its file.
pub(super) struct Taken {
    pub(super) communication: Communication,
    pub(super) file: File,
}

impl Taken {
    /// Takes a communication in hand. What the officer may not see does not exist; what has changed since he looked is
    /// told before anything else about it.
    pub(super) async fn take(
        work: &Work<'_>,
        officer: &Officer,
        id: CommunicationId,
        version: Version,
        action: Action,
    ) -> Result<Self, Error> {
        Self::look(work, officer, id, version, action, false).await
    }

    /// As [`Taken::take`], for an act that changes the file as well.
    pub(super) async fn take_alone(
        work: &Work<'_>,
        officer: &Officer,
        id: CommunicationId,
        version: Version,
        action: Action,
    ) -> Result<Self, Error> {
        Self::look(work, officer, id, version, action, true).await
    }

    async fn look(
        work: &Work<'_>,
        officer: &Officer,
        id: CommunicationId,
        version: Version,
        action: Action,
        alone: bool,
    ) -> Result<Self, Error> {
        let file = work.tx.drafting().file_of(id).await?.ok_or(Error::NotFound)?;
        work.tx.filing().hold(file, alone).await?;
        // Read once its file is held: whoever was before us has changed it by now.
        let found = work.tx.drafting().communication(id).await?.ok_or(Error::NotFound)?;
        let file = workable(work, officer, found.file, action, |visible| {
            visible && found.version != version
        })
        .await?;
        Ok(Self {
            communication: found,
            file,
        })
    }

    /// Keeps what came of it.
    pub(super) async fn keep(&self, work: &Work<'_>, after: &Communication) -> Result<(), Error> {
        Ok(work.tx.drafting().save(after, &self.communication).await?)
    }
}

/// The file of a communication that the officer may know of. It is asked before anything that he brings along is looked
/// at: what he may not see answers like what does not exist.
pub(super) async fn file_seen(office: &Office, officer: &Officer, id: CommunicationId) -> Result<FileId, Error> {
    let file = office.database().drafting().file_of(id).await?.ok_or(Error::NotFound)?;
    let found = office
        .database()
        .filing()
        .file(file, officer)
        .await?
        .ok_or(Error::NotFound)?;
    let standing = found.file.standing(officer, found.granted);
    let seen = permit(officer, Action::ReadFile, standing, Some(file.0));
    office.logged(officer, seen).await?;
    Ok(file)
}

/// A file on the officer's desk that he may do `action` on; whoever asks has it [held](daftar_persistence::filing::Filing::hold). `stale` says, of
/// what he may see, whether it has changed since he looked.
pub(super) async fn workable(
    work: &Work<'_>,
    officer: &Officer,
    id: FileId,
    action: Action,
    stale: impl FnOnce(bool) -> bool,
) -> Result<File, Error> {
    let found = work.tx.filing().file(id, officer).await?.ok_or(Error::NotFound)?;
    let standing = found.file.standing(officer, found.granted);
    if stale(standing.visible) {
        return Err(Error::Stale);
    }
    work.permit(officer, action, standing, Some(id.0))?;
    let file = found.file.at(work.now);
    file.must_be_worked_on(officer, work.now).map_err(Error::refused)?;
    Ok(file)
}

pub(super) fn act(communication: &Communication, entry: String) -> Act {
    Act {
        id: communication.id.0,
        version: communication.version,
        number: None,
        paragraphs: None,
        entry,
        warnings: Vec::new(),
    }
}

/// What keeps the digest of a text from being guessed.
pub(super) fn nonce() -> String {
    hex::encode(rand::random::<[u8; 16]>())
}
