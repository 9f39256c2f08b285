//! `contacts`.
#![allow(missing_docs, reason = "columns are explained by the migration and the domain type")]

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contacts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub unit_id: Uuid,
    pub sort: String,
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub lines: String,
    pub name_ur: String,
    #[sea_orm(column_type = "Text")]
    pub lines_ur: String,
    pub email: Option<String>,
    pub phone: String,
    #[sea_orm(column_type = "Text")]
    pub sort_key: String,
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    pub deactivated_at: Option<DateTimeUtc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
