//! The witnesses of the ledger.

use crate::failure::Failure;
use daftar_application::ledger::{Witness, Witnesses};
use daftar_domain::ledger::{KeyUse, VerifierKey};
use hyper::Uri;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::time::Duration;

/// The ledger.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LedgerSettings {
    /// Who outside the office cosigns its checkpoints.
    pub(crate) witnesses: Vec<WitnessSettings>,
    /// How often each witness is sent a checkpoint at most, in seconds.
    pub(crate) witness_seconds: u64,
    /// Certificates (PEM) of authorities that witnesses' TLS may be signed by, beside those that browsers know; empty for
    /// none.
    pub(crate) witness_roots: PathBuf,
    /// How often the office checks its ledger by itself, in hours; 0 for only when an auditor asks.
    pub(crate) verify_hours: u32,
}

/// Somebody outside the office who cosigns its checkpoints.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WitnessSettings {
    /// Where it takes checkpoints: `/add-checkpoint` follows.
    pub(crate) url: String,
    /// Its verifier key, for cosignatures.
    pub(crate) key: String,
}

impl Default for LedgerSettings {
    fn default() -> Self {
        Self {
            witnesses: Vec::new(),
            witness_seconds: 60,
            witness_roots: PathBuf::new(),
            verify_hours: 24,
        }
    }
}

impl LedgerSettings {
    /// How often the office checks its ledger by itself.
    pub(crate) fn verifying(&self) -> Option<chrono::Duration> {
        (self.verify_hours > 0).then(|| chrono::Duration::hours(self.verify_hours.into()))
    }

    /// The witnesses, if they make sense.
    pub(crate) fn witnesses(&self) -> Result<Witnesses, Failure> {
        let wrong = |key, problem| Failure::Setting { key, problem };
        if self.witness_seconds == 0 {
            return Err(wrong("ledger.witness_seconds", "must be at least 1".to_owned()));
        }
        let mut all: Vec<Witness> = Vec::new();
        for (settings, number) in self.witnesses.iter().zip(1..) {
            let witness = settings.read();
            let witness =
                witness.map_err(|problem| wrong("ledger.witnesses", format!("number {number}: {problem}")))?;
            if let Some(other) = all.iter().position(|known| known.key.name() == witness.key.name()) {
                let problem = format!("number {number}: its key has the name of number {}", other + 1);
                return Err(wrong("ledger.witnesses", problem));
            }
            all.push(witness);
        }
        let every = Duration::from_secs(self.witness_seconds);
        Ok(Witnesses { all, every })
    }
}

impl WitnessSettings {
    fn read(&self) -> Result<Witness, String> {
        let url: Uri = self.url.parse().map_err(|_| "url: is none".to_owned())?;
        let ours =
            matches!(url.scheme_str(), Some("http" | "https")) && url.host().is_some_and(|host| !host.is_empty());
        let authority = url.authority().map_or("", |authority| authority.as_str());
        if !ours
            || authority.contains('@')
            || url.query().is_some()
            || self.url.contains('#')
            || self.url.ends_with('/')
        {
            let problem =
                "url: must start with http:// or https://, have no user and no query, and not end with a slash";
            return Err(problem.to_owned());
        }
        let key: VerifierKey = self
            .key
            .parse()
            .map_err(|_| "key: is no verifier key (name+id+key)".to_owned())?;
        if key.usage() != KeyUse::Cosignature {
            return Err("key: is for signing notes; a witness cosigns with a key of type 4".to_owned());
        }
        let url = self.url.clone();
        Ok(Witness { url, key })
    }
}
