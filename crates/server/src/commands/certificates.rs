//! `daftar certificates`.

use super::print;
use crate::failure::Failure;
use crate::office;
use crate::settings::Settings;
use clap::Subcommand;
use daftar_application::certificates::{AuthorityLine, import_authority, renew_authority, show};
use secrecy::zeroize::Zeroizing;
use std::fs;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum CertificatesCommand {
    /// Show the authorities that certify officers, and how many officers have certificates
    Show,
    /// Make root and issuing authority anew, when their secret keys are lost or may be known to others; tell everybody who
    /// trusts the old root
    Renew,
    /// Take an authority that others have certified, a government's for example, in the place of the office's own; each
    /// officer gets a new certificate at next need
    Import {
        /// The certificates, PEM: the authority's own first, then who issued it, up to the root.
        #[arg(long)]
        chain: PathBuf,
        /// The authority's secret key, PEM: PKCS#8 or SEC 1, on P-256, not encrypted.
        #[arg(long)]
        key: PathBuf,
    },
}

/// Runs a command about certificates.
pub(crate) async fn run(command: CertificatesCommand, settings: &Settings) -> Result<(), Failure> {
    let office = office::open(settings).await?;
    office.database().migrate().await?;
    match command {
        CertificatesCommand::Show => {}
        CertificatesCommand::Renew => renew_authority(&office).await?,
        CertificatesCommand::Import { chain, key } => {
            let certificates = fs::read(&chain).map_err(Failure::file(&chain))?;
            let secret = Zeroizing::new(fs::read_to_string(&key).map_err(Failure::file(&key))?);
            import_authority(&office, &certificates, &secret).await?;
        }
    }
    let shown = show(&office).await?;
    for authority in &shown.authorities {
        print(&lines(authority))?;
    }
    if shown.authorities.is_empty() {
        print("there is no authority yet; the first server that starts with a unit in its database makes one")?;
    }
    print(&format!("{} certificates of officers are in force", shown.officers))
}

fn lines(authority: &AuthorityLine) -> String {
    let list = authority.list_until.map_or_else(
        || "made elsewhere".to_owned(),
        |until| format!("good until {}", until.format("%Y-%m-%d")),
    );
    let key = if authority.signs_here {
        "here, sealed"
    } else {
        "elsewhere"
    };
    format!(
        "{kind}: {name}\n  issued by        {issuer}\n  valid until      {until}\n  SHA-256          {digest}\n  \
         secret key       {key}\n  revocation list  {list}",
        kind = authority.kind.as_str(),
        name = authority.name,
        issuer = authority.issuer,
        until = authority.not_after.format("%Y-%m-%d"),
        digest = authority.digest,
    )
}
