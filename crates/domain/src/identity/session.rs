//! How long things last.

use crate::office::Timestamp;
use chrono::TimeDelta;

/// How long sessions and their tokens live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLife {
    /// A session, however busy: an officer signs in once a day.
    pub session: TimeDelta,
    /// A session in which nothing happens.
    pub idle: TimeDelta,
    /// A set-up link.
    pub set_up_link: TimeDelta,
}

impl SessionLife {
    /// The office's habit.
    pub const DEFAULT: Self = Self {
        session: TimeDelta::hours(12),
        idle: TimeDelta::hours(4),
        set_up_link: TimeDelta::hours(72),
    };

    /// When a refresh token that is issued now expires: after the idle time, never after its session.
    pub fn refresh_expiry(self, now: Timestamp, session_expires_at: Timestamp) -> Timestamp {
        (now + self.idle).min(session_expires_at)
    }
}

/// A set-up link as the database keeps it, without its token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetUpLink {
    /// When it ends unused.
    pub expires_at: Timestamp,
    /// When it was used, or replaced by a newer one.
    pub used_at: Option<Timestamp>,
    /// Whether its person may sign in at all.
    pub person_active: bool,
}

/// Whether a set-up link still opens an account. Why not is nobody's business: a used link, an expired one
/// and an invented one answer alike.
pub fn check_set_up_link(link: SetUpLink, now: Timestamp) -> bool {
    link.person_active && link.used_at.is_none() && link.expires_at > now
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    #[test]
    fn a_refresh_token_never_outlives_its_session() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let life = SessionLife::DEFAULT;
        assert_eq!(
            life.refresh_expiry(now, now + TimeDelta::hours(12)),
            now + TimeDelta::hours(4)
        );
        assert_eq!(
            life.refresh_expiry(now, now + TimeDelta::hours(1)),
            now + TimeDelta::hours(1)
        );
    }

    #[test]
    fn a_link_works_once_in_time_for_somebody_who_may_sign_in() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let link = SetUpLink {
            expires_at: now + TimeDelta::seconds(1),
            used_at: None,
            person_active: true,
        };
        assert!(check_set_up_link(link, now));
        for spoilt in [
            SetUpLink {
                expires_at: now,
                ..link
            },
            SetUpLink {
                used_at: Some(now),
                ..link
            },
            SetUpLink {
                person_active: false,
                ..link
            },
        ] {
            assert!(!check_set_up_link(spoilt, now), "{spoilt:?}");
        }
    }
}
