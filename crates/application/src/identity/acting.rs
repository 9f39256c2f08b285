//! From a token to an officer acting for a post.

use super::tokens::TokenKind;
use crate::office::{Error, Office};
use daftar_domain::access::Officer;
use daftar_domain::office::PostId;
use daftar_persistence::identity::SessionHolder;

/// Who sends a request.
#[derive(Debug, Clone)]
pub struct Acting {
    /// The person with all his posts.
    pub holder: SessionHolder,
    /// The officer that he acts as; `None` where he holds no charge, or several and named none.
    pub officer: Option<Officer>,
}

/// Loads who sends a request with this access token, acting for `post`.
///
/// Nothing about posts or roles comes from the token: a transfer of charge acts at the next request.
///
/// # Errors
/// [`Error::Unauthenticated`] when the token is no good or its session has ended; `acting-post-not-held` when the
/// person does not hold the named post now; `password-change-required` when a first password is still in use.
pub async fn acting_officer(office: &Office, token: &str, post: Option<PostId>) -> Result<Acting, Error> {
    let now = office.now();
    let claims = office.token_keys().verify(TokenKind::Session, token, now)?;
    let holder = office
        .database()
        .identity()
        .session_holder(claims.sid, now)
        .await?
        .ok_or(Error::Unauthenticated)?;
    if holder.person != claims.sub {
        return Err(Error::Unauthenticated);
    }
    if holder.must_change_password {
        return Err(Error::Code("password-change-required"));
    }
    let officer = match post {
        Some(post) => {
            let held = holder.officers.iter().find(|officer| officer.post == post);
            Some(held.cloned().ok_or(Error::Code("acting-post-not-held"))?)
        }
        None if holder.officers.len() == 1 => holder.officers.first().cloned(),
        None => None,
    };
    Ok(Acting { holder, officer })
}
