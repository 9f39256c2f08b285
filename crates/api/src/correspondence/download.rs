//! Downloading the bytes of a paper, whole or in part. A browser saves them and never runs them.

use crate::http::ActingOfficer;
use crate::office::words::Binary;
use crate::problem::{DownloadProblems, Problem};
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_RANGE, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, Charset, ContentDisposition, ContentEncoding, DispositionParam, DispositionType, ETAG, ExtendedValue,
    HeaderName, IF_NONE_MATCH, IF_RANGE, RANGE,
};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, get};
use daftar_application::Office;
use daftar_application::correspondence::{self, DocumentRow};
use daftar_domain::office::DocumentId;
use std::ops::Range;
use uuid::Uuid;

/// A policy under which nothing runs and nothing is fetched, whatever the bytes are.
const SANDBOX: &str = "sandbox; default-src 'none'";

/// The bytes of a document, as received. Always an attachment; ranges are served.
///
/// Whoever may read the document. Always an attachment under a sandboxing policy, so that a browser saves it and runs
/// nothing. The `ETag` is the digest of the bytes: `If-None-Match` gives 304, `Range` with one range 206; several
/// ranges are answered with the whole, and one beyond the end with 416 `range-not-satisfiable`.
#[utoipa::path(
    operation_id = "downloadDocument", tag = "Documents",
    params(
        ("id" = Uuid, Path, description = "The document"),
        ("Range" = Option<String>, Header, description = "One range of bytes", example = "bytes=0-1023"),
    ),
    responses(
        (status = 200, description = "The bytes", content(
            (Binary = "application/pdf"), (Binary = "image/jpeg"), (Binary = "image/png"), (Binary = "image/tiff"),
        )),
        (status = 206, description = "The bytes of the range", content(
            (Binary = "application/pdf"), (Binary = "image/jpeg"), (Binary = "image/png"), (Binary = "image/tiff"),
        )),
        (status = 304, description = "The client has these bytes already"),
        DownloadProblems,
    )
)]
#[get("/documents/{id}/content")]
pub(crate) async fn download_document(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let content = correspondence::document_content(&office, &officer.0, DocumentId(*id)).await?;
    let tag = format!("\"{}\"", content.document.digest);
    if header(&request, &IF_NONE_MATCH).is_some_and(|known| known.contains(&tag)) {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).finish());
    }
    let wanted = header(&request, &RANGE).filter(|_| header(&request, &IF_RANGE).is_none_or(|known| known == tag));
    let (mut response, range) = match wanted.and_then(|wanted| asked(wanted, content.size)) {
        None => (HttpResponse::Ok(), 0..content.size),
        Some(Asked::Part(range)) => {
            let mut response = HttpResponse::PartialContent();
            let place = format!("bytes {}-{}/{}", range.start, range.end - 1, content.size);
            response.insert_header((CONTENT_RANGE, place));
            (response, range)
        }
        Some(Asked::Nothing) => return Err(Problem::of("range-not-satisfiable")),
    };
    let length = range.end - range.start;
    let bytes = content.read(range).await?;
    response
        .insert_header((ETAG, tag))
        .insert_header((ACCEPT_RANGES, "bytes"));
    guarded(&mut response, &content.document);
    Ok(response.no_chunking(length).streaming(bytes))
}

fn header<'a>(request: &'a HttpRequest, name: &HeaderName) -> Option<&'a str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

/// Headers under which received bytes can do no harm.
pub(crate) fn guarded(response: &mut HttpResponseBuilder, document: &DocumentRow) {
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: named(&document.file_name),
    };
    response
        .insert_header((CONTENT_TYPE, document.media_type.as_str()))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header((CONTENT_SECURITY_POLICY, SANDBOX))
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        // Ranges are of the bytes as received: they must not be compressed on the way.
        .insert_header((CONTENT_ENCODING, ContentEncoding::Identity));
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
