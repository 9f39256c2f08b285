use crate::database::{Error, Tx};
use daftar_domain::ledger::{Actor, Event, canonical_json};
use daftar_domain::office::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;
use uuid::Uuid;

impl Tx {
    /// Appends an event to the ledger and answers the entry's digest, hex: the officer's receipt for the act.
    pub async fn append(&self, id: Uuid, event: &Event, actor: Actor, at: Timestamp) -> Result<String, Error> {
        let entry = event.entry(id, actor, at);
        let insert = Query::insert()
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
            .values_panic([
                id.into(),
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
            ])
            .to_owned();
        self.connection().execute(&insert).await?;
        Ok(entry.digest)
    }
}
