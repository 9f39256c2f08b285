//! Asking authenticators, and taking their answers.

use super::secrets::new_token;
use crate::office::{Error, Office};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use daftar_domain::identity::IdentityRefusal;
use daftar_domain::identity::webauthn::{AssertionRefusal, RelyingParty, named_challenge};
use daftar_domain::ledger::Actor;
use daftar_domain::office::{PersonId, SessionId};
use daftar_persistence::identity::ChallengeFor;

/// How long an authenticator may take.
const MINUTES: i64 = 5;

/// What an authenticator is asked for. An answer to one thing is none to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// A new credential.
    Enrol(PersonId, SessionId),
    /// A second factor after the password.
    SecondFactor(PersonId, SessionId),
    /// A proof within a session.
    Again(PersonId, SessionId),
    /// Signing in without a password: nobody knows yet who it is.
    SignIn,
}

impl Asked {
    const fn kept(self) -> ChallengeFor {
        let (purpose, of) = match self {
            Self::Enrol(person, session) => ("enrol", Some((person, session))),
            Self::SecondFactor(person, session) => ("second_factor", Some((person, session))),
            Self::Again(person, session) => ("again", Some((person, session))),
            Self::SignIn => ("sign_in", None),
        };
        match of {
            Some((person, session)) => ChallengeFor {
                purpose,
                person: Some(person),
                session: Some(session),
            },
            None => ChallengeFor {
                purpose,
                person: None,
                session: None,
            },
        }
    }
}

/// The office as passkeys know it.
///
/// # Errors
/// `passkeys-impossible` at an address for which browsers make none.
pub(super) fn relying_party(office: &Office) -> Result<&RelyingParty, Error> {
    office
        .relying_party()
        .map_err(|_| Error::refused(IdentityRefusal::NoPasskeysHere))
}

/// A new challenge, base64url.
pub(super) async fn ask(office: &Office, asked: Asked) -> Result<String, Error> {
    let nonce = new_token();
    office
        .act_as(Actor::SYSTEM, None, async |work| {
            let expires_at = work.now + TimeDelta::minutes(MINUTES);
            let identity = work.tx.identity();
            Ok(identity
                .insert_challenge(&nonce, asked.kept(), work.now, expires_at)
                .await?)
        })
        .await?;
    Ok(nonce)
}

/// The challenge that an answer names, used up whatever the answer is worth otherwise.
///
/// # Errors
/// `challenge-unknown` when it has expired, was answered before, or was not asked for just this.
pub(super) async fn answered(office: &Office, asked: Asked, client_data_json: &[u8]) -> Result<Vec<u8>, Error> {
    const UNKNOWN: IdentityRefusal = IdentityRefusal::ChallengeUnknown;
    let nonce = named_challenge(client_data_json).map_err(Error::refused)?;
    let open = office
        .act_as(Actor::SYSTEM, None, async |work| {
            Ok(work.tx.identity().use_challenge(&nonce, asked.kept(), work.now).await?)
        })
        .await?;
    let challenge = URL_SAFE_NO_PAD.decode(&nonce).ok().filter(|_| open);
    challenge.ok_or_else(|| Error::refused(UNKNOWN))
}

/// What is wrong with an authenticator's answer, at the field that has it.
pub(super) fn wrong(pointer: &'static str) -> impl Fn(AssertionRefusal) -> Error {
    move |refusal| Error::field(pointer, daftar_domain::office::Refusal::from(refusal).code)
}
