//! `papers`.
#![allow(missing_docs, reason = "columns are explained by the migration and the domain type")]

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "papers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub ordinal: i32,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    pub direction: String,
    pub page_first: i32,
    pub page_last: i32,
    pub docket_paragraph: i32,
    pub receipt_id: Option<Uuid>,
    pub diary_number: Option<String>,
    pub added_at: DateTimeUtc,
    pub added_by_post_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
