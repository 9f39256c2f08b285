//! `daftar serve`.

use super::mailbox::Mailbox;
use super::sequencer::Sequencer;
use super::stop::told_to_stop;
use super::witnesses::Asking;
use super::worker::Worker;
use super::{print, seed};
use crate::failure::Failure;
use crate::office;
use crate::settings::Settings;
use crate::witnesses::Post;
use clap::Args;
use daftar_api::{ApiSettings, Draining};
use daftar_application::certificates;
use daftar_domain::identity::FactorPolicy;
use daftar_domain::signing::LeastProof;
use std::net::TcpListener;
use std::time::Duration;

/// How long readiness fails before connections are refused, so that a proxy has noticed.
const NOTICE: Duration = Duration::from_secs(1);

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Fill an empty database with the demonstration office first, and print its accounts
    #[arg(long)]
    demo: bool,
}

impl Serve {
    /// Serves until told to stop by SIGTERM or SIGINT; then readiness fails first, and requests in flight are finished.
    pub(crate) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let settings = &if self.demo {
            offering(settings)
        } else {
            settings.clone()
        };
        if self.demo {
            seed::fill_if_empty(settings).await?;
        }
        let told = told_to_stop();
        let post = Post::new(&settings.ledger.witness_roots)?;
        let office = office::open(settings).await?;
        office.database().migrate().await?;
        if let Err(error) = certificates::prepare(&office).await {
            // Whoever signs first tries again.
            tracing::warn!(%error, "the authority for certificates cannot be made yet");
        }
        let socket = TcpListener::bind(settings.server.address)?;
        // With port 0 the machine has chosen one.
        let address = socket.local_addr()?;
        let draining = Draining::default();
        let mut server = daftar_api::run(office.clone(), api_settings(settings), socket, draining.clone())?;
        let handle = server.handle();
        let sequencer = Sequencer::start(office.clone());
        let beside = settings.jobs.in_server.then(|| {
            (
                Worker::start(office.clone(), settings.ledger.verifying()),
                Asking::start(&office, &post),
                Mailbox::start(&office, &settings.mail.folder),
            )
        });
        tracing::info!(%address, "the office is open at {}", settings.server.public_url);
        if self.demo {
            print(&seed::introduction(settings))?;
        }
        let stopping = async {
            told.await;
            tracing::info!("closing: finishing what is under way");
            draining.start();
            if let Some((worker, _, _)) = &beside {
                worker.stop();
            }
            tokio::time::sleep(NOTICE).await;
            handle.stop(true).await;
        };
        // The server ends because it is stopped, or because it failed; then there is nothing to wait for.
        tokio::select! {
            ended = &mut server => ended?,
            () = stopping => server.await?,
        }
        if let Some((worker, asking, mailbox)) = beside {
            asking.end();
            mailbox.end();
            worker.end(Duration::from_secs(settings.server.drain_seconds)).await;
        }
        sequencer.end().await;
        tracing::info!("the office is closed");
        Ok(())
    }
}

/// The settings of a demonstration: whoever tries an account has no phone for it, so a second factor is offered only.
fn offering(settings: &Settings) -> Settings {
    let mut settings = settings.clone();
    settings.identity.second_factor = FactorPolicy::Offered;
    settings.identity.least_proof = LeastProof::Password;
    settings
}

fn api_settings(settings: &Settings) -> ApiSettings {
    let server = &settings.server;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    ApiSettings {
        web_root: Some(server.web_root.clone()).filter(|root| !root.as_os_str().is_empty()),
        secure_cookies: server.public_url.starts_with("https://"),
        behind_proxy: server.behind_proxy,
        workers: if server.workers == 0 { cores } else { server.workers },
        head: Duration::from_secs(server.head_seconds),
        drain: Duration::from_secs(server.drain_seconds),
    }
}
