//! How often a job is tried, and with what pauses.

use crate::dispatch as letters;
use chrono::Duration;

/// How much patience there is with a sort of job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Patience {
    /// How often it is tried before it is given up.
    pub(super) tries: i32,
    /// The longest pause between two tries.
    longest: Duration,
}

impl Patience {
    /// That with a job of a kind. A mail server may be down for days: each mail says itself until when it is tried, and the
    /// tries are counted only against one that brings its worker down.
    pub(super) fn with(kind: &str) -> Self {
        match kind {
            letters::MAIL_JOB => Self {
                tries: 200,
                longest: Duration::hours(1),
            },
            _ => Self {
                tries: 8,
                longest: Duration::hours(1),
            },
        }
    }

    /// How long to wait after so many tries: twice as long each time. `None` gives up.
    pub(super) fn wait(self, tries: i32) -> Option<Duration> {
        let doubled = 2_i64.saturating_pow(u32::try_from(tries).unwrap_or(1));
        (tries < self.tries).then(|| Duration::seconds(doubled.min(self.longest.num_seconds())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_jobs_are_given_up_after_minutes_and_a_mail_is_not() {
        let (import, mail) = (Patience::with("import"), Patience::with(letters::MAIL_JOB));
        assert_eq!(import.wait(7), Some(Duration::seconds(128)));
        assert_eq!(import.wait(8), None);
        assert_eq!(mail.wait(8), Some(Duration::seconds(256)));
        assert_eq!(mail.wait(100), Some(Duration::hours(1)));
        assert_eq!(mail.wait(200), None);
    }
}
