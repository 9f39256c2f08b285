//! The clock that walks through the year.

use daftar_application::Clock;
use daftar_domain::office::Timestamp;
use std::sync::{Mutex, PoisonError};

/// A clock that shows what it was last set to.
pub(super) struct WalkingClock(Mutex<Timestamp>);

impl WalkingClock {
    /// A clock that starts here.
    pub(super) fn starting(at: Timestamp) -> Self {
        Self(Mutex::new(at))
    }

    /// Goes forward to a moment, or by a second where it is there already: no two acts have one time.
    pub(super) fn walk(&self, to: Timestamp) {
        let mut at = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *at = to.max(*at + chrono::Duration::seconds(1));
    }
}

impl Clock for WalkingClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
