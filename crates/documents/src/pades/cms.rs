//! The signature itself: CMS as CAdES wants it (ETSI EN 319 122), detached.
//!
//! It names the signer's certificate by its digest, and has no time: the PDF has that (ETSI EN 319 142). What another
//! authority says about the time stands beside the signature.

use super::Seal;
use super::stamp::TimeStamp;
use crate::pki::{Certificate, PkiError, SHA256, ecdsa_sha256, ecdsa_signed, verifies};
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos};
use der::asn1::{ObjectIdentifier, OctetString, SetOfVec};
use der::{Any, Decode as _, Encode as _, Sequence};
use sha2::{Digest as _, Sha256};
use x509_cert::attr::{Attribute, Attributes};
use x509_cert::spki::AlgorithmIdentifierOwned;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
pub(super) const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const TIME_STAMP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");

/// The most certificates of a signature that are looked at.
pub(super) const MOST_CERTIFICATES: usize = 20;

/// `SigningCertificateV2` (RFC 5035) with one certificate; its digest is SHA-256, which is not written because it is the
/// standard's own choice.
#[derive(Sequence)]
struct SigningCertificate {
    certificates: Vec<CertificateDigest>,
}

#[derive(Sequence)]
struct CertificateDigest {
    digest: OctetString,
}

/// A signature that may still be stamped.
pub(super) struct Signature {
    attributes: Attributes,
    value: Vec<u8>,
    signer: Certificate,
    chain: Vec<Certificate>,
}

/// Signs the digest of a document.
pub(super) fn signed(
    digest: &[u8; 32],
    seal: &Seal<'_>,
    sign: impl FnOnce(&[u8]) -> Vec<u8>,
) -> Result<Signature, PkiError> {
    let attributes = attributes(digest, seal.certificate)?;
    // What is signed is the set as a set, and not as the part of the message that it becomes.
    let value = ecdsa_signed(&attributes, seal.certificate, sign)?;
    Ok(Signature {
        attributes,
        value,
        signer: seal.certificate.clone(),
        chain: seal.chain.to_vec(),
    })
}

impl Signature {
    /// SHA-256 of the signature itself: what a time stamp is made of.
    pub(super) fn imprint(&self) -> [u8; 32] {
        Sha256::digest(&self.value).into()
    }

    /// The message, with its stamp if it has one.
    pub(super) fn written(self, stamp: Option<&TimeStamp>) -> Result<Vec<u8>, PkiError> {
        let certificates = std::iter::once(&self.signer).chain(&self.chain);
        written(self.attributes, self.value, stamp, &self.signer, certificates)
    }
}

/// The one way in which a signature is written: whatever reads differently was not written here.
fn written<'a>(
    attributes: Attributes,
    signature: Vec<u8>,
    stamp: Option<&TimeStamp>,
    signer: &Certificate,
    certificates: impl Iterator<Item = &'a Certificate>,
) -> Result<Vec<u8>, PkiError> {
    let info = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: signer.issuer().clone(),
            serial_number: signer.parsed().tbs_certificate().serial_number().clone(),
        }),
        digest_alg: sha256(),
        signed_attrs: Some(attributes),
        signature_algorithm: ecdsa_sha256(),
        signature: OctetString::new(signature)?,
        unsigned_attrs: stamp.map(stamped).transpose()?,
    };
    let certificates = certificates.map(|found| CertificateChoices::Certificate(found.parsed().clone()));
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha256()])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: DATA,
            econtent: None,
        },
        certificates: Some(certificates.collect::<Vec<_>>().try_into()?),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![info])?),
    };
    let content = ContentInfo {
        content_type: SIGNED_DATA,
        content: Any::encode_from(&data)?,
    };
    Ok(content.to_der()?)
}

/// A stamp as what stands beside a signature (RFC 3161, appendix A).
fn stamped(stamp: &TimeStamp) -> Result<Attributes, der::Error> {
    let values = SetOfVec::try_from(vec![stamp.value()?])?;
    SetOfVec::try_from(vec![Attribute {
        oid: TIME_STAMP,
        values,
    }])
}

fn sha256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid: SHA256,
        parameters: None,
    }
}

fn attributes(digest: &[u8; 32], certificate: &Certificate) -> Result<Attributes, PkiError> {
    let named = SigningCertificate {
        certificates: vec![CertificateDigest {
            digest: OctetString::new(certificate.digest())?,
        }],
    };
    let attributes = [
        (CONTENT_TYPE, Any::encode_from(&DATA)?),
        (MESSAGE_DIGEST, Any::encode_from(&OctetString::new(*digest)?)?),
        (SIGNING_CERTIFICATE, Any::encode_from(&named)?),
    ];
    let attributes = attributes.into_iter().map(|(oid, value)| {
        let values = SetOfVec::try_from(vec![value])?;
        Ok(Attribute { oid, values })
    });
    let attributes = attributes.collect::<Result<Vec<_>, der::Error>>()?;
    Ok(SetOfVec::try_from(attributes)?)
}

/// A signature that was read: who signed, and whether that is so.
pub(super) struct Read {
    pub(super) signer: Certificate,
    /// All certificates that came with it.
    pub(super) certificates: Vec<Certificate>,
    /// Whether it is the signer's over this digest.
    pub(super) holds: bool,
    /// When others saw it.
    pub(super) stamp: Option<TimeStamp>,
}

/// Reads a signature of the sort that is made here, and compares it with a document's digest. The bytes may go on with
/// zeros: the place is larger than the signature.
pub(super) fn read(bytes: &[u8], digest: &[u8; 32]) -> Option<Read> {
    let (content, rest) = ContentInfo::from_der_partial(bytes).ok()?;
    if content.content_type != SIGNED_DATA || rest.iter().any(|byte| *byte != 0) {
        return None;
    }
    let data: SignedData = content.content.decode_as().ok()?;
    let certificates = certificates(&data);
    let [info] = data.signer_infos.0.as_slice() else {
        return None;
    };
    let signer = certificates.iter().find(|found| is_signer(found, &info.sid))?.clone();
    let stamp = stamp_of(info);
    let stamp_holds = stamp.is_some() || info.unsigned_attrs.is_none();
    let message = &bytes[..bytes.len() - rest.len()];
    Some(Read {
        holds: stamp_holds
            && is_as_written(message, info, stamp.as_ref(), &signer, &certificates)
            && holds(info, &signer, digest).unwrap_or(false),
        signer,
        certificates,
        stamp,
    })
}

/// The certificates of a message, up to a number beyond which nobody needs them.
pub(super) fn certificates(data: &SignedData) -> Vec<Certificate> {
    let all = data.certificates.iter().flat_map(|all| all.0.iter());
    let plain = all.filter_map(|found| match found {
        CertificateChoices::Certificate(certificate) => Certificate::of_parsed(certificate.clone()).ok(),
        CertificateChoices::Other(_) => None,
    });
    plain.take(MOST_CERTIFICATES).collect()
}

/// The stamp of a signature, if it holds.
fn stamp_of(info: &SignerInfo) -> Option<TimeStamp> {
    let value = only(info.unsigned_attrs.as_ref()?, TIME_STAMP)?;
    let imprint = Sha256::digest(info.signature.as_bytes());
    TimeStamp::read(value.decode_as().ok()?, &imprint.into()).ok()
}

/// No signature covers all of its own message: nothing in it may be otherwise than it is written here.
fn is_as_written(
    bytes: &[u8],
    info: &SignerInfo,
    stamp: Option<&TimeStamp>,
    signer: &Certificate,
    certificates: &[Certificate],
) -> bool {
    let (Some(attributes), signature) = (info.signed_attrs.clone(), info.signature.as_bytes().to_vec()) else {
        return false;
    };
    written(attributes, signature, stamp, signer, certificates.iter()).is_ok_and(|again| again == bytes)
}

pub(super) fn is_signer(certificate: &Certificate, named: &SignerIdentifier) -> bool {
    match named {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            let number = certificate.parsed().tbs_certificate().serial_number();
            *certificate.issuer() == named.issuer && *number == named.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(named) => certificate
            .key_identifier()
            .is_some_and(|identifier| identifier == *named),
    }
}

fn holds(info: &SignerInfo, signer: &Certificate, digest: &[u8; 32]) -> Option<bool> {
    let attributes = info.signed_attrs.as_ref()?;
    let content_type: ObjectIdentifier = only(attributes, CONTENT_TYPE)?.decode_as().ok()?;
    let signed_digest: OctetString = only(attributes, MESSAGE_DIGEST)?.decode_as().ok()?;
    let named: SigningCertificate = only(attributes, SIGNING_CERTIFICATE)?.decode_as().ok()?;
    let [named] = named.certificates.as_slice() else {
        return None;
    };
    let message = attributes.to_der().ok()?;
    let info_is_ours = info.digest_alg.oid == SHA256 && content_type == DATA;
    let certificate = Sha256::digest(signer.der());
    Some(
        info_is_ours
            && signed_digest.as_bytes() == digest
            && named.digest.as_bytes() == certificate.as_slice()
            && verifies(signer, &info.signature_algorithm, &message, info.signature.as_bytes()),
    )
}

/// The only value of an attribute that stands there once.
pub(super) fn only(attributes: &Attributes, oid: ObjectIdentifier) -> Option<&Any> {
    let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
    let (attribute, None) = (found.next()?, found.next()) else {
        return None;
    };
    match attribute.values.as_slice() {
        [value] => Some(value),
        _ => None,
    }
}
