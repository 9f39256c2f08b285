//! What a draft says, held against what the office knows.

use crate::office::{Error, FieldError, Office, Work};
use daftar_domain::access::Officer;
use daftar_domain::drafting::{Addressee, Content, DraftingRefusal, Obstacle};
use daftar_domain::filing::File;
use daftar_domain::office::{DocumentId, Refusal};
use std::iter;

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
    if let Some(amends) = content.amends
        && !work.tx.drafting().issue_visible(amends.issue, officer).await?
    {
        wrong.push(FieldError::new(
            "/content/amends",
            code(DraftingRefusal::AmendedUnknown),
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

/// What of a content cannot be printed: where it stands, and the characters.
pub(super) fn unprintable(office: &Office, content: &Content) -> Result<Vec<(String, Vec<char>)>, Error> {
    let mut texts: Vec<(String, String)> = vec![
        ("/subject/en".to_owned(), content.subject.en.clone()),
        ("/subject/ur".to_owned(), content.subject.ur.clone()),
        ("/text/en".to_owned(), content.text.en.words()),
        ("/text/ur".to_owned(), content.text.ur.words()),
    ];
    let named = [("addressees", &content.addressees), ("copies", &content.copies)];
    for (list, addressees) in named {
        for (index, addressee) in addressees.iter().enumerate() {
            if let Addressee::Outside(outside) = addressee {
                let urdu = outside
                    .ur
                    .iter()
                    .flat_map(|block| iter::once(&block.name).chain(&block.lines));
                let lines = iter::once(&outside.name).chain(&outside.lines).chain(urdu);
                let lines: Vec<&str> = lines.map(String::as_str).collect();
                texts.push((format!("/{list}/{index}"), lines.join(" ")));
            }
        }
    }
    let titles = content.enclosures.iter().enumerate();
    texts.extend(titles.map(|(index, enclosure)| (format!("/enclosures/{index}"), enclosure.title.clone())));
    let mut found = Vec::new();
    for (pointer, text) in texts {
        let characters = office.press().unprintable(&text)?;
        if !characters.is_empty() {
            found.push((pointer, characters));
        }
    }
    Ok(found)
}

/// Refuses what cannot be printed.
pub(super) fn printable(office: &Office, content: &Content) -> Result<(), Error> {
    let wrong = unprintable(office, content)?.into_iter();
    let wrong: Vec<FieldError> = wrong.map(|(pointer, _)| unprintable_at(&pointer)).collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Error::Fields(wrong))
    }
}

/// That a field of the content cannot be printed.
pub(super) fn unprintable_at(pointer: &str) -> FieldError {
    FieldError::new(format!("/content{pointer}"), code(DraftingRefusal::Unprintable))
}
