//! The working year of the office: minutes counted from its first morning to the last evening before today.

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveTime, Weekday};
use daftar_domain::desk::office_day;
use daftar_domain::office::Timestamp;

/// The minutes of a working day: nine o'clock to half past four.
pub(super) const DAY: u64 = 450;
/// Nine o'clock in Pakistan, as hours in UTC.
const MORNING: i64 = 4;
/// How long the office has worked.
const YEAR: u64 = 365;

/// The working days of a year.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    days: Vec<NaiveDate>,
    now: Timestamp,
}

impl Calendar {
    /// The year that ends on the evening before `now`.
    pub(super) fn until(now: Timestamp) -> Self {
        let today = office_day(now);
        let first = today.checked_sub_days(Days::new(YEAR)).unwrap_or(today);
        let days = first
            .iter_days()
            .take_while(|day| *day < today)
            .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
            .collect();
        Self { days, now }
    }

    /// The number of working minutes.
    pub(super) fn minutes(&self) -> u64 {
        u64::try_from(self.days.len()).unwrap_or(0) * DAY
    }

    /// The day on which a minute falls.
    pub(super) fn day(&self, minute: u64) -> NaiveDate {
        let at = usize::try_from(minute / DAY).unwrap_or(usize::MAX);
        let day = self.days.get(at).or(self.days.last());
        day.copied().unwrap_or_else(|| office_day(self.now))
    }

    /// The moment of a minute.
    pub(super) fn at(&self, minute: u64) -> Timestamp {
        let into = i64::try_from(minute % DAY).unwrap_or(0);
        self.day(minute).and_time(NaiveTime::MIN).and_utc() + Duration::hours(MORNING) + Duration::minutes(into)
    }

    /// The last working minute that lies at least `hours` before now.
    pub(super) fn hours_ago(&self, hours: u64) -> u64 {
        let moment = self.now - Duration::hours(i64::try_from(hours).unwrap_or(0));
        let (mut low, mut high) = (0, self.minutes());
        while low + 1 < high {
            let middle = low.midpoint(high);
            if self.at(middle) <= moment {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Today.
    pub(super) fn today(&self) -> NaiveDate {
        office_day(self.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone as _, Timelike as _, Utc};

    #[test]
    fn the_office_works_by_day_and_not_on_sundays() {
        let now = Utc.with_ymd_and_hms(2026, 11, 23, 7, 30, 0).unwrap();
        let calendar = Calendar::until(now);
        assert!(
            (255..=262).contains(&(calendar.minutes() / DAY)),
            "{}",
            calendar.minutes()
        );
        let mut before = None;
        for minute in (0..calendar.minutes()).step_by(37) {
            let at = calendar.at(minute);
            assert!((4..12).contains(&at.hour()) && at < now, "{at}");
            assert!(before < Some(at));
            before = Some(at);
        }
        let friday_evening = calendar.at(calendar.minutes() - 1);
        assert_eq!(friday_evening, Utc.with_ymd_and_hms(2026, 11, 20, 11, 29, 0).unwrap());
        let earlier = calendar.at(calendar.hours_ago(100));
        assert!(earlier <= now - Duration::hours(100) && earlier > now - Duration::hours(140));
    }
}
