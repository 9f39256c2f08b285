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
    /// Its `Message-ID`, without brackets. The same at every try, so that a server that got it twice can tell.
    pub id: &'l str,
    /// The name that it is sent under.
    pub from_name: &'l str,
    /// The address that it is sent from; reports go there, and answers where `reply_to` names no other.
    pub from: &'l str,
    /// The address that answers go to.
    pub reply_to: Option<&'l str>,
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
        let mut builder = Message::builder()
            .date(SystemTime::from(self.at))
            .message_id(Some(bracketed(self.id)))
            .from(mailbox(self.from_name, from))
            .to(mailbox(self.to_name, to))
            .subject(self.subject);
        if let Some(reply_to) = self.reply_to {
            builder = builder.reply_to(Mailbox::new(None, address(reply_to)?));
        }
        if let Some(earlier) = self.reminds_of {
            let earlier = bracketed(earlier);
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

/// An id as heads of mails write it.
fn bracketed(id: &str) -> String {
    format!("<{id}>")
}

/// What stands after the last `@` of an address of e-mail, if it is one.
pub fn host(email: &str) -> Option<String> {
    email.parse::<Address>().ok().map(|address| address.domain().to_owned())
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
