//! The way to a time stamping authority over HTTP (RFC 3161, section 3.4).

use crate::failure::Failure;
use crate::http::{HttpClient, Unread, body, chain, client};
use daftar_application::certificates::{LONGEST_LIST, StampCarrier};
use daftar_documents::pades::LONGEST_REPLY;
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use http_body_util::Full;
use hyper::header::{CONTENT_TYPE, USER_AGENT};
use hyper::{Request, StatusCode};
use std::path::Path;

/// Carries queries to an authority, and fetches lists of revoked certificates. How long that may take is its caller's to say.
#[derive(Debug, Clone)]
pub(crate) struct StampPost {
    url: String,
    client: HttpClient,
}

impl StampPost {
    /// One to the authority at `url`. Its TLS is trusted by the authorities that browsers trust, and those in a file.
    pub(crate) fn new(url: &str, further_roots: &Path) -> Result<Self, Failure> {
        Ok(Self {
            url: url.to_owned(),
            client: client(further_roots)?,
        })
    }

    async fn fetch(&self, request: Request<Full<bytes::Bytes>>, longest: usize) -> Result<Vec<u8>, String> {
        let answer = self.client.request(request).await;
        let answer = answer.map_err(|error| chain(&error))?;
        if answer.status() != StatusCode::OK {
            return Err(format!("it answered {}", answer.status()));
        }
        match body(answer, longest).await {
            Ok(bytes) => Ok(bytes.into()),
            Err(Unread::TooLong) => Err(format!("its answer is longer than {longest} bytes")),
            Err(Unread::Broken(problem)) => Err(problem),
        }
    }
}

impl StampCarrier for StampPost {
    fn ask(&self, query: Vec<u8>) -> BoxFuture<'_, Result<Vec<u8>, String>> {
        async move {
            let request = Request::post(&self.url)
                .header(USER_AGENT, "daftar")
                .header(CONTENT_TYPE, "application/timestamp-query")
                .body(Full::from(query))
                .map_err(|error| error.to_string())?;
            self.fetch(request, LONGEST_REPLY).await
        }
        .boxed()
    }

    fn list(&self, address: String) -> BoxFuture<'_, Result<Vec<u8>, String>> {
        async move {
            let request = Request::get(&address)
                .header(USER_AGENT, "daftar")
                .body(Full::default())
                .map_err(|error| error.to_string())?;
            self.fetch(request, LONGEST_LIST).await
        }
        .boxed()
    }
}
