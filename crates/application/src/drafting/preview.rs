//! A draft as it would be printed.

use super::compose::compose;
use super::read::seen;
use crate::office::{Error, Office};
use daftar_documents::typeset::Typeset;
use daftar_domain::access::Officer;
use daftar_domain::office::CommunicationId;
use std::sync::Arc;

/// Prints a text of a draft, the latest where none is named, without number and date and marked as a draft.
///
/// # Errors
/// `draft-unprintable`, `draft-too-many-pages`, `template-fails`.
pub async fn preview_communication(
    office: &Office,
    officer: &Officer,
    id: CommunicationId,
    text: Option<i32>,
) -> Result<Arc<Typeset>, Error> {
    let (communication, _) = seen(office, officer, id).await?;
    let content = match text {
        None => communication.wording.content,
        Some(number) => {
            let wording = office.database().drafting().text(id, number).await?;
            wording.ok_or(Error::NotFound)?.content
        }
    };
    let sheet = compose(office, &content, communication.unit, None).await?;
    let own = office
        .database()
        .templates()
        .in_force(content.form, communication.unit)
        .await?;
    office.press().print(sheet, own.as_ref()).await
}
