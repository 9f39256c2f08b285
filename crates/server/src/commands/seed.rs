//! `daftar seed`, and the demonstration office of `serve --demo`.

use super::print;
use crate::demo;
use crate::failure::Failure;
use crate::office;
use crate::settings::Settings;
use daftar_application::{Clock as _, OfficeParts};
use daftar_documents::Drawing;
use daftar_domain::identity::FactorPolicy;
use daftar_domain::signing::LeastProof;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

/// Fills an empty database with the demonstration office; leaves any other as it is.
pub(crate) async fn run(settings: &Settings) -> Result<(), Failure> {
    fill_if_empty(settings).await?;
    print(&introduction(settings))
}

/// Fills the office if nothing was ever entered in it.
pub(crate) async fn fill_if_empty(settings: &Settings) -> Result<(), Failure> {
    let parts = office::parts(settings).await?;
    parts.database.migrate().await?;
    // Cut short, an office is half full and no longer empty: the file tells it from a finished one.
    let unfinished = settings.storage.folder.join("demonstration-unfinished");
    if !parts.database.organisation().all_units().await?.is_empty() {
        return if unfinished.exists() {
            Err(Failure::Unfinished {
                folder: settings.storage.folder.clone(),
            })
        } else {
            Ok(())
        };
    }
    fs::write(&unfinished, "").map_err(Failure::file(&unfinished))?;
    Box::pin(fill(parts)).await?;
    fs::remove_file(&unfinished).map_err(Failure::file(&unfinished))
}

async fn fill(parts: OfficeParts) -> Result<(), Failure> {
    let now = office::SystemClock.now();
    let mut shown = 101;
    let mut progress = |done: usize, all: usize| {
        let percent = done * 100 / all.max(1);
        if percent != shown {
            shown = percent;
            // Progress is for whoever watches; that nobody does is no failure.
            let _ = write!(std::io::stderr(), "\rFilling the demonstration office: {percent} %");
        }
    };
    // The demonstration's papers are our own work; a process for each would only take longer. Nobody in it has a phone
    // or a passkey: they sign with what they have.
    let parts = OfficeParts {
        drawing: Drawing::Here,
        // Nobody gets mail from an office that never was.
        mailer: None,
        second_factor: FactorPolicy::Offered,
        least_proof: LeastProof::Password,
        ..parts
    };
    let filled = Box::pin(demo::fill(parts, now, &mut progress)).await?;
    let _ = writeln!(std::io::stderr());
    tracing::info!(
        receipts = filled.receipts,
        files = filled.files,
        acts = filled.acts,
        "the demonstration office is filled"
    );
    if filled.left_out > 0 {
        tracing::warn!(
            left_out = filled.left_out,
            "acts of the demonstration were refused by the rules"
        );
    }
    Ok(())
}

/// Where the office is, and who can try it.
pub(crate) fn introduction(settings: &Settings) -> String {
    let mut text = format!(
        "\nDaftar is open at {}\n\nDemonstration accounts, password {}:\n",
        settings.server.public_url,
        demo::PASSWORD
    );
    for account in demo::accounts() {
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "  {:<18} {:<45} {}",
            account.user_name, account.post, account.try_this
        );
    }
    text
}
