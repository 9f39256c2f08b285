//! `draft_notes`.
#![allow(missing_docs, reason = "columns are explained by the migration and the domain type")]

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft_notes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub file_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub post_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub version: i64,
    pub saved_at: DateTimeUtc,
    pub put_up_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
