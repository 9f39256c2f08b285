//! Secrets: made at first start, readable by the server only.

use crate::failure::Failure;
use rand::Rng as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

/// The seeds of the token keys, the current one first: one hex line each in `secrets/token-keys`.
pub(crate) fn token_seeds(data: &Path) -> Result<Vec<[u8; 32]>, Failure> {
    let folder = data.join("secrets");
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&folder)
        .map_err(Failure::file(&folder))?;
    let path = folder.join("token-keys");
    if !path.exists() {
        write_new(&path)?;
    }
    let text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| seed(line, &path))
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

fn seed(line: &str, path: &Path) -> Result<[u8; 32], Failure> {
    let mut seed = [0_u8; 32];
    hex::decode_to_slice(line.trim(), &mut seed)
        .map_err(|_| Failure::file(path)(std::io::Error::other("a token key is 64 hex digits")))?;
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
}
