use crate::database::{Error, Tx};
use daftar_domain::ledger::{Actor, Event, canonical_json};
use daftar_domain::office::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{InsertStatement, Query};
use uuid::Uuid;

/// Entries that one statement appends; a statement has room for some thousand values.
const AT_ONCE: usize = 100;

impl Tx {
    /// Appends an event to the ledger and answers the entry's digest, hex: the officer's receipt for the act.
    pub async fn append(&self, id: Uuid, event: &Event, actor: Actor, at: Timestamp) -> Result<String, Error> {
        let mut digests = self.append_all(&[(id, event)], actor, at).await?;
        Ok(digests.pop().unwrap_or_default())
    }

    /// Appends many events in their order, in few statements; answers the digests.
    pub async fn append_all(
        &self,
        events: &[(Uuid, &Event)],
        actor: Actor,
        at: Timestamp,
    ) -> Result<Vec<String>, Error> {
        let mut digests = Vec::with_capacity(events.len());
        for some in events.chunks(AT_ONCE) {
            let mut insert = empty();
            for (id, event) in some {
                let entry = event.entry(*id, actor, at);
                insert.values_panic([
                    (*id).into(),
                    at.into(),
                    event.module.as_str().into(),
                    event.kind.as_str().into(),
                    event.subject_kind.as_str().into(),
                    event.subject.into(),
                    actor.person.map(Uuid::from).into(),
                    actor.post.map(Uuid::from).into(),
                    actor.charge.map(Uuid::from).into(),
                    entry.digest.as_str().into(),
                    canonical_json(&entry.body).into(),
                ]);
                digests.push(entry.digest);
            }
            self.connection().execute(&insert).await?;
        }
        Ok(digests)
    }
}

/// An insert without entries yet.
fn empty() -> InsertStatement {
    Query::insert()
        .into_table("ledger_entries")
        .columns([
            "id",
            "at",
            "module",
            "kind",
            "subject_kind",
            "subject_id",
            "person_id",
            "post_id",
            "charge_id",
            "digest",
            "body",
        ])
        .to_owned()
}
