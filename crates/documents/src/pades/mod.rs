//! Signatures of issued documents: PAdES B-LT in one revision.
//!
//! A signature is appended to the PDF; not one byte of what was there changes. The same revision holds the certificates
//! and the lists of revoked ones (the "document security store"), so that the signature covers the whole document, and a
//! reader needs nothing else to check it for as long as he trusts the root.
//!
//! Where the office has a time stamping authority, its stamp stands beside the signature, and what it is checked with in
//! the store.
//!
//! What there is no list of in the revision: validation data keyed by signature (`VRI`), whose key is a digest of the
//! signature that covers it.

mod cms;
mod inspect;
mod revision;
mod stamp;
pub(crate) mod structure;

pub use inspect::{InspectError, SignatureFound, TimeStamped, inspect};
pub use stamp::{LONGEST_REPLY, StampError, StampQuery, Stamper, TimeStamp};

use crate::pki::{Certificate, Crl, PkiError};
use chrono::{DateTime, Utc};
use revision::{Revision, Unsigned};
use structure::Structure;

/// Digits of the place that is kept free for a signature.
const CONTENTS: usize = 16384;
/// The same for one with a time stamp: those of authorities with long chains of large keys have 7,000 bytes.
const CONTENTS_STAMPED: usize = 28672;

/// What a document is sealed with.
#[derive(Debug, Clone, Copy)]
pub struct Seal<'a> {
    /// The signer's certificate.
    pub certificate: &'a Certificate,
    /// The authorities above it, up to the root.
    pub chain: &'a [Certificate],
    /// The current list of each authority.
    pub crls: &'a [Crl],
    /// Who will stamp the signature, if anybody does.
    pub stamper: Option<&'a Stamper>,
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
    /// The stamp is not of this signature, or of another authority than was announced.
    #[error("the time stamp is not of this signature, or of an authority that was not announced")]
    StampedOtherwise,
    /// The certificate or its key.
    #[error(transparent)]
    Certificate(#[from] PkiError),
}

/// A PDF that is signed, but for the stamp that may come to it.
pub struct Begun {
    unsigned: Unsigned,
    signature: cms::Signature,
    stamped_by: Vec<Certificate>,
}

/// Signs a PDF, without a time stamp. `sign` makes an ECDSA signature on P-256 over SHA-256 of its message, in DER.
///
/// # Errors
/// See [`SealError`]. A key that is not the certificate's is noticed.
pub fn sign(pdf: &[u8], seal: &Seal<'_>, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> Result<Vec<u8>, SealError> {
    begin(pdf, seal, sign)?.finish(None)
}

/// Signs a PDF as [`sign`] does, and leaves room for a time stamp where the seal names who will stamp.
///
/// # Errors
/// As [`sign`].
pub fn begin(pdf: &[u8], seal: &Seal<'_>, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> Result<Begun, SealError> {
    if !seal.certificate.is_valid_at(seal.at) {
        return Err(SealError::CertificateNotValid);
    }
    let structure = Structure::read(pdf)?;
    let mut unsigned = Revision::of(pdf, &structure).finish(seal);
    let signature = cms::signed(&unsigned.digest(), seal, sign)?;
    let stampers = seal.stamper.iter().flat_map(|stamper| stamper.certificates());
    Ok(Begun {
        unsigned,
        signature,
        stamped_by: stampers.cloned().collect(),
    })
}

impl Begun {
    /// What a time stamp is asked for: SHA-256 of the signature.
    pub fn imprint(&self) -> [u8; 32] {
        self.signature.imprint()
    }

    /// The signed document, with its stamp or without.
    ///
    /// # Errors
    /// [`SealError::StampedOtherwise`] where the stamp is of something else, or brings a certificate that the document
    /// does not vouch for; [`SealError::TooLarge`].
    pub fn finish(mut self, stamp: Option<&TimeStamp>) -> Result<Vec<u8>, SealError> {
        if let Some(stamp) = stamp {
            let announced = |found: &Certificate| self.stamped_by.contains(found);
            if stamp.imprint != self.imprint() || !stamp.certificates.iter().all(announced) {
                return Err(SealError::StampedOtherwise);
            }
        }
        let message = self.signature.written(stamp)?;
        self.unsigned.put(&message).ok_or(SealError::TooLarge)?;
        Ok(self.unsigned.into_bytes())
    }
}
