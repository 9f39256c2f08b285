//! Key-encryption keys in a file: one line of 64 hex digits each, the current one first.
//!
//! The file is only ever replaced as a whole, so that no reader meets half of it, and a process that runs learns of a new
//! key by looking whether the file is still the one that it has read.

use super::error::KeyError;
use super::ring::NONCE;
use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _, Nonce};
use daftar_domain::office::EncryptionKeyId;
use secrecy::zeroize::Zeroizing;
use sha2::{Digest as _, Sha256};
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Builder;

type Bytes = Zeroizing<[u8; 32]>;

struct Key {
    id: EncryptionKeyId,
    bytes: Bytes,
    cipher: Aes256Gcm,
}

/// Tells one file from the next that was put in its place: inode, size, and time of the last change.
type Stamp = (u64, u64, i64, i64);

#[derive(Default)]
struct Held {
    stamp: Option<Stamp>,
    keys: Vec<Key>,
}

/// The keys of a file; without a path they are held in memory alone, for tests.
pub(super) struct KeyFile {
    path: Option<PathBuf>,
    /// Whether the office cannot be without it.
    needed: bool,
    held: Mutex<Held>,
}

impl KeyFile {
    /// Keys that lie in no file.
    pub(super) fn in_memory(keys: &[[u8; 32]]) -> Self {
        let keys = keys.iter().map(|bytes| Key::of(Zeroizing::new(*bytes))).collect();
        Self {
            path: None,
            needed: true,
            held: Mutex::new(Held { stamp: None, keys }),
        }
    }

    /// The keys of the file at `path`. Where it is `needed` and there is none, one with a first key is made; otherwise
    /// it may be missing, and may go.
    pub(super) fn open(path: &Path, needed: bool) -> Result<Self, KeyError> {
        let file = Self {
            path: Some(path.to_owned()),
            needed,
            held: Mutex::default(),
        };
        file.refresh()?;
        if needed && file.held().keys.is_empty() {
            file.change(|keys| {
                // Another process may have been faster.
                if keys.is_empty() {
                    keys.push(new_bytes());
                }
            })?;
        }
        Ok(file)
    }

    /// The ids, the current one first.
    pub(super) fn ids(&self) -> Result<Vec<EncryptionKeyId>, KeyError> {
        self.refresh()?;
        Ok(self.held().keys.iter().map(|key| key.id).collect())
    }

    /// Seals with the current key; answers its id, and nonce and ciphertext.
    pub(super) fn seal(&self, aad: &str, secret: &[u8]) -> Result<(EncryptionKeyId, Vec<u8>), KeyError> {
        // Another process may have made a key since: what was sealed with the old one would be overlooked.
        self.refresh()?;
        let held = self.held();
        let key = held.keys.first().ok_or_else(|| self.wrong("there is no key in it"))?;
        let nonce: [u8; NONCE] = rand::random();
        let payload = Payload {
            msg: secret,
            aad: aad.as_bytes(),
        };
        let ciphertext = key
            .cipher
            .encrypt(&Nonce::from(nonce), payload)
            .map_err(|_| KeyError::Unopened(aad.to_owned()))?;
        Ok((key.id, [nonce.as_slice(), &ciphertext].concat()))
    }

    /// Opens with a key; `None` when it is not in the file.
    pub(super) fn open_with(&self, id: EncryptionKeyId, aad: &str, sealed: &[u8]) -> Result<Option<Vec<u8>>, KeyError> {
        if !self.has(id) {
            self.refresh()?;
        }
        let held = self.held();
        let Some(key) = held.keys.iter().find(|key| key.id == id) else {
            return Ok(None);
        };
        let unopened = || KeyError::Unopened(aad.to_owned());
        let (nonce, ciphertext) = sealed.split_first_chunk::<NONCE>().ok_or_else(unopened)?;
        let payload = Payload {
            msg: ciphertext,
            aad: aad.as_bytes(),
        };
        let secret = key.cipher.decrypt(&Nonce::from(*nonce), payload);
        secret.map(Some).map_err(|_| unopened())
    }

    /// Makes a key, the current one from now on; the others stay, after it.
    pub(super) fn add(&self) -> Result<EncryptionKeyId, KeyError> {
        let new = new_bytes();
        let id = id_of(&new);
        self.change(|keys| keys.insert(0, new.clone()))?;
        Ok(id)
    }

    /// Forgets a key; one that is not there is no matter.
    pub(super) fn remove(&self, id: EncryptionKeyId) -> Result<(), KeyError> {
        self.change(|keys| keys.retain(|bytes| id_of(bytes) != id))
    }

    fn has(&self, id: EncryptionKeyId) -> bool {
        self.held().keys.iter().any(|key| key.id == id)
    }

    /// Reads the file again if it is another one than before.
    fn refresh(&self) -> Result<(), KeyError> {
        let Some(path) = &self.path else { return Ok(()) };
        let found = match fs::metadata(path) {
            Ok(metadata) => Some(stamp(&metadata)),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(self.wrong(&error)),
        };
        let before = self.held().stamp;
        if found == before {
            return Ok(());
        }
        let read = match found {
            Some(_) => read(path)?,
            None if self.needed => return Err(self.wrong("it was removed")),
            None => Held::default(),
        };
        *self.held() = read;
        Ok(())
    }

    /// Changes the list of keys: in a new file, which takes the place of the old one when all of it is on the disk. Only
    /// one process changes at a time.
    fn change(&self, change: impl FnOnce(&mut Vec<Bytes>)) -> Result<(), KeyError> {
        let Some(path) = &self.path else {
            let mut held = self.held();
            let mut keys = held.keys.iter().map(|key| key.bytes.clone()).collect();
            change(&mut keys);
            held.keys = keys.into_iter().map(Key::of).collect();
            return Ok(());
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut builder = DirBuilder::new();
        let made = builder.recursive(true).mode(0o700).create(folder);
        made.map_err(|error| KeyError::file(folder, &error))?;
        let turn = File::open(folder).and_then(|folder| folder.lock().map(|()| folder));
        let turn = turn.map_err(|error| KeyError::file(folder, &error))?;
        self.refresh()?;
        let mut keys = self.held().keys.iter().map(|key| key.bytes.clone()).collect();
        change(&mut keys);
        replace(path, &keys).map_err(|error| self.wrong(&error))?;
        // The name in the folder must last as well as the bytes of the file.
        turn.sync_all().map_err(|error| KeyError::file(folder, &error))?;
        self.refresh()
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wrong(&self, problem: &(impl ToString + ?Sized)) -> KeyError {
        KeyError::file(self.path.as_deref().unwrap_or(Path::new("memory")), problem)
    }
}

impl Key {
    fn of(bytes: Bytes) -> Self {
        Self {
            id: id_of(&bytes),
            cipher: Aes256Gcm::new(&(*bytes).into()),
            bytes,
        }
    }
}

/// A key's id says nothing about the key, and is the same wherever the key lies.
fn id_of(bytes: &Bytes) -> EncryptionKeyId {
    let digest = Sha256::digest(bytes.as_slice());
    let (id, _) = digest.split_first_chunk::<16>().unwrap_or((&[0; 16], &[]));
    EncryptionKeyId(Builder::from_custom_bytes(*id).into_uuid())
}

fn new_bytes() -> Bytes {
    Zeroizing::new(rand::random())
}

fn stamp(metadata: &Metadata) -> Stamp {
    (metadata.ino(), metadata.size(), metadata.ctime(), metadata.ctime_nsec())
}

/// Reads a file that nobody but its owner may read; answers its text and what it was when it was read.
pub(super) fn read_secret(path: &Path) -> Result<(Zeroizing<String>, Metadata), KeyError> {
    let wrong = |error: io::Error| KeyError::file(path, &error);
    let mut file = File::open(path).map_err(wrong)?;
    let metadata = file.metadata().map_err(wrong)?;
    if metadata.mode() & 0o077 != 0 {
        return Err(KeyError::file(path, "others can read it; it must have the mode 0600"));
    }
    let mut text = Zeroizing::new(String::new());
    file.read_to_string(&mut text).map_err(wrong)?;
    Ok((text, metadata))
}

fn read(path: &Path) -> Result<Held, KeyError> {
    let (text, metadata) = read_secret(path)?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let keys = lines.map(|line| {
        let mut bytes = Bytes::default();
        hex::decode_to_slice(line, bytes.as_mut_slice())
            .map_err(|_| KeyError::file(path, "a key is a line of 64 hex digits"))?;
        Ok(Key::of(bytes))
    });
    let keys: Vec<Key> = keys.collect::<Result<_, _>>()?;
    if keys.is_empty() {
        return Err(KeyError::file(path, "there is no key in it"));
    }
    Ok(Held {
        stamp: Some(stamp(&metadata)),
        keys,
    })
}

fn replace(path: &Path, keys: &Vec<Bytes>) -> io::Result<()> {
    if keys.is_empty() {
        return fs::remove_file(path);
    }
    let new = path.with_added_extension("new");
    // One that was left behind by a process that was cut short.
    if let Err(error) = fs::remove_file(&new)
        && error.kind() != ErrorKind::NotFound
    {
        return Err(error);
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
    for bytes in keys {
        let line = Zeroizing::new(hex::encode(bytes.as_slice()));
        writeln!(file, "{}", line.as_str())?;
    }
    file.sync_all()?;
    fs::rename(&new, path)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn opened(file: &KeyFile, (id, sealed): &(EncryptionKeyId, Vec<u8>)) -> Option<Vec<u8>> {
        file.open_with(*id, "x", sealed).unwrap()
    }

    #[test]
    fn the_file_is_made_once_and_for_the_server_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secrets/keys");
        let first = KeyFile::open(&path, true).unwrap().ids().unwrap();
        assert_eq!(KeyFile::open(&path, true).unwrap().ids().unwrap(), first);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);

        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let refused = KeyFile::open(&path, true).err().unwrap().to_string();
        assert!(refused.contains("0600"), "{refused}");
    }

    #[test]
    fn without_leave_no_file_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        let file = KeyFile::open(&path, false).unwrap();
        assert_eq!(file.ids().unwrap(), []);
        assert!(file.seal("x", b"secret").is_err());
        assert!(!path.exists());
    }

    #[test]
    fn a_file_that_runs_out_of_sense_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        KeyFile::open(&path, true).unwrap();
        for text in ["", "\n", "00ff\n", &format!("{}\n", "g".repeat(64))] {
            fs::write(&path, text).unwrap();
            assert!(KeyFile::open(&path, true).is_err(), "{text}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text, "left as it is");
        }
    }

    #[test]
    fn a_process_that_runs_learns_of_a_new_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        let (running, reading) = (KeyFile::open(&path, true).unwrap(), KeyFile::open(&path, true).unwrap());
        let before = running.seal("x", b"before").unwrap();

        let other = KeyFile::open(&path, true).unwrap();
        let new = other.add().unwrap();
        let after = other.seal("x", b"after").unwrap();
        assert_eq!(after.0, new);
        assert_eq!(opened(&reading, &after).unwrap(), b"after");
        assert_eq!(opened(&reading, &before).unwrap(), b"before");
        assert_eq!(running.seal("x", b"").unwrap().0, new);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);

        other.remove(before.0).unwrap();
        assert_eq!(running.ids().unwrap(), [new]);
        assert_eq!(opened(&other, &before), None);
    }

    #[test]
    fn what_a_change_that_was_cut_short_left_behind_does_not_matter() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        let file = KeyFile::open(&path, true).unwrap();
        fs::write(folder.path().join("keys.new"), "half a k").unwrap();
        let new = file.add().unwrap();
        assert_eq!(KeyFile::open(&path, true).unwrap().ids().unwrap()[0], new);
    }

    #[test]
    fn keys_made_at_once_are_all_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| KeyFile::open(&path, true).unwrap().add().unwrap());
            }
        });
        assert_eq!(KeyFile::open(&path, true).unwrap().ids().unwrap().len(), 9);
    }

    #[test]
    fn a_file_that_is_not_needed_goes_with_its_last_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        let id = KeyFile::open(&path, true).unwrap().ids().unwrap()[0];
        let (file, running) = (
            KeyFile::open(&path, false).unwrap(),
            KeyFile::open(&path, false).unwrap(),
        );
        file.remove(id).unwrap();
        assert!(!path.exists());
        assert_eq!((file.ids().unwrap(), running.ids().unwrap()), (vec![], vec![]));
    }

    #[test]
    fn a_file_that_vanishes_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        let file = KeyFile::open(&path, true).unwrap();
        fs::remove_file(&path).unwrap();
        assert!(file.seal("x", b"secret").is_err());
        assert!(file.add().is_err(), "a new file would not have the old keys");
    }
}
