//! The texts of a draft.

use super::schema::CommunicationContent;
use super::views::{DraftHand, DraftNames};
use crate::http::ActingOfficer;
use crate::office::examples;
use crate::problem::{Problem, ReadProblems};
use actix_web::get;
use actix_web::web::{Data, Json, Path};
use daftar_application::Office;
use daftar_application::drafting;
use daftar_domain::drafting::Content;
use daftar_domain::office::CommunicationId;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A text of a draft, without what it says.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"number": 2, "written": examples::draft_hand(), "sealed": true}))]
pub(crate) struct CommunicationTextLine {
    number: i32,
    written: DraftHand,
    /// Whether it stays as it is.
    sealed: bool,
}

/// The texts of a draft, the latest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CommunicationTextPage {
    items: Vec<CommunicationTextLine>,
    /// Always null: the texts of a draft are one page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// A text of a draft.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "number": 2, "written": examples::draft_hand(), "sealed": true, "digest": examples::DIGEST,
    "content": examples::communication_content(),
    "names": {"posts": [examples::section_officer()], "units": []},
}))]
pub(crate) struct CommunicationText {
    number: i32,
    written: DraftHand,
    sealed: bool,
    /// SHA-256 over what it says, hex: what an approval is an approval of.
    digest: String,
    #[schema(value_type = CommunicationContent)]
    content: Content,
    names: DraftNames,
}

/// Lists the texts of a draft, the latest first.
///
/// Whoever may read its file.
#[utoipa::path(
    operation_id = "listCommunicationTexts", tag = "Drafts", params(("id" = Uuid, Path)),
    responses((status = 200, description = "Its texts", body = CommunicationTextPage), ReadProblems)
)]
#[get("/communications/{id}/texts")]
pub(crate) async fn list_communication_texts(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<CommunicationTextPage>, Problem> {
    let (lines, named) = drafting::communication_texts(&office, &officer.0, CommunicationId(*id)).await?;
    let items = lines.iter().map(|line| CommunicationTextLine {
        number: line.number,
        written: DraftHand::of(&line.author, line.written_at, &named),
        sealed: line.sealed,
    });
    Ok(Json(CommunicationTextPage {
        items: items.collect(),
        next_cursor: None,
    }))
}

/// Reads one text of a draft.
///
/// Whoever may read its file. What was sealed never changes.
#[utoipa::path(
    operation_id = "getCommunicationText", tag = "Drafts",
    params(("id" = Uuid, Path), ("number" = i32, Path, minimum = 1)),
    responses((status = 200, description = "The text", body = CommunicationText), ReadProblems)
)]
#[get("/communications/{id}/texts/{number}")]
pub(crate) async fn get_communication_text(
    office: Data<Office>,
    officer: ActingOfficer,
    path: Path<(Uuid, i32)>,
) -> Result<Json<CommunicationText>, Problem> {
    let (id, number) = path.into_inner();
    let detail = drafting::communication_text(&office, &officer.0, CommunicationId(id), number).await?;
    let wording = detail.wording;
    Ok(Json(CommunicationText {
        number: wording.number,
        written: DraftHand::of(&wording.author, wording.written_at, &detail.named),
        sealed: wording.sealed,
        digest: detail.digest,
        content: wording.content,
        names: DraftNames::of(&detail.named),
    }))
}
