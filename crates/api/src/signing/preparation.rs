//! What an officer is shown before he signs, and what he brings back.

use crate::identity::PasskeyAssertion;
use crate::office::{examples, words};
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use daftar_application::signing::{Prepared, Signature};
use daftar_domain::office::PreparationId;
use daftar_domain::signing::{Method, Purpose};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A signature that is given under what was prepared.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"preparation_id": examples::SOMETHING}))]
pub(crate) struct GivenSignature {
    /// What was shown.
    preparation_id: Uuid,
    /// The answer of a passkey to its challenge; without it the office's key for the officer signs.
    #[validate(nested)]
    assertion: Option<PasskeyAssertion>,
}

/// What will be signed, to the byte, and how.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "purpose": "note", "statement": "{\"at\":\"2026-03-03T06:20:15.000000Z\",…}",
    "digest": examples::DIGEST, "challenge": "nyDH6hcnyXzrmfHgQs9jOkWqwbT2jBfFjBo2QnJDvMo",
    "expires_at": "2026-03-03T06:25:15Z", "methods": ["passkey", "server_key"],
    "passkeys": {"rp_id": "office.example", "credentials": ["Zk3v8Q1wT0yUu5f0hK9sRA"]}, "proof_needed": false,
}))]
pub(crate) struct SigningPreparation {
    /// Goes into `signature.preparation_id` of the act.
    id: Uuid,
    /// What the statement is: its tag stands before it when it is hashed.
    #[schema(value_type = words::SigningPurpose)]
    purpose: Purpose,
    /// Canonical JSON (RFC 8785) of what will be signed. Recompute its digest, and show it.
    statement: String,
    /// SHA-256 of the statement, hex.
    digest: String,
    /// `SHA-256("daftar.note/v1" ‖ 0x00 ‖ statement)`, or with `daftar.act/v1`, in base64url: what a passkey answers.
    challenge: String,
    /// When it ends unsigned.
    expires_at: DateTime<Utc>,
    /// How the officer can sign, the best way first.
    #[schema(value_type = Vec<words::SigningMethod>)]
    methods: Vec<Method>,
    /// The passkeys that can sign; null where none can.
    #[schema(required = true)]
    passkeys: Option<SigningPasskeys>,
    /// Whether the office's key waits until the officer has proved anew who he is: see `proveFactor`.
    proof_needed: bool,
}

/// The passkeys that can sign.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SigningPasskeys {
    /// The host name that they are bound to.
    rp_id: String,
    /// Their credential ids, base64url.
    credentials: Vec<String>,
}

impl From<Prepared> for SigningPreparation {
    fn from(prepared: Prepared) -> Self {
        Self {
            id: prepared.id.0,
            purpose: prepared.statement.purpose,
            digest: prepared.statement.digest(),
            challenge: prepared.challenge(),
            statement: prepared.statement.text,
            expires_at: prepared.expires_at,
            methods: prepared.methods,
            passkeys: prepared.passkeys.map(|choice| SigningPasskeys {
                rp_id: choice.rp_id,
                credentials: choice.credentials,
            }),
            proof_needed: prepared.proof_needed,
        }
    }
}

/// The signature of a body.
pub(crate) fn signature(given: Option<GivenSignature>) -> Result<Option<Signature>, Problem> {
    let read = |given: GivenSignature| {
        let assertion = given.assertion.map(|assertion| assertion.read("/signature/assertion"));
        Ok(Signature {
            preparation: PreparationId(given.preparation_id),
            assertion: assertion.transpose()?,
        })
    };
    given.map(read).transpose()
}
