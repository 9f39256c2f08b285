//! `posts`.
#![allow(missing_docs, reason = "columns are explained by the migration and the domain type")]

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "posts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub unit_id: Uuid,
    #[sea_orm(unique)]
    pub code: String,
    pub title_en: String,
    pub title_ur: String,
    pub grade: i16,
    pub reports_to: Option<Uuid>,
    pub roles: String,
    pub abolished_at: Option<DateTimeUtc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
