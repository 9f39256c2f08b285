//! The keys that the office keeps for its officers to sign with; their secret halves are sealed.

use crate::columns::{id, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    string, text_null, timestamp_with_time_zone as moment, timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("officer_keys")
                    .col(key())
                    .col(id("person_id"))
                    .col(string("public_key"))
                    .col(text_null("sealed_secret"))
                    .col(moment("created_at"))
                    .col(moment_null("retired_at"))
                    .foreign_key(&mut references("officer_keys", "person_id", "persons"))
                    .to_owned(),
            )
            .await?;
        // At most one that signs for each person.
        manager
            .create_index(
                unique("officer_keys", &["person_id"])
                    .cond_where(Expr::col("retired_at").is_null())
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("officer_keys").to_owned()).await
    }
}
