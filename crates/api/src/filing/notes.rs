//! The note portion.

use super::body::NoteBody;
use super::movements::ForwardFile;
use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, IdempotencyKey, IfMatch, Query, limit};
use crate::office::examples;
use crate::office::words;
use crate::organisation::{PersonRef, PostRef};
use crate::problem::{ActProblems, Problem, ReadProblems};
use crate::signing::{GivenSignature, NoteSignature, SigningPreparation, signature};
use actix_web::web::{Data, Json, Path};
use actix_web::{get, post};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::filing::{self, NoteDetail, On};
use daftar_application::signing::Signature;
use daftar_domain::filing::{NoteContent, NoteKind};
use daftar_domain::office::{FileId, Version};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// A signed entry of the note portion. It never changes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "ordinal": 2, "kind": "note", "paragraph_first": 2, "paragraph_last": 3,
    "body": examples::note_body(), "docket": null,
    "author": {"person": examples::bilal(), "post": examples::section_officer(), "charge_kind": "substantive"},
    "submitted_at": "2026-03-03T06:20:15Z", "digest": examples::DIGEST,
    "signature": {
        "method": "server_key", "proof": "totp", "key_id": examples::SOMETHING, "signed_at": "2026-03-03T06:20:15Z",
        "state": "valid", "revoked_at": null,
    },
}))]
pub(crate) struct Note {
    id: Uuid,
    /// Its place in the note portion, from 1.
    ordinal: i32,
    #[schema(value_type = words::NoteKind)]
    kind: NoteKind,
    paragraph_first: i32,
    paragraph_last: i32,
    /// The text of a note or an order.
    #[schema(required = true)]
    body: Option<NoteBody>,
    /// What a docket says.
    #[schema(required = true)]
    docket: Option<NoteDocket>,
    author: NoteAuthor,
    submitted_at: DateTime<Utc>,
    /// SHA-256 of its canonical form, which names the entry before it.
    digest: String,
    /// The signature under it; null under a docket.
    #[schema(required = true)]
    signature: Option<NoteSignature>,
}

/// The entry for a paper that came to the file, or for a part that was merged.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NoteDocket {
    #[schema(required = true)]
    receipt_id: Option<Uuid>,
    #[schema(required = true)]
    paper_id: Option<Uuid>,
    #[schema(required = true)]
    diary_number: Option<String>,
    subject: String,
    #[schema(required = true)]
    page_first: Option<i32>,
    #[schema(required = true)]
    page_last: Option<i32>,
    #[schema(required = true)]
    remark: Option<String>,
}

/// Who signed an entry.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NoteAuthor {
    person: PersonRef,
    post: PostRef,
    /// The kind of charge under which he signed.
    #[schema(example = "substantive")]
    charge_kind: String,
}

/// A page of the note portion.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NotePage {
    items: Vec<Note>,
    /// The next `after_ordinal`; null on the last page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Which entries.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListNotes {
    /// Only entries after this one.
    after_ordinal: Option<i32>,
    /// Entries of a page, 1 to 500; 200 when left out.
    limit: Option<u64>,
}

/// What is signed.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "kind": "note", "body": examples::note_body(), "draft_version": examples::DRAFT_VERSION,
    "then": {"to_post_id": examples::DEPUTY_SECRETARY, "action": "for_approval"},
}))]
pub(crate) struct SubmitNote {
    /// `note`, `agreement` or `order`; an agreement is a signature only, an order is text that decides, by a post that
    /// may authenticate.
    #[schema(value_type = words::SubmitNoteKind)]
    kind: NoteKind,
    /// The text of a note or an order; that of the draft named where left out.
    body: Option<NoteBody>,
    /// The version of the saved draft that its author saw when he signed; the draft is used up. Without it a saved
    /// draft stays as it is.
    draft_version: Option<i64>,
    /// Sends the file on in the same act.
    then: Option<ForwardFile>,
    /// The signature under what `prepareNote` showed. Without it the office's key for the officer signs at once, where
    /// that may and he has just proved who he is.
    #[validate(nested)]
    signature: Option<GivenSignature>,
}

impl SubmitNote {
    fn command(self) -> Result<(filing::SubmitNote, Option<Signature>), Problem> {
        let command = filing::SubmitNote {
            kind: self.kind,
            body: self.body.map(Into::into),
            draft: self.draft_version.map(Version),
            then: self.then.map(Into::into),
        };
        Ok((command, signature(self.signature)?))
    }
}

impl From<NoteDetail> for Note {
    fn from(detail: NoteDetail) -> Self {
        let row = detail.row;
        let note = row.note;
        let kind = note.content.kind();
        let (body, docket) = match note.content {
            NoteContent::Text(body) | NoteContent::Order(body) => (Some(body.into()), None),
            NoteContent::Agreement => (None, None),
            NoteContent::Docket(docket) => (
                None,
                Some(NoteDocket {
                    receipt_id: docket.receipt.map(Uuid::from),
                    paper_id: docket.paper.map(Uuid::from),
                    diary_number: docket.diary_number,
                    subject: docket.subject,
                    page_first: docket.page_first,
                    page_last: docket.page_last,
                    remark: docket.remark,
                }),
            ),
        };
        Self {
            id: note.id.0,
            ordinal: note.ordinal,
            kind,
            paragraph_first: note.paragraph_first,
            paragraph_last: note.paragraph_last,
            body,
            docket,
            author: NoteAuthor {
                person: PersonRef {
                    id: note.author.person.0,
                    name_en: row.author_name_en,
                    name_ur: row.author_name_ur,
                },
                post: detail.post.into(),
                charge_kind: row.charge_kind,
            },
            submitted_at: note.at,
            digest: note.digest,
            signature: detail.signature.map(Into::into),
        }
    }
}

/// Reads the note portion, oldest entry first.
///
/// Whoever may read the file; a post that it was sent to after `recordOpening`: 403 `file-not-opened`. Entries never
/// change: page on with `after_ordinal` from the last one that is known. `digest` covers the entry and names the one
/// before it, so that the chain can be verified.
#[utoipa::path(
    operation_id = "listNotes", tag = "Files", params(ListNotes, ("id" = Uuid, Path)),
    responses((status = 200, description = "A page of the note portion", body = NotePage), ReadProblems)
)]
#[get("/files/{id}/notes")]
pub(crate) async fn list_notes(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    query: Query<ListNotes>,
) -> Result<Json<NotePage>, Problem> {
    let after = query.0.after_ordinal.unwrap_or(0);
    let page = filing::list_notes(&office, &officer.0, FileId(*id), after, limit(query.0.limit, 200, 500)).await?;
    let last = page.items.last().map(|note| note.row.note.ordinal.to_string());
    Ok(Json(NotePage {
        next_cursor: page.next.and(last),
        items: page.items.into_iter().map(Into::into).collect(),
    }))
}

/// Signs a note for good, and sends the file on if asked to.
///
/// The post that has custody. Paragraphs get the next numbers of the file, which are never used again; the draft that
/// `draft_version` names is used up, and 409 `draft-changed` says that another window has changed or signed it. Drafts that
/// assistants put up go back to them. With `then` the file leaves in the same transaction. Refused: `note-empty`, `agreement-with-text`,
/// `reference-page-unknown`, `reference-paragraph-unknown`, `reference-file-unknown`, and whatever `forwardFile`
/// refuses. An `order` is signed by a post with the role `authenticator` only: 403 `order-not-authorised`; `can` of the
/// file names `order` where it may. The warning `many_noting_officers` is rule 7.
#[utoipa::path(
    operation_id = "submitNote", tag = "Files", request_body = SubmitNote, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Signed; `paragraphs` are permanent", body = Act), ActProblems)
)]
#[post("/files/{id}/notes")]
pub(crate) async fn submit_note(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<SubmitNote>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let (command, signature) = body.value.command()?;
    Ok(ActReply::changed(
        filing::submit_note(&office, &officer.0, on, &command, signature.as_ref()).await?,
    ))
}

/// Shows what `submitNote` would sign, to the byte.
///
/// The post that has custody, with the same body and `If-Match`. Nothing is changed and nothing is recorded. Recompute
/// `digest` and `challenge` from `statement`, show it, let the passkey answer the challenge, and send the same body to
/// `submitNote` with `signature`. It waits five minutes, for the session that asked; then 409
/// `signing-preparation-unknown`. Refused: whatever `submitNote` refuses, `signing-factor-needed`,
/// `signing-passkey-needed`.
#[utoipa::path(
    operation_id = "prepareNote", tag = "Files", request_body = SubmitNote, params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "What will be signed", body = SigningPreparation), ActProblems)
)]
#[post("/files/{id}/notes/preparation")]
pub(crate) async fn prepare_note(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    body: Body<SubmitNote>,
) -> Result<Json<SigningPreparation>, Problem> {
    let on = On {
        file: FileId(*id),
        version: version.0,
        once: None,
    };
    let (command, _) = body.value.command()?;
    let prepared = filing::prepare_note(&office, &officer.0, on, &command).await?;
    Ok(Json(prepared.into()))
}
