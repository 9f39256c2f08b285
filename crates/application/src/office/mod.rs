//! What every use case stands on: the office with its clock and database, the act, errors.

mod act;
mod clock;
mod error;
mod state;

pub(crate) use act::permit;
pub use act::{Idempotency, Subject, Work};
pub use clock::Clock;
pub use error::{Error, FieldError};
pub use state::{Office, OfficeParts};
