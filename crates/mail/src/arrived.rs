//! A mail that arrived, taken apart (RFC 5322, MIME). It was written by anybody: nothing in it is believed.

use crate::report::{Report, reports};
use chrono::{DateTime, Utc};
use mail_parser::{HeaderValue, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use thiserror::Error;

/// The most parts of a mail that are looked at.
const MOST_PARTS: usize = 200;
/// The longest text that is kept, in characters; the mail itself is kept whole.
const LONGEST_TEXT: usize = 100_000;

/// What came along with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// The name that it was given; not checked in any way.
    pub name: Option<String>,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// A mail that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// Its `Message-ID`, without brackets.
    pub id: Option<String>,
    /// The letters that it says it answers, the nearest first, without brackets.
    pub answers: Vec<String>,
    /// The name of the sender, as he writes it.
    pub from_name: Option<String>,
    /// His address.
    pub from: Option<String>,
    /// The subject; empty where there is none.
    pub subject: String,
    /// When it was written, by the sender's clock.
    pub written_at: Option<DateTime<Utc>>,
    /// What it says, as plain text.
    pub text: String,
    /// What came along, in order.
    pub attached: Vec<Attached>,
    /// Whether a machine wrote it (RFC 3834): a holiday notice, a report.
    pub automatic: bool,
    /// What a mail server reports with it.
    pub reports: Vec<Report>,
}

/// That bytes are no mail that could be diarised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// No head of a mail was found.
    #[error("it is no mail")]
    NoMail,
    /// It has more parts than any honest mail.
    #[error("it has more than {MOST_PARTS} parts")]
    TooManyParts,
}

/// Reads a mail.
///
/// # Errors
/// [`Unreadable`].
pub fn read(content: &[u8]) -> Result<Arrived, Unreadable> {
    let message = MessageParser::default().parse(content).ok_or(Unreadable::NoMail)?;
    let known = message.from().is_some() || message.date().is_some() || message.message_id().is_some();
    if !known {
        return Err(Unreadable::NoMail);
    }
    if message.parts.len() > MOST_PARTS {
        return Err(Unreadable::TooManyParts);
    }
    let sender = message
        .from()
        .or_else(|| message.sender())
        .and_then(|from| from.first());
    let text = |value: Option<&str>| value.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    Ok(Arrived {
        id: text(message.message_id()),
        answers: answers(&message),
        from_name: text(sender.and_then(|sender| sender.name())),
        from: text(sender.and_then(|sender| sender.address())),
        subject: text(message.subject()).unwrap_or_default(),
        written_at: message
            .date()
            .and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0)),
        text: body(&message),
        attached: message.attachments().filter_map(attached).collect(),
        automatic: is_automatic(&message),
        reports: reports(&message),
    })
}

/// What `In-Reply-To` and `References` name, the nearest first, each once.
fn answers(message: &Message<'_>) -> Vec<String> {
    let mut named = ids(message.in_reply_to());
    named.extend(ids(message.references()).into_iter().rev());
    let mut once = Vec::new();
    for id in named {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    match value {
        HeaderValue::Text(id) => vec![id.to_string()],
        HeaderValue::TextList(ids) => ids.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// What is said in the mail itself; of HTML only the words.
fn body(message: &Message<'_>) -> String {
    let said = (0..message.text_body_count()).filter_map(|at| message.body_text(at));
    let said: Vec<_> = said.collect();
    said.join("\n\n").trim().chars().take(LONGEST_TEXT).collect()
}

fn attached(part: &MessagePart<'_>) -> Option<Attached> {
    let content = match &part.body {
        PartType::Multipart(_) => return None,
        PartType::Message(mail) => mail.raw_message().to_vec(),
        PartType::Text(_) | PartType::Html(_) | PartType::Binary(_) | PartType::InlineBinary(_) => {
            part.contents().to_vec()
        }
    };
    let name = part.attachment_name().map(str::to_owned);
    let name = name.or_else(|| {
        part.message()
            .and_then(|mail| mail.subject())
            .map(|subject| format!("{subject}.eml"))
    });
    (!content.is_empty()).then_some(Attached { name, content })
}

fn is_automatic(message: &Message<'_>) -> bool {
    let stated = message.header("Auto-Submitted").and_then(HeaderValue::as_text);
    stated.is_some_and(|stated| !stated.trim().eq_ignore_ascii_case("no"))
        || message.return_address().is_some_and(str::is_empty)
}
