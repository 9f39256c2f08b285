//! Keyset pages: never an offset, never a page that shifts while somebody reads it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Datelike as _;
use daftar_domain::office::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use thiserror::Error;
use uuid::Uuid;

/// Where a page ended, opaque to clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(pub String);

/// A cursor that we did not make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a cursor of this list")]
pub struct CursorError;

impl Cursor {
    /// Packs the sort key of a page's last row.
    pub fn pack<K: Serialize>(key: &K) -> Self {
        let json = serde_json::to_vec(key).unwrap_or_default();
        Self(URL_SAFE_NO_PAD.encode(json))
    }

    /// Unpacks a key of moment and id. A moment that no office has seen is none of ours: a database may not even be
    /// able to compare it.
    pub fn unpack_moment(&self) -> Result<(Timestamp, Uuid), CursorError> {
        let (at, id): (Timestamp, Uuid) = self.unpack()?;
        if (1900..=2200).contains(&at.year()) {
            Ok((at, id))
        } else {
            Err(CursorError)
        }
    }

    /// Unpacks the sort key again.
    pub fn unpack<K: DeserializeOwned>(&self) -> Result<K, CursorError> {
        let json = URL_SAFE_NO_PAD.decode(&self.0).map_err(|_| CursorError)?;
        serde_json::from_slice(&json).map_err(|_| CursorError)
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page starts, if there is one.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// Makes a page out of up to `limit + 1` rows: the extra row only says that there is a next page.
    pub fn cut<K: Serialize>(mut rows: Vec<T>, limit: u64, key: impl Fn(&T) -> K) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|row| Cursor::pack(&key(row)));
        Self { items: rows, next }
    }

    /// The same page with each row turned into something else.
    pub fn map<U>(self, turn: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(turn).collect(),
            next: self.next,
        }
    }
}
