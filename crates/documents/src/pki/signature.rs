//! Signatures on certificates and lists: ECDSA on P-256, which the office's own have, and RSA, which a government's
//! authority may have that certified the office's.

use der::asn1::ObjectIdentifier;
use p256::SecretKey;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::pkcs8::DecodePrivateKey as _;
use rsa::pkcs1::DecodeRsaPublicKey as _;
use rsa::traits::PublicKeyParts as _;
use rsa::{Pkcs1v15Sign, RsaPublicKey};
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use std::ops::RangeInclusive;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

pub(crate) const ECDSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
pub(crate) const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
pub(crate) const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const RSA_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const RSA_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const RSA_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");

pub(crate) const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");

/// The bits that an RSA key must have: fewer are weak, more only cost time.
const RSA_BITS: RangeInclusive<usize> = 2048..=4096;

/// The key on P-256 that a certificate names, if it is one.
pub(crate) fn p256_key(info: &SubjectPublicKeyInfoOwned) -> Option<VerifyingKey> {
    let curve: ObjectIdentifier = info.algorithm.parameters.as_ref()?.decode_as().ok()?;
    if info.algorithm.oid != EC_KEY || curve != P256 {
        return None;
    }
    VerifyingKey::from_sec1_bytes(info.subject_public_key.as_bytes()?).ok()
}

/// Whether the key signed the message.
pub(crate) fn verifies(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &AlgorithmIdentifierOwned,
    message: &[u8],
    signature: &[u8],
) -> bool {
    match algorithm.oid {
        ECDSA_SHA256 => {
            let (Some(key), Ok(signature)) = (p256_key(key), Signature::from_der(signature)) else {
                return false;
            };
            key.verify(message, &signature).is_ok()
        }
        RSA_SHA256 => rsa_verifies(key, &Sha256::digest(message), 1, signature),
        RSA_SHA384 => rsa_verifies(key, &Sha384::digest(message), 2, signature),
        RSA_SHA512 => rsa_verifies(key, &Sha512::digest(message), 3, signature),
        _ => false,
    }
}

/// The algorithm of a signature in a message of CMS, which may name the digest apart (RFC 5754, section 3.2).
pub(crate) fn with_digest(algorithm: &AlgorithmIdentifierOwned, digest: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    let named = match (algorithm.oid, digest) {
        (RSA_KEY, SHA256) => RSA_SHA256,
        (RSA_KEY, SHA384) => RSA_SHA384,
        (RSA_KEY, SHA512) => RSA_SHA512,
        (other, _) => other,
    };
    AlgorithmIdentifierOwned {
        oid: named,
        parameters: algorithm.parameters.clone(),
    }
}

/// The digest of a message, by the algorithm's name; none by a weak one.
pub(crate) fn digest(algorithm: ObjectIdentifier, message: &[u8]) -> Option<Vec<u8>> {
    match algorithm {
        SHA256 => Some(Sha256::digest(message).to_vec()),
        SHA384 => Some(Sha384::digest(message).to_vec()),
        SHA512 => Some(Sha512::digest(message).to_vec()),
        _ => None,
    }
}

/// `number` is the digest's in NIST's list of algorithms.
fn rsa_verifies(key: &SubjectPublicKeyInfoOwned, digest: &[u8], number: u8, signature: &[u8]) -> bool {
    let (Some(bytes), Ok(length)) = (key.subject_public_key.as_bytes(), u8::try_from(digest.len())) else {
        return false;
    };
    let Ok(public) = RsaPublicKey::from_pkcs1_der(bytes) else {
        return false;
    };
    // What precedes a digest of SHA-2 in an RSA signature (RFC 8017, section 9.2).
    let prefix = [
        0x30,
        17 + length,
        0x30,
        0x0D,
        0x06,
        0x09,
        0x60,
        0x86,
        0x48,
        0x01,
        0x65,
        0x03,
        0x04,
        0x02,
        number,
        0x05,
        0x00,
        0x04,
        length,
    ];
    let scheme = Pkcs1v15Sign {
        hash_len: Some(digest.len()),
        prefix: prefix.into(),
    };
    key.algorithm.oid == RSA_KEY
        && RSA_BITS.contains(&public.n().bits())
        && public.verify(scheme, digest, signature).is_ok()
}

/// Signs the DER of something, and verifies with the key that shall have signed.
pub(crate) fn signed(
    what: &impl der::Encode,
    key: &VerifyingKey,
    sign: impl FnOnce(&[u8]) -> Vec<u8>,
) -> Result<Vec<u8>, super::PkiError> {
    let message = what.to_der()?;
    let signature = sign(&message);
    let made = Signature::from_der(&signature).map_err(|_| super::PkiError::WrongKey)?;
    key.verify(&message, &made).map_err(|_| super::PkiError::WrongKey)?;
    Ok(signature)
}

/// As [`signed`], with the key of a certificate.
pub(crate) fn ecdsa_signed(
    what: &impl der::Encode,
    certificate: &super::Certificate,
    sign: impl FnOnce(&[u8]) -> Vec<u8>,
) -> Result<Vec<u8>, super::PkiError> {
    let key = p256_key(certificate.parsed().tbs_certificate().subject_public_key_info());
    signed(what, &key.ok_or(super::PkiError::NotP256)?, sign)
}

/// Whether the key of a certificate signed the message.
pub(crate) fn verifies_by(
    certificate: &super::Certificate,
    algorithm: &AlgorithmIdentifierOwned,
    message: &[u8],
    signature: &[u8],
) -> bool {
    let key = certificate.parsed().tbs_certificate().subject_public_key_info();
    verifies(key, algorithm, message, signature)
}

/// A secret key on P-256 out of a file of text: PKCS#8, or SEC 1 as OpenSSL's `ecparam` writes it.
///
/// # Errors
/// [`super::PkiError::NotP256`] when it is none.
pub fn secret_from_pem(text: &str) -> Result<SecretKey, super::PkiError> {
    // OpenSSL writes the curve before the key, which says nothing new.
    let key = text.find("-----BEGIN EC PRIVATE KEY").map_or(text, |at| &text[at..]);
    let key = key.trim();
    SecretKey::from_pkcs8_pem(key)
        .or_else(|_| SecretKey::from_sec1_pem(key).map_err(|_| p256::pkcs8::Error::KeyMalformed))
        .map_err(|_| super::PkiError::NotP256)
}
