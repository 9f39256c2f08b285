//! What every capability leans on: ledger entries, number series, jobs, idempotency, access log, desk.

use crate::columns::{drop_tables, id, id_null, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, integer, string, string_null, text, text_null, timestamp_with_time_zone as moment,
    timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        ledger(manager).await?;
        plumbing(manager).await?;
        desk(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "desk_items",
                "access_log",
                "idempotency_keys",
                "jobs",
                "counters",
                "ledger_entries",
            ],
        )
        .await
    }
}

async fn ledger(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("ledger_entries")
                .col(key())
                .col(moment("at"))
                .col(string("module"))
                .col(string("kind"))
                .col(string("subject_kind"))
                .col(id("subject_id"))
                .col(id_null("person_id"))
                .col(id_null("post_id"))
                .col(id_null("charge_id"))
                .col(string("digest").unique_key())
                .col(text("body"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(index("ledger_entries", &["subject_id", "id"]))
        .await
}

async fn plumbing(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("counters")
                .col(string("series").primary_key())
                .col(big_integer("value"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("jobs")
                .col(key())
                .col(string("kind"))
                .col(text("payload"))
                .col(moment("run_at"))
                .col(integer("attempts"))
                .col(moment_null("locked_until"))
                .col(moment_null("finished_at"))
                .col(text_null("last_error"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            index("jobs", &["run_at"])
                .cond_where(Expr::col("finished_at").is_null())
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("idempotency_keys")
                .col(id("person_id"))
                .col(string("key"))
                .col(string("fingerprint"))
                .col(text_null("reply"))
                .col(moment("created_at"))
                .primary_key(Index::create().col("person_id").col("key"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("idempotency_keys", &["created_at"])).await?;
    manager
        .create_table(
            Table::create()
                .table("access_log")
                .col(key())
                .col(moment("at"))
                .col(id("person_id"))
                .col(id_null("post_id"))
                .col(string("action"))
                .col(id_null("subject_id"))
                .col(string("outcome"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("access_log", &["subject_id", "id"])).await
}

/// One row for everything that waits for a post: the desk is one indexed read.
async fn desk(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("desk_items")
                .col(key())
                .col(id("post_id"))
                .col(string("kind"))
                .col(id("subject_id"))
                .col(string("number"))
                .col(string("title"))
                .col(id_null("from_post_id"))
                .col(string_null("action"))
                .col(string("priority"))
                .col(string("classification"))
                .col(moment("since"))
                .col(moment("due_at"))
                .col(moment("visible_from"))
                .col(moment_null("read_at"))
                .foreign_key(&mut references("desk_items", "post_id", "posts"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(unique("desk_items", &["post_id", "kind", "subject_id"]))
        .await?;
    manager.create_index(index("desk_items", &["subject_id"])).await?;
    manager
        .create_index(index("desk_items", &["post_id", "due_at", "id"]))
        .await?;
    manager
        .create_index(index("desk_items", &["post_id", "since", "id"]))
        .await?;
    manager.create_index(index("desk_items", &["from_post_id"])).await
}
