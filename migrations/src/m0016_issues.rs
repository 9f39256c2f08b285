//! Issues: what was signed, numbered and sent out, for good.

use crate::columns::{drop_tables, forbid_changes, id, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, date, integer, string, text, timestamp_with_time_zone as moment};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLE: &str = "issues";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let issues = Table::create()
            .table(TABLE)
            .col(key())
            .col(id("communication_id"))
            .col(id("file_id"))
            .col(id("unit_id"))
            .col(string("number"))
            .col(big_integer("serial"))
            .col(date("issued_on"))
            .col(moment("issued_at"))
            .col(string("form"))
            .col(string("classification"))
            .col(text("subject"))
            .col(integer("text_number"))
            .col(string("digest"))
            .col(string("rendered"))
            .col(integer("pages"))
            .col(id("document_id"))
            .col(string("sha256"))
            .col(string("token"))
            .col(string("code"))
            .col(id("signed_by_person_id"))
            .col(id("signed_by_post_id"))
            .col(id("signed_by_charge_id"))
            .foreign_key(&mut references(TABLE, "communication_id", "communications"))
            .foreign_key(&mut references(TABLE, "file_id", "files"))
            .foreign_key(&mut references(TABLE, "unit_id", "units"))
            .foreign_key(&mut references(TABLE, "document_id", "documents"))
            .foreign_key(&mut references(TABLE, "signed_by_post_id", "posts"))
            .foreign_key(&mut references(TABLE, "signed_by_person_id", "persons"))
            .to_owned();
        manager.create_table(issues).await?;
        for columns in [
            &["communication_id"][..],
            &["file_id", "serial"],
            &["number"],
            &["token"],
        ] {
            manager.create_index(unique(TABLE, columns)).await?;
        }
        manager.create_index(index(TABLE, &["sha256"])).await?;
        forbid_changes(manager, TABLE).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &[TABLE]).await
    }
}
