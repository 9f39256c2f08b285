//! Exports: files that officers take along, as a document and an archive, for some days.

use crate::columns::{drop_tables, id, index, key, references};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, integer_null, string, string_null, timestamp_with_time_zone as moment,
    timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLE: &str = "exports";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let exports = Table::create()
            .table(TABLE)
            .col(key())
            .col(id("file_id"))
            .col(string("language"))
            .col(string("state"))
            .col(string_null("failure"))
            .col(id("person_id"))
            .col(id("post_id"))
            .col(id("charge_id"))
            .col(id("session_id"))
            .col(moment("requested_at"))
            .col(moment_null("ready_at"))
            .col(moment_null("expires_at"))
            .col(string_null("book_sha256"))
            .col(big_integer_null("book_bytes"))
            .col(integer_null("pages"))
            .col(string_null("archive_sha256"))
            .col(big_integer_null("archive_bytes"))
            .foreign_key(&mut references(TABLE, "file_id", "files"))
            .foreign_key(&mut references(TABLE, "person_id", "persons"))
            .foreign_key(&mut references(TABLE, "post_id", "posts"))
            .foreign_key(&mut references(TABLE, "charge_id", "charges"))
            .to_owned();
        manager.create_table(exports).await?;
        for columns in [
            &["file_id", "person_id", "post_id"][..],
            &["expires_at"],
            &["book_sha256"],
            &["archive_sha256"],
        ] {
            manager.create_index(index(TABLE, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &[TABLE]).await
    }
}
