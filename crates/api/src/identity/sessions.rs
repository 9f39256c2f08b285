//! One's sessions.

use super::cookie::removed;
use crate::app::ApiSettings;
use crate::http::SignedIn;
use crate::office::{examples, words};
use crate::problem::{Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::identity;
use daftar_domain::office::SessionId;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A session that runs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "started_at": "2026-03-02T03:58:00Z", "last_seen_at": "2026-03-02T06:12:31Z",
    "address": "10.1.4.22", "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:136.0)", "authenticated_by": "totp",
    "current": true,
}))]
pub(crate) struct SessionLine {
    id: Uuid,
    /// When it began.
    started_at: DateTime<Utc>,
    /// When it was last refreshed.
    last_seen_at: DateTime<Utc>,
    /// From which address it began.
    #[schema(example = "10.1.4.22")]
    address: String,
    /// With which program.
    user_agent: String,
    /// What the sign-in was proved with in the end.
    #[schema(value_type = words::Proof)]
    authenticated_by: String,
    /// Whether this request belongs to it.
    current: bool,
}

/// One's sessions.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionLinePage {
    items: Vec<SessionLine>,
    /// Always null: the latest hundred are one page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Lists one's sessions.
///
/// One's own only: whoever is signed in sees where the account is in use. The session of the request has `current`
/// true.
#[utoipa::path(
    operation_id = "listSessions", tag = "Session",
    responses((status = 200, description = "The sessions that run, the latest first", body = SessionLinePage), ReadProblems)
)]
#[get("/sessions")]
pub(crate) async fn list_sessions(office: Data<Office>, who: SignedIn) -> Result<Json<SessionLinePage>, Problem> {
    let holder = who.0.holder;
    let lines = identity::list_sessions(&office, holder.person).await?;
    let items = lines.into_iter().map(|line| SessionLine {
        id: line.id,
        started_at: line.started_at,
        last_seen_at: line.last_seen_at,
        address: line.address,
        user_agent: line.user_agent,
        authenticated_by: line.authenticated_by,
        current: line.id == holder.session.0,
    });
    Ok(Json(SessionLinePage {
        items: items.collect(),
        next_cursor: None,
    }))
}

/// Ends all of one's sessions, this one too.
///
/// For whoever is signed in; the ledger keeps it. Every access token of the account is refused from the next request
/// on.
#[utoipa::path(
    operation_id = "signOutEverywhere", tag = "Session",
    responses((status = 204, description = "Signed out everywhere"), ReadProblems)
)]
#[delete("/sessions")]
pub(crate) async fn sign_out_everywhere(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    who: SignedIn,
) -> Result<HttpResponse, Problem> {
    identity::sign_out_everywhere(&office, who.0.holder.person).await?;
    Ok(HttpResponse::NoContent().cookie(removed(&settings)).finish())
}

/// Ends one of one's sessions.
///
/// One's own sessions only; somebody else's, and one that has ended, is answered 404.
#[utoipa::path(
    operation_id = "revokeSession", tag = "Session", params(("id" = Uuid, Path, description = "The session")),
    responses((status = 204, description = "Ended"), ReadProblems)
)]
#[delete("/sessions/{id}")]
pub(crate) async fn revoke_session(
    office: Data<Office>,
    who: SignedIn,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    identity::revoke_session(&office, who.0.holder.person, SessionId(*id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
