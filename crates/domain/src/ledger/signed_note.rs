//! Signed notes (C2SP signed-note): a text with lines of signatures under it, and the keys that they are checked with.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, Verifier as _, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A name in signature lines: no white space, no plus, and not nothing.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c == '+')
}

/// What a key signs: a note itself, or that a witness saw a checkpoint (C2SP tlog-cosignature).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyUse {
    /// Ed25519 over the text.
    Note,
    /// Ed25519 over the text with a time before it.
    Cosignature,
}

impl KeyUse {
    const fn byte(self) -> u8 {
        match self {
            Self::Note => 1,
            Self::Cosignature => 4,
        }
    }

    fn of(byte: u8) -> Option<Self> {
        [Self::Note, Self::Cosignature]
            .into_iter()
            .find(|known| known.byte() == byte)
    }
}

/// Why a text is no signed note, or no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoteError {
    /// Not a text, an empty line, and lines of signatures.
    #[error("not a signed note")]
    Shape,
    /// Not `name+id+key`.
    #[error("not a key")]
    Key,
}

/// The public half of a key, with the name that stands in signature lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    usage: KeyUse,
    key: VerifyingKey,
}

impl VerifierKey {
    /// The name in its signature lines.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it signs.
    pub fn usage(&self) -> KeyUse {
        self.usage
    }

    /// The 32 bytes of the key.
    pub fn public(&self) -> [u8; 32] {
        self.key.to_bytes()
    }

    /// The four bytes that name the key in its signatures.
    pub fn id(&self) -> [u8; 4] {
        let hash = Sha256::new()
            .chain_update(&self.name)
            .chain_update([b'\n', self.usage.byte()])
            .chain_update(self.key.as_bytes())
            .finalize();
        [hash[0], hash[1], hash[2], hash[3]]
    }

    /// Whether a line is this key's by name and id, whatever it is worth.
    fn wrote(&self, line: &SignatureLine) -> bool {
        line.name == self.name && line.id == self.id()
    }

    /// What a line by this key is worth: the time of a cosignature, 0 for a plain signature, `None` when it is false.
    fn verify(&self, text: &str, line: &SignatureLine) -> Option<u64> {
        let (message, signature, at) = match self.usage {
            KeyUse::Note => (text.to_owned(), line.signature.as_slice(), 0),
            KeyUse::Cosignature => {
                let (time, signature) = line.signature.split_first_chunk::<8>()?;
                let at = u64::from_be_bytes(*time);
                (cosigned(text, at), signature, at)
            }
        };
        let signature = Signature::from_slice(signature).ok()?;
        self.key.verify(message.as_bytes(), &signature).ok().map(|()| at)
    }
}

/// What a witness signs.
fn cosigned(text: &str, at: u64) -> String {
    format!("cosignature/v1\ntime {at}\n{text}")
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key: Vec<u8> = [self.usage.byte()].into_iter().chain(self.public()).collect();
        write!(f, "{}+{}+{}", self.name, hex::encode(self.id()), STANDARD.encode(key))
    }
}

impl FromStr for VerifierKey {
    type Err = NoteError;

    fn from_str(text: &str) -> Result<Self, NoteError> {
        let mut parts = text.trim().splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NoteError::Key);
        };
        let key = STANDARD.decode(key).map_err(|_| NoteError::Key)?;
        let (usage, key) = key.split_first().ok_or(NoteError::Key)?;
        let key: [u8; 32] = key.try_into().map_err(|_| NoteError::Key)?;
        let key = Self {
            name: is_name(name).then(|| name.to_owned()).ok_or(NoteError::Key)?,
            usage: KeyUse::of(*usage).ok_or(NoteError::Key)?,
            key: VerifyingKey::from_bytes(&key).map_err(|_| NoteError::Key)?,
        };
        if hex::encode(key.id()) == id {
            Ok(key)
        } else {
            Err(NoteError::Key)
        }
    }
}

/// The secret half of a key that signs notes.
#[derive(Clone)]
pub struct SignerKey {
    secret: SigningKey,
    verifier: VerifierKey,
}

impl SignerKey {
    /// Makes a key out of its seed. Refused when the name is empty or has white space or a plus.
    pub fn from_seed(name: &str, usage: KeyUse, seed: &[u8; 32]) -> Result<Self, NoteError> {
        let secret = SigningKey::from_bytes(seed);
        let verifier = VerifierKey {
            name: is_name(name).then(|| name.to_owned()).ok_or(NoteError::Key)?,
            usage,
            key: secret.verifying_key(),
        };
        Ok(Self { secret, verifier })
    }

    /// The public half.
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    /// The line that goes under a text. `at`, seconds since 1970, counts for cosignatures alone.
    pub fn sign(&self, text: &str, at: u64) -> SignatureLine {
        let signature = match self.verifier.usage {
            KeyUse::Note => self.secret.sign(text.as_bytes()).to_vec(),
            KeyUse::Cosignature => {
                let signature = self.secret.sign(cosigned(text, at).as_bytes());
                at.to_be_bytes().into_iter().chain(signature.to_bytes()).collect()
            }
        };
        SignatureLine {
            name: self.verifier.name.clone(),
            id: self.verifier.id(),
            signature,
        }
    }
}

impl fmt::Debug for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignerKey({})", self.verifier)
    }
}

/// A signature under a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureLine {
    name: String,
    id: [u8; 4],
    signature: Vec<u8>,
}

impl fmt::Display for SignatureLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes: Vec<u8> = self.id.iter().chain(&self.signature).copied().collect();
        write!(f, "\u{2014} {} {}", self.name, STANDARD.encode(bytes))
    }
}

impl FromStr for SignatureLine {
    type Err = NoteError;

    fn from_str(line: &str) -> Result<Self, NoteError> {
        let line = line.strip_prefix("\u{2014} ").ok_or(NoteError::Shape)?;
        let (name, bytes) = line.split_once(' ').ok_or(NoteError::Shape)?;
        let bytes = STANDARD.decode(bytes).map_err(|_| NoteError::Shape)?;
        let (id, signature) = bytes.split_first_chunk::<4>().ok_or(NoteError::Shape)?;
        Ok(Self {
            name: is_name(name).then(|| name.to_owned()).ok_or(NoteError::Shape)?,
            id: *id,
            signature: signature.to_vec(),
        })
    }
}

/// What the lines under a note are worth to somebody who trusts a certain key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// The key signed; for a cosignature, at this time in seconds since 1970.
    At(u64),
    /// No line is by this key.
    Not,
    /// A line claims to be by this key and is false.
    Falsely,
}

/// A text and the signatures under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedNote {
    /// The text, with its last line feed: what is signed.
    pub text: String,
    /// The signatures.
    pub lines: Vec<SignatureLine>,
}

impl SignedNote {
    /// What a key's signature is worth.
    pub fn signed_by(&self, key: &VerifierKey) -> Signed {
        let mut found = Signed::Not;
        for line in self.lines.iter().filter(|line| key.wrote(line)) {
            match key.verify(&self.text, line) {
                Some(at) => found = Signed::At(at),
                None => return Signed::Falsely,
            }
        }
        found
    }
}

impl fmt::Display for SignedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.lines.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

impl FromStr for SignedNote {
    type Err = NoteError;

    fn from_str(note: &str) -> Result<Self, NoteError> {
        let split = note.rfind("\n\n").ok_or(NoteError::Shape)?;
        let (text, lines) = (&note[..=split], &note[split + 2..]);
        let lines = lines.strip_suffix('\n').ok_or(NoteError::Shape)?;
        let control = |c: char| c != '\n' && c.is_control();
        if text.contains(control) {
            return Err(NoteError::Shape);
        }
        Ok(Self {
            text: text.to_owned(),
            lines: lines.split('\n').map(str::parse).collect::<Result<_, _>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification (C2SP signed-note), whose key is `PeterNeumann` of Go's sumdb/note.
    const EXAMPLE: &str = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n\n\
        \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    const EXAMPLE_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    fn signer(usage: KeyUse, seed: u8) -> SignerKey {
        SignerKey::from_seed("office.example/ledger", usage, &[seed; 32]).unwrap()
    }

    #[test]
    fn the_example_of_the_specification_verifies() {
        let note: SignedNote = EXAMPLE.parse().unwrap();
        let key: VerifierKey = EXAMPLE_KEY.parse().unwrap();
        assert_eq!(note.signed_by(&key), Signed::At(0));
        assert_eq!(note.to_string(), EXAMPLE);
        assert_eq!(key.to_string(), EXAMPLE_KEY);
    }

    #[test]
    fn a_line_is_worth_what_its_key_says() {
        let text = "office.example/ledger\n1\nroot\n";
        let (office, other) = (signer(KeyUse::Note, 1), signer(KeyUse::Note, 2));
        let witness = signer(KeyUse::Cosignature, 3);
        let note = SignedNote {
            text: text.to_owned(),
            lines: vec![office.sign(text, 0), witness.sign(text, 1_800_000_000)],
        };
        let note: SignedNote = note.to_string().parse().unwrap();
        assert_eq!(note.signed_by(office.verifier()), Signed::At(0));
        assert_eq!(note.signed_by(witness.verifier()), Signed::At(1_800_000_000));
        assert_eq!(note.signed_by(other.verifier()), Signed::Not);
        let altered = SignedNote {
            text: text.replace('1', "2"),
            ..note
        };
        assert_eq!(altered.signed_by(office.verifier()), Signed::Falsely);
        assert_eq!(altered.signed_by(witness.verifier()), Signed::Falsely);
    }

    #[test]
    fn what_is_no_key_and_no_note_is_refused() {
        let key = signer(KeyUse::Note, 1).verifier().to_string();
        assert!(key.parse::<VerifierKey>().is_ok());
        for wrong in [&key[1..], &key.replace("+AY", "+BY"), "a+b", "", &key.replace('+', " ")] {
            assert!(wrong.parse::<VerifierKey>().is_err(), "{wrong}");
        }
        for wrong in [
            "",
            "text\n",
            "text\n\n",
            "text\n\nname AAAA\n",
            "text\n\n\u{2014} name !\n",
            "a\rb\n\n\u{2014} n AAAAAAAA\n",
        ] {
            assert!(wrong.parse::<SignedNote>().is_err(), "{wrong:?}");
        }
        assert!(SignerKey::from_seed("with space", KeyUse::Note, &[1; 32]).is_err());
    }
}
