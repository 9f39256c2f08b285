//! The way to witnesses over HTTP (C2SP tlog-witness).

use crate::failure::Failure;
use crate::http::{HttpClient, Unread, body, chain, client};
use daftar_application::ledger::{Messenger, Reply};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderValue, USER_AGENT};
use hyper::{Request, Response, StatusCode};
use std::path::Path;
use std::time::Duration;

/// How long a witness may take, from the search for its address to the end of its answer. It may be asked twice in a turn.
const PATIENCE: Duration = Duration::from_secs(20);
/// The longest answer that is read: a few lines of signatures.
const LONGEST: usize = 64 * 1024;

/// Carries checkpoints to witnesses. Follows no redirects.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    client: HttpClient,
}

impl Post {
    /// One that trusts the authorities that browsers trust, and those in a file, unless its name is empty.
    pub(crate) fn new(further_roots: &Path) -> Result<Self, Failure> {
        let client = client(further_roots)?;
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

fn names_a_size<B>(answer: &Response<B>) -> bool {
    let kind = answer.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind == Some(b"text/x.tlog.size")
}

/// The text of an answer that is short enough.
async fn text(answer: Response<Incoming>) -> Result<String, Reply> {
    let bytes = body(answer, LONGEST).await.map_err(|unread| match unread {
        Unread::TooLong => Reply::Refused(format!("its answer is longer than {LONGEST} bytes")),
        Unread::Broken(problem) => Reply::Unreachable(problem),
    })?;
    let text = String::from_utf8(bytes.into());
    text.map_err(|_| Reply::Refused("its answer is no text".to_owned()))
}
