//! What a use case answers when it does not do it.

use crate::templates::TemplateFault;
use daftar_domain::access::{Action, Denial};
use daftar_domain::office::{Refusal, TextError};
use daftar_persistence::CursorError;
use thiserror::Error as ThisError;
use uuid::Uuid;

/// One field that was wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// JSON pointer into the request's body: `/subject`.
    pub pointer: String,
    /// Stable code of what is wrong with it.
    pub code: &'static str,
}

impl FieldError {
    /// One field's error.
    pub fn new(pointer: impl Into<String>, code: &'static str) -> Self {
        Self {
            pointer: pointer.into(),
            code,
        }
    }

    /// What is wrong with a text.
    pub fn text(pointer: impl Into<String>, error: TextError) -> Self {
        let code = match error {
            TextError::Empty => "required",
            TextError::TooLong => "too-long",
            TextError::Forbidden => "forbidden-character",
        };
        Self::new(pointer, code)
    }
}

/// Why a use case did nothing.
#[derive(Debug, ThisError)]
pub enum Error {
    /// No such thing, or none that this officer may know of.
    #[error("not found")]
    NotFound,
    /// The access decision said no; [`super::Office::act`] writes it to the access log.
    #[error("denied: {action:?} {denial:?}")]
    Denied {
        /// What was asked for.
        action: Action,
        /// On what.
        subject: Option<Uuid>,
        /// Why not.
        denial: Denial,
    },
    /// A rule of the domain said no.
    #[error("refused: {}", .0.code)]
    Refused(Refusal),
    /// Fields of the request were wrong.
    #[error("wrong fields: {0:?}")]
    Fields(Vec<FieldError>),
    /// A template of the office's own fails.
    #[error("a template fails: {0:?}")]
    Template(Box<TemplateFault>),
    /// The resource is not at the version that the request expected.
    #[error("stale")]
    Stale,
    /// The idempotency key was used for another request.
    #[error("idempotency key used for another request")]
    KeyMismatch,
    /// Nobody is signed in, or the session has ended.
    #[error("not signed in")]
    Unauthenticated,
    /// The request names a cursor that is none of this list.
    #[error("not a cursor of this list")]
    Cursor,
    /// Too many attempts; try again after so many seconds.
    #[error("too many attempts")]
    Throttled {
        /// Seconds to wait.
        retry_after: u64,
    },
    /// A refusal that is no rule of the domain, by its stable code.
    #[error("{0}")]
    Code(&'static str),
    /// The database failed.
    #[error(transparent)]
    Persistence(daftar_persistence::Error),
    /// Something that should not happen; the text is for the log only.
    #[error("internal: {0}")]
    Internal(String),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<CursorError> for Error {
    fn from(_: CursorError) -> Self {
        Self::Cursor
    }
}

impl From<daftar_persistence::Error> for Error {
    fn from(error: daftar_persistence::Error) -> Self {
        match error {
            daftar_persistence::Error::Stale => Self::Stale,
            other => Self::Persistence(other),
        }
    }
}

impl Error {
    /// Makes `Result<_, SomeRefusal>` usable with `?`: `.map_err(Error::refused)?`.
    pub fn refused(refusal: impl Into<Refusal>) -> Self {
        Self::Refused(refusal.into())
    }

    /// One wrong field.
    pub fn field(pointer: impl Into<String>, code: &'static str) -> Self {
        Self::Fields(vec![FieldError::new(pointer, code)])
    }

    /// Whether the same act may well succeed when tried again.
    pub(crate) fn is_passing(&self) -> bool {
        matches!(self, Self::Persistence(error) if error.is_passing())
    }
}
