//! Asking others over HTTP: witnesses, and a time stamping authority.

use crate::failure::Failure;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::Response;
use hyper::body::Incoming;
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

/// Asks over HTTP with and without TLS. Follows no redirects.
pub(crate) type HttpClient = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// Why an answer was not read.
pub(crate) enum Unread {
    /// It is longer than it may be.
    TooLong,
    /// The connection broke.
    Broken(String),
}

/// One that trusts the authorities that browsers trust, and those in a file, unless its name is empty.
pub(crate) fn client(further_roots: &Path) -> Result<HttpClient, Failure> {
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
    Ok(Client::builder(TokioExecutor::new()).build(connector))
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

/// The body of an answer, if it is short enough.
pub(crate) async fn body(answer: Response<Incoming>, longest: usize) -> Result<Bytes, Unread> {
    let read = Limited::new(answer.into_body(), longest).collect().await;
    let read = read.map_err(|error| {
        if error.is::<LengthLimitError>() {
            Unread::TooLong
        } else {
            Unread::Broken(chain(&*error))
        }
    })?;
    Ok(read.to_bytes())
}

/// An error with what is behind it: the outermost says only that something failed.
pub(crate) fn chain(error: &(dyn StdError + 'static)) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        text = format!("{text}: {inner}");
        source = inner.source();
    }
    text
}
