//! Public keys of authenticators: COSE keys of the three algorithms that are in use.

use super::AssertionRefusal;
use ciborium::Value;
use p256::EncodedPoint;
use p256::ecdsa::signature::Verifier as _;
use rsa::traits::PublicKeyParts as _;
use rsa::{BigUint, Pkcs1v15Sign, RsaPublicKey};
use sha2::{Digest as _, Sha256};

const ES256: i64 = -7;
const EDDSA: i64 = -8;
const RS256: i64 = -257;

/// The algorithms that an authenticator may choose from, as COSE numbers them, the preferred one first.
pub const ALGORITHMS: [i64; 3] = [ES256, EDDSA, RS256];

/// What precedes a SHA-256 digest in an RSA signature (RFC 8017, section 9.2).
const SHA256_PREFIX: [u8; 19] = [
    0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20,
];

/// The bits that an RSA key must have: fewer are weak, more only cost time.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=4096;

/// SHA-256 of a COSE key, hex: by it the ledger knows the key.
pub fn key_digest(cose: &[u8]) -> String {
    hex::encode(Sha256::digest(cose))
}

/// The public key of a passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// ECDSA on P-256: what nearly every authenticator makes.
    Es256(p256::ecdsa::VerifyingKey),
    /// Ed25519.
    EdDsa(ed25519_dalek::VerifyingKey),
    /// RSA: older machines have nothing else.
    Rs256(Box<RsaPublicKey>),
}

impl PublicKey {
    /// Reads a COSE key.
    pub fn from_cose(bytes: &[u8]) -> Result<Self, AssertionRefusal> {
        let value: Value = ciborium::from_reader(bytes).map_err(|_| AssertionRefusal::Malformed)?;
        Self::of(&value).ok_or(AssertionRefusal::KeyUnsupported)
    }

    fn of(key: &Value) -> Option<Self> {
        let entries = key.as_map()?;
        let entry = |label: i64| {
            let found = entries
                .iter()
                .find(|(name, _)| name.as_integer().and_then(|name| i64::try_from(name).ok()) == Some(label));
            found.map(|(_, value)| value)
        };
        let number = |label| entry(label)?.as_integer().and_then(|n| i64::try_from(n).ok());
        let bytes = |label| entry(label)?.as_bytes().map(Vec::as_slice);
        match (number(1)?, number(3)?) {
            (2, ES256) if number(-1)? == 1 => {
                let (x, y) = (bytes(-2)?.first_chunk::<32>()?, bytes(-3)?.first_chunk::<32>()?);
                let point = EncodedPoint::from_affine_coordinates(x.into(), y.into(), false);
                let key = p256::ecdsa::VerifyingKey::from_encoded_point(&point).ok()?;
                Some(Self::Es256(key))
            }
            (1, EDDSA) if number(-1)? == 6 => {
                let key = ed25519_dalek::VerifyingKey::from_bytes(bytes(-2)?.first_chunk::<32>()?).ok()?;
                Some(Self::EdDsa(key))
            }
            (3, RS256) => {
                let (n, e) = (BigUint::from_bytes_be(bytes(-1)?), BigUint::from_bytes_be(bytes(-2)?));
                let key = RsaPublicKey::new(n, e).ok()?;
                RSA_BITS.contains(&key.n().bits()).then(|| Self::Rs256(Box::new(key)))
            }
            _ => None,
        }
    }

    /// Whether the key signed the message.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Es256(key) => p256::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
            Self::EdDsa(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok()),
            Self::Rs256(key) => {
                let scheme = Pkcs1v15Sign {
                    hash_len: Some(32),
                    prefix: SHA256_PREFIX.into(),
                };
                key.verify(scheme, &Sha256::digest(message), signature).is_ok()
            }
        }
    }
}
