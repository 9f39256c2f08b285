//! A letter as the bytes of an e-mail (RFC 5322).

use chrono::{DateTime, Utc};
use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use std::time::SystemTime;
use thiserror::Error;

/// Something that goes along with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its file name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// A letter that is to go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter<'l> {
    /// The first part of its `Message-ID`. The same at every try, so that a server that got it twice can tell.
    pub id: &'l str,
    /// The name that it is sent under.
    pub from_name: &'l str,
    /// The address that it is sent from; answers and reports go there.
    pub from: &'l str,
    /// The name of whom it goes to.
    pub to_name: &'l str,
    /// The address that it goes to.
    pub to: &'l str,
    /// Its subject.
    pub subject: &'l str,
    /// What is said in the mail itself; plain text.
    pub text: &'l str,
    /// What goes along.
    pub attachments: Vec<Attachment>,
    /// The id of an earlier letter that it reminds of.
    pub reminds_of: Option<&'l str>,
    /// Its date.
    pub at: DateTime<Utc>,
}

/// A letter as a mail server takes it.
#[derive(Debug, Clone)]
pub struct Written {
    pub(crate) envelope: Envelope,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// Why a letter cannot be written as an e-mail; trying again does not help.
#[derive(Debug, Error)]
pub enum Unwritable {
    /// That is no address of e-mail.
    #[error("'{0}' is no address of e-mail")]
    Address(String),
    /// That is no media type.
    #[error("'{0}' is no media type")]
    MediaType(String),
    /// The library says why.
    #[error("{0}")]
    Message(#[from] lettre::error::Error),
}

impl Letter<'_> {
    /// Writes it.
    ///
    /// # Errors
    /// Addresses and media types that are none.
    pub fn write(&self) -> Result<Written, Unwritable> {
        let from = address(self.from)?;
        let to = address(self.to)?;
        let host = from.domain().to_owned();
        let mut builder = Message::builder()
            .date(SystemTime::from(self.at))
            .message_id(Some(message_id(self.id, &host)))
            .from(mailbox(self.from_name, from))
            .to(mailbox(self.to_name, to))
            .subject(self.subject);
        if let Some(earlier) = self.reminds_of {
            let earlier = message_id(earlier, &host);
            builder = builder.in_reply_to(earlier.clone()).references(earlier);
        }
        // RFC 3834: nobody's holiday notice should answer it.
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        builder = builder.raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()));
        let mut parts = MultiPart::mixed().singlepart(SinglePart::plain(self.text.to_owned()));
        for attachment in &self.attachments {
            parts = parts.singlepart(attachment.part()?);
        }
        let message = builder.multipart(parts)?;
        Ok(Written {
            envelope: message.envelope().clone(),
            content: message.formatted(),
        })
    }
}

impl Attachment {
    fn part(&self) -> Result<SinglePart, Unwritable> {
        let media_type = ContentType::parse(&self.media_type);
        let media_type = media_type.map_err(|_| Unwritable::MediaType(self.media_type.clone()))?;
        Ok(lettre::message::Attachment::new(self.name.clone()).body(self.content.clone(), media_type))
    }
}

/// An id with the host that makes it one of its own.
fn message_id(id: &str, host: &str) -> String {
    format!("<{id}@{host}>")
}

fn address(text: &str) -> Result<Address, Unwritable> {
    text.parse().map_err(|_| Unwritable::Address(text.to_owned()))
}

/// A name, which may be empty, with its address. Line ends would begin a header of their own.
fn mailbox(name: &str, address: Address) -> Mailbox {
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let name = name.trim();
    Mailbox::new((!name.is_empty()).then(|| name.to_owned()), address)
}
