//! The note that is being written, and what assistants put up to their officer.

use super::body::NoteBody;
use crate::http::{ActHeaders, ActingOfficer, Body, IfMatch, with_etag};
use crate::office::examples;
use crate::organisation::PersonRef;
use crate::problem::{ActProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::filing;
use daftar_domain::office::{FileId, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// The note that the officer is writing.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(example = json!({"body": examples::note_body(), "version": examples::DRAFT_VERSION, "saved_at": "2026-03-03T06:18:02Z", "put_up_at": null}))]
pub(crate) struct DraftNote {
    body: NoteBody,
    /// Grows with each save and is never used again, also after a draft is gone.
    version: i64,
    /// When it was saved last; null where there is none.
    #[schema(required = true)]
    saved_at: Option<DateTime<Utc>>,
    /// When it was put up to the officer whom its author assists; null where it is not, or was changed since, or a note
    /// of the post has answered it.
    #[schema(required = true)]
    put_up_at: Option<DateTime<Utc>>,
}

/// The text so far.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"body": examples::note_body()}))]
pub(crate) struct SaveDraftNote {
    body: NoteBody,
}

/// A draft that an assistant put up.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "by": examples::abbas(), "body": examples::note_body(), "version": examples::DRAFT_VERSION,
    "saved_at": "2026-03-03T06:18:02Z", "put_up_at": "2026-03-03T06:19:40Z",
}))]
pub(crate) struct PutUpDraft {
    by: PersonRef,
    body: NoteBody,
    version: i64,
    saved_at: DateTime<Utc>,
    put_up_at: DateTime<Utc>,
}

/// What assistants put up, the first first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PutUpDraftPage {
    items: Vec<PutUpDraft>,
    /// Always null: what is put up on a file is one page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

impl PutUpDraft {
    /// `None` for a draft that is not put up.
    fn of(put_up: filing::PutUp) -> Option<Self> {
        Some(Self {
            by: put_up.by.into(),
            body: put_up.draft.body.into(),
            version: put_up.draft.version.0,
            saved_at: put_up.draft.saved_at,
            put_up_at: put_up.draft.put_up_at?,
        })
    }
}

impl From<filing::Draft> for DraftNote {
    fn from(draft: filing::Draft) -> Self {
        Self {
            body: draft.body.into(),
            version: draft.version.0,
            saved_at: Some(draft.saved_at),
            put_up_at: draft.put_up_at,
        }
    }
}

/// Reads the note that the officer is writing on a file.
///
/// Only the post and the person writing it; an assistant's is seen by his officer once he has put it up (`putUpDraftNote`).
/// Where there is none it is empty, at version 0.
/// Its `ETag` is the draft's own version.
#[utoipa::path(
    operation_id = "getDraftNote", tag = "Files", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The draft", body = DraftNote), ReadProblems)
)]
#[get("/files/{id}/draft-note")]
pub(crate) async fn get_draft_note(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let draft = filing::get_draft(&office, &officer.0, FileId(*id)).await?;
    let version = draft.as_ref().map_or(Version(0), |draft| draft.version);
    let draft = draft.map_or_else(DraftNote::default, DraftNote::from);
    Ok(with_etag(&draft, version))
}

/// Saves the note that the officer is writing; `If-Match: "0"` for the first time.
///
/// The post that has custody, also an assistant at it. What was put up is so no more once it is changed. `If-Match` is
/// the version of the draft, not of the file: `"0"` for the first time, then
/// the `ETag` of the answer before; 412 `stale` says that another window saved. No official act, so the ledger does not
/// know of it.
#[utoipa::path(
    operation_id = "saveDraftNote", tag = "Files", request_body = SaveDraftNote,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Saved", body = DraftNote), ActProblems)
)]
#[put("/files/{id}/draft-note")]
pub(crate) async fn save_draft_note(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    body: Body<SaveDraftNote>,
) -> Result<HttpResponse, Problem> {
    let text = body.value.body.into();
    let draft = filing::save_draft(&office, &officer.0, FileId(*id), version.0, &text).await?;
    let version = draft.version;
    Ok(with_etag(&DraftNote::from(draft), version))
}

/// Throws away the note that the officer is writing.
///
/// Its author, also when the file has left the desk. `If-Match` is the version of the draft. 404 where there is none.
#[utoipa::path(
    operation_id = "discardDraftNote", tag = "Files", params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 204, description = "Gone"), ActProblems)
)]
#[delete("/files/{id}/draft-note")]
pub(crate) async fn discard_draft_note(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
) -> Result<HttpResponse, Problem> {
    filing::discard_draft(&office, &officer.0, FileId(*id), version.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts the draft up to the officer whom its author assists.
///
/// An assistant, on a file on the desk of the post; the text stays his and becomes readable to the holder of the post
/// (`listPutUpDraftNotes`). Saving it again takes it back; so does a note that the post signs. `If-Match` is the version of
/// the draft. Refused: 409 `put-up-by-holder`; 422 `note-empty`, and the other codes of a text that could not be signed. No
/// official act, so the ledger does not know of it.
#[utoipa::path(
    operation_id = "putUpDraftNote", tag = "Files", params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Put up", body = DraftNote), ActProblems)
)]
#[post("/files/{id}/draft-note/put-up")]
pub(crate) async fn put_up_draft_note(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
) -> Result<HttpResponse, Problem> {
    let draft = filing::put_up_draft(&office, &officer.0, FileId(*id), version.0).await?;
    let version = draft.version;
    Ok(with_etag(&DraftNote::from(draft), version))
}

/// Lists what assistants put up on a file on the own desk.
///
/// The holder of the post that has custody. He takes over what he likes into a note of his own, and signs that; what was
/// put up goes back to its authors with it.
#[utoipa::path(
    operation_id = "listPutUpDraftNotes", tag = "Files", params(("id" = Uuid, Path)),
    responses((status = 200, description = "What was put up", body = PutUpDraftPage), ReadProblems)
)]
#[get("/files/{id}/draft-notes")]
pub(crate) async fn list_put_up_draft_notes(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<PutUpDraftPage>, Problem> {
    let drafts = filing::list_put_up_drafts(&office, &officer.0, FileId(*id)).await?;
    Ok(Json(PutUpDraftPage {
        items: drafts.into_iter().filter_map(PutUpDraft::of).collect(),
        next_cursor: None,
    }))
}
