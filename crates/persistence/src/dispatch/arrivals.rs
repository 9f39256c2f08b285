//! What arrives: the letter that is delivered, and what a receipt says of where it came from.

use super::Dispatches;
use super::rows::TABLE;
use crate::database::{Error, parse};
use chrono::NaiveDate;
use daftar_domain::dispatch::Proof;
use daftar_domain::office::{
    Classification, CommunicationId, DispatchId, DocumentId, IssueId, PersonId, PostId, ReceiptId, Timestamp, UnitId,
};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

/// An issue, as its delivery needs to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedLetter {
    /// The issue.
    pub id: IssueId,
    /// The communication.
    pub communication: CommunicationId,
    /// The number of its text.
    pub text: i32,
    /// Its number.
    pub number: String,
    /// The day that stands on it.
    pub date: NaiveDate,
    /// How closely it is held.
    pub classification: Classification,
    /// The unit that issued it.
    pub unit: UnitId,
    /// The signed document.
    pub document: DocumentId,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// The post that signed.
    pub signed_by: PostId,
    /// The person whose own service the file is about.
    pub concerns: Option<PersonId>,
}

#[derive(FromQueryResult)]
struct LetterRow {
    id: Uuid,
    communication_id: Uuid,
    text_number: i32,
    number: String,
    issued_on: NaiveDate,
    classification: String,
    unit_id: Uuid,
    document_id: Uuid,
    sha256: String,
    signed_by_post_id: Uuid,
    concerns_person_id: Option<Uuid>,
}

/// What the signature of a delivered document was found to be worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProof {
    /// What.
    pub proof: Proof,
    /// Who signed, by his certificate.
    pub signer: String,
    /// When, as the signature says.
    pub signed_at: Timestamp,
}

/// Where a receipt came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The number of the issue.
    pub number: String,
    /// SHA-256 of the signed document, hex.
    pub sha256: String,
    /// The post that signed.
    pub signed_by: PostId,
    /// What the signature was found to be worth, and when that was looked at.
    pub proof: NewProof,
    /// When it was delivered, and the signature looked at.
    pub at: Timestamp,
}

#[derive(FromQueryResult)]
struct ArrivalRow {
    number: String,
    sha256: String,
    signed_by_post_id: Uuid,
    proof: Option<String>,
    proof_signer: Option<String>,
    proof_signed_at: Option<Timestamp>,
    delivered_at: Option<Timestamp>,
}

impl<C: ConnectionTrait> Dispatches<'_, C> {
    /// An issue that is to be delivered.
    pub async fn letter(&self, issue: IssueId) -> Result<Option<IssuedLetter>, Error> {
        let select = Query::select()
            .columns(
                [
                    "id",
                    "communication_id",
                    "text_number",
                    "number",
                    "issued_on",
                    "classification",
                    "unit_id",
                    "document_id",
                    "sha256",
                    "signed_by_post_id",
                ]
                .map(|column| ("issues", column)),
            )
            .column(("files", "concerns_person_id"))
            .from("issues")
            .inner_join("files", Expr::col(("files", "id")).equals(("issues", "file_id")))
            .and_where(Expr::col(("issues", "id")).eq(issue.0))
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let row = LetterRow::from_query_result(&row, "")?;
        Ok(Some(IssuedLetter {
            id: IssueId(row.id),
            communication: CommunicationId(row.communication_id),
            text: row.text_number,
            number: row.number,
            date: row.issued_on,
            classification: parse("issues", &row.classification)?,
            unit: UnitId(row.unit_id),
            document: DocumentId(row.document_id),
            sha256: row.sha256,
            signed_by: PostId(row.signed_by_post_id),
            concerns: row.concerns_person_id.map(PersonId),
        }))
    }

    /// Where a receipt came from; nothing where it came from outside.
    pub async fn arrival(&self, receipt: ReceiptId) -> Result<Option<Arrival>, Error> {
        let select = Query::select()
            .columns(["number", "proof", "proof_signer", "proof_signed_at", "delivered_at"].map(|name| (TABLE, name)))
            .columns([("issues", "sha256"), ("issues", "signed_by_post_id")])
            .from(TABLE)
            .inner_join("issues", Expr::col(("issues", "id")).equals((TABLE, "issue_id")))
            .and_where(Expr::col((TABLE, "receipt_id")).eq(receipt.0))
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let row = ArrivalRow::from_query_result(&row, "")?;
        let (Some(proof), Some(signer), Some(signed_at), Some(at)) =
            (row.proof, row.proof_signer, row.proof_signed_at, row.delivered_at)
        else {
            return Err(Error::Inconsistent {
                table: TABLE,
                problem: format!("what became receipt {receipt} was not looked at"),
            });
        };
        Ok(Some(Arrival {
            number: row.number,
            sha256: row.sha256,
            signed_by: PostId(row.signed_by_post_id),
            proof: NewProof {
                proof: parse(TABLE, &proof)?,
                signer,
                signed_at,
            },
            at,
        }))
    }
}

impl Dispatches<'_, DatabaseTransaction> {
    /// Keeps what the signature of a document was found to be worth when it was delivered.
    pub async fn prove(&self, dispatch: DispatchId, proof: &NewProof) -> Result<(), Error> {
        let update = Query::update()
            .table(TABLE)
            .value("proof", proof.proof.as_str())
            .value("proof_signer", proof.signer.as_str())
            .value("proof_signed_at", proof.signed_at)
            .and_where(Expr::col("id").eq(dispatch.0))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }
}
