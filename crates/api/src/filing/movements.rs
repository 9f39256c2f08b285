//! How a file moves, and its history.

use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, Empty, IdempotencyKey, IfMatch};
use crate::office::examples;
use crate::office::{Movement, MovementPage, words};
use crate::organisation::{PersonRef, PostRef};
use crate::problem::{ActProblems, Problem, ReadProblems};
use crate::signing::{GivenSignature, SigningPreparation, signature};
use actix_web::web::{Data, Json, Path};
use actix_web::{get, post};
use chrono::NaiveDate;
use daftar_application::Office;
use daftar_application::filing::{self, ChannelPost, MovementDetail, On};
use daftar_application::signing::Signature;
use daftar_domain::filing::{ChannelReason, Forward, ForwardAction, ReturnReason};
use daftar_domain::office::{FileId, PostId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Where a file goes, and for what.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "to_post_id": examples::DEPUTY_SECRETARY, "action": "for_approval", "due_on": "2026-03-10",
    "remark": "برائے منظوری پیش ہے۔",
}))]
pub(crate) struct ForwardFile {
    /// The receiver.
    to_post_id: Uuid,
    #[schema(value_type = words::ForwardAction)]
    action: ForwardAction,
    /// The day by which the receiver should be done.
    due_on: Option<NaiveDate>,
    #[schema(max_length = 1000)]
    remark: Option<String>,
}

impl From<ForwardFile> for filing::ForwardFile {
    fn from(body: ForwardFile) -> Self {
        Self {
            to: PostId(body.to_post_id),
            forward: Forward {
                action: body.action,
                due_on: body.due_on,
                remark: body.remark,
            },
        }
    }
}

/// Why a file goes back.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "incomplete", "remark": "The statement of expenditure is not on the file."}))]
pub(crate) struct ReturnFile {
    #[schema(value_type = words::FileReturnReason)]
    reason: ReturnReason,
    #[schema(max_length = 1000)]
    remark: Option<String>,
    /// The signature under what `prepareReturn` showed; without it the office's key for the officer signs.
    #[validate(nested)]
    signature: Option<GivenSignature>,
}

impl ReturnFile {
    fn command(self) -> Result<(filing::ReturnFile, Option<Signature>), Problem> {
        let command = filing::ReturnFile {
            reason: self.reason,
            remark: self.remark,
        };
        Ok((command, signature(self.signature)?))
    }
}

/// Until when a file is laid aside.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"until": "2026-04-01", "remark": "Reply of the Accountant General awaited"}))]
pub(crate) struct ParkFile {
    /// The day on whose morning it comes back.
    until: NaiveDate,
    #[schema(max_length = 1000)]
    remark: Option<String>,
}

/// A post that a file may go to next.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"post": examples::deputy_secretary(), "why": "superior"}))]
pub(crate) struct ChannelItem {
    post: PostRef,
    #[schema(value_type = words::ChannelReason)]
    why: ChannelReason,
}

/// The usual channel.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChannelItemPage {
    items: Vec<ChannelItem>,
    /// Always null: a channel is one page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

impl From<MovementDetail> for Movement {
    fn from(step: MovementDetail) -> Self {
        let row = step.row;
        Self {
            id: row.id.0,
            ordinal: row.ordinal,
            kind: row.kind,
            from: step.from.map(Into::into),
            to: step.to.map(Into::into),
            by: row.by.map(|(id, name_en, name_ur)| PersonRef {
                id: id.0,
                name_en,
                name_ur,
            }),
            action: row.action,
            reason: row.reason,
            remark: row.remark,
            due_at: row.due_at,
            at: row.at,
            held_seconds: step.held_seconds,
        }
    }
}

impl From<ChannelPost> for ChannelItem {
    fn from(offer: ChannelPost) -> Self {
        Self {
            post: offer.post.into(),
            why: offer.why,
        }
    }
}

/// Reads the history of a file: who had it, for how long, and what he did with it.
///
/// Whoever may read the file. `held_seconds` is null while the post still has it; the whole history is one page.
#[utoipa::path(
    operation_id = "listMovements", tag = "Files", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The history, oldest step first", body = MovementPage), ReadProblems)
)]
#[get("/files/{id}/movements")]
pub(crate) async fn list_movements(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<MovementPage>, Problem> {
    let steps = filing::list_movements(&office, &officer.0, FileId(*id)).await?;
    Ok(Json(MovementPage {
        items: steps.into_iter().map(Into::into).collect(),
        next_cursor: None,
    }))
}

/// Reads whom a file usually goes to next: up the line, back to its sender, down, across the section.
///
/// Whoever may read the file. `why` says how each post was found. Vacant posts are offered; posts that handle no files,
/// and the person whom the case is about, are not.
#[utoipa::path(
    operation_id = "getChannel", tag = "Files", params(("id" = Uuid, Path)),
    responses((status = 200, description = "Posts, the usual one first", body = ChannelItemPage), ReadProblems)
)]
#[get("/files/{id}/channel")]
pub(crate) async fn get_channel(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<ChannelItemPage>, Problem> {
    let offers = filing::channel(&office, &officer.0, FileId(*id)).await?;
    Ok(Json(ChannelItemPage {
        items: offers.into_iter().map(Into::into).collect(),
        next_cursor: None,
    }))
}

/// Sends a file on the own desk to another post.
///
/// The post that has custody. The file leaves the desk and waits, unread, on the receiver's, who may read it from now
/// on; until it is opened there, `pullBackFile` takes it back. Refused: `forward-to-self`, `receiver-abolished`,
/// `post-handles-no-files`, `target-own-case` (rule 6), `file-parked`, `file-closed`. The warning `vacant_post` says
/// that nobody holds the receiving post now.
#[utoipa::path(
    operation_id = "forwardFile", tag = "Files", request_body = ForwardFile, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Sent", body = Act), ActProblems)
)]
#[post("/files/{id}/movements")]
pub(crate) async fn forward_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<ForwardFile>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    Ok(ActReply::changed(
        filing::forward_file(&office, &officer.0, on, &body.value.into()).await?,
    ))
}

/// Sends a file on the own desk back to its last sender.
///
/// The post that has custody. It goes to whoever sent it there; `file-without-sender` where it was opened on this desk.
/// The reason is counted and stays in the history.
#[utoipa::path(
    operation_id = "returnFile", tag = "Files", request_body = ReturnFile, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Sent back", body = Act), ActProblems)
)]
#[post("/files/{id}/return")]
pub(crate) async fn return_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<ReturnFile>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let (command, signature) = body.value.command()?;
    Ok(ActReply::changed(
        filing::return_file(&office, &officer.0, on, &command, signature.as_ref()).await?,
    ))
}

/// Shows what `returnFile` would sign, to the byte.
///
/// As `prepareNote`: the same body and `If-Match` as `returnFile`, nothing is changed, five minutes.
#[utoipa::path(
    operation_id = "prepareReturn", tag = "Files", request_body = ReturnFile, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "What will be signed", body = SigningPreparation), ActProblems)
)]
#[post("/files/{id}/return/preparation")]
pub(crate) async fn prepare_return(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    body: Body<ReturnFile>,
) -> Result<Json<SigningPreparation>, Problem> {
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: None,
    };
    let (command, _) = body.value.command()?;
    let prepared = filing::prepare_return(&office, &officer.0, on, &command).await?;
    Ok(Json(prepared.into()))
}

/// Takes back a file that its receiver has not looked at.
///
/// The post that sent it last; others get 403 `not-the-sender`. Refused with `file-already-opened` from the moment
/// `recordOpening`, a note or any other act happened on the receiver's desk. The clock of the own desk goes on where it
/// was, and the receiver no longer sees the file, unless it saw it before.
#[utoipa::path(
    operation_id = "pullBackFile", tag = "Files", request_body = Empty, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Back on the own desk", body = Act), ActProblems)
)]
#[post("/files/{id}/pull-back")]
pub(crate) async fn pull_back_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    Ok(ActReply::changed(
        filing::pull_back_file(&office, &officer.0, on).await?,
    ))
}

/// Lays a file on the own desk aside until the morning of a day.
///
/// The post that has custody. The file leaves the desk and is brought forward by itself on the morning of `until`.
/// Refused: `park-date-past`, `park-date-far` (more than a year), `file-parked`.
#[utoipa::path(
    operation_id = "parkFile", tag = "Files", request_body = ParkFile, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Laid aside", body = Act), ActProblems)
)]
#[post("/files/{id}/parking")]
pub(crate) async fn park_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<ParkFile>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let remark = body.value.remark.as_deref();
    Ok(ActReply::changed(
        filing::park_file(&office, &officer.0, on, body.value.until, remark).await?,
    ))
}

/// Takes up a parked file before its day.
///
/// The post that parked it. It is on the desk again at once. Refused with `file-not-parked`.
#[utoipa::path(
    operation_id = "resumeFile", tag = "Files", request_body = Empty, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "On the desk again", body = Act), ActProblems)
)]
#[post("/files/{id}/resumption")]
pub(crate) async fn resume_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<Empty>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    Ok(ActReply::changed(filing::resume_file(&office, &officer.0, on).await?))
}
