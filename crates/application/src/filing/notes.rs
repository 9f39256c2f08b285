//! Signing a note, and sending the file on in the same transaction.

use super::forward::{ForwardFile, forward};
use super::taken::{On, Taken, act};
use crate::office::{Error, Office, Work};
use crate::signing::{Prepared, Signature, Signer, bring, prepared};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{FilingRefusal, Minute, NoteBody, NoteKind, NoteStamp, Signed};
use daftar_domain::office::{Act, FileId, Version};
use daftar_persistence::signing::SignatureOf;

/// What an officer signs.
#[derive(Debug, Clone)]
pub struct SubmitNote {
    /// A note, an agreement or an order.
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
/// end the other unseen. What assistants had put up goes back to them, text and all. With a `signature` it signs what
/// [`prepare_note`] showed; without one the office's key for the officer signs, where he may and has unlocked it.
pub async fn submit_note(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    command: &SubmitNote,
    signature: Option<&Signature>,
) -> Result<Act, Error> {
    let ready = bring(office, officer, on.file, signature).await?;
    let pen = Signer { officer, ready: &ready };
    office
        .act(officer, on.once, async |work| {
            let (taken, signed) = write(work, officer, on, command, ready.stamp(work)?).await?;
            let Signed {
                file,
                note,
                event,
                mut warnings,
            } = signed;
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
            let of = SignatureOf::Note(note.id);
            let event = pen.sign(work, on.file, of, &note.statement(), event).await?;
            if let Some(seen) = command.draft {
                use_up(work, officer, on.file, seen).await?;
            }
            // Used or overtaken: the next thing that an assistant puts up is an answer to this note.
            work.tx.filing().give_back_drafts(on.file, officer).await?;
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

/// Shows what [`submit_note`] would sign, to the byte, and changes nothing.
pub async fn prepare_note(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    command: &SubmitNote,
) -> Result<Prepared, Error> {
    prepared(office, officer, on.file, async |work, stamp| {
        let (_, signed) = write(work, officer, on, command, stamp).await?;
        if let Some(then) = &command.then {
            // What would be refused then is refused now.
            forward(work, officer, signed.file, then).await?;
        }
        Ok(signed.note.statement())
    })
    .await
}

/// Writes the note, by all its rules, and keeps nothing.
async fn write(
    work: &Work<'_>,
    officer: &Officer,
    on: On<'_>,
    command: &SubmitNote,
    stamp: NoteStamp,
) -> Result<(Taken, Signed), Error> {
    let taken = Taken::take(work, officer, on.file, on.version, Action::WriteFile).await?;
    let minute = minute(work, officer, on.file, command).await?;
    let attachments = attachments(work, officer, on.file, &minute).await?;
    let signed = taken.file.clone().submit(stamp, minute, attachments, officer, work.now);
    Ok((taken, signed.map_err(Error::refused)?))
}

/// What is signed: agreement without a word, or a text as a note or an order.
async fn minute(work: &Work<'_>, officer: &Officer, file: FileId, command: &SubmitNote) -> Result<Minute, Error> {
    match (command.kind, &command.body, command.draft) {
        (NoteKind::Docket, ..) => Err(Error::field("/kind", "invalid")),
        (NoteKind::Agreement, None, None) => Ok(Minute::Agreement),
        (NoteKind::Agreement, ..) => Err(Error::refused(FilingRefusal::AgreementWithText)),
        (NoteKind::Note, ..) => Ok(Minute::Note(text(work, officer, file, command).await?)),
        (NoteKind::Order, ..) => Ok(Minute::Order(text(work, officer, file, command).await?)),
    }
}

/// The text given, or that of the draft named.
async fn text(work: &Work<'_>, officer: &Officer, file: FileId, command: &SubmitNote) -> Result<NoteBody, Error> {
    let given = command.body.clone();
    let Some(seen) = command.draft else {
        return Ok(given.unwrap_or_default());
    };
    let draft = work.tx.filing().draft(file, officer).await?;
    let draft = draft.filter(|draft| draft.version == seen);
    let draft = draft.ok_or(Error::refused(FilingRefusal::DraftChanged))?;
    Ok(given.unwrap_or(draft.body))
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
    let Some(body) = minute.body() else {
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
