//! A certificate that was read.

use super::{PkiError, moment, names, signature};
use chrono::{DateTime, Utc};
use der::asn1::ObjectIdentifier;
use der::pem::LineEnding;
use der::{Decode as _, Encode as _, EncodePem as _};
use sha2::{Digest as _, Sha256};
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};
use x509_cert::ext::pkix::{BasicConstraints, CrlDistributionPoints, ExtendedKeyUsage, KeyUsage, SubjectKeyIdentifier};
use x509_cert::name::Name;

/// Extensions that may be critical because they are looked at: constraints, key usage, its extension.
const UNDERSTOOD: [ObjectIdentifier; 3] = [
    ObjectIdentifier::new_unwrap("2.5.29.19"),
    ObjectIdentifier::new_unwrap("2.5.29.15"),
    ObjectIdentifier::new_unwrap("2.5.29.37"),
];

/// That a key stamps the time (RFC 3161, section 2.3).
const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");

/// The longest certificate that is looked at.
const LONGEST: usize = 64 * 1024;

/// A certificate of X.509, in strict DER.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    pub(super) parsed: x509_cert::Certificate,
}

impl Certificate {
    /// Reads one.
    ///
    /// # Errors
    /// [`PkiError::Malformed`] when it is none, or another writer would write it otherwise: then its digest would not
    /// say which certificate it is.
    pub fn from_der(der: &[u8]) -> Result<Self, PkiError> {
        if der.len() > LONGEST {
            return Err(PkiError::Malformed);
        }
        Self::of(x509_cert::Certificate::from_der(der)?, der)
    }

    fn of(parsed: x509_cert::Certificate, der: &[u8]) -> Result<Self, PkiError> {
        if parsed.to_der()? != der {
            return Err(PkiError::Malformed);
        }
        Ok(Self {
            der: der.to_vec(),
            parsed,
        })
    }

    pub(crate) fn of_parsed(parsed: x509_cert::Certificate) -> Result<Self, PkiError> {
        Ok(Self {
            der: parsed.to_der()?,
            parsed,
        })
    }

    pub(crate) fn parsed(&self) -> &x509_cert::Certificate {
        &self.parsed
    }

    /// Its bytes.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// As text, between lines of dashes.
    pub fn to_pem(&self) -> Result<String, PkiError> {
        Ok(self.parsed.to_pem(LineEnding::LF)?)
    }

    /// SHA-256 of its bytes.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.der).into()
    }

    /// Its number, unique for its issuer: hex, in capitals' place small letters.
    pub fn serial(&self) -> String {
        hex::encode(self.parsed.tbs_certificate().serial_number().as_bytes())
    }

    /// Whose it is: the common name.
    pub fn common_name(&self) -> Option<String> {
        names::common_name(self.subject())
    }

    /// The title of the post, of an officer's.
    pub fn title(&self) -> Option<String> {
        names::title(self.subject())
    }

    /// The common name of who issued it.
    pub fn issuer_common_name(&self) -> Option<String> {
        names::common_name(self.issuer())
    }

    pub(crate) fn subject(&self) -> &Name {
        self.parsed.tbs_certificate().subject()
    }

    pub(crate) fn issuer(&self) -> &Name {
        self.parsed.tbs_certificate().issuer()
    }

    /// From when it is valid.
    pub fn not_before(&self) -> Option<DateTime<Utc>> {
        moment(self.parsed.tbs_certificate().validity().not_before)
    }

    /// Until when.
    pub fn not_after(&self) -> Option<DateTime<Utc>> {
        moment(self.parsed.tbs_certificate().validity().not_after)
    }

    /// Whether it is valid at a time, for all that its dates say.
    pub fn is_valid_at(&self, at: DateTime<Utc>) -> bool {
        self.not_before().is_some_and(|from| from <= at) && self.not_after().is_some_and(|until| at <= until)
    }

    /// The public key, as an uncompressed point on P-256.
    ///
    /// # Errors
    /// [`PkiError::NotP256`] for any other.
    pub fn public_key(&self) -> Result<Vec<u8>, PkiError> {
        let key = signature::p256_key(self.parsed.tbs_certificate().subject_public_key_info());
        let key = key.ok_or(PkiError::NotP256)?;
        Ok(key.to_encoded_point(false).as_bytes().to_vec())
    }

    /// Whether it may issue others, and how many authorities may stand below it: `None` is any number.
    pub fn authority(&self) -> Option<Option<u8>> {
        let certificate = self.parsed.tbs_certificate();
        let constraints = certificate.get_extension::<BasicConstraints>().ok()??.1;
        let signs = match certificate.get_extension::<KeyUsage>().ok()? {
            Some((_, usage)) => usage.key_cert_sign(),
            None => true,
        };
        (constraints.ca && signs).then_some(constraints.path_len_constraint)
    }

    /// Whether it may sign documents.
    pub(super) fn signs_documents(&self) -> bool {
        match self.parsed.tbs_certificate().get_extension::<KeyUsage>() {
            Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
            Ok(None) => true,
            Err(_) => false,
        }
    }

    /// Whether it may stamp the time, and do nothing else, as its issuer insists (RFC 3161, section 2.3).
    pub(super) fn stamps_time(&self) -> bool {
        let found = self.parsed.tbs_certificate().get_extension::<ExtendedKeyUsage>();
        matches!(found, Ok(Some((true, ExtendedKeyUsage(uses)))) if uses == [TIME_STAMPING])
    }

    /// Where its issuer says that the list of revoked certificates is: addresses of HTTP.
    pub fn list_addresses(&self) -> Vec<String> {
        let found = self.parsed.tbs_certificate().get_extension::<CrlDistributionPoints>();
        let Ok(Some((_, CrlDistributionPoints(points)))) = found else {
            return Vec::new();
        };
        let names = points.into_iter().filter_map(|point| match point.distribution_point {
            Some(DistributionPointName::FullName(names)) => Some(names),
            _ => None,
        });
        let addresses = names.flatten().filter_map(|name| match name {
            GeneralName::UniformResourceIdentifier(address) => Some(address.as_str().to_owned()),
            _ => None,
        });
        addresses
            .filter(|address| address.starts_with("http://") || address.starts_with("https://"))
            .collect()
    }

    /// Whether nothing in it must be obeyed that is not understood here.
    pub(super) fn is_understood(&self) -> bool {
        let extensions = self.parsed.tbs_certificate().extensions();
        extensions.is_none_or(|all| {
            all.iter()
                .all(|extension| !extension.critical || UNDERSTOOD.contains(&extension.extn_id))
        })
    }

    pub(crate) fn key_identifier(&self) -> Option<SubjectKeyIdentifier> {
        let found = self.parsed.tbs_certificate().get_extension::<SubjectKeyIdentifier>();
        found.ok()?.map(|(_, identifier)| identifier)
    }

    /// Whether the key of this certificate signed the other one, and the names agree.
    pub fn issued(&self, other: &Self) -> bool {
        let Ok(signed) = other.parsed.tbs_certificate().to_der() else {
            return false;
        };
        self.subject() == other.issuer()
            && other.parsed.tbs_certificate().signature() == other.parsed.signature_algorithm()
            && signature::verifies(
                self.parsed.tbs_certificate().subject_public_key_info(),
                other.parsed.signature_algorithm(),
                &signed,
                other.parsed.signature().raw_bytes(),
            )
    }
}

/// Certificates in a file of text, in their order.
///
/// # Errors
/// [`PkiError::Malformed`] when there is none, or something that is none.
pub fn chain_from_pem(text: &[u8]) -> Result<Vec<Certificate>, PkiError> {
    let chain = x509_cert::Certificate::load_pem_chain(text)?;
    if chain.is_empty() {
        return Err(PkiError::Malformed);
    }
    chain.into_iter().map(Certificate::of_parsed).collect()
}
