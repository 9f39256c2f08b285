//! Keys that the office keeps for its officers, to sign with when they have confirmed it with their second factor.
//!
//! The secret half lies in the database, sealed for its person and its key, and is open for the moment of a signature.

use super::BATCH;
use crate::certificates;
use crate::office::{Error, Office, Work};
use daftar_domain::certificates::RevocationReason;
use daftar_domain::keys::OfficerKey;
use daftar_domain::ledger::{Actor, Event};
use daftar_domain::office::{PersonId, SigningKeyId};
use daftar_domain::organisation::OrganisationRefusal;
use daftar_persistence::keys::KeptKey;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey as Secret};
use secrecy::ExposeSecret as _;
use secrecy::zeroize::Zeroizing;

/// The key that a person signs with, made at first need. Until the transaction ends, neither the account is closed nor
/// the key retired.
pub async fn signing_key(work: &Work<'_>, person: PersonId) -> Result<OfficerKey, Error> {
    let keys = work.tx.keys();
    if !keys.holds_open(person).await? {
        return Err(Error::refused(OrganisationRefusal::PersonDeactivated));
    }
    if let Some(kept) = keys.current_officer_key(person).await? {
        return Ok(kept.key);
    }
    let kept = make(work, person).await?;
    if keys.add_officer_key(&kept).await? {
        work.record(&kept.key.made()).await?;
        return Ok(kept.key);
    }
    // Somebody else was faster, and has committed meanwhile.
    let kept = keys.current_officer_key(person).await?;
    let kept = kept.ok_or_else(|| Error::Internal(format!("the person {person} has no key to sign with")))?;
    Ok(kept.key)
}

async fn make(work: &Work<'_>, person: PersonId) -> Result<KeptKey, Error> {
    let (bytes, secret) = new_secret();
    let key = OfficerKey {
        id: work.new_id(),
        person,
        public_key: public_key(&secret),
        created_at: work.now,
        retired_at: None,
    };
    let sealed_secret = work
        .office()
        .key_ring()
        .seal(&KeptKey::aad(&key), bytes.as_slice())
        .await?;
    Ok(KeptKey {
        key,
        sealed_secret: Some(sealed_secret),
    })
}

/// The secret half of a key on P-256; wiped when it is dropped.
pub(crate) type SecretBytes = Zeroizing<[u8; 32]>;

/// A scalar by chance. One in four thousand million is none of the curve.
pub(crate) fn new_secret() -> (SecretBytes, Secret) {
    loop {
        let bytes: SecretBytes = Zeroizing::new(rand::random());
        if let Ok(secret) = Secret::from_slice(bytes.as_slice()) {
            return (bytes, secret);
        }
    }
}

fn public_key(secret: &Secret) -> String {
    hex::encode(secret.verifying_key().to_encoded_point(false).as_bytes())
}

/// Signs a message: ECDSA on P-256 over its SHA-256, in DER, which is also the form of a passkey's signatures. The same
/// message gives the same signature (RFC 6979).
///
/// # Errors
/// `signing-key-retired`; `keys-unavailable` when the key that seals it cannot be used; [`Error::Internal`] when the
/// secret is not this key's.
pub async fn sign(work: &Work<'_>, key: SigningKeyId, message: &[u8]) -> Result<Vec<u8>, Error> {
    let signature: Signature = opened(work, key).await?.sign(message);
    Ok(signature.to_der().as_bytes().to_vec())
}

/// The secret half of a key that signs, for the moment of a signature: it is wiped when it is dropped.
pub(crate) async fn opened(work: &Work<'_>, key: SigningKeyId) -> Result<Secret, Error> {
    let kept = work.tx.keys().officer_key(key).await?.ok_or(Error::NotFound)?;
    kept.key.must_be_current().map_err(Error::refused)?;
    let sealed = kept.sealed_secret.as_deref().unwrap_or_default();
    let opened = work.office().key_ring().open(&KeptKey::aad(&kept.key), sealed).await?;
    // Both wipe themselves when they are dropped.
    Secret::from_slice(opened.expose_secret())
        .ok()
        .filter(|secret| public_key(secret) == kept.key.public_key)
        .ok_or_else(|| Error::Internal(format!("the secret of the signing key {key} is another's")))
}

/// The key of somebody whose account is closed signs no more.
pub(crate) async fn retire_signing_key(work: &Work<'_>, person: PersonId) -> Result<Option<Event>, Error> {
    let keys = work.tx.keys();
    let Some(kept) = keys.current_officer_key(person).await? else {
        return Ok(None);
    };
    let (key, event) = kept.key.retire(work.now).map_err(Error::refused)?;
    keys.save_retired(&key).await?;
    Ok(Some(event))
}

/// Retires the signing keys of all officers, when they may be known to others or open no more; each gets a new one at
/// next need. Answers how many there were.
pub async fn retire_signing_keys(office: &Office) -> Result<u64, Error> {
    let mut retired = 0;
    loop {
        let batch = office.act_as(Actor::SYSTEM, None, retire_some).await?;
        retired += batch;
        if batch == 0 {
            return Ok(retired);
        }
    }
}

async fn retire_some(work: &Work<'_>) -> Result<u64, Error> {
    let keys = work.tx.keys();
    let (mut events, mut retired) = (Vec::new(), 0);
    for key in keys.current_officer_keys(BATCH).await? {
        let (key, event) = key.retire(work.now).map_err(Error::refused)?;
        keys.save_retired(&key).await?;
        events.push(event);
        events.extend(certificates::revoke(work, key.person, None, RevocationReason::KeyRetired).await?);
        retired += 1;
    }
    work.record_all(&events).await?;
    Ok(retired)
}
