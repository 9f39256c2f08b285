//! The bytes of a mail, and of what came with it. A browser saves them and never runs them.

use crate::correspondence::guarded;
use crate::http::ActingOfficer;
use crate::office::words::Binary;
use crate::problem::{Problem, ReadProblems};
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use daftar_application::Office;
use daftar_application::mail::{self, MailBytes};
use daftar_domain::office::MailId;
use uuid::Uuid;

async fn download(bytes: MailBytes) -> Result<HttpResponse, Problem> {
    let content = bytes.read().await?;
    let mut response = HttpResponse::Ok();
    guarded(&mut response, &bytes.file_name, &bytes.media_type);
    Ok(response.no_chunking(bytes.size).streaming(content))
}

/// A mail, byte for byte as it came in. Always an attachment.
///
/// Registries, what came in for them.
#[utoipa::path(
    operation_id = "downloadMail", tag = "Mail", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The mail", content((Binary = "message/rfc822"))), ReadProblems)
)]
#[get("/mails/{id}/original")]
pub(crate) async fn download_mail(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    download(mail::mail_original(&office, &officer.0, MailId(*id)).await?).await
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
        ReadProblems,
    )
)]
#[get("/mails/{id}/papers/{ordinal}")]
pub(crate) async fn download_mail_paper(
    office: Data<Office>,
    officer: ActingOfficer,
    path: Path<(Uuid, i32)>,
) -> Result<HttpResponse, Problem> {
    let (id, ordinal) = path.into_inner();
    download(mail::mail_paper(&office, &officer.0, MailId(id), ordinal).await?).await
}
