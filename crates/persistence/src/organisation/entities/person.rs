//! `persons`.
#![allow(missing_docs, reason = "columns are explained by the migration and the domain type")]

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "persons")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub user_name: String,
    pub name_en: String,
    pub name_ur: String,
    pub email: Option<String>,
    pub language: String,
    pub deactivated_at: Option<DateTimeUtc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
