//! Set-up links: how somebody gets his first password, or a new one, without an administrator ever knowing it.

use super::password::choose;
use super::secrets::{hash_token, new_token};
use super::session::{Origin, Proved, SessionStart, enter, hand_out, himself, owner};
use crate::office::{Error, Office};
use crate::organisation::PersonRef;
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::identity::{self, SessionLife, set_up_link_issued, set_up_link_used};
use daftar_domain::office::{PersonId, Timestamp};
use daftar_persistence::identity::Account;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

/// A link that was issued; the token is shown once and kept nowhere.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IssuedLink {
    /// The token.
    pub token: String,
    /// Until when it works.
    pub expires_at: Timestamp,
}

/// What somebody sees who opens a link.
#[derive(Debug, Clone)]
pub struct OpenedLink {
    /// Whose account it opens.
    pub person: PersonRef,
    /// The name to sign in with.
    pub user_name: String,
    /// Until when it works.
    pub expires_at: Timestamp,
}

/// Issues a link for a person; earlier ones stop working.
pub async fn issue_set_up_link(office: &Office, officer: &Officer, person: PersonId) -> Result<IssuedLink, Error> {
    let token = new_token();
    let hash = hash_token(&token);
    let expires_at = office
        .act(officer, None, async |work| {
            work.permit(officer, Action::ManageOrganisation, Standing::GENERAL, Some(person.0))?;
            let somebody = work.tx.organisation().person(person).await?.ok_or(Error::NotFound)?;
            somebody.must_be_active().map_err(Error::refused)?;
            let expires_at = work.now + SessionLife::DEFAULT.set_up_link;
            work.tx
                .identity()
                .insert_set_up_link(&hash, person, work.now, expires_at)
                .await?;
            work.record(&set_up_link_issued(person)).await?;
            Ok(expires_at)
        })
        .await?;
    Ok(IssuedLink { token, expires_at })
}

/// Looks at a link without using it.
///
/// # Errors
/// `set-up-link-unknown`, whether it was used, has expired, or never was.
pub async fn check_set_up_link(office: &Office, token: &str) -> Result<OpenedLink, Error> {
    let (account, expires_at) = open(office, &hash_token(token)).await?;
    Ok(OpenedLink {
        person: owner(&account),
        user_name: account.user_name,
        expires_at,
    })
}

/// Uses a link: the person chooses a password, and is signed in or asked for his second factor. All his earlier sessions end.
///
/// # Errors
/// `set-up-link-unknown`; the password rules, at `/new_password`.
pub async fn accept_set_up_link(
    office: &Office,
    token: &str,
    new: &SecretString,
    origin: &Origin,
) -> Result<SessionStart, Error> {
    let hash = hash_token(token);
    let (account, _) = open(office, &hash).await?;
    let credential = choose(office, &account, new).await?;
    let begun = office
        .act_as(himself(account.person), None, async |work| {
            let identity = work.tx.identity();
            if !identity.use_set_up_link(&hash, work.now).await? {
                return Err(Error::Code("set-up-link-unknown"));
            }
            identity.put_credential(account.person, &credential, work.now).await?;
            identity.revoke_sessions_of(account.person, work.now).await?;
            work.record(&set_up_link_used(account.person)).await?;
            enter(office, work, account.person, Proved::PASSWORD, origin).await
        })
        .await?;
    hand_out(office, begun, owner(&account))
}

async fn open(office: &Office, hash: &str) -> Result<(Account, Timestamp), Error> {
    const UNKNOWN: Error = Error::Code("set-up-link-unknown");
    let repository = office.database().identity();
    let presented = repository.set_up_link(hash).await?.ok_or(UNKNOWN)?;
    if !identity::check_set_up_link(presented.link, office.now()) {
        return Err(UNKNOWN);
    }
    let account = repository.account(presented.person).await?.ok_or(UNKNOWN)?;
    Ok((account, presented.link.expires_at))
}
