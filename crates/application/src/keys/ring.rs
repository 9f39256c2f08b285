//! The key ring: small secrets are sealed before the database sees them.
//!
//! A sealed secret is text: `v1.<key id>.<base64url of nonce and ciphertext>`. What it belongs to is sealed with it (the
//! `aad`), so that a secret which is copied to another row does not open there.

use crate::office::Error;
use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _, Nonce};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng as _;
use secrecy::{SecretBox, SecretSlice};
use sha2::{Digest as _, Sha256};

/// The form of a sealed secret; another form gets another word.
const FORM: &str = "v1";
const NONCE: usize = 12;

struct Key {
    id: String,
    cipher: Aes256Gcm,
}

/// The keys that seal secrets: the first seals, all open, so that a key can be replaced before everything is sealed anew.
pub struct KeyRing {
    keys: Vec<Key>,
}

impl KeyRing {
    /// Makes the ring from 32-byte keys, the current one first.
    ///
    /// # Errors
    /// [`Error::Internal`] without any key.
    pub fn from_keys(keys: &[[u8; 32]]) -> Result<Self, Error> {
        if keys.is_empty() {
            return Err(Error::Internal("no key to seal secrets with".to_owned()));
        }
        Ok(Self {
            keys: keys.iter().map(key).collect(),
        })
    }

    /// Seals a secret that belongs to `aad`.
    ///
    /// # Errors
    /// [`Error::Internal`] when the key cannot be used.
    #[expect(
        clippy::unused_async,
        reason = "the key may lie in a device outside this process, which has to be waited for"
    )]
    pub async fn seal(&self, aad: &str, secret: &[u8]) -> Result<String, Error> {
        let key = self
            .keys
            .first()
            .ok_or_else(|| Error::Internal("no key to seal secrets with".to_owned()))?;
        let mut nonce = [0_u8; NONCE];
        rand::rng().fill_bytes(&mut nonce);
        let payload = Payload {
            msg: secret,
            aad: aad.as_bytes(),
        };
        let ciphertext = key
            .cipher
            .encrypt(&Nonce::from(nonce), payload)
            .map_err(|_| Error::Internal(format!("the secret of {aad} cannot be sealed")))?;
        let sealed = URL_SAFE_NO_PAD.encode([nonce.as_slice(), &ciphertext].concat());
        Ok(format!("{FORM}.{}.{sealed}", key.id))
    }

    /// Opens what [`KeyRing::seal`] sealed for the same `aad`.
    ///
    /// # Errors
    /// [`Error::Internal`] when it was changed, belongs to something else, or its key is not in the ring.
    #[expect(
        clippy::unused_async,
        reason = "the key may lie in a device outside this process, which has to be waited for"
    )]
    pub async fn open(&self, aad: &str, sealed: &str) -> Result<SecretSlice<u8>, Error> {
        let secret = self.opened(aad, sealed).ok_or_else(|| {
            Error::Internal(format!(
                "the secret of {aad} does not open with the keys of this office"
            ))
        })?;
        Ok(SecretBox::from(secret))
    }

    fn opened(&self, aad: &str, sealed: &str) -> Option<Vec<u8>> {
        let (form, rest) = sealed.split_once('.')?;
        let (id, sealed) = rest.split_once('.')?;
        let key = self.keys.iter().find(|key| key.id == id && form == FORM)?;
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, ciphertext) = bytes.split_first_chunk::<NONCE>()?;
        let payload = Payload {
            msg: ciphertext,
            aad: aad.as_bytes(),
        };
        key.cipher.decrypt(&Nonce::from(*nonce), payload).ok()
    }
}

fn key(bytes: &[u8; 32]) -> Key {
    Key {
        id: hex::encode(&Sha256::digest(bytes)[..8]),
        cipher: Aes256Gcm::new(&(*bytes).into()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret as _;

    #[tokio::test]
    async fn a_secret_opens_for_what_it_was_sealed_for_and_for_nothing_else() {
        let ring = KeyRing::from_keys(&[[1; 32]]).unwrap();
        let sealed = ring.seal("totp:7", b"secret").await.unwrap();
        assert!(sealed.starts_with("v1."), "{sealed}");
        assert_ne!(
            ring.seal("totp:7", b"secret").await.unwrap(),
            sealed,
            "the nonce is new"
        );
        assert_eq!(ring.open("totp:7", &sealed).await.unwrap().expose_secret(), b"secret");
        assert!(ring.open("totp:8", &sealed).await.is_err());
    }

    #[tokio::test]
    async fn an_older_key_opens_and_a_foreign_one_does_not() {
        let old = KeyRing::from_keys(&[[1; 32]]).unwrap();
        let sealed = old.seal("x", b"secret").await.unwrap();
        let both = KeyRing::from_keys(&[[2; 32], [1; 32]]).unwrap();
        assert_eq!(both.open("x", &sealed).await.unwrap().expose_secret(), b"secret");
        assert_ne!(
            both.seal("x", b"secret").await.unwrap()[..20],
            sealed[..20],
            "the first key seals"
        );
        assert!(
            KeyRing::from_keys(&[[2; 32]])
                .unwrap()
                .open("x", &sealed)
                .await
                .is_err()
        );
        assert!(KeyRing::from_keys(&[]).is_err());
    }

    #[tokio::test]
    async fn what_was_changed_does_not_open() {
        let ring = KeyRing::from_keys(&[[1; 32]]).unwrap();
        let sealed = ring.seal("x", b"secret").await.unwrap();
        let (head, body) = sealed.rsplit_once('.').unwrap();
        let mut bytes = URL_SAFE_NO_PAD.decode(body).unwrap();
        for at in [0, NONCE, bytes.len() - 1] {
            bytes[at] ^= 1;
            let forged = format!("{head}.{}", URL_SAFE_NO_PAD.encode(&bytes));
            assert!(ring.open("x", &forged).await.is_err(), "byte {at}");
            bytes[at] ^= 1;
        }
        for nonsense in ["", "v1", "v1.x", "v2.x.y", "v1..", &sealed[..sealed.len() - 30]] {
            assert!(ring.open("x", nonsense).await.is_err(), "{nonsense}");
        }
    }
}
