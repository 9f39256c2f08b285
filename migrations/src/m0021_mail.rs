//! E-mail that came in for registries, and what came along with it.

use crate::columns::{drop_tables, id, id_null, index, key, references, unique};
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
        mails(manager).await?;
        papers(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["mail_papers", "mails"]).await
    }
}

async fn mails(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "mails";
    let mails = Table::create()
        .table(table)
        .col(key())
        .col(id("registry_id"))
        .col(string("sha256"))
        .col(big_integer("size"))
        .col(string_null("message_id"))
        .col(text_null("answers"))
        .col(string("from_name"))
        .col(string("from_address"))
        .col(text("subject"))
        .col(text("body"))
        .col(boolean("automatic"))
        .col(moment_null("written_at"))
        .col(moment("arrived_at"))
        .col(string("state"))
        .col(id_null("receipt_id"))
        .col(string_null("reason"))
        .col(text_null("remark"))
        .col(id_null("set_aside_by"))
        .col(moment_null("set_aside_at"))
        .col(big_integer("version"))
        .foreign_key(&mut references(table, "registry_id", "units"))
        .foreign_key(&mut references(table, "receipt_id", "receipts"))
        .foreign_key(&mut references(table, "set_aside_by", "persons"))
        .to_owned();
    manager.create_table(mails).await?;
    // The same bytes are taken in once, however often they are found in the mailbox.
    manager.create_index(unique(table, &["registry_id", "sha256"])).await?;
    manager.create_index(unique(table, &["receipt_id"])).await?;
    manager
        .create_index(index(table, &["registry_id", "state", "id"]))
        .await?;
    manager.create_index(index(table, &["sha256"])).await
}

async fn papers(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "mail_papers";
    let papers = Table::create()
        .table(table)
        .col(id("mail_id"))
        .col(integer("ordinal"))
        .col(string("file_name"))
        .col(big_integer("size"))
        // A paper that the office does not take has a reason, and nothing of it is kept by itself.
        .col(string_null("refusal"))
        .col(string_null("sha256"))
        .col(string_null("media_type"))
        .col(integer_null("pages"))
        .col(string_null("preview"))
        .col(string_null("mark"))
        .col(id_null("issue_id"))
        .primary_key(Index::create().col("mail_id").col("ordinal"))
        .foreign_key(&mut references(table, "mail_id", "mails"))
        .foreign_key(&mut references(table, "issue_id", "issues"))
        .to_owned();
    manager.create_table(papers).await?;
    manager.create_index(index(table, &["sha256"])).await
}
