//! Time stamps (RFC 3161): an authority of others says that a signature was there at a time.
//!
//! Nothing that the authority's own signature does not cover may be otherwise than the standard has it: a stamp is not
//! covered by the signature that it stamps, and a document must not be changeable there without anybody noticing.

use super::cms::{MOST_CERTIFICATES, SIGNED_DATA, certificates, is_signer, only};
use crate::pki::{Certificate, Crl, SHA256, Trust, digest, stamper_path, verifies, with_digest, worth};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use der::asn1::{ObjectIdentifier, OctetString, Uint};
use der::{Any, Decode as _, Encode as _, Sequence, Tag, Tagged as _};
use sha1::{Digest as _, Sha1};
use x509_cert::attr::Attributes;
use x509_cert::spki::AlgorithmIdentifierOwned;

const STAMP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// The longest answer that is read, in bytes: one with a long chain of large keys has 7,000.
pub const LONGEST_REPLY: usize = 64 * 1024;

/// What a signature's time stamp will be checked with, which stands in the document beside what the signature itself is
/// checked with. Covered by the signature, it must be known before there is a stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamper {
    /// From the certificate that stamps up to its root.
    pub path: Vec<Certificate>,
    /// Certificates that the authority sends along, and nobody needs.
    pub beside: Vec<Certificate>,
    /// The current lists of the authorities above it, as far as they are known.
    pub crls: Vec<Crl>,
}

impl Stamper {
    /// All its certificates.
    pub(super) fn certificates(&self) -> impl Iterator<Item = &Certificate> {
        self.path.iter().chain(&self.beside)
    }

    /// Whether it could stamp at a time, for somebody who trusts its root; what no list speaks of counts as not revoked.
    pub fn is_good_at(&self, at: DateTime<Utc>) -> bool {
        let path: Vec<&Certificate> = self.path.iter().collect();
        matches!(worth(&path, &self.crls, at), Trust::Trusted | Trust::Unlisted)
    }
}

/// What keeps a stamp from being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StampError {
    /// The answer is none of RFC 3161.
    #[error("the answer is no time stamp")]
    Unreadable,
    /// The authority refuses to stamp, with this status.
    #[error("the authority refuses, with the status {0}")]
    Refused(u32),
    /// It stamps something else, or answers somebody else's query.
    #[error("the stamp is not of what was asked")]
    NotOurs,
    /// Its signature does not hold, or something is written otherwise than the standard has it.
    #[error("the stamp does not hold")]
    Unsound,
}

impl From<der::Error> for StampError {
    fn from(_: der::Error) -> Self {
        Self::Unreadable
    }
}

/// A question to an authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampQuery {
    imprint: [u8; 32],
    nonce: Uint,
}

#[derive(Sequence)]
struct Query {
    version: u8,
    imprint: Imprint,
    nonce: Uint,
    certificates: bool,
}

#[derive(Sequence)]
struct Imprint {
    algorithm: AlgorithmIdentifierOwned,
    digest: OctetString,
}

impl StampQuery {
    /// Asks to stamp a digest (SHA-256); `nonce` is a random number that the answer repeats.
    ///
    /// # Errors
    /// [`StampError::Unreadable`] never, for a number of this length.
    pub fn new(imprint: [u8; 32], nonce: [u8; 8]) -> Result<Self, StampError> {
        let nonce = Uint::new(&nonce)?;
        Ok(Self { imprint, nonce })
    }

    /// The question as it is sent.
    ///
    /// # Errors
    /// As [`StampQuery::new`].
    pub fn to_der(&self) -> Result<Vec<u8>, StampError> {
        let query = Query {
            version: 1,
            imprint: Imprint {
                algorithm: AlgorithmIdentifierOwned {
                    oid: SHA256,
                    parameters: None,
                },
                digest: OctetString::new(self.imprint)?,
            },
            nonce: self.nonce.clone(),
            certificates: true,
        };
        Ok(query.to_der()?)
    }
}

/// A stamp whose signature holds. Whether its signer is to be believed is another question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeStamp {
    token: ContentInfo,
    /// When the authority saw what it stamps.
    pub at: DateTime<Utc>,
    /// Who stamped.
    pub signer: Certificate,
    /// All certificates that came with it.
    pub certificates: Vec<Certificate>,
    pub(super) imprint: [u8; 32],
    nonce: Option<Uint>,
}

impl TimeStamp {
    /// Reads an authority's answer to a question.
    ///
    /// # Errors
    /// See [`StampError`].
    pub fn from_reply(reply: &[u8], query: &StampQuery) -> Result<Self, StampError> {
        if reply.len() > LONGEST_REPLY {
            return Err(StampError::Unreadable);
        }
        let fields = Vec::<Any>::from_der(reply)?;
        let status = fields.first().ok_or(StampError::Unreadable)?;
        let status = Vec::<Any>::from_der(&status.to_der()?)?;
        let status: u32 = status.first().ok_or(StampError::Unreadable)?.decode_as()?;
        // 0 is granted, 1 is granted with changes: what was changed would show below.
        if status > 1 {
            return Err(StampError::Refused(status));
        }
        let token: ContentInfo = fields.get(1).ok_or(StampError::Unreadable)?.decode_as()?;
        let stamp = Self::read(token, &query.imprint)?;
        if stamp.nonce.as_ref() != Some(&query.nonce) {
            return Err(StampError::NotOurs);
        }
        Ok(stamp)
    }

    /// Reads a stamp of a digest.
    pub(super) fn read(token: ContentInfo, imprint: &[u8; 32]) -> Result<Self, StampError> {
        if token.content_type != SIGNED_DATA {
            return Err(StampError::Unreadable);
        }
        let data: SignedData = token.content.decode_as()?;
        let content = data
            .encap_content_info
            .econtent
            .as_ref()
            .ok_or(StampError::Unreadable)?;
        let content: OctetString = content.decode_as()?;
        let said = Said::read(content.as_bytes())?;
        if said.digested_by != SHA256 || said.digest.as_bytes() != imprint {
            return Err(StampError::NotOurs);
        }
        let certificates = certificates(&data);
        let (Some(info), 1) = (data.signer_infos.0.get(0), data.signer_infos.0.len()) else {
            return Err(StampError::Unsound);
        };
        let signer = certificates.iter().find(|found| is_signer(found, &info.sid));
        let signer = signer.ok_or(StampError::Unsound)?.clone();
        let complete = data
            .certificates
            .as_ref()
            .is_some_and(|all| all.0.len() == certificates.len());
        if !complete || certificates.len() > MOST_CERTIFICATES || !is_as_the_standard_has_it(&data, info) {
            return Err(StampError::Unsound);
        }
        holds(info, &signer, content.as_bytes()).ok_or(StampError::Unsound)?;
        Ok(Self {
            token,
            at: said.at,
            signer,
            certificates,
            imprint: *imprint,
            nonce: said.nonce,
        })
    }

    /// The stamp as an attribute's value.
    pub(super) fn value(&self) -> Result<Any, der::Error> {
        Any::encode_from(&self.token)
    }

    /// The certificates from the one that stamped up to one of the roots, if it leads there and is for stamping.
    pub fn path_to(&self, roots: &[Certificate]) -> Option<Vec<Certificate>> {
        stamper_path(&self.signer, &self.certificates, roots)
    }

    /// How far the authority's clock is from another one.
    pub fn distance(&self, from: DateTime<Utc>) -> TimeDelta {
        (self.at - from).abs()
    }
}

/// What a stamp says.
struct Said {
    digested_by: ObjectIdentifier,
    digest: OctetString,
    at: DateTime<Utc>,
    nonce: Option<Uint>,
}

impl Said {
    /// `TSTInfo`: five fields that are always there, and others of which only the nonce is looked for.
    fn read(der: &[u8]) -> Result<Self, StampError> {
        let fields = Vec::<Any>::from_der(der)?;
        let [version, _policy, imprint, _serial, at, others @ ..] = fields.as_slice() else {
            return Err(StampError::Unreadable);
        };
        let version: u8 = version.decode_as()?;
        let imprint: Imprint = imprint.decode_as()?;
        if version != 1 || at.tag() != Tag::GeneralizedTime {
            return Err(StampError::Unreadable);
        }
        let nonce = others.iter().find(|field| field.tag() == Tag::Integer);
        Ok(Self {
            digested_by: imprint.algorithm.oid,
            digest: imprint.digest,
            at: moment(at.value()).ok_or(StampError::Unreadable)?,
            nonce: nonce.map(Any::decode_as).transpose()?,
        })
    }
}

/// A time with or without fractions of a second (RFC 3161, section 2.4.2), which the office's own never have.
fn moment(text: &[u8]) -> Option<DateTime<Utc>> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let time = NaiveDateTime::parse_from_str(text, "%Y%m%d%H%M%S%.f").ok()?;
    Some(time.and_utc())
}

/// Whether the parts that no signature covers are as they must be.
fn is_as_the_standard_has_it(data: &SignedData, info: &SignerInfo) -> bool {
    let plain = |algorithm: &AlgorithmIdentifierOwned| {
        let parameters = algorithm.parameters.as_ref();
        parameters.is_none_or(|parameters| parameters.tag() == Tag::Null && parameters.value().is_empty())
    };
    let version = match info.sid {
        SignerIdentifier::IssuerAndSerialNumber(_) => CmsVersion::V1,
        SignerIdentifier::SubjectKeyIdentifier(_) => CmsVersion::V3,
    };
    data.version == CmsVersion::V3
        && data.encap_content_info.econtent_type == STAMP
        && data.digest_algorithms.as_slice() == std::slice::from_ref(&info.digest_alg)
        && data.crls.is_none()
        && info.version == version
        && info.unsigned_attrs.is_none()
        && plain(&info.digest_alg)
        && plain(&info.signature_algorithm)
}

/// Whether the signer signed this content, and said with which certificate.
fn holds(info: &SignerInfo, signer: &Certificate, content: &[u8]) -> Option<()> {
    let attributes = info.signed_attrs.as_ref()?;
    let content_type: ObjectIdentifier = only(attributes, CONTENT_TYPE)?.decode_as().ok()?;
    let summed: OctetString = only(attributes, MESSAGE_DIGEST)?.decode_as().ok()?;
    let message = attributes.to_der().ok()?;
    let algorithm = with_digest(&info.signature_algorithm, info.digest_alg.oid);
    let good = content_type == STAMP
        && summed.as_bytes() == digest(info.digest_alg.oid, content)?
        && names_signer(attributes, signer)?
        && verifies(signer, &algorithm, &message, info.signature.as_bytes());
    good.then_some(())
}

/// Whether the certificate that the signer says he signed with is this one (RFC 3161 with SHA-1, RFC 5816 with any).
fn names_signer(attributes: &Attributes, signer: &Certificate) -> Option<bool> {
    let (value, by_sha1) = match only(attributes, SIGNING_CERTIFICATE_V2) {
        Some(value) => (value, false),
        None => (only(attributes, SIGNING_CERTIFICATE)?, true),
    };
    let inside = |value: &Any| Vec::<Any>::from_der(&value.to_der().ok()?).ok();
    let first = inside(inside(value)?.first()?)?;
    let fields = inside(first.first()?)?;
    let expected = match fields.first()?.decode_as::<AlgorithmIdentifierOwned>() {
        Ok(algorithm) if !by_sha1 => digest(algorithm.oid, signer.der())?,
        _ if by_sha1 => Sha1::digest(signer.der()).to_vec(),
        _ => digest(SHA256, signer.der())?,
    };
    let named = fields.iter().find(|field| field.tag() == Tag::OctetString)?;
    Some(named.value() == expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_may_say_fractions_of_a_second() {
        let at = |text: &str| moment(text.as_bytes()).map(|at| at.to_rfc3339());
        assert_eq!(at("20261127115042Z").as_deref(), Some("2026-11-27T11:50:42+00:00"));
        assert_eq!(
            at("20261127115042.25Z").as_deref(),
            Some("2026-11-27T11:50:42.250+00:00")
        );
        for wrong in [
            "20261127115042",
            "20261127115042+0500",
            "261127115042Z",
            "20261327115042Z",
            "",
        ] {
            assert_eq!(at(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_query_is_the_one_of_the_standard() {
        let query = StampQuery::new([7; 32], [0, 1, 2, 3, 4, 5, 6, 7]).unwrap();
        let algorithm = "300b0609608648016503040201";
        let expected = format!(
            "3040020101302f{algorithm}0420{}0207010203040506070101ff",
            "07".repeat(32)
        );
        assert_eq!(hex::encode(query.to_der().unwrap()), expected);
    }

    #[test]
    fn what_is_no_answer_is_none() {
        let query = StampQuery::new([7; 32], [1; 8]).unwrap();
        let refused = |reply: &[u8]| TimeStamp::from_reply(reply, &query).unwrap_err();
        assert_eq!(refused(b""), StampError::Unreadable);
        assert_eq!(refused(b"<!doctype html>"), StampError::Unreadable);
        assert_eq!(
            refused(&[0x30, 5, 0x30, 3, 2, 1, 0]),
            StampError::Unreadable,
            "granted, and no stamp"
        );
        assert_eq!(refused(&[0x30, 5, 0x30, 3, 2, 1, 2]), StampError::Refused(2));
        assert_eq!(refused(&vec![0x30; LONGEST_REPLY + 1]), StampError::Unreadable);
    }
}
