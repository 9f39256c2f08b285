//! Drafts as readers get them.

use super::schema::CommunicationContent;
use crate::correspondence::Document;
use crate::dispatch::IssueReply;
use crate::office::{examples, words};
use crate::organisation::{PersonRef, PostRef, UnitRef};
use crate::problem::message;
use chrono::{DateTime, NaiveDate, Utc};
use daftar_application::FieldError;
use daftar_application::drafting::{AmendedLine, CommunicationDetail, IssueStatus, Named};
use daftar_domain::drafting::{
    AmendmentKind, Approval, Communication as Domain, CommunicationState, Content, DraftAbility, Form, IssueStanding,
    Issued, Languages, Stage,
};
use daftar_domain::filing::Author;
use daftar_domain::office::{Classification, Language, Priority};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who did something with a draft, for which post, and when.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DraftHand {
    /// The post, as it is called now.
    #[schema(required = true)]
    post: Option<PostRef>,
    /// The person.
    #[schema(required = true)]
    person: Option<PersonRef>,
    at: DateTime<Utc>,
}

impl DraftHand {
    pub(super) fn of(author: &Author, at: DateTime<Utc>, named: &Named) -> Self {
        Self {
            post: named.posts.get(&author.post).cloned().map(Into::into),
            person: named.persons.get(&author.person).cloned().map(Into::into),
            at,
        }
    }
}

/// An approval.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DraftApproval {
    /// The number of the text that was approved.
    text_number: i32,
    /// Its digest, hex.
    digest: String,
    by: DraftHand,
}

impl DraftApproval {
    fn of(approval: &Approval, named: &Named) -> Self {
        Self {
            text_number: approval.text,
            digest: approval.digest.clone(),
            by: DraftHand::of(&approval.by, approval.at, named),
        }
    }
}

/// An issue.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CommunicationIssue {
    id: Uuid,
    /// Its number.
    #[schema(example = "F.8-2/2026-BUD/14")]
    number: String,
    /// The signed document: the office copy on the file.
    document_id: Uuid,
    /// Who signed it, and when.
    signed: DraftHand,
    /// What it is worth now.
    #[schema(value_type = words::IssueStanding)]
    status: IssueStanding,
    /// What later issues did to it, the first first.
    amended_by: Vec<IssueAmendment>,
    /// SHA-256 of the office's own template that it was set by, hex; none for the built-in one.
    #[schema(required = true)]
    template_sha256: Option<String>,
}

/// What an issue did to an earlier one; told from either side.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IssueAmendment {
    #[schema(value_type = words::AmendmentKind)]
    how: AmendmentKind,
    /// The other issue.
    issue_id: Uuid,
    /// Its number.
    number: String,
    /// The day that stands on it.
    date: NaiveDate,
    /// Its communication; null where the reader may not see that.
    #[schema(required = true)]
    communication_id: Option<Uuid>,
    /// The file that it is on; null where the reader may not see that.
    #[schema(required = true)]
    file_id: Option<Uuid>,
}

impl From<AmendedLine> for IssueAmendment {
    fn from(line: AmendedLine) -> Self {
        let amendment = line.amendment;
        Self {
            how: amendment.how,
            issue_id: amendment.issue.0,
            number: amendment.number,
            date: amendment.date,
            communication_id: line.visible.then_some(amendment.communication.0),
            file_id: line.visible.then_some(amendment.file.0),
        }
    }
}

impl CommunicationIssue {
    fn of(issued: &Issued, status: IssueStatus, named: &Named) -> Self {
        Self {
            status: status.standing,
            amended_by: status.amended_by.into_iter().map(Into::into).collect(),
            document_id: status.document.0,
            template_sha256: status.template,
            id: issued.issue.0,
            number: issued.number.clone(),
            signed: DraftHand::of(&issued.by, issued.at, named),
        }
    }
}

/// A draft in the list of its file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!(examples::communication_line()))]
pub(crate) struct CommunicationLine {
    id: Uuid,
    #[schema(value_type = words::CommunicationForm)]
    form: Form,
    #[schema(value_type = words::CommunicationLanguages)]
    languages: Languages,
    /// Its subject, in English where it is written in English.
    subject: String,
    #[schema(value_type = words::CommunicationState)]
    state: CommunicationState,
    /// The number under which it was issued.
    #[schema(required = true)]
    number: Option<String>,
    #[schema(value_type = words::Classification)]
    classification: Classification,
    #[schema(value_type = words::Priority)]
    priority: Priority,
    /// How many addressees.
    addressees: usize,
    /// The number of its latest text.
    text_number: i32,
    /// Who wrote that, and when.
    written: DraftHand,
    version: i64,
}

impl CommunicationLine {
    pub(super) fn of(communication: &Domain, named: &Named) -> Self {
        let wording = &communication.wording;
        let content = &wording.content;
        Self {
            id: communication.id.0,
            form: content.form,
            languages: content.languages,
            subject: content.title().to_owned(),
            state: communication.stage.state(),
            number: match &communication.stage {
                Stage::Issued(issued) => Some(issued.number.clone()),
                Stage::Draft { .. } | Stage::Approved(_) | Stage::Withdrawn { .. } => None,
            },
            classification: content.classification,
            priority: content.priority,
            addressees: content.addressees.len(),
            text_number: wording.number,
            written: DraftHand::of(&wording.author, wording.written_at, named),
            version: communication.version.0,
        }
    }
}

/// The drafts of a file, the first first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CommunicationLinePage {
    pub(super) items: Vec<CommunicationLine>,
    /// Always null: the drafts of a file are one page.
    #[schema(required = true)]
    pub(super) next_cursor: Option<String>,
}

/// The file that a draft travels on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DraftFile {
    id: Uuid,
    number: String,
    subject: String,
    #[schema(value_type = words::Classification)]
    classification: Classification,
    /// Its version: it moves with its file's acts.
    version: i64,
}

/// What stands in the way of approval.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DraftObstacle {
    /// JSON pointer, as if the content were sent: `/content/subject/ur`.
    pointer: String,
    /// Stable code.
    code: &'static str,
    /// The same in the reader's language.
    message: &'static str,
}

/// What those are called whom a draft names; those who are gone are left out.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DraftNames {
    posts: Vec<PostRef>,
    units: Vec<UnitRef>,
}

impl DraftNames {
    /// In the order of their ids, so that the same answer is the same bytes.
    pub(super) fn of(named: &Named) -> Self {
        let mut posts: Vec<PostRef> = named.posts.values().cloned().map(Into::into).collect();
        posts.sort_by_key(|post| post.id);
        let mut units: Vec<UnitRef> = named.units.values().cloned().map(Into::into).collect();
        units.sort_by_key(|unit| unit.id);
        Self { posts, units }
    }
}

/// A draft for approval.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!(examples::communication()))]
pub(crate) struct Communication {
    id: Uuid,
    version: i64,
    file: DraftFile,
    #[schema(value_type = words::CommunicationState)]
    state: CommunicationState,
    /// What its latest text says.
    #[schema(value_type = CommunicationContent)]
    content: Content,
    /// The number of that text.
    text_number: i32,
    /// Who wrote it, and when last.
    written: DraftHand,
    /// Whether that text stays as it is: the next change begins another one.
    sealed: bool,
    opened: DraftHand,
    /// The approval in force.
    #[schema(required = true)]
    approval: Option<DraftApproval>,
    /// The approval that an edit made void, until the next one.
    #[schema(required = true)]
    voided_approval: Option<DraftApproval>,
    /// That it was issued.
    #[schema(required = true)]
    issue: Option<CommunicationIssue>,
    /// What answers it, the first first.
    replies: Vec<IssueReply>,
    /// The earlier issue that it amends.
    #[schema(required = true)]
    amends: Option<IssueAmendment>,
    /// Who gave it up.
    #[schema(required = true)]
    withdrawn: Option<DraftHand>,
    /// The forms that its addressees allow, the usual one first.
    #[schema(value_type = Vec<words::CommunicationForm>)]
    forms: Vec<Form>,
    names: DraftNames,
    /// What it encloses, as far as the reader may see it.
    documents: Vec<Document>,
    /// The characters of it that cannot be printed, each once.
    unprintable: Vec<String>,
    /// What stands in the way of approval; empty when it is ready.
    obstacles: Vec<DraftObstacle>,
    #[schema(value_type = Vec<words::DraftPermission>)]
    can: Vec<DraftAbility>,
}

impl Communication {
    pub(super) fn of(detail: CommunicationDetail, language: Language) -> Self {
        let named = &detail.named;
        let communication = detail.communication;
        let (mut approval, mut voided, mut issue, mut withdrawn) = (None, None, None, None);
        match &communication.stage {
            Stage::Draft { voided: was } => voided = was.as_ref(),
            Stage::Approved(is) => approval = Some(is),
            Stage::Issued(is) => issue = detail.status.map(|status| CommunicationIssue::of(is, status, named)),
            Stage::Withdrawn { by, at } => withdrawn = Some(DraftHand::of(by, *at, named)),
        }
        let obstacle = |error: &FieldError| DraftObstacle {
            pointer: error.pointer.clone(),
            code: error.code,
            message: message(error.code, language),
        };
        let wording = communication.wording;
        Self {
            id: communication.id.0,
            version: communication.version.0,
            file: DraftFile {
                id: detail.file.id.0,
                number: detail.file.number,
                subject: detail.file.subject,
                classification: detail.file.classification,
                version: detail.file.version.0,
            },
            state: communication.stage.state(),
            text_number: wording.number,
            written: DraftHand::of(&wording.author, wording.written_at, named),
            sealed: wording.sealed,
            content: wording.content,
            opened: DraftHand::of(&communication.opened_by, communication.opened_at, named),
            approval: approval.map(|approval| DraftApproval::of(approval, named)),
            voided_approval: voided.map(|approval| DraftApproval::of(approval, named)),
            issue,
            replies: detail.replies.into_iter().map(Into::into).collect(),
            amends: detail.amends.map(Into::into),
            withdrawn,
            forms: detail.forms,
            names: DraftNames::of(named),
            documents: detail.enclosures.into_iter().map(Into::into).collect(),
            unprintable: detail.unprintable.iter().map(char::to_string).collect(),
            obstacles: detail.obstacles.iter().map(obstacle).collect(),
            can: detail.can,
        }
    }
}
