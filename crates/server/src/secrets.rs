//! Secrets: made at first start, readable by the server only.

use crate::failure::Failure;
use daftar_application::ledger::LedgerKeys;
use rand::Rng as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

/// What a line of the ledger's keys begins with when its key signs no more.
const RETIRED: &str = "retired ";

/// The seeds of the token keys, the current one first: one hex line each in `secrets/token-keys`.
pub(crate) fn token_seeds(data: &Path) -> Result<Vec<[u8; 32]>, Failure> {
    let path = folder(data)?.join("token-keys");
    let text = read_or_make(&path, || format!("{}\n", new_seed()))?;
    lines(&text).map(|line| seed(line, &path)).collect()
}

/// The keys of the ledger from `secrets/ledger-keys`: the office's name for its ledger in the first line, then a hex
/// line for each key, the oldest first, with the word `retired` before one that signs no more. The name is chosen once:
/// `origin` counts at the first start only.
pub(crate) fn ledger_keys(data: &Path, origin: &str) -> Result<LedgerKeys, Failure> {
    let path = folder(data)?.join("ledger-keys");
    let text = read_or_make(&path, || format!("{origin}\n{}\n", new_seed()))?;
    let mut lines = lines(&text);
    let origin = lines.next().unwrap_or_default();
    let seeds: Vec<([u8; 32], bool)> = lines
        .map(|line| match line.strip_prefix(RETIRED) {
            Some(line) => Ok((seed(line, &path)?, true)),
            None => Ok((seed(line, &path)?, false)),
        })
        .collect::<Result<_, Failure>>()?;
    LedgerKeys::from_seeds(origin, &seeds).map_err(|error| Failure::file(&path)(std::io::Error::other(error)))
}

/// The keys of the ledger, which must be there already.
pub(crate) fn existing_ledger_keys(data: &Path) -> Result<LedgerKeys, Failure> {
    let path = data.join("secrets/ledger-keys");
    fs::metadata(&path).map_err(Failure::file(&path))?;
    ledger_keys(data, "")
}

/// The folder of secrets.
fn folder(data: &Path) -> Result<PathBuf, Failure> {
    let folder = data.join("secrets");
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&folder)
        .map_err(Failure::file(&folder))?;
    Ok(folder)
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn new_seed() -> String {
    let mut seed = [0_u8; 32];
    rand::rng().fill_bytes(&mut seed);
    hex::encode(seed)
}

/// The text of a file, which is made when there is none.
fn read_or_make(path: &Path, make: impl FnOnce() -> String) -> Result<String, Failure> {
    if !path.exists() {
        write_new(path, &make())?;
    }
    fs::read_to_string(path).map_err(Failure::file(path))
}

fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(Failure::file(path))?;
    file.write_all(text.as_bytes()).map_err(Failure::file(path))?;
    file.sync_all().map_err(Failure::file(path))
}

fn seed(line: &str, path: &Path) -> Result<[u8; 32], Failure> {
    let mut seed = [0_u8; 32];
    hex::decode_to_slice(line.trim(), &mut seed)
        .map_err(|_| Failure::file(path)(std::io::Error::other("a key is 64 hex digits")))?;
    Ok(seed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn seeds_are_made_once_and_for_the_server_only() {
        let data = tempfile::tempdir().unwrap();
        let first = token_seeds(data.path()).unwrap();
        assert_eq!(token_seeds(data.path()).unwrap(), first);
        let mode = fs::metadata(data.path().join("secrets/token-keys"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn the_ledger_keeps_its_name_and_all_its_keys() {
        let data = tempfile::tempdir().unwrap();
        let first = ledger_keys(data.path(), "office.example/ledger").unwrap();
        assert_eq!(first.origin(), "office.example/ledger");
        let again = ledger_keys(data.path(), "another.example/ledger").unwrap();
        assert_eq!(
            again.origin(),
            "office.example/ledger",
            "a ledger does not change its name"
        );

        let path = data.path().join("secrets/ledger-keys");
        let text = fs::read_to_string(&path).unwrap();
        let (name, seed) = text.trim().split_once('\n').unwrap();
        fs::write(&path, format!("{name}\nretired {seed}\n")).unwrap();
        assert!(ledger_keys(data.path(), "").is_err(), "some key must sign");
        fs::write(&path, format!("{name}\nretired {seed}\n{}\n", "ab".repeat(32))).unwrap();
        let rotated = ledger_keys(data.path(), "").unwrap();
        assert_eq!(rotated.all().len(), 2);
        assert_eq!(rotated.all()[0].verifier(), first.all()[0].verifier());
    }
}
