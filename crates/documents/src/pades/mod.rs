//! Signatures of issued documents: PAdES B-LT in one revision.
//!
//! A signature is appended to the PDF; not one byte of what was there changes. The same revision holds the certificates
//! and the lists of revoked ones (the "document security store"), so that the signature covers the whole document, and a
//! reader needs nothing else to check it for as long as he trusts the root.
//!
//! What there is no list of in the revision: validation data keyed by signature (`VRI`), whose key is a digest of the
//! signature that covers it.

mod cms;
mod inspect;
mod revision;
pub(crate) mod structure;

pub use inspect::{InspectError, SignatureFound, inspect};

use crate::pki::{Certificate, Crl, PkiError};
use chrono::{DateTime, Utc};
use revision::Revision;
use structure::Structure;

/// Digits of the place that is kept free for the signature.
const CONTENTS: usize = 16384;

/// What a document is sealed with.
#[derive(Debug, Clone, Copy)]
pub struct Seal<'a> {
    /// The signer's certificate.
    pub certificate: &'a Certificate,
    /// The authorities above it, up to the root.
    pub chain: &'a [Certificate],
    /// The current list of each authority.
    pub crls: &'a [Crl],
    /// When it is signed, as the signer says.
    pub at: DateTime<Utc>,
    /// Whose signature it is, in words.
    pub name: &'a str,
    /// Why it is signed; may be empty.
    pub reason: &'a str,
    /// Where; may be empty.
    pub location: &'a str,
}

/// What keeps a document from being signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// It is no PDF, or none that can be added to.
    #[error("the document is no PDF that can be signed")]
    Unreadable,
    /// It is encrypted.
    #[error("the document is encrypted")]
    Encrypted,
    /// It has a form or a signature already.
    #[error("the document has a form or a signature")]
    HasForm,
    /// The signer's certificate is not valid at the time of signing.
    #[error("the certificate is not valid now")]
    CertificateNotValid,
    /// The certificates and the signature are larger than the place for them.
    #[error("the signature is too large")]
    TooLarge,
    /// The certificate or its key.
    #[error(transparent)]
    Certificate(#[from] PkiError),
}

/// Signs a PDF. `sign` makes an ECDSA signature on P-256 over SHA-256 of its message, in DER.
///
/// # Errors
/// See [`SealError`]. A key that is not the certificate's is noticed.
pub fn sign(pdf: &[u8], seal: &Seal<'_>, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> Result<Vec<u8>, SealError> {
    if !seal.certificate.is_valid_at(seal.at) {
        return Err(SealError::CertificateNotValid);
    }
    let structure = Structure::read(pdf)?;
    let mut signed = Revision::of(pdf, &structure).finish(seal);
    let digest = signed.digest();
    let cms = cms::signed(&digest, seal, sign)?;
    signed.put(&cms).ok_or(SealError::TooLarge)?;
    Ok(signed.into_bytes())
}
