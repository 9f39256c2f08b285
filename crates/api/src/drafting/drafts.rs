//! Drafts of a file: list, open, read, write on, give up.

use super::schema::CommunicationContent;
use super::views::{Communication, CommunicationLine, CommunicationLinePage};
use crate::http::{
    Act, ActHeaders, ActReply, ActingOfficer, Body, CreateHeaders, IdempotencyKey, IfMatch, accept_language, with_etag,
};
use crate::office::examples;
use crate::problem::{ActProblems, CreateProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpRequest, HttpResponse, get, post, put};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::drafting::{self, OnDraft};
use daftar_domain::drafting::Content;
use daftar_domain::office::{CommunicationId, FileId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// What a draft is to say.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"content": examples::communication_content()}))]
pub(crate) struct WriteCommunication {
    #[schema(value_type = CommunicationContent)]
    content: Content,
}

/// What came of writing on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"version": 4, "text_number": 2, "saved_at": "2026-03-03T06:18:02Z", "approval_voided": true}))]
pub(crate) struct CommunicationSaved {
    /// Also the `ETag`.
    version: i64,
    /// The number of the text that it went into.
    text_number: i32,
    saved_at: DateTime<Utc>,
    /// Whether an approval is void with this.
    approval_voided: bool,
}

/// Why a draft is given up.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"remark": "متعلقہ محکمے کو فون پر بتا دیا گیا ہے، خط کی ضرورت نہیں رہی۔"}))]
pub(crate) struct WithdrawCommunication {
    #[schema(max_length = 2000)]
    remark: String,
}

/// Lists the drafts for approval on a file, the first first.
///
/// Whoever may read the file. 403 `file-not-opened` for its holder until `recordOpening`.
#[utoipa::path(
    operation_id = "listCommunications", tag = "Drafts", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The drafts", body = CommunicationLinePage), ReadProblems)
)]
#[get("/files/{id}/communications")]
pub(crate) async fn list_communications(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<CommunicationLinePage>, Problem> {
    let (communications, named) = drafting::file_communications(&office, &officer.0, FileId(*id)).await?;
    let items = communications
        .iter()
        .map(|communication| CommunicationLine::of(communication, &named));
    Ok(Json(CommunicationLinePage {
        items: items.collect(),
        next_cursor: None,
    }))
}

/// Opens a draft for approval on a file on the own desk.
///
/// The post that has custody, also an assistant at it. The draft may be unfinished; what stands in the way of its approval
/// `getCommunication` tells. It is held at most as closely as its file (`draft-above-file`); it encloses what the own post
/// uploaded and what is in the file's correspondence (`draft-enclosure-unknown`), and answers a paper of the same file
/// (`draft-reply-not-on-file`). `amends` names an earlier issue, of a file that the officer may see
/// (`draft-amended-unknown`), that it corrects, supersedes or rescinds.
#[utoipa::path(
    operation_id = "draftCommunication", tag = "Drafts", request_body = WriteCommunication,
    params(CreateHeaders, ("id" = Uuid, Path)),
    responses((status = 201, description = "Opened", body = Act), CreateProblems)
)]
#[post("/files/{id}/communications")]
pub(crate) async fn draft_communication(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    key: IdempotencyKey,
    body: Body<WriteCommunication>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let content = &body.value.content;
    let act = drafting::draft_communication(&office, &officer.0, FileId(*id), content, once.as_ref()).await?;
    Ok(ActReply::created(act, "communications"))
}

/// Reads a draft with its latest text.
///
/// Whoever may read its file. Its `ETag` is the draft's own version. `forms` leaves out what its addressees do not allow:
/// no letter passes between Divisions. `obstacles` says, in the reader's language, what stands in the way of approval.
#[utoipa::path(
    operation_id = "getCommunication", tag = "Drafts", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The draft", body = Communication), ReadProblems)
)]
#[get("/communications/{id}")]
pub(crate) async fn get_communication(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let detail = drafting::communication(&office, &officer.0, CommunicationId(*id)).await?;
    let version = detail.communication.version;
    let view = Communication::of(detail, accept_language(&request));
    Ok(with_etag(&view, version))
}

/// Writes on in a draft.
///
/// The post that has custody of its file, also an assistant at it. The same hand goes on in its own text; another hand, or
/// a text that somebody has spoken about or approved, begins the next one, and what was before stays. An approval is void
/// from then on, and the answer says so. Nothing happens where nothing changes.
#[utoipa::path(
    operation_id = "reviseCommunication", tag = "Drafts", request_body = WriteCommunication,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Saved", body = CommunicationSaved), ActProblems)
)]
#[put("/communications/{id}/content")]
pub(crate) async fn revise_communication(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<WriteCommunication>,
) -> Result<HttpResponse, Problem> {
    let once = key.of(&officer, &body);
    let on = OnDraft {
        id: CommunicationId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let saved = drafting::revise_communication(&office, &officer.0, on, &body.value.content).await?;
    let view = CommunicationSaved {
        version: saved.version.0,
        text_number: saved.text,
        saved_at: saved.saved_at,
        approval_voided: saved.voided,
    };
    Ok(with_etag(&view, saved.version))
}

/// Gives up a draft on the own desk.
///
/// The post that has custody of its file; assistants get 403. Its texts stay readable.
#[utoipa::path(
    operation_id = "withdrawCommunication", tag = "Drafts", request_body = WithdrawCommunication,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Given up", body = Act), ActProblems)
)]
#[post("/communications/{id}/withdrawal")]
pub(crate) async fn withdraw_communication(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<WithdrawCommunication>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = OnDraft {
        id: CommunicationId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let act = drafting::withdraw_communication(&office, &officer.0, on, &body.value.remark).await?;
    Ok(ActReply::changed(act))
}
