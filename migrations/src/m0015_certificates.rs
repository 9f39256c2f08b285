//! The office's authorities for certificates, and the certificates of its officers. Secret keys are sealed.

use crate::columns::{drop_tables, id, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, string, string_null, text, text_null, timestamp_with_time_zone as moment,
    timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        authorities(manager).await?;
        certificates(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["certificates", "certificate_authorities"]).await
    }
}

async fn authorities(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "certificate_authorities";
    let create = Table::create()
        .table(table)
        .col(key())
        .col(string("kind"))
        .col(text("certificate"))
        .col(text("between"))
        .col(text_null("sealed_secret"))
        .col(moment("not_after"))
        .col(moment("made_at"))
        .col(moment_null("replaced_at"))
        .col(big_integer("list_number").default(0).take())
        .col(text_null("list"))
        .col(moment_null("list_from"))
        .col(moment_null("list_until"))
        .to_owned();
    manager.create_table(create).await?;
    // One root and one that issues: of several servers that make them at once, the first one's stay.
    let current = unique(table, &["kind"])
        .cond_where(Expr::col("replaced_at").is_null())
        .to_owned();
    manager.create_index(current).await
}

async fn certificates(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "certificates";
    let create = Table::create()
        .table(table)
        .col(key())
        .col(id("authority_id"))
        .col(string("serial"))
        .col(id("person_id"))
        .col(id("post_id"))
        .col(id("key_id"))
        .col(string("name"))
        .col(string("title"))
        .col(string("unit"))
        .col(text("certificate"))
        .col(moment("not_before"))
        .col(moment("not_after"))
        .col(moment_null("superseded_at"))
        .col(moment_null("revoked_at"))
        .col(string_null("reason"))
        .foreign_key(&mut references(table, "authority_id", "certificate_authorities"))
        .foreign_key(&mut references(table, "person_id", "persons"))
        .foreign_key(&mut references(table, "post_id", "posts"))
        .foreign_key(&mut references(table, "key_id", "officer_keys"))
        .to_owned();
    manager.create_table(create).await?;
    manager.create_index(unique(table, &["serial"])).await?;
    // The one that signs for an officer in a post.
    let current = unique(table, &["person_id", "post_id"])
        .cond_where(
            Expr::col("superseded_at")
                .is_null()
                .and(Expr::col("revoked_at").is_null()),
        )
        .to_owned();
    manager.create_index(current).await?;
    manager
        .create_index(index(table, &["authority_id", "revoked_at"]))
        .await
}
