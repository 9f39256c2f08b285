//! Exchanging a refresh token for a new one and an access token.

use super::secrets::hash_token;
use super::session::{Begun, SessionStart, hand_out, new_refresh, owner};
use super::tokens::TokenKind;
use crate::office::{Error, Office, Work};
use daftar_domain::identity::{RefreshDecision, decide_refresh, refresh_token_reused};
use daftar_domain::ledger::Actor;
use daftar_domain::office::PersonId;
use daftar_persistence::identity::PresentedToken;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Exchanged {
    person: PersonId,
    begun: Begun,
}

/// Goes on with a session. A spent token that comes back ends the session for everybody who holds one of its tokens,
/// except while its successor is unused: then only the reply was lost.
///
/// # Errors
/// `session-ended`, whatever the reason.
pub async fn refresh_session(office: &Office, token: &str) -> Result<SessionStart, Error> {
    let hash = hash_token(token);
    let exchanged = office
        .act_as(Actor::SYSTEM, None, async |work| exchange(work, &hash).await)
        .await?;
    let Exchanged { person, begun } = exchanged.ok_or(Error::Code("session-ended"))?;
    let account = office.database().identity().account(person).await?;
    let account = account
        .filter(|account| account.active)
        .ok_or(Error::Code("session-ended"))?;
    hand_out(office, begun, owner(&account))
}

/// `None` ends the matter; what must be written about it, a revocation, is committed all the same.
async fn exchange(work: &Work<'_>, hash: &str) -> Result<Option<Exchanged>, Error> {
    let identity = work.tx.identity();
    let Some(presented) = identity.presented_token(hash, work.now).await? else {
        return Ok(None);
    };
    if !presented.session_runs {
        return Ok(None);
    }
    match decide_refresh(presented.token, work.now) {
        RefreshDecision::Expired => return Ok(None),
        RefreshDecision::Revoke => {
            identity
                .revoke_session(presented.person, presented.session, work.now)
                .await?;
            work.record(&refresh_token_reused(presented.person, presented.session))
                .await?;
            return Ok(None);
        }
        RefreshDecision::Rotate => {}
        RefreshDecision::Replace => {
            if let Some(unused) = &presented.successor_hash {
                identity.spend_refresh_token(unused, None, work.now).await?;
            }
        }
    }
    rotate(work, hash, &presented).await.map(Some)
}

async fn rotate(work: &Work<'_>, hash: &str, presented: &PresentedToken) -> Result<Exchanged, Error> {
    let identity = work.tx.identity();
    let refresh = new_refresh(work.now, presented.session_expires_at);
    let successor = hash_token(&refresh.token);
    identity
        .insert_refresh_token(&successor, presented.session, work.now, refresh.expires_at)
        .await?;
    identity.spend_refresh_token(hash, Some(&successor), work.now).await?;
    identity.touch_session(presented.session, work.now).await?;
    Ok(Exchanged {
        person: presented.person,
        begun: Begun {
            session: presented.session,
            kind: TokenKind::Session,
            factors: Vec::new(),
            refresh: Some(refresh),
        },
    })
}
