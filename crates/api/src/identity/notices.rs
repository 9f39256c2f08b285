//! What happened to my account.

use crate::http::{Body, Query, SignedIn, limit};
use crate::office::{examples, words};
use crate::organisation::PersonRef;
use crate::problem::{CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, get, post};
use chrono::{DateTime, Utc};
use daftar_application::identity::{self, Notice};
use daftar_application::{Cursor, Office};
use daftar_domain::ledger::EventKind;
use daftar_domain::office::EntryId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Something that happened to my account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "at": "2026-03-02T06:30:00Z", "kind": "passkey_approved", "by": examples::ayesha(),
    "passkey": "Office laptop", "reason": null,
}))]
pub(crate) struct MyNotice {
    /// The entry of the ledger; also what `acknowledgeNotices` takes.
    id: Uuid,
    at: DateTime<Utc>,
    /// What happened.
    #[schema(value_type = words::NoticeKind)]
    kind: EventKind,
    /// Who did it; null for the system itself.
    #[schema(required = true)]
    by: Option<PersonRef>,
    /// What the passkey is called that it is about.
    #[schema(required = true)]
    passkey: Option<String>,
    /// Why it was done, where a reason was given.
    #[schema(required = true, value_type = Option<words::RevocationReason>)]
    reason: Option<String>,
}

impl From<Notice> for MyNotice {
    fn from(notice: Notice) -> Self {
        Self {
            id: notice.id.0,
            at: notice.at,
            kind: notice.kind,
            by: notice.by.map(Into::into),
            passkey: notice.passkey,
            reason: notice.reason,
        }
    }
}

/// A page of notices, the latest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MyNoticePage {
    items: Vec<MyNotice>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct NoticeQuery {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 50 when nothing is said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

/// Up to where I have read.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"up_to": examples::SOMETHING}))]
pub(crate) struct AcknowledgeNotices {
    /// The latest notice that I was shown.
    up_to: Uuid,
}

/// Lists what happened to my account since I last acknowledged it.
///
/// For whoever is signed in: changes of password, second factors and passkeys, whoever made them, as the ledger has them.
#[utoipa::path(
    operation_id = "listMyNotices", tag = "Session", params(NoticeQuery),
    responses((status = 200, description = "A page of notices", body = MyNoticePage), ReadProblems)
)]
#[get("/me/notices")]
pub(crate) async fn list_my_notices(
    office: Data<Office>,
    who: SignedIn,
    query: Query<NoticeQuery>,
) -> Result<Json<MyNoticePage>, Problem> {
    let NoticeQuery { cursor, limit: asked } = query.0;
    let (after, most) = (cursor.map(Cursor), limit(asked, 50, 200));
    let page = identity::my_notices(&office, who.0.holder.person, after.as_ref(), most).await?;
    Ok(Json(MyNoticePage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// Acknowledges what I was told, up to and with a notice.
///
/// For whoever is signed in. Refused with 422 `notice-unknown` for an entry that is no notice of one's own.
#[utoipa::path(
    operation_id = "acknowledgeNotices", tag = "Session", request_body = AcknowledgeNotices,
    responses((status = 204, description = "Acknowledged"), CreateProblems)
)]
#[post("/me/notices/acknowledgement")]
pub(crate) async fn acknowledge_notices(
    office: Data<Office>,
    who: SignedIn,
    body: Body<AcknowledgeNotices>,
) -> Result<HttpResponse, Problem> {
    identity::acknowledge_notices(&office, who.0.holder.person, EntryId(body.value.up_to)).await?;
    Ok(HttpResponse::NoContent().finish())
}
