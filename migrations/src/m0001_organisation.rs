//! Units, posts, persons, charges; accounts and sessions.

use crate::columns::{drop_tables, id, id_null, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, boolean, integer, small_integer, string, string_null, text, text_null,
    timestamp_with_time_zone as moment, timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        organisation(manager).await?;
        accounts(manager).await?;
        imports(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "imports",
                "sign_in_attempts",
                "refresh_tokens",
                "sessions",
                "set_up_links",
                "credentials",
                "charges",
                "posts",
                "persons",
                "units",
            ],
        )
        .await
    }
}

async fn organisation(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("units")
                .col(key())
                .col(id_null("parent_id"))
                .col(string("kind"))
                .col(string("code").unique_key())
                .col(string("name_en"))
                .col(string("name_ur"))
                .col(string_null("file_number_template"))
                .col(moment_null("closed_at"))
                .col(big_integer("version"))
                .foreign_key(&mut references("units", "parent_id", "units"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("units", &["parent_id"])).await?;
    manager
        .create_table(
            Table::create()
                .table("posts")
                .col(key())
                .col(id("unit_id"))
                .col(string("code").unique_key())
                .col(string("title_en"))
                .col(string("title_ur"))
                .col(small_integer("grade"))
                .col(id_null("reports_to"))
                .col(string("roles"))
                .col(moment_null("abolished_at"))
                .col(big_integer("version"))
                .foreign_key(&mut references("posts", "unit_id", "units"))
                .foreign_key(&mut references("posts", "reports_to", "posts"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("posts", &["unit_id"])).await?;
    manager.create_index(index("posts", &["reports_to"])).await?;
    manager
        .create_table(
            Table::create()
                .table("persons")
                .col(key())
                .col(string("user_name").unique_key())
                .col(string("name_en"))
                .col(string("name_ur"))
                .col(string_null("email"))
                .col(string("language"))
                .col(moment_null("deactivated_at"))
                .col(big_integer("version"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("charges")
                .col(key())
                .col(id("post_id"))
                .col(id("person_id"))
                .col(string("kind"))
                .col(moment("from_at"))
                .col(moment_null("to_at"))
                .col(string_null("remark"))
                .foreign_key(&mut references("charges", "post_id", "posts"))
                .foreign_key(&mut references("charges", "person_id", "persons"))
                .to_owned(),
        )
        .await?;
    // A post has at most one holder at a time.
    manager
        .create_index(
            unique("charges", &["post_id"])
                .name("ux_charges_current_holder")
                .cond_where(Expr::col("to_at").is_null())
                .to_owned(),
        )
        .await?;
    manager.create_index(index("charges", &["post_id", "from_at"])).await?;
    manager.create_index(index("charges", &["person_id"])).await
}

async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("credentials")
                .col(id("person_id").primary_key())
                .col(string("password_hash"))
                .col(boolean("must_change"))
                .col(moment("changed_at"))
                .foreign_key(&mut references("credentials", "person_id", "persons"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("set_up_links")
                .col(string("token_hash").primary_key())
                .col(id("person_id"))
                .col(moment("issued_at"))
                .col(moment("expires_at"))
                .col(moment_null("used_at"))
                .foreign_key(&mut references("set_up_links", "person_id", "persons"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("set_up_links", &["person_id"])).await?;
    manager
        .create_table(
            Table::create()
                .table("sessions")
                .col(key())
                .col(id("person_id"))
                .col(moment("started_at"))
                .col(moment("last_seen_at"))
                .col(moment("expires_at"))
                .col(moment_null("revoked_at"))
                .col(string("address"))
                .col(string("user_agent"))
                .foreign_key(&mut references("sessions", "person_id", "persons"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("sessions", &["person_id"])).await?;
    manager
        .create_table(
            Table::create()
                .table("refresh_tokens")
                .col(string("token_hash").primary_key())
                .col(id("session_id"))
                .col(moment("issued_at"))
                .col(moment("expires_at"))
                .col(moment_null("spent_at"))
                .col(string_null("successor_hash"))
                .foreign_key(&mut references("refresh_tokens", "session_id", "sessions"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("refresh_tokens", &["session_id"])).await?;
    manager
        .create_table(
            Table::create()
                .table("sign_in_attempts")
                .col(key())
                .col(moment("at"))
                .col(string("account_hash"))
                .col(string("address"))
                .col(boolean("succeeded"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(index("sign_in_attempts", &["account_hash", "at"]))
        .await?;
    manager
        .create_index(index("sign_in_attempts", &["address", "at"]))
        .await
}

async fn imports(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("imports")
                .col(key())
                .col(boolean("dry_run"))
                .col(string("state"))
                .col(integer("done"))
                .col(integer("total"))
                .col(integer("created"))
                .col(integer("updated"))
                .col(integer("unchanged"))
                .col(text("input"))
                .col(text_null("errors"))
                .col(id_null("requested_by"))
                .col(id_null("requested_for_post"))
                .col(id_null("requested_under_charge"))
                .col(moment("requested_at"))
                .to_owned(),
        )
        .await
}
