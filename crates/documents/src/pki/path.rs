//! Whether a certificate leads to a root that is trusted.

use super::{Certificate, Crl, PkiError};
use chrono::{DateTime, Utc};

/// The most certificates between a signer's and the root, both counted.
const LONGEST: usize = 6;

/// What a signer's certificate was worth at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// It leads to the root, everything was valid, and lists of that time say that nothing was revoked.
    Trusted,
    /// It does not lead to the root, by certificates that may issue others.
    Unknown,
    /// One of the certificates was not yet valid, or not any more.
    NotValidThen,
    /// One of them was revoked by then.
    Revoked,
    /// No list of that time tells whether one of them was revoked.
    Unlisted,
}

/// What the certificate was worth at a time, for somebody who trusts the root. The others and the lists may be anybody's:
/// nothing in them is believed without a signature.
pub fn trust(
    signer: &Certificate,
    others: &[Certificate],
    crls: &[Crl],
    root: &Certificate,
    at: DateTime<Utc>,
) -> Trust {
    if !signer.signs_documents() {
        return Trust::Unknown;
    }
    path(signer, others, std::slice::from_ref(root)).map_or(Trust::Unknown, |path| worth(&path, crls, at))
}

/// The certificates from one that stamps the time up to one of the roots, if it leads there and is for that.
pub(crate) fn stamper_path(
    signer: &Certificate,
    others: &[Certificate],
    roots: &[Certificate],
) -> Option<Vec<Certificate>> {
    if !signer.signs_documents() || !signer.stamps_time() {
        return None;
    }
    Some(path(signer, others, roots)?.into_iter().cloned().collect())
}

/// What certificates that lead to a root were worth at a time.
pub(crate) fn worth(path: &[&Certificate], crls: &[Crl], at: DateTime<Utc>) -> Trust {
    if !path.iter().all(|certificate| certificate.is_valid_at(at)) {
        return Trust::NotValidThen;
    }
    let checks = path.windows(2).map(|pair| revocation(pair[0], pair[1], crls, at));
    checks.fold(Trust::Trusted, |worst, found| match (worst, found) {
        (Trust::Revoked, _) | (_, Trust::Revoked) => Trust::Revoked,
        (Trust::Trusted, found) => found,
        (worst, _) => worst,
    })
}

/// From the signer's certificate to one of the roots.
fn path<'a>(
    signer: &'a Certificate,
    others: &'a [Certificate],
    roots: &'a [Certificate],
) -> Option<Vec<&'a Certificate>> {
    if !signer.is_understood() {
        return None;
    }
    let mut path = vec![signer];
    while let Some(last) = path.last().copied() {
        if roots.iter().any(|root| last.der() == root.der()) {
            return (path.len() > 1).then_some(path);
        }
        if path.len() == LONGEST {
            return None;
        }
        // The authorities between the signer and the one that is looked for.
        let below = path.len() - 1;
        let issuer = roots
            .iter()
            .chain(others)
            .find(|other| may_stand_above(other, below) && other.issued(last))?;
        path.push(issuer);
    }
    None
}

fn may_stand_above(authority: &Certificate, below: usize) -> bool {
    let room = authority.authority();
    room.is_some_and(|most| most.is_none_or(|most| below <= usize::from(most))) && authority.is_understood()
}

fn revocation(certificate: &Certificate, issuer: &Certificate, crls: &[Crl], at: DateTime<Utc>) -> Trust {
    let good_then = |list: &&Crl| list.next_update().is_some_and(|next| at <= next) && list.is_of(issuer);
    let mut lists = crls.iter().filter(good_then).peekable();
    if lists.peek().is_none() {
        return Trust::Unlisted;
    }
    if lists.any(|list| list.revoked_at(certificate).is_some_and(|revoked| revoked <= at)) {
        return Trust::Revoked;
    }
    Trust::Trusted
}

/// Checks that certificates are those of an authority on P-256, and lead from it to a root.
///
/// # Errors
/// [`PkiError::NoChain`], [`PkiError::NotP256`], [`PkiError::NotAnAuthority`] or [`PkiError::NotValid`].
pub fn authority_chain(chain: &[Certificate], at: DateTime<Utc>) -> Result<(), PkiError> {
    let (Some(first), Some(root)) = (chain.first(), chain.last()) else {
        return Err(PkiError::NoChain);
    };
    first.public_key()?;
    for (below, pair) in chain.windows(2).enumerate() {
        if !may_stand_above(&pair[0], below) {
            return Err(PkiError::NotAnAuthority);
        }
        if !may_stand_above(&pair[1], below + 1) || !pair[1].issued(&pair[0]) {
            return Err(PkiError::NoChain);
        }
    }
    // An authority that is its own root could not be revoked.
    if chain.len() < 2 || chain.len() >= LONGEST || !root.issued(root) {
        return Err(PkiError::NoChain);
    }
    if !chain.iter().all(|certificate| certificate.is_valid_at(at)) {
        return Err(PkiError::NotValid);
    }
    Ok(())
}
