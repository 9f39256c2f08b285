//! The way to witnesses over HTTP (C2SP tlog-witness).

use crate::failure::Failure;
use bytes::Bytes;
use daftar_application::ledger::{Messenger, Reply};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderValue, USER_AGENT};
use hyper::{Request, Response, StatusCode};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use std::error::Error as StdError;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// How long a witness may take, from the search for its address to the end of its answer. It may be asked twice in a turn.
const PATIENCE: Duration = Duration::from_secs(20);
/// The longest answer that is read: a few lines of signatures.
const LONGEST: usize = 64 * 1024;

/// Carries checkpoints to witnesses. Follows no redirects.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
}

impl Post {
    /// One that trusts the authorities that browsers trust, and those in a file, unless its name is empty.
    pub(crate) fn new(further_roots: &Path) -> Result<Self, Failure> {
        let mut roots: RootCertStore = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
        if !further_roots.as_os_str().is_empty() {
            for certificate in certificates(further_roots)? {
                roots.add(certificate).map_err(unreadable(further_roots))?;
            }
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls)
            .https_or_http()
            .enable_http1()
            .build();
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Ok(Self { client })
    }

    async fn send(&self, url: &str, submission: String) -> Result<Reply, Reply> {
        let request = Request::post(format!("{url}/add-checkpoint"))
            .header(USER_AGENT, "daftar")
            .body(Full::from(submission))
            .map_err(|error| Reply::Unreachable(error.to_string()))?;
        let answer = self.client.request(request).await;
        let answer = answer.map_err(|error| Reply::Unreachable(chain(&error)))?;
        match answer.status() {
            StatusCode::OK => Ok(Reply::Cosigned(text(answer).await?)),
            StatusCode::CONFLICT if names_a_size(&answer) => Ok(Reply::Conflict(Some(text(answer).await?))),
            StatusCode::CONFLICT => Ok(Reply::Conflict(None)),
            StatusCode::UNPROCESSABLE_ENTITY => Ok(Reply::Inconsistent),
            status => Ok(Reply::Refused(format!("it answered {status}"))),
        }
    }
}

impl Messenger for Post {
    async fn add_checkpoint(&self, url: &str, submission: String) -> Reply {
        match tokio::time::timeout(PATIENCE, self.send(url, submission)).await {
            Ok(Ok(reply) | Err(reply)) => reply,
            Err(_) => Reply::Unreachable(format!("no answer within {} seconds", PATIENCE.as_secs())),
        }
    }
}

/// The certificates of a file; one without any is a mistake.
pub(crate) fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, Failure> {
    let pem = std::fs::read(path).map_err(Failure::file(path))?;
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    let found = found.map_err(unreadable(path))?;
    if found.is_empty() {
        return Err(Failure::file(path)(io::Error::other("there is no certificate in it")));
    }
    Ok(found)
}

fn unreadable<E: StdError + Send + Sync + 'static>(path: &Path) -> impl Fn(E) -> Failure {
    move |error| Failure::file(path)(io::Error::other(error))
}

fn names_a_size<B>(answer: &Response<B>) -> bool {
    let kind = answer.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind == Some(b"text/x.tlog.size")
}

/// The text of an answer that is short enough.
async fn text(answer: Response<Incoming>) -> Result<String, Reply> {
    let read = Limited::new(answer.into_body(), LONGEST).collect().await;
    let bytes = read.map_err(|error| {
        if error.is::<LengthLimitError>() {
            Reply::Refused(format!("its answer is longer than {LONGEST} bytes"))
        } else {
            Reply::Unreachable(chain(&*error))
        }
    })?;
    let text = String::from_utf8(bytes.to_bytes().into());
    text.map_err(|_| Reply::Refused("its answer is no text".to_owned()))
}

/// An error with what is behind it: the outermost says only that something failed.
fn chain(error: &(dyn StdError + 'static)) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        text = format!("{text}: {inner}");
        source = inner.source();
    }
    text
}
