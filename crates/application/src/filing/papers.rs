//! Papers of the correspondence portion.

use super::taken::{On, Taken, act};
use crate::office::{Error, Office};
use crate::signing::note_stamp;
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::AddPaper;
use daftar_domain::office::{Act, DocumentId};

/// What a paper takes that an officer adds himself.
#[derive(Debug, Clone)]
pub struct NewPaper {
    /// What it is.
    pub title: String,
    /// Its document, uploaded before.
    pub document: DocumentId,
}

/// Adds a paper to a file on the officer's desk under the next pages, with its docket.
pub async fn add_paper(office: &Office, officer: &Officer, on: On<'_>, new: &NewPaper) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.file, on.version, Action::WriteFile).await?;
            let document = work.tx.filing().own_document(new.document, officer).await?;
            let document = document.ok_or_else(|| Error::field("/document_id", "unknown-document"))?;
            let command = AddPaper {
                id: work.new_id(),
                docket: note_stamp(work),
                title: new.title.clone(),
                documents: vec![document],
                receipt: None,
                issued: false,
                remark: None,
            };
            let added = taken
                .file
                .clone()
                .add_paper(command, officer, work.now)
                .map_err(Error::refused)?;
            taken.keep(work, &added.file, None).await?;
            work.tx.filing().add_note(&added.docket).await?;
            work.tx.filing().add_paper(&added.paper).await?;
            let entry = work.record(&added.event).await?;
            Ok(Act {
                paragraphs: Some((added.docket.paragraph_first, added.docket.paragraph_last)),
                ..act(&added.file, entry, added.warnings)
            })
        })
        .await
}
