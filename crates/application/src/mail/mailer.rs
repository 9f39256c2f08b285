//! The office's mail server, and how the office calls itself there.

use daftar_mail::{Carrier, Failure, Letter, Relay, Unwritable, Written, WrongRelay, host};
use std::collections::HashMap;
use thiserror::Error;

/// Who sends the office's mail.
#[derive(Debug, Clone, Default)]
pub struct Sender {
    /// The address; reports of mail servers go there.
    pub address: String,
    /// The name.
    pub name: String,
    /// Where answers go, by the code of the registry's unit; without one they go to `address`.
    pub registries: HashMap<String, String>,
}

/// That the settings of outgoing mail make no sense.
#[derive(Debug, Error)]
pub enum WrongMailer {
    /// The server is described wrongly.
    #[error(transparent)]
    Relay(#[from] WrongRelay),
    /// That is no address of e-mail.
    #[error("'{0}' is no address of e-mail")]
    Address(String),
}

/// Sends the office's mail.
#[derive(Debug, Clone)]
pub struct Mailer {
    carrier: Carrier,
    sender: Sender,
    host: String,
}

impl Mailer {
    /// One for a mail server. Nothing is asked of it yet.
    ///
    /// # Errors
    /// [`WrongMailer`].
    pub fn new(relay: &Relay, sender: Sender) -> Result<Self, WrongMailer> {
        let host_of = |address: &String| host(address).ok_or_else(|| WrongMailer::Address(address.clone()));
        for address in sender.registries.values() {
            host_of(address)?;
        }
        Ok(Self {
            carrier: Carrier::new(relay)?,
            host: host_of(&sender.address)?,
            sender,
        })
    }

    /// What makes ids of mails the office's own.
    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    /// A mail of this office; answers go to a registry, by its code.
    pub(crate) fn write(&self, letter: Letter<'_>, registry: Option<&str>) -> Result<Written, Unwritable> {
        let reply_to = registry.and_then(|code| self.sender.registries.get(code));
        let letter = Letter {
            from: &self.sender.address,
            from_name: &self.sender.name,
            reply_to: reply_to.map(String::as_str),
            ..letter
        };
        letter.write()
    }

    /// Hands a mail to the server.
    pub(crate) async fn carry(&self, mail: &Written) -> Result<(), Failure> {
        self.carrier.carry(mail).await
    }
}
