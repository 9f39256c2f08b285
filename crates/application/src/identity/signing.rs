//! Passkeys that sign something: the challenge is what is signed.

use super::challenges::relying_party;
use super::proving::{AssertionAnswer, PasskeyProof, suspected, use_passkey};
use crate::office::{Error, Office};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_domain::identity::{IdentityRefusal, PasskeyState};
use daftar_domain::office::PersonId;
use daftar_domain::signing::PasskeyEvidence;

/// The passkeys that somebody can sign with, for his browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyChoice {
    /// The host name that they are bound to.
    pub rp_id: String,
    /// Their credential ids, base64url.
    pub credentials: Vec<String>,
}

/// The passkeys that somebody can sign with; `None` at an address where browsers make none.
pub(crate) async fn passkey_choices(office: &Office, person: PersonId) -> Result<Option<PasskeyChoice>, Error> {
    let Ok(relying_party) = office.relying_party() else {
        return Ok(None);
    };
    let kept = office.database().identity().passkeys_of(person).await?;
    let approved = kept
        .into_iter()
        .filter(|kept| kept.passkey.state == PasskeyState::Approved);
    Ok(Some(PasskeyChoice {
        rp_id: relying_party.id.clone(),
        credentials: approved.map(|kept| kept.credential_id).collect(),
    }))
}

/// Verifies that somebody's passkey answered this challenge, and answers the evidence of it. A passkey that counts back
/// comes under suspicion.
///
/// # Errors
/// What is wrong with the answer.
pub(crate) async fn sign_with_passkey(
    office: &Office,
    person: PersonId,
    challenge: &[u8; 32],
    answer: &AssertionAnswer,
) -> Result<PasskeyEvidence, Error> {
    let relying_party = relying_party(office)?;
    let kept = office
        .database()
        .identity()
        .passkey_of_credential(&answer.credential_id)
        .await?;
    let kept = kept.filter(|kept| kept.passkey.person == person);
    let kept = kept.ok_or_else(|| Error::refused(IdentityRefusal::PasskeyUnknown))?;
    let proof = PasskeyProof::new(&kept, challenge.to_vec(), answer);
    let good = office
        .act_as(super::session::himself(person), None, async |work| {
            use_passkey(office, work, &proof).await
        })
        .await?;
    if !good {
        return Err(suspected());
    }
    Ok(PasskeyEvidence {
        passkey: kept.passkey.id,
        public_key: kept.public_key,
        rp_id: relying_party.id.clone(),
        origins: relying_party.origins.clone(),
        authenticator_data: URL_SAFE_NO_PAD.encode(&answer.authenticator_data),
        client_data_json: URL_SAFE_NO_PAD.encode(&answer.client_data_json),
        signature: URL_SAFE_NO_PAD.encode(&answer.signature),
    })
}
