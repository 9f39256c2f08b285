//! Asking the witnesses, beside the jobs in `serve` and `worker`.

use crate::witnesses::Post;
use actix_web::rt::task::JoinHandle;
use daftar_application::Office;
use daftar_application::ledger::{Asked, Witness, ask_witness};
use std::time::Duration;

/// How often it is looked whether a witness is due.
const LOOK: Duration = Duration::from_secs(1);
/// How long a witness is left alone when the database fails.
const AFTER_FAILURE: Duration = Duration::from_secs(10);

/// Asks each witness by itself: a slow one holds up nobody. Several processes may; a witness is asked by one at a time.
pub(crate) struct Asking(Vec<JoinHandle<()>>);

impl Asking {
    /// Starts.
    pub(crate) fn start(office: &Office, post: &Post) -> Self {
        let witnesses = office.witnesses().all.iter().cloned();
        let ask = |witness| actix_web::rt::spawn(ask_for_ever(office.clone(), witness, post.clone()));
        Self(witnesses.map(ask).collect())
    }

    /// Ends at once: a witness whose answer was cut short names what it has seen the next time.
    pub(crate) fn end(self) {
        for asking in self.0 {
            asking.abort();
        }
    }
}

async fn ask_for_ever(office: Office, witness: Witness, post: Post) {
    loop {
        let pause = match ask_witness(&office, &witness, &post, false).await {
            Ok(asked) => {
                tell(&witness, &asked);
                LOOK
            }
            Err(error) => {
                tracing::error!(witness = witness.key.name(), %error, "a witness cannot be asked");
                AFTER_FAILURE
            }
        };
        tokio::time::sleep(pause).await;
    }
}

/// Writes into the log how it went.
pub(crate) fn tell(witness: &Witness, asked: &Asked) {
    let name = witness.key.name();
    match asked {
        Asked::NotNow => {}
        Asked::Cosigned(size) => tracing::debug!(witness = name, size, "a witness has cosigned"),
        Asked::Failed(problem, why) if problem.accuses() => tracing::error!(
            witness = name,
            %problem,
            why,
            "A WITNESS HAS SEEN ANOTHER PAST OF THIS LEDGER: an old copy was put back, or entries were changed"
        ),
        Asked::Failed(problem, why) => tracing::warn!(witness = name, %problem, why, "a witness has not cosigned"),
    }
}
