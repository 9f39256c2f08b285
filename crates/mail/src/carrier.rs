//! The way to the office's mail server (SMTP, RFC 5321).

use crate::letter::Written;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, CertificateStore, Tls, TlsParameters};
use lettre::transport::smtp::{self, extension::ClientId};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use secrecy::{ExposeSecret as _, SecretString};
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;
use thiserror::Error;

/// How long one step of the conversation may take. RFC 5321 grants servers minutes after the text; a relay of one's own
/// house answers in seconds.
const PATIENCE: Duration = Duration::from_mins(1);

/// How the way to the mail server is guarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// Not at all: for a server on the same machine.
    None,
    /// `STARTTLS`, and nothing without it.
    StartTls,
    /// TLS from the first byte.
    Tls,
}

/// The office's mail server.
#[derive(Debug, Clone)]
pub struct Relay {
    /// Its host.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way to it is guarded.
    pub encryption: Encryption,
    /// Who the office is there, with the password.
    pub login: Option<(String, SecretString)>,
    /// Certificates (DER) of authorities that its own may be signed by, beside those that browsers know.
    pub roots: Vec<Vec<u8>>,
    /// What the office calls itself.
    pub hello: String,
}

/// That a description of a mail server makes no sense.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct WrongRelay(String);

/// Why a letter was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Failure {
    /// Not now; it may be tried again.
    #[error("{0}")]
    Passing(String),
    /// Not this letter to this address, today or tomorrow.
    #[error("{0}")]
    Lasting(String),
}

/// Carries letters to a mail server.
#[derive(Clone)]
pub struct Carrier {
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl fmt::Debug for Carrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Carrier").finish_non_exhaustive()
    }
}

impl Carrier {
    /// One for a mail server. Nothing is asked of it yet.
    ///
    /// # Errors
    /// Roots that are no certificates; a password that would go over an open way.
    pub fn new(relay: &Relay) -> Result<Self, WrongRelay> {
        let tls = match relay.encryption {
            Encryption::None if relay.login.is_some() => {
                return Err(WrongRelay("a password is not sent without encryption".to_owned()));
            }
            Encryption::None => Tls::None,
            Encryption::StartTls => Tls::Required(parameters(relay)?),
            Encryption::Tls => Tls::Wrapper(parameters(relay)?),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&relay.host)
            .port(relay.port)
            .tls(tls)
            .timeout(Some(PATIENCE))
            .hello_name(ClientId::Domain(relay.hello.clone()));
        if let Some((user, password)) = &relay.login {
            builder = builder.credentials(Credentials::new(user.clone(), password.expose_secret().to_owned()));
        }
        Ok(Self {
            transport: builder.build(),
        })
    }

    /// Hands a letter over. When this succeeds the server has taken it on itself to deliver it, or to say that it cannot.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn carry(&self, letter: &Written) -> Result<(), Failure> {
        let sent = self.transport.send_raw(&letter.envelope, &letter.content).await;
        sent.map(|_| ()).map_err(|error| failure(&error))
    }
}

fn parameters(relay: &Relay) -> Result<TlsParameters, WrongRelay> {
    let mut builder = TlsParameters::builder(relay.host.clone()).certificate_store(CertificateStore::WebpkiRoots);
    for root in &relay.roots {
        let root = Certificate::from_der(root.clone()).map_err(|error| WrongRelay(chain(&error)))?;
        builder = builder.add_root_certificate(root);
    }
    builder.build().map_err(|error| WrongRelay(chain(&error)))
}

/// What an answer of the server means for the letter. Refusals that are about the office itself (who it is, whether the
/// way is guarded) pass when somebody mends the settings: the letter is not at fault.
fn failure(error: &smtp::Error) -> Failure {
    let said = chain(error);
    let about_the_office = [421, 432, 454, 500, 502, 503, 504, 521, 530, 534, 535, 538];
    let code = error.status().map(u16::from);
    if error.is_permanent() && code.is_none_or(|code| !about_the_office.contains(&code)) {
        Failure::Lasting(said)
    } else {
        Failure::Passing(said)
    }
}

/// What an error says, with what lies under it, in one line.
fn chain(error: &dyn StdError) -> String {
    let mut said = error.to_string();
    let mut below = error.source();
    while let Some(error) = below {
        let more = error.to_string();
        if !said.contains(&more) {
            said = format!("{said}: {more}");
        }
        below = error.source();
    }
    said.lines().collect::<Vec<_>>().join(" ")
}
