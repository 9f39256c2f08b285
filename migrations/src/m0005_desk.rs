//! When the post that got a copy of a receipt was done with it; and the unread things of a desk, found without looking
//! through the others.

use crate::columns::index;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::timestamp_with_time_zone_null as moment_null;

/// An empty `read_at` is an entry of the index like any other, on both databases.
const UNREAD: [&str; 2] = ["post_id", "read_at"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let alter = Table::alter()
            .table("receipt_copies")
            .add_column(moment_null("seen_at"))
            .to_owned();
        manager.alter_table(alter).await?;
        manager.create_index(index("desk_items", &UNREAD)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = format!("ix_desk_items_{}", UNREAD.join("_"));
        manager
            .drop_index(Index::drop().name(name).table("desk_items").to_owned())
            .await?;
        let alter = Table::alter().table("receipt_copies").drop_column("seen_at").to_owned();
        manager.alter_table(alter).await
    }
}
