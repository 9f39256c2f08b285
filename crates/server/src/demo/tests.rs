//! The demonstration office, filled for real, small.

use super::fill::fill_to;
use super::plan::Scale;
use chrono::{TimeZone as _, Utc};
use daftar_application::identity::TokenKeys;
use daftar_application::{Clock, Office, OfficeParts};
use daftar_documents::BlobStore;
use daftar_domain::office::Timestamp;
use daftar_persistence::{Database, DatabaseSettings};
use std::path::Path;
use std::sync::Arc;

struct Now(Timestamp);

impl Clock for Now {
    fn now(&self) -> Timestamp {
        self.0
    }
}

async fn parts(folder: &Path, now: Timestamp) -> OfficeParts {
    let settings = DatabaseSettings {
        url: format!("sqlite://{}/daftar.db", folder.display()),
        connections: 2,
    };
    let database = Database::connect(&settings).await.unwrap();
    database.migrate().await.unwrap();
    OfficeParts {
        database,
        clock: Arc::new(Now(now)),
        token_keys: TokenKeys::from_seeds("http://daftar.test", &[[7; 32]]).unwrap(),
        blobs: BlobStore::open(folder.join("papers")).await.unwrap(),
    }
}
