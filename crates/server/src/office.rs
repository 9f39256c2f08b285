//! Opening the office: data folder, secrets, database, clock.

use crate::failure::Failure;
use crate::secrets;
use crate::settings::Settings;
use daftar_application::identity::TokenKeys;
use daftar_application::keys::KeyRing;
use daftar_application::{Clock, Office, OfficeParts};
use daftar_documents::{BlobStore, Drawing, Program};
use daftar_domain::office::{Timestamp, truncate};
use daftar_persistence::{Database, DatabaseSettings};
use std::fs;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::PathBuf;
use std::sync::Arc;

/// The machine's clock.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks the machine for the time"
    )]
    fn now(&self) -> Timestamp {
        truncate(chrono::Utc::now())
    }
}

/// Connects to the database, making the data folder first.
pub(crate) async fn database(settings: &Settings) -> Result<Database, Failure> {
    let folder = &settings.storage.folder;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(Failure::file(folder))?;
    let connect = DatabaseSettings {
        url: settings.database_url(),
        connections: settings.database.connections,
    };
    Ok(Database::connect(&connect).await?)
}

/// Connects to a database that is there already, the configured one unless `url` names another: a check makes none.
pub(crate) async fn existing_database(settings: &Settings, url: Option<&str>) -> Result<Database, Failure> {
    let url = url.map_or_else(|| settings.database_url(), str::to_owned);
    if let Some(path) = url.strip_prefix("sqlite://") {
        let path = PathBuf::from(path.split('?').next().unwrap_or(path));
        fs::metadata(&path).map_err(Failure::file(&path))?;
    }
    let connections = settings.database.connections;
    Ok(Database::connect(&DatabaseSettings { url, connections }).await?)
}

/// Opens the office.
pub(crate) async fn open(settings: &Settings) -> Result<Office, Failure> {
    Ok(Office::new(parts(settings).await?))
}

/// What the office is put together from.
pub(crate) async fn parts(settings: &Settings) -> Result<OfficeParts, Failure> {
    let database = database(settings).await?;
    let seeds = secrets::token_seeds(&settings.storage.folder)?;
    let token_keys = TokenKeys::from_seeds(settings.server.public_url.clone(), &seeds)?;
    let ledger_keys = secrets::ledger_keys(&settings.storage.folder, &settings.ledger_origin())?;
    let key_ring = KeyRing::open_at(&settings.keys.ring(&settings.storage.folder)).await?;
    let papers = settings.storage.folder.join("papers");
    let blobs = BlobStore::open(&papers).await.map_err(Failure::file(&papers))?;
    Ok(OfficeParts {
        database,
        clock: Arc::new(SystemClock),
        token_keys,
        ledger_keys,
        key_ring,
        second_factor: settings.identity.second_factor,
        least_proof: settings.identity.least_proof,
        witnesses: settings.ledger.witnesses()?,
        blobs,
        drawing: Drawing::Apart(reader_of_papers()?),
        mailer: settings.mail.mailer()?,
        time_stamping: settings.signatures.time_stamping()?,
    })
}

/// This program, asked to read one paper. Linux knows the file that runs even after an update has replaced it.
fn reader_of_papers() -> Result<Program, Failure> {
    let itself = PathBuf::from("/proc/self/exe");
    let path = if itself.exists() {
        itself
    } else {
        std::env::current_exe()?
    };
    Ok(Program::new(path, ["draw"]))
}
