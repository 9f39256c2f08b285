//! Making certificates.

use super::names::Sort;
use super::signature::{EC_KEY, ECDSA_SHA256, P256, p256_key, signed};
use super::{Certificate, Crl, PkiError, Revoked, Subject, asn1_time, crl, names};
use chrono::{DateTime, TimeDelta, Utc};
use der::asn1::{BitString, Ia5String, ObjectIdentifier, OctetString};
use der::{Any, Sequence};
use p256::ecdsa::VerifyingKey;
use sha2::{Digest as _, Sha256};
use x509_cert::certificate::Version;
use x509_cert::ext::pkix::crl::dp::DistributionPoint;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};
use x509_cert::ext::pkix::{
    AuthorityKeyIdentifier, BasicConstraints, CrlDistributionPoints, ExtendedKeyUsage, KeyUsage, KeyUsages,
    SubjectKeyIdentifier,
};
use x509_cert::ext::{Extension, ToExtension};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::time::Validity;

/// Signing documents (RFC 9336), and mail, which is what Adobe's and NSS's readers ask for.
const PURPOSES: [ObjectIdentifier; 2] = [
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36"),
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.4"),
];

/// A certificate's number: 126 bits by chance, the two before them fixed, so that it is positive and always as long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Serial([u8; 16]);

impl Serial {
    /// From 128 bits of chance.
    pub fn from_random(mut bytes: [u8; 16]) -> Self {
        bytes[0] = bytes[0] & 0x3F | 0x40;
        Self(bytes)
    }

    /// From its hex, as [`Certificate::serial`] writes it.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }

    pub(super) fn number(self) -> Result<SerialNumber, PkiError> {
        Ok(SerialNumber::new(&self.0)?)
    }
}

impl std::fmt::Display for Serial {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

/// From when until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The first moment.
    pub from: DateTime<Utc>,
    /// The last.
    pub until: DateTime<Utc>,
}

impl Term {
    /// So many days from a moment. It begins a little earlier: a reader's clock may be behind.
    pub fn days(from: DateTime<Utc>, days: i64) -> Self {
        Self {
            from: from - TimeDelta::minutes(5),
            until: from + TimeDelta::days(days),
        }
    }
}

/// What is signed of a certificate (RFC 5280, section 4.1). The crate reads this, and lets nobody write it without its
/// own keys.
#[derive(Sequence)]
struct ToBeSigned {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    version: Version,
    serial_number: SerialNumber,
    signature: AlgorithmIdentifierOwned,
    issuer: Name,
    validity: Validity,
    subject: Name,
    subject_public_key_info: SubjectPublicKeyInfoOwned,
    #[asn1(context_specific = "3", tag_mode = "EXPLICIT")]
    extensions: Vec<Extension>,
}

/// The office's own root: a certificate that its key signs itself.
///
/// # Errors
/// [`PkiError::NotP256`] for a key that is no point, [`PkiError::WrongKey`] when another one signed.
pub fn root(
    office: &str,
    public_key: &[u8],
    serial: Serial,
    term: Term,
    sign: impl FnOnce(&[u8]) -> Vec<u8>,
) -> Result<Certificate, PkiError> {
    let key = point(public_key)?;
    let name = names::authority(office, Sort::Root)?;
    let identifier = identifier(&key)?;
    let extensions = vec![
        extension(&BasicConstraints {
            ca: true,
            path_len_constraint: Some(1),
        })?,
        extension(&KeyUsage(KeyUsages::KeyCertSign | KeyUsages::CRLSign))?,
        extension(&identifier)?,
    ];
    finish(
        &to_be_signed(serial, term, name.clone(), name, &key, extensions)?,
        &key,
        sign,
    )
}

/// An authority that issues certificates and lists.
#[derive(Debug, Clone, Copy)]
pub struct Issuer<'a> {
    certificate: &'a Certificate,
    /// Where its list of revoked certificates can be had.
    crl_url: &'a str,
}

impl<'a> Issuer<'a> {
    /// With its certificate, and the address of its list; without an address the certificates name none.
    ///
    /// # Errors
    /// [`PkiError::NotAnAuthority`] when the certificate may not issue others.
    pub fn new(certificate: &'a Certificate, crl_url: &'a str) -> Result<Self, PkiError> {
        certificate.authority().ok_or(PkiError::NotAnAuthority)?;
        Ok(Self { certificate, crl_url })
    }

    /// An authority below this one, that certifies officers and no further authority.
    ///
    /// # Errors
    /// As [`root`].
    pub fn authority(
        &self,
        office: &str,
        public_key: &[u8],
        serial: Serial,
        term: Term,
        sign: impl FnOnce(&[u8]) -> Vec<u8>,
    ) -> Result<Certificate, PkiError> {
        let subject = names::authority(office, Sort::Issuing)?;
        let own = vec![
            extension(&BasicConstraints {
                ca: true,
                path_len_constraint: Some(0),
            })?,
            extension(&KeyUsage(KeyUsages::KeyCertSign | KeyUsages::CRLSign))?,
        ];
        self.issue(subject, public_key, serial, term, own, sign)
    }

    /// An officer's certificate, for signing documents.
    ///
    /// # Errors
    /// As [`root`].
    pub fn officer(
        &self,
        subject: Subject<'_>,
        public_key: &[u8],
        serial: Serial,
        term: Term,
        sign: impl FnOnce(&[u8]) -> Vec<u8>,
    ) -> Result<Certificate, PkiError> {
        let own = vec![
            (
                true,
                &BasicConstraints {
                    ca: false,
                    path_len_constraint: None,
                },
            )
                .to_extension(&Name::default(), &[])?,
            extension(&KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation))?,
            extension(&ExtendedKeyUsage(PURPOSES.to_vec()))?,
        ];
        self.issue(subject.name()?, public_key, serial, term, own, sign)
    }

    /// The list of what this authority revoked. `number` grows with each list.
    ///
    /// # Errors
    /// [`PkiError::WrongKey`] when another key signed.
    pub fn crl(
        &self,
        number: u64,
        term: Term,
        revoked: &[Revoked],
        sign: impl FnOnce(&[u8]) -> Vec<u8>,
    ) -> Result<Crl, PkiError> {
        crl::make(self.certificate, &self.key()?, number, term, revoked, sign)
    }

    fn key(&self) -> Result<VerifyingKey, PkiError> {
        p256_key(self.certificate.parsed().tbs_certificate().subject_public_key_info()).ok_or(PkiError::NotP256)
    }

    fn issue(
        &self,
        subject: Name,
        public_key: &[u8],
        serial: Serial,
        term: Term,
        mut extensions: Vec<Extension>,
        sign: impl FnOnce(&[u8]) -> Vec<u8>,
    ) -> Result<Certificate, PkiError> {
        let key = point(public_key)?;
        extensions.push(extension(&identifier(&key)?)?);
        extensions.extend(issuer_identifier(self.certificate)?);
        if !self.crl_url.is_empty() {
            extensions.push(extension(&distribution(self.crl_url)?)?);
        }
        let issuer = self.certificate.subject().clone();
        // Nothing outlives its issuer.
        let until = self
            .certificate
            .not_after()
            .map_or(term.until, |end| end.min(term.until));
        let term = Term { until, ..term };
        finish(
            &to_be_signed(serial, term, issuer, subject, &key, extensions)?,
            &self.key()?,
            sign,
        )
    }
}

fn to_be_signed(
    serial: Serial,
    term: Term,
    issuer: Name,
    subject: Name,
    key: &VerifyingKey,
    extensions: Vec<Extension>,
) -> Result<ToBeSigned, PkiError> {
    Ok(ToBeSigned {
        version: Version::V3,
        serial_number: serial.number()?,
        signature: ecdsa_sha256(),
        issuer,
        validity: Validity::new(asn1_time(term.from)?, asn1_time(term.until)?),
        subject,
        subject_public_key_info: SubjectPublicKeyInfoOwned {
            algorithm: AlgorithmIdentifierOwned {
                oid: EC_KEY,
                parameters: Some(Any::encode_from(&P256)?),
            },
            subject_public_key: BitString::from_bytes(key.to_encoded_point(false).as_bytes())?,
        },
        extensions,
    })
}

fn finish(
    certificate: &ToBeSigned,
    key: &VerifyingKey,
    sign: impl FnOnce(&[u8]) -> Vec<u8>,
) -> Result<Certificate, PkiError> {
    let signature = signed(certificate, key, sign)?;
    Certificate::from_der(&crl::wrapped(certificate, &signature)?)
}

pub(crate) fn ecdsa_sha256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid: ECDSA_SHA256,
        parameters: None,
    }
}

fn point(public_key: &[u8]) -> Result<VerifyingKey, PkiError> {
    VerifyingKey::from_sec1_bytes(public_key).map_err(|_| PkiError::NotP256)
}

/// The first 160 bits of SHA-256 of the key (RFC 7093, section 2).
fn identifier(key: &VerifyingKey) -> Result<SubjectKeyIdentifier, PkiError> {
    let digest = Sha256::digest(key.to_encoded_point(false).as_bytes());
    Ok(SubjectKeyIdentifier(OctetString::new(&digest[..20])?))
}

pub(super) fn issuer_identifier(issuer: &Certificate) -> Result<Option<Extension>, PkiError> {
    let identifier = issuer.key_identifier().map(|found| AuthorityKeyIdentifier {
        key_identifier: Some(found.0),
        ..AuthorityKeyIdentifier::default()
    });
    identifier.as_ref().map(extension).transpose()
}

fn distribution(url: &str) -> Result<CrlDistributionPoints, PkiError> {
    let url = GeneralName::UniformResourceIdentifier(Ia5String::new(url)?);
    Ok(CrlDistributionPoints(vec![DistributionPoint {
        distribution_point: Some(DistributionPointName::FullName(vec![url])),
        reasons: None,
        crl_issuer: None,
    }]))
}

pub(super) fn extension<T>(of: &T) -> Result<Extension, PkiError>
where
    for<'a> &'a T: ToExtension<Error = der::Error>,
{
    Ok(of.to_extension(&Name::default(), &[])?)
}
