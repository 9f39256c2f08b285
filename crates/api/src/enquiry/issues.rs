//! Whether a letter is the office's, and what it is worth now.

use super::PublicName;
use crate::app::ApiSettings;
use crate::http::{Body, Served};
use crate::identity::origin;
use crate::ledger::base64;
use crate::office::{examples, words};
use crate::problem::{EnquiryProblems, LookUpProblems, Problem, PublicDownloadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use chrono::NaiveDate;
use daftar_application::Office;
use daftar_application::enquiry::{self, AmendedPublicly};
use daftar_application::ledger::Proven;
use daftar_domain::drafting::{AmendmentKind, Form, IssueStanding};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// What is printed on a document.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"number": "F.8-2/2026-BUD/14", "code": "7K2M9-QX4TB"}))]
pub(crate) struct FindPublicIssue {
    /// Its number.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    number: String,
    /// The code at its foot; small letters, spaces and hyphens make no difference.
    #[validate(length(min = 1, max = 64))]
    #[schema(min_length = 1, max_length = 64)]
    code: String,
}

/// Another document of the office, and what was done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublicAmendment {
    #[schema(value_type = words::AmendmentKind)]
    how: AmendmentKind,
    /// The number of the other document.
    number: String,
    /// The day that stands on it.
    date: NaiveDate,
}

impl From<AmendedPublicly> for PublicAmendment {
    fn from(amended: AmendedPublicly) -> Self {
        Self {
            how: amended.how,
            number: amended.number,
            date: amended.date,
        }
    }
}

/// That the issue is an entry of the office's ledger (RFC 6962, 2.1.1); what the entry says is not shown.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublicProof {
    /// The hash of the entry as the tree has it, in base64.
    leaf: String,
    /// The entry's place in the tree, from 0.
    position: u64,
    /// How many entries the tree has.
    size: u64,
    /// The hashes of the proof in base64, from the leaf upward.
    proof: Vec<String>,
    /// The root of the tree in base64; the checkpoint has it too.
    root: String,
    /// The latest checkpoint, a signed note.
    checkpoint: String,
    /// The verifier keys of the office, the oldest first. Trust one that you have from elsewhere.
    keys: Vec<String>,
}

impl From<Proven> for PublicProof {
    fn from(proven: Proven) -> Self {
        let alone = |hash| base64(&[hash]).pop().unwrap_or_default();
        Self {
            leaf: alone(proven.leaf),
            position: proven.inclusion.position,
            size: proven.inclusion.size,
            proof: base64(&proven.inclusion.proof),
            root: alone(proven.root),
            checkpoint: proven.checkpoint,
            keys: proven.keys,
        }
    }
}

/// A document that the office issued, as far as it is told to whoever holds it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "status": "superseded", "number": "F.8-2/2026-BUD/14", "date": "2026-03-03", "sha256": examples::DIGEST,
    "amended_by": [{"how": "supersession", "number": "F.8-2/2026-BUD/17", "date": "2026-03-09"}], "amends": null,
    "form": "notification", "post": {"en": "Section Officer (Budget-I)", "ur": "سیکشن آفیسر (بجٹ اوّل)"},
    "unit": {"en": "Budget Section I", "ur": "بجٹ سیکشن اوّل"}, "pages": 2,
    "subject": "Release of funds for the second quarter",
    "document_path": "/api/v1/public/issues/5f0c1d7e4b8a05c36e1f7d90a2b4c6e8/document",
    "proof": {
        "leaf": examples::HASH, "position": 17, "size": 1042, "proof": [examples::HASH], "root": examples::HASH,
        "checkpoint": examples::CHECKPOINT, "keys": [examples::VERIFIER_KEY],
    },
}))]
pub(crate) struct PublicIssue {
    /// What it is worth now.
    #[schema(value_type = words::IssueStanding)]
    status: IssueStanding,
    number: String,
    /// The day that stands on it.
    date: NaiveDate,
    /// SHA-256 of the document that went out, hex: a file with another one is not that document.
    sha256: String,
    /// What later documents did to it, the first first: corrigenda, and what ended it.
    amended_by: Vec<PublicAmendment>,
    /// What it does to an earlier one.
    #[schema(required = true)]
    amends: Option<PublicAmendment>,
    /// Its form; null where it is held closely.
    #[schema(required = true, value_type = Option<words::CommunicationForm>)]
    form: Option<Form>,
    /// The post that signed, as it is called now; null where it is held closely.
    #[schema(required = true)]
    post: Option<PublicName>,
    /// The unit of that post; null where it is held closely.
    #[schema(required = true)]
    unit: Option<PublicName>,
    /// How many pages it has; null where it is held closely.
    #[schema(required = true)]
    pages: Option<i32>,
    /// What it is about; null unless it is public.
    #[schema(required = true)]
    subject: Option<String>,
    /// Where its bytes are (`downloadPublicIssue`); null unless it is public.
    #[schema(required = true)]
    document_path: Option<String>,
    /// That the ledger has it; null within the second before its entry has its place.
    #[schema(required = true)]
    proof: Option<PublicProof>,
}

impl From<enquiry::PublicIssue> for PublicIssue {
    fn from(issue: enquiry::PublicIssue) -> Self {
        let path = |token: String| format!("/api/v1/public/issues/{token}/document");
        Self {
            status: issue.standing,
            number: issue.number,
            date: issue.date,
            sha256: issue.sha256,
            amended_by: issue.amended_by.into_iter().map(Into::into).collect(),
            amends: issue.amends.map(Into::into),
            form: issue.form,
            post: issue.post.map(Into::into),
            unit: issue.unit.map(Into::into),
            pages: issue.pages,
            subject: issue.subject,
            document_path: issue.document.map(path),
            proof: issue.proof.map(Into::into),
        }
    }
}

/// Finds an issued document by its number and the code that is printed on it.
///
/// Public. The code comes in the body, so that it stands in no address and in no log. Whether the number is unknown, the
/// code wrong, or right for another document, is told alike: 404 `not-found`. After some thirty of them from one address the
/// answer is 429 `too-many-attempts`. How much is told: docs/public-pages.md.
#[utoipa::path(
    operation_id = "findPublicIssue", tag = "Public", security(()), request_body = FindPublicIssue,
    responses((status = 200, description = "What is told of it", body = PublicIssue), EnquiryProblems)
)]
#[post("/public/issue-searches")]
pub(crate) async fn find_public_issue(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    body: Body<FindPublicIssue>,
) -> Result<Json<PublicIssue>, Problem> {
    let FindPublicIssue { number, code } = &body.value;
    let address = origin(&request, &settings).address;
    let issue = enquiry::by_code(&office, number, code, &address).await?;
    Ok(Json(issue.into()))
}

/// Reads an issued document by the token in its square code.
///
/// Public. Every token that is none is told alike: 404 `not-found`. Throttled as `findPublicIssue`.
#[utoipa::path(
    operation_id = "getPublicIssue", tag = "Public", security(()),
    params(("token" = String, Path, description = "The last part of the address in the square code")),
    responses((status = 200, description = "What is told of it", body = PublicIssue), LookUpProblems)
)]
#[get("/public/issues/{token}")]
pub(crate) async fn get_public_issue(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    token: Path<String>,
) -> Result<Json<PublicIssue>, Problem> {
    let address = origin(&request, &settings).address;
    let issue = enquiry::by_token(&office, &token, &address).await?;
    Ok(Json(issue.into()))
}

/// The bytes of a document that everybody may read, as they were issued.
///
/// Public. Notifications, resolutions and press notes that are unclassified; every other document, and every token that is
/// none, is 404 `not-found`. Always an attachment under a sandboxing policy; the `ETag` is the SHA-256 of the bytes.
#[utoipa::path(
    operation_id = "downloadPublicIssue", tag = "Public", security(()),
    params(("token" = String, Path, description = "The last part of the address in the square code")),
    responses(
        (status = 200, description = "The bytes", content_type = "application/pdf", body = inline(words::Binary)),
        (status = 206, description = "The bytes of the range", content_type = "application/pdf", body = inline(words::Binary)),
        (status = 304, description = "The client has these bytes already"),
        PublicDownloadProblems
    )
)]
#[get("/public/issues/{token}/document")]
pub(crate) async fn download_public_issue(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    let address = origin(&request, &settings).address;
    let content = enquiry::public_document(&office, &token, &address).await?;
    let served = Served {
        sha256: &content.document.digest,
        size: content.size,
        file_name: &content.document.file_name,
        media_type: &content.document.media_type,
    };
    served.answer(&request, async |range| content.read(range).await).await
}
