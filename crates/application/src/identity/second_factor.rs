//! The second step of signing in, a proof within a session, and signing in with a passkey alone.

use super::acting::holder_of;
use super::challenges::{Asked, answered, ask, relying_party};
use super::proving::{AssertionAnswer, OfferedProof, PasskeyProof, check, settle, suspected, use_passkey};
use super::session::{Origin, Proved, SessionStart, begin, hand_out, himself, owner};
use super::throttling::{Counted, attempt};
use super::tokens::TokenKind;
use crate::office::{Error, Office};
use daftar_domain::identity::{PasskeyState, Proof};
use daftar_domain::office::Timestamp;
use daftar_persistence::identity::SessionHolder;

/// What an authenticator is asked.
#[derive(Debug, Clone)]
pub struct AssertionOptions {
    /// The challenge, base64url.
    pub challenge: String,
    /// The host that the passkey is bound to.
    pub rp_id: String,
    /// The credentials that may answer, base64url, with how they can be reached; empty for any that the device has.
    pub allowed: Vec<(String, Vec<String>)>,
}

/// Who has proved his password and not yet his second factor.
///
/// # Errors
/// [`Error::Unauthenticated`] when the token is no good for this.
pub async fn half_signed_in(office: &Office, token: &str) -> Result<SessionHolder, Error> {
    holder_of(office, token, &[TokenKind::SecondFactor]).await
}

/// Asks for a passkey as second factor.
pub async fn second_factor_options(office: &Office, half: &SessionHolder) -> Result<AssertionOptions, Error> {
    options(office, half, Asked::SecondFactor(half.person, half.session)).await
}

/// Asks for a passkey within a session.
pub async fn factor_options(office: &Office, holder: &SessionHolder) -> Result<AssertionOptions, Error> {
    options(office, holder, Asked::Again(holder.person, holder.session)).await
}

async fn options(office: &Office, holder: &SessionHolder, asked: Asked) -> Result<AssertionOptions, Error> {
    let rp_id = relying_party(office)?.id.clone();
    let kept = office.database().identity().passkeys_of(holder.person).await?;
    let good = kept
        .into_iter()
        .filter(|kept| kept.passkey.state == PasskeyState::Approved);
    let allowed = good.map(|kept| {
        let transports = kept.transports.split_whitespace().map(str::to_owned).collect();
        (kept.credential_id, transports)
    });
    Ok(AssertionOptions {
        allowed: allowed.collect(),
        challenge: ask(office, asked).await?,
        rp_id,
    })
}

/// Finishes a sign-in with a second factor; the half session ends and a whole one begins.
///
/// # Errors
/// What is wrong with the proof, at its field; [`Error::Throttled`] after too many wrong ones.
pub async fn finish_sign_in(
    office: &Office,
    half: &SessionHolder,
    offered: &OfferedProof,
    origin: &Origin,
) -> Result<SessionStart, Error> {
    let person = half.person;
    let asked = Asked::SecondFactor(person, half.session);
    let checked = check(office, person, asked, offered, origin).await?;
    let begun = office
        .act_as(himself(person), None, async |work| {
            let Some(proof) = settle(office, work, person, &checked).await? else {
                return Ok(None);
            };
            if !work
                .tx
                .identity()
                .revoke_session(person, half.session, work.now)
                .await?
            {
                return Err(Error::Unauthenticated);
            }
            let proved = Proved::now(proof, work.now);
            begin(work, person, TokenKind::Session, proved, origin).await.map(Some)
        })
        .await?;
    let account = office.database().identity().account(person).await?;
    let account = account.ok_or(Error::Unauthenticated)?;
    hand_out(office, begun.ok_or_else(suspected)?, owner(&account))
}

/// Proves a factor again within a session; answers what was proved, and when.
///
/// # Errors
/// As [`finish_sign_in`]; `password-not-enough` for a password of somebody who has a factor.
pub async fn prove_factor(
    office: &Office,
    holder: &SessionHolder,
    offered: &OfferedProof,
    origin: &Origin,
) -> Result<(Proof, Timestamp), Error> {
    let person = holder.person;
    let asked = Asked::Again(person, holder.session);
    let checked = check(office, person, asked, offered, origin).await?;
    let proved = office
        .act_as(himself(person), None, async |work| {
            let Some(proof) = settle(office, work, person, &checked).await? else {
                return Ok(None);
            };
            work.tx
                .identity()
                .prove_session(holder.session, proof, work.now)
                .await?;
            Ok(Some((proof, work.now)))
        })
        .await?;
    proved.ok_or_else(suspected)
}

/// Asks whoever comes for a passkey.
pub async fn passkey_sign_in_options(office: &Office) -> Result<AssertionOptions, Error> {
    let rp_id = relying_party(office)?.id.clone();
    Ok(AssertionOptions {
        challenge: ask(office, Asked::SignIn).await?,
        rp_id,
        allowed: Vec::new(),
    })
}

/// Signs somebody in with a passkey alone: it is something that he has, unlocked by something that he is or knows.
///
/// # Errors
/// `passkey-sign-in-failed`, whatever is wrong; [`Error::Throttled`] after too many failures.
pub async fn sign_in_with_passkey(
    office: &Office,
    answer: &AssertionAnswer,
    origin: &Origin,
) -> Result<SessionStart, Error> {
    const FAILED: Error = Error::Code("passkey-sign-in-failed");
    relying_party(office)?;
    let counted = Counted::Passkey(&answer.credential_id);
    let attempt = attempt(office, counted, &origin.address).await?;
    let challenge = answered(office, Asked::SignIn, &answer.client_data_json).await;
    let challenge = challenge.map_err(told_nothing)?;
    let identity = office.database().identity();
    let kept = identity.passkey_of_credential(&answer.credential_id).await?;
    let kept = kept.ok_or(FAILED)?;
    let person = kept.passkey.person;
    let account = identity.account(person).await?.filter(|account| account.active);
    let account = account.ok_or(FAILED)?;
    let proof = PasskeyProof::new(&kept, challenge, answer);
    let begun = office
        .act_as(himself(person), None, async |work| {
            if !use_passkey(office, work, &proof).await? {
                return Ok(None);
            }
            work.tx.identity().attempt_succeeded(attempt.0).await?;
            let proved = Proved::now(Proof::Passkey, work.now);
            begin(work, person, TokenKind::Session, proved, origin).await.map(Some)
        })
        .await
        .map_err(told_nothing)?;
    hand_out(office, begun.ok_or(FAILED)?, owner(&account))
}

/// Whatever is wrong with a passkey of somebody unknown is told alike.
fn told_nothing(error: Error) -> Error {
    match error {
        Error::Refused(_) | Error::Fields(_) => Error::Code("passkey-sign-in-failed"),
        other => other,
    }
}
