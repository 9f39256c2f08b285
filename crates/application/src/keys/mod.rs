//! Keys of the office that never lie in its database, and the secrets that they seal: officers' signing keys among them.

mod error;
mod file;
mod manage;
mod officer;
mod ring;
mod token;

pub use error::KeyError;
pub use manage::{KeyLine, KeyList, Resealed, list_keys, reseal_secrets, retire_key, rotate_keys};
pub(crate) use officer::retire_signing_key;
pub use officer::{sign, signing_key};
pub use ring::{KeyRing, RingSettings};
pub use token::TokenSettings;
