//! Who may see a file, and why.

use crate::http::ActingOfficer;
use crate::office::{examples, words};
use crate::organisation::PostRef;
use crate::problem::{Problem, ReadProblems};
use actix_web::get;
use actix_web::web::{Data, Json, Path};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::filing::{self, SightDetail};
use daftar_domain::filing::{Reason, SightCause};
use daftar_domain::office::FileId;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A post that may see a file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "post": examples::section_officer(),
    "reasons": [
        {"cause": "opened", "since": "2026-03-02T05:12:44Z", "until": null},
        {"cause": "own_section", "since": "2026-03-02T05:12:44Z", "until": null},
    ],
}))]
pub(crate) struct FileAccess {
    post: PostRef,
    /// Every reason why it may; at least one.
    reasons: Vec<FileAccessReason>,
}

/// One reason why a post may see a file.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileAccessReason {
    /// `opened`, `movement`, `reopened`: the file came to its desk so. `main_file`: it may see the file that this part
    /// was merged into. `own_section`: the file is of its unit, and restricted at most.
    #[schema(value_type = words::FileAccessCause)]
    cause: SightCause,
    /// Since when it holds.
    since: DateTime<Utc>,
    /// When it ended, with the post; null while it holds.
    #[schema(required = true)]
    until: Option<DateTime<Utc>>,
}

/// Who may see a file.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileAccessPage {
    items: Vec<FileAccess>,
    /// Always null: the posts that may see a file are one page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

impl From<Reason> for FileAccessReason {
    fn from(reason: Reason) -> Self {
        Self {
            cause: reason.cause,
            since: reason.since,
            until: reason.until,
        }
    }
}

impl From<SightDetail> for FileAccess {
    fn from(sight: SightDetail) -> Self {
        Self {
            post: sight.post.into(),
            reasons: sight.reasons.into_iter().map(Into::into).collect(),
        }
    }
}

/// Lists the posts that may see a file, with every reason why.
///
/// Whoever may read the file. First the posts whose desk it passed, in that order, then the rest of its section. A post
/// whose receipt of the file was pulled back is not in the list, nor is a post held by the person whom the case is
/// about, unless the file lies on its desk.
#[utoipa::path(
    operation_id = "listFileAccess", tag = "Files", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The posts, in the order in which they came to see it", body = FileAccessPage), ReadProblems)
)]
#[get("/files/{id}/access")]
pub(crate) async fn list_file_access(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<FileAccessPage>, Problem> {
    let seen = filing::list_file_access(&office, &officer.0, FileId(*id)).await?;
    Ok(Json(FileAccessPage {
        items: seen.into_iter().map(Into::into).collect(),
        next_cursor: None,
    }))
}
