//! The office's authorities: a root that is trusted, and one below it that certifies officers.

use crate::ledger::{Event, EventKind, Module, SubjectKind};
use crate::office::{AuthorityId, Timestamp, vocabulary};
use chrono::TimeDelta;
use serde_json::json;

/// How long the root's certificate is good for: fifteen years.
pub const ROOT_DAYS: i64 = 15 * 365 + 4;

/// How long the issuing authority's is.
pub const ISSUING_DAYS: i64 = 5 * 365 + 1;

/// How long a list of revoked certificates is good for.
pub const LIST_DAYS: i64 = 30;

/// How long the root's list is, which seldom changes.
pub const ROOT_LIST_DAYS: i64 = 365;

/// An issuing authority that is good for less than this gets a successor: its officers' certificates end with it.
const SUCCEEDED: TimeDelta = TimeDelta::days(180);

vocabulary! {
    /// Which authority it is.
    AuthorityKind {
        /// The one that is trusted.
        Root = "root",
        /// The one below it, which certifies officers.
        Issuing = "issuing",
    }
}

/// An authority, without its secret key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// Its id.
    pub id: AuthorityId,
    /// Which it is.
    pub kind: AuthorityKind,
    /// Its certificate, DER.
    pub certificate: Vec<u8>,
    /// The certificates between it and the root, DER, from below.
    pub between: Vec<Vec<u8>>,
    /// Until when its certificate is good.
    pub not_after: Timestamp,
    /// Since when the office has it.
    pub made_at: Timestamp,
    /// Since when another one stands in its place.
    pub replaced_at: Option<Timestamp>,
}

impl Authority {
    /// What the ledger keeps of it: `digest` is SHA-256 of the certificate, hex; `imported` when others issued it.
    pub fn made(&self, digest: &str, imported: bool) -> Event {
        let content = json!({
            "kind": self.kind,
            "certificate": digest,
            "not_after": self.not_after,
            "imported": imported,
        });
        let kind = EventKind::AuthorityMade;
        Event::new(Module::Certificates, kind, SubjectKind::Authority, self.id.0, content)
    }

    /// Whether it is time for a successor.
    pub fn ends_soon(&self, now: Timestamp) -> bool {
        self.not_after - now < SUCCEEDED
    }
}

/// Whether a new list of revoked certificates is due: at the latest when a third of its time is left, so that nobody
/// meets one that has expired.
pub fn is_list_due(this_update: Timestamp, next_update: Timestamp, now: Timestamp) -> bool {
    next_update - now < (next_update - this_update) / 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    #[test]
    fn a_list_is_renewed_before_it_expires() {
        let from = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let until = from + TimeDelta::days(LIST_DAYS);
        assert!(!is_list_due(from, until, from));
        assert!(!is_list_due(from, until, from + TimeDelta::days(19)));
        assert!(is_list_due(from, until, from + TimeDelta::days(21)));
        assert!(is_list_due(from, until, until + TimeDelta::days(1)));
    }
}
