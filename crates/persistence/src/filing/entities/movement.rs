//! `movements`.
#![allow(missing_docs, reason = "columns are explained by the migration and the domain type")]

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "movements")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub ordinal: i32,
    pub kind: String,
    pub from_post_id: Option<Uuid>,
    pub to_post_id: Option<Uuid>,
    pub by_person_id: Option<Uuid>,
    pub action: Option<String>,
    pub reason: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub remark: Option<String>,
    pub due_at: Option<DateTimeUtc>,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
