//! Signing in with user name and password.

use super::session::{Origin, Proved, SessionStart, begin, enter, hand_out, himself, owner};
use super::throttling::{Counted, attempt};
use super::tokens::TokenKind;
use crate::office::{Error, Office};
use daftar_domain::identity::fold_user_name;
use secrecy::SecretString;

/// Signs somebody in, or asks for his second factor. Whether the name or the password was wrong is not told, neither in words nor by the time it takes.
///
/// # Errors
/// `sign-in-failed`; [`Error::Throttled`] after too many failures.
pub async fn sign_in(
    office: &Office,
    user_name: &str,
    password: &SecretString,
    origin: &Origin,
) -> Result<SessionStart, Error> {
    let user_name = fold_user_name(user_name);
    let attempt = attempt(office, Counted::Name(&user_name), &origin.address).await?;
    let account = office.database().identity().account_named(&user_name).await?;
    let credential = account
        .as_ref()
        .filter(|account| account.active)
        .and_then(|account| account.credential.as_ref());
    let hash = credential.map(|credential| credential.password_hash.as_str());
    let right = office.passwords().verify(password, hash).await?;
    let (Some(account), Some(credential), true) = (account.as_ref(), credential, right) else {
        return Err(Error::Code("sign-in-failed"));
    };
    let begun = office
        .act_as(himself(account.person), None, async |work| {
            work.tx.identity().attempt_succeeded(attempt.0).await?;
            let person = account.person;
            if credential.must_change {
                begin(work, person, TokenKind::PasswordChange, Proved::PASSWORD, origin).await
            } else {
                enter(office, work, person, Proved::PASSWORD, origin).await
            }
        })
        .await?;
    hand_out(office, begun, owner(account))
}
