//! What browsers exchange with authenticators, as JSON: bytes are base64url without padding.

use crate::problem::Problem;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_application::FieldError;
use daftar_application::identity::{AssertionAnswer, AssertionOptions, EnrolmentOptions, MadeCredential};
use daftar_domain::identity::webauthn::ALGORITHMS;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// Milliseconds that a browser gives its user.
const TIMEOUT: u32 = 5 * 60 * 1000;

/// What an authenticator is asked to prove: the argument of `navigator.credentials.get`, user verification required.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "challenge": "4kYw5u0pQwF0c1J8n2v3Xh6TqYb9sLrZ0aMdEeKfGgI", "rp_id": "daftar.example", "timeout": 300_000,
    "allowed": [{"id": "Zk3v8Q1wT0yUu5f0hK9sRA", "transports": ["internal"]}],
}))]
pub(crate) struct PasskeyChallenge {
    /// To be signed, once, within five minutes.
    challenge: String,
    /// The host that passkeys are bound to.
    rp_id: String,
    /// Milliseconds that the browser waits for its user.
    timeout: u32,
    /// The credentials that may answer; empty for any that the device has.
    allowed: Vec<PasskeyHandle>,
}

/// A credential, as its authenticator knows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PasskeyHandle {
    id: String,
    /// How the authenticator can be reached.
    transports: Vec<String>,
}

impl From<AssertionOptions> for PasskeyChallenge {
    fn from(options: AssertionOptions) -> Self {
        let allowed = options.allowed.into_iter();
        Self {
            challenge: options.challenge,
            rp_id: options.rp_id,
            timeout: TIMEOUT,
            allowed: allowed
                .map(|(id, transports)| PasskeyHandle { id, transports })
                .collect(),
        }
    }
}

/// What an authenticator is asked to make: the argument of `navigator.credentials.create`, user verification and
/// discoverable credential required, no attestation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "challenge": "4kYw5u0pQwF0c1J8n2v3Xh6TqYb9sLrZ0aMdEeKfGgI", "rp_id": "daftar.example", "timeout": 300_000,
    "user_id": "AZV5oGsgfDCKbQueT3wtIQ", "user_name": "bilal.hassan", "display_name": "Bilal Hassan",
    "algorithms": [-7, -8, -257], "excluded": [],
}))]
pub(crate) struct PasskeyRequest {
    /// To be answered once, within five minutes.
    challenge: String,
    /// The host that the passkey will be bound to.
    rp_id: String,
    /// Milliseconds that the browser waits for its user.
    timeout: u32,
    /// The owner's handle; it says nothing about the person.
    user_id: String,
    user_name: String,
    display_name: String,
    /// Algorithms by their COSE numbers, the preferred one first.
    algorithms: Vec<i64>,
    /// Credentials that are enrolled already.
    excluded: Vec<String>,
}

impl From<EnrolmentOptions> for PasskeyRequest {
    fn from(options: EnrolmentOptions) -> Self {
        Self {
            challenge: options.challenge,
            rp_id: options.rp_id,
            timeout: TIMEOUT,
            user_id: options.user_handle,
            user_name: options.user_name,
            display_name: options.display_name,
            algorithms: ALGORITHMS.to_vec(),
            excluded: options.excluded,
        }
    }
}

/// What an authenticator answered to a challenge.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "id": "Zk3v8Q1wT0yUu5f0hK9sRA", "client_data_json": "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0",
    "authenticator_data": "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAA", "signature": "MEUCIQDk",
}))]
pub(crate) struct PasskeyAssertion {
    /// The credential.
    #[validate(length(min = 1, max = 1400))]
    #[schema(min_length = 1, max_length = 1400)]
    id: String,
    #[validate(length(min = 1, max = 4096))]
    #[schema(min_length = 1, max_length = 4096)]
    client_data_json: String,
    #[validate(length(min = 1, max = 4096))]
    #[schema(min_length = 1, max_length = 4096)]
    authenticator_data: String,
    #[validate(length(min = 1, max = 2048))]
    #[schema(min_length = 1, max_length = 2048)]
    signature: String,
}

impl PasskeyAssertion {
    /// The bytes that it stands for; `pointer` is where it stands in the body.
    pub(crate) fn read(self, pointer: &str) -> Result<AssertionAnswer, Problem> {
        Ok(AssertionAnswer {
            client_data_json: bytes(&self.client_data_json, pointer, "client_data_json")?,
            authenticator_data: bytes(&self.authenticator_data, pointer, "authenticator_data")?,
            signature: bytes(&self.signature, pointer, "signature")?,
            credential_id: self.id,
        })
    }
}

/// A credential that an authenticator made.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "client_data_json": "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0", "attestation_object": "o2NmbXRkbm9uZQ",
    "transports": ["internal", "hybrid"],
}))]
pub(crate) struct PasskeyCredential {
    #[validate(length(min = 1, max = 4096))]
    #[schema(min_length = 1, max_length = 4096)]
    client_data_json: String,
    #[validate(length(min = 1, max = 16384))]
    #[schema(min_length = 1, max_length = 16384)]
    attestation_object: String,
    /// How the authenticator can be reached, as the browser says.
    #[validate(length(max = 16))]
    #[schema(max_items = 16)]
    transports: Vec<String>,
}

impl PasskeyCredential {
    pub(super) fn read(self) -> Result<MadeCredential, Problem> {
        Ok(MadeCredential {
            client_data_json: bytes(&self.client_data_json, "/credential", "client_data_json")?,
            attestation_object: bytes(&self.attestation_object, "/credential", "attestation_object")?,
            transports: self.transports,
        })
    }
}

fn bytes(text: &str, at: &str, field: &str) -> Result<Vec<u8>, Problem> {
    URL_SAFE_NO_PAD
        .decode(text)
        .map_err(|_| Problem::fields(vec![FieldError::new(format!("{at}/{field}"), "invalid")]))
}
