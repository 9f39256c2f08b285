//! Where untrusted papers are parsed and drawn: few at a time, each on its own thread, each with a
//! time that it may take.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::sync::{Semaphore, oneshot};

/// Parsers of nested formats recurse; a thread of their own has room for it.
const STACK: usize = 64 * 1024 * 1024;

/// A bounded place for work that may be slow, or may fail in ways of its own.
#[derive(Debug, Clone)]
pub(crate) struct Workshop {
    places: Arc<Semaphore>,
    patience: Duration,
}

/// The work gave no result: it panicked, took too long, or could not begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failed;

impl Workshop {
    pub(crate) fn new(places: usize, patience: Duration) -> Self {
        Self {
            places: Arc::new(Semaphore::new(places.max(1))),
            patience,
        }
    }

    /// Does `work` and waits for it no longer than the workshop's patience. Work that overstays
    /// keeps its place until it ends: it must not be multiplied by asking again.
    pub(crate) async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failed> {
        let place = self.places.clone().acquire_owned().await.map_err(|_| Failed)?;
        let (done, result) = oneshot::channel();
        thread::Builder::new()
            .name("papers".into())
            .stack_size(STACK)
            .spawn(move || {
                let outcome = catch_unwind(AssertUnwindSafe(work));
                drop(place);
                let _ = done.send(outcome);
            })
            .map_err(|_| Failed)?;
        match tokio::time::timeout(self.patience, result).await {
            Ok(Ok(Ok(value))) => Ok(value),
            Ok(Ok(Err(_))) => {
                tracing::warn!("a paper made its parser panic");
                Err(Failed)
            }
            Ok(Err(_)) | Err(_) => {
                tracing::warn!("a paper took too long");
                Err(Failed)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_and_a_long_wait_are_failures_and_the_place_is_free_again() {
        let workshop = Workshop::new(1, Duration::from_millis(50));
        assert_eq!(workshop.run(|| panic!("a broken paper")).await, Err::<(), _>(Failed));
        let slow = workshop.run(|| thread::sleep(Duration::from_millis(150))).await;
        assert_eq!(slow, Err(Failed));
        assert_eq!(workshop.run(|| 7).await, Ok(7));
    }
}
