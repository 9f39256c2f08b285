//! The diary register as CSV, for spreadsheets.

use super::view::{Line, register};
use crate::office::{Error, Office, harmless, sheet};
use bytes::Bytes;
use daftar_domain::access::Officer;
use daftar_domain::office::Language;
use daftar_persistence::Cursor;
use daftar_persistence::correspondence::RegisterFilter;
use futures_util::{Stream, stream};

/// Lines that are read at once.
const CHUNK: u64 = 500;

const COLUMNS: [&str; 14] = [
    "diary_number",
    "received_on",
    "diarised_at",
    "mode",
    "sender_name",
    "sender_office",
    "reference_number",
    "reference_date",
    "subject",
    "classification",
    "priority",
    "state",
    "holder",
    "file_number",
];

/// Where an export stands.
enum Place {
    Beginning,
    After(Cursor),
    End,
}

/// The register that [`register`] shows, whole, as it is read.
///
/// # Errors
/// The officer's post is no registry. What fails later ends the stream with an error.
pub async fn register_csv(
    office: Office,
    officer: Officer,
    filter: RegisterFilter,
    language: Language,
) -> Result<impl Stream<Item = Result<Bytes, Error>> + Send, Error> {
    // The first line is read here, so that a denial is an answer and no broken download.
    register(&office, &officer, &filter, None, 1).await?;
    let state = (office, officer, filter, Place::Beginning);
    Ok(stream::try_unfold(
        state,
        move |(office, officer, filter, place)| async move {
            let (cursor, head) = match place {
                Place::Beginning => (None, Some(&COLUMNS)),
                Place::After(cursor) => (Some(cursor), None),
                Place::End => return Ok(None),
            };
            let page = register(&office, &officer, &filter, cursor, CHUNK).await?;
            let text = sheet(head, page.items.iter().map(|line| record(line, language)))?;
            let place = page.next.map_or(Place::End, Place::After);
            Ok(Some((text, (office, officer, filter, place))))
        },
    ))
}

fn record(Line { line, holder }: &Line, language: Language) -> [String; 14] {
    let holder = holder.as_ref().map(|post| match language {
        Language::English => post.title_en.as_str(),
        Language::Urdu => post.title_ur.as_str(),
    });
    let date = line.reference_date.map(|date| date.to_string());
    [
        harmless(&line.diary_number),
        line.received_on.to_string(),
        line.diarised_at.to_rfc3339(),
        line.mode.clone(),
        harmless(&line.sender_name),
        harmless(line.sender_office.as_deref().unwrap_or_default()),
        harmless(line.reference_number.as_deref().unwrap_or_default()),
        date.unwrap_or_default(),
        harmless(&line.subject),
        line.classification.clone(),
        line.priority.clone(),
        line.state.clone(),
        harmless(holder.unwrap_or_default()),
        harmless(line.file_number.as_deref().unwrap_or_default()),
    ]
}
