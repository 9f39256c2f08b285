//! Signatures: what waits to be signed, what was signed with what, and how little may do where.

use crate::columns::{drop_tables, forbid_changes, id, id_null, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, integer_null, string, text, text_null, timestamp_with_time_zone as moment,
    timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            ("notes", string("nonce").default("").take()),
            ("units", boolean("signs_with_passkeys").default(false).take()),
        ];
        for (table, column) in columns {
            let alter = Table::alter().table(table).add_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        preparations(manager).await?;
        signatures(manager).await?;
        forbid_changes(manager, "signatures").await?;
        manager
            .create_index(index("ledger_entries", &["person_id", "id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Index::drop()
            .name("ix_ledger_entries_person_id_id")
            .table("ledger_entries")
            .to_owned();
        manager.drop_index(drop).await?;
        drop_tables(manager, &["signatures", "preparations"]).await?;
        for (table, column) in [("units", "signs_with_passkeys"), ("notes", "nonce")] {
            let alter = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }
}

async fn preparations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let preparations = Table::create()
        .table("preparations")
        .col(key())
        .col(id("session_id"))
        .col(id("file_id"))
        .col(id("note_id"))
        .col(string("nonce"))
        .col(moment("at"))
        .col(string("challenge"))
        .col(moment_null("used_at"))
        .to_owned();
    manager.create_table(preparations).await?;
    manager.create_index(index("preparations", &["at"])).await
}

async fn signatures(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let signatures = Table::create()
        .table("signatures")
        .col(key())
        .col(id("file_id"))
        .col(id_null("note_id"))
        .col(integer_null("movement_ordinal"))
        .col(id("person_id"))
        .col(string("method"))
        .col(id("key_id"))
        .col(text_null("statement"))
        .col(text("evidence"))
        .col(moment("at"))
        .foreign_key(&mut references("signatures", "file_id", "files"))
        .foreign_key(&mut references("signatures", "note_id", "notes"))
        .foreign_key(&mut references("signatures", "person_id", "persons"))
        .to_owned();
    manager.create_table(signatures).await?;
    manager.create_index(unique("signatures", &["note_id"])).await?;
    manager
        .create_index(unique("signatures", &["file_id", "movement_ordinal"]))
        .await
}
