//! Heads, files, notes, drafts, papers, movements, links, and who may see a file.

use crate::columns::{drop_tables, forbid_changes, id, id_null, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, date_null, integer, string, string_null, text, text_null, timestamp_with_time_zone as moment,
    timestamp_with_time_zone_null as moment_null,
};
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Tables whose rows are never changed or deleted (rule 1), not even by a mistake of ours.
const IMMUTABLE: [&str; 2] = ["notes", "movements"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        heads(manager).await?;
        files(manager).await?;
        grants(manager).await?;
        notes(manager).await?;
        papers(manager).await?;
        movements(manager).await?;
        links(manager).await?;
        for table in IMMUTABLE {
            forbid_changes(manager, table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "file_links",
                "movements",
                "paper_documents",
                "papers",
                "draft_notes",
                "notes",
                "file_grants",
                "files",
                "heads",
            ],
        )
        .await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            manager
                .get_connection()
                .execute_unprepared("DROP FUNCTION IF EXISTS forbid_change()")
                .await?;
        }
        Ok(())
    }
}

async fn heads(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("heads")
                .col(key())
                .col(id("unit_id"))
                .col(id_null("parent_id"))
                .col(string("code"))
                .col(string("title_en"))
                .col(string("title_ur"))
                .col(moment_null("closed_at"))
                .col(big_integer("version"))
                .foreign_key(&mut references("heads", "unit_id", "units"))
                .foreign_key(&mut references("heads", "parent_id", "heads"))
                .to_owned(),
        )
        .await?;
    // Two indexes, because a missing parent is equal to nothing.
    manager
        .create_index(
            unique("heads", &["unit_id", "code"])
                .cond_where(Expr::col("parent_id").is_null())
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("heads", &["parent_id", "code"])).await
}

async fn files(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("files")
                .col(key())
                .col(string("number"))
                .col(id("unit_id"))
                .col(id("head_id"))
                .col(text("subject"))
                .col(text("search_text"))
                .col(string("classification"))
                .col(string("priority"))
                .col(date_null("due_on"))
                .col(id_null("concerns_person_id"))
                .col(id_null("main_file_id"))
                .col(id_null("first_volume_id"))
                .col(integer("volume"))
                .col(integer("parts"))
                .col(integer("last_paragraph"))
                .col(integer("last_page"))
                .col(integer("notes"))
                .col(integer("papers"))
                .col(integer("movements"))
                .col(string_null("last_digest"))
                .col(text("noting_posts"))
                .col(moment("opened_at"))
                .col(big_integer("version"))
                // The current step: the desk and the lists read it, never the history.
                .col(string("state"))
                .col(id("holder_post_id"))
                .col(moment("since"))
                .col(moment_null("due_at"))
                .col(moment_null("looked_at"))
                .col(id_null("sender_post_id"))
                .col(string_null("action"))
                .col(text_null("before"))
                .col(moment_null("parked_until"))
                .col(id_null("merged_into"))
                .foreign_key(&mut references("files", "unit_id", "units"))
                .foreign_key(&mut references("files", "head_id", "heads"))
                .foreign_key(&mut references("files", "concerns_person_id", "persons"))
                .foreign_key(&mut references("files", "main_file_id", "files"))
                .foreign_key(&mut references("files", "first_volume_id", "files"))
                .foreign_key(&mut references("files", "merged_into", "files"))
                .foreign_key(&mut references("files", "holder_post_id", "posts"))
                .foreign_key(&mut references("files", "sender_post_id", "posts"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("files", &["unit_id", "number"])).await?;
    for columns in [
        &["unit_id", "state", "since", "id"][..],
        &["unit_id", "since", "id"],
        &["holder_post_id", "state", "parked_until", "id"],
        &["head_id"],
        &["main_file_id"],
        &["first_volume_id"],
        &["merged_into"],
        &["sender_post_id"],
        &["concerns_person_id"],
    ] {
        manager.create_index(index("files", columns)).await?;
    }
    Ok(())
}

/// Why a post may see a file: one row for each post that ever had it.
async fn grants(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("file_grants")
                .col(id("file_id"))
                .col(id("post_id"))
                .col(string("cause"))
                .col(moment("granted_at"))
                .col(moment("last_at"))
                .col(moment_null("sent_at"))
                .primary_key(Index::create().col("file_id").col("post_id"))
                .foreign_key(&mut references("file_grants", "file_id", "files"))
                .foreign_key(&mut references("file_grants", "post_id", "posts"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(index("file_grants", &["post_id", "last_at", "file_id"]))
        .await?;
    manager
        .create_index(index("file_grants", &["post_id", "sent_at", "file_id"]))
        .await
}

async fn notes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("notes")
                .col(key())
                .col(id("file_id"))
                .col(integer("ordinal"))
                .col(string("kind"))
                .col(integer("paragraph_first"))
                .col(integer("paragraph_last"))
                .col(text("content"))
                .col(id("author_person_id"))
                .col(id("author_post_id"))
                .col(id("author_charge_id"))
                .col(string("classification"))
                .col(moment("at"))
                .col(string_null("previous"))
                .col(text("attachments"))
                .col(string("digest").unique_key())
                .foreign_key(&mut references("notes", "file_id", "files"))
                .foreign_key(&mut references("notes", "author_person_id", "persons"))
                .foreign_key(&mut references("notes", "author_post_id", "posts"))
                .foreign_key(&mut references("notes", "author_charge_id", "charges"))
                .to_owned(),
        )
        .await?;
    for columns in [
        &["file_id", "ordinal"][..],
        &["file_id", "paragraph_first"],
        &["file_id", "paragraph_last"],
    ] {
        manager.create_index(unique("notes", columns)).await?;
    }
    for columns in [&["author_person_id"][..], &["author_post_id"], &["author_charge_id"]] {
        manager.create_index(index("notes", columns)).await?;
    }
    manager
        .create_table(
            Table::create()
                .table("draft_notes")
                .col(id("file_id"))
                .col(id("post_id"))
                .col(id("person_id"))
                .col(text("body"))
                .col(big_integer("version"))
                .col(moment("saved_at"))
                .primary_key(Index::create().col("file_id").col("post_id").col("person_id"))
                .foreign_key(&mut references("draft_notes", "file_id", "files"))
                .foreign_key(&mut references("draft_notes", "post_id", "posts"))
                .foreign_key(&mut references("draft_notes", "person_id", "persons"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("draft_notes", &["post_id"])).await?;
    manager.create_index(index("draft_notes", &["person_id"])).await
}

async fn papers(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("papers")
                .col(key())
                .col(id("file_id"))
                .col(integer("ordinal"))
                .col(text("title"))
                .col(string("direction"))
                .col(integer("page_first"))
                .col(integer("page_last"))
                .col(integer("docket_paragraph"))
                .col(id_null("receipt_id"))
                .col(string_null("diary_number"))
                .col(moment("added_at"))
                .col(id("added_by_post_id"))
                .foreign_key(&mut references("papers", "file_id", "files"))
                .foreign_key(&mut references("papers", "receipt_id", "receipts"))
                .foreign_key(&mut references("papers", "added_by_post_id", "posts"))
                .to_owned(),
        )
        .await?;
    for columns in [&["file_id", "ordinal"][..], &["file_id", "page_first"], &["receipt_id"]] {
        manager.create_index(unique("papers", columns)).await?;
    }
    manager.create_index(index("papers", &["added_by_post_id"])).await?;
    manager
        .create_table(
            Table::create()
                .table("paper_documents")
                .col(id("paper_id"))
                .col(integer("ordinal"))
                .col(id("document_id"))
                .primary_key(Index::create().col("paper_id").col("ordinal"))
                .foreign_key(&mut references("paper_documents", "paper_id", "papers"))
                .foreign_key(&mut references("paper_documents", "document_id", "documents"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("paper_documents", &["document_id"])).await
}

async fn movements(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("movements")
                .col(key())
                .col(id("file_id"))
                .col(integer("ordinal"))
                .col(string("kind"))
                .col(id_null("from_post_id"))
                .col(id_null("to_post_id"))
                .col(id_null("by_person_id"))
                .col(string_null("action"))
                .col(string_null("reason"))
                .col(text_null("remark"))
                .col(moment_null("due_at"))
                .col(moment("at"))
                .foreign_key(&mut references("movements", "file_id", "files"))
                .foreign_key(&mut references("movements", "from_post_id", "posts"))
                .foreign_key(&mut references("movements", "to_post_id", "posts"))
                .foreign_key(&mut references("movements", "by_person_id", "persons"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(unique("movements", &["file_id", "ordinal"]))
        .await?;
    for columns in [&["from_post_id"][..], &["to_post_id"], &["by_person_id"]] {
        manager.create_index(index("movements", columns)).await?;
    }
    Ok(())
}

/// Links go both ways: two rows for each.
async fn links(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("file_links")
                .col(id("file_id"))
                .col(id("other_id"))
                .col(moment("linked_at"))
                .primary_key(Index::create().col("file_id").col("other_id"))
                .foreign_key(&mut references("file_links", "file_id", "files"))
                .foreign_key(&mut references("file_links", "other_id", "files"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("file_links", &["other_id"])).await
}
