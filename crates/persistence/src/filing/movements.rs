//! The history of files. There is an insert and there is a read; nothing else.

use super::Filing;
use super::entities::movement;
use crate::database::Error;
use daftar_domain::filing::Movement;
use daftar_domain::office::{FileId, MovementId, PersonId, PostId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult};
use uuid::Uuid;

/// A step of a file's history, with who took it.
#[derive(Debug, Clone)]
pub struct MovementRow {
    /// Its id.
    pub id: MovementId,
    /// Its place, from 1.
    pub ordinal: i32,
    /// What happened.
    pub kind: String,
    /// The post that had the file before.
    pub from: Option<PostId>,
    /// The post that has it after.
    pub to: Option<PostId>,
    /// Who did it, with his names in English and Urdu.
    pub by: Option<(PersonId, String, String)>,
    /// What the receiver is asked for.
    pub action: Option<String>,
    /// The reason code.
    pub reason: Option<String>,
    /// What was written beside it.
    pub remark: Option<String>,
    /// When the receiver should be done.
    pub due_at: Option<Timestamp>,
    /// When it happened.
    pub at: Timestamp,
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// Adds a step.
    pub async fn add_movement(&self, id: MovementId, movement: &Movement) -> Result<(), Error> {
        let row = movement::ActiveModel {
            id: Set(id.0),
            file_id: Set(movement.file.0),
            ordinal: Set(movement.ordinal),
            kind: Set(movement.kind.as_str().to_owned()),
            from_post_id: Set(movement.from.map(Uuid::from)),
            to_post_id: Set(movement.to.map(Uuid::from)),
            by_person_id: Set(movement.by.map(Uuid::from)),
            action: Set(movement.action.map(str::to_owned)),
            reason: Set(movement.reason.map(str::to_owned)),
            remark: Set(movement.remark.clone()),
            due_at: Set(movement.due_at),
            at: Set(movement.at),
        };
        movement::Entity::insert(row)
            .exec_without_returning(self.connection)
            .await?;
        Ok(())
    }

    /// The whole history of a file, in its order.
    pub async fn movements(&self, file: FileId) -> Result<Vec<MovementRow>, Error> {
        let select = Query::select()
            .column(("movements", sea_orm::sea_query::Asterisk))
            .expr_as(Expr::col(("persons", "name_en")), "by_name_en")
            .expr_as(Expr::col(("persons", "name_ur")), "by_name_ur")
            .from("movements")
            .left_join(
                "persons",
                Expr::col(("persons", "id")).equals(("movements", "by_person_id")),
            )
            .and_where(Expr::col(("movements", "file_id")).eq(file.0))
            .order_by(("movements", "ordinal"), Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| {
                let step = movement::Model::from_query_result(row, "")?;
                let names: (Option<String>, Option<String>) =
                    (row.try_get("", "by_name_en")?, row.try_get("", "by_name_ur")?);
                let by = match (step.by_person_id, names) {
                    (Some(id), (Some(en), Some(ur))) => Some((PersonId(id), en, ur)),
                    _ => None,
                };
                Ok(MovementRow {
                    id: MovementId(step.id),
                    ordinal: step.ordinal,
                    kind: step.kind,
                    from: step.from_post_id.map(PostId),
                    to: step.to_post_id.map(PostId),
                    by,
                    action: step.action,
                    reason: step.reason,
                    remark: step.remark,
                    due_at: step.due_at,
                    at: step.at,
                })
            })
            .collect()
    }
}
