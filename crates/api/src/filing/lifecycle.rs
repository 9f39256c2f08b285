//! Close, reopen, parts, volumes, links.

use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, Empty, IdempotencyKey, IfMatch};
use crate::office::examples;
use crate::problem::{ActProblems, Problem};
use crate::signing::{GivenSignature, SigningPreparation, signature};
use actix_web::web::{Data, Json, Path};
use actix_web::{delete, post};
use daftar_application::Office;
use daftar_application::filing::{self, On};
use daftar_domain::office::FileId;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// What is written beside a closing.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"remark": "رقم جاری ہو چکی، مزید کارروائی درکار نہیں۔"}))]
pub(crate) struct CloseFile {
    #[schema(max_length = 1000)]
    remark: Option<String>,
    /// The signature under what `prepareClosure` showed; without it the office's key for the officer signs.
    #[validate(nested)]
    signature: Option<GivenSignature>,
}

/// Why a closed file is work again.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "آڈٹ اعتراض موصول ہوا ہے۔"}))]
pub(crate) struct ReopenFile {
    #[schema(max_length = 1000, example = "Audit objection received")]
    reason: String,
}

/// What a part is about.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"subject": "Release of funds for the second quarter: reply to the Accountant General"}))]
pub(crate) struct OpenPart {
    /// The main file's subject where left out.
    #[schema(max_length = 500)]
    subject: Option<String>,
}

/// The file to link.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"file_id": examples::OTHER_FILE}))]
pub(crate) struct LinkFile {
    file_id: Uuid,
}

/// Closes a file on the own desk.
///
/// The post that has custody. The file leaves every desk, and stays readable. Refused with `parts-open` while a part is
/// on its way, and `file-parked`.
#[utoipa::path(
    operation_id = "closeFile", tag = "Files", request_body = CloseFile, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Closed", body = Act), ActProblems)
)]
#[post("/files/{id}/closure")]
pub(crate) async fn close_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<CloseFile>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let signature = signature(body.value.signature)?;
    let remark = body.value.remark.as_deref();
    Ok(ActReply::changed(
        filing::close_file(&office, &officer.0, on, remark, signature.as_ref()).await?,
    ))
}

/// Shows what `closeFile` would sign, to the byte.
///
/// As `prepareNote`: the same body and `If-Match` as `closeFile`, nothing is changed, five minutes.
#[utoipa::path(
    operation_id = "prepareClosure", tag = "Files", request_body = CloseFile, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "What will be signed", body = SigningPreparation), ActProblems)
)]
#[post("/files/{id}/closure/preparation")]
pub(crate) async fn prepare_closure(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    body: Body<CloseFile>,
) -> Result<Json<SigningPreparation>, Problem> {
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: None,
    };
    let prepared = filing::prepare_closure(&office, &officer.0, on, body.value.remark.as_deref()).await?;
    Ok(Json(prepared.into()))
}

/// Reopens a closed file of the own section.
///
/// Officers of the owning section; others get 403 `other-unit`. It lies on the desk of whoever reopens it, and the due
/// date begins anew. Refused: `file-not-closed`, `file-own-case`, `reason-empty`.
#[utoipa::path(
    operation_id = "reopenFile", tag = "Files", request_body = ReopenFile, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "On the own desk again", body = Act), ActProblems)
)]
#[post("/files/{id}/reopening")]
pub(crate) async fn reopen_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<ReopenFile>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    Ok(ActReply::changed(
        filing::reopen_file(&office, &officer.0, on, &body.value.reason).await?,
    ))
}

/// Opens a part that moves on its own while the main file is away.
///
/// Officers of the owning section, wherever the main file is. The part has the number of the main file with `/Part-n`,
/// paragraphs and pages of its own, and lies on the desk of whoever opened it. `If-Match` is the version of the main
/// file. Refused: `part-of-part`, `file-closed`, `file-merged`.
#[utoipa::path(
    operation_id = "openPart", tag = "Files", request_body = OpenPart, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 201, description = "The part, on the own desk", body = Act), ActProblems)
)]
#[post("/files/{id}/parts")]
pub(crate) async fn open_part(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<OpenPart>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let act = filing::open_part(&office, &officer.0, on, body.value.subject.as_deref()).await?;
    Ok(ActReply::created(act, "files"))
}

/// Merges a part into its main file; both must be on the own desk.
///
/// The post that has both on its desk: otherwise 409 `main-file-away`. The part's notes and papers keep their numbers,
/// the main file gets a docket that names it, and whoever may read the main file may read the part. `If-Match` is the
/// version of the part. The main file takes over the classification and the person whom the part is about. Refused with
/// `file-not-a-part` for any other file, and `concerns-another` where the two are about two persons (rule 6).
#[utoipa::path(
    operation_id = "mergePart", tag = "Files", request_body = Empty, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Merged; `paragraphs` is the main file's docket", body = Act), ActProblems)
)]
#[post("/files/{id}/merge")]
pub(crate) async fn merge_part(
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
    Ok(ActReply::changed(filing::merge_part(&office, &officer.0, on).await?))
}

/// Opens the next volume on the own desk and closes this one.
///
/// The post that has custody. One transaction closes this volume and opens the next, with the number `/Vol-n`, on the
/// same desk. Refused: `later-volume-exists`, `part-of-part`, `parts-open`.
#[utoipa::path(
    operation_id = "openVolume", tag = "Files", request_body = Empty, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 201, description = "The next volume", body = Act), ActProblems)
)]
#[post("/files/{id}/volumes")]
pub(crate) async fn open_volume(
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
    Ok(ActReply::created(
        filing::open_volume(&office, &officer.0, on).await?,
        "files",
    ))
}

/// Links a file to another that the officer sees.
///
/// The post that has custody; the other file only has to be visible to it: otherwise 422 `unknown-file`. Readers see a
/// link only where they may open the file at its end. Refused also with `link-to-self`.
#[utoipa::path(
    operation_id = "linkFile", tag = "Files", request_body = LinkFile, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Linked, both ways", body = Act), ActProblems)
)]
#[post("/files/{id}/links")]
pub(crate) async fn link_file(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<LinkFile>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    Ok(ActReply::changed(
        filing::link_file(&office, &officer.0, on, FileId(body.value.file_id)).await?,
    ))
}

/// Takes a link away.
///
/// The post that has custody. 404 where the files are not linked.
#[utoipa::path(
    operation_id = "unlinkFile", tag = "Files",
    params(ActHeaders, ("id" = Uuid, Path), ("other_id" = Uuid, Path, description = "The linked file")),
    responses((status = 200, description = "No longer linked", body = Act), ActProblems)
)]
#[delete("/files/{id}/links/{other_id}")]
pub(crate) async fn unlink_file(
    office: Data<Office>,
    officer: ActingOfficer,
    ids: Path<(Uuid, Uuid)>,
    version: IfMatch,
    key: IdempotencyKey,
) -> Result<ActReply, Problem> {
    let (id, other) = ids.into_inner();
    let once = key.with(&officer, &format!("unlink {id} {other}"));
    let on = On {
        file: FileId(id),
        version: version.0,
        once: once.as_ref(),
    };
    Ok(ActReply::changed(
        filing::unlink_file(&office, &officer.0, on, FileId(other)).await?,
    ))
}
