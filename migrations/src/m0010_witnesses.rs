//! How it goes with each witness: the nodes and the worker share the turns, and any of them can say what is wrong.

use crate::columns::drop_tables;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, string, string_null, timestamp_with_time_zone as moment};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("ledger_witnesses")
                    .col(string("witness").primary_key())
                    .col(moment("due_at"))
                    .col(integer("failures"))
                    .col(string_null("problem"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["ledger_witnesses"]).await
    }
}
