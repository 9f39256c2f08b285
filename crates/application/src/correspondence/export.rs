//! The diary register as CSV, for spreadsheets.

use super::view::{Line, register};
use crate::office::{Error, Office};
use bytes::Bytes;
use daftar_domain::access::Officer;
use daftar_domain::office::Language;
use daftar_persistence::Cursor;
use daftar_persistence::correspondence::RegisterFilter;
use futures_util::{Stream, stream};

/// Lines that are read at once.
const CHUNK: u64 = 500;
/// What makes spreadsheets read UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

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
                Place::Beginning => (None, true),
                Place::After(cursor) => (Some(cursor), false),
                Place::End => return Ok(None),
            };
            let page = register(&office, &officer, &filter, cursor, CHUNK).await?;
            let text = write(&page.items, head, language)?;
            let place = page.next.map_or(Place::End, Place::After);
            Ok(Some((text, (office, officer, filter, place))))
        },
    ))
}

fn write(lines: &[Line], head: bool, language: Language) -> Result<Bytes, Error> {
    let failed = |error: csv::Error| Error::Internal(error.to_string());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(if head {
            BYTE_ORDER_MARK.as_bytes().to_vec()
        } else {
            Vec::new()
        });
    if head {
        writer.write_record(COLUMNS).map_err(failed)?;
    }
    for line in lines {
        writer.write_record(record(line, language)).map_err(failed)?;
    }
    let text = writer
        .into_inner()
        .map_err(|error| Error::Internal(error.to_string()))?;
    Ok(text.into())
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

/// A text that no spreadsheet takes for a formula: an apostrophe before whatever begins one.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_text() {
        for formula in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("Re: 2 = 1 + 1"), "Re: 2 = 1 + 1");
        assert_eq!(harmless(""), "");
    }
}
