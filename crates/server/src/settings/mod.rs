//! The configuration: one typed structure, from a file and the environment.
//!
//! Read in this order, the later winning: the defaults below; `daftar.toml` in the working folder, or the file named
//! by `--config` or `DAFTAR_CONFIG`; variables such as `DAFTAR__SERVER__ADDRESS`. A key that is not known is an error.

mod keys;
mod ledger;
mod mail;
mod signatures;

use crate::failure::Failure;
use config::{Config, Environment, File};
use daftar_domain::identity::FactorPolicy;
use daftar_domain::signing::LeastProof;
pub(crate) use keys::KeySettings;
use ledger::LedgerSettings;
use mail::MailSettings;
use serde::{Deserialize, Serialize};
use signatures::SignatureSettings;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use tracing_subscriber::EnvFilter;

/// Everything that can be configured.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Settings {
    /// Where the office listens and what it serves.
    pub(crate) server: ServerSettings,
    /// Where rows are kept.
    pub(crate) database: DatabaseSettings,
    /// Where papers and secrets are kept.
    pub(crate) storage: StorageSettings,
    /// How people prove who they are.
    pub(crate) identity: IdentitySettings,
    /// Where the keys lie that seal the secrets of the database.
    pub(crate) keys: KeySettings,
    /// What is logged.
    pub(crate) log: LogSettings,
    /// Jobs of the outbox.
    pub(crate) jobs: JobSettings,
    /// Who witnesses the ledger.
    pub(crate) ledger: LedgerSettings,
    /// E-mail.
    pub(crate) mail: MailSettings,
    /// Signatures of issued documents.
    pub(crate) signatures: SignatureSettings,
}

/// Where the office listens and what it serves.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ServerSettings {
    /// Address and port to listen on. TLS and HTTP/2 end at a proxy before it.
    pub(crate) address: SocketAddr,
    /// How people reach the office; also the issuer of its tokens. With `https:`, cookies are marked secure.
    pub(crate) public_url: String,
    /// Whether requests come through a proxy on this machine or network, which names the client's address last in
    /// `X-Forwarded-For`. Without a proxy it must stay off: clients could name any address.
    pub(crate) behind_proxy: bool,
    /// The folder of the built SPA; empty serves the API alone.
    pub(crate) web_root: PathBuf,
    /// Worker threads; 0 takes one for each core.
    pub(crate) workers: usize,
    /// Seconds that a client has, from connecting, for the head of its first request; then it is told 408 and disconnected.
    pub(crate) head_seconds: u64,
    /// Seconds that requests in flight may take when the server is told to stop.
    pub(crate) drain_seconds: u64,
}

/// Where rows are kept.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DatabaseSettings {
    /// `sqlite://path` or `postgres://user:password@host/database`; empty keeps an `SQLite` file in the data folder.
    pub(crate) url: String,
    /// Connections of the pool, at most.
    pub(crate) connections: u32,
}

/// Where papers and secrets are kept.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct StorageSettings {
    /// The data folder: papers, secrets, and the `SQLite` file.
    pub(crate) folder: PathBuf,
}

/// How people prove who they are.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct IdentitySettings {
    /// With `required`, administrators, auditors and whoever can authenticate orders need a second factor; with
    /// `offered`, nobody does.
    pub(crate) second_factor: FactorPolicy,
    /// The least that an officer's signature rests on: `second_factor` or `passkey`; `password` for demonstrations and
    /// exercises only.
    pub(crate) least_proof: LeastProof,
}

/// What is logged.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LogSettings {
    /// For people or for machines.
    pub(crate) format: LogFormat,
    /// Which events, in tracing's filter language: `info`, `daftar_api=debug`.
    pub(crate) filter: String,
}

/// The shape of a log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LogFormat {
    /// For people.
    Human,
    /// One JSON object a line.
    Json,
}

/// Jobs of the outbox.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct JobSettings {
    /// Whether `serve` works on jobs too; switch it off where `daftar worker` runs beside it.
    pub(crate) in_server: bool,
}

impl Default for ServerSettings {
    fn default() -> Self {
        Self {
            address: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: "http://127.0.0.1:8080".to_owned(),
            behind_proxy: false,
            web_root: PathBuf::from("frontend/dist"),
            workers: 0,
            head_seconds: 15,
            drain_seconds: 20,
        }
    }
}

impl Default for DatabaseSettings {
    fn default() -> Self {
        Self {
            url: String::new(),
            connections: 16,
        }
    }
}

impl Default for StorageSettings {
    fn default() -> Self {
        Self {
            folder: PathBuf::from("data"),
        }
    }
}

impl Default for IdentitySettings {
    fn default() -> Self {
        Self {
            second_factor: FactorPolicy::Required,
            least_proof: LeastProof::SecondFactor,
        }
    }
}

impl Default for LogSettings {
    fn default() -> Self {
        Self {
            format: LogFormat::Human,
            filter: "info,actix_server=warn,sea_orm_migration=warn".to_owned(),
        }
    }
}

impl Default for JobSettings {
    fn default() -> Self {
        Self { in_server: true }
    }
}

impl LogSettings {
    /// Which events are logged.
    pub(crate) fn filter(&self) -> Result<EnvFilter, Failure> {
        EnvFilter::try_new(&self.filter).map_err(|error| Failure::Setting {
            key: "log.filter",
            problem: error.to_string(),
        })
    }
}

impl Settings {
    /// Reads the configuration.
    pub(crate) fn read(file: Option<&Path>) -> Result<Self, Failure> {
        let file = match file {
            Some(path) => File::from(path).required(true),
            None => File::with_name("daftar.toml").required(false),
        };
        let environment = Environment::with_prefix("DAFTAR")
            .prefix_separator("__")
            .separator("__")
            .try_parsing(true);
        let settings: Self = Config::builder()
            .add_source(file)
            .add_source(environment)
            .build()?
            .try_deserialize()?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> Result<(), Failure> {
        let wrong = |key, problem: &str| {
            Err(Failure::Setting {
                key,
                problem: problem.to_owned(),
            })
        };
        let url = &self.server.public_url;
        if !(url.starts_with("http://") || url.starts_with("https://")) || url.ends_with('/') {
            return wrong(
                "server.public_url",
                "must start with http:// or https:// and not end with a slash",
            );
        }
        let database = &self.database.url;
        if !(database.is_empty() || database.starts_with("sqlite:") || database.starts_with("postgres")) {
            return wrong("database.url", "must start with sqlite:// or postgres://");
        }
        if self.database.connections < 2 {
            return wrong("database.connections", "must be at least 2");
        }
        if self.server.head_seconds == 0 {
            return wrong("server.head_seconds", "must be at least 1");
        }
        self.keys.check()?;
        self.mail.check()?;
        self.signatures.check()?;
        self.ledger.witnesses()?;
        self.log.filter().map(|_| ())
    }

    /// The address of the database: the configured one, or a file in the data folder.
    pub(crate) fn database_url(&self) -> String {
        if self.database.url.is_empty() {
            format!("sqlite://{}", self.storage.folder.join("daftar.db").display())
        } else {
            self.database.url.clone()
        }
    }

    /// The name that the office's ledger gets at its first start: host and port of the public address, and `/ledger`.
    pub(crate) fn ledger_origin(&self) -> String {
        let url = &self.server.public_url;
        let host = url.split_once("://").map_or(url.as_str(), |(_, host)| host);
        format!("{host}/ledger")
    }

    /// The settings as a person may read them: without the database's password, which stands before the host or among
    /// the parameters.
    pub(crate) fn presentable(&self) -> Self {
        let mut shown = self.clone();
        let url = &mut shown.database.url;
        if let Some((scheme, rest)) = url.split_once("://")
            && let Some((_, host)) = rest.rsplit_once('@')
        {
            *url = format!("{scheme}://…@{host}");
        }
        if let Some((before, parameters)) = url.split_once('?') {
            let parameters = parameters.split('&').map(|parameter| match parameter.split_once('=') {
                Some(("password", _)) => "password=…",
                _ => parameter,
            });
            *url = format!("{before}?{}", parameters.collect::<Vec<_>>().join("&"));
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_of_the_database_is_never_shown() {
        let mut settings = Settings::default();
        settings.database.url = "postgres://daftar:s3cret@db/daftar".to_owned();
        assert_eq!(settings.presentable().database.url, "postgres://…@db/daftar");
        settings.database.url = "postgres://db/daftar?user=daftar&password=s3cret&sslmode=require".to_owned();
        assert_eq!(
            settings.presentable().database.url,
            "postgres://db/daftar?user=daftar&password=…&sslmode=require"
        );
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("daftar.toml");
        std::fs::write(&file, "[server]\nport = 80\n").unwrap();
        assert!(Settings::read(Some(&file)).unwrap_err().to_string().contains("port"));
    }
}
