//! JSON bodies: strict, checked, and with a fingerprint for idempotency.

use crate::problem::Problem;
use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use daftar_application::FieldError;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::future::Future;
use std::pin::Pin;
use utoipa::ToSchema;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

/// A JSON body that was well formed and passed its shape checks.
#[derive(Debug, Clone)]
pub struct Body<T> {
    /// The body.
    pub value: T,
    /// SHA-256 over method, path and body, hex.
    pub fingerprint: String,
}

/// The body of an act that needs no words: `{}`.
#[derive(Debug, Clone, Copy, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub struct Empty {}

impl<T: DeserializeOwned + Validate + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = request
            .mime_type()
            .ok()
            .flatten()
            .is_some_and(|mime| mime.essence_str() == "application/json");
        let mut hash = Sha256::new();
        hash.update(request.method().as_str());
        hash.update([0]);
        hash.update(request.path());
        hash.update([0]);
        let bytes = Bytes::from_request(request, payload);
        Box::pin(async move {
            if !json {
                return Err(Problem::of("media-type-unsupported"));
            }
            let bytes = bytes.await.map_err(|error| Problem::from_payload(&error))?;
            hash.update(&bytes);
            let value: T = parse(&bytes)?;
            value
                .validate()
                .map_err(|errors| Problem::fields(shape_errors(&errors)))?;
            Ok(Self {
                value,
                fingerprint: hex::encode(hash.finalize()),
            })
        })
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let pointer = pointer(error.path());
        if !error.inner().is_data() {
            return Problem::of("json-malformed");
        }
        data_problem(pointer, &error.inner().to_string())
    })?;
    reader.end().map_err(|_| Problem::of("json-malformed"))?;
    Ok(value)
}

/// Turns serde's words into a field error. The words are for programmers; the code is for readers.
fn data_problem(pointer: String, message: &str) -> Problem {
    let named = message.split('`').nth(1).unwrap_or_default();
    if message.starts_with("unknown field") {
        let pointer = if pointer.ends_with(named) {
            pointer
        } else {
            format!("{pointer}/{named}")
        };
        return Problem::of("json-unknown-field").with(vec![FieldError::new(pointer, "unknown-field")]);
    }
    if message.starts_with("missing field") {
        return Problem::fields(vec![FieldError::new(format!("{pointer}/{named}"), "required")]);
    }
    Problem::fields(vec![FieldError::new(pointer, "invalid")])
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Map { key } => {
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            Segment::Seq { index } => {
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

/// The field errors of the `validator` crate as pointers and codes.
fn shape_errors(errors: &ValidationErrors) -> Vec<FieldError> {
    let mut found = Vec::new();
    collect(errors, "", &mut found);
    found.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    found
}

fn collect(errors: &ValidationErrors, at: &str, found: &mut Vec<FieldError>) {
    for (field, kind) in errors.errors() {
        let pointer = format!("{at}/{field}");
        match kind {
            ValidationErrorsKind::Field(list) => {
                let first = list.first();
                let too_short = first.is_some_and(|e| {
                    e.code == "length"
                        && e.params
                            .get("value")
                            .and_then(|v| v.as_str())
                            .is_some_and(str::is_empty)
                });
                let code = match first.map(|e| e.code.as_ref()) {
                    _ if too_short => "required",
                    Some("length") => "length",
                    Some("range") => "range",
                    Some("email") => "email",
                    _ => "invalid",
                };
                found.push(FieldError::new(pointer, code));
            }
            ValidationErrorsKind::Struct(inner) => collect(inner, &pointer, found),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(inner, &format!("{pointer}/{index}"), found);
                }
            }
        }
    }
}
