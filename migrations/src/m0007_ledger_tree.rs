//! The ledger's tree: the place of each entry in it, its hashes in tiles, its checkpoints and who cosigned them.

use crate::columns::{drop_tables, index, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, boolean, integer, string, text, text_null, timestamp_with_time_zone as moment,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        entries(manager).await?;
        tiles(manager).await?;
        checkpoints(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["ledger_cosignatures", "ledger_checkpoints", "ledger_tiles"]).await?;
        for name in ["ix_ledger_entries_id", "ux_ledger_entries_position"] {
            let drop = Index::drop().name(name).table("ledger_entries").to_owned();
            manager.drop_index(drop).await?;
        }
        for column in ["opening", "position"] {
            let alter = Table::alter().table("ledger_entries").drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }
}

/// An entry has no position until the sequencer has given it one; those that wait for it are found by a small index.
async fn entries(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for column in [big_integer_null("position"), text_null("opening")] {
        let alter = Table::alter().table("ledger_entries").add_column(column).to_owned();
        manager.alter_table(alter).await?;
    }
    manager.create_index(unique("ledger_entries", &["position"])).await?;
    manager
        .create_index(
            index("ledger_entries", &["id"])
                .cond_where(Expr::col("position").is_null())
                .to_owned(),
        )
        .await
}

async fn tiles(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("ledger_tiles")
                .col(integer("level"))
                .col(big_integer("place"))
                .col(blob("hashes"))
                .primary_key(Index::create().col("level").col("place"))
                .to_owned(),
        )
        .await
}

async fn checkpoints(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("ledger_checkpoints")
                .col(big_integer("size").primary_key())
                .col(string("root"))
                .col(moment("at"))
                .col(text("note"))
                .col(boolean("kept"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("ledger_cosignatures")
                .col(big_integer("size"))
                .col(string("witness"))
                .col(text("line"))
                .col(moment("at"))
                .primary_key(Index::create().col("witness").col("size"))
                .foreign_key(
                    ForeignKey::create()
                        .from("ledger_cosignatures", "size")
                        .to("ledger_checkpoints", "size")
                        .on_delete(ForeignKeyAction::Restrict),
                )
                .to_owned(),
        )
        .await?;
    manager.create_index(index("ledger_cosignatures", &["size"])).await
}
