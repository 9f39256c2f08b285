//! `units`.
#![allow(missing_docs, reason = "columns are explained by the migration and the domain type")]

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "units")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub parent_id: Option<Uuid>,
    pub kind: String,
    #[sea_orm(unique)]
    pub code: String,
    pub name_en: String,
    pub name_ur: String,
    pub file_number_template: Option<String>,
    pub signs_with_passkeys: bool,
    pub place_en: String,
    pub place_ur: String,
    pub address_en: String,
    pub address_ur: String,
    pub phone: String,
    pub email: String,
    pub closed_at: Option<DateTimeUtc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
