//! Every password, code and passkey that is tried is counted first.

use super::secrets::hash_token;
use crate::office::{Error, Office};
use daftar_domain::identity::{Throttle, throttle};
use daftar_domain::ledger::Actor;
use daftar_domain::office::PersonId;
use daftar_persistence::identity::NewAttempt;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A counted attempt; failed, until somebody says that it succeeded.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Attempt(pub(super) Uuid);

/// What attempts are counted by, beside the address. What somebody types is hashed: it may be a password, and no typed
/// name shall ever count as an attempt at something else.
#[derive(Debug, Clone, Copy)]
pub(super) enum Counted<'a> {
    /// The password of an account, by the user name as it was typed.
    Name(&'a str),
    /// The second factors of a person.
    Factor(PersonId),
    /// A passkey of somebody unknown, by the credential's id as it was sent.
    Passkey(&'a str),
}

impl Counted<'_> {
    fn key(self) -> String {
        match self {
            Self::Name(name) => hash_token(name),
            Self::Factor(person) => format!("factor:{person}"),
            Self::Passkey(id) => format!("passkey:{}", hash_token(id)),
        }
    }
}

/// Counts an attempt from an address, or refuses it because too many have failed.
///
/// The attempt is written before the secret is looked at, so that a hundred guesses at once are a hundred attempts.
pub(super) async fn attempt(office: &Office, counted: Counted<'_>, address: &str) -> Result<Attempt, Error> {
    let account_hash = counted.key();
    office
        .act_as(Actor::SYSTEM, None, async |work| {
            let identity = work.tx.identity();
            let (account, from) = identity.failures(&account_hash, address, work.now).await?;
            if let Throttle::Wait(wait) = throttle(account, from, work.now) {
                let retry_after = wait.num_seconds().unsigned_abs().max(1);
                return Err(Error::Throttled { retry_after });
            }
            let id = work.new_id();
            let attempt = NewAttempt {
                id,
                at: work.now,
                account_hash: &account_hash,
                address,
            };
            identity.insert_attempt(&attempt).await?;
            Ok(Attempt(id))
        })
        .await
}
