//! What anybody may ask: what issues do to earlier ones, which papers they answer, codes for senders, and who asked too
//! often.

use crate::columns::{drop_tables, forbid_changes, id, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{string, string_null, timestamp_with_time_zone as moment, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        amendments(manager).await?;
        answers(manager).await?;
        attempts(manager).await?;
        let alter = Table::alter()
            .table("receipts")
            .add_column(string_null("tracking_code"))
            .to_owned();
        manager.alter_table(alter).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let alter = Table::alter().table("receipts").drop_column("tracking_code").to_owned();
        manager.alter_table(alter).await?;
        drop_tables(manager, &["enquiry_attempts", "issue_answers", "issue_amendments"]).await
    }
}

async fn amendments(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "issue_amendments";
    let amendments = Table::create()
        .table(table)
        .col(uuid("later_id").primary_key())
        .col(id("earlier_id"))
        .col(string("how"))
        .foreign_key(&mut references(table, "later_id", "issues"))
        .foreign_key(&mut references(table, "earlier_id", "issues"))
        .to_owned();
    manager.create_table(amendments).await?;
    manager.create_index(index(table, &["earlier_id"])).await?;
    // Of two that would end the same issue one wins.
    let ends = unique(table, &["earlier_id"])
        .cond_where(Expr::col("how").ne("corrigendum"))
        .to_owned();
    manager.create_index(ends).await?;
    forbid_changes(manager, table).await
}

async fn answers(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "issue_answers";
    let answers = Table::create()
        .table(table)
        .col(uuid("issue_id").primary_key())
        .col(id("receipt_id"))
        .foreign_key(&mut references(table, "issue_id", "issues"))
        .foreign_key(&mut references(table, "receipt_id", "receipts"))
        .to_owned();
    manager.create_table(answers).await?;
    manager.create_index(index(table, &["receipt_id"])).await?;
    forbid_changes(manager, table).await
}

async fn attempts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "enquiry_attempts";
    let attempts = Table::create()
        .table(table)
        .col(key())
        .col(moment("at"))
        .col(string("address"))
        .to_owned();
    manager.create_table(attempts).await?;
    manager.create_index(index(table, &["address", "at"])).await?;
    manager.create_index(index(table, &["at"])).await
}
