//! What beginning a session has in common, whatever it begins with.

use super::secrets::{hash_token, new_token};
use super::tokens::{ENROLMENT_MINUTES, SECOND_FACTOR_MINUTES, TokenKind, life_seconds};
use crate::office::{Error, Office, Work};
use crate::organisation::PersonRef;
use chrono::TimeDelta;
use daftar_domain::identity::{Proof, SessionLife, session_purpose};
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
    /// The ways in which the second factor can be proved that is asked for; empty where none is.
    pub factors: Vec<Proof>,
    /// What keeps the session alive; `None` where something must be done first.
    pub refresh: Option<Refresh>,
}

/// What somebody has proved so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Proved {
    pub(super) by: Proof,
    pub(super) factor: Option<(Proof, Timestamp)>,
}

impl Proved {
    /// A password, and nothing more.
    pub(super) const PASSWORD: Self = Self {
        by: Proof::Password,
        factor: None,
    };

    /// A factor, just now.
    pub(super) fn now(proof: Proof, now: Timestamp) -> Self {
        Self {
            by: proof,
            factor: Some((proof, now)),
        }
    }
}

/// What a transaction leaves of a session that it began or continued.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Begun {
    pub(super) session: SessionId,
    pub(super) kind: TokenKind,
    pub(super) factors: Vec<Proof>,
    pub(super) refresh: Option<Refresh>,
}

/// Lets somebody in as far as what he has proved goes: into the office, to a second factor, or to enrolling one.
pub(super) async fn enter(
    office: &Office,
    work: &Work<'_>,
    person: PersonId,
    proved: Proved,
    origin: &Origin,
) -> Result<Begun, Error> {
    let identity = work.tx.identity();
    let factors = identity.factors(person).await?;
    let weights = identity.weights(person, work.now).await?;
    let required = office.factor_required(weights.iter().map(|(roles, grade)| (roles, *grade)));
    let kind = session_purpose(factors, required, proved.factor.map(|(proof, _)| proof));
    let begun = begin(work, person, kind, proved, origin).await?;
    Ok(Begun {
        factors: if kind == TokenKind::SecondFactor {
            factors.ways()
        } else {
            Vec::new()
        },
        ..begun
    })
}

/// Begins a session within a transaction.
pub(super) async fn begin(
    work: &Work<'_>,
    person: PersonId,
    kind: TokenKind,
    proved: Proved,
    origin: &Origin,
) -> Result<Begun, Error> {
    let session: SessionId = work.new_id();
    let expires_at = work.now
        + match kind {
            TokenKind::Session => SessionLife::DEFAULT.session,
            TokenKind::PasswordChange => TimeDelta::minutes(CHANGE_MINUTES),
            TokenKind::SecondFactor => TimeDelta::minutes(SECOND_FACTOR_MINUTES),
            TokenKind::Enrolment => TimeDelta::minutes(ENROLMENT_MINUTES),
        };
    let identity = work.tx.identity();
    let row = NewSession {
        id: session,
        person,
        purpose: kind,
        authenticated_by: proved.by,
        factor: proved.factor,
        started_at: work.now,
        expires_at,
        address: &origin.address,
        user_agent: &origin.user_agent,
    };
    identity.insert_session(&row).await?;
    let refresh = match kind {
        TokenKind::PasswordChange | TokenKind::SecondFactor | TokenKind::Enrolment => None,
        TokenKind::Session => {
            let refresh = new_refresh(work.now, expires_at);
            let hash = hash_token(&refresh.token);
            identity
                .insert_refresh_token(&hash, session, work.now, refresh.expires_at)
                .await?;
            Some(refresh)
        }
    };
    Ok(Begun {
        session,
        kind,
        factors: Vec::new(),
        refresh,
    })
}

/// A new refresh token for a session that ends at `session_expires_at`.
pub(super) fn new_refresh(now: Timestamp, session_expires_at: Timestamp) -> Refresh {
    Refresh {
        token: new_token(),
        expires_at: SessionLife::DEFAULT.refresh_expiry(now, session_expires_at),
    }
}

/// The session as its owner gets it, with an access token.
pub(super) fn hand_out(office: &Office, begun: Begun, person: PersonRef) -> Result<SessionStart, Error> {
    let (kind, now) = (begun.kind, office.now());
    let keys = office.token_keys();
    Ok(SessionStart {
        access_token: keys.issue(kind, person.id, begun.session, office.new_id(), now)?,
        kind,
        expires_in: life_seconds(kind),
        person,
        factors: begun.factors,
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
pub(crate) fn himself(person: PersonId) -> Actor {
    Actor {
        person: Some(person),
        ..Actor::SYSTEM
    }
}
