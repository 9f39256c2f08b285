use chrono::{DateTime, Duration, TimeZone, Utc};
use daftar_application::Clock;
use daftar_domain::office::{Timestamp, truncate};
use std::sync::{Arc, Mutex};

/// A clock that stands still until a test moves it.
#[derive(Debug, Clone)]
pub struct FixedClock(Arc<Mutex<DateTime<Utc>>>);

impl Default for FixedClock {
    /// Monday, 2 March 2026, 09:00 in Islamabad.
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Utc.with_ymd_and_hms(2026, 3, 2, 4, 0, 0).unwrap())))
    }
}

impl FixedClock {
    /// One that stands where the machine's stands now, for what others say of the time.
    pub fn of_today() -> Self {
        Self(Arc::new(Mutex::new(truncate(Utc::now()))))
    }

    /// Moves the time on.
    pub fn advance(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}
