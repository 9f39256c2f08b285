//! Slowing down whoever guesses passwords, per account and per address.
//!
//! The wait doubles with every further failure, so that a forgotten password costs seconds and a dictionary
//! costs years; it is capped, so that nobody can lock a colleague out for a day.

use crate::office::Timestamp;
use chrono::TimeDelta;

/// Failed attempts of one kind that still count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Failures {
    /// How many within the rule's window.
    pub count: u32,
    /// When the last one was.
    pub last: Option<Timestamp>,
}

/// From when on, and how long, somebody waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThrottleRule {
    /// Failures older than this do not count.
    pub window: TimeDelta,
    /// This many failures cost nothing.
    pub free: u32,
    /// The wait after the first failure that does.
    pub first_wait: TimeDelta,
    /// The longest wait.
    pub longest_wait: TimeDelta,
}

impl ThrottleRule {
    /// For one account: failures since its last success.
    pub const ACCOUNT: Self = Self {
        window: TimeDelta::hours(1),
        free: 4,
        first_wait: TimeDelta::seconds(15),
        longest_wait: TimeDelta::minutes(15),
    };

    /// For one address: a whole ministry may stand behind it.
    pub const ADDRESS: Self = Self {
        window: TimeDelta::minutes(15),
        free: 99,
        first_wait: TimeDelta::seconds(5),
        longest_wait: TimeDelta::minutes(15),
    };

    /// Whether another attempt may be made now, after these failures alone.
    pub fn judge(self, failures: Failures, now: Timestamp) -> Throttle {
        Throttle::until(self.until(failures), now)
    }

    /// Until when these failures make somebody wait.
    fn until(self, failures: Failures) -> Option<Timestamp> {
        let last = failures.last?;
        let beyond = failures.count.checked_sub(self.free + 1)?;
        let doubled = self.first_wait.num_seconds().saturating_mul(1_i64 << beyond.min(30));
        Some(last + TimeDelta::seconds(doubled.min(self.longest_wait.num_seconds())))
    }
}

/// Whether a sign-in may be tried now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Throttle {
    /// It may.
    Allowed,
    /// Not for so long; at least a second.
    Wait(TimeDelta),
}

/// Decides whether a sign-in may be tried, from what failed before.
pub fn throttle(account: Failures, address: Failures, now: Timestamp) -> Throttle {
    let until = ThrottleRule::ACCOUNT
        .until(account)
        .max(ThrottleRule::ADDRESS.until(address));
    Throttle::until(until, now)
}

impl Throttle {
    fn until(until: Option<Timestamp>, now: Timestamp) -> Self {
        match until {
            Some(until) if until > now => Self::Wait((until - now).max(TimeDelta::seconds(1))),
            _ => Self::Allowed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn at(seconds: i64) -> Timestamp {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn failed(count: u32) -> Failures {
        Failures {
            count,
            last: Some(at(0)),
        }
    }

    #[test]
    fn an_account_waits_longer_each_time_and_never_beyond_the_cap() {
        let none = Failures::default();
        assert_eq!(throttle(failed(4), none, at(0)), Throttle::Allowed);
        assert_eq!(throttle(failed(5), none, at(0)), Throttle::Wait(TimeDelta::seconds(15)));
        assert_eq!(throttle(failed(6), none, at(0)), Throttle::Wait(TimeDelta::seconds(30)));
        assert_eq!(throttle(failed(5), none, at(15)), Throttle::Allowed);
        assert_eq!(
            throttle(failed(1000), none, at(0)),
            Throttle::Wait(TimeDelta::minutes(15))
        );
    }

    #[test]
    fn an_address_waits_although_each_account_is_new() {
        let none = Failures::default();
        assert_eq!(throttle(none, failed(99), at(0)), Throttle::Allowed);
        assert_eq!(
            throttle(none, failed(100), at(0)),
            Throttle::Wait(TimeDelta::seconds(5))
        );
    }

    #[test]
    fn the_longer_wait_counts() {
        assert_eq!(
            throttle(failed(7), failed(100), at(0)),
            Throttle::Wait(TimeDelta::seconds(60))
        );
    }
}
