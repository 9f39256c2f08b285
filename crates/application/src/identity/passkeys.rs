//! One's passkeys, and all that one can prove oneself with.

use super::challenges::{Asked, answered, ask, relying_party, wrong};
use super::session::himself;
use super::totp::{may_be_without, must_have_proved_lately};
use crate::office::{Error, Office, Work};
use crate::organisation::done;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_domain::identity::webauthn::{PasskeysImpossible, verify_registration};
use daftar_domain::identity::{FRESH_PROOF, FactorReason, IdentityRefusal, Passkey, PasskeyState, RevocationReason};
use daftar_domain::office::{Act, PasskeyId, Timestamp, Version};
use daftar_persistence::identity::{KeptPasskey, SessionHolder};

/// Words by which authenticators say how they can be reached; others are not kept.
const TRANSPORTS: [&str; 6] = ["ble", "hybrid", "internal", "nfc", "smart-card", "usb"];

/// What one can prove oneself with.
#[derive(Debug, Clone)]
pub struct MyFactors {
    /// Since when a phone is confirmed.
    pub totp_since: Option<Timestamp>,
    /// How many codes on paper are left.
    pub recovery_codes: u64,
    /// The passkeys, revoked ones too.
    pub passkeys: Vec<KeptPasskey>,
    /// Why one must have a factor; `None` where one need not.
    pub required: Option<FactorReason>,
    /// Why there can be no passkeys here; `None` where there can.
    pub impossible: Option<PasskeysImpossible>,
    /// Until when what was proved in this session is fresh.
    pub proved_until: Option<Timestamp>,
}

/// What an authenticator is asked to make.
#[derive(Debug, Clone)]
pub struct EnrolmentOptions {
    /// The challenge, base64url.
    pub challenge: String,
    /// The host that the passkey will be bound to.
    pub rp_id: String,
    /// The owner's handle, base64url; it says nothing about him.
    pub user_handle: String,
    /// The owner's user name.
    pub user_name: String,
    /// The owner's name.
    pub display_name: String,
    /// Credentials that are enrolled already, base64url.
    pub excluded: Vec<String>,
}

/// A credential that an authenticator made.
#[derive(Debug, Clone)]
pub struct MadeCredential {
    /// What the browser said.
    pub client_data_json: Vec<u8>,
    /// What the authenticator said.
    pub attestation_object: Vec<u8>,
    /// How the authenticator can be reached.
    pub transports: Vec<String>,
}

/// What one can prove oneself with.
pub async fn my_factors(office: &Office, holder: &SessionHolder) -> Result<MyFactors, Error> {
    let identity = office.database().identity();
    let totp = identity.totp(holder.person).await?;
    let weights = identity.weights(holder.person, office.now()).await?;
    let proved = holder.factor.filter(|(proof, _)| proof.is_factor());
    let until = proved.map(|(_, at)| at + FRESH_PROOF);
    Ok(MyFactors {
        totp_since: totp.and_then(|totp| totp.confirmed_at),
        recovery_codes: identity.factors(holder.person).await?.recovery_codes,
        passkeys: identity.passkeys_of(holder.person).await?,
        required: office.factor_required(weights.iter().map(|(roles, grade)| (roles, *grade))),
        impossible: office.relying_party().err(),
        proved_until: until.filter(|until| *until > office.now()),
    })
}

/// Asks an authenticator for a new credential.
///
/// # Errors
/// `passkeys-impossible`; `factor-proof-required`.
pub async fn enrolment_options(office: &Office, holder: &SessionHolder) -> Result<EnrolmentOptions, Error> {
    let rp_id = relying_party(office)?.id.clone();
    let person = holder.person;
    office
        .act_as(himself(person), None, async |work| {
            must_have_proved_lately(work, holder).await.map(|_| ())
        })
        .await?;
    let identity = office.database().identity();
    let account = identity.account(person).await?.ok_or(Error::Unauthenticated)?;
    let kept = identity.passkeys_of(person).await?;
    Ok(EnrolmentOptions {
        challenge: ask(office, Asked::Enrol(person, holder.session)).await?,
        rp_id,
        user_handle: URL_SAFE_NO_PAD.encode(person.0.as_bytes()),
        user_name: account.user_name,
        display_name: account.name_en,
        // A device whose passkey was revoked may get another.
        excluded: kept
            .into_iter()
            .filter(|kept| kept.passkey.state != PasskeyState::Revoked)
            .map(|kept| kept.credential_id)
            .collect(),
    })
}

/// Enrols a credential; it waits for somebody else's approval.
///
/// # Errors
/// `challenge-unknown`; what is wrong with the credential, at `/credential`; `passkey-known`; `too-many-passkeys`.
pub async fn enrol_passkey(
    office: &Office,
    holder: &SessionHolder,
    name: &str,
    made: &MadeCredential,
) -> Result<Act, Error> {
    let person = holder.person;
    let relying_party = relying_party(office)?;
    daftar_domain::identity::passkey_name(name).map_err(Error::refused)?;
    let challenge = answered(office, Asked::Enrol(person, holder.session), &made.client_data_json).await?;
    let (client, object) = (&made.client_data_json, &made.attestation_object);
    let new = verify_registration(&challenge, relying_party, client, object).map_err(wrong("/credential"))?;
    let credential_id = URL_SAFE_NO_PAD.encode(&new.id);
    let transports = TRANSPORTS
        .into_iter()
        .filter(|word| made.transports.iter().any(|t| t == word));
    let transports = transports.collect::<Vec<_>>().join(" ");
    office
        .act_as(himself(person), None, async |work| {
            let identity = work.tx.identity();
            if identity.passkey_of_credential(&credential_id).await?.is_some() {
                return Err(Error::refused(IdentityRefusal::PasskeyKnown));
            }
            let others = identity.passkeys_of(person).await?;
            let others = others.iter().filter(|kept| kept.passkey.state != PasskeyState::Revoked);
            let (passkey, event) =
                Passkey::enrol(work.new_id(), person, name, &new, others.count(), work.now).map_err(Error::refused)?;
            let kept = KeptPasskey {
                passkey,
                credential_id: credential_id.clone(),
                public_key: URL_SAFE_NO_PAD.encode(&new.public_key),
                transports: transports.clone(),
                backup_eligible: new.flags.backup_eligible(),
                backed_up: new.flags.backed_up(),
            };
            identity.insert_passkey(&kept).await?;
            done(work, kept.passkey.id.0, kept.passkey.version, &event).await
        })
        .await
}

/// One of one's own passkeys at the version that was seen.
async fn mine(work: &Work<'_>, holder: &SessionHolder, id: PasskeyId, seen: Version) -> Result<Passkey, Error> {
    let kept = work.tx.identity().lock_passkey(id).await?;
    let passkey = kept
        .map(|kept| kept.passkey)
        .filter(|passkey| passkey.person == holder.person);
    let passkey = passkey.ok_or(Error::NotFound)?;
    if passkey.version == seen {
        Ok(passkey)
    } else {
        Err(Error::Stale)
    }
}

/// Gives one's passkey another name.
///
/// # Errors
/// `passkey-name`; `passkey-revoked`.
pub async fn rename_passkey(
    office: &Office,
    holder: &SessionHolder,
    id: PasskeyId,
    seen: Version,
    name: &str,
) -> Result<Act, Error> {
    office
        .act_as(himself(holder.person), None, async |work| {
            let passkey = mine(work, holder, id, seen).await?;
            let (passkey, event) = passkey.rename(name).map_err(Error::refused)?;
            work.tx.identity().save_passkey(&passkey, seen).await?;
            done(work, id.0, passkey.version, &event).await
        })
        .await
}

/// Revokes one's own passkey. One that was good needs a fresh proof: whoever found a screen unlocked shall not take away
/// what keeps others out.
///
/// # Errors
/// `passkey-revoked`; `factor-proof-required`; `last-factor`.
pub async fn revoke_my_passkey(
    office: &Office,
    holder: &SessionHolder,
    id: PasskeyId,
    seen: Version,
) -> Result<Act, Error> {
    let person = holder.person;
    office
        .act_as(himself(person), None, async |work| {
            let passkey = mine(work, holder, id, seen).await?;
            if passkey.state == PasskeyState::Approved {
                must_have_proved_lately(work, holder).await?;
            }
            let (passkey, event) = passkey
                .revoke(Some(person), RevocationReason::ByOwner, work.now)
                .map_err(Error::refused)?;
            work.tx.identity().save_passkey(&passkey, seen).await?;
            if !work.tx.identity().factors(person).await?.any() {
                may_be_without(office, work, person).await?;
            }
            done(work, id.0, passkey.version, &event).await
        })
        .await
}
