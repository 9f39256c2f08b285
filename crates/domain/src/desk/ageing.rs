//! Rule 20: green; yellow from 50 % of the allowed time; red from 90 %.

use crate::office::{Priority, Timestamp, end_of_day, vocabulary};
use chrono::{Duration, NaiveDate, NaiveDateTime};

vocabulary! {
    /// How much of the allowed time on a desk is used up.
    Ageing {
        /// Less than half.
        Green = "green",
        /// Half or more.
        Yellow = "yellow",
        /// Nine tenths or more, or overdue.
        Red = "red",
    }
}

/// The colour of work that lies on a desk since `since` and is due at `due_at`.
pub fn ageing(since: Timestamp, due_at: Timestamp, now: Timestamp) -> Ageing {
    let allowed = (due_at - since).num_seconds();
    let used = (now - since).num_seconds();
    if allowed <= 0 || used * 10 >= allowed * 9 {
        Ageing::Red
    } else if used * 2 >= allowed {
        Ageing::Yellow
    } else {
        Ageing::Green
    }
}

/// Whether the due time has passed.
pub fn overdue(due_at: Timestamp, now: Timestamp) -> bool {
    now > due_at
}

/// When work that arrived at `since` is due: by the evening of an explicit date, or within the
/// hours that its priority allows.
pub fn due_at(since: Timestamp, explicit: Option<NaiveDate>, priority: Priority) -> Timestamp {
    explicit.map_or_else(|| since + Duration::hours(priority.allowed_hours()), end_of_day)
}

/// The day that a moment falls on, in Pakistan.
pub fn office_day(at: Timestamp) -> NaiveDate {
    office_clock(at).date()
}

/// What the clocks of Pakistan show at a moment.
pub fn office_clock(at: Timestamp) -> NaiveDateTime {
    (at + Duration::hours(5)).naive_utc()
}

/// The first moment of a day in Pakistan: what is parked until a day is back in the morning.
pub fn start_of_day(day: NaiveDate) -> Timestamp {
    end_of_day(day) - Duration::seconds(24 * 60 * 60 - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};

    #[test]
    fn the_colours_change_at_half_and_at_nine_tenths() {
        let since = Utc.with_ymd_and_hms(2026, 11, 2, 4, 0, 0).unwrap();
        let due = since + Duration::hours(100);
        for (hours, colour) in [
            (0, Ageing::Green),
            (49, Ageing::Green),
            (50, Ageing::Yellow),
            (89, Ageing::Yellow),
            (90, Ageing::Red),
            (101, Ageing::Red),
        ] {
            assert_eq!(ageing(since, due, since + Duration::hours(hours)), colour, "{hours} h");
        }
        assert_eq!(ageing(since, since - Duration::hours(1), since), Ageing::Red);
        assert!(!overdue(due, due));
        assert!(overdue(due, due + Duration::seconds(1)));
    }

    #[test]
    fn an_explicit_date_lasts_until_its_evening_in_pakistan() {
        let since = Utc.with_ymd_and_hms(2026, 11, 2, 4, 0, 0).unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
        assert_eq!(
            due_at(since, Some(day), Priority::MostImmediate),
            Utc.with_ymd_and_hms(2026, 11, 5, 18, 59, 59).unwrap()
        );
        assert_eq!(due_at(since, None, Priority::MostImmediate), since + Duration::hours(4));
        assert_eq!(start_of_day(day), Utc.with_ymd_and_hms(2026, 11, 4, 19, 0, 0).unwrap());
        assert_eq!(office_day(start_of_day(day)), day);
        assert_eq!(office_day(end_of_day(day)), day);
    }
}
