//! From a token to an officer acting for a post.

use super::tokens::TokenKind;
use crate::office::{Error, Office};
use daftar_domain::access::{Officer, only_post};
use daftar_domain::office::PostId;
use daftar_persistence::identity::SessionHolder;

/// Who sends a request.
#[derive(Debug, Clone)]
pub struct Acting {
    /// The person with all his posts.
    pub holder: SessionHolder,
    /// The officer that he acts as; `None` where he has no post, or several and named none.
    pub officer: Option<Officer>,
}

/// Loads who sends a request with this access token, acting for `post`.
///
/// Nothing about posts or roles comes from the token: a transfer of charge acts at the next request.
///
/// # Errors
/// [`Error::Unauthenticated`] when the token is no good or its session has ended; `acting-post-not-held` when the
/// person neither holds the named post now nor assists at it; `password-change-required` when a first password is still in use;
/// `second-factor-required` when he came in by a password alone and has got a post since that asks for more.
pub async fn acting_officer(office: &Office, token: &str, post: Option<PostId>) -> Result<Acting, Error> {
    let holder = holder_of(office, token, &[TokenKind::Session]).await?;
    if holder.must_change_password {
        return Err(Error::Code("password-change-required"));
    }
    let weights = holder.officers.iter().map(|officer| (&officer.roles, officer.grade));
    let proved = holder.factor.is_some_and(|(proof, _)| proof.is_factor());
    if !proved && office.factor_required(weights).is_some() {
        return Err(Error::Code("second-factor-required"));
    }
    let officer = match post {
        Some(post) => {
            let held = holder.officers.iter().find(|officer| officer.post == post);
            Some(held.cloned().ok_or(Error::Code("acting-post-not-held"))?)
        }
        None => only_post(&holder.officers).cloned(),
    };
    Ok(Acting { holder, officer })
}

/// The holder of a session by its token, which must be of one of these kinds.
///
/// # Errors
/// [`Error::Unauthenticated`] when the token is no good for this, or its session has ended.
pub(super) async fn holder_of(office: &Office, token: &str, kinds: &[TokenKind]) -> Result<SessionHolder, Error> {
    let (now, keys) = (office.now(), office.token_keys());
    let verified = kinds
        .iter()
        .find_map(|kind| Some((*kind, keys.verify(*kind, token, now).ok()?)));
    let (kind, claims) = verified.ok_or(Error::Unauthenticated)?;
    let holder = office.database().identity().session_holder(claims.sid, now).await?;
    holder
        .filter(|holder| holder.person == claims.sub && holder.purpose == kind)
        .ok_or(Error::Unauthenticated)
}
