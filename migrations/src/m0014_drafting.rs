//! Drafts for approval: communications, their texts, what is said about them, what they enclose.

use crate::columns::{drop_tables, forbid_changes_where, id, id_null, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, boolean, integer, integer_null, string, string_null, text, text_null,
    timestamp_with_time_zone as moment, timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        communications(manager).await?;
        texts(manager).await?;
        remarks(manager).await?;
        documents(manager).await?;
        for column in [
            id_null("communication_id"),
            integer_null("communication_ordinal").take(),
        ] {
            let alter = Table::alter().table("signatures").add_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        manager.create_index(under_communication()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = "ux_signatures_communication_id_communication_ordinal";
        let drop = Index::drop().name(name).table("signatures").to_owned();
        manager.drop_index(drop).await?;
        for column in ["communication_ordinal", "communication_id"] {
            let alter = Table::alter().table("signatures").drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        let tables = [
            "communication_documents",
            "communication_remarks",
            "communication_texts",
            "communications",
        ];
        drop_tables(manager, &tables).await
    }
}

fn under_communication() -> IndexCreateStatement {
    unique("signatures", &["communication_id", "communication_ordinal"])
}

async fn communications(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "communications";
    let communications = Table::create()
        .table(table)
        .col(key())
        .col(id("file_id"))
        .col(id("unit_id"))
        .col(big_integer("version"))
        .col(string("state"))
        .col(integer("text_number"))
        .col(integer("acts"))
        .col(id("opened_by_person_id"))
        .col(id("opened_by_post_id"))
        .col(id("opened_by_charge_id"))
        .col(moment("opened_at"))
        // The last approval: in force while the state says so, otherwise the one that was voided.
        .col(integer_null("approved_text"))
        .col(string_null("approved_digest"))
        .col(id_null("approved_by_person_id"))
        .col(id_null("approved_by_post_id"))
        .col(id_null("approved_by_charge_id"))
        .col(moment_null("approved_at"))
        .col(id_null("issue_id"))
        .col(string_null("issue_number"))
        .col(id_null("issued_by_person_id"))
        .col(id_null("issued_by_post_id"))
        .col(id_null("issued_by_charge_id"))
        .col(moment_null("issued_at"))
        .col(id_null("withdrawn_by_person_id"))
        .col(id_null("withdrawn_by_post_id"))
        .col(id_null("withdrawn_by_charge_id"))
        .col(moment_null("withdrawn_at"))
        .foreign_key(&mut references(table, "file_id", "files"))
        .foreign_key(&mut references(table, "unit_id", "units"))
        .foreign_key(&mut references(table, "opened_by_post_id", "posts"))
        .to_owned();
    manager.create_table(communications).await?;
    manager.create_index(index(table, &["file_id", "id"])).await
}

async fn texts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "communication_texts";
    let texts = Table::create()
        .table(table)
        .col(id("communication_id"))
        .col(integer("number"))
        .col(text("content"))
        .col(string("nonce"))
        .col(id("author_person_id"))
        .col(id("author_post_id"))
        .col(id("author_charge_id"))
        .col(moment("written_at"))
        .col(boolean("sealed"))
        .primary_key(Index::create().col("communication_id").col("number"))
        .foreign_key(&mut references(table, "communication_id", "communications"))
        .foreign_key(&mut references(table, "author_person_id", "persons"))
        .to_owned();
    manager.create_table(texts).await?;
    forbid_changes_where(manager, table, "OLD.sealed").await
}

async fn remarks(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "communication_remarks";
    let remarks = Table::create()
        .table(table)
        .col(key())
        .col(id("communication_id"))
        .col(integer("text_number"))
        .col(string("kind"))
        .col(string_null("verdict"))
        .col(text_null("suggestion"))
        .col(text("remark"))
        .col(id("author_person_id"))
        .col(id("author_post_id"))
        .col(id("author_charge_id"))
        .col(moment("at"))
        .col(string_null("decision"))
        .col(id_null("decided_by_person_id"))
        .col(id_null("decided_by_post_id"))
        .col(id_null("decided_by_charge_id"))
        .col(moment_null("decided_at"))
        .foreign_key(&mut references(table, "communication_id", "communications"))
        .foreign_key(&mut references(table, "author_person_id", "persons"))
        .to_owned();
    manager.create_table(remarks).await?;
    forbid_changes_where(manager, table, "OLD.decision IS NOT NULL").await?;
    manager.create_index(index(table, &["communication_id", "id"])).await
}

async fn documents(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "communication_documents";
    let documents = Table::create()
        .table(table)
        .col(id("communication_id"))
        .col(id("document_id"))
        .primary_key(Index::create().col("communication_id").col("document_id"))
        .foreign_key(&mut references(table, "communication_id", "communications"))
        .foreign_key(&mut references(table, "document_id", "documents"))
        .to_owned();
    manager.create_table(documents).await?;
    manager.create_index(index(table, &["document_id"])).await
}
