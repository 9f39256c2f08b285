//! A communication as rows, and back. Rows that match no state of the domain are an inconsistency.

use crate::database::{Error, from_json, parse};
use daftar_domain::drafting::{Approval, Communication, CommunicationState, Issued, Stage, Wording};
use daftar_domain::filing::Author;
use daftar_domain::ledger::audit::KeptCommunication;
use daftar_domain::office::{ChargeId, CommunicationId, FileId, IssueId, PersonId, PostId, Timestamp, UnitId, Version};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{FromQueryResult, QueryResult};
use uuid::Uuid;

pub(super) const TABLE: &str = "communications";
pub(super) const TEXTS: &str = "communication_texts";

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    file_id: Uuid,
    unit_id: Uuid,
    version: i64,
    state: String,
    text_number: i32,
    acts: i32,
    opened_by_person_id: Uuid,
    opened_by_post_id: Uuid,
    opened_by_charge_id: Uuid,
    opened_at: Timestamp,
    approved_text: Option<i32>,
    approved_digest: Option<String>,
    approved_by_person_id: Option<Uuid>,
    approved_by_post_id: Option<Uuid>,
    approved_by_charge_id: Option<Uuid>,
    approved_at: Option<Timestamp>,
    issue_id: Option<Uuid>,
    issue_number: Option<String>,
    issued_by_person_id: Option<Uuid>,
    issued_by_post_id: Option<Uuid>,
    issued_by_charge_id: Option<Uuid>,
    issued_at: Option<Timestamp>,
    withdrawn_by_person_id: Option<Uuid>,
    withdrawn_by_post_id: Option<Uuid>,
    withdrawn_by_charge_id: Option<Uuid>,
    withdrawn_at: Option<Timestamp>,
}

/// A text, as its row keeps it.
#[derive(FromQueryResult)]
pub(super) struct TextRow {
    number: i32,
    content: String,
    nonce: String,
    author_person_id: Uuid,
    author_post_id: Uuid,
    author_charge_id: Uuid,
    written_at: Timestamp,
    sealed: bool,
}

/// Communications with their latest texts.
pub(super) fn select() -> SelectStatement {
    Query::select()
        .column((TABLE, sea_orm::sea_query::Asterisk))
        .columns(
            [
                "number",
                "content",
                "nonce",
                "author_person_id",
                "author_post_id",
                "author_charge_id",
                "written_at",
                "sealed",
            ]
            .map(|column| (TEXTS, column)),
        )
        .from(TABLE)
        .inner_join(
            TEXTS,
            Expr::col((TEXTS, "communication_id"))
                .equals((TABLE, "id"))
                .and(Expr::col((TEXTS, "number")).equals((TABLE, "text_number"))),
        )
        .to_owned()
}

pub(super) fn read(row: &QueryResult) -> Result<Communication, Error> {
    let wording = TextRow::from_query_result(row, "")?.read()?;
    let row = Row::from_query_result(row, "")?;
    Ok(Communication {
        id: CommunicationId(row.id),
        file: FileId(row.file_id),
        unit: UnitId(row.unit_id),
        version: Version(row.version),
        stage: row.stage()?,
        wording,
        opened_by: author(row.opened_by_person_id, row.opened_by_post_id, row.opened_by_charge_id),
        opened_at: row.opened_at,
        acts: row.acts,
    })
}

/// A communication as the check of the ledger compares it: its own row alone.
pub(super) fn kept(row: &QueryResult) -> Result<KeptCommunication, Error> {
    let row = Row::from_query_result(row, "")?;
    Ok(KeptCommunication {
        id: row.id,
        file: row.file_id,
        stage: row.stage()?,
        text: row.text_number,
        acts: row.acts,
        opened_by: author(row.opened_by_person_id, row.opened_by_post_id, row.opened_by_charge_id),
        opened_at: row.opened_at,
    })
}

impl Row {
    fn stage(&self) -> Result<Stage, Error> {
        let stage = match parse(TABLE, &self.state)? {
            CommunicationState::Draft => Some(Stage::Draft {
                voided: self.approval(),
            }),
            CommunicationState::Approved => self.approval().map(Stage::Approved),
            CommunicationState::Issued => self.issue().map(Stage::Issued),
            CommunicationState::Withdrawn => self.withdrawal(),
        };
        stage.ok_or_else(|| Error::Inconsistent {
            table: TABLE,
            problem: format!("{} is {} by nobody", self.id, self.state),
        })
    }

    fn approval(&self) -> Option<Approval> {
        Some(Approval {
            text: self.approved_text?,
            digest: self.approved_digest.clone()?,
            by: author(
                self.approved_by_person_id?,
                self.approved_by_post_id?,
                self.approved_by_charge_id?,
            ),
            at: self.approved_at?,
        })
    }

    fn issue(&self) -> Option<Issued> {
        Some(Issued {
            issue: IssueId(self.issue_id?),
            number: self.issue_number.clone()?,
            by: author(
                self.issued_by_person_id?,
                self.issued_by_post_id?,
                self.issued_by_charge_id?,
            ),
            at: self.issued_at?,
        })
    }

    fn withdrawal(&self) -> Option<Stage> {
        Some(Stage::Withdrawn {
            by: author(
                self.withdrawn_by_person_id?,
                self.withdrawn_by_post_id?,
                self.withdrawn_by_charge_id?,
            ),
            at: self.withdrawn_at?,
        })
    }
}

impl TextRow {
    pub(super) fn read(self) -> Result<Wording, Error> {
        Ok(Wording {
            number: self.number,
            content: from_json(TEXTS, &self.content)?,
            author: author(self.author_person_id, self.author_post_id, self.author_charge_id),
            written_at: self.written_at,
            nonce: self.nonce,
            sealed: self.sealed,
        })
    }
}

pub(super) fn author(person: Uuid, post: Uuid, charge: Uuid) -> Author {
    Author {
        person: PersonId(person),
        post: PostId(post),
        charge: ChargeId(charge),
    }
}
