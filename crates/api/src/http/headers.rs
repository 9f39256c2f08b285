//! `If-Match` and `Idempotency-Key`.

use super::acting::ActingOfficer;
use super::body::Body;
use crate::problem::Problem;
use actix_web::dev::Payload;
use actix_web::http::header::IF_MATCH;
use actix_web::{FromRequest, HttpRequest};
use daftar_application::Idempotency;
use daftar_domain::office::Version;
use std::future::{Ready, ready};
use utoipa::IntoParams;

/// The version that the request expects the resource to be at.
#[derive(Debug, Clone, Copy)]
pub struct IfMatch(pub Version);

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let header = request.headers().get(IF_MATCH).and_then(|value| value.to_str().ok());
        ready(match header {
            None => Err(Problem::of("if-match-required")),
            Some(tag) => {
                let number = tag
                    .strip_prefix('"')
                    .and_then(|tag| tag.strip_suffix('"'))
                    .and_then(|n| n.parse().ok());
                number
                    .map(|n| Self(Version(n)))
                    .ok_or_else(|| Problem::of("if-match-invalid"))
            }
        })
    }
}

/// The key under which a repeated request does nothing twice, if the client sent one.
#[derive(Debug, Clone)]
pub struct IdempotencyKey(Option<String>);

impl FromRequest for IdempotencyKey {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(header) = request.headers().get("Idempotency-Key") else {
            return ready(Ok(Self(None)));
        };
        let key = header.to_str().ok().filter(|key| (1..=128).contains(&key.len()));
        ready(
            key.map(|key| Self(Some(key.to_owned())))
                .ok_or_else(|| Problem::of("idempotency-key-invalid")),
        )
    }
}

impl IdempotencyKey {
    /// The key together with what it stands for.
    pub fn of<T>(&self, officer: &ActingOfficer, body: &Body<T>) -> Option<Idempotency> {
        self.with(officer, &body.fingerprint)
    }

    /// The key itself, for requests whose fingerprint is known only when their body was read.
    pub fn text(&self) -> Option<String> {
        self.0.clone()
    }

    /// As [`IdempotencyKey::of`], for requests whose body is no JSON.
    pub(crate) fn with(&self, officer: &ActingOfficer, fingerprint: &str) -> Option<Idempotency> {
        self.0.clone().map(|key| Idempotency {
            person: officer.0.person,
            key,
            // The same words said for another post are another act.
            fingerprint: format!("{} {fingerprint}", officer.0.post),
        })
    }
}

/// Headers of an act on something that exists.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "documents headers that extractors read")]
pub struct ActHeaders {
    /// The `ETag` of the resource as the client last read it.
    #[param(rename = "If-Match", example = "\"3\"")]
    if_match: String,
    /// Any text of the client's, up to 128 characters; repeating the request with the same key does nothing twice.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 128)]
    idempotency_key: Option<String>,
}

/// Headers of an act that makes something new.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "documents headers that extractors read")]
pub struct CreateHeaders {
    /// Any text of the client's, up to 128 characters; repeating the request with the same key does nothing twice.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 128)]
    idempotency_key: Option<String>,
}
