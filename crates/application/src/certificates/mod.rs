//! Certificates: the office's authority, officers' certificates, and the signing of documents with them.
//!
//! An authority is made at first need, like keys; an officer's certificate when he first signs a document in a post. What
//! is revoked is revoked in the transaction that makes it so; the list that says it to the world is a job, so that nobody
//! waits for a key to end a charge.

mod authority;
mod import;
mod issue;
mod lists;
mod read;
mod revoke;
mod time_stamps;

pub use authority::{Authorities, authority, prepare, renew_authority};
pub use import::import_authority;
pub use issue::{SigningCertificate, for_signing, sign_document};
pub use lists::{LIST_JOB, make_list, renew_lists};
pub use read::{AuthorityLine, Shown, certificate, list, show};
pub(crate) use revoke::{charge_ended, revoke};
pub use time_stamps::{LONGEST_LIST, StampCarrier, TimeStamping};
pub(crate) use time_stamps::{Stamping, sign_and_stamp};

use crate::keys;
use crate::office::{Error, Work};
use daftar_documents::pki::{Certificate, PkiError};
use daftar_domain::office::AuthorityId;
use daftar_persistence::certificates::KeptAuthority;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use secrecy::ExposeSecret as _;

/// Something that the office's own bytes should never make.
fn internal(error: PkiError) -> Error {
    Error::Internal(format!("a certificate: {error}"))
}

fn read_certificate(der: &[u8]) -> Result<Certificate, Error> {
    Certificate::from_der(der).map_err(internal)
}

/// Signs with a secret key: ECDSA on P-256 over SHA-256, in DER.
fn signs(secret: &SigningKey) -> impl Fn(&[u8]) -> Vec<u8> {
    move |message| {
        let signature: Signature = secret.sign(message);
        signature.to_der().as_bytes().to_vec()
    }
}

/// Seals the secret key of an authority.
async fn sealed(work: &Work<'_>, id: AuthorityId, secret: &[u8]) -> Result<String, Error> {
    work.office().key_ring().seal(&KeptAuthority::aad(id), secret).await
}

/// The secret key of an authority, for the moment of a signature.
async fn opened(work: &Work<'_>, kept: &KeptAuthority) -> Result<SigningKey, Error> {
    let id = kept.authority.id;
    let sealed = kept.sealed_secret.as_deref();
    let sealed = sealed.ok_or_else(|| Error::Internal(format!("the authority {id} has no secret key here")))?;
    let secret = work.office().key_ring().open(&KeptAuthority::aad(id), sealed).await?;
    SigningKey::from_slice(secret.expose_secret())
        .map_err(|_| Error::Internal(format!("the secret of the authority {id} is no key")))
}

/// A new secret key, and its public half.
fn new_key() -> (keys::SecretBytes, SigningKey, Vec<u8>) {
    let (bytes, secret) = keys::new_secret();
    let public = secret.verifying_key().to_encoded_point(false).as_bytes().to_vec();
    (bytes, secret, public)
}
