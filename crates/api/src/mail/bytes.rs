//! The bytes of a mail, and of what came with it. A browser saves them and never runs them.

use crate::http::{ActingOfficer, Served};
use crate::office::words::Binary;
use crate::problem::{DownloadProblems, Problem};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get};
use daftar_application::Office;
use daftar_application::mail::{self, MailBytes};
use daftar_domain::office::MailId;
use uuid::Uuid;

async fn download(request: &HttpRequest, bytes: MailBytes) -> Result<HttpResponse, Problem> {
    let served = Served {
        sha256: &bytes.sha256,
        size: bytes.size,
        file_name: &bytes.file_name,
        media_type: &bytes.media_type,
    };
    served.answer(request, async |range| bytes.read(range).await).await
}

/// A mail, byte for byte as it came in. Always an attachment.
///
/// Registries, what came in for them.
#[utoipa::path(
    operation_id = "downloadMail", tag = "Mail", params(("id" = Uuid, Path)),
    responses(
        (status = 200, description = "The mail", content((Binary = "message/rfc822"))),
        (status = 206, description = "The bytes of the range", content((Binary = "message/rfc822"))),
        (status = 304, description = "The client has these bytes already"),
        DownloadProblems,
    )
)]
#[get("/mails/{id}/original")]
pub(crate) async fn download_mail(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let bytes = mail::mail_original(&office, &officer.0, MailId(*id)).await?;
    download(&request, bytes).await
}

/// A paper that came along with a mail. Always an attachment.
///
/// Registries, what came in for them. 404 also for what the office does not take: it is in the mail as a whole.
#[utoipa::path(
    operation_id = "downloadMailPaper", tag = "Mail",
    params(("id" = Uuid, Path), ("ordinal" = i32, Path, description = "Its place, from 1", minimum = 1)),
    responses(
        (status = 200, description = "The paper", content(
            (Binary = "application/pdf"), (Binary = "image/jpeg"), (Binary = "image/png"), (Binary = "image/tiff"),
        )),
        (status = 206, description = "The bytes of the range", content(
            (Binary = "application/pdf"), (Binary = "image/jpeg"), (Binary = "image/png"), (Binary = "image/tiff"),
        )),
        (status = 304, description = "The client has these bytes already"),
        DownloadProblems,
    )
)]
#[get("/mails/{id}/papers/{ordinal}")]
pub(crate) async fn download_mail_paper(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    path: Path<(Uuid, i32)>,
) -> Result<HttpResponse, Problem> {
    let (id, ordinal) = path.into_inner();
    let bytes = mail::mail_paper(&office, &officer.0, MailId(id), ordinal).await?;
    download(&request, bytes).await
}
