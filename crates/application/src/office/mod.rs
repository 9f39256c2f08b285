//! What every use case stands on: the office with its clock and database, the act, errors.

mod act;
mod clock;
mod csv;
mod error;
mod state;

pub(crate) use act::permit;
pub use act::{Idempotency, Subject, Work};
pub use clock::Clock;
pub(crate) use csv::{harmless, sheet};
pub use error::{Error, FieldError};
pub use state::{Office, OfficeParts};
