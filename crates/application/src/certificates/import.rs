//! An authority that others certify: a government's, in the place of the office's own root.

use super::authority::{described, made};
use super::lists::first_list;
use super::sealed;
use crate::office::{Error, Office, Work};
use daftar_documents::pki::{Certificate, PkiError, authority_chain, chain_from_pem, secret_from_pem};
use daftar_domain::certificates::{AuthorityKind, CertificateRefusal, LIST_DAYS};
use daftar_domain::ledger::Actor;
use daftar_persistence::certificates::KeptAuthority;
use p256::ecdsa::SigningKey;
use secrecy::zeroize::Zeroizing;

/// Takes an authority that others have certified: its chain, from its own certificate up to their root, and its secret
/// key. From now on it certifies officers; each gets a new certificate at next need. What was signed stays signed.
///
/// # Errors
/// A [`CertificateRefusal`] for what does not belong together, may not certify, is not valid now, or is not on P-256.
pub async fn import_authority(office: &Office, chain: &[u8], key: &str) -> Result<(), Error> {
    let chain = chain_from_pem(chain).map_err(refused)?;
    authority_chain(&chain, office.now()).map_err(refused)?;
    let secret = SigningKey::from(secret_from_pem(key).map_err(refused)?);
    let public = secret.verifying_key().to_encoded_point(false);
    if chain[0].public_key().map_err(refused)? != public.as_bytes() {
        return Err(Error::refused(CertificateRefusal::KeyMismatch));
    }
    let took = office.act_as(Actor::SYSTEM, None, async |work| take(work, &chain, &secret).await);
    took.await
}

fn refused(error: PkiError) -> Error {
    Error::refused(match error {
        PkiError::NotAnAuthority => CertificateRefusal::NotAnAuthority,
        PkiError::NotP256 => CertificateRefusal::KeyUnsupported,
        PkiError::NotValid => CertificateRefusal::ChainNotValid,
        PkiError::WrongKey => CertificateRefusal::KeyMismatch,
        PkiError::Malformed | PkiError::NoChain => CertificateRefusal::ChainInvalid,
    })
}

async fn take(work: &Work<'_>, chain: &[Certificate], secret: &SigningKey) -> Result<(), Error> {
    let [issuing, between @ .., root] = chain else {
        return Err(Error::refused(CertificateRefusal::ChainInvalid));
    };
    let (id, bytes) = (work.new_id(), Zeroizing::<[u8; 32]>::new(secret.to_bytes().into()));
    let taken = [
        KeptAuthority {
            authority: described(work, work.new_id(), AuthorityKind::Root, root, &[])?,
            sealed_secret: None,
            list: None,
        },
        KeptAuthority {
            sealed_secret: Some(sealed(work, id, bytes.as_slice()).await?),
            list: Some(first_list(work, issuing, LIST_DAYS, secret)?),
            authority: described(work, id, AuthorityKind::Issuing, issuing, between)?,
        },
    ];
    let certificates = work.tx.certificates();
    for kept in &taken {
        if let Some(old) = certificates.current_authority(kept.authority.kind).await? {
            certificates.replace_authority(old.authority.id, work.now).await?;
        }
        if !certificates.add_authority(kept).await? {
            return Err(Error::Stale);
        }
        made(work, kept, true).await?;
    }
    Ok(())
}
