//! What was signed with what. There is an insert and there are reads; nothing else.

use super::Signing;
use crate::database::{Error, parse};
use daftar_domain::office::{CommunicationId, FileId, NoteId, PersonId, Timestamp};
use daftar_domain::signing::{Evidence, Method};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use std::collections::HashMap;
use uuid::Uuid;

/// What a signature is under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureOf {
    /// An entry of the note portion.
    Note(NoteId),
    /// A step of the file's history, by its ordinal.
    Step(i32),
    /// An act on a communication, by its ordinal.
    Communication(CommunicationId, i32),
}

/// A signature, to be written.
#[derive(Debug, Clone)]
pub struct NewSignature<'s> {
    /// Its id.
    pub id: Uuid,
    /// The file.
    pub file: FileId,
    /// What it is under.
    pub of: SignatureOf,
    /// Who signed.
    pub person: PersonId,
    /// What proves it.
    pub evidence: &'s Evidence,
    /// What was signed, where no row holds it.
    pub statement: Option<&'s str>,
    /// When.
    pub at: Timestamp,
}

/// A signature, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureRow {
    /// Its id.
    pub id: Uuid,
    /// The file.
    pub file: FileId,
    /// The note that it is under.
    pub note: Option<NoteId>,
    /// The communication that it is under an act on.
    pub communication: Option<CommunicationId>,
    /// The ordinal of the step, or of the act on the communication.
    pub step: Option<i32>,
    /// Who signed.
    pub person: PersonId,
    /// What was signed with.
    pub method: Method,
    /// The passkey or key of the officer.
    pub key: Uuid,
    /// What was signed, where no other row holds it.
    pub statement: Option<String>,
    /// What proves it: canonical JSON.
    pub evidence: String,
    /// When.
    pub at: Timestamp,
    /// When the passkey or key was revoked, if it was.
    pub revoked_at: Option<Timestamp>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    file_id: Uuid,
    note_id: Option<Uuid>,
    movement_ordinal: Option<i32>,
    communication_id: Option<Uuid>,
    communication_ordinal: Option<i32>,
    person_id: Uuid,
    method: String,
    key_id: Uuid,
    statement: Option<String>,
    evidence: String,
    at: Timestamp,
    passkey_state: Option<String>,
    decided_at: Option<Timestamp>,
    retired_at: Option<Timestamp>,
}

impl Row {
    fn read(self) -> Result<SignatureRow, Error> {
        let revoked = self
            .decided_at
            .filter(|_| self.passkey_state.as_deref() == Some("revoked"));
        Ok(SignatureRow {
            id: self.id,
            file: FileId(self.file_id),
            note: self.note_id.map(NoteId),
            communication: self.communication_id.map(CommunicationId),
            step: self.movement_ordinal.or(self.communication_ordinal),
            person: PersonId(self.person_id),
            method: parse("signatures", &self.method)?,
            key: self.key_id,
            statement: self.statement,
            evidence: self.evidence,
            at: self.at,
            revoked_at: revoked.or(self.retired_at),
        })
    }
}

impl Signing<'_, DatabaseTransaction> {
    /// Keeps a signature.
    pub async fn add_signature(&self, new: &NewSignature<'_>) -> Result<(), Error> {
        let (note, step, communication) = match new.of {
            SignatureOf::Note(note) => (Some(note.0), None, None),
            SignatureOf::Step(step) => (None, Some(step), None),
            SignatureOf::Communication(id, ordinal) => (None, None, Some((id.0, ordinal))),
        };
        let key = match new.evidence {
            Evidence::Passkey(evidence) => evidence.passkey.0,
            Evidence::ServerKey(evidence) => evidence.key.0,
        };
        let insert = Query::insert()
            .into_table("signatures")
            .columns([
                "id",
                "file_id",
                "note_id",
                "movement_ordinal",
                "communication_id",
                "communication_ordinal",
                "person_id",
                "method",
                "key_id",
                "statement",
                "evidence",
                "at",
            ])
            .values_panic([
                new.id.into(),
                new.file.0.into(),
                note.into(),
                step.into(),
                communication.map(|(id, _)| id).into(),
                communication.map(|(_, ordinal)| ordinal).into(),
                new.person.0.into(),
                new.evidence.method().as_str().into(),
                key.into(),
                new.statement.map(str::to_owned).into(),
                new.evidence.canonical().into(),
                new.at.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }
}

impl<C: ConnectionTrait> Signing<'_, C> {
    /// The signatures under notes, by note.
    pub async fn under_notes(&self, notes: &[NoteId]) -> Result<HashMap<NoteId, SignatureRow>, Error> {
        if notes.is_empty() {
            return Ok(HashMap::new());
        }
        let select = select()
            .and_where(Expr::col(("signatures", "note_id")).is_in(notes.iter().map(|note| note.0)))
            .to_owned();
        let rows = self.read(&select).await?;
        Ok(rows.into_iter().filter_map(|row| Some((row.note?, row))).collect())
    }

    /// What a person signed on these files.
    pub async fn by_person(&self, person: PersonId, files: &[FileId]) -> Result<Vec<SignatureRow>, Error> {
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let select = select()
            .and_where(Expr::col(("signatures", "file_id")).is_in(files.iter().map(|file| file.0)))
            .and_where(Expr::col(("signatures", "person_id")).eq(person.0))
            .to_owned();
        self.read(&select).await
    }

    /// All signatures on a file, in the order of their ids.
    pub async fn on_file(&self, file: FileId) -> Result<Vec<SignatureRow>, Error> {
        let select = select()
            .and_where(Expr::col(("signatures", "file_id")).eq(file.0))
            .order_by(("signatures", "id"), Order::Asc)
            .to_owned();
        self.read(&select).await
    }

    /// The signature under an act on a communication.
    pub async fn under_communication(&self, id: CommunicationId, ordinal: i32) -> Result<Option<SignatureRow>, Error> {
        let select = select()
            .and_where(Expr::col(("signatures", "communication_id")).eq(id.0))
            .and_where(Expr::col(("signatures", "communication_ordinal")).eq(ordinal))
            .to_owned();
        Ok(self.read(&select).await?.pop())
    }

    /// The signature under a step of a file.
    pub async fn under_step(&self, file: FileId, ordinal: i32) -> Result<Option<SignatureRow>, Error> {
        let select = select()
            .and_where(Expr::col(("signatures", "file_id")).eq(file.0))
            .and_where(Expr::col(("signatures", "movement_ordinal")).eq(ordinal))
            .to_owned();
        Ok(self.read(&select).await?.pop())
    }

    /// All signatures in the order of their ids, after one of them; for whoever audits the office.
    pub async fn all_signatures(&self, after: Option<Uuid>, limit: u64) -> Result<Vec<SignatureRow>, Error> {
        let select = select()
            .and_where_option(after.map(|after| Expr::col(("signatures", "id")).gt(after)))
            .order_by(("signatures", "id"), Order::Asc)
            .limit(limit)
            .to_owned();
        self.read(&select).await
    }

    async fn read(&self, select: &SelectStatement) -> Result<Vec<SignatureRow>, Error> {
        let rows = self.connection.query_all(select).await?;
        rows.iter().map(|row| Row::from_query_result(row, "")?.read()).collect()
    }
}

fn select() -> SelectStatement {
    let of = |column: &'static str| Expr::col(("signatures", column));
    Query::select()
        .columns(
            [
                "id",
                "file_id",
                "note_id",
                "movement_ordinal",
                "communication_id",
                "communication_ordinal",
                "person_id",
                "method",
                "key_id",
                "statement",
                "evidence",
                "at",
            ]
            .map(|column| ("signatures", column)),
        )
        .expr_as(Expr::col(("passkeys", "state")), "passkey_state")
        .column(("passkeys", "decided_at"))
        .column(("officer_keys", "retired_at"))
        .from("signatures")
        .left_join("passkeys", of("key_id").equals(("passkeys", "id")))
        .left_join("officer_keys", of("key_id").equals(("officer_keys", "id")))
        .to_owned()
}
