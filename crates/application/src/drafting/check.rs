//! What a draft says, held against what the office knows.

use crate::office::{Error, FieldError, Work};
use daftar_domain::access::Officer;
use daftar_domain::drafting::{Content, DraftingRefusal, Obstacle};
use daftar_domain::filing::File;
use daftar_domain::office::{DocumentId, Refusal};

/// Cleans what was written, and refuses what no draft on the file may name.
pub(super) async fn checked(
    work: &Work<'_>,
    officer: &Officer,
    file: &File,
    content: Content,
) -> Result<Content, Error> {
    let content = content.cleaned(file.classification).map_err(Error::refused)?;
    let documents: Vec<DocumentId> = content.enclosures.iter().map(|enclosure| enclosure.document).collect();
    let known = work.tx.drafting().enclosable(&documents, file.id, officer).await?;
    let unknown = documents.iter().enumerate().filter(|(_, id)| !known.contains(id));
    let mut wrong: Vec<FieldError> = unknown
        .map(|(index, _)| {
            FieldError::new(
                format!("/content/enclosures/{index}"),
                code(DraftingRefusal::EnclosureUnknown),
            )
        })
        .collect();
    if let Some(receipt) = content.in_reply_to
        && !work.tx.drafting().is_on_file(receipt, file.id).await?
    {
        wrong.push(FieldError::new(
            "/content/in_reply_to",
            code(DraftingRefusal::ReplyNotOnFile),
        ));
    }
    if wrong.is_empty() {
        Ok(content)
    } else {
        Err(Error::Fields(wrong))
    }
}

/// An obstacle as a field of the content that is wrong.
pub(super) fn field_error(obstacle: &Obstacle) -> FieldError {
    FieldError::new(format!("/content{}", obstacle.pointer), code(obstacle.refusal))
}

fn code(refusal: DraftingRefusal) -> &'static str {
    Refusal::from(refusal).code
}
