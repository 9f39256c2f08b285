//! The issue register as CSV, for spreadsheets.

use super::register::{IssueQuery, IssueView, issues};
use crate::office::{Error, Office, harmless, sheet};
use bytes::Bytes;
use daftar_domain::access::Officer;
use daftar_domain::office::Language;
use daftar_persistence::Cursor;
use futures_util::{Stream, stream};

/// Lines that are read at once.
const CHUNK: u64 = 200;

const COLUMNS: [&str; 11] = [
    "number",
    "issued_on",
    "form",
    "classification",
    "subject",
    "unit",
    "signed_by",
    "addressees",
    "states",
    "reply_due_on",
    "reply",
];

/// Where an export stands.
enum Place {
    Beginning,
    After(Cursor),
    End,
}

/// The register that [`issues`] shows, whole, as it is read.
///
/// # Errors
/// The officer's post has no register. What fails later ends the stream with an error.
pub async fn issues_csv(
    office: Office,
    officer: Officer,
    query: IssueQuery,
    language: Language,
) -> Result<impl Stream<Item = Result<Bytes, Error>> + Send, Error> {
    // The first line is read here, so that a denial is an answer and no broken download.
    issues(&office, &officer, &query, None, 1).await?;
    let state = (office, officer, query, Place::Beginning);
    Ok(stream::try_unfold(
        state,
        move |(office, officer, query, place)| async move {
            let (cursor, head) = match place {
                Place::Beginning => (None, Some(&COLUMNS)),
                Place::After(cursor) => (Some(cursor), None),
                Place::End => return Ok(None),
            };
            let page = issues(&office, &officer, &query, cursor, CHUNK).await?;
            let text = sheet(head, page.items.iter().map(|line| record(line, language)))?;
            let place = page.next.map_or(Place::End, Place::After);
            Ok(Some((text, (office, officer, query, place))))
        },
    ))
}

fn record(view: &IssueView, language: Language) -> [String; 11] {
    let line = &view.line;
    let pick = |en: &str, ur: &str| match language {
        Language::English => harmless(en),
        Language::Urdu => harmless(ur),
    };
    let unit = view.unit.as_ref().map(|unit| pick(&unit.name_en, &unit.name_ur));
    let post = view.signed_by.as_ref().map(|post| pick(&post.title_en, &post.title_ur));
    let addressees = view.states.iter().map(|(_, address)| match language {
        Language::English => address.en.join(", "),
        Language::Urdu => address.ur.join("، "),
    });
    let addressees: Vec<String> = addressees.collect();
    let states = view
        .states
        .iter()
        .map(|(dispatch, _)| dispatch.progress.state().as_str());
    let states: Vec<&str> = states.collect();
    [
        harmless(&line.number),
        line.issued_on.to_string(),
        line.form.to_string(),
        line.classification.to_string(),
        harmless(line.subject.as_deref().unwrap_or_default()),
        unit.unwrap_or_default(),
        post.unwrap_or_default(),
        harmless(&addressees.join("; ")),
        states.join("; "),
        line.reply_due_on.map(|due| due.to_string()).unwrap_or_default(),
        line.reply.map(|reply| reply.to_string()).unwrap_or_default(),
    ]
}
