//! Whose case lies on a desk, beside it: a desk shows nobody the case about himself (rule 6), without asking for it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::uuid_null;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Takes over what the files and receipts that lie on desks say.
const TAKE_OVER: [&str; 2] = [
    "UPDATE desk_items SET concerns_person_id = \
     (SELECT files.concerns_person_id FROM files WHERE files.id = desk_items.subject_id) WHERE kind = 'file'",
    "UPDATE desk_items SET concerns_person_id = \
     (SELECT receipts.concerns_person_id FROM receipts WHERE receipts.id = desk_items.subject_id) WHERE kind <> 'file'",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let alter = Table::alter()
            .table("desk_items")
            .add_column(uuid_null("concerns_person_id"))
            .to_owned();
        manager.alter_table(alter).await?;
        for sql in TAKE_OVER {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let alter = Table::alter()
            .table("desk_items")
            .drop_column("concerns_person_id")
            .to_owned();
        manager.alter_table(alter).await
    }
}
