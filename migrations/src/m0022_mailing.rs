//! What goes out by e-mail: how it stands with the mail of a dispatch; and lanes, so that a mail server that is down holds up
//! no other job.

use crate::columns::{index, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer_null, string, string_null, text_null, timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const DISPATCHES: &str = "dispatches";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One by one: SQLite adds one column at a time.
        for column in [
            string_null("mail_id"),
            string_null("mail_state"),
            integer_null("mail_attempts"),
            moment_null("mail_next_at"),
            moment_null("mail_until"),
            text_null("mail_said"),
            moment_null("mail_accepted_at"),
        ] {
            add(manager, DISPATCHES, column).await?;
        }
        // By it a report, or an answer, finds what it is about.
        manager.create_index(unique(DISPATCHES, &["mail_id"])).await?;
        add(manager, "jobs", string("lane").default("short").take()).await?;
        manager.create_index(waiting()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, name) in [("jobs", "ix_jobs_lane_run_at"), (DISPATCHES, "ux_dispatches_mail_id")] {
            let drop = Index::drop().table(table).name(name).to_owned();
            manager.drop_index(drop).await?;
        }
        for (table, column) in [
            ("jobs", "lane"),
            (DISPATCHES, "mail_accepted_at"),
            (DISPATCHES, "mail_said"),
            (DISPATCHES, "mail_until"),
            (DISPATCHES, "mail_next_at"),
            (DISPATCHES, "mail_attempts"),
            (DISPATCHES, "mail_state"),
            (DISPATCHES, "mail_id"),
        ] {
            let drop = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}

async fn add(manager: &SchemaManager<'_>, table: &'static str, column: ColumnDef) -> Result<(), DbErr> {
    let add = Table::alter().table(table).add_column(column).to_owned();
    manager.alter_table(add).await
}

/// What waits in a lane, the oldest first.
fn waiting() -> IndexCreateStatement {
    index("jobs", &["lane", "run_at"])
        .cond_where(Expr::col("finished_at").is_null())
        .to_owned()
}
