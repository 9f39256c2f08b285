//! The office's own check of its ledger, beside the jobs in `serve` and `worker`.

use actix_web::rt::task::JoinHandle;
use chrono::Duration;
use daftar_application::Office;
use daftar_application::ledger::verify_when_asked;

/// How often it is looked whether a check was asked for.
const LOOK: std::time::Duration = std::time::Duration::from_secs(1);
/// How long it is left alone when the database fails.
const AFTER_FAILURE: std::time::Duration = std::time::Duration::from_secs(10);

/// Checks whenever it is asked to, and by itself. Several processes may: each run is done by one.
pub(crate) struct Verifying(JoinHandle<()>);

impl Verifying {
    /// Starts.
    pub(crate) fn start(office: Office, every: Option<Duration>) -> Self {
        Self(actix_web::rt::spawn(verify_for_ever(office, every)))
    }

    /// Ends at once: a check that is cut short is begun anew by whoever comes next.
    pub(crate) fn end(&self) {
        self.0.abort();
    }
}

async fn verify_for_ever(office: Office, every: Option<Duration>) {
    loop {
        let pause = match verify_when_asked(&office, every).await {
            Ok(_) => LOOK,
            Err(error) => {
                tracing::error!(%error, "the ledger cannot be checked");
                AFTER_FAILURE
            }
        };
        tokio::time::sleep(pause).await;
    }
}
