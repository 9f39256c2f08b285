//! Steps in the history of a file or receipt.

use super::words;
use crate::office::examples;
use crate::organisation::{PersonRef, PostRef};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// One step in the history of a file or receipt.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "ordinal": 2, "kind": "forwarded", "from": examples::section_officer(),
    "to": examples::deputy_secretary(), "by": examples::bilal(), "action": "for_approval", "reason": null,
    "remark": "برائے منظوری پیش ہے۔", "due_at": "2026-03-10T18:59:59Z", "at": "2026-03-03T06:20:15Z",
    "held_seconds": null,
}))]
pub(crate) struct Movement {
    /// Its id.
    pub(crate) id: Uuid,
    /// Its place in the history, from 1.
    pub(crate) ordinal: i32,
    /// What happened.
    #[schema(value_type = words::MovementKind)]
    pub(crate) kind: String,
    /// The post that had it before.
    #[schema(required = true)]
    pub(crate) from: Option<PostRef>,
    /// The post that has it after.
    #[schema(required = true)]
    pub(crate) to: Option<PostRef>,
    /// Who did it; null where a date did.
    #[schema(required = true)]
    pub(crate) by: Option<PersonRef>,
    /// What the receiver is asked for.
    #[schema(required = true, value_type = Option<words::MovementAction>)]
    pub(crate) action: Option<String>,
    /// The reason code.
    #[schema(required = true)]
    pub(crate) reason: Option<String>,
    /// What was written beside it.
    #[schema(required = true)]
    pub(crate) remark: Option<String>,
    /// When the receiver should be done.
    #[schema(required = true)]
    pub(crate) due_at: Option<DateTime<Utc>>,
    /// When it happened.
    pub(crate) at: DateTime<Utc>,
    /// How long the receiver held it, in seconds; null while it still does.
    #[schema(required = true)]
    pub(crate) held_seconds: Option<i64>,
}

/// A page of a history, oldest step first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MovementPage {
    /// The steps.
    pub(crate) items: Vec<Movement>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    pub(crate) next_cursor: Option<String>,
}
