//! `daftar worker`, and the worker inside `serve`.

use super::mailbox::Mailbox;
use super::sequencer::Sequencer;
use super::stop::{Stop, told_to_stop};
use super::verifying::Verifying;
use super::witnesses::Asking;
use crate::failure::Failure;
use crate::office;
use crate::settings::Settings;
use crate::witnesses::Post;
use actix_web::rt::task::JoinHandle;
use daftar_application::jobs::Lane;
use daftar_application::{Office, jobs};
use futures_util::future::join_all;
use std::time::Duration;

const IDLE: Duration = Duration::from_secs(1);
const HOUSEKEEPING: Duration = Duration::from_hours(1);
const SWEEPING: Duration = Duration::from_hours(24);

/// Works on jobs until told to stop by SIGTERM or SIGINT; a job that runs then is finished, if it does not take too
/// long. A job that is cut short is done again by whoever comes next.
pub(crate) async fn run(settings: &Settings) -> Result<(), Failure> {
    let told = told_to_stop();
    let post = Post::new(&settings.ledger.witness_roots)?;
    let office = office::open(settings).await?;
    let sequencer = Sequencer::start(office.clone());
    let asking = Asking::start(&office, &post);
    let mailbox = Mailbox::start(&office, &settings.mail.folder);
    let worker = Worker::start(office, settings.ledger.verifying());
    tracing::info!("working on jobs");
    told.await;
    tracing::info!("closing: finishing what is under way");
    asking.end();
    mailbox.end();
    worker.end(Duration::from_secs(settings.server.drain_seconds)).await;
    sequencer.end().await;
    tracing::info!("no more jobs");
    Ok(())
}

/// A worker beside whatever else the process does.
pub(crate) struct Worker {
    stop: Stop,
    /// One for each lane.
    jobs: Vec<JoinHandle<()>>,
    housekeeping: JoinHandle<()>,
    sweeping: JoinHandle<()>,
    verifying: Verifying,
}

impl Worker {
    /// Starts one; `verifying` says how often it checks the ledger unasked.
    pub(crate) fn start(office: Office, verifying: Option<chrono::Duration>) -> Self {
        let stop = Stop::default();
        Self {
            jobs: Lane::ALL
                .map(|lane| actix_web::rt::spawn(work(office.clone(), lane, stop.clone())))
                .into(),
            housekeeping: actix_web::rt::spawn(keep_house(office.clone())),
            verifying: Verifying::start(office.clone(), verifying),
            sweeping: actix_web::rt::spawn(sweep(office)),
            stop,
        }
    }

    /// Claims no further job from now on.
    pub(crate) fn stop(&self) {
        self.stop.now();
    }

    /// Ends it, with so much time for the job that runs.
    pub(crate) async fn end(mut self, patience: Duration) {
        self.stop();
        // A sweep that is cut short goes on tomorrow, and so does housekeeping.
        self.sweeping.abort();
        self.housekeeping.abort();
        self.verifying.end();
        let ended = join_all(self.jobs.iter_mut());
        if tokio::time::timeout(patience, ended).await.is_err() {
            tracing::warn!("a job was cut short; it is done again when its lease is over");
            self.jobs.iter().for_each(JoinHandle::abort);
        }
    }
}

/// Throws away what is kept for a time only, each hour.
async fn keep_house(office: Office) {
    loop {
        if let Err(error) = jobs::housekeeping(&office).await {
            tracing::error!(%error, "housekeeping failed");
        }
        tokio::time::sleep(HOUSEKEEPING).await;
    }
}

async fn work(office: Office, lane: Lane, stop: Stop) {
    while !stop.is_asked() {
        match jobs::run_next_in(&office, lane).await {
            Ok(true) => {}
            Ok(false) => stop.or_after(IDLE).await,
            Err(error) => {
                tracing::error!(%error, "jobs cannot be claimed");
                stop.or_after(IDLE * 5).await;
            }
        }
    }
}

/// Sweeps the papers once a day, beside the jobs: with a million papers it takes a while.
async fn sweep(office: Office) {
    loop {
        if let Err(error) = jobs::sweep_papers(&office).await {
            tracing::error!(%error, "papers cannot be swept");
        }
        tokio::time::sleep(SWEEPING).await;
    }
}
