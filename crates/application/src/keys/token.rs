//! Key-encryption keys in a token or HSM, by PKCS#11. They are made there, never leave it, and seal and open there.
//!
//! Whoever keeps the token decides over it: it may be unplugged, restarted, or slow. So one session is kept and used for
//! one thing at a time; when something fails, the module is started anew and the thing tried once more; and nobody waits
//! for ever.

use super::error::KeyError;
use super::file::read_secret;
use super::ring::NONCE;
use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error as TokenError, RvError};
use cryptoki::mechanism::Mechanism;
use cryptoki::mechanism::aead::GcmParams;
use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::types::{AuthPin, Ulong};
use daftar_domain::office::EncryptionKeyId;
use secrecy::zeroize::Zeroizing;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use uuid::{Builder, Uuid};

/// How long one thing may take, with the wait for those before it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Bits of GCM's tag, and bytes of an AES-256 key.
const TAG: usize = 128;
const KEY: usize = 32;

/// How to reach a token.
#[derive(Debug, Clone)]
pub struct TokenSettings {
    /// The PKCS#11 library of its maker.
    pub module: PathBuf,
    /// The label of the token.
    pub token_label: String,
    /// The file with the user's PIN.
    pub pin_file: PathBuf,
    /// The label of the keys in it.
    pub key_label: String,
}

/// A token.
#[derive(Clone)]
pub(super) struct Token {
    settings: TokenSettings,
    line: Arc<Mutex<Line>>,
}

/// What connects this process with the token.
#[derive(Default)]
struct Line {
    module: Option<Pkcs11>,
    session: Option<Session>,
    /// A PIN that the token refused: it must not be tried until the token locks itself.
    refused: Option<Zeroizing<String>>,
}

/// Why a step failed.
#[derive(Debug)]
enum Trouble {
    /// The token may be there again in a moment.
    Gone(String),
    /// It has no such key; one that was pulled out may say so too.
    NoKey(EncryptionKeyId),
    /// It has no key at all; the same.
    Empty,
    /// It has the key, and what is to be opened is not what was sealed.
    Wrong(String),
    /// The file with the PIN.
    Pin(KeyError),
}

impl From<TokenError> for Trouble {
    fn from(error: TokenError) -> Self {
        Self::Gone(error.to_string())
    }
}

impl Token {
    /// A token that will be reached at first use.
    pub(super) fn new(settings: TokenSettings) -> Self {
        Self {
            settings,
            line: Arc::default(),
        }
    }

    /// The ids of the keys, the current one first.
    pub(super) async fn ids(&self) -> Result<Vec<EncryptionKeyId>, KeyError> {
        self.with(|keys| keys.ids_if_any()).await
    }

    /// Seals with the current key; answers its id, and nonce and ciphertext.
    pub(super) async fn seal(
        &self,
        aad: String,
        secret: Zeroizing<Vec<u8>>,
    ) -> Result<(EncryptionKeyId, Vec<u8>), KeyError> {
        self.with(move |keys| keys.seal(&aad, &secret)).await
    }

    /// Opens with a key.
    pub(super) async fn open_with(
        &self,
        id: EncryptionKeyId,
        aad: String,
        sealed: Vec<u8>,
    ) -> Result<Vec<u8>, KeyError> {
        self.with(move |keys| keys.open(id, &aad, &sealed)).await
    }

    /// Makes a key, the current one from now on.
    pub(super) async fn add(&self) -> Result<EncryptionKeyId, KeyError> {
        self.with(|keys| keys.add()).await
    }

    /// Destroys a key; one that is not there is no matter.
    pub(super) async fn remove(&self, id: EncryptionKeyId) -> Result<(), KeyError> {
        self.with(move |keys| match keys.find(id) {
            Ok(key) => Ok(keys.session.destroy_object(key)?),
            Err(Trouble::NoKey(_)) => Ok(()),
            Err(trouble) => Err(trouble),
        })
        .await
    }

    /// Does something with the keys, on a thread that may wait.
    async fn with<T: Send + 'static>(
        &self,
        work: impl Fn(Keys<'_>) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, KeyError> {
        let (settings, line) = (self.settings.clone(), self.line.clone());
        let done = timeout(PATIENCE, async move {
            let mut line = line.lock_owned().await;
            spawn_blocking(move || line.run(&settings, &work)).await
        });
        match done.await {
            Ok(Ok(done)) => done.map_err(|trouble| self.told(trouble)),
            Ok(Err(cut)) => Err(self.failed(cut.to_string())),
            Err(_) => Err(self.failed(format!("it did not answer within {} seconds", PATIENCE.as_secs()))),
        }
    }

    fn told(&self, trouble: Trouble) -> KeyError {
        match trouble {
            Trouble::Gone(problem) => self.failed(problem),
            Trouble::NoKey(id) => KeyError::Unknown(id),
            Trouble::Empty => self.failed("there is no key in it".to_owned()),
            Trouble::Wrong(aad) => KeyError::Unopened(aad),
            Trouble::Pin(error) => error,
        }
    }

    fn failed(&self, problem: String) -> KeyError {
        KeyError::Token {
            token: self.settings.token_label.clone(),
            problem,
        }
    }
}

impl Line {
    /// Does something; with a line that was used before, once more on a new one if the token does not know it any more.
    fn run<T>(
        &mut self,
        settings: &TokenSettings,
        work: impl Fn(Keys<'_>) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let used_before = self.session.is_some();
        let mut done = self.attempt(settings, &work);
        if used_before && matches!(done, Err(Trouble::Gone(_) | Trouble::NoKey(_) | Trouble::Empty)) {
            self.hang_up();
            done = self.attempt(settings, &work);
        }
        if matches!(done, Err(Trouble::Gone(_))) {
            self.hang_up();
        }
        done
    }

    fn attempt<T>(
        &mut self,
        settings: &TokenSettings,
        work: impl Fn(Keys<'_>) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let new_line = self.session.is_none();
        let session = match self.session.take() {
            Some(session) => session,
            None => self.connect(settings)?,
        };
        let done = work(Keys {
            session: &session,
            label: settings.key_label.as_bytes(),
            new_line,
        });
        self.session = Some(session);
        done
    }

    /// Ends the session and stops the module, so that it looks for its tokens anew.
    fn hang_up(&mut self) {
        drop(self.session.take());
        if let Some(module) = &self.module
            && let Err(error) = module.clone().finalize()
        {
            tracing::debug!(%error, "the PKCS#11 module did not stop in good order");
        }
    }

    fn connect(&mut self, settings: &TokenSettings) -> Result<Session, Trouble> {
        let module = match &self.module {
            Some(module) => module.clone(),
            None => Pkcs11::new(&settings.module)?,
        };
        // The library stays loaded: not every one survives being loaded twice.
        let module = self.module.insert(module);
        match module.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
            Ok(()) | Err(TokenError::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => {}
            Err(error) => return Err(error.into()),
        }
        for slot in module.get_slots_with_token()? {
            let Ok(token) = module.get_token_info(slot) else {
                continue;
            };
            if token.label() != settings.token_label {
                continue;
            }
            let session = module.open_rw_session(slot)?;
            log_in(&session, settings, token.user_pin_final_try(), &mut self.refused)?;
            tracing::info!(token = token.label(), "connected with the token of the keys");
            return Ok(session);
        }
        Err(Trouble::Gone("there is none with this label".to_owned()))
    }
}

/// Logs in, unless that could lock the token.
fn log_in(
    session: &Session,
    settings: &TokenSettings,
    final_try: bool,
    refused: &mut Option<Zeroizing<String>>,
) -> Result<(), Trouble> {
    let (text, _) = read_secret(&settings.pin_file).map_err(Trouble::Pin)?;
    let pin = Zeroizing::new(text.trim().to_owned());
    let wrong = |problem: &str| Trouble::Pin(KeyError::file(&settings.pin_file, problem));
    if refused.as_ref() == Some(&pin) {
        return Err(wrong("the token refused this PIN; it is not tried again"));
    }
    if final_try {
        return Err(wrong("one more wrong PIN locks the token: log in by hand first"));
    }
    match session.login(UserType::User, Some(&AuthPin::from(pin.as_str()))) {
        Ok(()) | Err(TokenError::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => {
            *refused = None;
            Ok(())
        }
        Err(TokenError::Pkcs11(RvError::PinIncorrect | RvError::PinLocked | RvError::PinLenRange, _)) => {
            *refused = Some(pin);
            Err(wrong("the token refused this PIN"))
        }
        Err(error) => Err(error.into()),
    }
}

/// The keys in a token, through an open session.
#[derive(Clone, Copy)]
struct Keys<'a> {
    session: &'a Session,
    label: &'a [u8],
    /// Whether the session was opened for this.
    new_line: bool,
}

impl Keys<'_> {
    /// The ids, the current one first: that is the greatest.
    fn ids(&self) -> Result<Vec<EncryptionKeyId>, Trouble> {
        let mut ids = Vec::new();
        for key in self.session.find_objects(&self.wanted())? {
            for attribute in self.session.get_attributes(key, &[AttributeType::Id])? {
                if let Attribute::Id(id) = attribute {
                    ids.extend(Uuid::from_slice(&id).map(EncryptionKeyId));
                }
            }
        }
        ids.sort_unstable_by(|a, b| b.cmp(a));
        Ok(ids)
    }

    /// As [`Keys::ids`]; that there is none, only a line that was opened for this is believed.
    fn ids_if_any(&self) -> Result<Vec<EncryptionKeyId>, Trouble> {
        match self.ids()? {
            none if none.is_empty() && !self.new_line => Err(Trouble::Empty),
            ids => Ok(ids),
        }
    }

    fn wanted(&self) -> Vec<Attribute> {
        vec![
            Attribute::Class(ObjectClass::SECRET_KEY),
            Attribute::Label(self.label.to_vec()),
            // A key that somebody else could take out of the token is none of ours.
            Attribute::Sensitive(true),
            Attribute::Extractable(false),
        ]
    }

    fn find(&self, id: EncryptionKeyId) -> Result<ObjectHandle, Trouble> {
        let mut wanted = self.wanted();
        wanted.push(Attribute::Id(id.0.as_bytes().to_vec()));
        let found = self.session.find_objects(&wanted)?;
        found.first().copied().ok_or(Trouble::NoKey(id))
    }

    fn seal(&self, aad: &str, secret: &[u8]) -> Result<(EncryptionKeyId, Vec<u8>), Trouble> {
        let id = self.ids()?.first().copied().ok_or(Trouble::Empty)?;
        let mut nonce: [u8; NONCE] = rand::random();
        let gcm = GcmParams::new(&mut nonce, aad.as_bytes(), Ulong::try_from(TAG)?)?;
        let sealed = self.session.encrypt(&Mechanism::AesGcm(gcm), self.find(id)?, secret)?;
        Ok((id, [nonce.as_slice(), &sealed].concat()))
    }

    fn open(&self, id: EncryptionKeyId, aad: &str, sealed: &[u8]) -> Result<Vec<u8>, Trouble> {
        let key = self.find(id)?;
        let wrong = || Trouble::Wrong(aad.to_owned());
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or_else(wrong)?;
        let mut nonce = *nonce;
        let gcm = GcmParams::new(&mut nonce, aad.as_bytes(), Ulong::try_from(TAG)?)?;
        self.session
            .decrypt(&Mechanism::AesGcm(gcm), key, sealed)
            .map_err(|error| {
                // Tokens do not agree on the error for a tag that does not fit. One that still knows session and key is there.
                match (self.session.get_session_info(), self.find(id)) {
                    (Ok(_), Ok(again)) if again == key => wrong(),
                    _ => Trouble::from(error),
                }
            })
    }

    fn add(&self) -> Result<EncryptionKeyId, Trouble> {
        let ids = self.ids_if_any()?;
        let id = after(ids.first());
        let mut template = self.wanted();
        template.extend([
            Attribute::Id(id.0.as_bytes().to_vec()),
            Attribute::Token(true),
            Attribute::Private(true),
            Attribute::Modifiable(false),
            Attribute::Encrypt(true),
            Attribute::Decrypt(true),
            Attribute::ValueLen(Ulong::try_from(KEY)?),
        ]);
        self.session.generate_key(&Mechanism::AesKeyGen, &template)?;
        Ok(id)
    }
}

/// An id greater than those before it: the ordinal of the key, and chance. So the token itself says which key is current.
fn after(last: Option<&EncryptionKeyId>) -> EncryptionKeyId {
    let ordinal = last.map_or(0, |last| last.0.as_u128() >> 80);
    let chance = rand::random::<u128>() >> 48;
    let bytes = (((ordinal + 1) << 80) | chance).to_be_bytes();
    EncryptionKeyId(Builder::from_custom_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_key_has_the_greatest_id() {
        let first = after(None);
        let mut last = first;
        for _ in 0..300 {
            let next = after(Some(&last));
            assert!(next > last, "{next} after {last}");
            last = next;
        }
        assert_ne!(after(None), first);
    }
}
