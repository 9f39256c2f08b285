//! The key ring: small secrets are sealed before the database sees them.
//!
//! A sealed secret is text: `v1.<key id>.<base64url of nonce and ciphertext>` (AES-256-GCM). What it belongs to is sealed
//! with it (the `aad`), so that a secret which is copied to another row does not open there. The id of the key lets keys
//! of a file and of a token stand beside each other while secrets move from one to the other.

use super::error::KeyError;
use super::file::KeyFile;
use super::token::{Token, TokenSettings};
use crate::office::Error;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_domain::keys::KeyKind;
use daftar_domain::office::EncryptionKeyId;
use daftar_persistence::keys::key_of;
use secrecy::zeroize::Zeroizing;
use secrecy::{SecretBox, SecretSlice};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// Bytes of a nonce.
pub(super) const NONCE: usize = 12;

/// How long the outcome of a trial is good for.
const TRIAL: Duration = Duration::from_secs(1);

/// Where the keys lie.
#[derive(Debug, Clone)]
pub struct RingSettings {
    /// Where the key lies that seals new secrets. Keys of the other sort open what they have sealed.
    pub kind: KeyKind,
    /// The file of keys.
    pub file: PathBuf,
    /// The token or HSM, if there is one.
    pub token: Option<TokenSettings>,
}

/// The keys that seal secrets: the current one seals, all open.
pub struct KeyRing {
    kind: KeyKind,
    file: Arc<KeyFile>,
    token: Option<Token>,
    /// When the keys were last tried, and how it went.
    trial: Mutex<Option<(Instant, bool)>>,
}

impl KeyRing {
    /// A ring of 32-byte keys in memory, the current one first.
    ///
    /// # Errors
    /// [`Error::Internal`] without any key.
    pub fn from_keys(keys: &[[u8; 32]]) -> Result<Self, Error> {
        if keys.is_empty() {
            return Err(Error::Internal("no key to seal secrets with".to_owned()));
        }
        Ok(Self {
            kind: KeyKind::File,
            file: Arc::new(KeyFile::in_memory(keys)),
            token: None,
            trial: Mutex::default(),
        })
    }

    /// Opens the keys; makes the first one where there is none.
    pub async fn open_at(settings: &RingSettings) -> Result<Self, KeyError> {
        let (path, make) = (settings.file.clone(), settings.kind == KeyKind::File);
        let file = blocking(move || KeyFile::open(&path, make)).await?;
        let token = settings.token.clone().map(Token::new);
        if let Some(token) = &token
            && token.ids().await?.is_empty()
            && settings.kind == KeyKind::Pkcs11
        {
            token.add().await?;
        }
        Ok(Self {
            kind: settings.kind,
            file: Arc::new(file),
            token,
            trial: Mutex::default(),
        })
    }

    /// Seals a secret that belongs to `aad`.
    ///
    /// # Errors
    /// `keys-unavailable` when the key cannot be used.
    pub async fn seal(&self, aad: &str, secret: &[u8]) -> Result<String, Error> {
        let (aad, secret) = (aad.to_owned(), Zeroizing::new(secret.to_vec()));
        let (key, sealed) = match self.kind {
            KeyKind::File => {
                let file = self.file.clone();
                blocking(move || file.seal(&aad, &secret)).await?
            }
            KeyKind::Pkcs11 => self.token()?.seal(aad, secret).await?,
        };
        Ok(format!("v1.{key}.{}", URL_SAFE_NO_PAD.encode(sealed)))
    }

    /// Opens what [`KeyRing::seal`] sealed for the same `aad`.
    ///
    /// # Errors
    /// [`Error::Internal`] when it was changed or belongs to something else, `keys-unavailable` when its key cannot be
    /// used.
    pub async fn open(&self, aad: &str, sealed: &str) -> Result<SecretSlice<u8>, Error> {
        Ok(self.try_open(aad, sealed).await?)
    }

    /// As [`KeyRing::open`], with the reason for whoever goes on without this secret.
    pub(super) async fn try_open(&self, aad: &str, sealed: &str) -> Result<SecretSlice<u8>, KeyError> {
        let unopened = || KeyError::Unopened(aad.to_owned());
        let key = key_of(sealed).ok_or_else(unopened)?;
        let (_, body) = sealed.rsplit_once('.').ok_or_else(unopened)?;
        let body = URL_SAFE_NO_PAD.decode(body).map_err(|_| unopened())?;
        let (file, text, bytes) = (self.file.clone(), aad.to_owned(), body.clone());
        let opened = blocking(move || file.open_with(key, &text, &bytes)).await?;
        let secret = match (opened, &self.token) {
            (Some(secret), _) => secret,
            (None, Some(token)) => token.open_with(key, aad.to_owned(), body).await?,
            (None, None) => return Err(KeyError::Unknown(key)),
        };
        // A copy of the right length: what is cut to it could leave another one behind.
        let secret = Zeroizing::new(secret);
        Ok(SecretBox::new(secret.as_slice().into()))
    }

    /// Whether a secret can be sealed and opened now. Tried once a second at most: whoever asks in vain keeps nobody from
    /// the keys.
    pub async fn is_usable(&self) -> bool {
        let mut last = self.trial.lock().await;
        if let Some((at, usable)) = *last
            && at.elapsed() < TRIAL
        {
            return usable;
        }
        let usable = match self.seal("trial", b"trial").await {
            Ok(sealed) => self.open("trial", &sealed).await.is_ok(),
            Err(_) => false,
        };
        *last = Some((Instant::now(), usable));
        usable
    }

    /// All keys with the place where they lie, the current one first.
    pub(super) async fn held(&self) -> Result<Vec<(EncryptionKeyId, KeyKind)>, KeyError> {
        let file = self.file.clone();
        let file = blocking(move || file.ids()).await?;
        let token = match &self.token {
            Some(token) => token.ids().await?,
            None => Vec::new(),
        };
        let file = file.into_iter().map(|id| (id, KeyKind::File));
        let token = token.into_iter().map(|id| (id, KeyKind::Pkcs11));
        Ok(match self.kind {
            KeyKind::File => file.chain(token).collect(),
            KeyKind::Pkcs11 => token.chain(file).collect(),
        })
    }

    /// The key that seals, with the place where it lies.
    pub(super) async fn current(&self) -> Result<(EncryptionKeyId, KeyKind), KeyError> {
        let held = self.held().await?;
        let current = held.into_iter().find(|(_, lies_in)| *lies_in == self.kind);
        current.ok_or_else(|| self.without_key())
    }

    /// Makes a key, the current one from now on.
    pub(super) async fn add(&self) -> Result<EncryptionKeyId, KeyError> {
        match self.kind {
            KeyKind::File => {
                let file = self.file.clone();
                blocking(move || file.add()).await
            }
            KeyKind::Pkcs11 => self.token()?.add().await,
        }
    }

    /// Destroys a key; one that is not there is no matter.
    pub(super) async fn remove(&self, id: EncryptionKeyId, lies_in: KeyKind) -> Result<(), KeyError> {
        match lies_in {
            KeyKind::File => {
                let file = self.file.clone();
                blocking(move || file.remove(id)).await
            }
            KeyKind::Pkcs11 => self.token()?.remove(id).await,
        }
    }

    fn token(&self) -> Result<&Token, KeyError> {
        self.token.as_ref().ok_or_else(|| self.without_key())
    }

    fn without_key(&self) -> KeyError {
        KeyError::None(self.kind.as_str())
    }
}

/// Runs what waits for the disk where it keeps nobody else waiting.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, KeyError> + Send + 'static,
) -> Result<T, KeyError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| {
        Err(KeyError::File {
            path: "keys".to_owned(),
            problem: error.to_string(),
        })
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret as _;

    fn ring(keys: &[[u8; 32]]) -> KeyRing {
        KeyRing::from_keys(keys).unwrap()
    }

    #[tokio::test]
    async fn a_secret_opens_for_what_it_was_sealed_for_and_for_nothing_else() {
        let ring = ring(&[[1; 32]]);
        let sealed = ring.seal("totp:7", b"secret").await.unwrap();
        assert_ne!(
            ring.seal("totp:7", b"secret").await.unwrap(),
            sealed,
            "the nonce is new"
        );
        assert_eq!(ring.open("totp:7", &sealed).await.unwrap().expose_secret(), b"secret");
        assert!(matches!(ring.open("totp:8", &sealed).await, Err(Error::Internal(_))));
        assert!(ring.is_usable().await);
    }

    #[tokio::test]
    async fn an_older_key_opens_and_a_foreign_one_does_not() {
        let sealed = ring(&[[1; 32]]).seal("x", b"secret").await.unwrap();
        let both = ring(&[[2; 32], [1; 32]]);
        assert_eq!(both.open("x", &sealed).await.unwrap().expose_secret(), b"secret");
        let current = both.held().await.unwrap()[0].0;
        assert_eq!(
            key_of(&both.seal("x", b"secret").await.unwrap()),
            Some(current),
            "the first key seals"
        );
        assert!(matches!(
            ring(&[[2; 32]]).open("x", &sealed).await,
            Err(Error::Code("keys-unavailable"))
        ));
        assert!(KeyRing::from_keys(&[]).is_err());
    }

    #[tokio::test]
    async fn what_was_changed_does_not_open() {
        let ring = ring(&[[1; 32]]);
        let sealed = ring.seal("x", b"secret").await.unwrap();
        let (head, body) = sealed.rsplit_once('.').unwrap();
        let mut bytes = URL_SAFE_NO_PAD.decode(body).unwrap();
        for at in [0, NONCE, bytes.len() - 1] {
            bytes[at] ^= 1;
            let forged = format!("{head}.{}", URL_SAFE_NO_PAD.encode(&bytes));
            assert!(ring.open("x", &forged).await.is_err(), "byte {at}");
            bytes[at] ^= 1;
        }
        let short = format!("{head}.{}", URL_SAFE_NO_PAD.encode(&bytes[..NONCE - 1]));
        let cut = &sealed[..sealed.len() - 4];
        for nonsense in ["", "v1", "v1.x", "v2.x.y", "v1..", &format!("{head}."), &short, cut] {
            assert!(
                matches!(ring.open("x", nonsense).await, Err(Error::Internal(_))),
                "{nonsense}"
            );
        }
    }
}
