//! Serving bytes: whole or in part, as an attachment that a browser saves and never runs.

use crate::problem::Problem;
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_RANGE, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, Charset, ContentDisposition, ContentEncoding, DispositionParam, DispositionType, ETAG, ExtendedValue,
    HeaderName, IF_NONE_MATCH, IF_RANGE, RANGE,
};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use bytes::Bytes;
use daftar_application::Error;
use futures_util::Stream;
use std::io;
use std::ops::Range;

/// A policy under which nothing runs and nothing is fetched, whatever the bytes are.
const SANDBOX: &str = "sandbox; default-src 'none'";

/// Bytes that are to be served.
pub(crate) struct Served<'s> {
    /// SHA-256 of them, hex: their tag.
    pub(crate) sha256: &'s str,
    /// How many there are.
    pub(crate) size: u64,
    /// What they are saved as.
    pub(crate) file_name: &'s str,
    /// What they are.
    pub(crate) media_type: &'s str,
}

/// How a request for bytes is answered.
enum Serving {
    /// The client has them already.
    Known(HttpResponse),
    /// With these, under these headers.
    Range(HttpResponseBuilder, Range<u64>),
}

impl Served<'_> {
    /// Answers a request for these bytes; `read` opens those of a range.
    pub(crate) async fn answer<S>(
        &self,
        request: &HttpRequest,
        read: impl AsyncFnOnce(Range<u64>) -> Result<S, Error>,
    ) -> Result<HttpResponse, Problem>
    where
        S: Stream<Item = io::Result<Bytes>> + 'static,
    {
        match self.to(request)? {
            Serving::Known(response) => Ok(response),
            Serving::Range(mut response, range) => {
                let length = range.end - range.start;
                let bytes = read(range).await?;
                Ok(response.no_chunking(length).streaming(bytes))
            }
        }
    }

    /// Decides how a request for these bytes is answered.
    fn to(&self, request: &HttpRequest) -> Result<Serving, Problem> {
        let tag = format!("\"{}\"", self.sha256);
        if header(request, &IF_NONE_MATCH).is_some_and(|known| known.contains(&tag)) {
            let response = HttpResponse::NotModified().insert_header((ETAG, tag)).finish();
            return Ok(Serving::Known(response));
        }
        let wanted = header(request, &RANGE).filter(|_| header(request, &IF_RANGE).is_none_or(|known| known == tag));
        let (mut response, range) = match wanted.and_then(|wanted| asked(wanted, self.size)) {
            None => (HttpResponse::Ok(), 0..self.size),
            Some(Asked::Part(range)) => {
                let mut response = HttpResponse::PartialContent();
                let place = format!("bytes {}-{}/{}", range.start, range.end - 1, self.size);
                response.insert_header((CONTENT_RANGE, place));
                (response, range)
            }
            Some(Asked::Nothing) => return Err(Problem::of("range-not-satisfiable")),
        };
        response
            .insert_header((ETAG, tag))
            .insert_header((ACCEPT_RANGES, "bytes"));
        self.guard(&mut response);
        Ok(Serving::Range(response, range))
    }

    /// Headers under which received bytes can do no harm.
    fn guard(&self, response: &mut HttpResponseBuilder) {
        let disposition = ContentDisposition {
            disposition: DispositionType::Attachment,
            parameters: named(self.file_name),
        };
        response
            .insert_header((CONTENT_TYPE, self.media_type))
            .insert_header((CONTENT_DISPOSITION, disposition))
            .insert_header((CONTENT_SECURITY_POLICY, SANDBOX))
            .insert_header((CACHE_CONTROL, "private, no-cache"))
            // Ranges are of the bytes as received: they must not be compressed on the way.
            .insert_header((CONTENT_ENCODING, ContentEncoding::Identity));
    }
}

fn header<'a>(request: &'a HttpRequest, name: &HeaderName) -> Option<&'a str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

/// The file's name as RFC 6266 has it: plain for old clients, and in full for all others.
fn named(file_name: &str) -> Vec<DispositionParam> {
    if file_name.is_ascii() {
        return vec![DispositionParam::Filename(file_name.to_owned())];
    }
    let plain = file_name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    let whole = ExtendedValue {
        charset: Charset::Ext("UTF-8".to_owned()),
        language_tag: None,
        value: file_name.as_bytes().to_vec(),
    };
    vec![DispositionParam::Filename(plain), DispositionParam::FilenameExt(whole)]
}

/// What a `Range` header asks for.
enum Asked {
    Part(Range<u64>),
    Nothing,
}

/// Reads a header with one range; others are answered with the whole, as if there were none.
fn asked(header: &str, size: u64) -> Option<Asked> {
    let (first, last) = header.strip_prefix("bytes=")?.split_once('-')?;
    let (first, last) = (first.trim(), last.trim());
    let range = if first.is_empty() {
        let length: u64 = last.parse().ok()?;
        size.saturating_sub(length)..size
    } else {
        let first: u64 = first.parse().ok()?;
        let last = if last.is_empty() { u64::MAX } else { last.parse().ok()? };
        if last < first {
            return None;
        }
        first..last.saturating_add(1).min(size)
    };
    Some(if range.start < range.end {
        Asked::Part(range)
    } else {
        Asked::Nothing
    })
}

#[cfg(test)]
mod tests {
    use super::{Asked, asked};

    #[allow(clippy::option_option, reason = "left alone, beyond the end, a part")]
    fn part(header: &str) -> Option<Option<(u64, u64)>> {
        asked(header, 100).map(|asked| match asked {
            Asked::Part(range) => Some((range.start, range.end)),
            Asked::Nothing => None,
        })
    }

    #[test]
    fn ranges_are_understood_or_left_alone() {
        assert_eq!(part("bytes=0-9"), Some(Some((0, 10))));
        assert_eq!(part("bytes=90-"), Some(Some((90, 100))));
        assert_eq!(part("bytes=-10"), Some(Some((90, 100))));
        assert_eq!(part("bytes=-1000"), Some(Some((0, 100))));
        assert_eq!(part("bytes=50-5000"), Some(Some((50, 100))));
        assert_eq!(part("bytes=0-18446744073709551615"), Some(Some((0, 100))));
        for beyond in ["bytes=100-", "bytes=100-200", "bytes=-0"] {
            assert_eq!(part(beyond), Some(None), "{beyond}");
        }
        for odd in ["bytes=9-0", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes="] {
            assert_eq!(part(odd), None, "{odd}");
        }
    }
}
