//! What officers say about a draft.

use super::schema::SuggestedChange;
use super::views::DraftHand;
use crate::http::{Act, ActHeaders, ActReply, ActingOfficer, Body, IdempotencyKey, IfMatch};
use crate::office::{examples, words};
use crate::problem::{ActProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{get, post};
use daftar_application::FieldError;
use daftar_application::Office;
use daftar_application::drafting::{self, Named, NewRemark, OnDraft};
use daftar_domain::drafting::{Remark as Domain, RemarkKind, Suggestion, Verdict};
use daftar_domain::office::{CommunicationId, RemarkId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// What a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DraftRemarkKind)]
pub(crate) enum Kind {
    /// Words.
    Comment,
    /// A change.
    Suggestion,
    /// The verdict of whoever vets it.
    Vetting,
}

/// What became of a suggestion.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuggestionDecision {
    accepted: bool,
    by: DraftHand,
}

/// A remark on a draft.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "text_number": 1, "kind": "suggestion", "verdict": null,
    "suggestion": examples::suggestion(), "remark": "رقم واضح لکھی جائے۔", "made": examples::draft_hand(), "decision": null,
}))]
pub(crate) struct DraftRemark {
    id: Uuid,
    /// The number of the text that it is about.
    text_number: i32,
    kind: Kind,
    /// The verdict, of whoever vetted it.
    #[schema(required = true, value_type = Option<words::VettingVerdict>)]
    verdict: Option<Verdict>,
    /// The change, if it is one.
    #[schema(required = true, value_type = Option<SuggestedChange>)]
    suggestion: Option<Suggestion>,
    /// The words; empty where the change or the verdict says it all.
    remark: String,
    made: DraftHand,
    /// What became of a suggestion; null while it waits.
    #[schema(required = true)]
    decision: Option<SuggestionDecision>,
}

impl DraftRemark {
    fn of(remark: Domain, named: &Named) -> Self {
        let decision = remark.decision.map(|decision| SuggestionDecision {
            accepted: decision.accepted,
            by: DraftHand::of(&decision.by, decision.at, named),
        });
        let (kind, verdict, suggestion) = match remark.kind {
            RemarkKind::Comment => (Kind::Comment, None, None),
            RemarkKind::Suggestion(suggestion) => (Kind::Suggestion, None, Some(suggestion)),
            RemarkKind::Vetting(verdict) => (Kind::Vetting, Some(verdict), None),
        };
        Self {
            id: remark.id.0,
            text_number: remark.on,
            kind,
            verdict,
            suggestion,
            remark: remark.text,
            made: DraftHand::of(&remark.author, remark.at, named),
            decision,
        }
    }
}

/// What was said about a draft, the first first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DraftRemarkPage {
    items: Vec<DraftRemark>,
    /// Always null: the remarks on a draft are one page.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// What an officer says about a draft.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text_number": 1, "kind": "vetting", "verdict": "passed", "remark": "قانونی طور پر درست ہے۔"}))]
pub(crate) struct RemarkOnCommunication {
    /// The number of the text that was read.
    text_number: i32,
    kind: Kind,
    /// For a vetting, and for nothing else.
    #[schema(value_type = Option<words::VettingVerdict>)]
    verdict: Option<Verdict>,
    /// For a suggestion, and for nothing else.
    #[schema(value_type = Option<SuggestedChange>)]
    suggestion: Option<Suggestion>,
    /// A comment and an objection need words.
    #[serde(default)]
    #[schema(max_length = 2000, required = false)]
    remark: String,
}

impl RemarkOnCommunication {
    fn read(self) -> Result<NewRemark, Problem> {
        let kind = match (self.kind, self.verdict, self.suggestion) {
            (Kind::Comment, None, None) => RemarkKind::Comment,
            (Kind::Vetting, Some(verdict), None) => RemarkKind::Vetting(verdict),
            (Kind::Suggestion, None, Some(suggestion)) => RemarkKind::Suggestion(suggestion),
            _ => return Err(Problem::fields(vec![FieldError::new("/kind", "invalid")])),
        };
        Ok(NewRemark {
            on: self.text_number,
            kind,
            text: self.remark,
        })
    }
}

/// What is to become of a suggestion.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"accept": true}))]
pub(crate) struct DecideSuggestion {
    accept: bool,
}

/// Lists what was said about a draft, the first first.
///
/// Whoever may read its file.
#[utoipa::path(
    operation_id = "listRemarks", tag = "Drafts", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The remarks", body = DraftRemarkPage), ReadProblems)
)]
#[get("/communications/{id}/remarks")]
pub(crate) async fn list_remarks(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<DraftRemarkPage>, Problem> {
    let (remarks, named) = drafting::remarks(&office, &officer.0, CommunicationId(*id)).await?;
    Ok(Json(DraftRemarkPage {
        items: remarks
            .into_iter()
            .map(|remark| DraftRemark::of(remark, &named))
            .collect(),
        next_cursor: None,
    }))
}

/// Says something about a draft on the own desk.
///
/// A comment, a change of one block that the drafter accepts or not, or the verdict of whoever vets it. The post that has
/// custody of the file; assistants comment and suggest, and do not vet. The text that it is about stays as it is from then
/// on. Refused with `draft-text-moved-on` where another text was read, and `draft-passage-changed` where another block
/// stands at the place of the change.
#[utoipa::path(
    operation_id = "remarkOnCommunication", tag = "Drafts", request_body = RemarkOnCommunication,
    params(ActHeaders, ("id" = Uuid, Path)),
    responses((status = 200, description = "Said", body = Act), ActProblems)
)]
#[post("/communications/{id}/remarks")]
pub(crate) async fn remark_on_communication(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<RemarkOnCommunication>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let on = OnDraft {
        id: CommunicationId(*id),
        version: version.0,
        once: once.as_ref(),
    };
    let new = body.value.read()?;
    let act = drafting::remark_on_communication(&office, &officer.0, on, &new).await?;
    Ok(ActReply::changed(act))
}

/// Accepts or refuses a suggested change.
///
/// The post that has custody of the file, also an assistant at it. Accepted, the change goes into the officer's own text,
/// or begins the next one; an approval is void with it. Refused with `draft-suggestion-decided` and `draft-passage-changed`.
#[utoipa::path(
    operation_id = "decideSuggestion", tag = "Drafts", request_body = DecideSuggestion,
    params(ActHeaders, ("id" = Uuid, Path), ("remark_id" = Uuid, Path)),
    responses((status = 200, description = "Decided", body = Act), ActProblems)
)]
#[post("/communications/{id}/remarks/{remark_id}/decision")]
pub(crate) async fn decide_suggestion(
    office: Data<Office>,
    officer: ActingOfficer,
    path: Path<(Uuid, Uuid)>,
    version: IfMatch,
    key: IdempotencyKey,
    body: Body<DecideSuggestion>,
) -> Result<ActReply, Problem> {
    let once = key.of(&officer, &body);
    let (id, remark) = path.into_inner();
    let on = OnDraft {
        id: CommunicationId(id),
        version: version.0,
        once: once.as_ref(),
    };
    let accept = body.value.accept;
    let act = drafting::decide_suggestion(&office, &officer.0, on, RemarkId(remark), accept).await?;
    Ok(ActReply::changed(act))
}
