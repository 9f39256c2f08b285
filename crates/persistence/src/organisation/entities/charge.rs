//! `charges`.
#![allow(missing_docs, reason = "columns are explained by the migration and the domain type")]

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "charges")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub post_id: Uuid,
    pub person_id: Uuid,
    pub kind: String,
    pub from_at: DateTimeUtc,
    pub to_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
