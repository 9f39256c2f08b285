//! The office's certification authority: certificates and lists of revoked ones, as bytes.
//!
//! Everything is a pure function of what it is given; serial numbers and times are parameters, and the secret key stays
//! with whoever calls: he gives a closure that signs (ECDSA on P-256 over the SHA-256 of a message, in DER). What was
//! signed is verified at once, so that a key that is not the certificate's makes an error and no worthless certificate.

mod certificate;
mod crl;
mod issue;
mod names;
mod path;
mod signature;

pub use certificate::{Certificate, chain_from_pem};
pub use crl::{Crl, Revoked, RevokedFor};
pub use issue::{Issuer, Serial, Term, root};
pub use names::Subject;
pub use path::{Trust, authority_chain, trust};
pub use signature::secret_from_pem;

pub(crate) use issue::ecdsa_sha256;
pub(crate) use path::{stamper_path, worth};
pub(crate) use signature::{SHA256, digest, ecdsa_signed, verifies_by as verifies, with_digest};

use chrono::{DateTime, Utc};
use der::DateTime as DerTime;
use der::asn1::{GeneralizedTime, UtcTime};
use std::time::Duration;
use x509_cert::time::Time;

/// What keeps a certificate or a list from being made or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PkiError {
    /// The bytes are no certificate, list or key in strict DER.
    #[error("this is not what it should be, or not in DER")]
    Malformed,
    /// The key that signed is not the one that the certificate names.
    #[error("the key is not the certificate's")]
    WrongKey,
    /// A key on another curve, or of another sort.
    #[error("the key is not one on P-256")]
    NotP256,
    /// Certificates that do not lead from one to the next, up to one that is its own issuer.
    #[error("the certificates are no chain")]
    NoChain,
    /// A certificate that is not valid yet, or not any more.
    #[error("a certificate is not valid now")]
    NotValid,
    /// A certificate that may not issue others.
    #[error("the certificate is not an authority's")]
    NotAnAuthority,
}

impl From<der::Error> for PkiError {
    fn from(_: der::Error) -> Self {
        Self::Malformed
    }
}

/// A moment as certificates write it: two digits of the year until 2049, four afterwards (RFC 5280, section 4.1.2.5).
fn asn1_time(at: DateTime<Utc>) -> Result<Time, PkiError> {
    let seconds = u64::try_from(at.timestamp()).map_err(|_| PkiError::Malformed)?;
    let at = DerTime::from_unix_duration(Duration::from_secs(seconds))?;
    Ok(if at.year() < 2050 {
        Time::UtcTime(UtcTime::from_date_time(at)?)
    } else {
        Time::GeneralTime(GeneralizedTime::from_date_time(at))
    })
}

fn moment(time: Time) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(i64::try_from(time.to_unix_duration().as_secs()).ok()?, 0)
}
