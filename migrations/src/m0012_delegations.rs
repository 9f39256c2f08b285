//! Delegations: who assists at whose post; and the drafts that assistants put up.

use crate::columns::{drop_tables, id, id_null, index, key, references};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{timestamp_with_time_zone as moment, timestamp_with_time_zone_null as moment_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let delegations = Table::create()
            .table("delegations")
            .col(key())
            .col(id("post_id"))
            .col(id("charge_id"))
            .col(id("person_id"))
            .col(moment("from_at"))
            .col(moment("until_at"))
            .col(moment("given_at"))
            .col(moment_null("ended_at"))
            .col(id_null("ended_by"))
            .foreign_key(&mut references("delegations", "post_id", "posts"))
            .foreign_key(&mut references("delegations", "charge_id", "charges"))
            .foreign_key(&mut references("delegations", "person_id", "persons"))
            .foreign_key(&mut references("delegations", "ended_by", "persons"))
            .to_owned();
        manager.create_table(delegations).await?;
        for columns in [&["person_id"][..], &["post_id", "id"]] {
            manager.create_index(index("delegations", columns)).await?;
        }
        let put_up = Table::alter()
            .table("draft_notes")
            .add_column(moment_null("put_up_at"))
            .to_owned();
        manager.alter_table(put_up).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let put_up = Table::alter().table("draft_notes").drop_column("put_up_at").to_owned();
        manager.alter_table(put_up).await?;
        drop_tables(manager, &["delegations"]).await
    }
}
