//! Dispatches: how each addressee of an issue gets it; and which receipts answer an issue.

use crate::columns::{drop_tables, id, id_null, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, date, date_null, integer, string, string_null, text, text_null, timestamp_with_time_zone as moment,
    timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLE: &str = "dispatches";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dispatches(manager).await?;
        replies(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop_index = |table: &'static str, name: &'static str| Index::drop().table(table).name(name).to_owned();
        manager
            .drop_index(drop_index("receipts", "ix_receipts_in_reply_to_issue_id"))
            .await?;
        manager
            .drop_index(drop_index("issues", "ix_issues_unit_id_issued_at_id"))
            .await?;
        for (table, column) in [
            ("receipts", "in_reply_to_number"),
            ("receipts", "in_reply_to_issue_id"),
            ("issues", "reply_due_on"),
        ] {
            let drop = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(drop).await?;
        }
        drop_tables(manager, &[TABLE]).await
    }
}

async fn dispatches(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let dispatches = Table::create()
        .table(TABLE)
        .col(key())
        .col(id("issue_id"))
        .col(id("communication_id"))
        .col(id("file_id"))
        .col(id("unit_id"))
        .col(string("number"))
        .col(date("issued_on"))
        .col(moment("issued_at"))
        .col(string("classification"))
        .col(integer("ordinal"))
        .col(string("role"))
        .col(id_null("addressee_post_id"))
        .col(id_null("addressee_unit_id"))
        .col(text("address"))
        .col(string_null("email"))
        // What a list is searched by, in lower case: number and address.
        .col(text("search_text"))
        .col(string("channel"))
        .col(date_null("reply_due_on"))
        .col(string("state"))
        .col(string_null("failure"))
        .col(moment_null("failed_at"))
        .col(id_null("receipt_id"))
        .col(moment_null("delivered_at"))
        .col(string_null("proof"))
        .col(string_null("proof_signer"))
        .col(moment_null("proof_signed_at"))
        .col(string_null("carrier"))
        .col(string_null("reference"))
        .col(date_null("dispatched_on"))
        .col(id_null("dispatched_by"))
        .col(date_null("acknowledged_on"))
        .col(string_null("acknowledged_by"))
        .col(text_null("return_reason"))
        .col(date_null("returned_on"))
        .col(moment_null("answered_at"))
        .col(integer("reminders"))
        .col(moment_null("reminded_at"))
        .col(big_integer("version"))
        .foreign_key(&mut references(TABLE, "issue_id", "issues"))
        .foreign_key(&mut references(TABLE, "communication_id", "communications"))
        .foreign_key(&mut references(TABLE, "file_id", "files"))
        .foreign_key(&mut references(TABLE, "unit_id", "units"))
        .foreign_key(&mut references(TABLE, "addressee_post_id", "posts"))
        .foreign_key(&mut references(TABLE, "addressee_unit_id", "units"))
        .foreign_key(&mut references(TABLE, "receipt_id", "receipts"))
        .foreign_key(&mut references(TABLE, "dispatched_by", "posts"))
        .to_owned();
    manager.create_table(dispatches).await?;
    manager.create_index(unique(TABLE, &["issue_id", "ordinal"])).await?;
    // One letter makes one receipt at most, whoever else is at work.
    manager.create_index(unique(TABLE, &["receipt_id"])).await?;
    for columns in [
        &["unit_id", "issued_at", "id"][..],
        &["state", "reply_due_on"],
        &["communication_id"],
        &["addressee_post_id"],
        &["addressee_unit_id"],
    ] {
        manager.create_index(index(TABLE, columns)).await?;
    }
    Ok(())
}

/// What a receipt answers, and by when an answer to an issue is asked for.
async fn replies(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for (table, column) in [
        ("receipts", string_null("in_reply_to_number")),
        ("receipts", id_null("in_reply_to_issue_id")),
        ("issues", date_null("reply_due_on")),
    ] {
        let add = Table::alter().table(table).add_column(column).to_owned();
        manager.alter_table(add).await?;
    }
    manager
        .create_index(index("receipts", &["in_reply_to_issue_id"]))
        .await?;
    manager
        .create_index(index("issues", &["unit_id", "issued_at", "id"]))
        .await
}
