//! Signing a note, and sending the file on in the same transaction.

use super::forward::{ForwardFile, forward};
use super::taken::{On, Taken, act};
use crate::office::{Error, Office, Work};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{FilingRefusal, Minute, NoteBody, NoteKind, Signed};
use daftar_domain::office::{Act, FileId};

/// What an officer signs.
#[derive(Debug, Clone)]
pub struct SubmitNote {
    /// A note or an agreement.
    pub kind: NoteKind,
    /// The text; his saved draft where a note is signed without one.
    pub body: Option<NoteBody>,
    /// Where the file goes with it.
    pub then: Option<ForwardFile>,
}

/// Signs a note on a file on the officer's desk, for good, and forwards it if he says so. His draft is used up.
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
            work.tx.filing().discard_draft(on.file, officer).await?;
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

/// What is signed: agreement without a word, or the text given, or the text saved.
async fn minute(work: &Work<'_>, officer: &Officer, file: FileId, command: &SubmitNote) -> Result<Minute, Error> {
    match (command.kind, &command.body) {
        (NoteKind::Agreement, None) => Ok(Minute::Agreement),
        (NoteKind::Agreement, Some(_)) => Err(Error::refused(FilingRefusal::AgreementWithText)),
        (NoteKind::Docket, _) => Err(Error::field("/kind", "invalid")),
        (NoteKind::Note, Some(body)) => Ok(Minute::Note(body.clone())),
        (NoteKind::Note, None) => {
            let draft = work.tx.filing().draft(file, officer).await?;
            Ok(Minute::Note(draft.map(|draft| draft.body).unwrap_or_default()))
        }
    }
}

/// The digests of the papers that the text points into: what `p. 12/C` meant stays provable. A reference to a file
/// that its author does not see is refused as one to a file that does not exist.
async fn attachments(work: &Work<'_>, officer: &Officer, file: FileId, minute: &Minute) -> Result<Vec<String>, Error> {
    let Minute::Note(body) = minute else {
        return Ok(Vec::new());
    };
    let files = body.files();
    if work.tx.filing().visible_among(&files, officer).await?.len() != files.len() {
        return Err(Error::refused(FilingRefusal::FileUnknown));
    }
    Ok(work.tx.filing().digests_on_pages(file, &body.pages()).await?)
}
