//! The problems that operations can answer, as `OpenAPI` documents them.

use super::body::ProblemBody;
use std::collections::BTreeMap;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

fn responses(codes: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    let response = |why: &str| {
        let content = ContentBuilder::new()
            .schema(Some(Ref::from_schema_name("Problem")))
            .build();
        ResponseBuilder::new()
            .description(why)
            .content("application/problem+json", content)
            .build()
    };
    codes
        .iter()
        .map(|(code, why)| ((*code).to_owned(), RefOr::T(response(why))))
        .collect()
}

const REQUEST: (&str, &str) = (
    "400",
    "The request is malformed, or names a field or filter that is not known",
);
const SIGNED_OUT: (&str, &str) = ("401", "Not signed in, or the session has ended");
const FORBIDDEN: (&str, &str) = ("403", "The acting post may not do this");
const HIDDEN: (&str, &str) = ("404", "No such thing, or none that the acting post may know of");
const UNKNOWN: (&str, &str) = ("404", "No such thing, or not under that code");
const CONFLICT: (&str, &str) = ("409", "A rule of the office forbids it in this state");
const STALE: (&str, &str) = ("412", "Somebody else changed it first");
const LARGE: (&str, &str) = ("413", "The body is too large");
const MEDIA: (&str, &str) = ("415", "The body is of another media type");
const FIELDS: (&str, &str) = (
    "422",
    "Fields are wrong, or the idempotency key was used for another request",
);
const RANGE: (&str, &str) = ("416", "The document is shorter than that");
const NOT_READY: (&str, &str) = ("409", "It is not made yet, or could not be made");
const UNREADABLE: (&str, &str) = ("422", "The page cannot be shown");
const PENDING: (&str, &str) = ("409", "The entry has no place in the tree yet");
const BEYOND: (&str, &str) = ("422", "The tree has no such size, or the entry came later");
const VERSION: (&str, &str) = ("428", "`If-Match` is missing");
const THROTTLED: (&str, &str) = ("429", "Too many attempts; `Retry-After` says how many seconds to wait");
const BUSY: (&str, &str) = ("503", "The office is too busy; nothing was changed");

/// What a read can answer.
#[derive(Debug)]
pub struct ReadProblems;

/// What an act that makes something new can answer.
#[derive(Debug)]
pub struct CreateProblems;

/// What an act on something that exists can answer.
#[derive(Debug)]
pub struct ActProblems;

impl IntoResponses for ReadProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[REQUEST, SIGNED_OUT, FORBIDDEN, HIDDEN, BUSY])
    }
}

/// What a proof out of the ledger can answer.
#[derive(Debug)]
pub struct ProofProblems;

/// What a download can answer.
#[derive(Debug)]
pub struct DownloadProblems;

/// What the bytes of an export can answer.
#[derive(Debug)]
pub struct ExportProblems;

/// What the picture of a page can answer.
#[derive(Debug)]
pub struct PictureProblems;

/// What a print can answer.
#[derive(Debug)]
pub struct PrintProblems;

impl IntoResponses for PrintProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let long = ("409", "It has too many pages, or is not prepared any more");
        let unprintable = ("422", "It has characters that cannot be printed");
        responses(&[REQUEST, SIGNED_OUT, FORBIDDEN, HIDDEN, long, unprintable, BUSY])
    }
}

impl IntoResponses for DownloadProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[REQUEST, SIGNED_OUT, FORBIDDEN, HIDDEN, RANGE, BUSY])
    }
}

impl IntoResponses for ExportProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[REQUEST, SIGNED_OUT, FORBIDDEN, HIDDEN, NOT_READY, RANGE, BUSY])
    }
}

impl IntoResponses for ProofProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[REQUEST, SIGNED_OUT, FORBIDDEN, HIDDEN, PENDING, BEYOND, BUSY])
    }
}

impl IntoResponses for PictureProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[REQUEST, SIGNED_OUT, FORBIDDEN, HIDDEN, UNREADABLE, BUSY])
    }
}

impl IntoResponses for CreateProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[
            REQUEST, SIGNED_OUT, FORBIDDEN, HIDDEN, CONFLICT, LARGE, MEDIA, FIELDS, BUSY,
        ])
    }
}

impl IntoResponses for ActProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[
            REQUEST, SIGNED_OUT, FORBIDDEN, HIDDEN, CONFLICT, STALE, LARGE, MEDIA, FIELDS, VERSION, BUSY,
        ])
    }
}

/// What an act that tries a password can answer.
#[derive(Debug)]
pub struct PasswordProblems;

impl IntoResponses for PasswordProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[REQUEST, SIGNED_OUT, FORBIDDEN, LARGE, MEDIA, FIELDS, THROTTLED, BUSY])
    }
}

/// What a question of anybody can answer, that brings words along.
#[derive(Debug)]
pub struct EnquiryProblems;

impl IntoResponses for EnquiryProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[REQUEST, UNKNOWN, LARGE, MEDIA, FIELDS, THROTTLED, BUSY])
    }
}

/// What a question of anybody can answer.
#[derive(Debug)]
pub struct LookUpProblems;

impl IntoResponses for LookUpProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[REQUEST, UNKNOWN, THROTTLED, BUSY])
    }
}

/// What the bytes that everybody may have can answer.
#[derive(Debug)]
pub struct PublicDownloadProblems;

impl IntoResponses for PublicDownloadProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[REQUEST, UNKNOWN, RANGE, THROTTLED, BUSY])
    }
}

/// What an act that tries a second factor can answer.
#[derive(Debug)]
pub struct FactorProblems;

impl IntoResponses for FactorProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[
            REQUEST, SIGNED_OUT, FORBIDDEN, CONFLICT, LARGE, MEDIA, FIELDS, THROTTLED, BUSY,
        ])
    }
}

/// The schemas that [`responses`] refers to by name.
pub(crate) fn schemas() -> Vec<(String, RefOr<utoipa::openapi::Schema>)> {
    let mut schemas = vec![("Problem".to_owned(), ProblemBody::schema())];
    ProblemBody::schemas(&mut schemas);
    schemas
}
