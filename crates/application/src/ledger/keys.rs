//! The keys that sign checkpoints.

use crate::office::Error;
use daftar_domain::ledger::{Event, EventKind, KeyUse, Module, SignerKey, SubjectKind, VerifierKey};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// A key of the office's ledger.
#[derive(Debug, Clone)]
pub struct LedgerKey {
    signer: SignerKey,
    retired: bool,
}

impl LedgerKey {
    /// The public half.
    pub fn verifier(&self) -> &VerifierKey {
        self.signer.verifier()
    }

    /// What the ledger says of the key, the first first: that it was added, and where it was, that it was retired.
    pub(super) fn events(&self) -> Vec<Event> {
        let event = |kind| {
            let content = json!({ "key": self.verifier().to_string() });
            Event::new(Module::Ledger, kind, SubjectKind::LedgerKey, self.subject(), content)
        };
        let retired = self.retired.then_some(EventKind::LedgerKeyRetired);
        [Some(EventKind::LedgerKeyAdded), retired]
            .into_iter()
            .flatten()
            .map(event)
            .collect()
    }

    /// The id under which the ledger speaks of the key: the first bytes of its hash.
    fn subject(&self) -> Uuid {
        let hash = Sha256::digest(self.verifier().to_string());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash[..16]);
        uuid::Builder::from_custom_bytes(bytes).into_uuid()
    }
}

/// All keys of the ledger, the oldest first. Those that sign do so side by side; retired ones stay, for the record.
#[derive(Debug, Clone)]
pub struct LedgerKeys {
    keys: Vec<LedgerKey>,
}

impl LedgerKeys {
    /// Puts the keys together from their seeds, the oldest first; `true` stands beside a retired one. `origin` is the
    /// office's name for its ledger.
    ///
    /// # Errors
    /// When no key signs, or the name cannot stand in a signature.
    pub fn from_seeds(origin: &str, seeds: &[([u8; 32], bool)]) -> Result<Self, Error> {
        let key = |(seed, retired): &([u8; 32], bool)| {
            let signer = SignerKey::from_seed(origin, KeyUse::Note, seed);
            let signer = signer.map_err(|error| Error::Internal(format!("ledger key '{origin}': {error}")))?;
            Ok(LedgerKey {
                signer,
                retired: *retired,
            })
        };
        let keys = seeds.iter().map(key).collect::<Result<Vec<_>, Error>>()?;
        if keys.iter().all(|key| key.retired) {
            return Err(Error::Internal("no key of the ledger signs".to_owned()));
        }
        Ok(Self { keys })
    }

    /// The office's name for its ledger.
    pub fn origin(&self) -> &str {
        self.keys.first().map_or("", |key| key.verifier().name())
    }

    /// All keys, the oldest first.
    pub fn all(&self) -> &[LedgerKey] {
        &self.keys
    }

    /// The keys that sign. One that is retired just now signs once more: those who trust it learn from it of its end.
    pub(super) fn signing(&self, retiring: impl Fn(&LedgerKey) -> bool) -> impl Iterator<Item = &SignerKey> {
        let signs = move |key: &&LedgerKey| !key.retired || retiring(key);
        self.keys.iter().filter(signs).map(|key| &key.signer)
    }
}
