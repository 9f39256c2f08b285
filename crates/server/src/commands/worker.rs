//! `daftar worker`, and the worker inside `serve`.

use crate::failure::Failure;
use crate::office;
use crate::settings::Settings;
use actix_web::rt::task::JoinHandle;
use daftar_application::{Office, jobs};
use std::time::{Duration, Instant};

const IDLE: Duration = Duration::from_secs(1);
const HOUSEKEEPING: Duration = Duration::from_hours(1);

/// Works on jobs until the process ends. A job that is cut short is done again by whoever comes next.
pub(crate) async fn run(settings: &Settings) -> Result<(), Failure> {
    let office = office::open(settings).await?;
    tracing::info!("working on jobs");
    work(office).await;
    Ok(())
}

/// Starts the worker inside the server.
pub(crate) fn spawn(office: Office) -> JoinHandle<()> {
    actix_web::rt::spawn(work(office))
}

async fn work(office: Office) {
    let mut swept: Option<Instant> = None;
    loop {
        if swept.is_none_or(|at| at.elapsed() > HOUSEKEEPING) {
            swept = Some(Instant::now());
            if let Err(error) = jobs::housekeeping(&office).await {
                tracing::error!(%error, "housekeeping failed");
            }
        }
        match jobs::run_next(&office).await {
            Ok(true) => {}
            Ok(false) => tokio::time::sleep(IDLE).await,
            Err(error) => {
                tracing::error!(%error, "jobs cannot be claimed");
                tokio::time::sleep(IDLE * 5).await;
            }
        }
    }
}
