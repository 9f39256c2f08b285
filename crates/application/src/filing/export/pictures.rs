//! The pages of papers as pictures, one after the other.

use super::gather::Gathered;
use super::members::member_name;
use crate::correspondence::{DocumentRow, page_image};
use crate::office::{Error, Office};
use daftar_documents::book::{BookPage, MOST_PICTURES, PictureError, Pictures, Reason};
use daftar_domain::access::Officer;
use daftar_domain::office::DocumentId;
use std::collections::HashMap;
use uuid::Uuid;

/// How wide a page is drawn, in pixels: 145 to the inch, enough to read a scan.
const WIDTH: u32 = 1200;

/// Draws the pages of a file's papers: for each paper its pages.
pub(super) async fn draw(
    office: &Office,
    officer: &Officer,
    gathered: &Gathered,
    mut pictures: Pictures,
) -> Result<(Pictures, Vec<Vec<BookPage>>), Error> {
    let mut papers = Vec::with_capacity(gathered.papers.len());
    for paper in &gathered.papers {
        let seen: HashMap<Uuid, &DocumentRow> = paper
            .documents
            .iter()
            .map(|view| (view.document.id, &view.document))
            .collect();
        let mut number = paper.row.page_first;
        let all = paper.row.page_last - paper.row.page_first + 1;
        let mut hidden = all - seen.values().map(|document| pages_of(document)).sum::<i32>();
        let mut pages = Vec::new();
        if paper.row.documents.is_empty() {
            pages.push(without(number, Reason::NoScan, None));
        }
        for (at, id) in paper.row.documents.iter().enumerate() {
            let Some(document) = seen.get(&id.0) else {
                pages.push(without(number, Reason::LeftOut, None));
                number += std::mem::take(&mut hidden).max(1);
                continue;
            };
            let member = member_name(&paper.row, at, document);
            for page in 1..=pages_of(document) {
                let (kept, drawn) = drawn(office, officer, document, page, pictures).await?;
                pictures = kept;
                pages.push(match drawn {
                    Ok(picture) => BookPage {
                        number,
                        picture: Some(picture),
                        reason: None,
                        member: None,
                    },
                    Err(reason) => without(number, reason, Some(member.clone())),
                });
                number += 1;
            }
        }
        papers.push(pages);
    }
    Ok((pictures, papers))
}

/// As filing counts them: what cannot be read is one sheet.
fn pages_of(document: &DocumentRow) -> i32 {
    document.pages.unwrap_or(1).max(1)
}

fn without(number: i32, reason: Reason, member: Option<String>) -> BookPage {
    BookPage {
        number,
        picture: None,
        reason: Some(reason),
        member,
    }
}

/// Draws a page and keeps its picture; answers why not, where that is the page's fault.
async fn drawn(
    office: &Office,
    officer: &Officer,
    document: &DocumentRow,
    page: i32,
    mut pictures: Pictures,
) -> Result<(Pictures, Result<usize, Reason>), Error> {
    if pictures.all().len() >= MOST_PICTURES {
        return Ok((pictures, Err(Reason::TooMany)));
    }
    let page = u32::try_from(page).unwrap_or(1);
    let png = match page_image(office, officer, DocumentId(document.id), page, WIDTH).await {
        Ok((_, png)) => png,
        Err(Error::Code("page-unreadable") | Error::NotFound) => return Ok((pictures, Err(Reason::Unreadable))),
        Err(error) => return Err(error),
    };
    let internal = |error: &dyn std::fmt::Display| Error::Internal(error.to_string());
    let kept = tokio::task::spawn_blocking(move || {
        let kept = pictures.keep(&png);
        (pictures, kept)
    });
    let (pictures, kept) = kept.await.map_err(|error| internal(&error))?;
    match kept {
        Ok(at) => Ok((pictures, Ok(at))),
        Err(PictureError::Unreadable) => Ok((pictures, Err(Reason::Unreadable))),
        Err(PictureError::Io(error)) => Err(internal(&error)),
    }
}
