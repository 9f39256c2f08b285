//! Signing a note, and sending the file on in the same transaction.

use super::forward::{ForwardFile, forward};
use super::taken::{On, Taken, act};
use crate::office::{Error, Office, Work};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{FilingRefusal, Minute, NoteBody, NoteKind, Signed};
use daftar_domain::office::{Act, FileId, Version};

/// What an officer signs.
#[derive(Debug, Clone)]
pub struct SubmitNote {
    /// A note or an agreement.
    pub kind: NoteKind,
    /// The text; that of the draft where left out.
    pub body: Option<NoteBody>,
    /// The version of his draft that he saw when he signed: it is used up. A draft that is not named stays.
    pub draft: Option<Version>,
    /// Where the file goes with it.
    pub then: Option<ForwardFile>,
}

/// Signs a note on a file on the officer's desk, for good, and forwards it if he says so.
///
/// The draft that it names is used up. Refused when another window has changed that draft meanwhile: neither text may
/// end the other unseen.
pub async fn submit_note(office: &Office, officer: &Officer, on: On<'_>, command: &SubmitNote) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.file, on.version, Action::WriteFile).await?;
            let minute = minute(work, officer, on.file, command).await?;
            let attachments = attachments(work, officer, on.file, &minute).await?;
            let signed = taken
                .file
                .clone()
                .submit(work.new_id(), minute, attachments, officer, work.now);
            let Signed {
                file,
                note,
                event,
                mut warnings,
            } = signed.map_err(Error::refused)?;
            let (file, onward) = match &command.then {
                None => (file, None),
                Some(then) => {
                    let moved = forward(work, officer, file, then).await?;
                    warnings.extend(moved.warnings);
                    (moved.file, Some((moved.movement, moved.event)))
                }
            };
            taken
                .keep(work, &file, onward.as_ref().map(|(movement, _)| movement))
                .await?;
            work.tx.filing().add_note(&note).await?;
            if let Some(seen) = command.draft {
                use_up(work, officer, on.file, seen).await?;
            }
            let entry = work.record(&event).await?;
            if let Some((_, event)) = &onward {
                work.record(event).await?;
            }
            Ok(Act {
                paragraphs: Some((note.paragraph_first, note.paragraph_last)),
                ..act(&file, entry, warnings)
            })
        })
        .await
}

/// What is signed: agreement without a word, or the text given, or that of the draft named.
async fn minute(work: &Work<'_>, officer: &Officer, file: FileId, command: &SubmitNote) -> Result<Minute, Error> {
    match (command.kind, &command.body, command.draft) {
        (NoteKind::Docket, ..) => Err(Error::field("/kind", "invalid")),
        (NoteKind::Agreement, None, None) => Ok(Minute::Agreement),
        (NoteKind::Agreement, ..) => Err(Error::refused(FilingRefusal::AgreementWithText)),
        (NoteKind::Note, body, None) => Ok(Minute::Note(body.clone().unwrap_or_default())),
        (NoteKind::Note, body, Some(seen)) => {
            let draft = work.tx.filing().draft(file, officer).await?;
            let draft = draft.filter(|draft| draft.version == seen);
            let draft = draft.ok_or(Error::refused(FilingRefusal::DraftChanged))?;
            Ok(Minute::Note(body.clone().unwrap_or(draft.body)))
        }
    }
}

/// Removes the draft that was signed, unless another window saved it since it was read.
async fn use_up(work: &Work<'_>, officer: &Officer, file: FileId, seen: Version) -> Result<(), Error> {
    match work.tx.filing().discard_draft(file, officer, seen).await {
        Err(daftar_persistence::Error::Stale) => Err(Error::refused(FilingRefusal::DraftChanged)),
        other => Ok(other?),
    }
}

/// The digests of the papers that the text points into: what `p. 12/C` meant stays provable. A reference to a file
/// that its author does not see is refused as one to a file that does not exist.
async fn attachments(work: &Work<'_>, officer: &Officer, file: FileId, minute: &Minute) -> Result<Vec<String>, Error> {
    let Minute::Note(body) = minute else {
        return Ok(Vec::new());
    };
    // Within bounds before anything is looked up for it.
    let body = body.clone().draft().map_err(Error::refused)?;
    let files = body.files();
    if work.tx.filing().visible_among(&files, officer).await?.len() != files.len() {
        return Err(Error::refused(FilingRefusal::FileUnknown));
    }
    Ok(work.tx.filing().digests_on_pages(file, &body.pages()).await?)
}
