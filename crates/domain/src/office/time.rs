//! Time is always a parameter; it is kept in UTC at the precision that both databases keep.

use chrono::{DateTime, Datelike, NaiveDate, SubsecRound, TimeZone, Utc};

/// A moment in UTC, cut to microseconds.
pub type Timestamp = DateTime<Utc>;

/// Cuts a moment to microseconds: `SQLite` would keep nanoseconds, `PostgreSQL` does not.
pub fn truncate(at: DateTime<Utc>) -> Timestamp {
    at.trunc_subsecs(6)
}

/// The last second of a day in Pakistan (UTC+5, no daylight saving), as a moment: a due date is
/// met until its evening.
pub fn end_of_day(day: NaiveDate) -> Timestamp {
    let midnight = Utc
        .with_ymd_and_hms(day.year(), day.month(), day.day(), 18, 59, 59)
        .single();
    midnight.unwrap_or(DateTime::<Utc>::MAX_UTC)
}
