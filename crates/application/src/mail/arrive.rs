//! Taking in what arrived in a mailbox.

use crate::certificates;
use crate::dispatch::mail_failed;
use crate::office::{Error, Office, Work};
use bytes::Bytes;
use chrono::Datelike as _;
use daftar_documents::pki::Certificate;
use daftar_documents::typeset::MailSheet;
use daftar_documents::{Digest, LARGEST, MediaType, PutError, clean_file_name};
use daftar_domain::certificates::AuthorityKind;
use daftar_domain::desk::office_clock;
use daftar_domain::ledger::Actor;
use daftar_domain::mail::{Mail, MailPaper, NewMail, PaperMark, paper_mark};
use daftar_domain::office::{MailId, Timestamp, UnitId, clean_line, clean_text};
use daftar_mail::{Arrived, Attached, Fate, Unreadable, read};
use daftar_persistence::mail::{MailRow, NewPaper, TakenPaper};
use futures_util::stream;
use std::convert::Infallible;
use std::io;
use std::ops::RangeInclusive;

/// The largest mail that is taken in, in bytes. Attachments are a third larger in a mail than on disk.
pub const LARGEST_MAIL: u64 = 60 * 1000 * 1000;
/// The longest name, address and subject that are kept, in characters; the mail itself is kept whole.
const LONGEST_LINE: usize = 500;
/// The longest text that is kept to be read and searched.
const LONGEST_BODY: usize = 100_000;

/// The most lines that are printed of it: nobody files a longer letter that came as a mail.
const MOST_LINES: usize = 4000;
/// The years in which mail can have been written.
const YEARS: RangeInclusive<i32> = 1970..=2999;

/// What became of a mail that was brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It was taken in.
    New(MailId),
    /// The registry had it already.
    Known,
}

/// Why a mail is not taken in, now or ever.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// It is no mail.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// It is larger than [`LARGEST_MAIL`].
    #[error("it is larger than {LARGEST_MAIL} bytes")]
    TooLarge,
    /// No open unit with a registry's post has this code.
    #[error("no registry has the code '{0}'")]
    NoRegistry(String),
    /// It could not be kept; it may be tried again.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// Takes in a mail that lies in the mailbox of a registry. What was taken in once is not taken in again: whoever brings
/// it may bring it until he is told.
///
/// # Errors
/// [`NotTaken`].
pub async fn take_mail(office: &Office, registry: &str, content: Bytes) -> Result<Taken, NotTaken> {
    if content.len() as u64 > LARGEST_MAIL {
        return Err(NotTaken::TooLarge);
    }
    let found = office.database().mails().registry(registry).await;
    let found = found.map_err(Error::from)?;
    let registry = found.ok_or_else(|| NotTaken::NoRegistry(registry.to_owned()))?;
    let arrived = read(&content)?;
    // Everything that takes time is done before the transaction begins.
    let sha256 = keep(office, &content).await.map_err(|error| failed(&error))?;
    let root = certificates::certificate(office, AuthorityKind::Root).await?;
    let mut papers = Vec::with_capacity(arrived.attached.len() + 1);
    papers.extend(words(office, &arrived, sha256).await?);
    for attached in &arrived.attached {
        papers.push(paper(office, attached, root.as_ref()).await?);
    }
    let brought = Brought {
        registry: registry.unit,
        sha256,
        size: content.len(),
        arrived,
        papers,
    };
    Ok(office
        .act_as(Actor::SYSTEM, None, async |work: &Work<'_>| brought.keep(work).await)
        .await
        .map(|kept| kept.map_or(Taken::Known, Taken::New))?)
}

/// Puts a mail on disk as it is.
async fn keep(office: &Office, content: &[u8]) -> io::Result<Digest> {
    let piece = office.blobs().workpiece().await?;
    tokio::fs::write(piece.path(), content).await?;
    let (digest, _) = office.blobs().keep(piece).await?;
    Ok(digest)
}

fn failed(error: &impl std::fmt::Display) -> Error {
    Error::Internal(error.to_string())
}

/// A mail with its papers, all on disk.
struct Brought {
    registry: UnitId,
    sha256: Digest,
    size: usize,
    arrived: Arrived,
    papers: Vec<NewPaper>,
}

impl Brought {
    async fn keep(&self, work: &Work<'_>) -> Result<Option<MailId>, Error> {
        let arrived = &self.arrived;
        let (from_name, from_address) = (shown(arrived.from_name.as_deref()), shown(arrived.from.as_deref()));
        let subject = shown(Some(&arrived.subject));
        let papers = self.papers.iter().map(|paper| MailPaper {
            sha256: paper.taken.as_ref().ok().map(|taken| taken.sha256.clone()),
        });
        let (mail, event) = Mail::arrive(NewMail {
            id: work.new_id(),
            registry: self.registry,
            sha256: self.sha256.to_string(),
            from: from_address.clone(),
            subject: subject.clone(),
            papers: papers.collect(),
            is_report: !arrived.reports.is_empty(),
        });
        let id = shown(arrived.id.as_deref());
        let answers: Vec<String> = arrived.answers.iter().map(|id| shown(Some(id))).collect();
        let answers = answers.join("\n");
        let row = MailRow {
            mail: &mail,
            size: i64::try_from(self.size).map_err(|error| failed(&error))?,
            message_id: (!id.is_empty()).then_some(id.as_str()),
            answers: (!answers.is_empty()).then_some(answers.as_str()),
            from_name: &from_name,
            from_address: &from_address,
            subject: &subject,
            body: &readable(&arrived.text),
            automatic: arrived.automatic,
            written_at: written_at(arrived),
            arrived_at: work.now,
        };
        if !work.tx.mails().arrive(&row, &self.papers).await? {
            return Ok(None);
        }
        work.record(&event).await?;
        for report in arrived.reports.iter().filter(|report| report.fate == Fate::Failed) {
            if let Some(letter) = &report.letter {
                mail_failed(work, letter, &report.said).await?;
            }
        }
        Ok(Some(mail.id))
    }
}

/// When it was written, where the sender's clock shows a year of this world.
fn written_at(arrived: &Arrived) -> Option<Timestamp> {
    arrived.written_at.filter(|at| YEARS.contains(&at.year()))
}

/// As much of a text as is printed.
fn cut(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().take(MOST_LINES + 1).collect();
    if lines.len() > MOST_LINES {
        lines[MOST_LINES] = "[…]";
    }
    lines.join("\n")
}

/// A line as the office shows it: without what misleads a reader, and not longer than a line.
fn shown(text: Option<&str>) -> String {
    let harmless: String = text.unwrap_or_default().chars().filter(|c| !misleads(*c)).collect();
    let line = harmless.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().take(LONGEST_LINE).collect();
    clean_line(&line, LONGEST_LINE).unwrap_or_default()
}

/// A text as the office shows it.
fn readable(text: &str) -> String {
    let harmless: String = text
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !misleads(*c))
        .collect();
    let text: String = harmless.chars().take(LONGEST_BODY).collect();
    clean_text(&text, LONGEST_BODY).unwrap_or_default()
}

/// Control characters, and those that turn the direction of what is around them.
fn misleads(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Puts something that came along on disk, if the office takes it.
async fn paper(office: &Office, attached: &Attached, root: Option<&Certificate>) -> Result<NewPaper, Error> {
    let size = i64::try_from(attached.content.len()).map_err(|error| failed(&error))?;
    let named = attached.name.as_deref().unwrap_or_default();
    let content = Bytes::from(attached.content.clone());
    let bytes = stream::iter([Ok::<_, Infallible>(content)]);
    let refusal = match office.blobs().put(bytes, LARGEST).await {
        Ok(stored) => {
            let seen = office.previews().inspect(stored.digest, stored.media_type).await;
            let seen = seen.map_err(|error| failed(&error))?;
            let sha256 = stored.digest.to_string();
            let issue = office.database().mails().issue_of(&sha256).await?;
            let root = root.filter(|_| stored.media_type == MediaType::Pdf);
            let mark = mark(office, stored.digest, issue.is_some(), root).await?;
            let taken = TakenPaper {
                sha256,
                media_type: stored.media_type.as_str(),
                pages: seen.pages.and_then(|pages| i32::try_from(pages).ok()),
                preview: seen.readability.as_str(),
                mark,
                issue,
            };
            return Ok(NewPaper {
                file_name: clean_file_name(named, stored.media_type),
                size,
                taken: Ok(taken),
            });
        }
        Err(PutError::Empty) => "document-empty",
        Err(PutError::TooLarge) => "document-too-large",
        Err(PutError::TypeRefused) => "document-type-refused",
        Err(PutError::Interrupted(error)) => return Err(Error::Internal(error)),
        Err(PutError::Io(error)) => return Err(failed(&error)),
    };
    let name = shown(Some(named.rsplit(['/', '\\']).next().unwrap_or_default()));
    Ok(NewPaper {
        file_name: name,
        size,
        taken: Err(refusal),
    })
}

/// What a mail says in itself, as a paper that can lie on a file; none where it says nothing.
async fn words(office: &Office, arrived: &Arrived, sha256: Digest) -> Result<Option<NewPaper>, Error> {
    let text = readable(&arrived.text);
    if text.is_empty() {
        return Ok(None);
    }
    let clock = |at: Timestamp| office_clock(at).format("%d-%m-%Y %H:%M").to_string();
    let subject = shown(Some(&arrived.subject));
    let sheet = MailSheet {
        from: shown(arrived.from_name.as_deref()),
        address: shown(arrived.from.as_deref()),
        subject: subject.clone(),
        written: written_at(arrived).map(clock).unwrap_or_default(),
        arrived: clock(office.now()),
        text: cut(&text),
        digest: sha256.to_string(),
    };
    let Some(set) = office.press().mail(sheet).await? else {
        return Ok(None);
    };
    let name = if subject.is_empty() { "E-mail" } else { subject.as_str() };
    let attached = Attached {
        name: Some(name.replace(['/', '\\'], "-")),
        content: set.pdf,
    };
    paper(office, &attached, None).await.map(Some)
}

/// What the signature in a paper is worth for this office; without a root it is not looked for.
async fn mark(office: &Office, digest: Digest, issued: bool, root: Option<&Certificate>) -> Result<PaperMark, Error> {
    let good = match root {
        // A stranger's paper is read by a process of its own.
        Some(root) if !issued => office.previews().signatures(digest, root.der()).await,
        _ => Ok(Vec::new()),
    };
    Ok(paper_mark(issued, &good.map_err(|error| failed(&error))?))
}
