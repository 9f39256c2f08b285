//! Proving who one is with something beside a password, in two steps: what is offered is checked outside the transaction,
//! because secrets are opened and passwords hashed there; then it is used up inside the transaction that it opens.

use super::challenges::{Asked, answered, relying_party, wrong};
use super::secrets::hash_token;
use super::session::Origin;
use super::throttling::{Attempt, Counted, attempt};
use crate::office::{Error, Office, Work};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_domain::identity::webauthn::{Assertion, AssertionRefusal, PublicKey, Verified, verify_assertion};
use daftar_domain::identity::{
    IdentityRefusal, PasskeyState, Proof, check_totp, recovery_code_used, typed_recovery_code,
};
use daftar_domain::office::{PasskeyId, PersonId};
use daftar_persistence::identity::KeptPasskey;
use secrecy::{ExposeSecret as _, SecretString};

/// An authenticator's answer.
#[derive(Debug, Clone)]
pub struct AssertionAnswer {
    /// The id of the credential, base64url.
    pub credential_id: String,
    /// What the browser said.
    pub client_data_json: Vec<u8>,
    /// What the authenticator said.
    pub authenticator_data: Vec<u8>,
    /// Its signature.
    pub signature: Vec<u8>,
}

/// What somebody offers as a proof.
#[derive(Debug, Clone)]
pub enum OfferedProof {
    /// A code of his phone.
    Code(String),
    /// A code on paper.
    RecoveryCode(String),
    /// An answer of an authenticator.
    Assertion(AssertionAnswer),
    /// His password; only within a session, and only of somebody who has nothing better.
    Password(SecretString),
}

/// A proof that is good, unless another request uses it first.
pub(super) struct Checked {
    attempt: Attempt,
    what: What,
}

enum What {
    Step { sealed: String, step: i64 },
    Paper { hash: String },
    Passkey(PasskeyProof),
    Password,
}

/// An answer of a passkey with the challenge that it answers.
pub(super) struct PasskeyProof {
    id: PasskeyId,
    challenge: Vec<u8>,
    answer: AssertionAnswer,
}

/// Checks what somebody offers. Every try counts, apart from the tries of his password: whoever knows that must not be
/// able to clear the count by signing in again.
///
/// # Errors
/// What is wrong with it, at its field; [`Error::Throttled`] after too many wrong ones.
pub(super) async fn check(
    office: &Office,
    person: PersonId,
    asked: Asked,
    offered: &OfferedProof,
    origin: &Origin,
) -> Result<Checked, Error> {
    let attempt = attempt_of(office, person, origin).await?;
    let what = match offered {
        OfferedProof::Code(code) => step(office, person, code).await?,
        OfferedProof::RecoveryCode(code) => What::Paper {
            hash: hash_token(&typed_recovery_code(code)),
        },
        OfferedProof::Assertion(answer) => What::Passkey(passkey(office, person, asked, answer).await?),
        OfferedProof::Password(password) => password_alone(office, person, password).await?,
    };
    Ok(Checked { attempt, what })
}

/// Counts a try to prove a second factor of somebody.
pub(super) async fn attempt_of(office: &Office, person: PersonId, origin: &Origin) -> Result<Attempt, Error> {
    attempt(office, Counted::Factor(person), &origin.address).await
}

async fn step(office: &Office, person: PersonId, code: &str) -> Result<What, Error> {
    const WRONG: IdentityRefusal = IdentityRefusal::CodeWrong;
    let totp = office.database().identity().totp(person).await?.unwrap_or_default();
    let sealed = totp.sealed_secret.ok_or_else(|| Error::refused(WRONG))?;
    let secret = office.key_ring().open(&totp_aad(person), &sealed).await?;
    let step = check_totp(secret.expose_secret(), code, totp.last_step, office.now());
    let step = step.ok_or_else(|| Error::refused(WRONG))?;
    Ok(What::Step { sealed, step })
}

/// What the secret of somebody's phone is sealed with.
pub(super) fn totp_aad(person: PersonId) -> String {
    format!("totp:{person}")
}

async fn passkey(
    office: &Office,
    person: PersonId,
    asked: Asked,
    answer: &AssertionAnswer,
) -> Result<PasskeyProof, Error> {
    relying_party(office)?;
    let challenge = answered(office, asked, &answer.client_data_json).await?;
    let kept = office
        .database()
        .identity()
        .passkey_of_credential(&answer.credential_id)
        .await?;
    let kept = kept.filter(|kept| kept.passkey.person == person);
    let kept = kept.ok_or_else(|| Error::refused(IdentityRefusal::PasskeyUnknown))?;
    Ok(PasskeyProof {
        id: kept.passkey.id,
        challenge,
        answer: answer.clone(),
    })
}

async fn password_alone(office: &Office, person: PersonId, password: &SecretString) -> Result<What, Error> {
    let identity = office.database().identity();
    if identity.factors(person).await?.any() {
        return Err(Error::refused(IdentityRefusal::PasswordNotEnough));
    }
    let account = identity.account(person).await?.ok_or(Error::Unauthenticated)?;
    let hash = account.credential.as_ref().map(|kept| kept.password_hash.as_str());
    if office.passwords().verify(password, hash).await? {
        Ok(What::Password)
    } else {
        Err(Error::field("/password", "password-wrong"))
    }
}

/// Uses a checked proof up. `None` where a passkey has come under suspicion: that must be written although it proves
/// nothing, so the caller commits and then answers [`suspected`].
///
/// # Errors
/// What is wrong with it, when another request used it first.
pub(super) async fn settle(
    office: &Office,
    work: &Work<'_>,
    person: PersonId,
    checked: &Checked,
) -> Result<Option<Proof>, Error> {
    let identity = work.tx.identity();
    let proof = match &checked.what {
        What::Step { sealed, step } => {
            if !identity.use_totp_step(person, sealed, *step).await? {
                return Err(Error::refused(IdentityRefusal::CodeWrong));
            }
            Proof::Totp
        }
        What::Paper { hash } => {
            if !identity.use_recovery_code(person, hash, work.now).await? {
                return Err(Error::refused(IdentityRefusal::RecoveryCodeWrong));
            }
            let left = identity.factors(person).await?.recovery_codes;
            work.record(&recovery_code_used(person, left)).await?;
            Proof::RecoveryCode
        }
        What::Passkey(proof) => {
            if !use_passkey(office, work, proof).await? {
                return Ok(None);
            }
            Proof::Passkey
        }
        What::Password => Proof::Password,
    };
    identity.attempt_succeeded(checked.attempt.0).await?;
    Ok(Some(proof))
}

/// What is answered when a passkey came under suspicion.
pub(super) fn suspected() -> Error {
    wrong("/assertion")(AssertionRefusal::CounterBack)
}

impl PasskeyProof {
    pub(super) fn new(kept: &KeptPasskey, challenge: Vec<u8>, answer: &AssertionAnswer) -> Self {
        Self {
            id: kept.passkey.id,
            challenge,
            answer: answer.clone(),
        }
    }
}

/// Verifies an answer against the passkey as it is now, and remembers its counter. `false` where it counted back: it is
/// under suspicion from now on.
pub(super) async fn use_passkey(office: &Office, work: &Work<'_>, proof: &PasskeyProof) -> Result<bool, Error> {
    let identity = work.tx.identity();
    let kept = identity.lock_passkey(proof.id).await?;
    let kept = kept.filter(|kept| kept.passkey.state == PasskeyState::Approved);
    let kept = kept.ok_or_else(|| Error::refused(IdentityRefusal::PasskeyUnknown))?;
    let seen = kept.passkey.version;
    match verified(office, &kept, proof) {
        Ok(good) => {
            identity.passkey_backed_up(proof.id, good.flags.backed_up()).await?;
            let passkey = kept.passkey.used(good.count, work.now);
            identity.save_passkey(&passkey, seen).await?;
            Ok(true)
        }
        Err(Bad::CountedBack(shown)) => {
            let (passkey, event) = kept.passkey.suspect(shown, work.now);
            identity.save_passkey(&passkey, seen).await?;
            work.record(&event).await?;
            Ok(false)
        }
        Err(Bad::Other(error)) => Err(error),
    }
}

enum Bad {
    CountedBack(u32),
    Other(Error),
}

fn verified(office: &Office, kept: &KeptPasskey, proof: &PasskeyProof) -> Result<Verified, Bad> {
    let answer = &proof.answer;
    let assertion = Assertion {
        authenticator_data: &answer.authenticator_data,
        client_data_json: &answer.client_data_json,
        signature: &answer.signature,
    };
    let office = relying_party(office).map_err(Bad::Other)?;
    let key = URL_SAFE_NO_PAD
        .decode(&kept.public_key)
        .map_err(|error| Bad::Other(Error::Internal(error.to_string())))?;
    let key = PublicKey::from_cose(&key).map_err(|refusal| Bad::Other(Error::Internal(refusal.to_string())))?;
    verify_assertion(&key, &proof.challenge, office, &assertion, kept.passkey.count).map_err(|refusal| match refusal {
        AssertionRefusal::CounterBack => Bad::CountedBack(shown_count(&assertion)),
        other => Bad::Other(wrong("/assertion")(other)),
    })
}

/// The counter that a verified assertion shows.
fn shown_count(assertion: &Assertion<'_>) -> u32 {
    let count = assertion
        .authenticator_data
        .get(33..)
        .and_then(|rest| rest.first_chunk::<4>());
    count.map_or(0, |count| u32::from_be_bytes(*count))
}
