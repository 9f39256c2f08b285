//! Being told to stop.

use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// Says to several tasks that they should come to an end.
#[derive(Debug, Clone)]
pub(crate) struct Stop(watch::Sender<bool>);

impl Default for Stop {
    fn default() -> Self {
        Self(watch::Sender::new(false))
    }
}

impl Stop {
    /// Asks everybody to stop.
    pub(crate) fn now(&self) {
        self.0.send_replace(true);
    }

    /// Whether somebody has asked.
    pub(crate) fn is_asked(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits, but no longer than until somebody asks.
    pub(crate) async fn or_after(&self, time: Duration) {
        let mut asked = self.0.subscribe();
        let _ = tokio::time::timeout(time, asked.wait_for(|asked| *asked)).await;
    }
}

/// Waits for SIGTERM or SIGINT. They are listened for from the call on, not from the first wait: whoever is told that the
/// office is open may stop it at once.
pub(crate) fn told_to_stop() -> impl Future<Output = ()> {
    let signals = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()));
    async {
        let (Ok(mut term), Ok(mut interrupt)) = signals else {
            tracing::error!("signals cannot be heard; stop the process by force");
            return std::future::pending().await;
        };
        tokio::select! {
            _ = term.recv() => {}
            _ = interrupt.recv() => {}
        }
    }
}
