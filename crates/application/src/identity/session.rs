//! What beginning a session has in common, whatever it begins with.

use super::secrets::{hash_token, new_token};
use super::tokens::{LIFE_SECONDS, TokenKind};
use crate::office::{Error, Office, Work};
use crate::organisation::PersonRef;
use chrono::TimeDelta;
use daftar_domain::identity::SessionLife;
use daftar_domain::ledger::Actor;
use daftar_domain::office::{PersonId, SessionId, Timestamp};
use daftar_persistence::identity::{Account, NewSession};
use serde::{Deserialize, Serialize};

/// How long somebody may take to choose a first password.
const CHANGE_MINUTES: i64 = 30;

/// Where a request comes from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The address.
    pub address: String,
    /// The program.
    pub user_agent: String,
}

/// A refresh token as its owner gets it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Refresh {
    /// The token.
    pub token: String,
    /// When it expires.
    pub expires_at: Timestamp,
}

/// A session that was begun or went on.
#[derive(Debug, Clone)]
pub struct SessionStart {
    /// The access token.
    pub access_token: String,
    /// What it is good for.
    pub kind: TokenKind,
    /// Seconds until it expires.
    pub expires_in: i64,
    /// Whose session it is.
    pub person: PersonRef,
    /// What keeps the session alive; `None` where a password must be changed first.
    pub refresh: Option<Refresh>,
}

/// What a transaction leaves of a session that it began or continued.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Begun {
    pub(super) session: SessionId,
    pub(super) refresh: Option<Refresh>,
}

/// Begins a session within a transaction.
pub(super) async fn begin(work: &Work<'_>, person: PersonId, kind: TokenKind, origin: &Origin) -> Result<Begun, Error> {
    let life = SessionLife::DEFAULT;
    let session: SessionId = work.new_id();
    let expires_at = match kind {
        TokenKind::Session => work.now + life.session,
        TokenKind::PasswordChange => work.now + TimeDelta::minutes(CHANGE_MINUTES),
    };
    let identity = work.tx.identity();
    let row = NewSession {
        id: session,
        person,
        started_at: work.now,
        expires_at,
        address: &origin.address,
        user_agent: &origin.user_agent,
    };
    identity.insert_session(&row).await?;
    let refresh = match kind {
        TokenKind::PasswordChange => None,
        TokenKind::Session => {
            let refresh = new_refresh(work.now, expires_at);
            let hash = hash_token(&refresh.token);
            identity
                .insert_refresh_token(&hash, session, work.now, refresh.expires_at)
                .await?;
            Some(refresh)
        }
    };
    Ok(Begun { session, refresh })
}

/// A new refresh token for a session that ends at `session_expires_at`.
pub(super) fn new_refresh(now: Timestamp, session_expires_at: Timestamp) -> Refresh {
    Refresh {
        token: new_token(),
        expires_at: SessionLife::DEFAULT.refresh_expiry(now, session_expires_at),
    }
}

/// The session as its owner gets it, with an access token.
pub(super) fn hand_out(
    office: &Office,
    begun: Begun,
    kind: TokenKind,
    person: PersonRef,
) -> Result<SessionStart, Error> {
    let access_token = office
        .token_keys()
        .issue(kind, person.id, begun.session, office.new_id(), office.now())?;
    Ok(SessionStart {
        access_token,
        kind,
        expires_in: LIFE_SECONDS,
        person,
        refresh: begun.refresh,
    })
}

/// An account's owner, as other pages mention him.
pub(super) fn owner(account: &Account) -> PersonRef {
    PersonRef {
        id: account.person,
        name_en: account.name_en.clone(),
        name_ur: account.name_ur.clone(),
    }
}

/// Somebody who acts for himself, not for a post.
pub(super) fn himself(person: PersonId) -> Actor {
    Actor {
        person: Some(person),
        ..Actor::SYSTEM
    }
}
