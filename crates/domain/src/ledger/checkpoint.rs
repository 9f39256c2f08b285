//! Checkpoints (C2SP tlog-checkpoint): size and root of the ledger's tree, to be signed and kept by others.

use super::signed_note::{Signed, SignedNote, SignerKey, VerifierKey};
use super::tree::Hash;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A text that is no checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a checkpoint")]
pub struct NotACheckpoint;

/// Size and root of a ledger's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The office's name for its ledger.
    pub origin: String,
    /// How many entries the tree has.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

impl Checkpoint {
    /// Signs it with every key that signs at this time.
    pub fn sign<'k>(&self, keys: impl IntoIterator<Item = &'k SignerKey>) -> SignedNote {
        let text = self.to_string();
        SignedNote {
            lines: keys.into_iter().map(|key| key.sign(&text, 0)).collect(),
            text,
        }
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root))
    }
}

impl FromStr for Checkpoint {
    type Err = NotACheckpoint;

    fn from_str(text: &str) -> Result<Self, NotACheckpoint> {
        let mut lines = text.strip_suffix('\n').ok_or(NotACheckpoint)?.split('\n');
        let (Some(origin), Some(size), Some(root), None) = (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(NotACheckpoint);
        };
        let root = STANDARD.decode(root).map_err(|_| NotACheckpoint)?;
        let checkpoint = Self {
            origin: origin.to_owned(),
            size: size.parse().map_err(|_| NotACheckpoint)?,
            root: root.try_into().map_err(|_| NotACheckpoint)?,
        };
        // One spelling only: no sign and no zeros before the size, no other base64 of the root.
        if !origin.is_empty() && checkpoint.to_string() == text {
            Ok(checkpoint)
        } else {
            Err(NotACheckpoint)
        }
    }
}

/// Why a checkpoint does not count.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Untrusted {
    /// No trusted key has signed it.
    #[error("no trusted key has signed it")]
    Unsigned,
    /// A line claims to be by a trusted key and is false.
    #[error("a signature of {0} is false")]
    False(String),
}

/// The keys that somebody trusts, as they change while he reads the ledger (docs/verification.md, "Checkpoints and keys").
#[derive(Debug, Clone, Default)]
pub struct TrustedKeys(Vec<VerifierKey>);

impl TrustedKeys {
    /// Begins with keys that were given by another way.
    pub fn given(keys: impl IntoIterator<Item = VerifierKey>) -> Self {
        Self(keys.into_iter().collect())
    }

    /// Trusts a key that the ledger says was added.
    pub fn add(&mut self, key: VerifierKey) {
        if !self.0.contains(&key) {
            self.0.push(key);
        }
    }

    /// No longer trusts a key that the ledger says was retired; answers whether it was trusted before.
    pub fn retire(&mut self, key: &VerifierKey) -> bool {
        let before = self.0.len();
        self.0.retain(|known| known != key);
        self.0.len() < before
    }

    /// Whether a checkpoint counts: a trusted key has signed it, and nobody has put a false line under its name.
    pub fn judge(&self, note: &SignedNote) -> Result<(), Untrusted> {
        let mut trusted = false;
        for key in &self.0 {
            match note.signed_by(key) {
                Signed::At(_) => trusted = true,
                Signed::Not => {}
                Signed::Falsely => return Err(Untrusted::False(key.to_string())),
            }
        }
        if trusted { Ok(()) } else { Err(Untrusted::Unsigned) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::signed_note::KeyUse;
    use super::*;

    #[test]
    fn a_checkpoint_has_one_spelling() {
        let text = "office.example/ledger\n1042\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
        let checkpoint: Checkpoint = text.parse().unwrap();
        assert_eq!((checkpoint.size, checkpoint.root), (1042, [0; 32]));
        assert_eq!(checkpoint.to_string(), text);
        for wrong in [
            text.trim_end().to_owned(),
            text.replace("1042", "+1042"),
            text.replace("1042", "01042"),
            text.replace("1042", "-1"),
            text.replace("A=", "B="),
            text.replace("office.example/ledger", ""),
            format!("{text}more\n"),
        ] {
            assert_eq!(wrong.parse::<Checkpoint>(), Err(NotACheckpoint), "{wrong:?}");
        }
    }

    #[test]
    fn trust_goes_from_key_to_key() {
        let key = |seed| SignerKey::from_seed("office.example/ledger", KeyUse::Note, &[seed; 32]).unwrap();
        let (first, second) = (key(1), key(2));
        let checkpoint: Checkpoint = "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n".parse().unwrap();
        let mut trusted = TrustedKeys::given([first.verifier().clone()]);
        assert_eq!(trusted.judge(&checkpoint.sign([&second])), Err(Untrusted::Unsigned));
        assert_eq!(trusted.judge(&checkpoint.sign([&first, &second])), Ok(()));
        trusted.add(second.verifier().clone());
        assert!(trusted.retire(first.verifier()));
        assert_eq!(trusted.judge(&checkpoint.sign([&first])), Err(Untrusted::Unsigned));
        assert_eq!(trusted.judge(&checkpoint.sign([&second])), Ok(()));
        let mut forged = checkpoint.sign([&second]);
        forged.text = forged.text.replace('1', "2");
        assert!(matches!(trusted.judge(&forged), Err(Untrusted::False(_))));
    }
}
