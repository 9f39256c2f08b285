//! What proves a signature to anybody, for ever.

use super::{Method, Statement};
use crate::identity::Proof;
use crate::identity::webauthn::{Assertion, AssertionRefusal, PublicKey, RelyingParty, verify_assertion};
use crate::ledger::{canonical_json, sha256_hex};
use crate::office::{PasskeyId, SigningKeyId, Timestamp, vocabulary};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// Why evidence proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SignatureRefusal {
    /// It is not what evidence looks like.
    #[error("it is not what evidence looks like")]
    Malformed,
    /// The passkey did not sign this.
    #[error("the passkey did not sign this: {0}")]
    Passkey(AssertionRefusal),
    /// The key that the office keeps did not sign this.
    #[error("the officer's key did not sign this")]
    ServerKey,
}

vocabulary! {
    /// What a signature is worth now.
    SignatureState {
        /// It verifies, over what it is under as that is now.
        Valid = "valid",
        /// It does not.
        Invalid = "invalid",
    }
}

/// Whether evidence proves a signature under a statement; evidence that cannot be read proves nothing.
pub fn holds(evidence: Option<&Evidence>, statement: &Statement) -> bool {
    evidence.is_some_and(|evidence| evidence.verify(statement).is_ok())
}

/// What a signature is worth. `intact` says whether what is kept still has its digest, `holds` whether its evidence
/// [`holds`].
pub fn signature_state(intact: bool, holds: bool) -> SignatureState {
    if intact && holds {
        SignatureState::Valid
    } else {
        SignatureState::Invalid
    }
}

/// A signature by a passkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasskeyEvidence {
    /// The passkey in the office.
    pub passkey: PasskeyId,
    /// Its public key, a COSE key in base64url.
    pub public_key: String,
    /// The host name that it is bound to.
    pub rp_id: String,
    /// The origins of the office's pages.
    pub origins: Vec<String>,
    /// What the authenticator said, base64url.
    pub authenticator_data: String,
    /// What the browser said, base64url.
    pub client_data_json: String,
    /// The signature over both, base64url.
    pub signature: String,
}

/// A signature by a key that the office keeps for the officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerKeyEvidence {
    /// The key in the office.
    pub key: SigningKeyId,
    /// Its public key: the uncompressed point of P-256, hex.
    pub public_key: String,
    /// What the officer unlocked it with.
    pub proof: Proof,
    /// When he proved that.
    pub proved_at: Timestamp,
    /// ECDSA on P-256 with SHA-256 over the statement's message, DER in base64url.
    pub signature: String,
}

/// What proves a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum Evidence {
    /// By the officer's passkey.
    Passkey(PasskeyEvidence),
    /// By the key that the office keeps for him.
    ServerKey(ServerKeyEvidence),
}

impl Evidence {
    /// What it was signed with.
    pub fn method(&self) -> Method {
        match self {
            Self::Passkey(_) => Method::Passkey,
            Self::ServerKey(_) => Method::ServerKey,
        }
    }

    /// Its canonical form: what is kept, and what the ledger has the digest of.
    pub fn canonical(&self) -> String {
        canonical_json(&serde_json::to_value(self).unwrap_or_default())
    }

    /// What the ledger says of it.
    pub fn facts(&self) -> Value {
        let (key, proof) = match self {
            Self::Passkey(evidence) => (evidence.passkey.0, Proof::Passkey),
            Self::ServerKey(evidence) => (evidence.key.0, evidence.proof),
        };
        json!({
            "method": self.method(),
            "key": key,
            "proof": proof,
            "evidence": sha256_hex(&self.canonical()),
        })
    }

    /// Verifies it, as anybody can who has the statement.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn verify(&self, statement: &Statement) -> Result<(), SignatureRefusal> {
        self.verify_challenge(&statement.challenge())
    }

    /// Verifies it, for whoever has the challenge of the statement and no more.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn verify_challenge(&self, challenge: &[u8; 32]) -> Result<(), SignatureRefusal> {
        match self {
            Self::Passkey(evidence) => evidence.verify(challenge),
            Self::ServerKey(evidence) => evidence.verify(challenge),
        }
    }

    /// SHA-256 of the public key's bytes: by it the ledger's entries about keys know it.
    ///
    /// # Errors
    /// When it has none.
    pub fn public_key_digest(&self) -> Result<[u8; 32], SignatureRefusal> {
        let key = match self {
            Self::Passkey(evidence) => bytes(&evidence.public_key)?,
            Self::ServerKey(evidence) => evidence.point()?,
        };
        Ok(Sha256::digest(key).into())
    }
}

fn bytes(base64: &str) -> Result<Vec<u8>, SignatureRefusal> {
    URL_SAFE_NO_PAD.decode(base64).map_err(|_| SignatureRefusal::Malformed)
}

impl PasskeyEvidence {
    fn verify(&self, challenge: &[u8; 32]) -> Result<(), SignatureRefusal> {
        let key = PublicKey::from_cose(&bytes(&self.public_key)?).map_err(SignatureRefusal::Passkey)?;
        let office = RelyingParty {
            id: self.rp_id.clone(),
            origins: self.origins.clone(),
        };
        let (data, client) = (bytes(&self.authenticator_data)?, bytes(&self.client_data_json)?);
        let assertion = Assertion {
            authenticator_data: &data,
            client_data_json: &client,
            signature: &bytes(&self.signature)?,
        };
        // The counter was compared when it was made; afterwards it proves nothing.
        let verified = verify_assertion(&key, challenge, &office, &assertion, 0);
        verified.map(|_| ()).map_err(SignatureRefusal::Passkey)
    }
}

impl ServerKeyEvidence {
    /// The bytes of the key: one spelling only.
    fn point(&self) -> Result<Vec<u8>, SignatureRefusal> {
        let point = hex::decode(&self.public_key).map_err(|_| SignatureRefusal::Malformed)?;
        let uncompressed = point.len() == 65 && point.first() == Some(&4);
        if uncompressed && hex::encode(&point) == self.public_key {
            Ok(point)
        } else {
            Err(SignatureRefusal::Malformed)
        }
    }

    /// The challenge is the SHA-256 of the message that was signed.
    fn verify(&self, challenge: &[u8; 32]) -> Result<(), SignatureRefusal> {
        let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(&self.point()?);
        let key = key.map_err(|_| SignatureRefusal::Malformed)?;
        let signature = p256::ecdsa::Signature::from_der(&bytes(&self.signature)?);
        let signature = signature.map_err(|_| SignatureRefusal::Malformed)?;
        key.verify_prehash(challenge, &signature)
            .map_err(|_| SignatureRefusal::ServerKey)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Purpose;
    use super::*;
    use chrono::DateTime;
    use p256::ecdsa::signature::Signer as _;
    use p256::ecdsa::{Signature, SigningKey};
    use uuid::Uuid;

    #[test]
    fn evidence_of_a_server_key_counts_for_its_statement_alone() {
        let secret = SigningKey::from_slice(&[7; 32]).unwrap();
        let statement = Statement::of(Purpose::Note, &json!({"file": 1}));
        let signature: Signature = secret.sign(&statement.message());
        let evidence = ServerKeyEvidence {
            key: SigningKeyId(Uuid::nil()),
            public_key: hex::encode(secret.verifying_key().to_encoded_point(false).as_bytes()),
            proof: Proof::Totp,
            proved_at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            signature: URL_SAFE_NO_PAD.encode(signature.to_der().as_bytes()),
        };
        let kept = Evidence::ServerKey(evidence.clone()).canonical();
        let read: Evidence = serde_json::from_str(&kept).unwrap();
        assert_eq!(read, Evidence::ServerKey(evidence.clone()));
        assert_eq!(read.verify(&statement), Ok(()));
        assert_eq!(read.facts()["evidence"], sha256_hex(&kept));

        assert!(holds(Some(&read), &statement));
        assert!(!holds(None, &statement));
        for (intact, holds, state) in [
            (true, true, SignatureState::Valid),
            (false, true, SignatureState::Invalid),
            (true, false, SignatureState::Invalid),
        ] {
            assert_eq!(signature_state(intact, holds), state);
        }

        let other = Statement::of(Purpose::Note, &json!({"file": 2}));
        assert!(!holds(Some(&read), &other));
        assert_eq!(read.verify(&other), Err(SignatureRefusal::ServerKey));
        let act = Statement {
            purpose: Purpose::Act,
            ..statement.clone()
        };
        assert_eq!(read.verify(&act), Err(SignatureRefusal::ServerKey));
        let stranger = SigningKey::from_slice(&[8; 32]).unwrap();
        let forged = Evidence::ServerKey(ServerKeyEvidence {
            public_key: hex::encode(stranger.verifying_key().to_encoded_point(false).as_bytes()),
            ..evidence
        });
        assert_eq!(forged.verify(&statement), Err(SignatureRefusal::ServerKey));
    }
}
