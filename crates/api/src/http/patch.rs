//! Fields of a `PATCH`: absent, null, or a value.

use serde::{Deserialize, Deserializer};

/// For `#[serde(default, deserialize_with = "present")] field: Option<Option<T>>`: absent is `None`, null is
/// `Some(None)`.
///
/// # Errors
/// Those of `T`.
#[allow(clippy::option_option, reason = "the three cases of a PATCH")]
pub fn present<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::<T>::deserialize(deserializer).map(Some)
}
