//! Lists of revoked certificates.

use super::issue::{Serial, Term, ecdsa_sha256, extension, issuer_identifier};
use super::signature::{self, signed};
use super::{Certificate, PkiError, asn1_time, moment};
use chrono::{DateTime, Utc};
use der::asn1::{BitString, Uint};
use der::{Any, Decode as _, Encode, Sequence};
use p256::ecdsa::VerifyingKey;
use x509_cert::certificate::Version;
use x509_cert::crl::{CertificateList, RevokedCert, TbsCertList};
use x509_cert::ext::pkix::{CrlNumber, CrlReason};
use x509_cert::spki::AlgorithmIdentifierOwned;

/// The longest list that is looked at.
const LONGEST: usize = 4 * 1024 * 1024;

/// Why a certificate was revoked, as far as readers of lists are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevokedFor {
    /// The key may be known to others.
    KeyCompromise,
    /// Whose it is does not hold the post any more.
    AffiliationChanged,
    /// Another certificate took its place.
    Superseded,
    /// Nobody needs it any more.
    CessationOfOperation,
}

impl From<RevokedFor> for CrlReason {
    fn from(reason: RevokedFor) -> Self {
        match reason {
            RevokedFor::KeyCompromise => Self::KeyCompromise,
            RevokedFor::AffiliationChanged => Self::AffiliationChanged,
            RevokedFor::Superseded => Self::Superseded,
            RevokedFor::CessationOfOperation => Self::CessationOfOperation,
        }
    }
}

/// A certificate that was revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revoked {
    /// Its number.
    pub serial: Serial,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: RevokedFor,
}

/// A list of revoked certificates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crl {
    der: Vec<u8>,
    parsed: CertificateList,
}

impl Crl {
    /// Reads one.
    ///
    /// # Errors
    /// [`PkiError::Malformed`] when it is none.
    pub fn from_der(der: &[u8]) -> Result<Self, PkiError> {
        if der.len() > LONGEST {
            return Err(PkiError::Malformed);
        }
        let parsed = CertificateList::from_der(der)?;
        Ok(Self {
            der: der.to_vec(),
            parsed,
        })
    }

    /// Its bytes.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// From when it is good.
    pub fn this_update(&self) -> Option<DateTime<Utc>> {
        moment(self.parsed.tbs_cert_list.this_update)
    }

    /// When the next one comes at the latest.
    pub fn next_update(&self) -> Option<DateTime<Utc>> {
        moment(self.parsed.tbs_cert_list.next_update?)
    }

    /// The numbers of the revoked certificates, in hex, with the time.
    pub fn revoked(&self) -> impl Iterator<Item = (String, Option<DateTime<Utc>>)> {
        let entries = self.parsed.tbs_cert_list.revoked_certificates.iter().flatten();
        entries.map(|entry| {
            (
                hex::encode(entry.serial_number.as_bytes()),
                moment(entry.revocation_date),
            )
        })
    }

    /// Whether the authority of this certificate made it.
    pub fn is_of(&self, issuer: &Certificate) -> bool {
        let list = &self.parsed.tbs_cert_list;
        let Ok(signed) = list.to_der() else {
            return false;
        };
        list.issuer == *issuer.subject()
            && list.signature == self.parsed.signature_algorithm
            && signature::verifies(
                issuer.parsed.tbs_certificate().subject_public_key_info(),
                &self.parsed.signature_algorithm,
                &signed,
                self.parsed.signature.raw_bytes(),
            )
    }

    /// When the certificate was revoked, if it was.
    pub(super) fn revoked_at(&self, certificate: &Certificate) -> Option<DateTime<Utc>> {
        let number = certificate.parsed.tbs_certificate().serial_number();
        let mut entries = self.parsed.tbs_cert_list.revoked_certificates.iter().flatten();
        let found = entries.find(|entry| entry.serial_number == *number)?;
        // A time that cannot be read was long ago: a revocation is never overlooked.
        Some(moment(found.revocation_date).unwrap_or(DateTime::UNIX_EPOCH))
    }
}

pub(super) fn make(
    issuer: &Certificate,
    key: &VerifyingKey,
    number: u64,
    term: Term,
    revoked: &[Revoked],
    sign: impl FnOnce(&[u8]) -> Vec<u8>,
) -> Result<Crl, PkiError> {
    let entries = revoked.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
    let mut extensions: Vec<_> = issuer_identifier(issuer)?.into_iter().collect();
    extensions.push(extension(&CrlNumber(Uint::new(&number.to_be_bytes())?))?);
    let list = TbsCertList {
        version: Version::V2,
        signature: ecdsa_sha256(),
        issuer: issuer.subject().clone(),
        this_update: asn1_time(term.from)?,
        next_update: Some(asn1_time(term.until)?),
        revoked_certificates: (!entries.is_empty()).then_some(entries),
        crl_extensions: Some(extensions),
    };
    let signature = signed(&list, key, sign)?;
    Crl::from_der(&wrapped(&list, &signature)?)
}

fn entry(revoked: &Revoked) -> Result<RevokedCert, PkiError> {
    Ok(RevokedCert {
        serial_number: revoked.serial.number()?,
        revocation_date: asn1_time(revoked.at)?,
        crl_entry_extensions: Some(vec![extension(&CrlReason::from(revoked.reason))?]),
    })
}

/// What certificates and lists have in common: the content, the algorithm, the signature.
#[derive(Sequence)]
struct Signed {
    content: Any,
    algorithm: AlgorithmIdentifierOwned,
    signature: BitString,
}

/// The content in its envelope, in DER.
pub(super) fn wrapped(content: &impl Encode, signature: &[u8]) -> Result<Vec<u8>, PkiError> {
    let signed = Signed {
        content: Any::from_der(&content.to_der()?)?,
        algorithm: ecdsa_sha256(),
        signature: BitString::from_bytes(signature)?,
    };
    Ok(signed.to_der()?)
}
