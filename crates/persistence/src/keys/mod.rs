//! Sealed secrets, and the keys that officers sign with.

mod officer_keys;
mod sealed;

pub use officer_keys::KeptKey;
pub use sealed::{AUTHORITIES, OFFICER_KEYS, SEALED, SealedColumn, SealedCount, SealedRow, key_of};

use crate::database::repository;

repository! {
    /// Sealed secrets, and the keys that officers sign with.
    Keys, keys
}
