//! The sequencer inside `serve` and `worker`: entries of the ledger get their places within a second.

use super::stop::Stop;
use actix_web::rt::task::JoinHandle;
use daftar_application::{Office, ledger};
use std::time::Duration;

/// How long entries gather before they get their places together.
const GATHER: Duration = Duration::from_millis(150);
/// How often another process' entries are looked for.
const LOOK: Duration = Duration::from_millis(500);
/// How long a ledger that cannot be continued is left alone.
const AFTER_FAILURE: Duration = Duration::from_secs(5);

/// Gives places until it is told to stop. Several processes may: one at a time does.
pub(crate) struct Sequencer {
    stop: Stop,
    running: JoinHandle<()>,
}

impl Sequencer {
    /// Starts one.
    pub(crate) fn start(office: Office) -> Self {
        let stop = Stop::default();
        let running = actix_web::rt::spawn(run(office, stop.clone()));
        Self { stop, running }
    }

    /// Ends it after a last round, so that what was done before the stop has its place.
    pub(crate) async fn end(self) {
        self.stop.now();
        if let Err(error) = self.running.await {
            tracing::error!(%error, "the sequencer failed; the next start goes on");
        }
    }
}

async fn run(office: Office, stop: Stop) {
    loop {
        let stopping = stop.is_asked();
        let pause = match integrate_all(&office).await {
            Ok(()) => LOOK,
            Err(error) => {
                tracing::error!(%error, "the ledger cannot be continued");
                AFTER_FAILURE
            }
        };
        if stopping {
            return;
        }
        tokio::select! {
            () = office.recorded() => stop.or_after(GATHER).await,
            () = stop.or_after(pause) => {}
        }
    }
}

async fn integrate_all(office: &Office) -> Result<(), daftar_application::Error> {
    while ledger::integrate(office).await? > 0 {}
    Ok(())
}
