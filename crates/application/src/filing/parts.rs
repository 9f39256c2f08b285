//! Parts and volumes.

use super::taken::{On, Taken, act, keep_new};
use crate::office::{Error, Office};
use crate::signing::note_stamp;
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::FilingRefusal;
use daftar_domain::office::Act;

/// Opens a part of a file of the officer's section on his desk; the main file may be anywhere.
pub async fn open_part(office: &Office, officer: &Officer, on: On<'_>, subject: Option<&str>) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let main = Taken::take(work, officer, on.file, on.version, Action::OpenFile).await?;
            let opened = main.file.clone().open_part(work.new_id(), subject, officer, work.now);
            let opened = opened.map_err(Error::refused)?;
            main.keep(work, &opened.origin, None).await?;
            work.record(&opened.origin_event).await?;
            let entry = keep_new(work, &opened.opened).await?;
            let part = &opened.opened.file;
            Ok(Act {
                number: Some(part.number.clone()),
                ..act(part, entry, Vec::new())
            })
        })
        .await
}

/// Merges a part on the officer's desk into its main file, which must be there as well.
pub async fn merge_part(office: &Office, officer: &Officer, on: On<'_>) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let part = Taken::take(work, officer, on.file, on.version, Action::MoveFile).await?;
            let main = part
                .file
                .main_file
                .ok_or_else(|| Error::refused(FilingRefusal::NotAPart))?;
            let main = Taken::take_along(work, officer, main, Action::WriteFile)
                .await
                .map_err(away)?;
            let merger = part
                .file
                .clone()
                .merge_part(main.file.clone(), note_stamp(work), officer, work.now);
            let merger = merger.map_err(Error::refused)?;
            main.keep(work, &merger.main, None).await?;
            work.tx.filing().add_note(&merger.docket).await?;
            work.record(&merger.main_event).await?;
            let entry = part.keep_moved(work, &merger.part).await?;
            Ok(Act {
                paragraphs: Some((merger.docket.paragraph_first, merger.docket.paragraph_last)),
                ..act(&merger.part.file, entry, merger.main.warnings())
            })
        })
        .await
}

/// A main file that is not in the officer's hands is away, whatever the reason.
fn away(error: Error) -> Error {
    match error {
        Error::NotFound | Error::Denied { .. } => Error::refused(FilingRefusal::MainFileAway),
        other => other,
    }
}

/// Opens the next volume of a file on the officer's desk and closes this one.
pub async fn open_volume(office: &Office, officer: &Officer, on: On<'_>) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let earlier = Taken::take(work, officer, on.file, on.version, Action::MoveFile).await?;
            let later = work.tx.filing().has_later_volume(&earlier.file).await?;
            let open_parts = work.tx.filing().open_parts(on.file).await?;
            let next = earlier
                .file
                .clone()
                .open_volume(work.new_id(), later, open_parts, officer, work.now);
            let next = next.map_err(Error::refused)?;
            earlier.keep_moved(work, &next.earlier).await?;
            let entry = keep_new(work, &next.opened).await?;
            let volume = &next.opened.file;
            Ok(Act {
                number: Some(volume.number.clone()),
                ..act(volume, entry, Vec::new())
            })
        })
        .await
}
