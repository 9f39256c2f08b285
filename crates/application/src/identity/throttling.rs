//! Every password that is tried is counted first.

use super::secrets::hash_token;
use crate::office::{Error, Office};
use daftar_domain::identity::{Throttle, throttle};
use daftar_domain::ledger::Actor;
use daftar_persistence::identity::NewAttempt;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A counted attempt; failed, until somebody says that it succeeded.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Attempt(pub(super) Uuid);

/// Counts an attempt at an account from an address, or refuses it because too many have failed.
///
/// The attempt is written before the password is looked at, so that a hundred guesses at once are a hundred attempts.
pub(super) async fn attempt(office: &Office, user_name: &str, address: &str) -> Result<Attempt, Error> {
    let account_hash = hash_token(user_name);
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
