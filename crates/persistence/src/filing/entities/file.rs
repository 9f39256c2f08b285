//! `files`.
#![allow(missing_docs, reason = "columns are explained by the migration and the domain type")]

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "files")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: String,
    pub unit_id: Uuid,
    pub head_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    pub classification: String,
    pub priority: String,
    pub due_on: Option<Date>,
    pub concerns_person_id: Option<Uuid>,
    pub main_file_id: Option<Uuid>,
    pub first_volume_id: Option<Uuid>,
    pub volume: i32,
    pub parts: i32,
    pub last_paragraph: i32,
    pub last_page: i32,
    pub notes: i32,
    pub papers: i32,
    pub movements: i32,
    pub last_digest: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub noting_posts: String,
    pub opened_at: DateTimeUtc,
    pub version: i64,
    pub state: String,
    pub holder_post_id: Uuid,
    pub since: DateTimeUtc,
    pub due_at: Option<DateTimeUtc>,
    pub looked_at: Option<DateTimeUtc>,
    pub sender_post_id: Option<Uuid>,
    pub action: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub before: Option<String>,
    pub parked_until: Option<DateTimeUtc>,
    pub merged_into: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
