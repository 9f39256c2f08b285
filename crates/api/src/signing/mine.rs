//! What I have signed.

use crate::filing::FileRef;
use crate::http::{Query, SignedIn, limit};
use crate::office::{examples, words};
use crate::organisation::PostRef;
use crate::problem::{Problem, ReadProblems};
use actix_web::get;
use actix_web::web::{Data, Json};
use chrono::{DateTime, Utc};
use daftar_application::signing::{self, SignedNoteFacts};
use daftar_application::{Cursor, Office};
use daftar_domain::filing::NoteKind;
use daftar_domain::identity::Proof;
use daftar_domain::ledger::EventKind;
use daftar_domain::signing::{Method, SignatureState};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// An act that I signed, as the ledger has it; its signature was verified just now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "entry_id": examples::SOMETHING, "at": "2026-03-03T06:20:15Z", "act": "note_submitted",
    "post": examples::section_officer(),
    "file": {"id": examples::FILE, "number": "FD-BUDGET-1/2-7/2026", "subject": "Relaxation of the ban on purchase of vehicles"},
    "note": {"id": examples::SOMETHING, "kind": "note", "ordinal": 3, "paragraph_first": 5, "paragraph_last": 6,
             "digest": examples::DIGEST},
    "method": "passkey", "proof": "passkey", "key_id": examples::SOMETHING, "state": "valid", "revoked_at": null,
    "receipt": examples::DIGEST, "position": 1041,
}))]
pub(crate) struct MySignature {
    /// The entry of the ledger.
    entry_id: Uuid,
    at: DateTime<Utc>,
    /// What was done: `note_submitted`, `file_returned` or `file_closed`.
    #[schema(value_type = words::EventKind)]
    act: EventKind,
    /// For which post, as it is called now.
    #[schema(required = true)]
    post: Option<PostRef>,
    /// On which file; null where no post of mine may see it any more.
    #[schema(required = true)]
    file: Option<FileRef>,
    /// The entry of the note portion; null where it was another act.
    #[schema(required = true)]
    note: Option<MySignedNote>,
    /// My own passkey, or the key that the office keeps for me.
    #[schema(value_type = words::SigningMethod)]
    method: Method,
    /// What I proved myself with for it.
    #[schema(value_type = words::Proof)]
    proof: Proof,
    /// The passkey or key.
    key_id: Uuid,
    /// `valid`; `invalid` where what the office keeps does not agree with the ledger, or is gone.
    #[schema(value_type = words::SignatureState)]
    state: SignatureState,
    /// When the passkey or key was revoked; a signature from before stays valid.
    #[schema(required = true)]
    revoked_at: Option<DateTime<Utc>>,
    /// The digest of the ledger's entry: my receipt.
    receipt: String,
    /// Its place in the ledger's tree, from 0; null until it has one, within a second.
    #[schema(required = true)]
    position: Option<u64>,
}

/// An entry of a note portion that I signed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MySignedNote {
    id: Uuid,
    #[schema(value_type = words::NoteKind)]
    kind: NoteKind,
    /// Its place in the note portion, from 1.
    ordinal: i32,
    paragraph_first: i32,
    paragraph_last: i32,
    /// SHA-256 of what was signed, hex.
    digest: String,
}

/// A page of what I signed, the latest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MySignaturePage {
    items: Vec<MySignature>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct MySignatureQuery {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 50 when nothing is said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

impl From<SignedNoteFacts> for MySignedNote {
    fn from(note: SignedNoteFacts) -> Self {
        Self {
            id: note.id.0,
            kind: note.kind,
            ordinal: note.ordinal,
            paragraph_first: note.paragraphs.0,
            paragraph_last: note.paragraphs.1,
            digest: note.digest,
        }
    }
}

impl From<signing::MySignature> for MySignature {
    fn from(signature: signing::MySignature) -> Self {
        let (row, signed) = (signature.row, signature.signed);
        Self {
            entry_id: row.id.0,
            at: row.at,
            act: signature.kind,
            post: signature.post.map(Into::into),
            file: signature.file.map(Into::into),
            note: signature.note.map(Into::into),
            method: signed.method,
            proof: signed.proof,
            key_id: signed.key,
            state: signature.state,
            revoked_at: signature.revoked_at,
            receipt: row.digest,
            position: row.position,
        }
    }
}

/// Lists what I have signed, from the ledger, the latest first.
///
/// For whoever is signed in, over all his posts, also those that he has left. A line that he does not know is one to ask
/// about: somebody else signed in his name.
#[utoipa::path(
    operation_id = "listMySignatures", tag = "Session", params(MySignatureQuery),
    responses((status = 200, description = "A page of what I signed", body = MySignaturePage), ReadProblems)
)]
#[get("/me/signatures")]
pub(crate) async fn list_my_signatures(
    office: Data<Office>,
    who: SignedIn,
    query: Query<MySignatureQuery>,
) -> Result<Json<MySignaturePage>, Problem> {
    let MySignatureQuery { cursor, limit: asked } = query.0;
    let (after, most) = (cursor.map(Cursor), limit(asked, 50, 200));
    let page = signing::my_signatures(&office, &who.0, after.as_ref(), most).await?;
    Ok(Json(MySignaturePage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}
