//! A registry's mailbox.

use crate::http::{ActingOfficer, limit, with_etag};
use crate::office::{examples, words};
use crate::problem::{Problem, ReadProblems};
use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, get};
use chrono::{DateTime, Utc};
use daftar_application::mail::{self, MailLine as Line, MailView, PaperRow};
use daftar_application::{Cursor, Office};
use daftar_domain::mail::{MailState, MailStateWord};
use daftar_domain::office::MailId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// The most characters of a mail's text that a list shows.
const GLIMPSE: usize = 200;

/// Which mails.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailQuery {
    /// In one state.
    #[param(value_type = Option<words::MailState>)]
    state: Option<MailStateWord>,
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
    /// How many; 50 where none is given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

/// A mail, as lists show it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!(line()))]
pub(crate) struct MailLine {
    id: Uuid,
    /// The name of the sender as he writes it; empty where there is none. Anybody can write anything here.
    from_name: String,
    /// The address that it says it comes from; empty where there is none. Not proved.
    from_address: String,
    /// Empty where there is none.
    subject: String,
    /// How its text begins.
    glimpse: String,
    /// Bytes.
    size: i64,
    /// Whether a machine wrote it: a notice of absence.
    automatic: bool,
    /// By the sender's clock.
    #[schema(required = true)]
    written_at: Option<DateTime<Utc>>,
    arrived_at: DateTime<Utc>,
    #[schema(value_type = words::MailState)]
    state: String,
    /// How many papers came along.
    papers: i64,
    /// The number of the receipt that it became.
    #[schema(required = true, example = "FD-1182/2026")]
    diary_number: Option<String>,
}

/// A page of a registry's mail, the newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"items": [line()], "next_cursor": null, "waiting": 1}))]
pub(crate) struct MailLinePage {
    items: Vec<MailLine>,
    #[schema(required = true)]
    next_cursor: Option<String>,
    /// How many wait in all, whatever was asked for.
    waiting: i64,
}

/// Something that came along with a mail.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!(paper()))]
pub(crate) struct MailPaper {
    /// Its place, from 1.
    ordinal: i32,
    /// A harmless form of the name that it was given.
    file_name: String,
    /// Bytes.
    size: i64,
    /// Why the office does not take it; then nothing of it is kept but in the mail as a whole.
    #[schema(value_type = Option<words::MailPaperRefusal>, required = true)]
    refusal: Option<String>,
    #[schema(required = true)]
    sha256: Option<String>,
    #[schema(required = true, example = "application/pdf")]
    media_type: Option<String>,
    /// Where that can be told.
    #[schema(required = true)]
    pages: Option<i32>,
    #[schema(value_type = Option<words::Preview>, required = true)]
    preview: Option<String>,
    /// What its signature is worth.
    #[schema(value_type = Option<words::PaperMark>, required = true)]
    mark: Option<String>,
    /// The number under which this office issued these very bytes.
    #[schema(required = true)]
    issue_number: Option<String>,
}

/// A mail.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!(example()))]
pub(crate) struct Mail {
    /// As lists show it.
    summary: MailLine,
    /// Its text; of a page of HTML only the words.
    body: String,
    /// SHA-256 of the mail as it came in.
    sha256: String,
    came_with: Vec<MailPaper>,
    /// The number of the letter of this office that it answers, as its head says: for `in_reply_to_number` of its entry.
    #[schema(required = true)]
    answers_number: Option<String>,
    /// The receipt that it became.
    #[schema(required = true)]
    receipt_id: Option<Uuid>,
    /// Why it was set aside.
    #[schema(value_type = Option<words::MailSetAsideReason>, required = true)]
    set_aside_reason: Option<String>,
    #[schema(required = true)]
    set_aside_remark: Option<String>,
    #[schema(required = true)]
    set_aside_at: Option<DateTime<Utc>>,
    /// Also the `ETag`.
    version: i64,
}

impl From<Line> for MailLine {
    fn from(line: Line) -> Self {
        Self {
            id: line.id,
            from_name: line.from_name,
            from_address: line.from_address,
            subject: line.subject,
            glimpse: line.body.chars().take(GLIMPSE).collect(),
            size: line.size,
            automatic: line.automatic,
            written_at: line.written_at,
            arrived_at: line.arrived_at,
            state: line.state,
            papers: line.papers,
            diary_number: line.diary_number,
        }
    }
}

impl From<PaperRow> for MailPaper {
    fn from(row: PaperRow) -> Self {
        Self {
            ordinal: row.ordinal,
            file_name: row.file_name,
            size: row.size,
            refusal: row.refusal,
            sha256: row.sha256,
            media_type: row.media_type,
            pages: row.pages,
            preview: row.preview,
            mark: row.mark,
            issue_number: row.issue_number,
        }
    }
}

impl From<MailView> for Mail {
    fn from(view: MailView) -> Self {
        let (receipt, aside) = match view.mail.state {
            MailState::Waiting | MailState::Report => (None, None),
            MailState::Diarised(receipt) => (Some(receipt.0), None),
            MailState::SetAside(aside) => (None, Some(aside)),
        };
        let aside = aside.as_ref();
        Self {
            body: view.line.body.clone(),
            summary: view.line.into(),
            sha256: view.mail.sha256,
            came_with: view.papers.into_iter().map(Into::into).collect(),
            answers_number: view.answers_number,
            receipt_id: receipt,
            set_aside_reason: aside.map(|aside| aside.reason.to_string()),
            set_aside_remark: aside.and_then(|aside| aside.remark.as_ref().map(|remark| remark.as_str().to_owned())),
            set_aside_at: aside.map(|aside| aside.at),
            version: view.mail.version.0,
        }
    }
}

fn line() -> Value {
    json!({
        "id": examples::SOMETHING, "from_name": "محمد اسلم", "from_address": "aslam@irrigation.example.org",
        "subject": "بھکر راجباہ کی پختگی کے لیے رقم کا اجراء", "glimpse": "جناب عالی! درخواست منسلک ہے۔", "size": 184_201,
        "automatic": false, "written_at": "2026-03-02T04:31:00Z", "arrived_at": "2026-03-02T04:31:12Z",
        "state": "waiting", "papers": 1, "diary_number": null,
    })
}

fn paper() -> Value {
    json!({
        "ordinal": 1, "file_name": "درخواست.pdf", "size": 131_072, "refusal": null, "sha256": examples::DIGEST,
        "media_type": "application/pdf", "pages": 2, "preview": "ok", "mark": "unsigned", "issue_number": null,
    })
}

fn example() -> Value {
    json!({
        "summary": line(), "body": "جناب عالی! درخواست منسلک ہے۔", "sha256": examples::DIGEST, "came_with": [paper()],
        "answers_number": "F.8-2/2026-BUD/14", "receipt_id": null, "set_aside_reason": null, "set_aside_remark": null, "set_aside_at": null, "version": 1,
    })
}

/// The mail that came in for the acting registry, the newest first.
///
/// Registries, their own. What waits is to be diarised (`diariseReceipt` with `mail_id`) or set aside.
#[utoipa::path(
    operation_id = "listMails", tag = "Mail", params(MailQuery),
    responses((status = 200, description = "A page of mail", body = MailLinePage), ReadProblems)
)]
#[get("/mails")]
pub(crate) async fn list_mails(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<MailQuery>,
) -> Result<Json<MailLinePage>, Problem> {
    let MailQuery {
        state,
        cursor,
        limit: most,
    } = query.0;
    let cursor = cursor.map(Cursor);
    let page = mail::mails(&office, &officer.0, state, cursor.as_ref(), limit(most, 50, 200)).await?;
    Ok(Json(MailLinePage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
        waiting: page.waiting,
    }))
}

/// Reads a mail.
///
/// Registries, what came in for them. Nothing in it is proved but what `mark` says of a paper's signature.
#[utoipa::path(
    operation_id = "getMail", tag = "Mail", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The mail", body = Mail), ReadProblems)
)]
#[get("/mails/{id}")]
pub(crate) async fn get_mail(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let view = mail::mail(&office, &officer.0, MailId(*id)).await?;
    let version = view.mail.version;
    Ok(with_etag(&Mail::from(view), version))
}
