//! Where units are reached, as their letterheads say; and the address book: contacts and groups.

use crate::columns::{drop_tables, id, id_null, index, key, references};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, integer, string, string_null, text, timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const CONTACTS: &str = "contacts";
const GROUPS: &str = "address_groups";
const MEMBERS: &str = "address_group_members";
const LETTERHEAD: [&str; 6] = ["place_en", "place_ur", "address_en", "address_ur", "phone", "email"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in LETTERHEAD {
            let alter = Table::alter()
                .table("units")
                .add_column(string(column).default(""))
                .to_owned();
            manager.alter_table(alter).await?;
        }
        contacts(manager).await?;
        groups(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &[MEMBERS, GROUPS, CONTACTS]).await?;
        for column in LETTERHEAD {
            let alter = Table::alter().table("units").drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }
}

async fn contacts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let contacts = Table::create()
        .table(CONTACTS)
        .col(key())
        .col(id("unit_id"))
        .col(string("sort"))
        .col(string("name"))
        // The lines of an address block, as JSON: they are read and written whole.
        .col(text("lines"))
        .col(string("name_ur"))
        .col(text("lines_ur"))
        .col(string_null("email"))
        .col(string("phone"))
        // Folded: what lists are ordered by, and what is searched.
        .col(text("sort_key"))
        .col(text("search_text"))
        .col(moment_null("deactivated_at"))
        .col(big_integer("version"))
        .foreign_key(&mut references(CONTACTS, "unit_id", "units"))
        .to_owned();
    manager.create_table(contacts).await?;
    manager
        .create_index(index(CONTACTS, &["unit_id", "sort_key", "id"]))
        .await
}

async fn groups(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let groups = Table::create()
        .table(GROUPS)
        .col(key())
        .col(id("unit_id"))
        .col(string("name"))
        .col(string("name_ur"))
        .col(text("sort_key"))
        .col(text("search_text"))
        .col(moment_null("deactivated_at"))
        .col(big_integer("version"))
        .foreign_key(&mut references(GROUPS, "unit_id", "units"))
        .to_owned();
    manager.create_table(groups).await?;
    manager
        .create_index(index(GROUPS, &["unit_id", "sort_key", "id"]))
        .await?;
    let members = Table::create()
        .table(MEMBERS)
        .col(id("group_id"))
        .col(integer("place"))
        // One of the three.
        .col(id_null("contact_id"))
        .col(id_null("post_id"))
        .col(id_null("unit_id"))
        .primary_key(Index::create().col("group_id").col("place"))
        .foreign_key(&mut references(MEMBERS, "group_id", GROUPS))
        .foreign_key(&mut references(MEMBERS, "contact_id", CONTACTS))
        .foreign_key(&mut references(MEMBERS, "post_id", "posts"))
        .foreign_key(&mut references(MEMBERS, "unit_id", "units"))
        .to_owned();
    manager.create_table(members).await
}
