//! Keys of the office that never lie in its database, and the secrets that they seal: officers' signing keys among them.

mod error;
mod file;
mod manage;
mod officer;
mod ring;
mod token;

pub use error::KeyError;
pub use manage::{KeyLine, KeyList, Resealed, list_keys, reseal_secrets, retire_key, rotate_keys};
pub(crate) use officer::{SecretBytes, new_secret, opened, retire_signing_key};
pub use officer::{retire_signing_keys, sign, signing_key};
pub use ring::{KeyRing, RingSettings};
pub use token::TokenSettings;

/// Rows that one transaction changes: everybody who writes waits for it.
const BATCH: u64 = 100;
