//! Templates of the office's own, their versions, and which one an issue was set by.

use crate::columns::{drop_tables, forbid_changes, id, id_null, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, integer_null, string, text, timestamp_with_time_zone as moment};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TEMPLATES: &str = "templates";
const VERSIONS: &str = "template_versions";
const ISSUES: &str = "issue_templates";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        templates(manager).await?;
        versions(manager).await?;
        issues(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &[ISSUES, VERSIONS, TEMPLATES]).await
    }
}

async fn templates(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let templates = Table::create()
        .table(TEMPLATES)
        .col(key())
        .col(string("form"))
        // None for the whole office.
        .col(id_null("unit_id"))
        .col(integer("latest"))
        .col(integer_null("in_force"))
        .col(moment("changed_at"))
        .col(big_integer("version"))
        .foreign_key(&mut references(TEMPLATES, "unit_id", "units"))
        .to_owned();
    manager.create_table(templates).await?;
    manager.create_index(unique(TEMPLATES, &["form", "unit_id"])).await?;
    // An index over both does not see that two rows have no unit.
    let of_office = unique(TEMPLATES, &["form"])
        .cond_where(Expr::col("unit_id").is_null())
        .to_owned();
    manager.create_index(of_office).await
}

async fn versions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let versions = Table::create()
        .table(VERSIONS)
        .col(key())
        .col(id("template_id"))
        .col(integer("number"))
        .col(integer_null("based_on"))
        .col(text("source"))
        .col(string("sha256"))
        .col(id("saved_by_person_id"))
        .col(moment("saved_at"))
        .foreign_key(&mut references(VERSIONS, "template_id", TEMPLATES))
        .foreign_key(&mut references(VERSIONS, "saved_by_person_id", "persons"))
        .to_owned();
    manager.create_table(versions).await?;
    manager
        .create_index(unique(VERSIONS, &["template_id", "number"]))
        .await?;
    forbid_changes(manager, VERSIONS).await
}

/// An issue without a row here was set by the built-in template.
async fn issues(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let issues = Table::create()
        .table(ISSUES)
        .col(id("issue_id").primary_key().take())
        .col(id("version_id"))
        .col(string("sha256"))
        .foreign_key(&mut references(ISSUES, "issue_id", "issues"))
        .foreign_key(&mut references(ISSUES, "version_id", VERSIONS))
        .to_owned();
    manager.create_table(issues).await?;
    forbid_changes(manager, ISSUES).await
}
