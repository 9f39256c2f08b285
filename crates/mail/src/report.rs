//! What a mail server reports of a letter that it had taken (RFC 3464).

use mail_parser::{HeaderValue, Message, MessagePart, MimeHeaders as _, PartType};

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was given up.
    Failed,
    /// It waits, and is tried again.
    Delayed,
    /// It reached the mailbox, or a server that reports no further.
    Delivered,
}

/// A report about one letter to one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The `Message-ID` of the letter, without brackets, where the report carries it.
    pub letter: Option<String>,
    /// The address.
    pub recipient: String,
    /// What became of it.
    pub fate: Fate,
    /// What the server says about it.
    pub said: String,
}

/// The reports that a mail carries; none when it is an ordinary mail.
pub(crate) fn reports(message: &Message<'_>) -> Vec<Report> {
    let is = |part: &&MessagePart<'_>, kind: &str, sub: &str| {
        part.content_type().is_some_and(|found| {
            found.ctype().eq_ignore_ascii_case(kind) && found.subtype().is_some_and(|s| s.eq_ignore_ascii_case(sub))
        })
    };
    let root = message.parts.first();
    if root.is_none_or(|root| !is(&root, "multipart", "report")) {
        return Vec::new();
    }
    let Some(status) = message.parts.iter().find(|part| is(part, "message", "delivery-status")) else {
        return Vec::new();
    };
    let letter = message.parts.iter().find_map(letter_of);
    let status = String::from_utf8_lossy(status.contents()).into_owned();
    groups(&status)
        .iter()
        .filter_map(|group| report(group, letter.as_deref()))
        .collect()
}

/// The id of the letter that comes back, whole or only its head.
fn letter_of(part: &MessagePart<'_>) -> Option<String> {
    if let PartType::Message(letter) = &part.body {
        return letter.message_id().map(str::to_owned);
    }
    let heads = part.content_type().and_then(|found| found.subtype()) == Some("rfc822-headers");
    let text = heads.then(|| String::from_utf8_lossy(part.contents()).into_owned())?;
    let head = mail_parser::MessageParser::default().parse_headers(text.as_bytes())?;
    match head.header(mail_parser::HeaderName::MessageId) {
        Some(HeaderValue::Text(id)) => Some(id.to_string()),
        _ => None,
    }
}

/// The groups of fields, parted by empty lines, with continued lines joined.
fn groups(status: &str) -> Vec<Vec<(String, String)>> {
    let mut groups = vec![Vec::new()];
    for line in status.lines() {
        let last = groups.len() - 1;
        if line.trim().is_empty() {
            groups.push(Vec::new());
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = groups[last].last_mut() {
                *value = format!("{value} {}", line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            groups[last].push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    groups
}

/// The group about one address; the first group, about the letter as a whole, has none.
fn report(group: &[(String, String)], letter: Option<&str>) -> Option<Report> {
    let field = |wanted: &str| {
        group
            .iter()
            .find(|(name, _)| name == wanted)
            .map(|(_, value)| value.as_str())
    };
    // "rfc822; somebody@example.org": the address stands after its type.
    let typed = |value: &str| value.split_once(';').map_or(value, |(_, rest)| rest).trim().to_owned();
    let recipient = field("original-recipient")
        .or_else(|| field("final-recipient"))
        .map(typed)?;
    let fate = match field("action")?.to_ascii_lowercase().as_str() {
        "failed" => Fate::Failed,
        "delayed" => Fate::Delayed,
        "delivered" | "relayed" | "expanded" => Fate::Delivered,
        _ => return None,
    };
    let code = field("status").unwrap_or_default();
    let said = field("diagnostic-code").map(typed).unwrap_or_default();
    Some(Report {
        letter: letter.map(str::to_owned),
        recipient,
        fate,
        said: format!("{code} {said}").trim().to_owned(),
    })
}
