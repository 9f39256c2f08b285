//! Choosing a password.

use super::acting::holder_of;
use super::session::{Origin, Proved, SessionStart, enter, hand_out, himself, owner};
use super::throttling::{Counted, attempt};
use super::tokens::TokenKind;
use crate::office::{Error, Office};
use daftar_domain::identity::{
    IdentityRefusal, LONGEST_PASSWORD, PasswordFacts, Proof, SHORTEST_PASSWORD, check_password, password_changed,
};
use daftar_domain::office::{PersonId, Timestamp};
use daftar_persistence::identity::{Account, Credential};
use secrecy::{ExposeSecret as _, SecretString};

/// Somebody who may change his password: with a full session, or with a token for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordChanger {
    /// Who.
    pub person: PersonId,
    /// The factor that he has proved in this session, and when.
    pub factor: Option<(Proof, Timestamp)>,
}

/// Finds out who wants to change his password.
///
/// # Errors
/// [`Error::Unauthenticated`] when the token is no good for this, or its session has ended.
pub async fn password_changer(office: &Office, token: &str) -> Result<PasswordChanger, Error> {
    let holder = holder_of(office, token, &[TokenKind::Session, TokenKind::PasswordChange]).await?;
    Ok(PasswordChanger {
        person: holder.person,
        factor: holder.factor,
    })
}

/// Changes a password, and ends every session of its owner; he goes on with a new one, after his second factor where he
/// has not proved it in this session.
///
/// # Errors
/// `password-wrong` and the password rules, at their fields; [`Error::Throttled`] after too many wrong ones.
pub async fn change_password(
    office: &Office,
    changer: PasswordChanger,
    current: &SecretString,
    new: &SecretString,
    origin: &Origin,
) -> Result<SessionStart, Error> {
    let account = office
        .database()
        .identity()
        .account(changer.person)
        .await?
        .ok_or(Error::Unauthenticated)?;
    let attempt = attempt(office, Counted::Name(&account.user_name), &origin.address).await?;
    let hash = account
        .credential
        .as_ref()
        .map(|credential| credential.password_hash.as_str());
    if !office.passwords().verify(current, hash).await? {
        return Err(Error::refused(IdentityRefusal::PasswordWrong));
    }
    let chosen = choose(office, &account, new).await;
    let credential = chosen.as_ref().ok();
    let proved = Proved {
        factor: changer.factor,
        ..Proved::PASSWORD
    };
    let begun = office
        .act_as(himself(account.person), None, async |work| {
            let identity = work.tx.identity();
            identity.attempt_succeeded(attempt.0).await?;
            let Some(credential) = credential else { return Ok(None) };
            identity.put_credential(account.person, credential, work.now).await?;
            identity.revoke_sessions_of(account.person, work.now).await?;
            work.record(&password_changed(account.person)).await?;
            enter(office, work, account.person, proved, origin).await.map(Some)
        })
        .await?;
    chosen?;
    let begun = begun.ok_or_else(|| Error::Internal("a password without session".to_owned()))?;
    hand_out(office, begun, owner(&account))
}

/// Checks a password that the owner of an account chose, and hashes it.
pub(super) async fn choose(office: &Office, account: &Account, new: &SecretString) -> Result<Credential, Error> {
    let passwords = office.passwords();
    let length = new.expose_secret().chars().count();
    let measured = (SHORTEST_PASSWORD..=LONGEST_PASSWORD).contains(&length);
    let old = account
        .credential
        .as_ref()
        .map(|credential| credential.password_hash.as_str());
    let names = [account.user_name.as_str(), &account.name_en, &account.name_ur, "daftar"];
    let facts = PasswordFacts {
        length,
        strength: if measured {
            passwords.strength(new, &names).await?
        } else {
            0
        },
        same: measured && old.is_some() && passwords.verify(new, old).await?,
    };
    check_password(facts).map_err(Error::refused)?;
    Ok(Credential {
        password_hash: passwords.hash(new).await?,
        must_change: false,
    })
}
