//! The desk.

use crate::http::{ActingOfficer, Body, CreateHeaders, IdempotencyKey, Query, limit};
use crate::office::examples;
use crate::office::words;
use crate::organisation::PostRef;
use crate::problem::{CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, get, post};
use chrono::{DateTime, Utc};
use daftar_application::correspondence;
use daftar_application::desk::{self, DeskQuery};
use daftar_application::{Cursor, Office};
use daftar_domain::desk::Ageing;
use daftar_domain::office::{Classification, Priority, ReceiptId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

/// Registers the routes of the desk.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(get_desk)
        .service(mark_desk_read)
        .service(put_copies_away);
}

/// Which things on the desk are shown.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DeskShow {
    /// All of them.
    #[default]
    All,
    /// Those whose due time has passed.
    Overdue,
    /// Those due today.
    Today,
    /// Those that nobody has looked at.
    Unread,
}

/// What the desk is sorted by.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DeskSort {
    /// The next due first.
    #[default]
    Due,
    /// The latest arrived first.
    Arrival,
}

/// What sort of thing waits.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DeskKind {
    /// A file.
    File,
    /// A receipt marked to the post.
    Receipt,
    /// A copy of a receipt, for information.
    Copy,
}

/// What a page of the desk shows.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct GetDesk {
    /// Which things; all when left out.
    #[param(inline)]
    show: Option<DeskShow>,
    /// Only files, receipts or copies.
    #[param(inline)]
    kind: Option<DeskKind>,
    /// In which order; by due time when left out.
    #[param(inline)]
    sort: Option<DeskSort>,
    /// Where the page before ended.
    cursor: Option<String>,
    /// Rows of a page, 1 to 200; 50 when left out.
    limit: Option<u64>,
}

/// Something that waits for the acting post.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "kind": "receipt", "subject_id": examples::RECEIPT, "number": "FD-1182/2026",
    "title": "بھکر راجباہ کی پختگی کے لیے رقم کا اجراء", "from": examples::diary_clerk(),
    "action": "necessary_action", "priority": "priority", "classification": "unclassified",
    "since": "2026-03-02T04:45:30Z", "due_at": "2026-03-16T18:59:59Z", "ageing": "green", "unread": true,
    "brought_forward": false,
}))]
pub(crate) struct DeskItem {
    id: Uuid,
    #[schema(value_type = words::DeskKind)]
    kind: String,
    /// The file or receipt.
    subject_id: Uuid,
    #[schema(example = "F.8-2/2026-BUD")]
    number: String,
    title: String,
    /// Who sent it.
    #[schema(required = true)]
    from: Option<PostRef>,
    /// For what.
    #[schema(required = true, value_type = Option<words::MovementAction>)]
    action: Option<String>,
    #[schema(value_type = words::Priority)]
    priority: Priority,
    #[schema(value_type = words::Classification)]
    classification: Classification,
    since: DateTime<Utc>,
    due_at: DateTime<Utc>,
    #[schema(value_type = words::Ageing)]
    ageing: Ageing,
    /// Nobody at this desk has looked at it.
    unread: bool,
    /// It was laid aside here, and its day has come.
    brought_forward: bool,
}

/// How much waits; 100 stands for 100 or more.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"all": 14, "overdue": 2, "today": 1, "unread": 5}))]
pub(crate) struct DeskCounts {
    all: i64,
    overdue: i64,
    today: i64,
    unread: i64,
}

/// A page of the desk.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeskPage {
    items: Vec<DeskItem>,
    /// Where the next page starts; null on the last.
    #[schema(required = true)]
    next_cursor: Option<String>,
    counts: DeskCounts,
}

/// Things on the desk.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"ids": [examples::SOMETHING]}))]
pub(crate) struct DeskReads {
    /// Ids of desk items, up to 500.
    #[validate(length(max = 500))]
    #[schema(max_items = 500)]
    ids: Vec<Uuid>,
}

/// Copies on the desk.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"receipt_ids": [examples::RECEIPT]}))]
pub(crate) struct PutCopiesAway {
    /// Ids of receipts, up to 100.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    receipt_ids: Vec<Uuid>,
}

impl From<desk::DeskItem> for DeskItem {
    fn from(item: desk::DeskItem) -> Self {
        let row = item.row;
        Self {
            id: row.id,
            kind: row.kind,
            subject_id: row.subject,
            number: row.number,
            title: row.title,
            from: item.from.map(Into::into),
            action: row.action,
            priority: row.priority,
            classification: row.classification,
            since: row.since,
            due_at: row.due_at,
            ageing: item.ageing,
            unread: row.unread,
            brought_forward: row.brought_forward,
        }
    }
}

/// Reads what waits for the acting post.
///
/// Officers and registries; administrators and auditors have no desk (403 `role-missing`). Files, receipts and copies
/// in one list, with the ageing of each: yellow from half of its time, red from nine tenths. `counts` are of the whole
/// desk, not of the page.
#[utoipa::path(
    operation_id = "getDesk", tag = "Desk", params(GetDesk),
    responses((status = 200, description = "A page of the desk", body = DeskPage), ReadProblems)
)]
#[get("/desk")]
pub(crate) async fn get_desk(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<GetDesk>,
) -> Result<Json<DeskPage>, Problem> {
    let query = DeskQuery {
        show: match query.0.show.unwrap_or_default() {
            DeskShow::All => desk::DeskShow::All,
            DeskShow::Overdue => desk::DeskShow::Overdue,
            DeskShow::Today => desk::DeskShow::Today,
            DeskShow::Unread => desk::DeskShow::Unread,
        },
        kind: query.0.kind.map(|kind| match kind {
            DeskKind::File => desk::DeskKind::File,
            DeskKind::Receipt => desk::DeskKind::Receipt,
            DeskKind::Copy => desk::DeskKind::Copy,
        }),
        sort: match query.0.sort.unwrap_or_default() {
            DeskSort::Due => desk::DeskSort::Due,
            DeskSort::Arrival => desk::DeskSort::Arrival,
        },
        cursor: query.0.cursor.map(Cursor),
        limit: limit(query.0.limit, 50, 200),
    };
    let desk = desk::desk(&office, &officer.0, &query).await?;
    Ok(Json(DeskPage {
        items: desk.page.items.into_iter().map(Into::into).collect(),
        next_cursor: desk.page.next.map(|cursor| cursor.0),
        counts: DeskCounts {
            all: desk.counts.all,
            overdue: desk.counts.overdue,
            today: desk.counts.today,
            unread: desk.counts.unread,
        },
    }))
}

/// Marks things on the desk as looked at.
///
/// Officers and registries, on the desk of the acting post. No official act: a file counts as opened for its sender
/// only after `recordOpening`.
#[utoipa::path(
    operation_id = "markDeskRead", tag = "Desk", request_body = DeskReads,
    responses((status = 204, description = "Marked; ids that are not on this desk are left alone"), CreateProblems)
)]
#[post("/desk/reads")]
pub(crate) async fn mark_desk_read(
    office: Data<Office>,
    officer: ActingOfficer,
    body: Body<DeskReads>,
) -> Result<HttpResponse, Problem> {
    desk::mark_desk_read(&office, &officer.0, &body.value.ids).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes copies of receipts off the desk: the post has seen them.
///
/// For posts with the role `officer`, `authenticator` or `registry`. Each copy that lies on the desk is put away and leaves
/// one entry in the ledger; the receipt itself, and who may see it, stay as they are. What is no copy on this desk, or was
/// put away before, is passed over in silence.
#[utoipa::path(
    operation_id = "putCopiesAway", tag = "Desk", params(CreateHeaders), request_body = PutCopiesAway,
    responses((status = 204, description = "Put away; what is no copy on this desk is left alone"), CreateProblems)
)]
#[post("/desk/seen-copies")]
pub(crate) async fn put_copies_away(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<PutCopiesAway>,
) -> Result<HttpResponse, Problem> {
    let once = key.of(&officer, &body);
    let receipts: Vec<ReceiptId> = body.value.receipt_ids.into_iter().map(ReceiptId).collect();
    correspondence::put_copies_away(&office, &officer.0, once.as_ref(), &receipts).await?;
    Ok(HttpResponse::NoContent().finish())
}
