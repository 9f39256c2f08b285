//! The one way to change anything.

use super::error::Error;
use super::state::Office;
use crate::jobs::lane;
use daftar_domain::access::{Action, Officer, Permit, Standing, decide};
use daftar_domain::ledger::{Actor, Event};
use daftar_domain::office::{Classification, PersonId, Timestamp};
use daftar_persistence::{NewJob, Reserved, Tx};
use serde::{Serialize, de::DeserializeOwned};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// What a permission is asked about: the resource's id, for the access log.
pub type Subject = Option<Uuid>;

/// An `Idempotency-Key` with the fingerprint of the request that it came with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idempotency {
    /// Whose key it is: keys are unique per person.
    pub person: PersonId,
    /// The key.
    pub key: String,
    /// SHA-256 over method, path and body, hex.
    pub fingerprint: String,
}

/// From when on a transaction is worth a line in the log: everybody who writes may be waiting for it.
const SLOW: Duration = Duration::from_secs(1);

/// How often an act is tried when the database says that it may succeed the next time.
const TRIES: u32 = 5;

/// What a use case works with inside its transaction.
pub struct Work<'a> {
    /// The transaction.
    pub tx: &'a Tx,
    /// The time of the act: the same for everything in it.
    pub now: Timestamp,
    office: &'a Office,
    actor: Actor,
}

impl Work<'_> {
    /// A new id.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        self.office.new_id()
    }

    /// The office, for what lies outside the transaction: its keys.
    pub(crate) fn office(&self) -> &Office {
        self.office
    }

    /// The person who acts; none where the system itself does.
    pub fn person(&self) -> Option<PersonId> {
        self.actor.person
    }

    /// Asks the one access function.
    pub fn permit(&self, officer: &Officer, action: Action, standing: Standing, on: Subject) -> Result<Permit, Error> {
        permit(officer, action, standing, on)
    }

    /// Appends an event to the ledger; answers the entry's digest, hex.
    pub async fn record(&self, event: &Event) -> Result<String, Error> {
        let event = self.office.prepared(event);
        let mut digests = self.tx.append_all(&[event], self.actor, self.now).await?;
        Ok(digests.pop().unwrap_or_default())
    }

    /// Appends an event that the office itself brings about, whoever's act it follows from.
    pub(crate) async fn record_of_office(&self, event: &Event) -> Result<(), Error> {
        let event = self.office.prepared(event);
        self.tx.append_all(&[event], Actor::SYSTEM, self.now).await?;
        Ok(())
    }

    /// Appends many events to the ledger, in their order: one by one they would hold the writer for longer.
    pub async fn record_all<'e>(&self, events: impl IntoIterator<Item = &'e Event>) -> Result<(), Error> {
        let events: Vec<_> = events.into_iter().map(|event| self.office.prepared(event)).collect();
        self.tx.append_all(&events, self.actor, self.now).await?;
        Ok(())
    }

    /// Writes a job into the outbox: it runs after this transaction, at least once.
    pub async fn enqueue<P: Serialize>(&self, kind: &'static str, payload: &P) -> Result<Uuid, Error> {
        let payload = serde_json::to_string(payload).map_err(|e| Error::Internal(e.to_string()))?;
        let id = self.new_id();
        self.tx
            .push_job(&NewJob {
                id,
                kind,
                lane: lane(kind),
                payload,
                run_at: self.now,
            })
            .await?;
        Ok(id)
    }
}

/// Asks the one access function; a no becomes an [`Error::Denied`].
pub(crate) fn permit(officer: &Officer, action: Action, standing: Standing, on: Subject) -> Result<Permit, Error> {
    decide(officer, action, standing).map_err(|denial| Error::Denied {
        action,
        subject: on,
        denial,
    })
}

impl Office {
    /// Runs a command: in one transaction, once per idempotency key, retried on passing failures of the database.
    /// A denial is written to the access log.
    ///
    /// `work` must be repeatable: it changes nothing outside the transaction.
    pub async fn act<T, F>(&self, officer: &Officer, once: Option<&Idempotency>, work: F) -> Result<T, Error>
    where
        T: Serialize + DeserializeOwned,
        F: AsyncFn(&Work<'_>) -> Result<T, Error>,
    {
        let done = self.act_as(officer.actor(), once, work).await;
        self.logged(officer, done).await
    }

    /// Writes a denial to the access log; every other outcome passes through.
    pub(crate) async fn logged<T>(&self, officer: &Officer, done: Result<T, Error>) -> Result<T, Error> {
        if let Err(Error::Denied {
            action,
            subject,
            denial,
        }) = &done
        {
            let (action, outcome) = (format!("{action:?}"), format!("{denial:?}"));
            let id = self.new_id();
            self.database()
                .log_access(id, officer, &action, *subject, &outcome, self.now())
                .await?;
        }
        done
    }

    /// Writes into the access log that something held closely was read; what is open to the unit leaves no line.
    pub(crate) async fn log_read(
        &self,
        officer: &Officer,
        what: &str,
        on: Uuid,
        classification: Classification,
    ) -> Result<(), Error> {
        if classification < Classification::Confidential {
            return Ok(());
        }
        let (id, now) = (self.new_id(), self.now());
        let log = self.database();
        Ok(log.log_access(id, officer, what, Some(on), "read", now).await?)
    }

    /// As [`Office::act`], for an actor who is no officer yet: the system, or somebody who signs in.
    pub async fn act_as<T, F>(&self, actor: Actor, once: Option<&Idempotency>, work: F) -> Result<T, Error>
    where
        T: Serialize + DeserializeOwned,
        F: AsyncFn(&Work<'_>) -> Result<T, Error>,
    {
        let mut tries = 1;
        loop {
            match self.attempt(actor, once, &work).await {
                Err(error) if error.is_passing() && tries < TRIES => tries += 1,
                done => return done,
            }
        }
    }

    async fn attempt<T, F>(&self, actor: Actor, once: Option<&Idempotency>, work: &F) -> Result<T, Error>
    where
        T: Serialize + DeserializeOwned,
        F: AsyncFn(&Work<'_>) -> Result<T, Error>,
    {
        let asked = Instant::now();
        let tx = self.database().begin().await?;
        let begun = Instant::now();
        let done = self.within(tx, actor, once, work).await;
        if asked.elapsed() > SLOW {
            let (waited, held) = ((begun - asked).as_millis(), begun.elapsed().as_millis());
            tracing::warn!(
                waited,
                held,
                "a transaction was slow (milliseconds waited for its turn, and held)"
            );
        }
        done
    }

    async fn within<T, F>(&self, tx: Tx, actor: Actor, once: Option<&Idempotency>, work: &F) -> Result<T, Error>
    where
        T: Serialize + DeserializeOwned,
        F: AsyncFn(&Work<'_>) -> Result<T, Error>,
    {
        let now = self.now();
        if let Some(once) = once {
            let reserved = tx.reserve_key(once.person, &once.key, &once.fingerprint, now).await?;
            if let Reserved::Used { fingerprint, reply } = reserved {
                return replay(once, &fingerprint, reply);
            }
        }
        let done = work(&Work {
            tx: &tx,
            now,
            office: self,
            actor,
        })
        .await?;
        if let Some(once) = once {
            let reply = serde_json::to_string(&done).map_err(|e| Error::Internal(e.to_string()))?;
            tx.keep_reply(once.person, &once.key, &reply).await?;
        }
        tx.commit().await?;
        self.something_recorded();
        Ok(done)
    }
}

/// The reply to the first request with this key, if this is the same request.
fn replay<T: DeserializeOwned>(once: &Idempotency, fingerprint: &str, reply: Option<String>) -> Result<T, Error> {
    if fingerprint != once.fingerprint {
        return Err(Error::KeyMismatch);
    }
    let reply = reply.ok_or_else(|| Error::Internal("idempotency key without reply".to_owned()))?;
    serde_json::from_str(&reply).map_err(|e| Error::Internal(e.to_string()))
}
