use crate::database::{Error, Tx};
use daftar_domain::ledger::{Actor, Event, Salt};
use daftar_domain::office::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{InsertStatement, Query};
use uuid::Uuid;

/// Entries that one statement appends; a statement has room for some thousand values.
const AT_ONCE: usize = 100;

impl Tx {
    /// Appends events to the ledger in their order, in few statements, each with an id and a salt of its own. Answers
    /// the digests of the entries: the officer's receipts for the acts.
    pub async fn append_all(
        &self,
        events: &[(Uuid, Salt, &Event)],
        actor: Actor,
        at: Timestamp,
    ) -> Result<Vec<String>, Error> {
        let mut digests = Vec::with_capacity(events.len());
        for some in events.chunks(AT_ONCE) {
            let mut insert = empty();
            for (id, salt, event) in some {
                let entry = event.entry(*id, actor, at, *salt);
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
                    entry.body.into(),
                    entry.opening.into(),
                ]);
                digests.push(entry.digest);
            }
            self.connection().execute(&insert).await?;
        }
        Ok(digests)
    }
}

/// What a row has when it is written; its place comes later.
pub(super) const COLUMNS: [&str; 12] = [
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
    "opening",
];

/// An insert without entries yet.
fn empty() -> InsertStatement {
    Query::insert().into_table("ledger_entries").columns(COLUMNS).to_owned()
}
