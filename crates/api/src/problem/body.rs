use super::catalogue::{self, Text};
use super::template::TemplateProblem;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use daftar_application::templates::TemplateFault;
use daftar_application::{Error, FieldError};
use daftar_domain::access::Denial;
use daftar_domain::office::{Language, RefusalKind};
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// What went wrong, by its stable code; the words come from the catalogue when it is sent.
#[derive(Debug, Clone)]
pub struct Problem {
    code: &'static str,
    status: StatusCode,
    errors: Vec<FieldError>,
    retry_after: Option<u64>,
    template: Option<Box<TemplateFault>>,
}

/// A problem as it is sent (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
#[schema(example = json!({
    "type": "/problems/fields-invalid", "title": "درخواست کے کچھ خانے درست نہیں۔", "status": 422, "detail": null,
    "code": "fields-invalid", "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
    "errors": [{"pointer": "/subject", "code": "subject-too-long", "message": "موضوع 500 حروف سے زیادہ ہے۔"}],
}))]
pub(super) struct ProblemBody {
    /// `/problems/` and the code.
    #[serde(rename = "type")]
    #[schema(example = "/problems/stale")]
    kind: String,
    /// What happened, in the reader's language.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// What is safe and what to do, in the reader's language.
    #[schema(required = true)]
    detail: Option<&'static str>,
    /// Stable code.
    code: &'static str,
    /// Names this request in the server's log.
    trace_id: String,
    /// Fields that were wrong.
    errors: Vec<FieldProblem>,
    /// What is wrong with a template, where one failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    template: Option<TemplateProblem>,
}

/// One field that was wrong.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FieldProblem {
    /// JSON pointer into the request's body.
    #[schema(example = "/subject")]
    pointer: String,
    /// Stable code.
    code: &'static str,
    /// What is wrong, in the reader's language.
    message: &'static str,
}

impl Problem {
    /// The problem with this code; its status comes from the catalogue.
    pub fn of(code: &'static str) -> Self {
        let status = catalogue::find(code).map_or(StatusCode::INTERNAL_SERVER_ERROR, Text::status);
        Self {
            code,
            status,
            errors: Vec::new(),
            retry_after: None,
            template: None,
        }
    }

    /// 422 with fields that were wrong.
    pub fn fields(errors: Vec<FieldError>) -> Self {
        Self::of("fields-invalid").with(errors)
    }

    /// The problem as an answer; the middleware puts it into the reader's language.
    pub(crate) fn into_response(self) -> HttpResponse {
        HttpResponse::from_error(self)
    }

    /// The same problem naming fields.
    #[must_use]
    pub fn with(mut self, errors: Vec<FieldError>) -> Self {
        self.errors = errors;
        self
    }

    /// What actix says when a body could not be read.
    pub(crate) fn from_payload(error: &actix_web::Error) -> Self {
        let too_large = error.as_response_error().status_code() == StatusCode::PAYLOAD_TOO_LARGE;
        Self::of(if too_large { "body-too-large" } else { "json-malformed" })
    }

    /// The generic problem of a status that some library answered without one of ours.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let code = match status {
            StatusCode::NOT_FOUND => "not-found",
            StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
            StatusCode::PAYLOAD_TOO_LARGE => "body-too-large",
            StatusCode::UNSUPPORTED_MEDIA_TYPE => "media-type-unsupported",
            StatusCode::RANGE_NOT_SATISFIABLE => "range-not-satisfiable",
            StatusCode::REQUEST_TIMEOUT => "request-timeout",
            status if status.is_client_error() => "request-malformed",
            _ => "internal",
        };
        Self {
            status,
            ..Self::of(code)
        }
    }

    /// The problem in a reader's language.
    pub(crate) fn render(&self, language: Language, trace_id: &str) -> HttpResponse {
        let text = catalogue::find(self.code);
        let errors = self.errors.iter().map(|e| FieldProblem {
            pointer: e.pointer.clone(),
            code: e.code,
            message: catalogue::message(e.code, language),
        });
        let body = ProblemBody {
            kind: format!("/problems/{}", self.code),
            title: text.map_or(self.code, |text| text.title(language)),
            status: self.status.as_u16(),
            detail: text.and_then(|text| text.detail(language)),
            code: self.code,
            trace_id: trace_id.to_owned(),
            errors: errors.collect(),
            template: self.template.as_deref().map(Into::into),
        };
        let mut response = HttpResponse::build(self.status);
        if let Some(seconds) = self.retry_after {
            response.insert_header((RETRY_AFTER, seconds));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            response.insert_header(("WWW-Authenticate", "Bearer"));
        }
        response
            .insert_header((CONTENT_TYPE, "application/problem+json"))
            .json(body)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        // The middleware renders it again in the reader's language.
        self.render(Language::English, "")
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound
            | Error::Denied {
                denial: Denial::Hidden, ..
            } => Self::of("not-found"),
            Error::Denied {
                denial: Denial::Refused(refusal),
                ..
            } => Self::from(Error::refused(refusal)),
            Error::Refused(refusal) => {
                let status = match refusal.kind {
                    RefusalKind::Conflict => StatusCode::CONFLICT,
                    RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
                    RefusalKind::Forbidden => StatusCode::FORBIDDEN,
                };
                let errors = refusal
                    .field
                    .map(|field| FieldError::new(field, refusal.code))
                    .into_iter()
                    .collect();
                Self {
                    code: refusal.code,
                    status,
                    errors,
                    retry_after: None,
                    template: None,
                }
            }
            Error::Template(fault) => Self {
                template: Some(fault.clone()),
                ..Self::of(fault.code())
            },
            Error::Fields(errors) => Self::fields(errors),
            Error::Stale => Self::of("stale"),
            Error::KeyMismatch => Self::of("idempotency-mismatch"),
            Error::Unauthenticated => Self::of("unauthenticated"),
            Error::Cursor => Self::of("cursor-invalid"),
            Error::Throttled { retry_after } => Self {
                retry_after: Some(retry_after),
                ..Self::of("too-many-attempts")
            },
            Error::Code(code) => Self::of(code),
            Error::Persistence(error) => {
                tracing::error!(%error, "the database failed");
                Self::of(if error.is_passing() { "busy" } else { "internal" })
            }
            Error::Internal(message) => {
                tracing::error!(message, "internal error");
                Self::of("internal")
            }
        }
    }
}
