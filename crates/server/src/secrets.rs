//! Secrets: made at first start, readable by the server only.

use crate::failure::Failure;
use rand::Rng as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

/// The seeds of the token keys, the current one first: one hex line each in `secrets/token-keys`.
pub(crate) fn token_seeds(data: &Path) -> Result<Vec<[u8; 32]>, Failure> {
    keys(data, "token-keys")
}

/// The keys that seal secrets of the database, the current one first: one hex line each in
/// `secrets/key-encryption-keys`. Without them the sealed secrets are lost: they belong into every backup.
pub(crate) fn key_encryption_keys(data: &Path) -> Result<Vec<[u8; 32]>, Failure> {
    keys(data, "key-encryption-keys")
}

fn keys(data: &Path, name: &str) -> Result<Vec<[u8; 32]>, Failure> {
    let folder = data.join("secrets");
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&folder)
        .map_err(Failure::file(&folder))?;
    let path = folder.join(name);
    if !path.exists() {
        write_new(&path)?;
    }
    let text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| key(line, &path))
        .collect()
}

fn write_new(path: &Path) -> Result<(), Failure> {
    let mut seed = [0_u8; 32];
    rand::rng().fill_bytes(&mut seed);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(Failure::file(path))?;
    file.write_all(format!("{}\n", hex::encode(seed)).as_bytes())
        .map_err(Failure::file(path))?;
    file.sync_all().map_err(Failure::file(path))
}

fn key(line: &str, path: &Path) -> Result<[u8; 32], Failure> {
    let mut key = [0_u8; 32];
    hex::decode_to_slice(line.trim(), &mut key)
        .map_err(|_| Failure::file(path)(std::io::Error::other("a key is 64 hex digits")))?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn keys_are_made_once_and_for_the_server_only() {
        let data = tempfile::tempdir().unwrap();
        let first = token_seeds(data.path()).unwrap();
        assert_eq!(token_seeds(data.path()).unwrap(), first);
        let sealing = key_encryption_keys(data.path()).unwrap();
        assert_eq!(key_encryption_keys(data.path()).unwrap(), sealing);
        assert_ne!(sealing, first);
        for name in ["token-keys", "key-encryption-keys"] {
            let file = data.path().join("secrets").join(name);
            let mode = fs::metadata(file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }
}
