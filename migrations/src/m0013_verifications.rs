//! Runs of the office's own check of its ledger, and what came of them.

use crate::columns::{drop_tables, id_null, index, key};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, string_null, text_null, timestamp_with_time_zone as moment,
    timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("ledger_verifications")
                    .col(key())
                    .col(id_null("asked_by"))
                    .col(moment("asked_at"))
                    .col(moment_null("started_at"))
                    .col(moment_null("locked_until"))
                    .col(moment_null("finished_at"))
                    .col(big_integer("done"))
                    .col(big_integer("total"))
                    .col(string_null("outcome"))
                    .col(text_null("place"))
                    .col(text_null("problem"))
                    .col(text_null("counts"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("ledger_verifications", &["finished_at"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["ledger_verifications"]).await
    }
}
