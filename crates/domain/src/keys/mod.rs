//! Keys: those that seal the secrets of the database, and those that officers sign with.

mod officer;
mod refusal;
mod sealing;

pub use officer::OfficerKey;
pub use refusal::KeyRefusal;
pub use sealing::{KeyKind, key_rotated, retire_key};
