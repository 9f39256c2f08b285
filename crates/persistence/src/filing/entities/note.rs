//! `notes`.
#![allow(missing_docs, reason = "columns are explained by the migration and the domain type")]

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub ordinal: i32,
    pub kind: String,
    pub paragraph_first: i32,
    pub paragraph_last: i32,
    #[sea_orm(column_type = "Text")]
    pub content: String,
    pub author_person_id: Uuid,
    pub author_post_id: Uuid,
    pub author_charge_id: Uuid,
    pub classification: String,
    pub at: DateTimeUtc,
    pub nonce: String,
    pub previous: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub attachments: String,
    #[sea_orm(unique)]
    pub digest: String,
}

impl ActiveModelBehavior for ActiveModel {}
