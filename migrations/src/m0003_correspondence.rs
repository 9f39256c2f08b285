//! Documents and receipts.

use crate::columns::{drop_tables, id, id_null, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, date, date_null, integer, integer_null, string, string_null, text, text_null,
    timestamp_with_time_zone as moment, timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        documents(manager).await?;
        receipts(manager).await?;
        receipt_documents(manager).await?;
        copies_and_grants(manager).await?;
        movements(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "receipt_movements",
                "receipt_grants",
                "receipt_copies",
                "receipt_documents",
                "receipts",
                "documents",
            ],
        )
        .await
    }
}

/// One row for every upload; the bytes are in the blob store under their digest.
async fn documents(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("documents")
                .col(key())
                .col(string("digest"))
                .col(big_integer("size"))
                .col(string("media_type"))
                .col(string("file_name"))
                .col(integer_null("pages"))
                .col(string("preview"))
                .col(moment("uploaded_at"))
                .col(id("uploaded_by"))
                .col(id("uploader_id"))
                .foreign_key(&mut references("documents", "uploaded_by", "posts"))
                .foreign_key(&mut references("documents", "uploader_id", "persons"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("documents", &["digest"])).await?;
    manager.create_index(index("documents", &["uploaded_by"])).await?;
    manager.create_index(index("documents", &["uploader_id"])).await
}

async fn receipts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("receipts")
                .col(key())
                .col(string("diary_number").unique_key())
                .col(string("diary_prefix"))
                .col(integer("diary_year"))
                .col(integer("diary_serial"))
                .col(id("registry_id"))
                .col(id("diarised_by"))
                .col(moment("diarised_at"))
                .col(date("received_on"))
                .col(string("mode"))
                .col(string("sender_name"))
                .col(string_null("sender_office"))
                .col(text_null("sender_address"))
                .col(string_null("reference_number"))
                .col(date_null("reference_date"))
                .col(text("subject"))
                .col(string("language"))
                .col(string("classification"))
                .col(string("priority"))
                .col(date_null("due_on"))
                .col(text_null("enclosures"))
                // What a register is searched by, in lower case: number, sender, reference, subject.
                .col(text("search_text"))
                .col(id_null("concerns_person_id"))
                .col(string("state"))
                .col(id_null("holder_post_id"))
                .col(moment_null("holder_since"))
                .col(string_null("action"))
                .col(id_null("origin_post_id"))
                .col(string_null("origin_action"))
                // Files come with a later migration; a file is never deleted.
                .col(id_null("file_id"))
                .col(string_null("file_number"))
                .col(integer_null("docket_paragraph"))
                .col(integer_null("page_first"))
                .col(integer_null("page_last"))
                .col(id_null("disposed_by"))
                .col(string_null("disposal_reason"))
                .col(text_null("disposal_remark"))
                .col(big_integer("version"))
                .foreign_key(&mut references("receipts", "registry_id", "units"))
                .foreign_key(&mut references("receipts", "diarised_by", "posts"))
                .foreign_key(&mut references("receipts", "concerns_person_id", "persons"))
                .foreign_key(&mut references("receipts", "holder_post_id", "posts"))
                .foreign_key(&mut references("receipts", "origin_post_id", "posts"))
                .foreign_key(&mut references("receipts", "disposed_by", "posts"))
                .to_owned(),
        )
        .await?;
    // Contiguous and never twice: the counter gives the serial, this holds it.
    manager
        .create_index(unique("receipts", &["diary_prefix", "diary_year", "diary_serial"]))
        .await?;
    manager
        .create_index(index("receipts", &["registry_id", "diarised_at", "id"]))
        .await?;
    for column in [
        "diarised_by",
        "concerns_person_id",
        "holder_post_id",
        "origin_post_id",
        "disposed_by",
        "file_id",
    ] {
        manager.create_index(index("receipts", &[column])).await?;
    }
    Ok(())
}

async fn receipt_documents(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("receipt_documents")
                .col(id("receipt_id"))
                .col(id("document_id"))
                .col(integer("ordinal"))
                .primary_key(Index::create().col("receipt_id").col("document_id"))
                .foreign_key(&mut references("receipt_documents", "receipt_id", "receipts"))
                .foreign_key(&mut references("receipt_documents", "document_id", "documents"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("receipt_documents", &["document_id"])).await
}

async fn copies_and_grants(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("receipt_copies")
                .col(id("receipt_id"))
                .col(id("post_id"))
                .col(string("action"))
                .col(moment("copied_at"))
                .primary_key(Index::create().col("receipt_id").col("post_id"))
                .foreign_key(&mut references("receipt_copies", "receipt_id", "receipts"))
                .foreign_key(&mut references("receipt_copies", "post_id", "posts"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("receipt_copies", &["post_id"])).await?;
    // Why a post may see a receipt: it keeps its cause.
    manager
        .create_table(
            Table::create()
                .table("receipt_grants")
                .col(id("receipt_id"))
                .col(id("post_id"))
                .col(string("cause"))
                .col(moment("granted_at"))
                .primary_key(Index::create().col("receipt_id").col("post_id").col("cause"))
                .foreign_key(&mut references("receipt_grants", "receipt_id", "receipts"))
                .foreign_key(&mut references("receipt_grants", "post_id", "posts"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(index("receipt_grants", &["post_id", "receipt_id"]))
        .await
}

async fn movements(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("receipt_movements")
                .col(key())
                .col(id("receipt_id"))
                .col(integer("ordinal"))
                .col(string("kind"))
                .col(id_null("from_post_id"))
                .col(id_null("to_post_id"))
                .col(id_null("person_id"))
                .col(string_null("action"))
                .col(string_null("reason"))
                .col(text_null("remark"))
                .col(moment_null("due_at"))
                .col(moment("at"))
                .foreign_key(&mut references("receipt_movements", "receipt_id", "receipts"))
                .foreign_key(&mut references("receipt_movements", "from_post_id", "posts"))
                .foreign_key(&mut references("receipt_movements", "to_post_id", "posts"))
                .foreign_key(&mut references("receipt_movements", "person_id", "persons"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(unique("receipt_movements", &["receipt_id", "ordinal"]))
        .await?;
    for column in ["from_post_id", "to_post_id", "person_id"] {
        manager.create_index(index("receipt_movements", &[column])).await?;
    }
    Ok(())
}
